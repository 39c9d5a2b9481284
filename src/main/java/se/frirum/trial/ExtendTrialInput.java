package se.frirum.trial;

import java.time.LocalDate;

/// That a trial goes on by a change of its act.
///
/// @param until the new end, the first day on which it no longer holds
/// @param by the document that extends it
record ExtendTrialInput(String id, int expectedVersion, LocalDate until, String by) {
}
