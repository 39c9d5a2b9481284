package se.frirum.platform.answer;

import org.jspecify.annotations.Nullable;

/// What is to stand in place of what must not be read.
///
/// @param id of a case, or of an entry in the log whose reason is masked
/// @param expectedVersion the case's
/// @param description in place of a case's longer text, or of an entry's reason
/// @param passage what is masked wherever the case says it
record RedactInput(String id, int expectedVersion, @Nullable String title, @Nullable String description,
		@Nullable String consequence, @Nullable String passage, String reason) {
}
