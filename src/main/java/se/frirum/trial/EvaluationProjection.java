package se.frirum.trial;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import se.frirum.platform.database.Row;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;

import org.springframework.stereotype.Component;

/// How evaluation plans are read, and what was measured: day by day, where the trial holds
/// beside where it does not.
@Component
class EvaluationProjection implements ProjectionTable {

	/// Every area counts alike.
	private static final String SERIES = """
			MATCH (this)<-[:HAS_INDICATOR]-(_plan:EvaluationPlan)
			MATCH (this)-[:HAS_MEASUREMENT]->(_measured:Measurement)-[:IN_AREA]->(_area:Area)
			WITH this.baseline AS _baseline, _measured.on AS _on,
				CASE WHEN EXISTS { MATCH (_plan)-[:COMPARES_WITH]->(_area) } THEN null ELSE _measured.value END AS _tried,
				CASE WHEN EXISTS { MATCH (_plan)-[:COMPARES_WITH]->(_area) } THEN _measured.value END AS _other
			WITH _baseline, _on, avg(_tried) AS _participants, count(_tried) AS _participantAreas, avg(_other) AS _comparison,
				count(_other) AS _comparisonAreas
			WITH {on: _on, participants: _participants, participantAreas: _participantAreas, comparison: _comparison,
				comparisonAreas: _comparisonAreas, sinceBaseline: _participants - _baseline,
				difference: _participants - _comparison} AS it""";

	@Override
	public void addTo(Projections projections) {
		projections.query()
			.many("evaluationTemplates", "EvaluationTemplate", 3,
					(_) -> Hop.along("UNWIND $arg.templates AS it WITH it")
						.with("templates", templates())
						.orderBy("it.place"));
		projections.type("EvaluationTemplate")
			.properties("design", "when", "question", "claim")
			.many("indicators", "TemplateIndicator", 3,
					Hop.along("UNWIND this.indicators AS it WITH it").orderBy("it.name"));
		projections.type("TemplateIndicator").properties("name", "perspective", "unit");
		projections.type("Trial").one("evaluation", "EvaluationPlan", Hop.along("MATCH (this)-[:EVALUATED_BY]->(it)"));
		projections.type("EvaluationPlan")
			.properties("question", "evaluator", "dueOn", "stopCriteria", "design")
			.computed("claim", Map.of("design", "this.design"),
					(fetched, _) -> EvaluationDesign.valueOf(new Row(fetched).text("design")).claim())
			.many("indicators", "Indicator", 5,
					Hop.along("MATCH (this)-[:HAS_INDICATOR]->(it:Indicator)").orderBy("it.place"))
			.many("comparisonAreas", "Area", 5,
					Hop.along("MATCH (this)-[:COMPARES_WITH]->(it:Area)").orderBy("it.code"));
		projections.type("Indicator")
			.properties("name", "perspective", "unit", "baseline", "target")
			.many("measurements", "Measurement", 20,
					Hop.along("MATCH (this)-[:HAS_MEASUREMENT]->(it:Measurement)").orderBy("it.on, it.place"))
			.many("series", "SeriesPoint", 5, Hop.along(SERIES).orderBy("it.on"));
		projections.type("Measurement")
			.properties("on", "value", "note")
			.one("area", "Area", Hop.along("MATCH (this)-[:IN_AREA]->(it:Area)"));
		projections.type("SeriesPoint")
			.properties("on", "participants", "participantAreas", "comparison", "comparisonAreas", "sinceBaseline",
					"difference");
	}

	private static List<Map<String, Object>> templates() {
		return Arrays.stream(EvaluationDesign.values())
			.map((design) -> Map.<String, Object>of("design", design.name(), "when", design.when(), "question",
					design.question(), "claim", design.claim(), "place", design.ordinal(), "indicators",
					design.examples()
						.stream()
						.map((each) -> Map.of("name", each.name(), "perspective", each.perspective().name(), "unit",
								each.unit()))
						.toList()))
			.toList();
	}

}
