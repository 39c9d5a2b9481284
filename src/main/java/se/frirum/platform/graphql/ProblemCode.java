package se.frirum.platform.graphql;

/// Why a change was refused. The contract's words.
public enum ProblemCode {

	/// A value is missing, too long, of the wrong form, or contradicts another.
	INVALID,
	/// What the input names isn't there, or may not be seen.
	NOT_FOUND,
	/// It stands there already.
	DUPLICATE,
	/// The case is not in a state from which this move leads.
	ILLEGAL_TRANSITION,
	/// Somebody changed it since it was read.
	STALE,
	/// More than one request may bring.
	TOO_LARGE

}
