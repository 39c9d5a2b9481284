package se.frirum.obstacle;

/// What a reviewer does with a case.
enum ObstacleDecision {

	/// Takes a submitted case up.
	TAKE_UP,
	/// Shows a case that was taken up to everybody.
	PUBLISH,
	/// Asks the reporter for more.
	REQUEST_INFORMATION,
	/// Says that a rule does stand in the way.
	CONFIRM,
	/// Hands a confirmed case to whoever issues the rule.
	FORWARD,
	/// Says that the rule no longer stands in the way.
	RESOLVE,
	/// Ends the case.
	CLOSE,
	/// Takes an ended case up again.
	REOPEN;

	/// Whether those who read it later need to know why.
	boolean needsReason() {
		return switch (this) {
			case REQUEST_INFORMATION, CLOSE, REOPEN -> true;
			case TAKE_UP, PUBLISH, CONFIRM, FORWARD, RESOLVE -> false;
		};
	}

	/// What the log calls it.
	String event() {
		return switch (this) {
			case TAKE_UP -> "OBSTACLE_TAKEN_UP";
			case PUBLISH -> "OBSTACLE_PUBLISHED";
			case REQUEST_INFORMATION -> "OBSTACLE_INFORMATION_REQUESTED";
			case CONFIRM -> "OBSTACLE_CONFIRMED";
			case FORWARD -> "OBSTACLE_FORWARDED";
			case RESOLVE -> "OBSTACLE_RESOLVED";
			case CLOSE -> "OBSTACLE_CLOSED";
			case REOPEN -> "OBSTACLE_REOPENED";
		};
	}

}
