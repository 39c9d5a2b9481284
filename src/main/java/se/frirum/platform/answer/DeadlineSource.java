package se.frirum.platform.answer;

/// Where days that must not be missed come from: features say it of their own, and the
/// list asks them all.
///
/// @param kind what the API calls it
/// @param match Cypher that binds `_subject` and the day `_on`, which is from `$arg.from`
/// until `$arg.until`
/// @param visible the condition under which the caller may see `_subject`
/// @param inArea the condition under which it is of the area `$arg.area`
public record DeadlineSource(String kind, String match, String visible, String inArea) {
}
