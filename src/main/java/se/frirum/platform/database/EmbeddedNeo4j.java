package se.frirum.platform.database;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;

import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.fleetmanagement.FleetManagementSettings;
import org.neo4j.io.ByteUnit;
import org.neo4j.io.locker.FileLockException;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real Neo4j in this JVM, its files below one folder, reachable through Bolt on a free
/// loopback port by whoever can read the password beside the files. It sends nothing to
/// anyone.
public final class EmbeddedNeo4j implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(EmbeddedNeo4j.class);

	private static final String USER = "neo4j";

	private static final String FILES = "neo4j";

	private static final int ANY_PORT = 0;

	private final DatabaseManagementService service;

	private final String password;

	private EmbeddedNeo4j(DatabaseManagementService service, String password) {
		this.service = service;
		this.password = password;
	}

	/// Starts the database in `home`, which is created where it is missing.
	/// @throws DatabaseInUseException when another process has it open
	public static EmbeddedNeo4j start(Path home) {
		return start(home, ANY_PORT);
	}

	/// The same with Bolt on a port that the caller has chosen.
	static EmbeddedNeo4j start(Path home, int port) {
		Path root = home.toAbsolutePath().normalize();
		String password = password(root);
		DatabaseManagementService service = open(root, port);
		EmbeddedNeo4j database = new EmbeddedNeo4j(service, password);
		database.setPassword();
		log.info("Neo4j runs in this process, files in {}, Bolt at {}", root, database.uri());
		return database;
	}

	/// How the driver will sign in to the database in `home`, also before it has started.
	static AuthToken authTokenIn(Path home) {
		return AuthTokens.basic(USER, password(home.toAbsolutePath().normalize()));
	}

	private static String password(Path root) {
		createPrivately(root);
		return DatabasePassword.in(root);
	}

	/// The files hold drafts: nobody but their owner reads them.
	private static void createPrivately(Path root) {
		Path files = root.resolve(FILES);
		try {
			Files.createDirectories(files);
			if (files.getFileSystem().supportedFileAttributeViews().contains("posix")) {
				Files.setPosixFilePermissions(files, PosixFilePermissions.fromString("rwx------"));
			}
		}
		catch (java.io.IOException failure) {
			throw new java.io.UncheckedIOException("Can't create the folder " + root, failure);
		}
	}

	private static DatabaseManagementService open(Path root, int port) {
		try {
			return new DatabaseManagementServiceBuilder(root.resolve(FILES))
				.setConfig(GraphDatabaseSettings.auth_enabled, true)
				.setConfig(BoltConnector.enabled, true)
				.setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", port))
				.setConfig(BoltConnector.advertised_address, new SocketAddress("127.0.0.1", port))
				.setConfig(HttpConnector.enabled, false)
				.setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(128))
				.setConfig(GraphDatabaseSettings.transaction_monitor_check_interval, Duration.ofMillis(500))
				.setConfig(GraphDatabaseSettings.transaction_timeout, Duration.ofMinutes(10))
				.setConfig(GraphDatabaseSettings.udc_enabled, false)
				.setConfig(BoltConnector.enable_discovery, false)
				.setConfig(BoltConnector.server_bolt_telemetry_enabled, false)
				.setConfig(FleetManagementSettings.fleet_manager_enabled, false)
				.build();
		}
		catch (RuntimeException failure) {
			if (causedByLock(failure)) {
				throw new DatabaseInUseException(root, failure);
			}
			throw failure;
		}
	}

	private static boolean causedByLock(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof FileLockException) {
				return true;
			}
		}
		return false;
	}

	private void setPassword() {
		this.service.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
			.executeTransactionally("CREATE OR REPLACE USER $user SET PASSWORD $password CHANGE NOT REQUIRED",
					Map.of("user", USER, "password", this.password));
	}

	/// Where the driver finds it.
	public URI uri() {
		GraphDatabaseAPI database = (GraphDatabaseAPI) this.service
			.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
		var address = database.getDependencyResolver()
			.resolveDependency(ConnectorPortRegister.class)
			.getLocalAddress(ConnectorType.BOLT);
		return URI.create("bolt://127.0.0.1:" + address.getPort());
	}

	/// How the driver signs in.
	AuthToken authToken() {
		return AuthTokens.basic(USER, this.password);
	}

	@Override
	public void close() {
		this.service.shutdown();
	}

}
