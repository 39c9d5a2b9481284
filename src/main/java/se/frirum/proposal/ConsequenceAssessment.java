package se.frirum.proposal;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Service;

/// Those who propose or review say what a change would bring with it; without that,
/// nothing is accepted.
@Service
class ConsequenceAssessment {

	private static final String ASSESS = """
			MATCH (proposal:Proposal {id: $id})
			MERGE (proposal)-[:ASSESSED_AS]->(assessment:Assessment)
			SET assessment = $texts
			""";

	private final Transactions transactions;

	private final Proposals proposals;

	private final ProposalDesk desk;

	private final EventLog log;

	ConsequenceAssessment(Transactions transactions, Proposals proposals, ProposalDesk desk, EventLog log) {
		this.transactions = transactions;
		this.proposals = proposals;
		this.desk = desk;
		this.log = log;
	}

	/// Replaces the assessment of a proposal that is not decided.
	String assess(AssessmentInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			Proposal proposal = this.desk.take(input.id(), input.expectedVersion(), viewer);
			if (!viewer.reviews()) {
				proposal.requireProposedBy(viewer.organisation());
			}
			proposal.require(ProposalStatus::isUndecided);
			Problems problems = new Problems();
			Map<String, @Nullable String> texts = input.checked(problems);
			problems.raise();
			proposal.touch(this.desk.now());
			this.proposals.save(proposal);
			this.transactions.query(ASSESS, Map.of("id", proposal.id(), "texts", texts));
			this.log.append("Proposal", ProposalDesk.entry(proposal, "PROPOSAL_ASSESSED", viewer));
			return proposal.id();
		});
	}

}
