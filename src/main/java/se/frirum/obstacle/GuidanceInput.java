package se.frirum.obstacle;

import org.jspecify.annotations.Nullable;

/// How something can be done as the rules stand.
///
/// @param source where that stands
record GuidanceInput(String text, @Nullable String source) {
}
