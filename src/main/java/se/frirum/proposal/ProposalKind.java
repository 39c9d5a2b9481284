package se.frirum.proposal;

/// What a proposal is for.
enum ProposalKind {

	/// To change rules for good.
	SIMPLIFICATION,
	/// To set rules aside in areas, for a time.
	TRIAL;

	private static final String TRIAL_IDS = "trial-proposal:";

	private static final String SIMPLIFICATION_IDS = "simplification:";

	/// What ids of such proposals begin with.
	String ids() {
		return switch (this) {
			case SIMPLIFICATION -> SIMPLIFICATION_IDS;
			case TRIAL -> TRIAL_IDS;
		};
	}

	/// The label that their nodes carry beside `Proposal`, and their type's name.
	String label() {
		return switch (this) {
			case SIMPLIFICATION -> "SimplificationProposal";
			case TRIAL -> "TrialProposal";
		};
	}

}
