package se.frirum.proposal;

/// The steps of the legislative pipeline, in their order. Steps may be skipped.
enum LegislativeStage {

	DIRECTIVE, INQUIRY, MEMORANDUM, REFERRAL, COUNCIL_REFERRAL, BILL, COMMITTEE_REPORT, DECISION, ISSUED, IN_FORCE;

	/// Whether the rule stands from this step on.
	boolean enacts() {
		return this == ISSUED || this == IN_FORCE;
	}

}
