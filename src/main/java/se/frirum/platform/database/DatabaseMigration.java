package se.frirum.platform.database;

import java.time.Duration;
import java.util.Map;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/// Brings the database to the schema that this version needs: constraints and indexes
/// stand, and are filled.
@Component
public class DatabaseMigration {

	private static final Duration INDEX_PATIENCE = Duration.ofMinutes(5);

	/// Another process that starts at the same time holds the lock for a moment.
	private static final RetryTemplate ONE_AT_A_TIME = new RetryTemplate(RetryPolicy.builder()
		.predicate((failure) -> String.valueOf(failure.getMessage()).contains("MigrationsLock"))
		.maxRetries(120)
		.delay(Duration.ofMillis(500))
		.build());

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
		migrate(new Migrations(MigrationsConfig.builder().withLocationsToScan("classpath:neo4j/migrations").build(),
				this.driver));
		this.driver.executableQuery("CALL db.awaitIndexes($seconds)")
			.withParameters(Map.of("seconds", INDEX_PATIENCE.toSeconds()))
			.execute();
	}

	private static void migrate(Migrations migrations) {
		try {
			ONE_AT_A_TIME.execute(() -> migrations.apply(true));
		}
		catch (RetryException failure) {
			throw new IllegalStateException("The database can't be migrated", failure.getCause());
		}
	}

}
