package se.frirum.obstacle;

/// What it led to for somebody that they met an obstacle.
enum MetConsequence {

	WAITED, PAID_MORE, TOLD_IT_AGAIN, TRAVELLED, WENT_WITHOUT, OTHER

}
