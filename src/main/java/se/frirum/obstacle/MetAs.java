package se.frirum.obstacle;

/// In which capacity somebody met an obstacle.
enum MetAs {

	USER, RELATIVE, STAFF

}
