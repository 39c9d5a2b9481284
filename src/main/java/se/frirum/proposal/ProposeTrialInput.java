package se.frirum.proposal;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A proposal to set rules aside in areas, for a time.
record ProposeTrialInput(String idempotencyKey, String title, String rationale, List<String> addresses,
		List<ProposedChangeInput> changes, List<String> areas, @Nullable LocalDate from, @Nullable LocalDate until,
		@Nullable Integer durationMonths, boolean submit) {

	ProposalContent content() {
		return new ProposalContent(this.title, this.rationale, this.from, this.until, this.durationMonths);
	}

}
