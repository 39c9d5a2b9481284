package se.frirum.trial;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// That an organisation no longer takes part.
///
/// @param organisation which one; null is the caller's own
/// @param on the first day on which it no longer does
record LeaveTrialInput(String id, @Nullable String organisation, LocalDate on, String reason) {
}
