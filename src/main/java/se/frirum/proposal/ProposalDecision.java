package se.frirum.proposal;

import se.frirum.platform.security.Viewer;

/// What is done with a proposal: answers of a desk, and what its proposer does.
enum ProposalDecision {

	TAKE_UP, RETURN, ACCEPT, DEFER, NOT_PURSUE, WITHDRAW, LAPSE, SUPERSEDE;

	/// Whether whoever proposed it may do this.
	boolean isProposers() {
		return switch (this) {
			case WITHDRAW, SUPERSEDE -> true;
			case TAKE_UP, RETURN, ACCEPT, DEFER, NOT_PURSUE, LAPSE -> false;
		};
	}

	/// Whether whoever answers may do this.
	boolean isDesks() {
		return this != WITHDRAW;
	}

	/// Whether somebody does this as the one who proposed it, rather than as one who
	/// answers.
	/// @param own whether their organisation made the proposal
	boolean isDoneAsProposer(Viewer viewer, boolean own) {
		return isProposers() && (own || !isDesks() || !viewer.answersProposals());
	}

	/// Whether somebody may do this: those who answer, what is not their own, and whoever
	/// proposed it, what is.
	boolean isOpenTo(Viewer viewer, boolean own) {
		return isDoneAsProposer(viewer, own) ? own : !own && viewer.answersProposals();
	}

	/// Whether those who read it later need to know why.
	boolean needsReason() {
		return switch (this) {
			case RETURN, DEFER, NOT_PURSUE, LAPSE -> true;
			case TAKE_UP, ACCEPT, WITHDRAW, SUPERSEDE -> false;
		};
	}

	/// Whether it is the answer that was waited for.
	boolean isAnswer() {
		return switch (this) {
			case ACCEPT, DEFER, NOT_PURSUE -> true;
			case TAKE_UP, RETURN, WITHDRAW, LAPSE, SUPERSEDE -> false;
		};
	}

	/// The status that it leads to.
	ProposalStatus leadsTo() {
		return switch (this) {
			case TAKE_UP -> ProposalStatus.UNDER_REVIEW;
			case RETURN -> ProposalStatus.RETURNED;
			case ACCEPT -> ProposalStatus.ACCEPTED;
			case DEFER -> ProposalStatus.DEFERRED;
			case NOT_PURSUE -> ProposalStatus.NOT_PURSUED;
			case WITHDRAW -> ProposalStatus.WITHDRAWN;
			case LAPSE -> ProposalStatus.LAPSED;
			case SUPERSEDE -> ProposalStatus.SUPERSEDED;
		};
	}

	/// What the log calls it.
	String event() {
		return (this == TAKE_UP) ? "PROPOSAL_TAKEN_UP" : "PROPOSAL_" + leadsTo();
	}

}
