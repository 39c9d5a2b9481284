package se.frirum.lesson;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// What was learned.
///
/// @param trial the id of the trial it was learned from
/// @param services codes
/// @param methods how it was carried out: `social investment fund`, `outcome payment`
/// @param country two letters, as ISO 3166 has them
record PublishLessonInput(String idempotencyKey, String title, @Nullable String trial, String context,
		@Nullable String whatWorked, @Nullable String whatFailed, @Nullable String conditions, List<ValueForm> values,
		Novelty novelty, EvidenceGrade evidence, List<String> services, List<String> methods, String country) {
}
