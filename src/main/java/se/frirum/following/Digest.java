package se.frirum.following;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.Operations;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.graphql.RequestContext;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.Listing;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/// What others did to an organisation's own cases and to what it follows; and that a case
/// it endorsed was merged or split.
@Component
class Digest {

	/// The list that a digest's cursors belong to.
	static final String LIST = "Query.digest ";

	/// Filters are applied to what changed last.
	private static final int NEWEST = 100;

	private static final String FILTERS = """
			MATCH (follow:Follow {owner: $owner})
			WHERE follow.filter IS NOT NULL
			RETURN follow.filter AS filter
			""";

	private static final String MATCHING = """
			query Matching($filter: ObstacleFilter!, $first: Int!) {
				obstacles(filter: $filter, orderBy: RECENTLY_CHANGED, first: $first) { nodes { id } }
			}""";

	/// It starts at what the organisation has and follows, and looks up what happened to
	/// that.
	private static final String EVENTS = """
			CALL () {
				MATCH (_own:Organisation {id: $viewer.organisation})<-[:REPORTED_BY|PROPOSED_BY]-(_subject)
				RETURN _subject.id AS _about
				UNION
				MATCH (_follow:Follow {owner: $viewer.organisation})-[:OF]->(_subject:Obstacle|Proposal|Trial|Lesson)
				RETURN _subject.id AS _about
				UNION
				%s
				UNION
				%s
				UNION
				UNWIND $arg.filtered AS _about
				RETURN _about
			}
			WITH collect(_about) AS _followed
			CALL (_followed) {
				UNWIND _followed AS _about
				MATCH (_event:Event {subject: _about})
				RETURN _event
				UNION
				MATCH (_own:Organisation {id: $viewer.organisation})-[:ENDORSES]->(_endorsed:Obstacle)
				MATCH (_event:Event {subject: _endorsed.id})
				WHERE _event.type IN ['OBSTACLE_MERGED', 'OBSTACLE_SPLIT']
				RETURN _event
			}
			WITH _event AS it
			WHERE coalesce(it.organisation <> $viewer.organisation, true)
			WITH it""".formatted(
			Surroundings.ofRules("MATCH (_follow:Follow {owner: $viewer.organisation})-[:OF]->(_rule:Law|Provision)"),
			Surroundings.ofAreas("MATCH (_follow:Follow {owner: $viewer.organisation})-[:OF]->(_area:Area)"));

	private final Transactions transactions;

	private final Operations operations;

	private final JsonMapper json;

	Digest(Transactions transactions, Operations operations, JsonMapper json) {
		this.transactions = transactions;
		this.operations = operations;
		this.json = json;
	}

	Listing listing(Asked asked) {
		String organisation = asked.viewer().organisation();
		if (organisation == null) {
			throw new Refusal.BadRequest("Your account acts for no organisation, so there is nothing it follows.");
		}
		return Listing.by("it.key", Hop.along(EVENTS).with("filtered", filtered(organisation, asked.request())));
	}

	private List<String> filtered(String organisation, RequestContext request) {
		return this.transactions.lookUp(FILTERS, Map.of("owner", organisation))
			.stream()
			.map((row) -> row.text("filter"))
			.flatMap((filter) -> matching(filter, request).stream())
			.distinct()
			.toList();
	}

	/// A filter that names what is no longer there finds nothing.
	@SuppressWarnings("unchecked")
	private List<String> matching(String filter, RequestContext request) {
		try {
			Map<String, @Nullable Object> found = this.operations.execute(MATCHING,
					Map.of("filter", this.json.readValue(filter, Map.class), "first", NEWEST), request);
			return new Row((Map<String, Object>) Objects.requireNonNull(found.get("obstacles"))).rows("nodes")
				.stream()
				.map((node) -> node.text("id"))
				.toList();
		}
		catch (Refusal.BadRequest outdated) {
			return List.of();
		}
	}

}
