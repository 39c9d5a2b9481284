package se.frirum.obstacle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.frirum.law.Citations;
import se.frirum.law.LawId;
import se.frirum.law.Resolution;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.projection.SearchText;
import se.frirum.platform.security.Audience;
import se.frirum.platform.security.Viewer;

/// Which obstacles a list holds, and in which order. The most selective filter says where
/// the search starts: at the full-text index, at a section's or organisation's edges,
/// else along the order's own index. The others are conditions.
final class ObstacleListing {

	private final Asked asked;

	private final Citations citations;

	private final Map<String, Object> filter;

	private final List<String> conditions = new ArrayList<>();

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
		Hop hop = hop();
		Listing listing = switch (by) {
			case NEWEST -> new Listing(hop, "it.newest", true, "");
			case OLDEST -> new Listing(hop, "it.newest", false, "");
			case MOST_ENDORSED -> new Listing(hop, "it.endorsed", true, "");
			case RECENTLY_CHANGED -> new Listing(hop, "it.changed", true, "");
		};
		return listing.named(by.name());
	}

	private Hop hop() {
		Hop start = start();
		given("statuses", "it.status IN $arg.filter.statuses");
		given("kinds", "it.kind IN $arg.filter.kinds");
		given("stages", "any(_stage IN $arg.filter.stages WHERE _stage = 'IN_TRIAL' AND " + IN_TRIAL + ")");
		given("service",
				"""
						EXISTS { MATCH (it)-[:AFFECTS]->(:Service)-[:PART_OF*0..8]->(:Service {id: 'service:' + $arg.filter.service}) }""");
		given("area",
				"""
						EXISTS { MATCH (it)-[:REPORTED_BY|ENDORSES]-(:Organisation)-[:GOVERNS]->(:Area)-[_in:IN*0..2]->(:Area {id: 'area:' + $arg.filter.area})
							WHERE all(_step IN _in WHERE (_step.from IS NULL OR _step.from <= $today)
								AND (_step.until IS NULL OR $today < _step.until)) }""");
		given("reportedFrom", "it.newest >= $arg.reportedFrom");
		given("reportedUntil", "it.newest < $arg.reportedUntil");
		if (this.filter.get("text") != null && words().isEmpty()) {
			this.conditions.add("false");
		}
		Hop filtered = start.with("reportedFrom", startOf("reportedFrom"))
			.with("reportedUntil", startOf("reportedUntil"));
		for (String condition : this.conditions) {
			filtered = filtered.where(condition);
		}
		return filtered;
	}

	/// A trial that addresses it is in force today.
	private static final String IN_TRIAL = """
			EXISTS { MATCH (it)<-[:ADDRESSES]-(:Trial)-[:HAS_CLAUSE]->(_clause:TrialClause)
				WHERE _clause.from <= $today AND (_clause.until IS NULL OR $today < _clause.until) }""";

	private Hop start() {
		if (!words().isEmpty()) {
			condition("provision", AT_PROVISION);
			condition("law", AT_LAW);
			condition("organisation", AT_ORGANISATION);
			return resolved(Hop
				.along("CALL db.index.fulltext.queryNodes('obstacle_text', $arg.query) YIELD node AS it WITH it")
				.with("query",
						words().allIn(ObstacleProjection.TEXT_FIELDS) + " AND " + audience(this.asked.viewer())));
		}
		if (this.filter.get("provision") != null) {
			condition("law", AT_LAW);
			condition("organisation", AT_ORGANISATION);
			return resolved(
					Hop.along("MATCH (:Provision {id: $arg.provision})<-[:BLOCKED_BY]-(it:Obstacle) WITH DISTINCT it"));
		}
		if (this.filter.get("organisation") != null) {
			condition("law", AT_LAW);
			return resolved(Hop.along(
					"MATCH (:Organisation {id: $arg.filter.organisation})-[:REPORTED_BY|ENDORSES]-(it:Obstacle) WITH DISTINCT it"));
		}
		if (this.filter.get("law") != null) {
			return resolved(Hop.along(
					"MATCH (:Law {id: $arg.law})-[:HAS_PROVISION*0..1]->(_place)<-[:BLOCKED_BY]-(it:Obstacle) WITH DISTINCT it"));
		}
		return Hop.along("MATCH (it:Obstacle)");
	}

	private static final String AT_PROVISION = "EXISTS { MATCH (it)-[:BLOCKED_BY]->(:Provision {id: $arg.provision}) }";

	private static final String AT_LAW = """
			EXISTS { MATCH (it)-[:BLOCKED_BY]->(_place)<-[:HAS_PROVISION*0..1]-(:Law {id: $arg.law}) }""";

	private static final String AT_ORGANISATION = """
			EXISTS { MATCH (it)-[:REPORTED_BY|ENDORSES]-(:Organisation {id: $arg.filter.organisation}) }""";

	private void condition(String name, String condition) {
		given(name, condition);
	}

	private void given(String name, String condition) {
		if (this.filter.get(name) != null) {
			this.conditions.add(condition);
		}
	}

	/// The sort key from which a day of the filter begins.
	private @Nullable String startOf(String day) {
		return (this.filter.get(day) instanceof LocalDate date) ? Obstacle.sortable(date) : null;
	}

	private Hop resolved(Hop hop) {
		return hop.with("provision", provision()).with("law", law());
	}

	private @Nullable String provision() {
		String cited = (String) this.filter.get("provision");
		if (cited == null) {
			return null;
		}
		return switch (this.citations.resolve(cited)) {
			case Resolution.Found found when found.provision() != null -> found.provision();
			case Resolution.Found _ ->
				throw new Refusal.BadRequest("Name a section, not a whole act: '21 kap. 4 § skollagen'.");
			case Resolution.Unresolved unresolved -> throw new Refusal.BadRequest(unresolved.message());
		};
	}

	private @Nullable String law() {
		String designation = (String) this.filter.get("law");
		if (designation == null) {
			return null;
		}
		return LawId.parse(designation)
			.map(LawId::value)
			.orElseThrow(() -> new Refusal.BadRequest("Name the act by its designation: '2010:800'."));
	}

	private SearchText words() {
		String text = (String) this.filter.get("text");
		return SearchText.of((text != null) ? text : "");
	}

	/// The audience stands in the index, so that hits the caller may not see are not even
	/// found.
	static String audience(Viewer viewer) {
		StringBuilder audience = new StringBuilder("(");
		audience.append(String.join(" OR ",
				Audience.of(viewer)
					.stream()
					.map((each) -> "audience:" + each.name().toLowerCase(Locale.ROOT))
					.toList()));
		String organisation = viewer.organisation();
		if (organisation != null) {
			audience.append(" OR owner:\"").append(organisation.replaceAll("[\"\\\\]", "\\\\$0")).append('"');
		}
		return audience.append(')').toString();
	}

}
