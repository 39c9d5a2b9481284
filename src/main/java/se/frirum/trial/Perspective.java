package se.frirum.trial;

/// Whose view an indicator takes.
enum Perspective {

	EFFECT, COST, CITIZENS, STAFF

}
