package se.frirum.trial;

/// What is asked of every clause before it can become law.
enum FeasibilityQuestion {

	RANK, AUTHORITY, CONSTITUTION, EU_LAW, INDIVIDUAL_RIGHTS, EQUAL_TREATMENT, MUNICIPAL_DUTIES

}
