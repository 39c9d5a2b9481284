package se.frirum.explore;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import se.frirum.law.Citations;
import se.frirum.obstacle.CountedObstacles;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;
import se.frirum.platform.security.Audience;

import org.springframework.stereotype.Component;

/// Where most obstacles stand: what blocks most, who is hindered most.
@Component
class Hotspots implements ProjectionTable {

	private static final int DEFAULT = 25;

	/// All municipalities, and some to spare.
	private static final int MOST = 300;

	private static final String TODAY = """
			(_in.from IS NULL OR _in.from <= $today) AND (_in.until IS NULL OR $today < _in.until)""";

	/// The organisations are counted of those places only that can stand among the first.
	private static final String COUNTED = """
			%s
			WITH DISTINCT _key, _obstacle
			WITH _key, collect(_obstacle) AS _there
			WITH _key, _there, size(_there) AS _obstacles
			ORDER BY _obstacles DESC
			WITH collect({key: _key, there: _there, obstacles: _obstacles}) AS _all
			WITH _all, CASE WHEN size(_all) > $arg.most THEN _all[$arg.most - 1].obstacles ELSE 0 END AS _fewest
			UNWIND _all AS _each
			WITH _each WHERE _each.obstacles >= _fewest
			WITH _each.key AS _key, _each.there AS _there, _each.obstacles AS _obstacles
			CALL (_there) {
				UNWIND _there AS _obstacle
				MATCH (_obstacle)-[:REPORTED_BY|ENDORSES]-(_met:Organisation)
				RETURN count(DISTINCT _met) AS _organisations
			}
			WITH %s AS it""";

	/// Only who met an obstacle in an area counts there.
	private static final String COUNTED_IN_AREAS = """
			MATCH (_obstacle)-[:REPORTED_BY|ENDORSES]-(_met:Organisation)
			WITH _met, collect(DISTINCT _obstacle) AS _there
			%s
			WITH _key, _met, _there
			UNWIND _there AS _obstacle
			WITH _key, count(DISTINCT _obstacle) AS _obstacles, count(DISTINCT _met) AS _organisations
			WITH %s AS it""";

	private static final String FIRST = "\nORDER BY it.obstacles DESC, it.organisations DESC, it.key LIMIT $arg.most";

	private static final String NODE = """
			{key: coalesce(_key.code, _key.id), node: _key, obstacles: _obstacles, organisations: _organisations}""";

	private static final String TEXT = """
			{key: _key, node: null, obstacles: _obstacles, organisations: _organisations}""";

	/// What has no node is called by its key.
	private static final Map<String, String> NEEDS = NodeLabel.with("alone",
			"CASE WHEN this.node IS NULL THEN this.key END");

	private static final String WHOLE = """
			MATCH (it:Obstacle)
			WHERE it.newest > ''
			WITH it AS _obstacle
			WHERE %s
			%s
			RETURN it.key AS key, it.node.id AS id, it.obstacles AS obstacles, it.organisations AS organisations""";

	private static final String KEPT = """
			UNWIND $arg.spots AS _spot
			OPTIONAL MATCH (_node:Provision|Law|Service|Area {id: _spot.id})
			WITH {key: _spot.key, node: _node, obstacles: _spot.obstacles, organisations: _spot.organisations} AS it""";

	/// What counts of the whole country were, for a minute, for those who see the same.
	private final Cache<Whole, List<Map<String, Object>>> kept = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofMinutes(1))
		.maximumSize(500)
		.build();

	private final Citations citations;

	private final Transactions transactions;

	Hotspots(Citations citations, Transactions transactions) {
		this.citations = citations;
		this.transactions = transactions;
	}

	/// A question about the whole country, and who sees the same answer.
	private record Whole(HotspotDimension by, int first, List<Audience> audiences, @Nullable String organisation,
			LocalDate today) {
	}

	@Override
	public void addTo(Projections projections) {
		projections.query().many("hotspots", "Hotspot", DEFAULT, this::hotspots);
		projections.type("Hotspot")
			.properties("key", "obstacles", "organisations")
			.computed("label", NEEDS, (fetched, _) -> new Row(fetched).textOr("alone", NodeLabel.of(new Row(fetched))));
	}

	private Hop hotspots(Asked asked) {
		int first = Objects.requireNonNullElse(asked.number("first"), DEFAULT);
		if (first < 1 || first > MOST) {
			throw new Refusal.BadRequest("'first' must be from 1 to %d, not %d.".formatted(MOST, first));
		}
		HotspotDimension by = HotspotDimension.valueOf(String.valueOf(asked.text("by")));
		Hop hotspots = asked.object("filter").isEmpty() ? Hop.along(KEPT).with("spots", whole(asked, by, first))
				: CountedObstacles.of(asked, this.citations).then(by(by)).with("most", first);
		return hotspots.orderBy("-it.obstacles, -it.organisations, it.key");
	}

	private List<Map<String, Object>> whole(Asked asked, HotspotDimension by, int first) {
		Whole question = new Whole(by, first, Audience.of(asked.viewer()), asked.viewer().organisation(),
				asked.today());
		return this.kept.get(question, (_) -> {
			Map<String, Object> parameters = new HashMap<>(asked.parameters());
			parameters.put("arg", Map.of("most", first));
			return this.transactions.lookUp(WHOLE.formatted(CountedObstacles.COUNT, by(by)), parameters)
				.stream()
				.map(Row::values)
				.toList();
		});
	}

	private static String by(HotspotDimension dimension) {
		return switch (dimension) {
			case PROVISION -> counted("MATCH (_obstacle)-[:BLOCKED_BY]->(_key:Provision)", NODE);
			case LAW -> counted("MATCH (_obstacle)-[:BLOCKED_BY]->(_place)<-[:HAS_PROVISION*0..1]-(_key:Law)", NODE);
			case SERVICE ->
				counted("MATCH (_obstacle)-[:AFFECTS]->(_service:Service)-[:PART_OF*0..8]->(_key:Service)", NODE);
			case MUNICIPALITY -> countedInAreas("MATCH (_met)-[:GOVERNS]->(_key:Municipality)");
			case COUNTY -> countedInAreas("""
					MATCH (_met)-[:GOVERNS]->(_area:Area)-[_up:IN*0..1]->(_key:County)
					WHERE all(_in IN _up WHERE %s)""".formatted(TODAY));
			case DEPARTMENT -> counted("""
					MATCH (_obstacle)-[:BLOCKED_BY]->(_place)<-[:HAS_PROVISION*0..1]-(_law:Law)
					WITH _obstacle, _law.department AS _key WHERE _key IS NOT NULL""", TEXT);
			case KIND -> counted("WITH _obstacle, _obstacle.kind AS _key WHERE _key IS NOT NULL", TEXT);
		};
	}

	private static String counted(String key, String spot) {
		return COUNTED.formatted(key, spot) + FIRST;
	}

	private static String countedInAreas(String key) {
		return COUNTED_IN_AREAS.formatted(key, NODE) + FIRST;
	}

}
