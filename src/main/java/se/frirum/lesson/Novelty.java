package se.frirum.lesson;

/// To whom what was tried is new.
enum Novelty {

	NEW_TO_ORGANISATION, NEW_TO_MARKET, NEW_TO_WORLD

}
