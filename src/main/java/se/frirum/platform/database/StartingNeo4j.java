package se.frirum.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.neo4j.driver.AuthToken;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/// The embedded database on its way up: begun as soon as the configuration is known,
/// beside everything else that a start takes.
final class StartingNeo4j implements Neo4jConnectionDetails, DisposableBean {

	private static final String BEAN = "startingNeo4j";

	private final AuthToken authToken;

	private final int port = freePort();

	private final CompletableFuture<EmbeddedNeo4j> database;

	private StartingNeo4j(Path home) {
		this.authToken = EmbeddedNeo4j.authTokenIn(home);
		this.database = CompletableFuture.supplyAsync(() -> EmbeddedNeo4j.start(home, this.port),
				(start) -> Thread.ofPlatform().name("start-neo4j").start(start));
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException failure) {
			throw new UncheckedIOException("There is no free port on this machine", failure);
		}
	}

	@Override
	public URI getUri() {
		return URI.create("bolt://127.0.0.1:" + this.port);
	}

	@Override
	public AuthToken getAuthToken() {
		return this.authToken;
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

	/// Stops it, also where the rest of the start has failed.
	@Override
	public void destroy() {
		this.database.thenAccept(EmbeddedNeo4j::close).exceptionally((_) -> null).join();
	}

	/// Begins the start where no other database is named.
	static final class Early implements ApplicationListener<ApplicationContextInitializedEvent> {

		@Override
		public void onApplicationEvent(ApplicationContextInitializedEvent event) {
			ConfigurableApplicationContext context = event.getApplicationContext();
			Environment environment = context.getEnvironment();
			if (!StringUtils.hasText(environment.getProperty("spring.neo4j.uri"))) {
				Path home = Path.of(environment.getRequiredProperty("frirum.home"));
				StartingNeo4j starting = new StartingNeo4j(home);
				context.getBeanFactory().registerSingleton(BEAN, starting);
				((DefaultSingletonBeanRegistry) context.getBeanFactory()).registerDisposableBean(BEAN, starting);
			}
		}

	}

}
