package se.frirum.obstacle;

/// What a reviewer does with a case.
enum ObstacleDecision {

	/// Takes a submitted case up.
	TAKE_UP,
	/// Shows a case that was taken up to everybody.
	PUBLISH

}
