package se.frirum.trial;

/// What a trial came to. Until somebody says so, it came to nothing yet, whatever its
/// dates.
enum TrialOutcome {

	PERMANENT, EXTENDED, EXPIRED, REPEALED_EARLY, NEVER_STARTED;

	/// Whether another act or trial goes on with it.
	boolean hasSuccessor() {
		return this == PERMANENT || this == EXTENDED;
	}

	/// Whether its clauses hold no longer from that day on, whatever they said.
	boolean cutsClauses() {
		return this == REPEALED_EARLY || this == NEVER_STARTED;
	}

}
