package se.frirum.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.AuthenticationException;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// The embedded database belongs to one process and one owner, and keeps what it was
/// given.
@SuppressWarnings("NullAway.Init")
class EmbeddedNeo4jTests {

	@TempDir
	private static Path folder;

	private static EmbeddedNeo4j database;

	@BeforeAll
	static void start() {
		database = EmbeddedNeo4j.start(home());
	}

	@AfterAll
	static void stop() {
		database.close();
	}

	private static Path home() {
		return folder.resolve("new/home");
	}

	private static long number(String cypher) {
		return number(database.authToken(), cypher);
	}

	private static long number(AuthToken token, String cypher) {
		try (Driver driver = GraphDatabase.driver(database.uri(), token)) {
			return driver.executableQuery(cypher).execute().records().getFirst().get(0).asLong();
		}
	}

	@Test
	void dataSurvivesAStop() {
		assertThat(number("CREATE (n:Kept {number: 17}) RETURN n.number")).isEqualTo(17);
		stop();
		start();
		assertThat(number("MATCH (n:Kept) RETURN n.number")).isEqualTo(17);
	}

	@Test
	void aSecondStartOnOneHomeSaysWhoseItIs() {
		assertThatExceptionOfType(DatabaseInUseException.class).isThrownBy(() -> EmbeddedNeo4j.start(home()).close())
			.satisfies((inUse) -> {
				assertThat(inUse.home()).isEqualTo(home().toAbsolutePath());
				FailureAnalysis analysis = new DatabaseInUseAnalyzer().analyze(new IllegalStateException(inUse));
				assertThat(analysis).isNotNull();
				assertThat(analysis.getDescription()).contains(home().toString(), "in use");
				assertThat(analysis.getAction()).contains("FRIRUM_HOME");
			});
		assertThat(number("RETURN 1")).isEqualTo(1);
	}

	@Test
	void onlyWhoeverCanReadThePasswordSignsIn() throws IOException {
		Path file = home().resolve("neo4j-password");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
		String password = Files.readString(file).strip();
		assertThat(password).hasSizeGreaterThanOrEqualTo(32);
		assertThat(number(AuthTokens.basic("neo4j", password), "RETURN 1")).isEqualTo(1);
		for (AuthToken other : List.of(AuthTokens.none(), AuthTokens.basic("neo4j", "neo4j"),
				AuthTokens.basic("neo4j", ""))) {
			assertThatExceptionOfType(AuthenticationException.class).isThrownBy(() -> number(other, "RETURN 1"));
		}
	}

	@Test
	void thePasswordIsMadeOnceForEachHome(@TempDir Path other) {
		String password = DatabasePassword.in(other);
		assertThat(DatabasePassword.in(other)).isEqualTo(password).isNotEqualTo(DatabasePassword.in(home()));
		assertThat(other.toFile().list()).containsExactly("neo4j-password");
	}

	@Test
	void itListensOnLoopbackOnly() {
		assertThat(database.uri().getHost()).isEqualTo("127.0.0.1");
		assertThat(number("""
				SHOW SETTINGS YIELD name, value
				WHERE name IN ['server.bolt.listen_address', 'server.bolt.advertised_address']
					AND value STARTS WITH '127.0.0.1'
				RETURN count(*)""")).isEqualTo(2);
	}

	@Test
	void itSendsNothingToAnyone() {
		assertThat(number("""
				SHOW SETTINGS YIELD name, value
				WHERE name IN ['dbms.usage_report.enabled', 'server.fleet_discovery.enabled',
					'dbms.fleet_manager.enabled', 'server.bolt.telemetry.enabled', 'server.http.enabled',
					'server.https.enabled'] AND value = 'false'
				RETURN count(*)""")).isEqualTo(6);
	}

}
