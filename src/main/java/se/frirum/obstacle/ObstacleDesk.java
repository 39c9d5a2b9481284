package se.frirum.obstacle;

import java.time.OffsetDateTime;

import se.frirum.platform.answer.CaseDesk;
import se.frirum.platform.graphql.Unaccepted;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Component;

/// Hands out the obstacle that somebody is about to move: locked, seen by the caller, and
/// as the caller last read it.
@Component
class ObstacleDesk {

	private final CaseDesk desk;

	private final Obstacles obstacles;

	ObstacleDesk(CaseDesk desk, Obstacles obstacles) {
		this.desk = desk;
		this.obstacles = obstacles;
	}

	OffsetDateTime now() {
		return this.desk.now();
	}

	/// A case about to change, within the transaction at hand.
	/// @throws Unaccepted NOT_FOUND where the caller may not see it, STALE where it
	/// changed since
	Obstacle take(String id, int expectedVersion, Viewer viewer) {
		this.desk.take(ObstacleCases.TYPE, id, expectedVersion, viewer);
		return found(id, "id");
	}

	/// The same, however it stood when it was read.
	/// @param field which field of the input names it
	/// @throws Unaccepted NOT_FOUND where the caller may not see it
	Obstacle take(String id, Viewer viewer, String field) {
		this.desk.take(ObstacleCases.TYPE, id, viewer, field);
		return found(id, field);
	}

	/// A case about to lose a link, within the transaction at hand; its version stays.
	/// @throws Unaccepted NOT_FOUND where the caller may not see it, STALE where it
	/// changed since
	Obstacle hold(String id, int expectedVersion, Viewer viewer) {
		this.desk.hold(ObstacleCases.TYPE, id, expectedVersion, viewer);
		return found(id, "id");
	}

	/// A case about to get a link, within the transaction at hand; its version stays.
	/// @throws Unaccepted NOT_FOUND where the caller may not see it
	Obstacle hold(String id, Viewer viewer) {
		return hold(id, viewer, "id");
	}

	/// The same.
	/// @param field which field of the input names it
	/// @throws Unaccepted NOT_FOUND where the caller may not see it
	Obstacle hold(String id, Viewer viewer, String field) {
		this.desk.hold(ObstacleCases.TYPE, id, viewer, field);
		return found(id, field);
	}

	/// Takes a case's lock, whoever may see it, within the transaction at hand.
	void lock(String id) {
		this.desk.lock(ObstacleCases.TYPE, id);
	}

	/// The organisation that somebody acts for.
	/// @throws Unaccepted where there is none, or the register doesn't know it
	String organisation(Viewer viewer) {
		return this.desk.organisation(viewer);
	}

	private Obstacle found(String id, String field) {
		return this.obstacles.findById(id).orElseThrow(() -> CaseDesk.notFound(ObstacleCases.TYPE, field));
	}

}
