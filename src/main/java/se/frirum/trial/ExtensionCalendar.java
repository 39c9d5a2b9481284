package se.frirum.trial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import se.frirum.platform.database.Row;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;
import se.frirum.platform.seed.SeedFile;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// When each step towards a trial's extension must be taken, counted backwards from its
/// end. An act takes a bill, which the Riksdag wants by a day that it decides for each
/// session (riksdagsordningen 9 kap. 3 §); an ordinance takes none. For sessions that are
/// not in the calendar yet, the usual lead times tell.
@Component
class ExtensionCalendar implements ProjectionTable {

	/// Whether the trial `_subject` is an ordinance.
	private static final String IS_ORDINANCE = """
			CASE WHEN _subject.instrument IN $arg.ordinances THEN true
				ELSE EXISTS { MATCH (_subject)-[:ENACTED_AS]->(:Law {kind: 'ORDINANCE'}) } END""";

	/// The last day for the bill that moves the end `_end`: the session's, once the
	/// calendar tells of a session that is too late for it; else the usual one.
	private static final String BILL_DAY = """
			coalesce(CASE WHEN any(_session IN $arg.sessions WHERE _session.decidedBy > _end - duration({days: $arg.afterDecision}))
				THEN head([_session IN $arg.sessions WHERE _session.decidedBy <= _end - duration({days: $arg.afterDecision}) | _session.lastDay])
				END, _end - duration({days: $arg.afterBill}))""";

	/// Cypher: the day by which it must be proposed that the trial `_subject`, which
	/// ends on `_end`, goes on: by a bill, or by sending an ordinance out for
	/// opinions.
	static final String PROPOSED_BY = "CASE WHEN (" + IS_ORDINANCE + ")"
			+ " THEN _end - duration({days: $arg.afterOrdinance}) ELSE " + BILL_DAY + " END";

	/// Trials whose clauses all end. The last end, `_end`, is the trial's.
	static final String ENDING = """
			MATCH (_subject:Trial)-[:HAS_CLAUSE]->(_clause:TrialClause)
			WHERE _subject.key > '' AND _subject.outcome IS NULL AND _clause.from IS NOT NULL
			WITH _subject, max(_clause.until) AS _end, count(*) = count(_clause.until) AS _ends
			WHERE _ends""";

	private static final String STEPS = "WITH this AS _subject\n" + ENDING
			+ """
					 AND _end > $today
					WITH _end, %s AS _ordinance, %s AS _bill
					UNWIND CASE WHEN _ordinance THEN $arg.ordinanceSteps ELSE $arg.actSteps END AS _step
					WITH {stage: _step.stage, basis: _step.basis, by: CASE WHEN _step.beforeBill IS NOT NULL
						THEN _bill - duration({days: _step.beforeBill}) ELSE _end - duration({days: _step.beforeEnd}) END} AS it"""
				.formatted(IS_ORDINANCE, BILL_DAY);

	private final Map<String, Object> values;

	@Autowired
	ExtensionCalendar() {
		this(new SeedFile("riksdag/sessions.csv").rows(), new SeedFile("riksdag/lead-times.csv").rows());
	}

	/// @param sessions in their order, each with the `lastDay` for bills and the day
	/// `decidedBy` which the Riksdag decides on them
	/// @param leadTimes of each `stage` of a `route`, in their order, the usual
	/// `days` until the next one, and their `basis`
	ExtensionCalendar(List<Row> sessions, List<Row> leadTimes) {
		List<Step> act = steps("ACT", leadTimes);
		List<Step> ordinance = steps("ORDINANCE", leadTimes);
		int afterBill = step(act, "BILL").beforeEnd();
		this.values = Map.of("sessions", sessions.stream().map(ExtensionCalendar::session).toList().reversed(),
				"afterDecision", step(act, "DECISION").beforeEnd(), "afterBill", afterBill, "afterOrdinance",
				ordinance.getFirst().beforeEnd(), "actSteps", act.stream().map((step) -> step.row(afterBill)).toList(),
				"ordinanceSteps", ordinance.stream().map((step) -> step.row(0)).toList(), "ordinances",
				Arrays.stream(TrialInstrument.values())
					.filter(TrialInstrument::isOrdinance)
					.map(TrialInstrument::name)
					.toList());
	}

	/// A step towards an extension.
	///
	/// @param beforeEnd days from it until the trial's end, usually
	private record Step(String stage, int beforeEnd, String basis) {

		/// What comes before the bill follows the bill's day, the rest the trial's end.
		Map<String, Object> row(int afterBill) {
			return (afterBill > 0 && this.beforeEnd >= afterBill)
					? Map.of("stage", this.stage, "basis", this.basis, "beforeBill", this.beforeEnd - afterBill)
					: Map.of("stage", this.stage, "basis", this.basis, "beforeEnd", this.beforeEnd);
		}

	}

	private static List<Step> steps(String route, List<Row> leadTimes) {
		List<Step> steps = new ArrayList<>();
		int beforeEnd = 0;
		for (Row row : leadTimes.reversed()) {
			if (row.text("route").equals(route)) {
				beforeEnd += Integer.parseInt(row.text("days"));
				steps.addFirst(new Step(row.text("stage"), beforeEnd, row.text("basis")));
			}
		}
		return steps;
	}

	private static Step step(List<Step> steps, String stage) {
		return steps.stream().filter((step) -> step.stage().equals(stage)).findFirst().orElseThrow();
	}

	private static Map<String, Object> session(Row row) {
		return Map.of("lastDay", LocalDate.parse(row.text("lastDay")), "decidedBy",
				LocalDate.parse(row.text("decidedBy")));
	}

	@Override
	public void addTo(Projections projections) {
		Hop steps = Hop.along(STEPS);
		for (Map.Entry<String, Object> value : this.values.entrySet()) {
			steps = steps.with(value.getKey(), value.getValue());
		}
		projections.type("Trial").many("extensionSteps", "ExtensionStep", 5, steps.orderBy("it.by"));
		projections.type("ExtensionStep").properties("stage", "by", "basis");
	}

	/// What its Cypher takes from `$arg`.
	Map<String, Object> values() {
		return this.values;
	}

}
