package se.frirum.journey;

import java.util.Objects;

import se.frirum.obstacle.CountedObstacles;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;

import org.springframework.stereotype.Component;

/// How journeys are read: what stands in the way of each step, and by which rules.
@Component
class JourneyProjection implements ProjectionTable {

	/// What affects a service of the step, or a part of one, and still stands in the way.
	private static final String IN_THE_WAY = """
			MATCH (this)-[:THROUGH]->(:Service)<-[:PART_OF*0..8]-(_part:Service)<-[:AFFECTS]-(_obstacle:Obstacle)
			WHERE %s
			WITH DISTINCT _obstacle""".formatted(CountedObstacles.COUNT);

	private static final String ON_THE_JOURNEY = IN_THE_WAY.replace("(this)-", "(this)-[:HAS_PART]->(:JourneyStep)-");

	@Override
	public void addTo(Projections projections) {
		projections.query()
			.many("journeys", "Journey", 5, Hop.along("MATCH (it:Journey)").where("it.code > ''").orderBy("it.code"))
			.one("journey", "Journey", (asked) -> Hop.along("MATCH (it:Journey {code: $arg.code})")
				.with("code", Objects.requireNonNull(asked.text("code"))));
		projections.type("Journey")
			.properties("code", "title", "description")
			.count("obstacleCount", "Obstacle", 20, Hop.along(ON_THE_JOURNEY + "\nWITH _obstacle AS it"))
			.many("steps", "JourneyStep", 6,
					Hop.along("MATCH (this)-[:HAS_PART]->(it:JourneyStep)").orderBy("it.place"));
		projections.type("JourneyStep")
			.properties("title", "authorities")
			.many("services", "Service", 2, Hop.along("MATCH (this)-[:THROUGH]->(it:Service)").orderBy("it.code"))
			.connection("obstacles", "Obstacle", 5,
					new Listing(Hop.along(IN_THE_WAY + "\nWITH _obstacle AS it"), "it.newest", true, ""))
			.many("blockedBy", "Provision", 5, Hop.along(IN_THE_WAY + """

					MATCH (_obstacle)-[:BLOCKED_BY]->(it:Provision)
					WITH DISTINCT it""").orderBy("it.key"))
			.many("blockedByActs", "Law", 2, Hop.along(IN_THE_WAY + """

					MATCH (_obstacle)-[:BLOCKED_BY]->(it:Law)
					WITH DISTINCT it""").orderBy("it.key"));
	}

}
