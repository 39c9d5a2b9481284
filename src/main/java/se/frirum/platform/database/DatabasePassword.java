package se.frirum.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// The embedded database's password: made at the first start, kept in a file that only
/// its owner can read.
final class DatabasePassword {

	private static final String FILE = "neo4j-password";

	private static final int BYTES = 32;

	private DatabasePassword() {
	}

	static String in(Path home) {
		Path file = home.resolve(FILE);
		try {
			if (Files.notExists(file)) {
				write(file, generate());
			}
			return Files.readString(file).strip();
		}
		catch (IOException failure) {
			throw new UncheckedIOException("Can't keep the database's password in " + file, failure);
		}
	}

	private static String generate() {
		byte[] secret = new byte[BYTES];
		new SecureRandom().nextBytes(secret);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
	}

	/// Complete or not there at all: written beside its place, then moved.
	private static void write(Path file, String password) throws IOException {
		Path draft = Files.createTempFile(file.getParent(), FILE, ".new", ownerOnly());
		Files.writeString(draft, password + "\n", StandardOpenOption.TRUNCATE_EXISTING);
		Files.move(draft, file);
	}

	private static FileAttribute<?>[] ownerOnly() {
		boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
		return posix
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
	}

}
