package se.frirum.proposal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import se.frirum.platform.security.Audience;

/// What proposals that address an obstacle say about where it stands.
public final class ProposalStages {

	/// The condition under which the caller may see the proposal `_proposal`.
	public static final String VISIBLE = Audience.VISIBLE.replace("this", "_proposal");

	private ProposalStages() {
	}

	/// The stages that follow from the statuses of the proposals that address an
	/// obstacle.
	public static List<String> of(Collection<String> statuses) {
		List<ProposalStatus> known = statuses.stream().map(ProposalStatus::valueOf).toList();
		List<String> stages = new ArrayList<>();
		if (known.stream().anyMatch(ProposalStatus::isOpen)) {
			stages.add("IN_PROPOSAL");
		}
		if (known.contains(ProposalStatus.IN_PIPELINE)) {
			stages.add("AMENDING");
		}
		return stages;
	}

}
