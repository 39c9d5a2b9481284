package se.frirum.obstacle;

import java.time.LocalDate;

/// An authority's own number for a case, in its diarium.
record CaseNumberInput(String id, String number, LocalDate registeredOn) {
}
