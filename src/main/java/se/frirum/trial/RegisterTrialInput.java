package se.frirum.trial;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// A trial as a client registers it.
///
/// @param law the designation of the act or ordinance it is recorded from, null for a new
/// trial
/// @param addresses the obstacles it is meant for
record RegisterTrialInput(String idempotencyKey, String title, @Nullable String purpose, TrialInstrument instrument,
		@Nullable String law, List<String> addresses, List<TrialClauseInput> clauses) {
}
