package se.frirum.proposal;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import se.frirum.platform.database.Row;
import se.frirum.platform.security.Viewer;

/// How a proposal stands, as far as that decides what can be done with it.
///
/// @param owner the id of the organisation that made it
/// @param reconsidered whether it was looked at once more
/// @param assessed whether its consequences are
record ProposalStanding(ProposalStatus status, String owner, boolean reconsidered, boolean assessed) {

	/// What a standing is read from, and whether the caller's organisation is known.
	static final Map<String, String> STORED = Map.of("status", "this.status", "owner", "this.owner", "reconsidered",
			"this.reconsidered", "assessed", "EXISTS { MATCH (this)-[:ASSESSED_AS]->(:Assessment) }", "known",
			"EXISTS { MATCH (:Organisation {id: $viewer.organisation}) }");

	static ProposalStanding of(Row stored) {
		return new ProposalStanding(ProposalStatus.valueOf(stored.text("status")), stored.text("owner"),
				stored.is("reconsidered"), stored.is("assessed"));
	}

	/// What somebody may do with it who sees it.
	/// @param known whether the register knows the organisation that they act for
	Set<ProposalStep> open(Viewer viewer, boolean known) {
		Set<ProposalStep> open = EnumSet.noneOf(ProposalStep.class);
		for (ProposalStep step : ProposalStep.values()) {
			if (step.from().contains(this.status) && lets(step) && entitles(viewer, known, step)) {
				open.add(step);
			}
		}
		return open;
	}

	private boolean lets(ProposalStep step) {
		return switch (step) {
			case RECONSIDER -> !this.reconsidered;
			case ACCEPT -> this.assessed;
			default -> true;
		};
	}

	private boolean entitles(Viewer viewer, boolean known, ProposalStep step) {
		boolean own = this.owner.equals(viewer.organisation());
		return switch (step) {
			case UPDATE, SUBMIT, RECONSIDER -> viewer.proposes() && own;
			case WITHDRAW, SUPERSEDE, TAKE_UP, RETURN, ACCEPT, DEFER, NOT_PURSUE, LAPSE ->
				viewer.takesPart() && step.decision().isOpenTo(viewer, own);
			case ASSESS -> viewer.reviews() || (viewer.takesPart() && own);
			case GIVE_OPINION, FOLLOW -> viewer.takesPart() && known;
			case RECORD_STEP, ASSIGN, MASK -> viewer.reviews();
		};
	}

}
