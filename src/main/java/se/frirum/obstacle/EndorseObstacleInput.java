package se.frirum.obstacle;

import org.jspecify.annotations.Nullable;

/// That an organisation has the same obstacle.
record EndorseObstacleInput(String id, @Nullable String note, Mandate mandate, @Nullable String decision) {
}
