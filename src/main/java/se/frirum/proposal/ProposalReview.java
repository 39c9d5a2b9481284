package se.frirum.proposal;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.answer.AnswerTimes;
import se.frirum.platform.answer.CaseDesk;
import se.frirum.platform.answer.SubjectInput;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.event.Entry;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.graphql.Unaccepted;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Service;

/// Liaisons answer proposals, and those who made them take them back or have them looked
/// at once more. These are a desk's answers: government matters are decided at government
/// meetings, and nobody is bound before.
@Service
class ProposalReview {

	/// Who leads in what it is about: whoever issues the first rule that changes.
	private static final String RESPONSIBLE = """
			MATCH (:Proposal {id: $id})-[change:CHANGES]->(place)
			MATCH (place)<-[:HAS_PROVISION*0..1]-(:Law)<-[:RESPONSIBLE_FOR]-(body:Organisation)
			RETURN body.id AS id ORDER BY change.place LIMIT 1
			""";

	private static final String ASSESSED = """
			MATCH (:Proposal {id: $id})-[:ASSESSED_AS]->(assessment:Assessment)
			RETURN count(assessment) > 0 AS assessed
			""";

	private static final String SUCCESSORS = """
			MATCH (:Proposal {id: $by})-[:SUPERSEDED_BY*0..20]->(successor:Proposal {id: $id})
			RETURN count(successor) > 0 AS circular
			""";

	private static final String SUPERSEDE = """
			MATCH (proposal:Proposal {id: $id})
			MATCH (by:Proposal {id: $by})
			CREATE (proposal)-[:SUPERSEDED_BY]->(by)
			""";

	private final Transactions transactions;

	private final Proposals proposals;

	private final ProposalDesk desk;

	private final CaseDesk cases;

	private final AnswerTimes times;

	private final EventLog log;

	ProposalReview(Transactions transactions, Proposals proposals, ProposalDesk desk, CaseDesk cases, AnswerTimes times,
			EventLog log) {
		this.transactions = transactions;
		this.proposals = proposals;
		this.desk = desk;
		this.cases = cases;
		this.times = times;
		this.log = log;
	}

	String review(ReviewProposalInput input, Viewer viewer) {
		if (!input.decision().isProposers() && !viewer.answersProposals()) {
			throw new Refusal.NotAllowed("Your role does not include answering proposals.");
		}
		return this.transactions.write(() -> {
			lockInOrder(input);
			Proposal proposal = this.desk.take(input.id(), input.expectedVersion(), viewer);
			requireEntitled(proposal, input.decision(), viewer);
			Problems problems = new Problems();
			String reason = input.checked(problems);
			ProposalStatus before = proposal.status();
			OffsetDateTime now = this.desk.now();
			Long days = proposal.clock().daysUntil(now);
			decide(proposal, input, viewer, now);
			problems.raise();
			this.proposals.save(proposal);
			this.log.append("Proposal",
					ProposalDesk.entry(proposal, input.decision().event(), viewer)
						.moving(before, proposal.status())
						.because(reason)
						.onBehalfOf(input.decision().isProposers() ? null : responsible(proposal))
						.counting((input.decision().isAnswer() && days != null)
								? new Entry.Account(proposal.status().name(), days) : null));
			return proposal.id();
		});
	}

	/// The successor too, so that of two that give their places to each other at once the
	/// second sees what the first has left.
	private void lockInOrder(ReviewProposalInput input) {
		if (input.supersededBy() != null) {
			Stream.of(input.id(), input.supersededBy())
				.sorted()
				.forEach((id) -> this.cases.lock(ProposalCases.TYPE, id));
		}
	}

	private static void requireEntitled(Proposal proposal, ProposalDecision decision, Viewer viewer) {
		if (decision.isDoneAsProposer(viewer, proposal.owner().equals(viewer.organisation()))) {
			proposal.requireProposedBy(viewer.organisation());
		}
		else {
			proposal.requireNotProposedBy(viewer.organisation());
		}
	}

	private void decide(Proposal proposal, ReviewProposalInput input, Viewer viewer, OffsetDateTime now) {
		switch (input.decision()) {
			case TAKE_UP -> {
				proposal.takeUp(now, this.times);
				proposal.handledBy(viewer.account());
			}
			case RETURN -> proposal.giveBack(now);
			case ACCEPT -> {
				proposal.accept(input.route(), now);
				requireAssessed(proposal);
			}
			case DEFER, NOT_PURSUE, WITHDRAW, LAPSE -> proposal.end(input.decision().leadsTo(), now);
			case SUPERSEDE -> {
				proposal.end(ProposalStatus.SUPERSEDED, now);
				supersede(proposal, input.supersededBy(), viewer);
			}
		}
	}

	private void requireAssessed(Proposal proposal) {
		if (!this.transactions.query(ASSESSED, Map.of("id", proposal.id())).getFirst().is("assessed")) {
			throw new Unaccepted(ProblemCode.INVALID,
					"Nobody has assessed the consequences yet: do that with 'assessConsequences', then accept.",
					"input", "decision");
		}
		if (proposal.route() == Route.TRIAL && proposal.kind() != ProposalKind.TRIAL) {
			throw new Unaccepted(ProblemCode.INVALID,
					"This proposal names no areas and no time. For a trial, make a proposal with 'proposeTrial'.",
					"input", "route");
		}
	}

	private void supersede(Proposal proposal, @Nullable String by, Viewer viewer) {
		if (by == null) {
			return;
		}
		if (this.cases.visible(ProposalCases.TYPE, List.of(by), viewer).isEmpty()) {
			throw CaseDesk.notFound(ProposalCases.TYPE, "supersededBy");
		}
		requireSuccessor(this.proposals.findById(by).orElseThrow(), proposal);
		if (this.transactions.query(SUCCESSORS, Map.of("id", proposal.id(), "by", by)).getFirst().is("circular")) {
			throw new Unaccepted(ProblemCode.INVALID, "A proposal does not take its own place, by whatever way.",
					"input", "supersededBy");
		}
		this.transactions.query(SUPERSEDE, Map.of("id", proposal.id(), "by", by));
	}

	private static void requireSuccessor(Proposal successor, Proposal proposal) {
		Problems problems = new Problems();
		problems.require(successor.status().canSucceed(),
				"What takes its place is handed in and not ended: this one is %s.".formatted(successor.status()),
				"input", "supersededBy");
		problems.require(successor.audience().compareTo(proposal.audience()) >= 0,
				"Others can read this proposal, but not the one that would take its place. Take that up first.",
				"input", "supersededBy");
		problems.raise();
	}

	private @Nullable String responsible(Proposal proposal) {
		return this.transactions.query(RESPONSIBLE, Map.of("id", proposal.id()))
			.stream()
			.map((row) -> row.text("id"))
			.findFirst()
			.orElse(null);
	}

	/// Asks for a second answer to what was not pursued, once.
	String reconsider(ReconsiderInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			Proposal proposal = this.desk.take(input.id(), input.expectedVersion(), viewer);
			proposal.requireProposedBy(viewer.organisation());
			Problems problems = new Problems();
			String grounds = problems.text(input.grounds(), true, SubjectInput.REASON, "input", "grounds");
			ProposalStatus before = proposal.status();
			proposal.reconsider(this.desk.now(), this.times);
			problems.raise();
			this.proposals.save(proposal);
			this.log.append("Proposal",
					ProposalDesk.entry(proposal, "PROPOSAL_RECONSIDERED", viewer)
						.moving(before, proposal.status())
						.because(grounds)
						.counting(Entry.Account.RECEIVED));
			return proposal.id();
		});
	}

}
