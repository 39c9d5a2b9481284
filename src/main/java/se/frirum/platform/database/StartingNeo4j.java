package se.frirum.platform.database;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/// The embedded database on its way up: begun as soon as the configuration is known,
/// beside everything else that a start takes.
final class StartingNeo4j {

	private static final String BEAN = "startingNeo4j";

	private final CompletableFuture<EmbeddedNeo4j> database;

	private StartingNeo4j(Path home) {
		this.database = CompletableFuture.supplyAsync(() -> EmbeddedNeo4j.start(home),
				(start) -> Thread.ofPlatform().name("start-neo4j").start(start));
	}

	/// Waits until it is there.
	EmbeddedNeo4j started() {
		try {
			return this.database.join();
		}
		catch (CompletionException failure) {
			throw (failure.getCause() instanceof RuntimeException cause) ? cause : failure;
		}
	}

	/// Begins the start where no other database is named.
	static final class Early implements ApplicationListener<ApplicationContextInitializedEvent> {

		@Override
		public void onApplicationEvent(ApplicationContextInitializedEvent event) {
			ConfigurableApplicationContext context = event.getApplicationContext();
			Environment environment = context.getEnvironment();
			if (!StringUtils.hasText(environment.getProperty("spring.neo4j.uri"))) {
				Path home = Path.of(environment.getRequiredProperty("frirum.home"));
				context.getBeanFactory().registerSingleton(BEAN, new StartingNeo4j(home));
			}
		}

	}

}
