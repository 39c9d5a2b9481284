package se.frirum.obstacle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import se.frirum.law.Citations;
import se.frirum.law.Resolution.Found;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.SearchText;
import se.frirum.platform.security.Audience;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Component;

/// Finds what others reported that is like what somebody is about to report. The same
/// section weighs more than the same act, that more than a service, and that more than
/// all shared words; each hit says why it is one.
@Component
class SimilarObstacles {

	private static final int MOST = 50;

	private static final int DEFAULT = 10;

	/// Candidates start at their own edges and at the full-text index; only what the
	/// caller may see is scored, and of the rest only submitted cases on the same
	/// sections are counted. The first act weighs 100, and all of them never as much as a
	/// section; the first service 10, and all of them never as much as an act.
	private static final String FIND = """
			CALL () {
				UNWIND $provisions AS id
				MATCH (provision:Provision {id: id})<-[:BLOCKED_BY]-(obstacle:Obstacle)
				MATCH (provision)<-[:HAS_PROVISION]-(law:Law)
				RETURN DISTINCT obstacle, 1000.0 AS score, 'same section: ' + coalesce(provision.chapter + ' kap. ', '')
					+ provision.section + ' § ' + coalesce(law.name + ' (' + law.designation + ')', law.title) AS because
				UNION ALL
				UNWIND $laws AS id
				MATCH (law:Law {id: id})
				MATCH (law)-[:HAS_PROVISION*0..1]->()<-[:BLOCKED_BY]-(obstacle:Obstacle)
				WITH obstacle, collect(DISTINCT coalesce(law.name + ' (' + law.designation + ')', law.title)) AS acts
				UNWIND acts AS act
				RETURN obstacle, 900.0 / (size(acts) + 8) AS score, 'same act: ' + act AS because
				UNION ALL
				UNWIND $services AS code
				MATCH (service:Service {id: 'service:' + code})<-[:AFFECTS]-(obstacle:Obstacle)
				WITH obstacle, collect(DISTINCT service.name) AS services
				UNWIND services AS name
				RETURN obstacle, 90.0 / (size(services) + 8) AS score, 'same service: ' + name AS because
				UNION ALL
				WITH $words AS words WHERE words <> ''
				CALL db.index.fulltext.queryNodes('obstacle_text', words, {limit: 200}) YIELD node
				WITH node, toLower(node.title + ' ' + node.description) AS text
				RETURN node AS obstacle, 1.0 + 8.0 * size([word IN $shared WHERE text CONTAINS word]) / size($shared) AS score,
					'similar words' AS because
			}
			WITH obstacle, sum(score) AS score, collect(because) AS because
			WHERE obstacle.status <> 'DRAFT' AND NOT EXISTS { MATCH (obstacle)-[:DUPLICATE_OF]->() } AND (%s)
			RETURN obstacle.id AS id, score, because
			ORDER BY score DESC, obstacle.newest DESC
			LIMIT $first
			"""
		.formatted(Audience.VISIBLE.replace("this", "obstacle"));

	private static final String AWAITING = """
			MATCH (provision:Provision)<-[:BLOCKED_BY]-(obstacle:Obstacle)
			WHERE provision.id IN $provisions AND obstacle.status = 'SUBMITTED' AND NOT coalesce(%s, false)
			RETURN count(DISTINCT obstacle) AS awaiting
			""".formatted(Audience.VISIBLE.replace("this", "obstacle"));

	private final Transactions transactions;

	private final Citations citations;

	SimilarObstacles(Transactions transactions, Citations citations) {
		this.transactions = transactions;
		this.citations = citations;
	}

	/// Where the read path takes over: what was found, best first.
	Hop hop(Asked asked) {
		Map<String, Object> parameters = parameters(asked);
		List<Map<String, Object>> found = this.transactions.lookUp(FIND, parameters).stream().map(Row::values).toList();
		long awaiting = this.transactions.lookUp(AWAITING, parameters).getFirst().number("awaiting");
		return Hop.along("WITH $arg.similar AS it").with("similar", Map.of("found", found, "awaitingReview", awaiting));
	}

	private Map<String, Object> parameters(Asked asked) {
		Row input = new Row(asked.object("input"));
		List<String> citations = input.texts("citations");
		if (citations.size() > ObstacleLinks.MOST) {
			throw new Refusal.BadRequest(
					"At most %d citations; this has %,d.".formatted(ObstacleLinks.MOST, citations.size()));
		}
		if (input.texts("services").size() > ObstacleLinks.MOST) {
			throw new Refusal.BadRequest("At most %d services.".formatted(ObstacleLinks.MOST));
		}
		Set<String> provisions = new HashSet<>();
		Set<String> laws = new HashSet<>();
		for (String citation : citations) {
			if (this.citations.find(citation) instanceof Found found) {
				laws.add(found.target().law().value());
				found.provisionId().ifPresent(provisions::add);
			}
		}
		Map<String, Object> viewer = new HashMap<>();
		viewer.put("audiences", Audience.of(asked.viewer()).stream().map(Audience::name).toList());
		viewer.put("organisation", asked.viewer().organisation());
		SearchText words = SearchText.of(input.textOr("title", "") + " " + input.textOr("description", ""));
		return Map.of("provisions", new ArrayList<>(provisions), "laws", new ArrayList<>(laws), "services",
				input.texts("services"), "words", query(words, asked.viewer()), "shared", words.words(), "first",
				first(asked), "viewer", viewer);
	}

	private static String query(SearchText words, Viewer viewer) {
		return words.isEmpty() ? "" : words.anyIn(ObstacleProjection.TEXT_FIELDS) + " AND " + Audience.indexed(viewer);
	}

	private static int first(Asked asked) {
		Integer first = asked.number("first");
		if (first != null && (first < 1 || first > MOST)) {
			throw new Refusal.BadRequest("'first' must be from 1 to %d, not %d.".formatted(MOST, first));
		}
		return (first != null) ? first : DEFAULT;
	}

}
