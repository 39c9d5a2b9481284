package se.frirum.platform.graphql;

import java.util.List;

/// Ends a use case, and undoes its transaction, because of problems that the caller is
/// told.
public final class Unaccepted extends RuntimeException {

	private final transient List<Problem> problems;

	public Unaccepted(List<Problem> problems) {
		super(problems.toString(), null, false, false);
		this.problems = List.copyOf(problems);
	}

	public Unaccepted(ProblemCode code, String message, String... path) {
		this(List.of(Problem.at(code, message, path)));
	}

	/// What is wrong, in the order it was found.
	public List<Problem> problems() {
		return this.problems;
	}

}
