package se.frirum.trial;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// That an organisation applies to take part, or gives notice that it does.
///
/// @param organisation which one; null is the caller's own
/// @param from the first day
/// @param decision the organisation's own, by which it joins
record JoinTrialInput(String id, @Nullable String organisation, ParticipationStatus status, LocalDate from,
		@Nullable String decision) {
}
