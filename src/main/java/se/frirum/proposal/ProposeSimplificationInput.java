package se.frirum.proposal;

import java.util.List;

/// A proposal to change rules for good.
record ProposeSimplificationInput(String idempotencyKey, String title, String rationale, List<String> addresses,
		List<ProposedChangeInput> changes, boolean submit) {

	ProposalContent content() {
		return new ProposalContent(this.title, this.rationale, null, null, null);
	}

}
