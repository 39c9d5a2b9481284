package se.frirum.law.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import se.frirum.platform.graphql.Problems;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The folder that a running server imports from, and nothing outside of it: set as
/// `FRIRUM_LAW_SOURCES`.
@Component
class LawSources {

	private static final int LONGEST = 1_000;

	private final Path folder;

	LawSources(@Value("${frirum.law-sources}") Path folder) {
		this.folder = folder.toAbsolutePath().normalize();
	}

	/// The file, folder or archive that a caller names, with every link followed.
	/// @throws se.frirum.platform.graphql.Unaccepted where it isn't there, or outside
	Path path(String named) {
		Problems problems = new Problems();
		problems.text(named, true, LONGEST, "input", "path");
		problems.raise();
		try {
			Path root = this.folder.toRealPath();
			Path real = root.resolve(named).toRealPath();
			problems.require(real.startsWith(root), outside(), "input", "path");
			problems.require(Files.isReadable(real), "The server may not read '%s'.".formatted(named), "input", "path");
			problems.raise();
			return real;
		}
		catch (IOException | InvalidPathException missing) {
			problems.require(false, outside(), "input", "path");
			problems.raise();
			throw new IllegalStateException(missing);
		}
	}

	/// The same words whatever stands outside: nobody learns which files a server has.
	private String outside() {
		return "There is nothing of that name in the folder that this server imports from. Put the source there "
				+ "(FRIRUM_LAW_SOURCES says where), and name it as it is called in there.";
	}

}
