package se.frirum.law;

/// A place in a text where law is cited.
///
/// @param start where it begins, counted in UTF-16 units from 0
/// @param end where it has ended
/// @param target what is cited, as far down as the citation goes
public record CitationMatch(int start, int end, Target target) {

}
