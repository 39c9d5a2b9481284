package se.frirum.proposal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.page.LastDay;
import se.frirum.platform.page.Variables;

import org.springframework.util.MultiValueMap;

/// A proposal as its form shows and sends it; what is missing is empty.
///
/// @param addresses the obstacles' ids
/// @param areas of a trial: the areas' codes
/// @param lastDay of a trial: the last day on which it holds
record ProposalForm(boolean trial, String title, String rationale, List<String> addresses, List<Rule> rules,
		List<String> areas, String from, String lastDay, String durationMonths) {

	private static final int FEWEST_ROWS = 3;

	/// A rule that changes.
	///
	/// @param citation as people read it, down to the section
	/// @param exactly as an id, as far down as it is recorded; else empty
	record Rule(String citation, String change, String wording, String exactly) {

		private static final Rule NONE = new Rule("", "", "", "");

		static Rule recorded(Row rule) {
			Row law = rule.row("law").orElseThrow();
			int place = rule.text("target").indexOf('#');
			String exactly = (place < 0) ? law.text("id") : law.text("id") + rule.text("target").substring(place);
			return new Rule(
					rule.row("provision")
						.map((section) -> section.text("citation"))
						.orElse((place < 0) ? law.text("designation") : exactly),
					rule.textOr("change", ""), lines(rule.textOrNull("wording")), exactly);
		}

		/// Whether it is a part of the section that is cited.
		public boolean isPart() {
			return this.exactly.matches("[^#]+#.*[SNM].*");
		}

		private Map<String, Object> input() {
			return Variables.none()
				.with("citation", this.exactly.isEmpty() ? this.citation : this.exactly)
				.with("change", this.change)
				.with("wording", this.wording)
				.all();
		}

	}

	/// A proposal that is recorded.
	static ProposalForm recorded(Row proposal) {
		boolean trial = "TrialProposal".equals(proposal.text("__typename"));
		Long months = trial ? proposal.numberOrNull("durationMonths") : null;
		return new ProposalForm(trial, proposal.text("title"), lines(proposal.textOrNull("rationale")),
				proposal.rows("addresses").stream().map((obstacle) -> obstacle.text("id")).toList(),
				proposal.rows("changes").stream().map(Rule::recorded).toList(),
				trial ? proposal.rows("areas").stream().map((area) -> area.text("code")).toList() : List.of(),
				trial ? proposal.textOr("from", "") : "", trial ? LastDay.of(proposal.textOrNull("until")) : "",
				(months != null) ? months.toString() : "");
	}

	/// What an address or a form brings. A rule that is cited as the one in its row was
	/// means the same place.
	/// @param recorded the rules as they were recorded
	static ProposalForm sent(MultiValueMap<String, String> fields, boolean trial, List<Rule> recorded) {
		return new ProposalForm(trial, lines(fields.getFirst("title")), lines(fields.getFirst("rationale")),
				chosen(fields, "addresses"), rules(fields, recorded), trial ? chosen(fields, "area") : List.of(),
				trial ? lines(fields.getFirst("from")) : "", trial ? lines(fields.getFirst("lastDay")) : "",
				trial ? lines(fields.getFirst("durationMonths")) : "");
	}

	private static List<Rule> rules(MultiValueMap<String, String> fields, List<Rule> recorded) {
		List<Rule> rules = new ArrayList<>();
		List<String> citations = fields.getOrDefault("citation", List.of());
		for (int row = 0; row < citations.size(); row++) {
			String citation = citations.get(row).strip();
			String wording = cell(fields, "wording", row);
			boolean same = row < recorded.size() && citation.equals(recorded.get(row).citation());
			if (!citation.isEmpty() || !wording.isEmpty()) {
				rules.add(new Rule(citation, cell(fields, "change", row), wording,
						same ? recorded.get(row).exactly() : ""));
			}
		}
		return rules;
	}

	private static String cell(MultiValueMap<String, String> fields, String name, int row) {
		List<String> column = fields.getOrDefault(name, List.of());
		return (row < column.size()) ? lines(column.get(row)) : "";
	}

	private static List<String> chosen(MultiValueMap<String, String> fields, String name) {
		return fields.getOrDefault(name, List.of()).stream().filter((value) -> !value.isBlank()).distinct().toList();
	}

	/// A text with its lines ended as they are kept: browsers send them otherwise.
	private static String lines(@Nullable String text) {
		return Objects.requireNonNullElse(text, "").replace("\r\n", "\n").strip();
	}

	/// The same with the rules that are in the way.
	ProposalForm with(List<Row> inTheWay) {
		return new ProposalForm(this.trial, this.title, this.rationale, this.addresses,
				inTheWay.stream().map(Rule::recorded).toList(), this.areas, this.from, this.lastDay,
				this.durationMonths);
	}

	/// What the form asks to propose.
	Variables input() {
		Variables input = Variables.none()
			.with("title", this.title)
			.with("rationale", this.rationale)
			.list("addresses", this.addresses)
			.orEmpty("addresses")
			.with("changes", this.rules.stream().map(Rule::input).toList())
			.orEmpty("changes");
		return this.trial ? input.list("areas", this.areas)
			.orEmpty("areas")
			.with("from", this.from)
			.with("until", LastDay.until(this.lastDay))
			.number("durationMonths", this.durationMonths) : input;
	}

	/// What the form asks to change of a proposal. What it leaves as it is recorded is
	/// not said, so that it stays, with what whoever writes does not see of it.
	Map<String, Object> changed(ProposalForm recorded) {
		Map<String, Object> changed = all();
		recorded.all().forEach(changed::remove);
		return changed;
	}

	/// Each field that a proposal has, whether something is in it or not.
	private Map<String, Object> all() {
		Map<String, Object> all = input().orNull("from").orNull("until").orNull("durationMonths").all();
		List.of("title", "rationale").forEach((needed) -> all.putIfAbsent(needed, ""));
		return all;
	}

	/// The rules, one more than there are to write another, and at least three.
	public List<Rule> ruleRows() {
		return rows(this.rules, Rule.NONE);
	}

	/// The areas, likewise.
	public List<String> areaRows() {
		return rows(this.areas, "");
	}

	private static <T> List<T> rows(List<T> given, T none) {
		List<T> rows = new ArrayList<>(given);
		rows.addAll(Collections.nCopies(Math.max(FEWEST_ROWS - given.size(), 1), none));
		return rows;
	}

}
