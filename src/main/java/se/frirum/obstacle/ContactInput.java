package se.frirum.obstacle;

import org.jspecify.annotations.Nullable;

/// Whom to ask about a case, as the reporter gives it.
record ContactInput(String name, @Nullable String email, @Nullable String phone) {
}
