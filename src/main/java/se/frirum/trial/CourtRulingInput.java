package se.frirum.trial;

import java.time.LocalDate;

/// That a court left a trial's rule unapplied.
record CourtRulingInput(String id, String court, String caseNumber, LocalDate on) {
}
