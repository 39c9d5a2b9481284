package se.frirum.platform.database;

import java.nio.file.Path;

/// Another process has the embedded database's files open.
final class DatabaseInUseException extends RuntimeException {

	private final Path home;

	DatabaseInUseException(Path home, Throwable cause) {
		super("The database in " + home + " is in use by another process", cause);
		this.home = home;
	}

	Path home() {
		return this.home;
	}

}
