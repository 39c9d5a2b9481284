package se.frirum.law.importing;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import se.frirum.law.LawId;

/// An act as a source records it, its text not yet taken apart.
///
/// @param type `Lag`, `Förordning`, `Kungörelse` …
/// @param department as the source spells it
/// @param ceasesOn the first day on which it no longer applies, as the register says
/// @param text the consolidated text; null where the source has none
/// @param amendments the register of amending acts; empty where the source has none
/// @param fingerprint of all that the source says: the same input has the same
record RecordedAct(LawId id, String title, String type, @Nullable String department, @Nullable LocalDate issuedOn,
		@Nullable LocalDate inForceFrom, @Nullable LocalDate ceasesOn, @Nullable String text,
		List<RecordedAmendment> amendments, String fingerprint) {

	/// An amending act as the register has it.
	///
	/// @param designation its SFS number
	/// @param note what it changes, in the register's shorthand
	record RecordedAmendment(String designation, @Nullable String title, @Nullable LocalDate inForceFrom,
			@Nullable String note, @Nullable String preparatoryWorks) {
	}

}
