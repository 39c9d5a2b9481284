package se.frirum.proposal;

import java.util.EnumSet;
import java.util.Set;

/// Where a proposal stands. The table below is the whole lifecycle; every move appends an
/// event.
enum ProposalStatus {

	DRAFT, SUBMITTED, UNDER_REVIEW, RETURNED, ACCEPTED, DEFERRED, NOT_PURSUED, IN_PIPELINE, ENACTED, LAPSED, WITHDRAWN,
	SUPERSEDED;

	/// The statuses that a proposal can move to from this one.
	Set<ProposalStatus> next() {
		return switch (this) {
			case DRAFT -> EnumSet.of(SUBMITTED, WITHDRAWN, SUPERSEDED);
			case SUBMITTED -> EnumSet.of(UNDER_REVIEW, WITHDRAWN, SUPERSEDED);
			case UNDER_REVIEW -> EnumSet.of(RETURNED, ACCEPTED, DEFERRED, NOT_PURSUED, WITHDRAWN, SUPERSEDED);
			case RETURNED -> EnumSet.of(UNDER_REVIEW, WITHDRAWN, SUPERSEDED);
			case ACCEPTED -> EnumSet.of(IN_PIPELINE, SUPERSEDED);
			case DEFERRED, NOT_PURSUED -> EnumSet.of(UNDER_REVIEW, SUPERSEDED);
			case IN_PIPELINE -> EnumSet.of(ENACTED, LAPSED, SUPERSEDED);
			case LAPSED, WITHDRAWN -> EnumSet.of(SUPERSEDED);
			case ENACTED, SUPERSEDED -> EnumSet.noneOf(ProposalStatus.class);
		};
	}

	boolean canMoveTo(ProposalStatus status) {
		return next().contains(status);
	}

	/// The statuses from which a proposal can move to this one.
	Set<ProposalStatus> previous() {
		EnumSet<ProposalStatus> previous = EnumSet.noneOf(ProposalStatus.class);
		for (ProposalStatus status : values()) {
			if (status.canMoveTo(this)) {
				previous.add(status);
			}
		}
		return previous;
	}

	/// Whether whoever proposed it is writing, for the first time or because it came
	/// back.
	boolean isWritten() {
		return this == DRAFT || this == RETURNED;
	}

	/// Whether those who answer have it now.
	boolean waitsForAnswer() {
		return this == SUBMITTED || this == UNDER_REVIEW;
	}

	/// Whether it can still be decided, so that its consequences are still assessed.
	boolean isUndecided() {
		return switch (this) {
			case DRAFT, SUBMITTED, UNDER_REVIEW, RETURNED, DEFERRED -> true;
			case ACCEPTED, NOT_PURSUED, IN_PIPELINE, ENACTED, LAPSED, WITHDRAWN, SUPERSEDED -> false;
		};
	}

	/// Whether organisations give their opinions.
	boolean takesOpinions() {
		return switch (this) {
			case SUBMITTED, UNDER_REVIEW, RETURNED, ACCEPTED, DEFERRED, IN_PIPELINE -> true;
			case DRAFT, NOT_PURSUED, ENACTED, LAPSED, WITHDRAWN, SUPERSEDED -> false;
		};
	}

	/// Whether the steps of its way to law are recorded.
	boolean takesSteps() {
		return this == ACCEPTED || this == IN_PIPELINE || this == ENACTED;
	}

	/// Whether it can take another one's place.
	boolean canSucceed() {
		return isOpen() || this == IN_PIPELINE || this == ENACTED;
	}

	/// Whether it is open, so that what it addresses stands in a proposal.
	boolean isOpen() {
		return switch (this) {
			case SUBMITTED, UNDER_REVIEW, RETURNED, ACCEPTED, DEFERRED -> true;
			case DRAFT, NOT_PURSUED, IN_PIPELINE, ENACTED, LAPSED, WITHDRAWN, SUPERSEDED -> false;
		};
	}

}
