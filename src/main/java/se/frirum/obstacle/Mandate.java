package se.frirum.obstacle;

/// Whose word it is: an employee's observation is not the organisation's.
public enum Mandate {

	/// An employee saw it.
	OBSERVATION,
	/// Somebody speaks for the organisation by delegation.
	DELEGATED,
	/// A board decided; the decision's number goes with it.
	BOARD_DECISION

}
