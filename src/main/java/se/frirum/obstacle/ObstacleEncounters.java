package se.frirum.obstacle;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

import se.frirum.platform.database.Transactions;
import se.frirum.platform.event.Entry;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Unaccepted;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;
import se.frirum.platform.security.Audience;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Service;

/// Users of a service say that an obstacle met them. They are counted apart from the
/// organisations that endorse it, and nobody sees who they are.
@Service
class ObstacleEncounters implements ProjectionTable {

	/// Of fewer people, what they answered could tell who they are.
	private static final int FEW = 5;

	/// The log tells that somebody did, and not who.
	private static final Viewer SOMEBODY = new Viewer("somebody", "Somebody", Set.of(), null);

	private static final String MEET = """
			MATCH (obstacle:Obstacle {id: $obstacle})
			MERGE (encounter:Encounter {key: $obstacle + '|' + $account})
			ON CREATE SET encounter.account = $account
			MERGE (encounter)-[:WITH]->(obstacle)
			WITH encounter, encounter.as IS NULL AS new
			SET encounter.as = $as, encounter.often = $often, encounter.ledTo = $ledTo
			RETURN new
			""";

	private static final String FORGET = """
			MATCH (encounter:Encounter {key: $obstacle + '|' + $account})
			DETACH DELETE encounter
			RETURN count(*) AS forgotten
			""";

	private static final String SUMMARY = """
			WITH COLLECT { MATCH (this)<-[:DUPLICATE_OF*0..5]-(_same:Obstacle)<-[:WITH]-(_encounter:Encounter)
				WHERE %s RETURN _encounter } AS _all
			WITH _all, COUNT { UNWIND _all AS _each RETURN DISTINCT _each.account } AS _people
			WITH {people: _people, answers: CASE WHEN _people < %d THEN [] ELSE _all END} AS it"""
		.formatted(Audience.VISIBLE.replace("this", "_same"), FEW);

	private static final String ANSWERS = """
			UNWIND this.answers AS _answer
			UNWIND [['AS', _answer.as], ['OFTEN', _answer.often]] + [_led IN _answer.ledTo | ['LED_TO', _led]] AS _said
			WITH _said, count(DISTINCT _answer.account) AS _people
			WHERE _people >= %d
			WITH {question: _said[0], answer: _said[1], people: _people - _people %% %1$d} AS it""".formatted(FEW);

	private final Transactions transactions;

	private final ObstacleDesk desk;

	private final EventLog log;

	ObstacleEncounters(Transactions transactions, ObstacleDesk desk, EventLog log) {
		this.transactions = transactions;
		this.desk = desk;
		this.log = log;
	}

	@Override
	public void addTo(Projections projections) {
		projections.type("Obstacle").one("encounters", "Encounters", Hop.along(SUMMARY));
		projections.type("Encounters")
			.properties("people")
			.many("answers", "EncounterAnswer", 10, Hop.along(ANSWERS).orderBy("it.question, -it.people, it.answer"));
		projections.type("EncounterAnswer").properties("question", "answer", "people");
	}

	/// Notes that an obstacle met whoever asks, or that it did not after all. Again
	/// is the same, with the answers of the last time.
	String meet(MeetObstacleInput input, Viewer viewer) {
		String account = Objects.requireNonNull(viewer.account());
		return this.transactions.write(() -> {
			Obstacle obstacle = this.desk.hold(input.id(), viewer);
			if (obstacle.audience() != Audience.PUBLIC) {
				throw new Unaccepted(ProblemCode.ILLEGAL_TRANSITION,
						"Nobody but its reviewers has read this case yet. It can be met once it is published.", "input",
						"id");
			}
			Map<String, Object> key = Map.of("obstacle", obstacle.id(), "account", account);
			if (!input.met()) {
				this.transactions.query(FORGET, key);
			}
			else if (write(input, key)) {
				this.log.append("Obstacle",
						Entry.of(obstacle.id(), "OBSTACLE_MET", SOMEBODY, Audience.PUBLIC, obstacle.owner()));
			}
			return obstacle.id();
		});
	}

	private boolean write(MeetObstacleInput input, Map<String, Object> key) {
		return this.transactions.query(MEET,
				Map.of("obstacle", key.get("obstacle"), "account", key.get("account"), "as", input.as().name(), "often",
						input.often().name(), "ledTo",
						input.ledTo().stream().distinct().sorted().map(Enum::name).toList()))
			.getFirst()
			.is("new");
	}

}
