package se.frirum.obstacle;

/// That a case says the same as another.
///
/// @param duplicate the id of the case that ends
/// @param into the id of the case that goes on for both
record MergeObstaclesInput(String duplicate, String into, String reason) {
}
