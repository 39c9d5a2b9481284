package se.frirum.obstacle;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Unaccepted;
import se.frirum.platform.security.Audience;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Component;

/// Hands out the case that somebody is about to move: locked, seen by the caller, and as
/// the caller last read it.
@Component
class ObstacleDesk {

	/// Writing the version takes the lock before it is compared, so that the second of
	/// two simultaneous writers compares with what the first has left.
	private static final String LOCK = """
			MATCH (obstacle:Obstacle {id: $id})
			SET obstacle.version = obstacle.version + $step
			RETURN obstacle.version - $step AS version, obstacle.audience AS audience, obstacle.owner AS owner
			""";

	private static final String KNOWN = "MATCH (organisation:Organisation {id: $id}) RETURN organisation.id AS id";

	private final Obstacles obstacles;

	private final Transactions transactions;

	private final Clock clock;

	ObstacleDesk(Obstacles obstacles, Transactions transactions, Clock clock) {
		this.obstacles = obstacles;
		this.transactions = transactions;
		this.clock = clock;
	}

	OffsetDateTime now() {
		return OffsetDateTime.now(this.clock);
	}

	/// A case about to change, within the transaction at hand.
	/// @throws Unaccepted NOT_FOUND where the caller may not see it, STALE where it
	/// changed since
	Obstacle take(String id, int expectedVersion, Viewer viewer) {
		return asExpected(lock(id, 1, viewer), id, expectedVersion);
	}

	/// A case about to lose a link, within the transaction at hand; its version stays.
	/// @throws Unaccepted NOT_FOUND where the caller may not see it, STALE where it
	/// changed since
	Obstacle hold(String id, int expectedVersion, Viewer viewer) {
		return asExpected(lock(id, 0, viewer), id, expectedVersion);
	}

	/// A case about to get a link, within the transaction at hand; its version stays.
	/// @throws Unaccepted NOT_FOUND where the caller may not see it
	Obstacle hold(String id, Viewer viewer) {
		lock(id, 0, viewer);
		return found(id);
	}

	private Obstacle asExpected(Row locked, String id, int expectedVersion) {
		if (locked.number("version") != expectedVersion) {
			throw new Unaccepted(ProblemCode.STALE,
					"Somebody changed this since you read it: it is at version %d now. Read it again."
						.formatted(locked.number("version")),
					"input", "expectedVersion");
		}
		return found(id);
	}

	private Row lock(String id, int step, Viewer viewer) {
		return this.transactions.query(LOCK, Map.of("id", id, "step", step))
			.stream()
			.filter((row) -> Audience.valueOf(row.text("audience")).includes(viewer, row.text("owner")))
			.findFirst()
			.orElseThrow(ObstacleDesk::notFound);
	}

	private Obstacle found(String id) {
		return this.obstacles.findById(id).orElseThrow(ObstacleDesk::notFound);
	}

	private static Unaccepted notFound() {
		return new Unaccepted(ProblemCode.NOT_FOUND, "There is no such obstacle.", "input", "id");
	}

	/// The organisation that somebody acts for.
	/// @throws Unaccepted where there is none, or the register doesn't know it
	String organisation(Viewer viewer) {
		@Nullable String organisation = viewer.organisation();
		if (organisation == null || this.transactions.lookUp(KNOWN, Map.of("id", organisation)).isEmpty()) {
			throw new Unaccepted(ProblemCode.INVALID,
					"Your account acts for no organisation that the register knows. Ask whoever runs Frirum to link it to one.");
		}
		return organisation;
	}

}
