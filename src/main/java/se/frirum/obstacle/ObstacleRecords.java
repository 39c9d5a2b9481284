package se.frirum.obstacle;

import java.time.LocalDate;
import java.util.Map;

import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.event.Entry;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.graphql.Unaccepted;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Service;

/// Ties a case to the authorities' own records of it.
@Service
class ObstacleRecords {

	private static final int NUMBER = 100;

	private static final int MOST = 20;

	private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

	private static final String ADD = """
			MATCH (obstacle:Obstacle {id: $obstacle})
			MATCH (organisation:Organisation {id: $organisation})
			OPTIONAL MATCH (obstacle)-[known:REGISTERED_BY {number: $number}]->(organisation)
			WITH obstacle, organisation, known IS NOT NULL AND known.registeredOn = $registeredOn AS already
			MERGE (obstacle)-[registered:REGISTERED_BY {number: $number}]->(organisation)
			SET registered.registeredOn = $registeredOn
			RETURN already, COUNT { (obstacle)-[:REGISTERED_BY]->(organisation) } AS numbers
			""";

	private final Transactions transactions;

	private final ObstacleDesk desk;

	private final EventLog log;

	ObstacleRecords(Transactions transactions, ObstacleDesk desk, EventLog log) {
		this.transactions = transactions;
		this.desk = desk;
		this.log = log;
	}

	/// Notes the number that the caller's organisation has for a case; again changes
	/// nothing.
	String addCaseNumber(CaseNumberInput input, Viewer viewer) {
		String organisation = this.desk.organisation(viewer);
		return this.transactions.write(() -> {
			Obstacle obstacle = this.desk.hold(input.id(), viewer);
			Problems problems = new Problems();
			String number = problems.line(input.number(), true, NUMBER, "input", "number");
			problems.require(
					!input.registeredOn().isBefore(EARLIEST)
							&& !input.registeredOn().isAfter(this.desk.now().toLocalDate()),
					"A case is registered on a day that has been.", "input", "registeredOn");
			problems.raise();
			Row registered = this.transactions
				.query(ADD,
						Map.of("obstacle", obstacle.id(), "organisation", organisation, "number",
								String.valueOf(number), "registeredOn", input.registeredOn()))
				.getFirst();
			if (registered.number("numbers") > MOST) {
				throw new Unaccepted(ProblemCode.TOO_LARGE,
						"An organisation has at most %d numbers for one case.".formatted(MOST), "input", "number");
			}
			if (!registered.is("already")) {
				this.log.append("Obstacle",
						Entry.of(obstacle.id(), "OBSTACLE_REGISTERED", viewer, obstacle.audience(), obstacle.owner())
							.because(number));
			}
			return obstacle.id();
		});
	}

}
