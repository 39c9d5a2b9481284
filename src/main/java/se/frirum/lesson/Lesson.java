package se.frirum.lesson;

import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

/// Something learned. What it was learned from, who published it and who took it up stand in
/// the graph.
///
/// @param owner the id of the organisation that published it
/// @param newest sorts by the moment of publication
@Node("Lesson")
record Lesson(@Id String id, long version, String audience, String owner, String title, String context,
		@Nullable String whatWorked, @Nullable String whatFailed, @Nullable String conditions, List<String> values,
		String novelty, String evidence, List<String> methods, String country, OffsetDateTime publishedAt,
		String newest) {
}
