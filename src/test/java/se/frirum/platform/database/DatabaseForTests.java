package se.frirum.platform.database;

import java.net.URI;
import java.nio.file.Path;

import se.frirum.TestDatabase;

/// An embedded Neo4j for tests, gone with the JVM.
public final class DatabaseForTests {

	private DatabaseForTests() {
	}

	@SuppressWarnings("resource") // ends with the JVM
	public static TestDatabase start(Path home) {
		EmbeddedNeo4j database = EmbeddedNeo4j.start(home);
		Runtime.getRuntime().addShutdownHook(new Thread(database::close, "close-neo4j"));
		URI uri = database.uri();
		return new TestDatabase(uri, DatabasePassword.in(home.toAbsolutePath().normalize()));
	}

}
