package se.frirum.explore;

/// Which way one follows what leans on what.
enum Direction {

	OUT, IN, BOTH

}
