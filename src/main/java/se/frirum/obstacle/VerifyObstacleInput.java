package se.frirum.obstacle;

import org.jspecify.annotations.Nullable;

/// The reporter's word on whether an obstacle is gone.
///
/// @param note what the reporter sees; needed where it is not gone
record VerifyObstacleInput(String id, int expectedVersion, boolean gone, @Nullable String note) {
}
