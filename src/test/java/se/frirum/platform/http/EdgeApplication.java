package se.frirum.platform.http;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import reactor.core.publisher.Flux;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

import se.frirum.platform.graphql.Operations;
import se.frirum.platform.security.Viewers;

/// No component, so that the real application does not find it.
@EnableAutoConfiguration(excludeName = { "org.springframework.boot.neo4j.autoconfigure.Neo4jAutoConfiguration",
		"org.springframework.boot.data.neo4j.autoconfigure.DataNeo4jAutoConfiguration",
		"org.springframework.boot.data.neo4j.autoconfigure.DataNeo4jRepositoriesAutoConfiguration" })
@ConfigurationPropertiesScan("se.frirum.platform.security")
@ComponentScan({ "se.frirum.platform.security", "se.frirum.platform.http", "se.frirum.platform.page", "se.frirum.web" })
@Import(Operations.class)
class EdgeApplication {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	RuntimeWiringConfigurer fields(Viewers viewers) {
		return (wiring) -> wiring
			.type("Query",
					(type) -> type.dataFetcher("viewer", (_) -> viewers.current())
						.dataFetcher("echo", (environment) -> environment.getArgument("text"))
						.dataFetcher("broken", (_) -> List.of().getFirst()))
			.type("Mutation", (type) -> type.dataFetcher("touch", (_) -> "touched"))
			.type("Subscription",
					(type) -> type
						.dataFetcher("count",
								(environment) -> Flux.range(1, Objects.requireNonNull(environment.getArgument("to"))))
						.dataFetcher("refused", (_) -> Flux.error(new IllegalStateException("a secret"))));
	}

}
