package se.frirum.obstacle;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.answer.AnswerTimes;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.event.Entry;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Service;

/// Analysts and liaisons read what was submitted, and answer it.
@Service
class ObstacleReview {

	private static final int SOURCE = 500;

	private static final int GUIDANCE = 5_000;

	private static final String RESPONSIBLE = """
			MATCH (:Obstacle {id: $id})-[blocking:BLOCKED_BY]->(place)
			MATCH (place)<-[:HAS_PROVISION*0..1]-(:Law)<-[:RESPONSIBLE_FOR]-(body:Organisation)
			RETURN body.id AS id ORDER BY blocking.place LIMIT 1
			""";

	private static final String FORWARDED_TO = """
			MATCH (:Obstacle {id: $id})-[:FORWARDED_TO]->(body:Organisation)
			RETURN body.id AS id
			""";

	private static final String FORWARD = """
			MATCH (obstacle:Obstacle {id: $id})
			MATCH (body:Organisation {id: $body})
			OPTIONAL MATCH (obstacle)-[before:FORWARDED_TO]->()
			DELETE before
			WITH DISTINCT obstacle, body
			CREATE (obstacle)-[:FORWARDED_TO {at: $at}]->(body)
			RETURN body.id AS id
			""";

	private static final String GUIDE = """
			MATCH (obstacle:Obstacle {id: $id})
			MATCH (giver:Organisation {id: $giver})
			CREATE (obstacle)-[:GUIDED_BY {text: $text, source: $source, asOf: $asOf, at: $at}]->(giver)
			""";

	private final Transactions transactions;

	private final Obstacles obstacles;

	private final ObstacleDesk desk;

	private final ObstacleLinks links;

	private final AnswerTimes times;

	private final EventLog log;

	ObstacleReview(Transactions transactions, Obstacles obstacles, ObstacleDesk desk, ObstacleLinks links,
			AnswerTimes times, EventLog log) {
		this.transactions = transactions;
		this.obstacles = obstacles;
		this.desk = desk;
		this.links = links;
		this.times = times;
		this.log = log;
	}

	String review(ReviewObstacleInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			Obstacle obstacle = this.desk.take(input.id(), input.expectedVersion(), viewer);
			Problems problems = new Problems();
			String reason = input.checked(problems);
			ObstacleStatus before = obstacle.status();
			OffsetDateTime now = this.desk.now();
			Long days = obstacle.clock().daysUntil(now);
			decide(obstacle, input, viewer, now);
			guide(obstacle, input.guidance(), viewer, now, problems);
			String answerer = (input.decision() == ObstacleDecision.FORWARD)
					? forward(obstacle, input.responsible(), now, problems) : forwardedTo(obstacle);
			problems.raise();
			this.obstacles.save(obstacle);
			if (input.decision() == ObstacleDecision.PUBLISH) {
				this.links.rank(List.of(obstacle.id()));
			}
			this.log.append("Obstacle",
					Entry.of(obstacle.id(), input.decision().event(), viewer, obstacle.audience(), obstacle.owner())
						.moving(before, obstacle.status())
						.because(reason)
						.onBehalfOf(answerer)
						.counting(account(input, days)));
			return obstacle.id();
		});
	}

	private void decide(Obstacle obstacle, ReviewObstacleInput input, Viewer viewer, OffsetDateTime now) {
		switch (input.decision()) {
			case TAKE_UP -> {
				obstacle.takeUp(input.publish(), now);
				obstacle.handledBy(viewer.account());
			}
			case PUBLISH -> obstacle.publish(now);
			case REQUEST_INFORMATION -> obstacle.ask(now);
			case CONFIRM -> obstacle.confirm(now);
			case FORWARD -> obstacle.forward(now, this.times);
			case RESOLVE -> obstacle.resolve(now);
			case CLOSE -> obstacle.close(input.closure(), now);
			case REOPEN -> obstacle.reopen(now, this.times);
		}
	}

	/// What counts as an answer: the first one, and the one of whoever issues the rule.
	private static Entry.@Nullable Account account(ReviewObstacleInput input, @Nullable Long days) {
		String outcome = switch (input.decision()) {
			case CONFIRM -> "CONFIRMED";
			case RESOLVE -> "RESOLVED";
			case CLOSE -> String.valueOf(input.closure());
			case TAKE_UP, PUBLISH, REQUEST_INFORMATION, FORWARD, REOPEN -> null;
		};
		return switch (input.decision()) {
			case FORWARD, REOPEN -> Entry.Account.RECEIVED;
			default -> (outcome != null && days != null) ? new Entry.Account(outcome, days) : null;
		};
	}

	private void guide(Obstacle obstacle, @Nullable GuidanceInput guidance, Viewer viewer, OffsetDateTime now,
			Problems problems) {
		if (guidance == null) {
			return;
		}
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("id", obstacle.id());
		parameters.put("giver", this.desk.organisation(viewer));
		parameters.put("text", problems.text(guidance.text(), true, GUIDANCE, "input", "guidance", "text"));
		parameters.put("source", problems.line(guidance.source(), true, SOURCE, "input", "guidance", "source"));
		parameters.put("asOf", now.toLocalDate());
		parameters.put("at", now);
		problems.raise();
		this.transactions.query(GUIDE, parameters);
	}

	/// To whom it is forwarded, if anybody.
	private @Nullable String forwardedTo(Obstacle obstacle) {
		return body(FORWARDED_TO, obstacle).orElse(null);
	}

	private @Nullable String forward(Obstacle obstacle, @Nullable String named, OffsetDateTime now, Problems problems) {
		Optional<String> body = (named != null) ? Optional.of(named) : body(RESPONSIBLE, obstacle);
		Optional<String> found = body
			.flatMap((id) -> this.transactions.query(FORWARD, Map.of("id", obstacle.id(), "body", id, "at", now))
				.stream()
				.map((row) -> row.text("id"))
				.findFirst());
		if (body.isEmpty()) {
			problems.add(ProblemCode.INVALID, "Nobody is known to issue the rules that block: name who is responsible.",
					"input", "responsible");
		}
		else if (found.isEmpty()) {
			problems.add(ProblemCode.NOT_FOUND, "There is no such organisation.", "input", "responsible");
		}
		return found.orElse(null);
	}

	private Optional<String> body(String statement, Obstacle obstacle) {
		return this.transactions.query(statement, Map.of("id", obstacle.id()))
			.stream()
			.map((row) -> row.text("id"))
			.findFirst();
	}

}
