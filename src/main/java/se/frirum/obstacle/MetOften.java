package se.frirum.obstacle;

/// How often somebody met an obstacle.
enum MetOften {

	ONCE, SEVERAL_TIMES, ALL_THE_TIME

}
