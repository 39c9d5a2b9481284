package se.frirum.law;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.graphql.ProblemCode;

/// What became of a citation.
public sealed interface Resolution {

	/// It is clear what is meant.
	///
	/// @param provision the id of the section, null where an act as a whole is cited or
	/// its sections are not loaded
	/// @param stub whether the act is not in the register yet
	record Found(Target target, @Nullable String provision, boolean stub) implements Resolution {
	}

	/// It is not, and the message says what to write instead.
	record Unresolved(ProblemCode code, String message) implements Resolution {
	}

	/// The id of the section that was found.
	default Optional<String> provisionId() {
		return (this instanceof Found found) ? Optional.ofNullable(found.provision()) : Optional.empty();
	}

}
