package se.frirum.trial;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// What a trial came to.
///
/// @param on since when
/// @param successor an act's designation or a trial's reference
/// @param evaluation the document that the outcome rests on
record RecordOutcomeInput(String id, int expectedVersion, TrialOutcome outcome, LocalDate on,
		@Nullable String successor, @Nullable String evaluation, String reason) {
}
