package se.frirum.proposal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.answer.AnswerClock;
import se.frirum.platform.answer.AnswerTimes;
import se.frirum.platform.answer.AnsweredCase;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Unaccepted;
import se.frirum.platform.security.Audience;

import org.springframework.data.neo4j.core.schema.Node;

/// A proposal: its own properties and the moves it can make. What it is linked to stands
/// in the graph and is written by the use cases.
@Node("Proposal")
@SuppressWarnings({ "NullAway.Init", "UnusedVariable" }) // Spring Data fills the fields
class Proposal extends AnsweredCase {

	private ProposalKind kind;

	private String title;

	private String rationale;

	private ProposalStatus status;

	private @Nullable Route route;

	private boolean reconsidered;

	/// The act or document that carried it out.
	private @Nullable String enactedBy;

	/// When a trial is to hold.
	private @Nullable LocalDate from;

	private @Nullable LocalDate until;

	private @Nullable Integer durationMonths;

	static String newId(ProposalKind kind) {
		return kind.ids() + UUID.randomUUID();
	}

	/// A draft of an organisation's.
	static Proposal draft(String id, ProposalKind kind, String owner, OffsetDateTime now) {
		Proposal proposal = new Proposal();
		proposal.begin(id, owner, now);
		proposal.kind = kind;
		proposal.status = ProposalStatus.DRAFT;
		return proposal;
	}

	/// Takes on what the proposer wrote.
	void describe(ProposalContent content, OffsetDateTime now) {
		this.title = content.title();
		this.rationale = content.rationale();
		this.from = content.from();
		this.until = content.until();
		this.durationMonths = content.durationMonths();
		changedAt(now);
	}

	/// What the proposer wrote, but for the links.
	ProposalContent content() {
		return new ProposalContent(this.title, this.rationale, this.from, this.until, this.durationMonths);
	}

	/// Hands a draft in. From now on those who review see it, and an answer is due.
	void submit(String givenReference, OffsetDateTime now, AnswerTimes times) {
		requireStatus(ProposalStatus.SUBMITTED, Set.of(ProposalStatus.DRAFT));
		handIn(givenReference, now);
		move(ProposalStatus.SUBMITTED, now, AnswerClock.running(now, times.answer()));
	}

	/// Hands in again what came back.
	void resubmit(OffsetDateTime now) {
		requireStatus(ProposalStatus.UNDER_REVIEW, Set.of(ProposalStatus.RETURNED));
		move(ProposalStatus.UNDER_REVIEW, now, clock().resumed(now));
	}

	/// Takes it up; from now on everybody sees it. Once put off, a new answer is due.
	void takeUp(OffsetDateTime now, AnswerTimes times) {
		requireStatus(ProposalStatus.UNDER_REVIEW, ProposalStep.TAKE_UP.from());
		move(ProposalStatus.UNDER_REVIEW, now,
				(this.status == ProposalStatus.SUBMITTED) ? clock() : AnswerClock.running(now, times.answer()));
		widen(Audience.PUBLIC);
	}

	/// Gives it back to be mended. Meanwhile the clock rests.
	void giveBack(OffsetDateTime now) {
		move(ProposalStatus.RETURNED, now, clock().resting(now));
	}

	/// Says that it is to be carried out, and how.
	void accept(@Nullable Route by, OffsetDateTime now) {
		move(ProposalStatus.ACCEPTED, now, AnswerClock.STOPPED);
		this.route = by;
	}

	/// Ends it for now or for good.
	void end(ProposalStatus as, OffsetDateTime now) {
		move(as, now, AnswerClock.STOPPED);
	}

	/// Has what was not pursued looked at once more, and only once.
	void reconsider(OffsetDateTime now, AnswerTimes times) {
		requireStatus(ProposalStatus.UNDER_REVIEW, ProposalStep.RECONSIDER.from());
		if (this.reconsidered) {
			throw new Unaccepted(ProblemCode.ILLEGAL_TRANSITION,
					"This has been reconsidered once; that was the second answer. Propose anew if things have changed.",
					"input", "id");
		}
		move(ProposalStatus.UNDER_REVIEW, now, AnswerClock.running(now, times.answer()));
		this.reconsidered = true;
	}

	/// Enters the legislative pipeline, at the first step.
	void enterPipeline(OffsetDateTime now) {
		move(ProposalStatus.IN_PIPELINE, now, AnswerClock.STOPPED);
	}

	/// Has become a rule.
	/// @param by the number of the act, or another document's reference
	void enact(String by, OffsetDateTime now) {
		move(ProposalStatus.ENACTED, now, AnswerClock.STOPPED);
		this.enactedBy = by;
	}

	/// Notes that something about it changed.
	void touch(OffsetDateTime now) {
		changedAt(now);
	}

	/// Only the organisation that proposed it does what is the proposer's to do.
	void requireProposedBy(@Nullable String organisation) {
		if (!owner().equals(organisation)) {
			throw new Unaccepted(ProblemCode.INVALID, "Only the organisation that made the proposal does this.",
					"input", "id");
		}
	}

	/// Whoever proposed something does not answer it.
	void requireNotProposedBy(@Nullable String organisation) {
		if (owner().equals(organisation)) {
			throw new Unaccepted(ProblemCode.INVALID, "Your organisation made this proposal; another one answers it.",
					"input", "id");
		}
	}

	/// Only its proposer changes it, and only as a draft or when it came back.
	void requireWrittenBy(@Nullable String organisation) {
		requireProposedBy(organisation);
		require(ProposalStatus::isWritten);
	}

	/// @throws Unaccepted ILLEGAL_TRANSITION, naming the statuses that will do
	void require(Predicate<ProposalStatus> possible) {
		if (!possible.test(this.status)) {
			throw new Unaccepted(ProblemCode.ILLEGAL_TRANSITION, "The proposal is %s; this is possible while it is %s."
				.formatted(this.status, named(Arrays.stream(ProposalStatus.values()).filter(possible).toList())),
					"input", "id");
		}
	}

	private void move(ProposalStatus to, OffsetDateTime now, AnswerClock clock) {
		requireStatus(to, to.previous());
		this.status = to;
		clock(clock, to.waitsForAnswer());
		changedAt(now);
	}

	private void requireStatus(ProposalStatus to, Set<ProposalStatus> from) {
		if (!from.contains(this.status)) {
			throw new Unaccepted(ProblemCode.ILLEGAL_TRANSITION,
					"The proposal is %s; it can become %s from %s.".formatted(this.status, to, named(from)), "input",
					"id");
		}
	}

	private static String named(Collection<ProposalStatus> statuses) {
		return statuses.stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
	}

	ProposalKind kind() {
		return this.kind;
	}

	ProposalStatus status() {
		return this.status;
	}

	@Nullable Route route() {
		return this.route;
	}

}
