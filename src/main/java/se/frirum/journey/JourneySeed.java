package se.frirum.journey;

import java.util.List;
import java.util.Map;

import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.seed.Seed;
import se.frirum.platform.seed.SeedFile;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Loads life-event journeys. A step names the services it leads through, and whoever gives
/// them: the register's organisations, or kinds of them.
@Component
@Order(5)
class JourneySeed implements Seed {

	private static final String CREATE = """
			UNWIND $journeys AS row
			CREATE (journey:Journey {code: row.code, title: row.title, description: row.description})
			WITH journey, row
			UNWIND range(0, size(row.steps) - 1) AS place
			WITH journey, place, row.steps[place] AS step
			CREATE (journey)-[:HAS_PART]->(part:JourneyStep {place: place, title: step.title, authorities: step.authorities})
			WITH part, step
			UNWIND step.services AS code
			MATCH (service:Service {id: 'service:' + code})
			CREATE (part)-[:THROUGH]->(service)
			RETURN count(*) AS links
			""";

	private final Transactions transactions;

	JourneySeed(Transactions transactions) {
		this.transactions = transactions;
	}

	@Override
	public void load(boolean samples) {
		List<Map<String, Object>> journeys = new SeedFile("journeys/journeys.yaml").items()
			.stream()
			.map(Row::values)
			.toList();
		this.transactions.query(CREATE, Map.of("journeys", journeys));
	}

}
