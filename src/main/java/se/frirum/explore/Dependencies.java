package se.frirum.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;

import org.springframework.stereotype.Component;

/// What leans on what, from any node.
@Component
class Dependencies implements ProjectionTable {

	private static final int DEEPEST = 4;

	private static final int MOST = 1_000;

	private static final String NODES = """
			UNWIND this.nodes AS _found
			MATCH (_node:Law|Provision|Obstacle|Proposal|Trial|Organisation|Service|Area {id: _found.id})
			WITH {node: _node, distance: _found.distance, place: _found.place} AS it""";

	private final Transactions transactions;

	Dependencies(Transactions transactions) {
		this.transactions = transactions;
	}

	@Override
	public void addTo(Projections projections) {
		projections.query().found("dependencies", "DependencyGraph", 50, (asked) -> graph(asked, projections));
		projections.type("DependencyGraph")
			.properties("truncated")
			.many("nodes", "DependencyNode", 50, Hop.along(NODES).orderBy("it.place"))
			.many("edges", "DependencyEdge", 50, Hop.along("UNWIND this.edges AS it WITH it"));
		projections.type("DependencyNode")
			.properties("distance")
			.one("node", "Node", Hop.along("WITH this.node AS it"))
			.computed("label", NodeLabel.NEEDS, (fetched, _) -> NodeLabel.of(new Row(fetched)));
		projections.type("DependencyEdge").properties("from", "to", "kind");
	}

	private Hop graph(Asked asked, Projections projections) {
		Row input = new Row(asked.object("input"));
		String start = input.text("from");
		long depth = input.number("depth");
		long limit = input.number("limit");
		require(depth >= 1 && depth <= DEEPEST, "'depth' must be from 1 to %d, not %d.".formatted(DEEPEST, depth));
		require(limit >= 1 && limit <= MOST, "'limit' must be from 1 to %,d, not %,d.".formatted(MOST, limit));
		require(isVisible(start, asked, projections),
				"There is no such node to start from. Give the id of an act, a section, a case, a trial, an organisation, a service or an area.");
		DependencyWalk walk = new DependencyWalk(this.transactions, projections, asked.parameters(),
				DependencyWalk.kinds(input.texts("kinds")), Direction.valueOf(input.text("direction")), (int) limit);
		walk.from(start, (int) depth);
		List<Map<String, Object>> nodes = new ArrayList<>();
		walk.distances()
			.forEach((id, distance) -> nodes.add(Map.of("id", id, "distance", distance, "place", nodes.size())));
		return Hop.along("WITH $arg.graph AS it")
			.with("graph", Map.of("nodes", nodes, "edges", walk.edges().stream().map(DependencyWalk.Edge::row).toList(),
					"truncated", walk.truncated()));
	}

	private boolean isVisible(String id, Asked asked, Projections projections) {
		Map<String, Object> parameters = new HashMap<>(asked.parameters());
		parameters.put("start", id);
		return projections.nodeType(id)
			.filter(DependencyKind::links)
			.map((type) -> this.transactions.lookUp("MATCH (_start:%s {id: $start}) WHERE %s RETURN _start.id AS id"
				.formatted(type, projections.visible(type, "_start")), parameters))
			.filter((found) -> !found.isEmpty())
			.isPresent();
	}

	private static void require(boolean holds, String message) {
		if (!holds) {
			throw new Refusal.BadRequest(message);
		}
	}

}
