package se.frirum.trial;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;

/// What the register knows about a clause: the rules it sets aside and the sections it
/// rests on.
///
/// @param place of the clause, from 0
/// @param ordinance whether it is an ordinance's, because its trial is one or because it
/// names sections that it rests on
/// @param nationwide whether it holds in the whole country
record ClauseFacts(int place, ClauseEffect effect, String text, boolean ordinance, boolean nationwide, List<Rule> rules,
		List<Authority> authorities) {

	/// A rule that a clause sets aside or replaces.
	///
	/// @param section the id of the section, null where an act as a whole is meant
	/// @param cited how lawyers write it
	/// @param kind of its act, null where the act isn't loaded
	/// @param text today's wording, null where it isn't loaded
	/// @param powers the sections that let somebody make exceptions from it
	/// @param european sections of its act that speak of EU law
	record Rule(@Nullable String section, String cited, @Nullable String kind, @Nullable String text,
			List<Power> powers, List<String> european) {

		/// The section itself, where one is meant.
		Stream<String> sections() {
			return Stream.ofNullable(this.section);
		}

	}

	/// That a section lets somebody make exceptions.
	record Power(String section, String holder, String form) {
	}

	/// A section that an ordinance rests on.
	///
	/// @param kind of its act
	record Authority(String section, String cited, @Nullable String kind) {
	}

	/// @param ordinance whether the trial is known to be an ordinance
	static ClauseFacts of(Row row, boolean ordinance) {
		List<Authority> authorities = row.rows("authorities")
			.stream()
			.map((each) -> new Authority(each.text("section"), each.text("cited"), each.textOrNull("kind")))
			.toList();
		return new ClauseFacts((int) row.number("place"), ClauseEffect.valueOf(row.text("effect")), row.text("text"),
				ordinance || !authorities.isEmpty(), row.texts("areas").contains("SE"),
				row.rows("rules").stream().map(ClauseFacts::rule).toList(), authorities);
	}

	private static Rule rule(Row row) {
		return new Rule(row.textOrNull("section"), row.text("cited"), row.textOrNull("kind"), row.textOrNull("text"),
				row.rows("powers")
					.stream()
					.map((power) -> new Power(power.text("section"), power.text("holder"), power.text("form")))
					.toList(),
				row.texts("european"));
	}

}
