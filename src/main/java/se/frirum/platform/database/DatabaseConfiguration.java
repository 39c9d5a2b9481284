package se.frirum.platform.database;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.Driver;
import org.neo4j.driver.NotificationSeverity;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.neo4j.autoconfigure.ConfigBuilderCustomizer;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where the graph is: at `spring.neo4j.uri` where that is set, else in this process.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean(StartingNeo4j.class)
	static class Embedded {

		@Bean
		EmbeddedNeo4j embeddedNeo4j(StartingNeo4j starting) {
			return starting.started();
		}

		@Bean
		Neo4jConnectionDetails embeddedConnection(EmbeddedNeo4j database) {
			return new Neo4jConnectionDetails() {
				@Override
				public URI getUri() {
					return database.uri();
				}

				@Override
				public AuthToken getAuthToken() {
					return database.authToken();
				}
			};
		}

	}

	/// Tells the driver's makers nothing, and the log not of labels that no node carries
	/// yet.
	@Bean
	ConfigBuilderCustomizer quietDriver() {
		return (config) -> config.withTelemetryDisabled(true).withMinimumNotificationSeverity(NotificationSeverity.OFF);
	}

	/// Constraints and indexes stand, and are filled, before the server accepts traffic.
	@Bean
	InitializingBean migratedDatabase(Driver driver) {
		return () -> {
			new Migrations(MigrationsConfig.builder().withLocationsToScan("classpath:neo4j/migrations").build(), driver)
				.apply(true);
			driver.executableQuery("CALL db.awaitIndexes($seconds)")
				.withParameters(Map.of("seconds", INDEX_PATIENCE.toSeconds()))
				.execute();
		};
	}

	private static final Duration INDEX_PATIENCE = Duration.ofMinutes(5);

}
