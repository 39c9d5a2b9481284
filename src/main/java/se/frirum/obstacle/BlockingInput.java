package se.frirum.obstacle;

import org.jspecify.annotations.Nullable;

/// A rule that blocks, as a client cites it.
///
/// @param citation an id or what people write: `21 kap. 4 § skollagen`
/// @param how how it blocks
record BlockingInput(String citation, @Nullable String how) {
}
