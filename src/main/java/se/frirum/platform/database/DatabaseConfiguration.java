package se.frirum.platform.database;

import org.neo4j.driver.NotificationSeverity;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.neo4j.autoconfigure.ConfigBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// Where the graph is: at `spring.neo4j.uri` where that is set, else in this process.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean(StartingNeo4j.class)
	static class Embedded {

		@Bean
		@Lazy
		EmbeddedNeo4j embeddedNeo4j(StartingNeo4j starting) {
			return starting.started();
		}

	}

	/// Tells the driver's makers nothing, and the log not of labels that no node carries
	/// yet.
	@Bean
	ConfigBuilderCustomizer quietDriver() {
		return (config) -> config.withTelemetryDisabled(true).withMinimumNotificationSeverity(NotificationSeverity.OFF);
	}

}
