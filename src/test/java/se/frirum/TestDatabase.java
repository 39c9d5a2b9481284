package se.frirum;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.neo4j.Neo4jContainer;
import org.testcontainers.utility.DockerImageName;
import se.frirum.platform.database.DatabaseForTests;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// The real Neo4j that the tests of a JVM share, started once: in a container where an
/// engine answers and the image can be had, else embedded. `-Dneo4j=container` and
/// `-Dneo4j=embedded` demand one or the other, `-Dneo4j.image` names another image.
public record TestDatabase(URI uri, String password) {

	private static final Logger log = LoggerFactory.getLogger(TestDatabase.class);

	private static final String IMAGE = "neo4j:2026.08.1";

	/// Gives a test's application the shared database.
	static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			TestDatabase database = shared();
			Map<String, Object> properties = Map.of("spring.neo4j.uri", database.uri().toString(),
					"spring.neo4j.authentication.username", "neo4j", "spring.neo4j.authentication.password",
					database.password());
			context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", properties));
		}

	}

	private static final class Holder {

		private static final TestDatabase SHARED = start();

	}

	/// The database that all tests of this JVM share.
	public static TestDatabase shared() {
		return Holder.SHARED;
	}

	private static TestDatabase start() {
		String choice = System.getProperty("neo4j", "");
		return switch (choice) {
			case "container" -> container();
			case "embedded" -> embedded("as asked");
			case "" -> containerOrEmbedded();
			default -> throw new IllegalArgumentException("-Dneo4j must be container or embedded, not " + choice);
		};
	}

	private static TestDatabase containerOrEmbedded() {
		if (!DockerClientFactory.instance().isDockerAvailable()) {
			return embedded("no container engine answers");
		}
		try {
			return container();
		}
		catch (RuntimeException failure) {
			return embedded("the container can't be had: " + failure.getMessage());
		}
	}

	@SuppressWarnings("resource") // ends with the JVM
	private static TestDatabase container() {
		String image = System.getProperty("neo4j.image", IMAGE);
		Neo4jContainer container = new Neo4jContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("neo4j"))
			.withAdminPassword("frirum-test");
		container.start();
		log.info("Tests run against Neo4j in a container ({})", image);
		return new TestDatabase(URI.create(container.getBoltUrl()), container.getAdminPassword());
	}

	private static TestDatabase embedded(String why) {
		try {
			Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "neo4j-");
			log.info("Tests run against embedded Neo4j: {}", why);
			return DatabaseForTests.start(home);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}
