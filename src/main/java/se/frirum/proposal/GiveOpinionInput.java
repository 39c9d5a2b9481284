package se.frirum.proposal;

import org.jspecify.annotations.Nullable;
import se.frirum.obstacle.Mandate;

/// What an organisation thinks of a proposal.
record GiveOpinionInput(String id, Stance stance, @Nullable String text, Mandate mandate, @Nullable String decision) {
}
