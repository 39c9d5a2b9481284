package se.frirum.law.importing;

/// Follows an import.
interface ImportProgress {

	/// Nobody looks.
	ImportProgress SILENT = new ImportProgress() {
	};

	/// A stage begins.
	/// @param total how many acts it has; 0 where that isn't known
	default void begin(Stage stage, long total) {
	}

	/// So many more acts are done.
	default void step(long acts) {
	}

	/// What an import does, one after the other.
	enum Stage {

		/// Reads acts and writes their sections.
		ACTS,
		/// Links what they cite, set aside and empower.
		CITATIONS

	}

}
