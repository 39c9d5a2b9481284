package se.frirum.platform.answer;

import org.jspecify.annotations.Nullable;

/// That a case is given to an account to work on.
///
/// @param to the account's id; else the caller's
record AssignInput(String id, int expectedVersion, @Nullable String to, @Nullable String reason) {
}
