package se.frirum.obstacle;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Unaccepted;
import se.frirum.platform.security.Audience;

import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

/// A reported rule obstacle: its own properties and the moves it can make. What it is
/// linked to stands in the graph and is written by the use cases.
@Node("Obstacle")
@SuppressWarnings({ "NullAway.Init", "UnusedVariable" }) // Spring Data fills the fields
class Obstacle {

	/// UTC, of one length, so that moments sort as text.
	private static final DateTimeFormatter SORTABLE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

	private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

	@Id
	private String id;

	private @Nullable String reference;

	private long version;

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

	private @Nullable ObstacleClosure closure;

	private Audience audience;

	/// The id of the organisation that reported it.
	private String owner;

	private OffsetDateTime reportedAt;

	/// Sort keys, each unique: when it was reported, when it last changed.
	private String newest;

	private String changed;

	static String newId() {
		return "obstacle:" + UUID.randomUUID();
	}

	/// A draft of an organisation's.
	static Obstacle draft(String id, String owner, OffsetDateTime now) {
		Obstacle obstacle = new Obstacle();
		obstacle.id = id;
		obstacle.version = 1;
		obstacle.owner = owner;
		obstacle.status = ObstacleStatus.DRAFT;
		obstacle.audience = Audience.OWNER;
		obstacle.reported(now);
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
		changed(now);
	}

	/// What the reporter wrote, but for the links.
	ObstacleContent content() {
		return new ObstacleContent(this.title, this.description, this.consequence, this.kind, this.hinders,
				this.yearlyCost, this.mandate, this.decision);
	}

	/// Hands a draft in. From now on those who review see it.
	void submit(String givenReference, OffsetDateTime now) {
		requireStatus(ObstacleStatus.SUBMITTED, Set.of(ObstacleStatus.DRAFT));
		move(ObstacleStatus.SUBMITTED, now);
		this.reference = givenReference;
		widen(Audience.REVIEWERS);
		reported(now);
	}

	/// Takes a submitted case up for review.
	void takeUp(boolean publish, OffsetDateTime now) {
		requireStatus(ObstacleStatus.UNDER_REVIEW, Set.of(ObstacleStatus.SUBMITTED));
		move(ObstacleStatus.UNDER_REVIEW, now);
		if (publish) {
			widen(Audience.PUBLIC);
		}
	}

	/// Shows a case that was taken up to everybody.
	void publish(OffsetDateTime now) {
		if (this.status == ObstacleStatus.DRAFT || this.status == ObstacleStatus.SUBMITTED) {
			throw new Unaccepted(ProblemCode.ILLEGAL_TRANSITION,
					"Take the case up first: it is %s, and only what somebody has read is published."
						.formatted(this.status),
					"input", "decision");
		}
		if (this.audience == Audience.PUBLIC) {
			throw new Unaccepted(ProblemCode.ILLEGAL_TRANSITION, "Everybody sees this case already.", "input",
					"decision");
		}
		widen(Audience.PUBLIC);
		changed(now);
	}

	/// Follows a move that is known to have happened, for samples.
	void follow(ObstacleStatus to, @Nullable ObstacleClosure closedAs, OffsetDateTime moment) {
		move(to, moment);
		this.closure = closedAs;
		widen(Audience.PUBLIC);
	}

	/// Only the organisation that writes a draft changes or discards it, and only while
	/// it is one.
	void requireDraftOf(@Nullable String organisation) {
		if (!this.owner.equals(organisation)) {
			throw new Unaccepted(ProblemCode.INVALID, "Only the organisation that reported the case changes it.",
					"input", "id");
		}
		if (this.status != ObstacleStatus.DRAFT) {
			throw new Unaccepted(ProblemCode.ILLEGAL_TRANSITION,
					"The case is %s; this is possible while it is DRAFT.".formatted(this.status), "input", "id");
		}
	}

	private void move(ObstacleStatus to, OffsetDateTime now) {
		requireStatus(to, to.previous());
		this.status = to;
		changed(now);
	}

	private void requireStatus(ObstacleStatus to, Set<ObstacleStatus> from) {
		if (!from.contains(this.status)) {
			throw new Unaccepted(ProblemCode.ILLEGAL_TRANSITION, "The case is %s; it can become %s from %s."
				.formatted(this.status, to, String.join(", ", from.stream().map(Enum::name).sorted().toList())),
					"input", "id");
		}
	}

	/// An audience never narrows.
	private void widen(Audience wider) {
		if (wider.compareTo(this.audience) > 0) {
			this.audience = wider;
		}
	}

	private void reported(OffsetDateTime now) {
		this.reportedAt = now;
		this.newest = key(now);
		changed(now);
	}

	private void changed(OffsetDateTime now) {
		this.changed = key(now);
	}

	private String key(OffsetDateTime moment) {
		return sortable(moment) + "|" + this.id;
	}

	/// Where a day in Sweden begins among the sort keys.
	static String sortable(LocalDate day) {
		return sortable(day.atStartOfDay(SWEDEN).toOffsetDateTime());
	}

	private static String sortable(OffsetDateTime moment) {
		return SORTABLE.format(moment.withOffsetSameInstant(ZoneOffset.UTC));
	}

	String id() {
		return this.id;
	}

	@Nullable String reference() {
		return this.reference;
	}

	ObstacleStatus status() {
		return this.status;
	}

	Audience audience() {
		return this.audience;
	}

	String owner() {
		return this.owner;
	}

	String newest() {
		return this.newest;
	}

}
