package se.frirum.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import se.frirum.obstacle.CountedObstacles;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;

import org.springframework.stereotype.Component;

/// Suggests which few sections a trial could set aside. It is arithmetic over what was
/// reported: what to try is a matter of law and politics.
@Component
class TrialScope implements ProjectionTable {

	private static final int MOST = 20;

	private static final String IN_AREAS = """
			UNWIND $areas AS _code
			MATCH (:Area {id: 'area:' + _code})<-[_in:IN*0..2]-(_inside:Area)<-[:GOVERNS]-(_organisation:Organisation)
				-[:REPORTED_BY|ENDORSES]-(_obstacle:Obstacle)
			WHERE all(_step IN _in WHERE (_step.from IS NULL OR _step.from <= $today) AND (_step.until IS NULL OR $today < _step.until))
			WITH DISTINCT _obstacle""";

	private static final String EVERYWHERE = "MATCH (_obstacle:Obstacle) WHERE _obstacle.newest > '' WITH _obstacle";

	private static final String FOR_SERVICES = """
			EXISTS { MATCH (_obstacle)-[:AFFECTS]->(_service:Service)-[:PART_OF*0..8]->(_asked:Service)
				WHERE _asked.code IN $services }""";

	/// What blocks them, all that is one counted together. A whole act is not set aside
	/// by its sections; no trial sets a constitution or EU law aside.
	private static final String BLOCKED = """
			WITH COLLECT { MATCH (_obstacle)-[:BLOCKED_BY]->(_rule) RETURN DISTINCT _rule.id ORDER BY _rule.id } AS rules,
				EXISTS { MATCH (_obstacle)-[:BLOCKED_BY]->(_rule)<-[:HAS_PROVISION*0..1]-(_act:Law)
					WHERE _rule:Law OR _act.kind IN ['CONSTITUTION', 'EU_ACT'] } AS stays
			RETURN rules, stays, count(*) AS obstacles""";

	private static final String NOTE = "This is arithmetic over the obstacles that were reported, %s. What to try is a matter of law and politics.";

	private final Transactions transactions;

	private final KnownCodes codes;

	TrialScope(Transactions transactions, KnownCodes codes) {
		this.transactions = transactions;
		this.codes = codes;
	}

	@Override
	public void addTo(Projections projections) {
		projections.query().found("suggestTrialScope", "TrialScopeSuggestion", 200, this::suggestion);
		projections.type("TrialScopeSuggestion")
			.properties("obstaclesLifted", "obstaclesConsidered", "exact", "note")
			.many("provisions", "ScopedProvision", 5,
					Hop.along("UNWIND this.provisions AS it WITH it").orderBy("it.place"));
		projections.type("ScopedProvision")
			.properties("liftsMore")
			.one("provision", "Provision", Hop.along("MATCH (it:Provision {id: this.id})"));
	}

	private Hop suggestion(Asked asked) {
		Row input = new Row(asked.object("input"));
		long most = input.number("maxProvisions");
		if (most < 1 || most > MOST) {
			throw new Refusal.BadRequest("'maxProvisions' must be from 1 to %d, not %d.".formatted(MOST, most));
		}
		List<Row> blocked = blocked(input, asked);
		Map<Set<String>, Integer> bySections = new HashMap<>();
		blocked.stream()
			.filter((row) -> !row.is("stays"))
			.forEach((row) -> bySections.merge(new TreeSet<>(row.texts("rules")), (int) row.number("obstacles"),
					Integer::sum));
		ScopeSearch.Choice choice = new ScopeSearch(bySections, (int) most).choose();
		List<Map<String, Object>> provisions = new ArrayList<>();
		choice.steps()
			.forEach((step) -> provisions
				.add(Map.of("id", step.rule(), "liftsMore", step.liftsMore(), "place", provisions.size())));
		return Hop.along("WITH $arg.suggestion AS it")
			.with("suggestion",
					Map.of("provisions", provisions, "obstaclesLifted", choice.lifted(), "obstaclesConsidered",
							blocked.stream().mapToLong((row) -> row.number("obstacles")).sum(), "exact", choice.exact(),
							"note", NOTE.formatted(choice.exact() ? "and no other choice lifts more"
									: "taken step by step, so that another choice may lift more")));
	}

	private List<Row> blocked(Row input, Asked asked) {
		List<String> areas = input.values().containsKey("areas") ? input.texts("areas") : List.of("SE");
		List<String> services = input.texts("services");
		this.codes.require(areas, services);
		Map<String, Object> parameters = new HashMap<>(asked.parameters());
		parameters.put("areas", areas);
		parameters.put("services", services);
		String start = areas.isEmpty() || areas.contains("SE") ? EVERYWHERE : IN_AREAS;
		String condition = CountedObstacles.COUNT + (services.isEmpty() ? "" : " AND " + FOR_SERVICES);
		return this.transactions.lookUp(start + " WHERE " + condition + "\n" + BLOCKED, parameters);
	}

}
