package se.frirum.proposal;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.graphql.Problems;

/// What a proposer writes, but for its links.
///
/// @param from of a trial: its first day
/// @param until of a trial: the first day on which it no longer holds
/// @param durationMonths of a trial: how long it is to last, where no end is named
record ProposalContent(String title, String rationale, @Nullable LocalDate from, @Nullable LocalDate until,
		@Nullable Integer durationMonths) {

	static final int TITLE = 200;

	static final int TEXT = 20_000;

	private static final int LONGEST_TRIAL = 240;

	/// Checks and tidies what was written.
	/// @param complete whether it is about to be submitted, so that nothing needed may be
	/// missing
	ProposalContent checked(ProposalKind kind, boolean complete, Problems problems) {
		String checkedTitle = problems.line(this.title, true, TITLE, "input", "title");
		String checkedRationale = problems.text(this.rationale, complete, TEXT, "input", "rationale");
		problems.require(this.from == null || this.until == null || this.from.isBefore(this.until),
				"The end comes after the start: the last day can't be before the first.", "input", "until");
		problems.require(
				this.durationMonths == null || (this.durationMonths > 0 && this.durationMonths <= LONGEST_TRIAL),
				"A trial lasts from 1 to %d months.".formatted(LONGEST_TRIAL), "input", "durationMonths");
		boolean trial = kind == ProposalKind.TRIAL;
		problems.require(!trial || !complete || this.until != null || this.durationMonths != null,
				"A trial ends: say until when it is to hold, or for how many months.", "input", "until");
		problems.require(trial || (this.from == null && this.until == null && this.durationMonths == null),
				"Only a trial has a time.", "input", "until");
		return new ProposalContent((checkedTitle != null) ? checkedTitle : "",
				(checkedRationale != null) ? checkedRationale : "", this.from, this.until, this.durationMonths);
	}

}
