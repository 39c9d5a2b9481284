package se.frirum.proposal;

import java.util.HashMap;
import java.util.Map;

import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.Report.Case;

/// What people do with a proposal, as a client sends it.
record ProposalMoves(Api api) {

	private static final String READ = """
			query ($id: ID!) {
				proposal(id: $id) {
					id reference version title rationale status route answerDueOn handler
					responsible { id } proposedBy { id } addresses { id } supersededBy { id }
					changes { change target wording } assessment { problem costsState }
					steps { stage on document respondBy remark }
					... on SimplificationProposal { enactedBy enactedAs { designation } }
					... on TrialProposal { areas { code } from until durationMonths trial { id } }
					history(first: 100) { nodes { type from to reason onBehalfOf { id } } } } }""";

	static ProposalMoves by(Api api) {
		return new ProposalMoves(api);
	}

	Answer update(Case subject, Map<String, ?> values) {
		return run("update-proposal", with(subject, values));
	}

	Answer submit(Case subject) {
		return run("submit-proposal", subject.subject());
	}

	Answer review(Case subject, Map<String, ?> values) {
		return run("review-proposal", with(subject, values));
	}

	Answer review(Case subject, String decision) {
		return review(subject, Map.of("decision", decision, "reason", "Därför."));
	}

	Answer reconsider(Case subject) {
		return run("request-reconsideration", with(subject, Map.of("grounds", "Läget är ett annat.")));
	}

	Answer assess(Case subject) {
		return run("assess-consequences",
				with(subject, Map.of("problem", "Väntetid.", "zeroOption", "Den växer.", "alternatives", "Inga.")));
	}

	/// Records a step with its document, or without where that is empty.
	Answer step(Case subject, String stage, String on, String document) {
		Map<String, Object> step = new HashMap<>(Map.of("stage", stage, "on", on));
		if (!document.isEmpty()) {
			step.put("document", document);
		}
		return step(subject, step);
	}

	Answer step(Case subject, Map<String, ?> values) {
		Map<String, Object> input = new HashMap<>(values);
		input.put("id", subject.id());
		return run("record-legislative-step", input);
	}

	/// The proposal as it can be read now.
	Answer read(Case subject) {
		return this.api.query(READ, Map.of("id", subject.id()));
	}

	private Answer run(String operation, Map<String, ?> input) {
		return this.api.run(operation, Map.of("input", input));
	}

	private static Map<String, Object> with(Case subject, Map<String, ?> values) {
		Map<String, Object> input = new HashMap<>(subject.subject());
		input.putAll(values);
		return input;
	}

}
