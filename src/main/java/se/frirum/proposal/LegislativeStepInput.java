package se.frirum.proposal;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// A step on a proposal's way to law.
///
/// @param document its number: `Prop. 2024/25:89`
/// @param respondBy of a referral: the last day for answers
record LegislativeStepInput(String id, LegislativeStage stage, LocalDate on, @Nullable String document,
		@Nullable LocalDate respondBy) {
}
