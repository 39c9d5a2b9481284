package se.frirum.law.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import se.frirum.FrirumApplication;
import se.frirum.TestDatabase;
import se.frirum.platform.database.DatabaseForTests;

import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/// How long an import takes beside the bare driver that writes the same nodes and
/// relationships, in one run: `mvn verify -Dtest=NoUnit
/// -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=ImportBenchmark
/// -Dbenchmark.laws=<archive>`.
@EnabledIfSystemProperty(named = "benchmark.laws", matches = ".+")
class ImportBenchmark {

	private static final int BATCH = 5_000;

	@TempDir
	private Path homes;

	/// The graph as it was imported.
	private record Graph(Map<String, List<Map<String, Object>>> nodes, List<Map<String, Object>> wordings,
			List<Map<String, Object>> names, Map<String, List<Map<String, Object>>> links) {
	}

	@Test
	void anImportTakesAtMostTwiceAsLongAsTheBareDriver() throws IOException {
		Path laws = Path.of(System.getProperty("benchmark.laws"));
		Duration cold;
		Duration again;
		Graph graph;
		try (ConfigurableApplicationContext context = server("cold")) {
			cold = imported(context, laws);
			again = imported(context, laws);
			graph = graph(context.getBean(Driver.class));
		}
		Duration bare = bare(graph);
		Duration warm;
		try (ConfigurableApplicationContext context = server("warm")) {
			warm = imported(context, laws);
		}
		System.out.printf("import %d ms cold, %d ms warm, %d ms again; bare driver %d ms; ratio %.2f%n",
				cold.toMillis(), warm.toMillis(), again.toMillis(), bare.toMillis(),
				(double) warm.toMillis() / bare.toMillis());
		assertThat(warm).isLessThanOrEqualTo(bare.multipliedBy(2));
	}

	private ConfigurableApplicationContext server(String home) {
		return new SpringApplicationBuilder(FrirumApplication.class).web(WebApplicationType.NONE)
			.run("--frirum.home=" + this.homes.resolve(home), "--frirum.seed=false");
	}

	private static Duration imported(ConfigurableApplicationContext context, Path laws) {
		long started = System.nanoTime();
		try {
			context.getBean(ImportLawsCommand.class)
				.run(new DefaultApplicationArguments(ImportLawsCommand.NAME, laws.toString()));
		}
		catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
		return Duration.ofNanos(System.nanoTime() - started);
	}

	private static Graph graph(Driver driver) {
		Map<String, List<Map<String, Object>>> nodes = new HashMap<>();
		Map<String, List<Map<String, Object>>> links = new HashMap<>();
		try (Session session = driver.session()) {
			for (String label : List.of("Law", "Provision", "Amendment")) {
				nodes.put(label, rows(session, "MATCH (n:" + label + ") RETURN properties(n) AS properties"));
			}
			for (String link : List.of("Law HAS_PROVISION Provision", "Provision CITES Provision",
					"Provision CITES Law", "Provision DEROGATES_FROM Provision", "Provision DEROGATES_FROM Law",
					"Provision EMPOWERS_EXCEPTION Provision", "Provision EMPOWERS_EXCEPTION Law",
					"Amendment AMENDS Law", "Amendment AMENDS Provision")) {
				String[] parts = link.split(" ");
				links.put(link, rows(session,
						"MATCH (a:%s)-[r:%s]->(b:%s) RETURN a.id AS from, b.id AS to, properties(r) AS properties"
							.formatted((Object[]) parts)));
			}
			return new Graph(nodes,
					rows(session,
							"MATCH (a:Provision)-[:HAS_WORDING]->(w) RETURN a.id AS from, properties(w) AS properties"),
					rows(session, "MATCH (n:LawName)-[:MEANS]->(a) RETURN a.id AS from, properties(n) AS properties"),
					links);
		}
	}

	private static List<Map<String, Object>> rows(Session session, String statement) {
		return session.run(statement).list(Record::asMap);
	}

	private Duration bare(Graph graph) throws IOException {
		TestDatabase database = DatabaseForTests.start(Files.createDirectories(this.homes.resolve("bare")));
		try (Driver driver = GraphDatabase.driver(database.uri(),
				org.neo4j.driver.AuthTokens.basic("neo4j", database.password())); Session session = driver.session()) {
			new Migrations(MigrationsConfig.builder().withLocationsToScan("classpath:neo4j/migrations").build(), driver)
				.apply(true);
			long started = System.nanoTime();
			graph.nodes()
				.forEach((label, rows) -> write(session,
						"UNWIND $rows AS row CREATE (n:" + label + ") SET n = row.properties", rows));
			write(session,
					"UNWIND $rows AS row MATCH (a:Provision {id: row.from}) CREATE (a)-[:HAS_WORDING]->(w:Wording) SET w = row.properties",
					graph.wordings());
			write(session,
					"UNWIND $rows AS row MATCH (a:Law {id: row.from}) CREATE (n:LawName)-[:MEANS]->(a) SET n = row.properties",
					graph.names());
			graph.links().forEach((link, rows) -> {
				String[] parts = link.split(" ");
				write(session,
						"UNWIND $rows AS row MATCH (a:%s {id: row.from}) MATCH (b:%3$s {id: row.to}) CREATE (a)-[r:%2$s]->(b) SET r = row.properties"
							.formatted((Object[]) parts),
						rows);
			});
			return Duration.ofNanos(System.nanoTime() - started);
		}
	}

	private static void write(Session session, String statement, List<Map<String, Object>> rows) {
		for (int from = 0; from < rows.size(); from += BATCH) {
			List<Map<String, Object>> batch = new ArrayList<>(rows.subList(from, Math.min(from + BATCH, rows.size())));
			session.executeWriteWithoutResult(
					(transaction) -> transaction.run(statement, Map.of("rows", batch)).consume());
		}
	}

}
