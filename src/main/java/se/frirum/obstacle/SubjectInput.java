package se.frirum.obstacle;

import org.jspecify.annotations.Nullable;

/// A case as it stood when it was read, about to be moved.
record SubjectInput(String id, int expectedVersion, @Nullable String reason) {
}
