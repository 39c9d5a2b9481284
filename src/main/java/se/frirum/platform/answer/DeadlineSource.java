package se.frirum.platform.answer;

import java.util.Map;

/// Where days that must not be missed come from: features say it of their own, and the
/// list asks them all.
///
/// @param kind what the API calls it
/// @param type of its subjects
/// @param match Cypher that binds `_subject` and the day `_on`, which is from `$arg.from`
/// until `$arg.until`; where `_subject` is bound already, of that one only
/// @param visible the condition under which the caller may see `_subject`
/// @param inArea the condition under which it is of the area `$arg.area`
/// @param ofBody the condition under which the organisation `$arg.responsible` has to act
/// @param values more of what its Cypher takes from `$arg`
public record DeadlineSource(String kind, String type, String match, String visible, String inArea, String ofBody,
		Map<String, Object> values) {

	/// One that takes nothing more.
	public DeadlineSource(String kind, String type, String match, String visible, String inArea, String ofBody) {
		this(kind, type, match, visible, inArea, ofBody, Map.of());
	}

}
