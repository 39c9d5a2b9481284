package se.frirum.obstacle;

/// Why a case was closed.
enum ObstacleClosure {

	POSSIBLE_TODAY, DUPLICATE, NOT_AN_OBSTACLE, OUT_OF_SCOPE, WRITTEN_OFF, WITHDRAWN

}
