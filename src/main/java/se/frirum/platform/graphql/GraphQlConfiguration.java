package se.frirum.platform.graphql;

import java.time.Clock;
import java.time.ZoneId;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/// The schema's scalars, and the clock: the only one that the domain asks.
@Configuration(proxyBeanMethods = false)
class GraphQlConfiguration {

	/// Days begin and end as they do in Sweden.
	private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

	@Bean
	Clock clock() {
		return Clock.system(SWEDEN);
	}

	@Bean
	RuntimeWiringConfigurer scalars() {
		return (wiring) -> wiring.scalar(Scalars.DATE).scalar(Scalars.DATE_TIME);
	}

}
