package se.frirum.proposal;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.answer.AnswerTimes;
import se.frirum.platform.answer.SubjectInput;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.event.Entry;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.request.References;
import se.frirum.platform.request.Requests;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Service;

/// Somebody proposes to change rules, or to set them aside for a time.
@Service
class ProposalWriting {

	private final Transactions transactions;

	private final Proposals proposals;

	private final ProposalDesk desk;

	private final ProposalLinks links;

	private final Requests requests;

	private final References references;

	private final AnswerTimes times;

	private final EventLog log;

	ProposalWriting(Transactions transactions, Proposals proposals, ProposalDesk desk, ProposalLinks links,
			Requests requests, References references, AnswerTimes times, EventLog log) {
		this.transactions = transactions;
		this.proposals = proposals;
		this.desk = desk;
		this.links = links;
		this.requests = requests;
		this.references = references;
		this.times = times;
		this.log = log;
	}

	/// What is proposed, however it was sent.
	private record Proposed(ProposalKind kind, ProposalContent content, List<String> addresses,
			List<ProposedChangeInput> changes, List<String> areas, boolean submit) {
	}

	/// Proposes to change rules for good, or keeps that as a draft.
	/// @return its id; with the same idempotency key always the same
	String propose(ProposeSimplificationInput input, Viewer viewer) {
		return propose("proposeSimplification", input.idempotencyKey(), input, new Proposed(ProposalKind.SIMPLIFICATION,
				input.content(), input.addresses(), input.changes(), List.of(), input.submit()), viewer);
	}

	/// Proposes a trial, or keeps that as a draft.
	/// @return its id; with the same idempotency key always the same
	String propose(ProposeTrialInput input, Viewer viewer) {
		return propose("proposeTrial", input.idempotencyKey(), input, new Proposed(ProposalKind.TRIAL, input.content(),
				input.addresses(), input.changes(), input.areas(), input.submit()), viewer);
	}

	private String propose(String operation, String key, Object input, Proposed proposed, Viewer viewer) {
		String organisation = this.desk.organisation(viewer);
		String id = Proposal.newId(proposed.kind());
		return this.transactions.write(() -> {
			Optional<String> earlier = this.requests.claim(operation, viewer, key, input, id);
			return earlier.orElseGet(
					() -> create(Proposal.draft(id, proposed.kind(), organisation, this.desk.now()), proposed, viewer));
		});
	}

	private String create(Proposal proposal, Proposed proposed, Viewer viewer) {
		Problems problems = new Problems();
		ProposalContent content = proposed.content().checked(proposal.kind(), proposed.submit(), problems);
		List<String> obstacles = this.links.obstacles(proposed.addresses(), viewer, problems);
		List<ProposalLinks.Change> changes = this.links.changes(proposed.changes(), problems);
		List<String> areas = this.links.areas(proposed.areas(), problems);
		problems.raise();
		proposal.describe(content, this.desk.now());
		this.proposals.save(proposal);
		this.links.proposedBy(proposal);
		this.links.address(proposal.id(), obstacles);
		this.links.change(proposal.id(), changes);
		this.links.holdIn(proposal.id(), areas);
		if (proposed.submit()) {
			handIn(proposal, null, viewer);
		}
		else {
			this.log.append("Proposal",
					ProposalDesk.entry(proposal, "PROPOSAL_DRAFTED", viewer).moving(null, proposal.status()));
		}
		return proposal.id();
	}

	/// Changes a draft, or what came back.
	String update(UpdateProposalInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			Proposal proposal = this.desk.take(input.id(), input.expectedVersion(), viewer);
			proposal.requireWrittenBy(viewer.organisation());
			Problems problems = new Problems();
			ProposalContent content = input.appliedTo(proposal.content())
				.checked(proposal.kind(), proposal.status() != ProposalStatus.DRAFT, problems);
			problems.require(input.areas() == null || proposal.kind() == ProposalKind.TRIAL, "Only a trial has areas.",
					"input", "areas");
			Optional<List<String>> obstacles = Optional.ofNullable(input.addresses())
				.map((ids) -> this.links.obstacles(ids, viewer, problems));
			Optional<List<ProposalLinks.Change>> changes = Optional.ofNullable(input.changes())
				.map((each) -> this.links.changes(each, problems));
			Optional<List<String>> areas = Optional.ofNullable(input.areas())
				.map((codes) -> this.links.areas(codes, problems));
			problems.raise();
			proposal.describe(content, this.desk.now());
			this.proposals.save(proposal);
			obstacles.ifPresent((ids) -> this.links.address(proposal.id(), ids));
			changes.ifPresent((each) -> this.links.change(proposal.id(), each));
			areas.ifPresent((codes) -> this.links.holdIn(proposal.id(), codes));
			this.log.append("Proposal", ProposalDesk.entry(proposal, "PROPOSAL_UPDATED", viewer));
			return proposal.id();
		});
	}

	/// Hands a draft in, and it gets its reference; or hands in again what came back.
	String submit(SubjectInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			Proposal proposal = this.desk.take(input.id(), input.expectedVersion(), viewer);
			proposal.requireWrittenBy(viewer.organisation());
			Problems problems = new Problems();
			proposal.content().checked(proposal.kind(), true, problems);
			problems.raise();
			handIn(proposal, input.checkedReason(), viewer);
			return proposal.id();
		});
	}

	private void handIn(Proposal proposal, @Nullable String reason, Viewer viewer) {
		Problems problems = new Problems();
		this.links.requireComplete(proposal, problems);
		problems.raise();
		OffsetDateTime now = this.desk.now();
		ProposalStatus before = proposal.status();
		boolean first = before == ProposalStatus.DRAFT;
		if (first) {
			proposal.submit(this.references.next("P", now.getYear()), now, this.times);
		}
		else {
			proposal.resubmit(now);
		}
		this.proposals.save(proposal);
		Entry entry = ProposalDesk.entry(proposal, first ? "PROPOSAL_SUBMITTED" : "PROPOSAL_RESUBMITTED", viewer)
			.moving(before, proposal.status())
			.because(reason);
		this.log.append("Proposal", first ? entry.counting(Entry.Account.RECEIVED) : entry);
	}

}
