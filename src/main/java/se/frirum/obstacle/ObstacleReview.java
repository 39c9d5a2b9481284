package se.frirum.obstacle;

import se.frirum.platform.database.Transactions;
import se.frirum.platform.event.Entry;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Service;

/// Analysts and liaisons read what was submitted, take it up and publish it.
@Service
class ObstacleReview {

	private static final int REASON = 5_000;

	private final Transactions transactions;

	private final Obstacles obstacles;

	private final ObstacleDesk desk;

	private final EventLog log;

	ObstacleReview(Transactions transactions, Obstacles obstacles, ObstacleDesk desk, EventLog log) {
		this.transactions = transactions;
		this.obstacles = obstacles;
		this.desk = desk;
		this.log = log;
	}

	String review(ReviewObstacleInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			Obstacle obstacle = this.desk.take(input.id(), input.expectedVersion(), viewer);
			Problems problems = new Problems();
			String reason = problems.text(input.reason(), false, REASON, "input", "reason");
			problems.raise();
			ObstacleStatus before = obstacle.status();
			switch (input.decision()) {
				case TAKE_UP -> obstacle.takeUp(input.publish(), this.desk.now());
				case PUBLISH -> obstacle.publish(this.desk.now());
			}
			this.obstacles.save(obstacle);
			this.log.append("Obstacle",
					Entry.of(obstacle.id(), event(input.decision()), viewer, obstacle.audience(), obstacle.owner())
						.moving(before, obstacle.status())
						.because(reason));
			return obstacle.id();
		});
	}

	private static String event(ObstacleDecision decision) {
		return switch (decision) {
			case TAKE_UP -> "OBSTACLE_TAKEN_UP";
			case PUBLISH -> "OBSTACLE_PUBLISHED";
		};
	}

}
