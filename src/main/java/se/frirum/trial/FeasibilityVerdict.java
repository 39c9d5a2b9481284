package se.frirum.trial;

import java.util.Collection;
import java.util.Comparator;

/// What the register can say to a question; the later, the more it weighs.
enum FeasibilityVerdict {

	CLEAR, UNKNOWN, CHECK, BLOCKED;

	/// A clause is as feasible as the rule of which least can be said for it.
	static FeasibilityVerdict weightiest(Collection<FeasibilityVerdict> verdicts) {
		return verdicts.stream().max(Comparator.naturalOrder()).orElse(CLEAR);
	}

}
