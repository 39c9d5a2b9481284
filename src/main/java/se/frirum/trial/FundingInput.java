package se.frirum.trial;

import org.jspecify.annotations.Nullable;

/// What pays for a trial.
///
/// @param amount SEK in all
record FundingInput(String source, FundingForm form, @Nullable Integer amount) {
}
