package se.frirum.obstacle;

import org.jspecify.annotations.Nullable;

/// A reviewer's decision on a case as it stood when it was read.
///
/// @param publish whether everybody sees the case from now on
record ReviewObstacleInput(String id, int expectedVersion, ObstacleDecision decision, boolean publish,
		@Nullable String reason) {
}
