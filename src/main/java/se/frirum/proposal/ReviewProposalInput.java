package se.frirum.proposal;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.answer.SubjectInput;
import se.frirum.platform.graphql.Problems;

/// A decision on a proposal as it stood when it was read.
///
/// @param route by which kind of rule it is carried out, with ACCEPT
/// @param supersededBy the id of the proposal that takes its place, with SUPERSEDE
record ReviewProposalInput(String id, int expectedVersion, ProposalDecision decision, @Nullable String reason,
		@Nullable Route route, @Nullable String supersededBy) {

	/// Checks that what was given fits the decision.
	/// @return the reason as it may stand in the log
	@Nullable String checked(Problems problems) {
		boolean accepts = this.decision == ProposalDecision.ACCEPT;
		boolean supersedes = this.decision == ProposalDecision.SUPERSEDE;
		problems.require(accepts == (this.route != null), accepts
				? "Say by which kind of rule it is carried out: give a 'route'." : "Only ACCEPT takes a 'route'.",
				"input", "route");
		problems.require(supersedes == (this.supersededBy != null),
				supersedes ? "Name the proposal that takes its place." : "Only SUPERSEDE names another proposal.",
				"input", "supersededBy");
		return problems.text(this.reason, this.decision.needsReason(), SubjectInput.REASON, "input", "reason");
	}

}
