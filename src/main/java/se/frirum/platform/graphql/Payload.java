package se.frirum.platform.graphql;

import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/// What a mutation answers: the id of its subject, read back through the read path, or
/// the problems that stood in the way.
public record Payload(@Nullable String subjectId, List<Problem> problems) {

	/// Runs a use case that answers with its subject's id.
	public static Payload of(Supplier<@Nullable String> useCase) {
		try {
			return new Payload(useCase.get(), List.of());
		}
		catch (Unaccepted unaccepted) {
			return new Payload(null, unaccepted.problems());
		}
	}

}
