package se.frirum.obstacle;

import java.util.EnumSet;
import java.util.Set;

/// Where a case stands. The table below is the whole lifecycle; every move appends an
/// event.
enum ObstacleStatus {

	DRAFT, SUBMITTED, UNDER_REVIEW, NEEDS_INFORMATION, CONFIRMED, RESOLVED, VERIFIED, CLOSED;

	/// The statuses that a case can move to from this one.
	Set<ObstacleStatus> next() {
		return switch (this) {
			case DRAFT -> EnumSet.of(SUBMITTED);
			case SUBMITTED -> EnumSet.of(UNDER_REVIEW, NEEDS_INFORMATION, CLOSED);
			case UNDER_REVIEW -> EnumSet.of(NEEDS_INFORMATION, CONFIRMED, CLOSED);
			case NEEDS_INFORMATION -> EnumSet.of(SUBMITTED, UNDER_REVIEW, CLOSED);
			case CONFIRMED -> EnumSet.of(RESOLVED, CLOSED);
			case RESOLVED -> EnumSet.of(VERIFIED, UNDER_REVIEW);
			case VERIFIED -> EnumSet.noneOf(ObstacleStatus.class);
			case CLOSED -> EnumSet.of(UNDER_REVIEW);
		};
	}

	boolean canMoveTo(ObstacleStatus status) {
		return next().contains(status);
	}

	/// The statuses from which a case can move to this one.
	Set<ObstacleStatus> previous() {
		EnumSet<ObstacleStatus> previous = EnumSet.noneOf(ObstacleStatus.class);
		for (ObstacleStatus status : values()) {
			if (status.canMoveTo(this)) {
				previous.add(status);
			}
		}
		return previous;
	}

	/// Whether whoever reported it is writing, for the first time or because of a
	/// question.
	boolean isWritten() {
		return this == DRAFT || this == NEEDS_INFORMATION;
	}

	/// Whether those who answer have it now.
	boolean waitsForAnswer() {
		return switch (this) {
			case SUBMITTED, UNDER_REVIEW, CONFIRMED -> true;
			case DRAFT, NEEDS_INFORMATION, RESOLVED, VERIFIED, CLOSED -> false;
		};
	}

	/// Whether others can say that they have it too.
	boolean canBeEndorsed() {
		return switch (this) {
			case UNDER_REVIEW, NEEDS_INFORMATION, CONFIRMED, RESOLVED -> true;
			case DRAFT, SUBMITTED, VERIFIED, CLOSED -> false;
		};
	}

}
