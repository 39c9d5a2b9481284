package se.frirum.trial;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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
	/// @param text its wording on the clause's first day, null where there is none at
	/// hand
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

		/// Whether the government may make them by ordinance.
		boolean isForOrdinances() {
			return this.holder.equals("GOVERNMENT") && this.form.equals("REGULATION");
		}

	}

	/// A section that an ordinance rests on.
	///
	/// @param kind of its act
	record Authority(String section, String cited, @Nullable String kind) {

		/// Whether it stands in an act. A constitution authorises nobody to set acts
		/// aside.
		boolean isInAct() {
			return "ACT".equals(this.kind);
		}

	}

	/// @param ordinance whether the trial is known to be an ordinance
	/// @param european the sections of acts that speak of EU law, by act
	static ClauseFacts of(Row row, boolean ordinance, Map<String, List<String>> european) {
		List<Authority> authorities = row.rows("authorities")
			.stream()
			.map((each) -> new Authority(each.text("section"), each.text("cited"), each.textOrNull("kind")))
			.toList();
		return new ClauseFacts((int) row.number("place"), ClauseEffect.valueOf(row.text("effect")), row.text("text"),
				ordinance || !authorities.isEmpty(), row.texts("areas").contains("SE"),
				row.rows("rules").stream().map((rule) -> rule(rule, european)).toList(), authorities);
	}

	private static Rule rule(Row row, Map<String, List<String>> european) {
		return new Rule(row.textOrNull("section"), row.text("cited"), row.textOrNull("kind"), row.textOrNull("text"),
				row.rows("powers")
					.stream()
					.map((power) -> new Power(power.text("section"), power.text("holder"), power.text("form")))
					.toList(),
				european.getOrDefault(Objects.requireNonNullElse(row.textOrNull("act"), ""), List.of()));
	}

}
