package se.frirum.explore;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/// Generates published obstacles and trials on the sections of real law that a database
/// holds, the same from the same seed.
///
/// An obstacle is reported by a municipality, endorsed by none to five others, blocked by one
/// to three sections and affects a service. In the scope it is Norrbotten's and blocked by
/// some of a hundred sections; outside, another county's and blocked by some of five thousand
/// others, so that what lies in the scope stays as it is however many are added outside. A
/// trial has one to three clauses on sections of either kind, in a municipality or a county.
final class GeneratedCases {

	/// Norrbotten.
	static final String COUNTY = "25";

	private static final int BATCH = 2_000;

	private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

	private static final String CREATE_OBSTACLES = """
			UNWIND $rows AS row
			CREATE (obstacle:Obstacle)
			SET obstacle = row.properties
			WITH obstacle, row
			MATCH (reporter:Organisation {id: row.properties.owner})
			CREATE (obstacle)-[:REPORTED_BY]->(reporter)
			WITH obstacle, row
			CALL (obstacle, row) {
				UNWIND row.sections AS id
				MATCH (section:Provision {id: id})
				CREATE (obstacle)-[:BLOCKED_BY {target: replace(id, 'sfs:', ''), place: 0}]->(section)
			}
			CALL (obstacle, row) {
				UNWIND row.endorsers AS id
				MATCH (organisation:Organisation {id: id})
				CREATE (organisation)-[:ENDORSES {at: row.properties.reportedAt, key: row.properties.id + '|' + id, mandate: 'OBSERVATION'}]->(obstacle)
			}
			MATCH (service:Service {id: row.service})
			CREATE (obstacle)-[:AFFECTS]->(service)
			""";

	private static final String CREATE_TRIALS = """
			UNWIND $rows AS row
			CREATE (trial:Trial)
			SET trial = row.properties
			WITH trial, row
			UNWIND row.clauses AS each
			CREATE (trial)-[:HAS_CLAUSE]->(clause:TrialClause)
			SET clause = each.properties
			WITH clause, each
			MATCH (section:Provision {id: each.section})
			CREATE (clause)-[:SETS_ASIDE {target: replace(each.section, 'sfs:', ''), place: 0}]->(section)
			WITH clause, each
			MATCH (area:Area {id: each.area})
			CREATE (clause)-[:APPLIES_IN]->(area)
			""";

	private final Driver driver;

	private final Random random;

	private final List<String> sections;

	private final List<String> inside;

	private final List<String> outside;

	private final List<String> services;

	private int obstacles;

	GeneratedCases(Driver driver, long seed) {
		this.driver = driver;
		this.random = new Random(seed);
		List<String> all = new ArrayList<>(
				ids("MATCH (n:Provision) WHERE n.key > '' AND n.id STARTS WITH 'sfs:' RETURN n.id AS id ORDER BY id"));
		Collections.shuffle(all, this.random);
		this.sections = all.subList(0, Math.min(5_100, all.size()));
		this.inside = ids(
				"MATCH (:Area {id: 'area:%s'})<-[:IN]-(:Area)<-[:GOVERNS]-(n:Organisation) RETURN n.id AS id ORDER BY id"
					.formatted(COUNTY));
		this.outside = ids(
				"MATCH (c:County)<-[:IN]-(:Area)<-[:GOVERNS]-(n:Organisation) WHERE c.code <> '%s' RETURN DISTINCT n.id AS id ORDER BY id"
					.formatted(COUNTY));
		this.services = ids("MATCH (n:Service) RETURN n.id AS id ORDER BY id");
	}

	private List<String> ids(String statement) {
		try (Session session = this.driver.session()) {
			return session.run(statement).list((row) -> row.get("id").asString());
		}
	}

	/// A section that obstacles in the scope are blocked by.
	String section(Random by) {
		return this.sections.get(by.nextInt(100));
	}

	/// The id of a trial.
	String trial(Random by) {
		return "trial:generated-" + by.nextInt(500);
	}

	/// Adds obstacles, a share of them in the scope.
	void addObstacles(int count, double inScope) {
		List<Map<String, Object>> rows = new ArrayList<>();
		for (int number = 0; number < count; number++) {
			rows.add(obstacle(this.random.nextDouble() < inScope));
		}
		write(CREATE_OBSTACLES, rows);
	}

	private Map<String, Object> obstacle(boolean inScope) {
		String number = "%06d".formatted(this.obstacles++);
		String id = "obstacle:generated-" + number;
		LocalDate day = FIRST.plusDays(this.random.nextInt(2000));
		OffsetDateTime reported = OffsetDateTime.of(day, LocalTime.NOON, ZoneOffset.UTC);
		List<String> organisations = inScope ? this.inside : this.outside;
		Map<String, Object> properties = new HashMap<>();
		properties.put("id", id);
		properties.put("reference", "H-2020-" + number);
		properties.put("version", 1L);
		properties.put("sample", true);
		properties.put("title", "Genererat hinder " + number);
		properties.put("description", "Vad kommunen vill göra och hur regeln hindrar det.");
		properties.put("kind", List.of("PROHIBITION", "REPORTING_DUTY", "SECRECY").get(this.random.nextInt(3)));
		properties.put("hinders", List.of("CARRYING_OUT"));
		properties.put("mandate", "OBSERVATION");
		properties.put("status", "CONFIRMED");
		properties.put("audience", "PUBLIC");
		properties.put("owner", any(organisations));
		properties.put("reportedAt", reported);
		properties.put("newest", reported + "|" + id);
		properties.put("changed", reported + "|" + id);
		properties.put("endorsed", "00000|" + reported + "|" + id);
		List<String> sections = new ArrayList<>();
		for (int blocking = 1 + this.random.nextInt(3); blocking > 0; blocking--) {
			sections.add(inScope ? section(this.random)
					: this.sections.get(100 + this.random.nextInt(this.sections.size() - 100)));
		}
		List<String> endorsers = new ArrayList<>();
		for (int count = this.random.nextInt(6); count > 0; count--) {
			endorsers.add(any(organisations));
		}
		return Map.of("properties", properties, "sections", sections.stream().distinct().toList(), "endorsers",
				endorsers.stream().distinct().toList(), "service", any(this.services));
	}

	/// Adds 500 trials.
	void addTrials() {
		List<Map<String, Object>> rows = new ArrayList<>();
		for (int number = 0; number < 500; number++) {
			String id = "trial:generated-" + number;
			List<Map<String, Object>> clauses = new ArrayList<>();
			for (int place = this.random.nextInt(3); place >= 0; place--) {
				clauses.add(clause(id, place));
			}
			Object from = ((Map<?, ?>) clauses.getFirst().get("properties")).get("from");
			rows.add(Map.of("properties",
					Map.of("id", id, "reference", "T-2020-%04d".formatted(number), "version", 1L, "title",
							"Genererat försök " + number, "instrument", "NAMED_AREA_ACT", "derived", false, "sources",
							List.of(), "key", from + "|" + id),
					"clauses", clauses));
		}
		write(CREATE_TRIALS, rows);
	}

	private Map<String, Object> clause(String trial, int place) {
		LocalDate from = FIRST.plusDays(this.random.nextInt(3000));
		boolean inScope = this.random.nextInt(5) == 0;
		String area = any(inScope ? this.inside : this.outside).replace("organisation:", "area:");
		return Map.of("section", inScope ? section(this.random) : any(this.sections), "area",
				(this.random.nextInt(4) == 0) ? area.substring(0, "area:00".length()) : area, "properties",
				Map.of("id", trial.replace("trial:", "clause:") + "-" + place, "place", place, "effect", "SETS_ASIDE",
						"text", "Paragrafen gäller inte.", "from", from, "until",
						from.plusDays(365 + this.random.nextInt(2000))));
	}

	private String any(List<String> of) {
		return of.get(this.random.nextInt(of.size()));
	}

	private void write(String statement, List<Map<String, Object>> rows) {
		try (Session session = this.driver.session()) {
			for (int from = 0; from < rows.size(); from += BATCH) {
				List<Map<String, Object>> batch = rows.subList(from, Math.min(from + BATCH, rows.size()));
				session.executeWriteWithoutResult(
						(transaction) -> transaction.run(statement, Map.of("rows", batch)).consume());
			}
			session.run("CALL db.awaitIndexes(300)").consume();
		}
	}

}
