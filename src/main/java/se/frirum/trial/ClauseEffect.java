package se.frirum.trial;

/// What a clause does to the rules it names.
enum ClauseEffect {

	SETS_ASIDE, REPLACES, ADDS

}
