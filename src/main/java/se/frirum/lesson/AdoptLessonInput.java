package se.frirum.lesson;

import org.jspecify.annotations.Nullable;

/// That an organisation took a lesson up.
///
/// @param note what came of it
record AdoptLessonInput(String id, @Nullable String note) {
}
