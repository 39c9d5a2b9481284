package se.frirum.obstacle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.answer.SubjectInput;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.event.Entry;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.graphql.Unaccepted;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Service;

/// Another organisation says "we have this too", and can take it back.
@Service
class ObstacleEndorsement {

	private static final int NOTE = 2_000;

	private static final String ENDORSE = """
			MATCH (obstacle:Obstacle {id: $obstacle})
			MATCH (organisation:Organisation {id: $organisation})
			OPTIONAL MATCH (organisation)-[before:ENDORSES]->(obstacle)
			WITH obstacle, organisation, before IS NOT NULL AS already,
				coalesce(before.mandate = $mandate, false) AND coalesce(before.note, '') = coalesce($note, '')
					AND coalesce(before.decision, '') = coalesce($decision, '') AS same
			MERGE (organisation)-[endorsement:ENDORSES]->(obstacle)
			ON CREATE SET endorsement.at = $at, endorsement.key = toString($at) + '|' + organisation.id
			SET endorsement.note = $note, endorsement.mandate = $mandate, endorsement.decision = $decision
			RETURN already AND same AS unchanged
			""";

	private static final String WITHDRAW = """
			MATCH (:Organisation {id: $organisation})-[endorsement:ENDORSES]->(:Obstacle {id: $obstacle})
			DELETE endorsement
			RETURN count(*) AS withdrawn
			""";

	private final Transactions transactions;

	private final ObstacleDesk desk;

	private final ObstacleLinks links;

	private final EventLog log;

	ObstacleEndorsement(Transactions transactions, ObstacleDesk desk, ObstacleLinks links, EventLog log) {
		this.transactions = transactions;
		this.desk = desk;
		this.links = links;
		this.log = log;
	}

	/// Endorses for the caller's organisation; again is the same, with the note of the
	/// last time.
	String endorse(EndorseObstacleInput input, Viewer viewer) {
		String organisation = this.desk.organisation(viewer);
		return this.transactions.write(() -> {
			Obstacle obstacle = this.desk.hold(input.id(), viewer);
			requireEndorsable(obstacle, organisation);
			Problems problems = new Problems();
			String note = problems.text(input.note(), false, NOTE, "input", "note");
			String decision = problems.line(input.decision(), input.mandate() == Mandate.BOARD_DECISION,
					ObstacleContent.TITLE, "input", "decision");
			problems.raise();
			if (!write(obstacle, organisation, note, input.mandate(), decision)) {
				this.links.rank(List.of(obstacle.id()));
				this.log.append("Obstacle",
						Entry.of(obstacle.id(), "OBSTACLE_ENDORSED", viewer, obstacle.audience(), obstacle.owner())
							.because(note));
			}
			return obstacle.id();
		});
	}

	private boolean write(Obstacle obstacle, String organisation, @Nullable String note, Mandate mandate,
			@Nullable String decision) {
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("obstacle", obstacle.id());
		parameters.put("organisation", organisation);
		parameters.put("note", note);
		parameters.put("mandate", mandate.name());
		parameters.put("decision", decision);
		parameters.put("at", this.desk.now());
		return this.transactions.query(ENDORSE, parameters).getFirst().is("unchanged");
	}

	/// Takes the endorsement of the caller's organisation back; again changes nothing.
	String withdraw(SubjectInput input, Viewer viewer) {
		String organisation = this.desk.organisation(viewer);
		return this.transactions.write(() -> {
			Obstacle obstacle = this.desk.hold(input.id(), input.expectedVersion(), viewer);
			String reason = input.checkedReason();
			long withdrawn = this.transactions
				.query(WITHDRAW, Map.of("organisation", organisation, "obstacle", obstacle.id()))
				.getFirst()
				.number("withdrawn");
			if (withdrawn > 0) {
				this.links.rank(List.of(obstacle.id()));
				this.log.append("Obstacle",
						Entry
							.of(obstacle.id(), "OBSTACLE_ENDORSEMENT_WITHDRAWN", viewer, obstacle.audience(),
									obstacle.owner())
							.because(reason));
			}
			return obstacle.id();
		});
	}

	private static void requireEndorsable(Obstacle obstacle, String organisation) {
		if (obstacle.owner().equals(organisation)) {
			throw new Unaccepted(ProblemCode.INVALID, "Your organisation reported this itself; it counts already.",
					"input", "id");
		}
		Set<ObstacleStatus> open = ObstacleStep.ENDORSE.from();
		if (!open.contains(obstacle.status())) {
			throw new Unaccepted(ProblemCode.ILLEGAL_TRANSITION, "The case is %s; it can be endorsed while it is %s."
				.formatted(obstacle.status(), open.stream().map(Enum::name).sorted().collect(Collectors.joining(", "))),
					"input", "id");
		}
	}

}
