package se.frirum.trial;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// What was decided on an organisation's part in a trial.
///
/// @param from the first day; null is what was applied for, or today
/// @param until the first day on which it no longer takes part; null is as long as the
/// trial
record DecideParticipationInput(String id, String organisation, ParticipationStatus status, @Nullable LocalDate from,
		@Nullable LocalDate until, String decidedBy, @Nullable String decision, @Nullable String conditions,
		@Nullable String reason) {
}
