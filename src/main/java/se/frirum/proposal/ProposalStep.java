package se.frirum.proposal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What people do with a proposal, one mutation or one decision each.
enum ProposalStep {

	UPDATE, SUBMIT, WITHDRAW, RECONSIDER, SUPERSEDE, TAKE_UP, RETURN, ACCEPT, DEFER, NOT_PURSUE, LAPSE, ASSESS,
	RECORD_STEP, GIVE_OPINION, FOLLOW, ASSIGN, MASK;

	/// The statuses in which it can be done.
	Set<ProposalStatus> from() {
		return switch (this) {
			case UPDATE, SUBMIT -> where(ProposalStatus::isWritten);
			case RECONSIDER -> EnumSet.of(ProposalStatus.NOT_PURSUED);
			case TAKE_UP -> EnumSet.of(ProposalStatus.SUBMITTED, ProposalStatus.DEFERRED);
			case WITHDRAW, SUPERSEDE, RETURN, ACCEPT, DEFER, NOT_PURSUE, LAPSE -> decision().leadsTo().previous();
			case ASSESS -> where(ProposalStatus::isUndecided);
			case RECORD_STEP -> where(ProposalStatus::takesSteps);
			case GIVE_OPINION -> where(ProposalStatus::takesOpinions);
			case FOLLOW, ASSIGN, MASK -> EnumSet.allOf(ProposalStatus.class);
		};
	}

	private static Set<ProposalStatus> where(Predicate<ProposalStatus> condition) {
		return Arrays.stream(ProposalStatus.values())
			.filter(condition)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(ProposalStatus.class)));
	}

	/// The decision that is called the same.
	ProposalDecision decision() {
		return ProposalDecision.valueOf(name());
	}

}
