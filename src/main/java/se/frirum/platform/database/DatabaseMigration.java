package se.frirum.platform.database;

import java.time.Duration;
import java.util.Map;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Brings the database to the schema that this version needs: constraints and indexes
/// stand, and are filled.
@Component
public class DatabaseMigration {

	private static final Duration INDEX_PATIENCE = Duration.ofMinutes(5);

	private final ObjectProvider<EmbeddedNeo4j> embedded;

	private final Driver driver;

	DatabaseMigration(ObjectProvider<EmbeddedNeo4j> embedded, Driver driver) {
		this.embedded = embedded;
		this.driver = driver;
	}

	/// Waits for the database and migrates it. Must have happened before the server
	/// accepts traffic.
	public void apply() {
		this.embedded.getIfAvailable();
		new Migrations(MigrationsConfig.builder().withLocationsToScan("classpath:neo4j/migrations").build(),
				this.driver)
			.apply(true);
		this.driver.executableQuery("CALL db.awaitIndexes($seconds)")
			.withParameters(Map.of("seconds", INDEX_PATIENCE.toSeconds()))
			.execute();
	}

}
