package se.frirum.law.importing;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where acts come from.
enum LawSource {

	/// Answers of the official database's search API: a JSON file or a folder of them.
	RATTSBASER_JSON {

		@Override
		boolean reads(String file) {
			return file.endsWith(".json");
		}

		@Override
		ActReader reader() {
			return new RattsbaserReader();
		}

	},

	/// A folder or an archive with a text file for each act below `md/`, and a list of
	/// them in `sfs_lista.txt`.
	TEXT_FILES {

		@Override
		boolean reads(String file) {
			return file.matches("(?:.*/)?SFS_[^/]+\\.md");
		}

		@Override
		ActReader reader() {
			return new TextFileReader();
		}

	};

	/// Whether a file of this name holds acts.
	abstract boolean reads(String file);

	/// What reads them.
	abstract ActReader reader();

	/// The source that a path looks like.
	static LawSource of(Path path) {
		boolean json = path.toString().endsWith(".json") || (Files.isDirectory(path)
				&& !Files.isDirectory(path.resolve("md")) && !Files.exists(path.resolve(SourceFiles.COMPLETE)));
		return json ? RATTSBASER_JSON : TEXT_FILES;
	}

}
