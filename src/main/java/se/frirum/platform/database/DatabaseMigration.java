package se.frirum.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import org.neo4j.driver.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.ResourceUtils;

/// Brings the database to the schema that this version needs: constraints and indexes
/// stand, and are filled.
@Component
public class DatabaseMigration {

	private static final Logger log = LoggerFactory.getLogger(DatabaseMigration.class);

	private static final String SCRIPTS = "classpath:neo4j/migrations";

	private static final Duration INDEX_PATIENCE = Duration.ofMinutes(5);

	/// Another process that starts at the same time holds the lock for a moment; and a
	/// database that starts with this server can take its time for the first connection.
	private static final RetryTemplate PATIENTLY = new RetryTemplate(RetryPolicy.builder()
		.predicate((failure) -> String.valueOf(failure.getMessage()).contains("MigrationsLock")
				|| DatabaseFaults.isUnavailable(failure))
		.maxRetries(60)
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
		migrate(new Migrations(MigrationsConfig.builder()
			.withLocationsToScan(SCRIPTS)
			.withResourceScanner(DatabaseMigration::scripts)
			.build(), this.driver));
		this.driver.executableQuery("CALL db.awaitIndexes($seconds)")
			.withParameters(Map.of("seconds", INDEX_PATIENCE.toSeconds()))
			.execute();
	}

	/// Looks in one folder, where the library would open every archive of the class path.
	private static List<URL> scripts(List<String> folders) {
		try {
			List<URL> scripts = new ArrayList<>();
			for (String folder : folders) {
				for (Resource script : new PathMatchingResourcePatternResolver()
					.getResources(ResourceUtils.CLASSPATH_URL_PREFIX + folder + "/*.cypher")) {
					scripts.add(script.getURL());
				}
			}
			return scripts;
		}
		catch (IOException failure) {
			throw new UncheckedIOException("Can't read the migrations", failure);
		}
	}

	private static void migrate(Migrations migrations) {
		try {
			PATIENTLY.execute(() -> attempt(migrations));
		}
		catch (RetryException failure) {
			throw new IllegalStateException("The database can't be migrated", failure.getCause());
		}
	}

	private static Object attempt(Migrations migrations) {
		try {
			return migrations.apply(true);
		}
		catch (RuntimeException failure) {
			log.info("The database is not migrated yet: {}", failure.getMessage());
			throw failure;
		}
	}

}
