package se.frirum.obstacle;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.answer.AnswerTimes;
import se.frirum.platform.answer.SubjectInput;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.event.Entry;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.graphql.Unaccepted;
import se.frirum.platform.request.References;
import se.frirum.platform.request.Requests;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Service;

/// A municipality or region reports a rule that stands in its way.
@Service
class ObstacleReporting {

	/// Takes the neighbours' locks before the log's.
	private static final String UNLINK = """
			MATCH (:Obstacle {id: $id})-[link:REPORTED_BY|BLOCKED_BY|AFFECTS]->()
			DELETE link
			""";

	private static final String DISCARD = """
			MATCH (obstacle:Obstacle {id: $id})
			OPTIONAL MATCH (obstacle)-[:CONTACT]->(contact:Contact)
			DETACH DELETE obstacle, contact
			""";

	private final Transactions transactions;

	private final Obstacles obstacles;

	private final ObstacleDesk desk;

	private final ObstacleLinks links;

	private final Requests requests;

	private final References references;

	private final Contacts contacts;

	private final AnswerTimes times;

	private final EventLog log;

	ObstacleReporting(Transactions transactions, Obstacles obstacles, ObstacleDesk desk, ObstacleLinks links,
			Requests requests, References references, Contacts contacts, AnswerTimes times, EventLog log) {
		this.transactions = transactions;
		this.obstacles = obstacles;
		this.desk = desk;
		this.links = links;
		this.requests = requests;
		this.references = references;
		this.contacts = contacts;
		this.times = times;
		this.log = log;
	}

	/// Reports an obstacle, or keeps it as a draft.
	/// @return its id; with the same idempotency key always the same
	String report(ReportObstacleInput input, Viewer viewer) {
		String organisation = this.desk.organisation(viewer);
		String id = Obstacle.newId();
		return this.transactions.write(() -> {
			Optional<String> earlier = this.requests.claim("reportObstacle", viewer, input.idempotencyKey(), input, id);
			if (earlier.isPresent()) {
				return stillThere(earlier.get());
			}
			return create(Obstacle.draft(id, organisation, this.desk.now()), input, viewer);
		});
	}

	private String stillThere(String id) {
		return this.obstacles.findById(id)
			.map(Obstacle::id)
			.orElseThrow(() -> new Unaccepted(ProblemCode.NOT_FOUND,
					"What this key reported was a draft, and it was discarded. Use a new key.", "input",
					"idempotencyKey"));
	}

	private String create(Obstacle obstacle, ReportObstacleInput input, Viewer viewer) {
		Problems problems = new Problems();
		ObstacleContent content = input.content().checked(input.submit(), problems);
		List<ObstacleLinks.Blocking> blockings = this.links.resolve(input.blockedBy(), problems);
		List<String> services = this.links.services(input.services(), problems);
		Contact contact = Contact.checked(input.contact(), problems);
		problems.raise();
		OffsetDateTime now = this.desk.now();
		obstacle.describe(content, now);
		this.obstacles.save(obstacle);
		this.links.reportedBy(Map.of(obstacle.id(), obstacle.owner()));
		this.links.block(Map.of(obstacle.id(), blockings));
		this.links.affect(Map.of(obstacle.id(), services));
		this.contacts.set(obstacle.id(), contact, viewer);
		if (input.submit()) {
			handIn(obstacle, null, viewer, now);
		}
		else {
			this.links.rank(List.of(obstacle.id()));
			this.log.append("Obstacle", entry(obstacle, "OBSTACLE_DRAFTED", viewer).moving(null, obstacle.status()));
		}
		return obstacle.id();
	}

	/// Changes a draft, or what was asked about.
	String update(UpdateObstacleInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			Obstacle obstacle = this.desk.take(input.id(), input.expectedVersion(), viewer);
			obstacle.requireWrittenBy(viewer.organisation());
			Problems problems = new Problems();
			ObstacleContent content = input.appliedTo(obstacle.content())
				.checked(obstacle.status() != ObstacleStatus.DRAFT, problems);
			Contact contact = Contact.checked(input.contact().value(), problems);
			List<ObstacleLinks.Blocking> blockings = (input.blockedBy() != null)
					? this.links.resolve(input.blockedBy(), problems) : List.of();
			List<String> services = (input.services() != null) ? this.links.services(input.services(), problems)
					: List.of();
			problems.raise();
			obstacle.describe(content, this.desk.now());
			this.obstacles.save(obstacle);
			if (input.blockedBy() != null) {
				this.links.block(Map.of(obstacle.id(), blockings));
			}
			if (input.services() != null) {
				this.links.affect(Map.of(obstacle.id(), services));
			}
			if (!input.contact().isOmitted()) {
				this.contacts.set(obstacle.id(), contact, viewer);
			}
			this.log.append("Obstacle", entry(obstacle, "OBSTACLE_UPDATED", viewer));
			return obstacle.id();
		});
	}

	/// Hands a draft in, and it gets its reference; or hands in the answer to what was
	/// asked.
	String submit(SubjectInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			Obstacle obstacle = this.desk.take(input.id(), input.expectedVersion(), viewer);
			obstacle.requireWrittenBy(viewer.organisation());
			Problems problems = new Problems();
			obstacle.content().checked(true, problems);
			this.links.resolve(this.links.current(obstacle.id()), problems);
			problems.raise();
			if (obstacle.status() == ObstacleStatus.DRAFT) {
				handIn(obstacle, input.checkedReason(), viewer, this.desk.now());
			}
			else {
				answer(obstacle, input.checkedReason(), viewer);
			}
			return obstacle.id();
		});
	}

	/// Throws a draft away. The log keeps that there was one, for its organisation.
	String discard(SubjectInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			Obstacle obstacle = this.desk.take(input.id(), input.expectedVersion(), viewer);
			obstacle.requireDraftOf(viewer.organisation());
			String reason = input.checkedReason();
			this.transactions.query(UNLINK, Map.of("id", obstacle.id()));
			this.log.append("Obstacle", entry(obstacle, "OBSTACLE_DISCARDED", viewer).because(reason));
			this.transactions.query(DISCARD, Map.of("id", obstacle.id()));
			return obstacle.id();
		});
	}

	/// Takes a case back.
	String withdraw(SubjectInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			Obstacle obstacle = this.desk.take(input.id(), input.expectedVersion(), viewer);
			obstacle.requireOwnedBy(viewer.organisation());
			String reason = input.givenReason();
			ObstacleStatus before = obstacle.status();
			obstacle.close(ObstacleClosure.WITHDRAWN, this.desk.now());
			this.obstacles.save(obstacle);
			this.log.append("Obstacle",
					entry(obstacle, "OBSTACLE_WITHDRAWN", viewer).moving(before, obstacle.status()).because(reason));
			return obstacle.id();
		});
	}

	/// Says whether what was resolved is gone for those who met it; if not, it is taken
	/// up again.
	String verify(VerifyObstacleInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			Obstacle obstacle = this.desk.take(input.id(), input.expectedVersion(), viewer);
			obstacle.requireOwnedBy(viewer.organisation());
			Problems problems = new Problems();
			String note = problems.text(input.note(), !input.gone(), SubjectInput.REASON, "input", "note");
			ObstacleStatus before = obstacle.status();
			obstacle.requireResolved();
			problems.raise();
			if (input.gone()) {
				obstacle.verify(this.desk.now());
			}
			else {
				obstacle.reopen(this.desk.now(), this.times);
			}
			this.obstacles.save(obstacle);
			Entry entry = entry(obstacle, input.gone() ? "OBSTACLE_VERIFIED" : "OBSTACLE_REMAINS", viewer)
				.moving(before, obstacle.status())
				.because(note);
			this.log.append("Obstacle", input.gone() ? entry : entry.counting(Entry.Account.RECEIVED));
			return obstacle.id();
		});
	}

	private void answer(Obstacle obstacle, @Nullable String reason, Viewer viewer) {
		ObstacleStatus before = obstacle.status();
		obstacle.answer(this.desk.now());
		this.obstacles.save(obstacle);
		this.log.append("Obstacle",
				entry(obstacle, "OBSTACLE_INFORMATION_GIVEN", viewer).moving(before, obstacle.status())
					.because(reason));
	}

	private void handIn(Obstacle obstacle, @Nullable String reason, Viewer viewer, OffsetDateTime now) {
		ObstacleStatus before = obstacle.status();
		obstacle.submit(this.references.next("H", now.getYear()), now, this.times);
		this.obstacles.save(obstacle);
		this.links.rank(List.of(obstacle.id()));
		this.log.append("Obstacle",
				entry(obstacle, "OBSTACLE_SUBMITTED", viewer).moving(before, obstacle.status())
					.because(reason)
					.counting(Entry.Account.RECEIVED));
	}

	private static Entry entry(Obstacle obstacle, String type, Viewer viewer) {
		return Entry.of(obstacle.id(), type, viewer, obstacle.audience(), obstacle.owner());
	}

}
