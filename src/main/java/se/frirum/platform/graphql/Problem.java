package se.frirum.platform.graphql;

import java.util.List;

/// An expected refusal: data, not an error.
///
/// @param message what is wrong and what to do, for people
/// @param path where in the input, from the argument down: `["input", "clauses", "0",
/// "until"]`
public record Problem(ProblemCode code, String message, List<String> path) {

	public Problem {
		path = List.copyOf(path);
	}

	/// A problem with one field of the input.
	public static Problem at(ProblemCode code, String message, String... path) {
		return new Problem(code, message, List.of(path));
	}

}
