package se.frirum.proposal;

import org.jspecify.annotations.Nullable;

/// A change of a rule, as a client cites it.
///
/// @param citation an id or what people write: `21 kap. 4 § skollagen`
/// @param wording the words proposed
record ProposedChangeInput(String citation, ChangeKind change, @Nullable String wording) {
}
