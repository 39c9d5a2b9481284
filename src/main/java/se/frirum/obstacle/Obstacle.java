package se.frirum.obstacle;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.answer.AnswerClock;
import se.frirum.platform.answer.AnswerTimes;
import se.frirum.platform.answer.AnsweredCase;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Unaccepted;
import se.frirum.platform.security.Audience;

import org.springframework.data.neo4j.core.schema.Node;

/// A reported rule obstacle: its own properties and the moves it can make. What it is
/// linked to stands in the graph and is written by the use cases.
@Node("Obstacle")
@SuppressWarnings({ "NullAway.Init", "UnusedVariable" }) // Spring Data fills the fields
class Obstacle extends AnsweredCase {

	private boolean sample;

	private String title;

	private String description;

	private @Nullable String consequence;

	private ObstacleKind kind;

	private List<Hinders> hinders;

	private @Nullable Integer yearlyCost;

	private Mandate mandate;

	private @Nullable String decision;

	private ObstacleStatus status;

	/// Where the question came from that the reporter has been asked, and where the
	/// answer goes.
	private @Nullable ObstacleStatus askedFrom;

	/// Where it stood when it was merged into another, and where it goes when that is
	/// undone.
	private @Nullable ObstacleStatus mergedFrom;

	private @Nullable ObstacleClosure closure;

	private OffsetDateTime reportedAt;

	static String newId() {
		return "obstacle:" + UUID.randomUUID();
	}

	/// A draft of an organisation's.
	static Obstacle draft(String id, String owner, OffsetDateTime now) {
		Obstacle obstacle = new Obstacle();
		obstacle.begin(id, owner, now);
		obstacle.status = ObstacleStatus.DRAFT;
		obstacle.reportedAt = now;
		return obstacle;
	}

	/// A draft that came with the seed data.
	static Obstacle sample(String owner, OffsetDateTime reported) {
		Obstacle obstacle = draft(newId(), owner, reported);
		obstacle.sample = true;
		return obstacle;
	}

	/// Takes on what the reporter wrote.
	void describe(ObstacleContent content, OffsetDateTime now) {
		this.title = content.title();
		this.description = content.description();
		this.consequence = content.consequence();
		this.kind = content.kind();
		this.hinders = content.hinders();
		this.yearlyCost = content.yearlyCost();
		this.mandate = content.mandate();
		this.decision = content.decision();
		changedAt(now);
	}

	/// What the reporter wrote, but for the links.
	ObstacleContent content() {
		return new ObstacleContent(this.title, this.description, this.consequence, this.kind, this.hinders,
				this.yearlyCost, this.mandate, this.decision);
	}

	/// Hands a draft in. From now on those who review see it, and the first answer is
	/// due.
	void submit(String givenReference, OffsetDateTime now, AnswerTimes times) {
		requireStatus(ObstacleStatus.SUBMITTED, Set.of(ObstacleStatus.DRAFT));
		handIn(givenReference, now);
		this.reportedAt = now;
		move(ObstacleStatus.SUBMITTED, now, AnswerClock.running(now, times.first()));
	}

	/// Takes a submitted case up for review.
	void takeUp(boolean publish, OffsetDateTime now) {
		requireStatus(ObstacleStatus.UNDER_REVIEW, ObstacleStep.TAKE_UP.from());
		move(ObstacleStatus.UNDER_REVIEW, now, clock());
		if (publish) {
			widen(Audience.PUBLIC);
		}
	}

	/// Shows a case that was taken up to everybody.
	void publish(OffsetDateTime now) {
		if (!ObstacleStep.PUBLISH.from().contains(this.status)) {
			throw new Unaccepted(ProblemCode.ILLEGAL_TRANSITION,
					"Take the case up first: it is %s, and only what somebody has read is published."
						.formatted(this.status),
					"input", "decision");
		}
		if (!standing().wasTakenUp()) {
			throw new Unaccepted(ProblemCode.ILLEGAL_TRANSITION,
					"The case was not taken up, so nobody has read what it will say.", "input", "decision");
		}
		if (audience() == Audience.PUBLIC) {
			throw new Unaccepted(ProblemCode.ILLEGAL_TRANSITION, "Everybody sees this case already.", "input",
					"decision");
		}
		widen(Audience.PUBLIC);
		changedAt(now);
	}

	/// Asks the reporter for more. Meanwhile the clock rests.
	void ask(OffsetDateTime now) {
		ObstacleStatus before = this.status;
		move(ObstacleStatus.NEEDS_INFORMATION, now, clock().resting(now));
		this.askedFrom = before;
	}

	/// Answers what was asked, to where the question came from.
	void answer(OffsetDateTime now) {
		ObstacleStatus to = (this.askedFrom != null) ? this.askedFrom : ObstacleStatus.UNDER_REVIEW;
		requireStatus(to, Set.of(ObstacleStatus.NEEDS_INFORMATION));
		move(to, now, clock().resumed(now));
	}

	/// Says that a rule does stand in the way: the first answer.
	void confirm(OffsetDateTime now) {
		move(ObstacleStatus.CONFIRMED, now, AnswerClock.undated(now));
	}

	/// Hands a confirmed case to whoever issues the rule, who has to answer by a day.
	void forward(OffsetDateTime now, AnswerTimes times) {
		if (!ObstacleStep.FORWARD.from().contains(this.status)) {
			throw new Unaccepted(ProblemCode.ILLEGAL_TRANSITION,
					"The case is %s; it can be forwarded from CONFIRMED.".formatted(this.status), "input", "decision");
		}
		clock(AnswerClock.running(now, times.answer()), true);
		changedAt(now);
	}

	/// Says that the rule no longer stands in the way.
	void resolve(OffsetDateTime now) {
		move(ObstacleStatus.RESOLVED, now, AnswerClock.STOPPED);
	}

	/// The reporter says that the obstacle is gone.
	void verify(OffsetDateTime now) {
		move(ObstacleStatus.VERIFIED, now, AnswerClock.STOPPED);
	}

	/// Ends the case.
	void close(@Nullable ObstacleClosure as, OffsetDateTime now) {
		move(ObstacleStatus.CLOSED, now, AnswerClock.STOPPED);
		this.closure = as;
	}

	/// Takes an ended case up again; a new answer is due.
	void reopen(OffsetDateTime now, AnswerTimes times) {
		requireStatus(ObstacleStatus.UNDER_REVIEW, ObstacleStep.REOPEN.from());
		if (standing().isMerged()) {
			throw new Unaccepted(ProblemCode.ILLEGAL_TRANSITION,
					"The case is merged into another. Split it, and it stands where it stood.", "input", "id");
		}
		if (standing().isTakenBack()) {
			throw new Unaccepted(ProblemCode.ILLEGAL_TRANSITION,
					"The reporter took the case back; it is not reopened. It can be reported anew.", "input", "id");
		}
		move(ObstacleStatus.UNDER_REVIEW, now, AnswerClock.running(now, times.first()));
		this.closure = null;
	}

	/// Ends the case as a part of another. Its clock stands as it is, for when that is
	/// undone.
	void merge(OffsetDateTime now) {
		ObstacleStatus before = this.status;
		move(ObstacleStatus.CLOSED, now, clock());
		this.mergedFrom = before;
		this.closure = ObstacleClosure.DUPLICATE;
	}

	/// Undoes a merge: the case stands exactly where it stood.
	void split(OffsetDateTime now) {
		if (this.mergedFrom == null) {
			throw new Unaccepted(ProblemCode.ILLEGAL_TRANSITION,
					"The case is %s and not merged into another; only a merged one is split.".formatted(this.status),
					"input", "id");
		}
		this.status = this.mergedFrom;
		this.mergedFrom = null;
		this.closure = null;
		clock(clock(), this.status.waitsForAnswer());
		changedAt(now);
	}

	/// Follows a move that is known to have happened, for samples.
	void follow(ObstacleStatus to, @Nullable ObstacleClosure closedAs, OffsetDateTime moment, AnswerTimes times) {
		switch (to) {
			case NEEDS_INFORMATION -> ask(moment);
			case CONFIRMED -> confirm(moment);
			case CLOSED, RESOLVED, VERIFIED -> move(to, moment, AnswerClock.STOPPED);
			case DRAFT, SUBMITTED -> move(to, moment, clock().resumed(moment));
			case UNDER_REVIEW ->
				move(to, moment, (this.status == ObstacleStatus.CLOSED || this.status == ObstacleStatus.RESOLVED)
						? AnswerClock.running(moment, times.first()) : clock().resumed(moment));
		}
		this.closure = closedAs;
		widen(Audience.PUBLIC);
	}

	/// Only the organisation that reported a case does what is the reporter's to do.
	void requireOwnedBy(@Nullable String organisation) {
		if (!owner().equals(organisation)) {
			throw new Unaccepted(ProblemCode.INVALID, "Only the organisation that reported the case does this.",
					"input", "id");
		}
	}

	/// What is said about its end is said once it is resolved.
	void requireResolved() {
		requireStatus(ObstacleStatus.VERIFIED, ObstacleStep.VERIFY.from());
	}

	/// Only the organisation that writes a draft, or was asked for more, changes it, and
	/// only while it does.
	void requireWrittenBy(@Nullable String organisation) {
		requireOwnedBy(organisation);
		requireStep(ObstacleStep.UPDATE);
	}

	/// Only the organisation that writes a draft discards it, and only while it is one.
	void requireDraftOf(@Nullable String organisation) {
		requireOwnedBy(organisation);
		requireStep(ObstacleStep.DISCARD);
	}

	private void requireStep(ObstacleStep step) {
		if (!step.from().contains(this.status)) {
			throw new Unaccepted(ProblemCode.ILLEGAL_TRANSITION,
					"The case is %s; this is possible while it is %s.".formatted(this.status, named(step.from())),
					"input", "id");
		}
	}

	private void move(ObstacleStatus to, OffsetDateTime now, AnswerClock clock) {
		requireStatus(to, to.previous());
		this.status = to;
		clock(clock, to.waitsForAnswer());
		changedAt(now);
	}

	private void requireStatus(ObstacleStatus to, Set<ObstacleStatus> from) {
		if (!from.contains(this.status)) {
			throw new Unaccepted(ProblemCode.ILLEGAL_TRANSITION,
					"The case is %s; it can become %s from %s.".formatted(this.status, to, named(from)), "input", "id");
		}
	}

	private static String named(Collection<ObstacleStatus> statuses) {
		return statuses.stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
	}

	ObstacleStatus status() {
		return this.status;
	}

	/// How it stands, as far as that decides what can be done with it.
	ObstacleStanding standing() {
		return new ObstacleStanding(this.status, audience(), owner(), this.askedFrom, this.mergedFrom, this.closure);
	}

}
