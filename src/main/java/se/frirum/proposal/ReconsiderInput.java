package se.frirum.proposal;

/// That something is to be looked at once more.
record ReconsiderInput(String id, int expectedVersion, String grounds) {
}
