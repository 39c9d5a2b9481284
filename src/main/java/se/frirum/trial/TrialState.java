package se.frirum.trial;

/// Whether a trial is in force: it follows from its clauses' dates, and nobody sets it.
enum TrialState {

	/// Nobody knows when it starts.
	UNKNOWN,
	/// Before its first clause.
	PLANNED,
	/// From its first clause until its last, also between two of them.
	IN_FORCE,
	/// After its last clause.
	ENDED

}
