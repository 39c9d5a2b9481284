package se.frirum.explore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import se.frirum.law.Citations;
import se.frirum.law.Resolution;
import se.frirum.law.Resolution.Found;
import se.frirum.law.Resolution.Unresolved;
import se.frirum.law.Target;
import se.frirum.obstacle.CountedObstacles;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;
import se.frirum.trial.TrialConflicts;

import org.springframework.stereotype.Component;

/// What it would touch to set rules aside in some areas for a time.
@Component
class Impact implements ProjectionTable {

	private static final int MOST_CITATIONS = 50;

	private static final int DEEPEST = 4;

	private static final String AS_ON_THE_FIRST_DAY = """
			all(_step IN _in WHERE (_step.from IS NULL OR _step.from <= %1$s)
				AND (_step.until IS NULL OR %1$s < _step.until))""";

	/// What is cited, and of a whole act or chapter its sections.
	private static final String PROVISIONS = """
			UNWIND this.targets AS _target
			MATCH (_place:Provision|Law {id: _target.id})-[:HAS_PROVISION*0..1]->(it:Provision)
			WHERE %s
			WITH DISTINCT it""".formatted(Target.REACHES.replace("this.", "it."));

	/// Obstacles there that something blocks which would be set aside, or a part of it.
	private static final String TOUCHED = """
			UNWIND this.targets AS _target
			MATCH (_place:Provision|Law {id: _target.id})-[:HAS_PROVISION*0..1]-(_near)<-[_blocking:BLOCKED_BY]-(_obstacle:Obstacle)
			WHERE %s
			WITH DISTINCT _obstacle
			WHERE %s AND (this.nationwide OR EXISTS {
				MATCH (_obstacle)-[:REPORTED_BY|ENDORSES]-(_met:Organisation)-[:GOVERNS]->(_inside:Area)-[_in:IN*0..2]->(_around:Area)
				WHERE _around.code IN this.areas AND %s })"""
		.formatted(Target.meet("_target.target", "_blocking.target"), CountedObstacles.COUNT,
				AS_ON_THE_FIRST_DAY.formatted("this.from"));

	/// That something else blocks them still.
	private static final String STILL_BLOCKED = """
			EXISTS { MATCH (_obstacle)-[_other:BLOCKED_BY]->(_rule)
				WHERE none(_aside IN this.targets WHERE %s) }"""
		.formatted(Target.holds("_aside.target", "_other.target"));

	private static final String MUNICIPALITIES = """
			UNWIND $areas AS code
			MATCH (:Area {id: 'area:' + code})<-[_in:IN*0..2]-(municipality:Municipality)
			WHERE %s
			RETURN count(DISTINCT municipality) AS municipalities""".formatted(AS_ON_THE_FIRST_DAY.formatted("$from"));

	private static final String LOADED = """
			UNWIND $targets AS target
			OPTIONAL MATCH (place:Provision|Law {id: target.id})
			OPTIONAL MATCH (place)<-[:HAS_PROVISION*0..1]-(act:Law)
			RETURN target.target AS target, target.cited AS cited, coalesce(act.known, false) AS known,
				target.target CONTAINS '#' AND NOT coalesce(place:Provision, false) AND NOT EXISTS { MATCH (place)-[:HAS_PROVISION]->(:Provision) } AS missing,
				EXISTS { MATCH (place)-[:HAS_PROVISION*0..1]->(:Provision)-[:HAS_WORDING]->(:Wording) } AS worded""";

	private final Transactions transactions;

	private final Citations citations;

	private final KnownCodes codes;

	Impact(Transactions transactions, Citations citations, KnownCodes codes) {
		this.transactions = transactions;
		this.citations = citations;
		this.codes = codes;
	}

	@Override
	public void addTo(Projections projections) {
		projections.query().found("impact", "Impact", 50, this::impact);
		projections.type("Impact")
			.properties("municipalities", "unknown")
			.many("provisions", "Provision", 5, Hop.along(PROVISIONS).orderBy("it.key"))
			.connection("obstaclesLifted", "Obstacle", 20, obstacles("NOT " + STILL_BLOCKED))
			.connection("obstaclesPartlyLifted", "Obstacle", 20, obstacles(STILL_BLOCKED))
			.many("services", "Service", 10,
					Hop.along(TOUCHED + "\nMATCH (_obstacle)-[:AFFECTS]->(it:Service)\nWITH DISTINCT it")
						.orderBy("it.code"))
			.connection("citing", "CitingProvision", 20,
					Listing.by("it.key", Hop.along("UNWIND this.citing AS it WITH it")))
			.connection("overlapping", "TrialConflict", 5, TrialConflicts.overlapping());
		projections.type("CitingProvision")
			.properties("distance")
			.one("provision", "Provision", Hop.along("MATCH (it:Provision {id: this.id})"))
			.many("through", "Provision", 2, Hop.along("""
					UNWIND range(0, size(this.through) - 1) AS _at
					MATCH (it:Provision {id: this.through[_at]})""").orderBy("_at"));
	}

	private static Listing obstacles(String condition) {
		return Listing.by("it.newest", Hop.along(TOUCHED + " AND " + condition + "\nWITH _obstacle AS it"));
	}

	private Hop impact(Asked asked) {
		Row input = new Row(asked.object("input"));
		LocalDate from = Objects.requireNonNullElse(input.dateOrNull("from"), asked.today());
		LocalDate until = input.dateOrNull("until");
		List<String> areas = input.texts("areas").stream().distinct().toList();
		require(until == null || from.isBefore(until),
				"The end comes after the start: the last day can't be before the first.");
		require(input.number("depth") >= 1 && input.number("depth") <= DEEPEST,
				"'depth' must be from 1 to %d, not %d.".formatted(DEEPEST, input.number("depth")));
		require(!areas.isEmpty(), "Say where: give the codes of areas, or 'SE' for the whole country.");
		this.codes.require(areas, List.of());
		List<Map<String, Object>> targets = targets(input.texts("citations"), from);
		CitingSections citing = new CitingSections(this.transactions, from, until);
		List<Map<String, Object>> leaning = citing.of(targets, (int) input.number("depth"));
		Map<String, @Nullable Object> impact = new HashMap<>();
		impact.put("targets", targets);
		impact.put("areas", areas);
		impact.put("nationwide", areas.contains("SE"));
		impact.put("from", from);
		impact.put("until", until);
		impact.put("citing", leaning);
		impact.put("municipalities", municipalities(areas, from));
		impact.put("unknown", unknown(targets, citing.truncated()));
		return Hop.along("WITH $arg.impact AS it").with("impact", impact);
	}

	private List<Map<String, Object>> targets(List<String> citations, LocalDate day) {
		require(!citations.isEmpty(), "Cite the rules that would be set aside: '21 kap. 4 § skollagen'.");
		require(citations.size() <= MOST_CITATIONS,
				"At most %d citations; this has %,d.".formatted(MOST_CITATIONS, citations.size()));
		List<Map<String, Object>> targets = new ArrayList<>();
		List<Resolution> resolutions = this.citations.resolveAll(citations, day);
		for (int number = 0; number < citations.size(); number++) {
			switch (resolutions.get(number)) {
				case Found found -> {
					String section = found.provision();
					targets.add(Map.of("id", (section != null) ? section : found.target().law().value(), "target",
							found.target().toString(), "cited", citations.get(number)));
				}
				case Unresolved unresolved ->
					throw new Refusal.BadRequest("'%s': %s".formatted(citations.get(number), unresolved.message()));
			}
		}
		return targets;
	}

	private long municipalities(List<String> areas, LocalDate from) {
		return this.transactions.lookUp(MUNICIPALITIES, Map.of("areas", areas, "from", from))
			.getFirst()
			.number("municipalities");
	}

	/// What the register can't tell.
	private List<String> unknown(List<Map<String, Object>> targets, boolean truncated) {
		List<String> unknown = new ArrayList<>();
		for (Row row : this.transactions.lookUp(LOADED, Map.of("targets", targets))) {
			String cited = row.text("cited");
			if (!row.is("known")) {
				unknown.add(
						"The act of '%s' is not loaded: nothing is known of its sections, nor of all that leans on them."
							.formatted(cited));
			}
			else if (row.is("missing")) {
				unknown.add("The sections of the act of '%s' are not loaded, so what leans on them is not known."
					.formatted(cited));
			}
			else if (!row.is("worded")) {
				unknown.add("The wording of '%s' is not loaded, so what it means in detail is not known here."
					.formatted(cited));
			}
		}
		if (truncated) {
			unknown.add("More than %,d sections lean on what would be set aside; the nearest are listed."
				.formatted(CitingSections.MOST));
		}
		return unknown;
	}

	private static void require(boolean holds, String message) {
		if (!holds) {
			throw new Refusal.BadRequest(message);
		}
	}

}
