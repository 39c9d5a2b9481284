package se.frirum.obstacle;

import se.frirum.law.Citations;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.security.Audience;

/// The obstacles that counts are of: what stands in the way now, of that which the caller
/// may see.
public final class CountedObstacles {

	/// Handed in, not closed, not merged into another.
	static final String OPEN = """
			NOT it.status IN ['DRAFT', 'CLOSED'] AND NOT EXISTS { MATCH (it)-[:DUPLICATE_OF]->(:Obstacle) }""";

	/// What a search has found as `_obstacle`, of that which counts.
	public static final String COUNT = "(%s) AND %s".formatted(Audience.VISIBLE.replace("this", "_obstacle"),
			OPEN.replace("(it)", "(_obstacle)").replace("it.", "_obstacle."));

	private CountedObstacles() {
	}

	/// Those that fulfil the argument `filter`, each as `_obstacle`.
	public static Hop of(Asked asked, Citations citations) {
		return ObstacleListing.of(asked, citations)
			.hop()
			.where("it.newest > ''")
			.folded()
			.then("WITH it AS _obstacle WHERE " + COUNT);
	}

}
