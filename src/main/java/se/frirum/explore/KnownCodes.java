package se.frirum.explore;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.Refusal;

import org.springframework.stereotype.Component;

/// The areas and services that a question can name.
@Component
class KnownCodes {

	private static final int MOST = 312;

	private static final String KNOWN = """
			RETURN COLLECT { UNWIND $areas AS code MATCH (area:Area {id: 'area:' + code}) RETURN area.code }
				+ COLLECT { UNWIND $services AS code MATCH (service:Service {id: 'service:' + code}) RETURN service.code } AS codes""";

	private final Transactions transactions;

	KnownCodes(Transactions transactions) {
		this.transactions = transactions;
	}

	/// @throws Refusal.BadRequest where one of the codes is nothing's
	void require(List<String> areas, List<String> services) {
		if (areas.size() > MOST || services.size() > MOST) {
			throw new Refusal.BadRequest("At most %d areas, and as many services.".formatted(MOST));
		}
		TreeSet<String> unknown = new TreeSet<>(areas);
		unknown.addAll(services);
		this.transactions.lookUp(KNOWN, Map.of("areas", areas, "services", services))
			.forEach((row) -> row.texts("codes").forEach(unknown::remove));
		if (!unknown.isEmpty()) {
			throw new Refusal.BadRequest("There is no area or service with the code " + unknown.first() + ".");
		}
	}

}
