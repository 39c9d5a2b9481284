package se.frirum.area;

import java.util.Map;

import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.seed.Seed;
import se.frirum.platform.seed.SeedFile;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Loads areas, organisations and services.
@Component
@Order(1)
class AreaSeed implements Seed {

	private static final String COUNTIES = """
			CREATE (sweden:Area:Country {id: 'area:SE', code: 'SE', name: 'Sverige'})
			WITH sweden
			UNWIND $rows AS row
			CREATE (:Area:County {id: 'area:' + row.code, code: row.code, name: row.name})-[:IN]->(sweden)
			""";

	/// A municipality lies in the country also while the register doesn't know its
	/// county.
	private static final String MUNICIPALITIES = """
			MATCH (sweden:Country {id: 'area:SE'})
			UNWIND $rows AS row
			CREATE (municipality:Area:Municipality {id: 'area:' + row.code, code: row.code, name: row.name,
				latitude: toFloat(row.latitude), longitude: toFloat(row.longitude)})
			CREATE (municipality)-[:IN {from: date(row.since)}]->(sweden)
			""";

	private static final String MUNICIPALITIES_IN_COUNTIES = """
			UNWIND $rows AS row
			MATCH (municipality:Municipality {id: 'area:' + row.municipality})
			MATCH (county:County {id: 'area:' + row.county})
			CREATE (municipality)-[:IN {from: date(row.from), until: date(row.until)}]->(county)
			""";

	private static final String ORGANISATIONS = """
			UNWIND $rows AS row
			CREATE (organisation:Organisation {id: 'organisation:' + row.id, name: row.name, kind: row.kind})
			WITH organisation, row
			UNWIND split(row.governs, ',') AS code
			MATCH (area:Area {id: 'area:' + trim(code)})
			CREATE (organisation)-[:GOVERNS]->(area)
			""";

	private static final String SERVICES = """
			UNWIND $rows AS row
			CREATE (:Service {id: 'service:' + row.code, code: row.code, name: row.name})
			""";

	private static final String SERVICE_TREE = """
			UNWIND $rows AS row
			MATCH (service:Service {id: 'service:' + row.code})
			MATCH (parent:Service {id: 'service:' + row.parent})
			CREATE (service)-[:PART_OF]->(parent)
			""";

	private final Transactions transactions;

	AreaSeed(Transactions transactions) {
		this.transactions = transactions;
	}

	@Override
	public void load(boolean samples) {
		load(COUNTIES, "areas/counties.csv");
		load(MUNICIPALITIES, "areas/municipalities.csv");
		load(MUNICIPALITIES_IN_COUNTIES, "areas/municipality-counties.csv");
		load(ORGANISATIONS, "organisations/organisations.csv");
		load(SERVICES, "services/services.csv");
		load(SERVICE_TREE, "services/services.csv");
	}

	private void load(String statement, String file) {
		this.transactions.query(statement,
				Map.of("rows", new SeedFile(file).rows().stream().map(Row::values).toList()));
	}

}
