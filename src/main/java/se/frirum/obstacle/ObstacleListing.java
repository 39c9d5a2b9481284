package se.frirum.obstacle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import se.frirum.law.Citations;
import se.frirum.law.Resolution;
import se.frirum.platform.answer.AnsweredCase;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.projection.SearchText;
import se.frirum.platform.security.Audience;

/// Which obstacles a list holds, and in which order. The most selective filter says where
/// the search starts: at the full-text index, at the cases that are named, at the edges of
/// a section, an organisation, an act, a service or an area, else along the order's own
/// index. The others are conditions.
final class ObstacleListing {

	/// A filter that has edges of its own.
	///
	/// @param start a search that begins there
	/// @param condition the same of obstacles found otherwise
	private record Edge(String filter, String start, String condition) {
	}

	private static final String AS_TODAY = """
			all(_step IN _in WHERE (_step.from IS NULL OR _step.from <= $today)
				AND (_step.until IS NULL OR $today < _step.until))""";

	private static final int MOST_IDS = 100;

	/// The most selective first.
	private static final List<Edge> EDGES = List.of(
			new Edge("ids", "MATCH (it:Obstacle) WHERE it.id IN $arg.filter.ids", "it.id IN $arg.filter.ids"),
			new Edge("provision", "MATCH (:Provision {id: $arg.provision})<-[:BLOCKED_BY]-(it:Obstacle)",
					"EXISTS { MATCH (it)-[:BLOCKED_BY]->(:Provision {id: $arg.provision}) }"),
			new Edge("organisation",
					"MATCH (:Organisation {id: $arg.filter.organisation})-[:REPORTED_BY|ENDORSES]-(it:Obstacle)",
					"EXISTS { MATCH (it)-[:REPORTED_BY|ENDORSES]-(:Organisation {id: $arg.filter.organisation}) }"),
			new Edge("law", "MATCH (:Law {id: $arg.law})-[:HAS_PROVISION*0..1]->(_place)<-[:BLOCKED_BY]-(it:Obstacle)",
					"EXISTS { MATCH (it)-[:BLOCKED_BY]->(_place)<-[:HAS_PROVISION*0..1]-(:Law {id: $arg.law}) }"),
			new Edge("service", """
					MATCH (:Service {id: 'service:' + $arg.filter.service})<-[:PART_OF*0..8]-(_service:Service)
						<-[:AFFECTS]-(it:Obstacle)""", """
					EXISTS { MATCH (it)-[:AFFECTS]->(_service:Service)
						-[:PART_OF*0..8]->(:Service {id: 'service:' + $arg.filter.service}) }"""), new Edge("area", """
					MATCH (:Area {id: 'area:' + $arg.filter.area})<-[_in:IN*0..2]-(_inside:Area)
						<-[:GOVERNS]-(_organisation:Organisation)-[:REPORTED_BY|ENDORSES]-(it:Obstacle)
					WHERE %s""".formatted(AS_TODAY), """
					EXISTS { MATCH (it)-[:REPORTED_BY|ENDORSES]-(_organisation:Organisation)-[:GOVERNS]->(_inside:Area)
						-[_in:IN*0..2]->(:Area {id: 'area:' + $arg.filter.area})
						WHERE %s }""".formatted(AS_TODAY)));

	/// A trial that addresses it is in force today, from its first clause until its last.
	private static final String IN_TRIAL = """
			EXISTS { MATCH (it)<-[:ADDRESSES]-(_trial:Trial)
				WHERE EXISTS { MATCH (_trial)-[:HAS_CLAUSE]->(_clause:TrialClause) WHERE _clause.from <= $today }
					AND EXISTS { MATCH (_trial)-[:HAS_CLAUSE]->(_clause:TrialClause)
						WHERE _clause.from IS NOT NULL AND (_clause.until IS NULL OR $today < _clause.until) } }""";

	/// A proposal that the caller may see addresses it and is open, or in the pipeline.
	private static final String IN_PROPOSAL = """
			EXISTS { MATCH (it)<-[:ADDRESSES]-(_proposal:Proposal) WHERE (%s) AND _proposal.status IN %s }""";

	private static final String PROPOSED = IN_PROPOSAL.formatted(Audience.VISIBLE.replace("this", "_proposal"),
			"['SUBMITTED', 'UNDER_REVIEW', 'RETURNED', 'ACCEPTED', 'DEFERRED']");

	private static final String AMENDING = IN_PROPOSAL.formatted(Audience.VISIBLE.replace("this", "_proposal"),
			"['IN_PIPELINE']");

	/// What narrows a search and has no edges to start at.
	private static final Map<String, String> CONDITIONS = Map.of("statuses", "it.status IN $arg.filter.statuses",
			"kinds", "it.kind IN $arg.filter.kinds", "closures", "it.closure IN $arg.filter.closures", "stages",
			"('IN_TRIAL' IN $arg.filter.stages AND %s) OR ('IN_PROPOSAL' IN $arg.filter.stages AND %s) OR ('AMENDING' IN $arg.filter.stages AND %s)"
				.formatted(IN_TRIAL, PROPOSED, AMENDING),
			"reportedFrom", "it.newest >= $arg.reportedFrom", "reportedUntil", "it.newest < $arg.reportedUntil");

	private final Asked asked;

	private final Citations citations;

	private final Map<String, Object> filter;

	private ObstacleListing(Asked asked, Citations citations) {
		this.asked = asked;
		this.citations = citations;
		this.filter = asked.object("filter");
	}

	static Listing of(Asked asked, Citations citations) {
		return new ObstacleListing(asked, citations).listing();
	}

	private Listing listing() {
		String order = this.asked.text("orderBy");
		ObstacleOrder by = (order != null) ? ObstacleOrder.valueOf(order) : ObstacleOrder.NEWEST;
		Hop hop = narrowed(start());
		Listing listing = switch (by) {
			case NEWEST -> new Listing(hop, "it.newest", true, "");
			case OLDEST -> new Listing(hop, "it.newest", false, "");
			case MOST_ENDORSED -> new Listing(hop, "it.endorsed", true, "");
			case RECENTLY_CHANGED -> new Listing(hop, "it.changed", true, "");
		};
		return listing.named(by.name());
	}

	private Hop start() {
		if (this.filter.get("ids") instanceof List<?> ids && ids.size() > MOST_IDS) {
			throw new Refusal.BadRequest("At most %d ids in a filter.".formatted(MOST_IDS));
		}
		List<Edge> edges = new ArrayList<>(EDGES);
		edges.removeIf((edge) -> !given(edge.filter()));
		Hop start;
		if (!words().isEmpty()) {
			start = Hop.along("CALL db.index.fulltext.queryNodes('obstacle_text', $arg.query) YIELD node AS it WITH it")
				.with("query", words().allIn(ObstacleProjection.TEXT_FIELDS) + " AND "
						+ Audience.indexed(this.asked.viewer()));
		}
		else if (!edges.isEmpty()) {
			start = Hop.along(edges.removeFirst().start() + "\nWITH DISTINCT it");
		}
		else {
			start = Hop.along("MATCH (it:Obstacle)");
		}
		for (Edge edge : edges) {
			start = start.where(edge.condition());
		}
		return start.with("provision", provision()).with("law", law());
	}

	private Hop narrowed(Hop hop) {
		Hop narrowed = hop.with("reportedFrom", startOf("reportedFrom"))
			.with("reportedUntil", startOf("reportedUntil"));
		for (String condition : new TreeMap<>(CONDITIONS).entrySet()
			.stream()
			.filter((each) -> given(each.getKey()))
			.map(Map.Entry::getValue)
			.toList()) {
			narrowed = narrowed.where(condition);
		}
		return (given("text") && words().isEmpty()) ? narrowed.where("false") : narrowed;
	}

	private boolean given(String name) {
		return this.filter.get(name) != null;
	}

	/// The sort key from which a day of the filter begins.
	private @Nullable String startOf(String day) {
		return (this.filter.get(day) instanceof LocalDate date) ? AnsweredCase.sortable(date) : null;
	}

	private @Nullable String provision() {
		String cited = (String) this.filter.get("provision");
		if (cited == null) {
			return null;
		}
		return switch (this.citations.find(cited)) {
			case Resolution.Found found when found.provision() != null -> found.provision();
			case Resolution.Found _ ->
				throw new Refusal.BadRequest("Name a section that the register holds: '21 kap. 4 § skollagen'.");
			case Resolution.Unresolved unresolved -> throw new Refusal.BadRequest(unresolved.message());
		};
	}

	private @Nullable String law() {
		String named = (String) this.filter.get("law");
		return (named != null) ? this.citations.act(named).value() : null;
	}

	private SearchText words() {
		String text = (String) this.filter.get("text");
		return SearchText.of((text != null) ? text : "");
	}

}
