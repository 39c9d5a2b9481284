package se.frirum.proposal;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.frirum.obstacle.Mandate;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Service;

/// Organisations say what they think of a proposal: each one thing, the last it said. No
/// formal answer to a referral.
@Service
class ProposalOpinions {

	private static final int TEXT = 20_000;

	private static final String OPINE = """
			MATCH (proposal:Proposal {id: $proposal})
			MATCH (organisation:Organisation {id: $organisation})
			OPTIONAL MATCH (organisation)-[before:OPINES]->(proposal)
			WITH proposal, organisation, before.stance = $stance AND before.mandate = $mandate
				AND coalesce(before.note, '') = coalesce($text, '')
				AND coalesce(before.decision, '') = coalesce($decision, '') AS same
			MERGE (organisation)-[opinion:OPINES]->(proposal)
			ON CREATE SET opinion.key = toString($at) + '|' + organisation.id
			SET opinion.at = CASE WHEN same THEN opinion.at ELSE $at END, opinion.stance = $stance,
				opinion.note = $text, opinion.mandate = $mandate, opinion.decision = $decision
			RETURN coalesce(same, false) AS unchanged
			""";

	private final Transactions transactions;

	private final ProposalDesk desk;

	private final EventLog log;

	ProposalOpinions(Transactions transactions, ProposalDesk desk, EventLog log) {
		this.transactions = transactions;
		this.desk = desk;
		this.log = log;
	}

	/// Gives the opinion of the caller's organisation; the same again changes nothing.
	String give(GiveOpinionInput input, Viewer viewer) {
		String organisation = this.desk.organisation(viewer);
		return this.transactions.write(() -> {
			Proposal proposal = this.desk.hold(input.id(), viewer);
			proposal.require(ProposalStatus::takesOpinions);
			Problems problems = new Problems();
			String text = problems.text(input.text(), false, TEXT, "input", "text");
			String decision = problems.line(input.decision(), input.mandate() == Mandate.BOARD_DECISION,
					ProposalContent.TITLE, "input", "decision");
			problems.raise();
			if (!write(proposal, organisation, input, text, decision)) {
				this.log.append("Proposal",
						ProposalDesk.entry(proposal, "PROPOSAL_OPINION_GIVEN", viewer).because(text));
			}
			return proposal.id();
		});
	}

	private boolean write(Proposal proposal, String organisation, GiveOpinionInput input, @Nullable String text,
			@Nullable String decision) {
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("proposal", proposal.id());
		parameters.put("organisation", organisation);
		parameters.put("stance", input.stance().name());
		parameters.put("text", text);
		parameters.put("mandate", input.mandate().name());
		parameters.put("decision", decision);
		parameters.put("at", this.desk.now());
		return this.transactions.query(OPINE, parameters).getFirst().is("unchanged");
	}

}
