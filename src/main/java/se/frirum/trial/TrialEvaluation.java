package se.frirum.trial;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.graphql.Unaccepted;
import se.frirum.platform.security.Role;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Service;

/// How a trial is evaluated: what is asked and measured, where, and what came out. What was
/// measured once stays measured, whatever becomes of the plan.
@Service
class TrialEvaluation {

	private static final int LINE = 200;

	private static final int UNIT = 50;

	private static final int TEXT = 5_000;

	private static final int MOST_INDICATORS = 20;

	private static final int MOST_AREAS = 100;

	private static final int MOST_MEASUREMENTS = 1_000;

	/// Of each area whether the trial's rules are tried there or in a part of it.
	private static final String TRIED = """
			MATCH (trial:Trial {id: $trial})
			UNWIND $areas AS code
			MATCH (area:Area {id: 'area:' + code})
			RETURN code, area.name AS name,
				(EXISTS { MATCH (area)-[:IN*0..2]->(:Area)<-[:APPLIES_IN]-(:TrialClause)<-[:HAS_CLAUSE]-(trial) }
					OR EXISTS { MATCH (area)<-[:IN*1..2]-(:Area)<-[:APPLIES_IN]-(:TrialClause)<-[:HAS_CLAUSE]-(trial) })
				AND (NOT $chosen
					OR EXISTS { MATCH (area)-[:IN*0..2]->(:Area)<-[:GOVERNS]-(:Organisation)-[part:TAKES_PART]->(trial)
						WHERE part.status IN $takingPart }
					OR EXISTS { MATCH (area)<-[:IN*1..2]-(:Area)<-[:GOVERNS]-(:Organisation)-[part:TAKES_PART]->(trial)
						WHERE part.status IN $takingPart }) AS tried,
				EXISTS { MATCH (trial)-[:EVALUATED_BY]->(:EvaluationPlan)-[:COMPARES_WITH]->(area) } AS compared,
				EXISTS { MATCH (:Organisation {id: $organisation})-[:GOVERNS]->(:Area)<-[:IN*0..2]-(area) } AS own
			""";

	/// What was measured already, by indicator and area.
	private static final String MEASURED = """
			MATCH (:Trial {id: $trial})-[:EVALUATED_BY]->(plan:EvaluationPlan)-[:HAS_INDICATOR]->(indicator:Indicator)
			MATCH (indicator)-[:HAS_MEASUREMENT]->(:Measurement)-[:IN_AREA]->(area:Area)
			RETURN DISTINCT indicator.name AS indicator, indicator.unit AS unit, area.code AS area,
				EXISTS { MATCH (plan)-[:COMPARES_WITH]->(area) } AS compared
			""";

	private static final String PLAN = """
			MATCH (trial:Trial {id: $trial})
			MERGE (trial)-[:EVALUATED_BY]->(plan:EvaluationPlan)
			SET plan += $plan
			WITH plan
			CALL (plan) {
				MATCH (plan)-[compares:COMPARES_WITH]->(:Area)
				DELETE compares
			}
			CALL (plan) {
				UNWIND $areas AS code
				MATCH (area:Area {id: 'area:' + code})
				CREATE (plan)-[:COMPARES_WITH]->(area)
			}
			CALL (plan) {
				MATCH (plan)-[:HAS_INDICATOR]->(gone:Indicator)
				WHERE NOT gone.name IN [row IN $indicators | row.name]
				DETACH DELETE gone
			}
			UNWIND $indicators AS row
			MERGE (plan)-[:HAS_INDICATOR]->(indicator:Indicator {name: row.name})
			SET indicator += row
			""";

	private static final String INDICATOR = """
			MATCH (:Trial {id: $trial})-[:EVALUATED_BY]->(:EvaluationPlan)-[:HAS_INDICATOR]->(indicator:Indicator {name: $indicator})
			RETURN indicator.unit AS unit, COUNT { (indicator)-[:HAS_MEASUREMENT]->(:Measurement) } AS measurements,
				head(COLLECT { MATCH (indicator)-[:HAS_MEASUREMENT]->(known:Measurement {on: $on})-[:IN_AREA]->(:Area {id: 'area:' + $area})
					RETURN {value: known.value, note: known.note} }) AS known
			""";

	private static final String MEASURE = """
			MATCH (:Trial {id: $trial})-[:EVALUATED_BY]->(:EvaluationPlan)-[:HAS_INDICATOR]->(indicator:Indicator {name: $indicator})
			MATCH (area:Area {id: 'area:' + $area})
			MERGE (indicator)-[:HAS_MEASUREMENT]->(measurement:Measurement {on: $on, place: $area})
			MERGE (measurement)-[:IN_AREA]->(area)
			SET measurement.value = $value, measurement.note = $note
			""";

	private final Transactions transactions;

	private final TrialDesk desk;

	private final Clock clock;

	TrialEvaluation(Transactions transactions, TrialDesk desk, Clock clock) {
		this.transactions = transactions;
		this.desk = desk;
		this.clock = clock;
	}

	/// Plans a trial's evaluation, or changes the plan.
	String plan(PlanEvaluationInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			TrialDesk.Held trial = this.desk.hold(input.id(), input.expectedVersion()).undecided();
			Problems problems = new Problems();
			Map<String, Object> plan = new HashMap<>();
			plan.put("design", input.designOrUsual().name());
			plan.put("question", problems.text(input.question(), true, TEXT, "input", "question"));
			plan.put("evaluator", problems.line(input.evaluator(), true, LINE, "input", "evaluator"));
			plan.put("stopCriteria", problems.text(input.stopCriteria(), false, TEXT, "input", "stopCriteria"));
			plan.put("dueOn", input.dueOn());
			LocalDate from = trial.period().from();
			problems.require(from == null || input.dueOn().isAfter(from),
					"The trial begins on %s; its evaluation is due after that.".formatted(from), "input", "dueOn");
			List<Map<String, Object>> indicators = indicators(input, problems);
			List<Row> measured = this.transactions.query(MEASURED, Map.of("trial", trial.id()));
			requireKept(measured, input, indicators, problems);
			requireComparable(trial, input, viewer, problems);
			problems.raise();
			this.transactions.query(PLAN, Map.of("trial", trial.id(), "plan", plan, "areas", input.comparisonAreas(),
					"indicators", indicators));
			this.desk.changed(trial, "TRIAL_EVALUATION_PLANNED",
					"%s, %s".formatted(plan.get("evaluator"), input.dueOn()), viewer);
			return trial.id();
		});
	}

	private static List<Map<String, Object>> indicators(PlanEvaluationInput input, Problems problems) {
		List<Map<String, Object>> rows = new ArrayList<>();
		problems.require(!input.indicators().isEmpty(), "Name at least one indicator: what is measured.", "input",
				"indicators");
		if (input.indicators().size() > MOST_INDICATORS) {
			problems.add(ProblemCode.TOO_LARGE,
					"At most %d indicators; this has %,d.".formatted(MOST_INDICATORS, input.indicators().size()),
					"input", "indicators");
			return rows;
		}
		Set<String> names = new HashSet<>();
		for (int place = 0; place < input.indicators().size(); place++) {
			IndicatorInput indicator = input.indicators().get(place);
			String[] path = { "input", "indicators", String.valueOf(place), "name" };
			String name = problems.line(indicator.name(), true, LINE, path);
			problems.require(name == null || names.add(name), "Another indicator has this name. Name each once.", path);
			String unit = problems.line(indicator.unit(), true, UNIT, "input", "indicators", String.valueOf(place),
					"unit");
			rows.add(Map.of("name", String.valueOf(name), "unit", String.valueOf(unit), "perspective",
					indicator.perspective().name(), "baseline", indicator.baseline(), "target", indicator.target(),
					"place", place));
		}
		for (Perspective needed : input.designOrUsual().needs()) {
			problems.require(input.indicators().stream().anyMatch((each) -> each.perspective() == needed),
					"This design asks users and staff alike: add an indicator with the perspective %s."
						.formatted(needed),
					"input", "indicators");
		}
		return rows;
	}

	/// What was measured keeps its indicator, its unit and its side of the comparison.
	private static void requireKept(List<Row> measured, PlanEvaluationInput input, List<Map<String, Object>> indicators,
			Problems problems) {
		Set<String> told = new LinkedHashSet<>();
		for (Row row : measured) {
			boolean kept = indicators.stream()
				.anyMatch((each) -> row.text("indicator").equals(each.get("name"))
						&& row.text("unit").equals(each.get("unit")));
			if (!kept && told.add(row.text("indicator"))) {
				problems.add(ProblemCode.INVALID, "'%s' has been measured in %s: keep it in the plan, with its unit."
					.formatted(row.text("indicator"), row.text("unit")), "input", "indicators");
			}
			if (input.comparisonAreas().contains(row.text("area")) != row.is("compared")
					&& told.add(row.text("area"))) {
				problems.add(ProblemCode.INVALID, "Area %s has been measured: it stays on its side of the comparison."
					.formatted(row.text("area")), "input", "comparisonAreas");
			}
		}
	}

	private void requireComparable(TrialDesk.Held trial, PlanEvaluationInput input, Viewer viewer, Problems problems) {
		List<String> areas = input.comparisonAreas();
		problems.require(!input.designOrUsual().compares() || !areas.isEmpty(),
				"This design needs areas to compare with, where the trial does not hold.", "input", "comparisonAreas");
		if (areas.size() > MOST_AREAS) {
			problems.add(ProblemCode.TOO_LARGE, "At most %d areas; this has %,d.".formatted(MOST_AREAS, areas.size()),
					"input", "comparisonAreas");
			return;
		}
		problems.require(Set.copyOf(areas).size() == areas.size(), "Name each area once.", "input", "comparisonAreas");
		List<Row> known = tried(trial, areas, viewer);
		for (int place = 0; place < areas.size(); place++) {
			String code = areas.get(place);
			String[] path = { "input", "comparisonAreas", String.valueOf(place) };
			known.stream()
				.filter((row) -> row.text("code").equals(code))
				.findFirst()
				.ifPresentOrElse(
						(area) -> problems.require(!area.is("tried") || area.is("compared"),
								"The trial holds in %s, or in a part of it: compare with areas that go on as before."
									.formatted(area.text("name")),
								path),
						() -> problems.add(ProblemCode.NOT_FOUND, "There is no area with this code.", path));
		}
	}

	private List<Row> tried(TrialDesk.Held trial, List<String> areas, Viewer viewer) {
		return this.transactions.query(TRIED,
				Map.of("trial", trial.id(), "areas", areas, "chosen", trial.instrument().needsParticipation(),
						"takingPart", ParticipationStatus.takingPart(), "organisation",
						Objects.requireNonNullElse(viewer.organisation(), "")));
	}

	/// Records what was measured somewhere on a day. The same again changes nothing;
	/// another value corrects it, and the log tells both.
	String measure(RecordMeasurementInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			TrialDesk.Held trial = this.desk.hold(input.id());
			Problems problems = new Problems();
			String note = problems.text(input.note(), false, TEXT, "input", "note");
			problems.require(!input.on().isAfter(LocalDate.now(this.clock)), "One measures on a day that has come.",
					"input", "on");
			String area = measuredArea(trial, input, viewer, problems);
			Row indicator = indicator(trial, input, problems);
			problems.raise();
			Optional<Row> known = indicator.row("known");
			if (known.isPresent() && isSame(known.get(), input, note)) {
				return trial.id();
			}
			Map<String, Object> values = new HashMap<>();
			values.put("trial", trial.id());
			values.put("indicator", input.indicator());
			values.put("area", input.area());
			values.put("on", input.on());
			values.put("value", input.value());
			values.put("note", note);
			this.transactions.query(MEASURE, values);
			this.desk.changed(trial, "TRIAL_MEASURED",
					"%s, %s, %s: %s%s %s".formatted(input.indicator(), area, input.on(),
							known.map((row) -> row.values().get("value") + " → ").orElse(""), input.value(),
							indicator.text("unit")),
					viewer);
			return trial.id();
		});
	}

	private static boolean isSame(Row known, RecordMeasurementInput input, @Nullable String note) {
		return Objects.equals(known.values().get("value"), input.value())
				&& Objects.equals(known.textOrNull("note"), note);
	}

	private String measuredArea(TrialDesk.Held trial, RecordMeasurementInput input, Viewer viewer, Problems problems) {
		Optional<Row> area = tried(trial, List.of(input.area()), viewer).stream().findFirst();
		if (area.isEmpty()) {
			problems.add(ProblemCode.NOT_FOUND, "There is no area with this code.", "input", "area");
			return "";
		}
		if (!area.get().is("own") && !viewer.is(Role.ANALYST) && !viewer.is(Role.LIAISON)) {
			throw new Refusal.NotAllowed("You record for your own municipality or region only.");
		}
		problems.require(area.get().is("tried") || area.get().is("compared"),
				"The trial does not hold there, and the plan does not compare with it.", "input", "area");
		return area.get().text("name");
	}

	private Row indicator(TrialDesk.Held trial, RecordMeasurementInput input, Problems problems) {
		Optional<Row> indicator = this.transactions
			.query(INDICATOR,
					Map.of("trial", trial.id(), "indicator", input.indicator(), "on", input.on(), "area", input.area()))
			.stream()
			.findFirst();
		if (indicator.isEmpty()) {
			problems.add(ProblemCode.NOT_FOUND,
					"The trial's evaluation plan has no such indicator. Name one as the plan does.", "input",
					"indicator");
			return new Row(Map.of());
		}
		if (indicator.get().number("measurements") >= MOST_MEASUREMENTS && indicator.get().row("known").isEmpty()) {
			problems.add(ProblemCode.TOO_LARGE,
					"At most %,d measurements of an indicator.".formatted(MOST_MEASUREMENTS), "input", "indicator");
		}
		return indicator.get();
	}

}
