package se.frirum.obstacle;

/// What the rule keeps from being done: the words of the paper that Frirum began with.
enum Hinders {

	ORGANISING, FINANCING, CARRYING_OUT

}
