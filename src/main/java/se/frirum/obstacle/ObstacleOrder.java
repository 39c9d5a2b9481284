package se.frirum.obstacle;

/// How a list of obstacles is sorted.
enum ObstacleOrder {

	NEWEST, OLDEST, MOST_ENDORSED, RECENTLY_CHANGED

}
