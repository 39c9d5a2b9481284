package se.frirum.trial;

import org.jspecify.annotations.Nullable;

/// Somebody who takes part in a trial.
record PartnerInput(String name, PartnerKind kind, @Nullable String role) {
}
