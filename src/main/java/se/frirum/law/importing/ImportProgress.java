package se.frirum.law.importing;

import java.util.function.BooleanSupplier;

/// Follows an import, and may end it.
interface ImportProgress {

	/// Nobody looks.
	ImportProgress SILENT = new ImportProgress() {
	};

	/// A stage begins.
	default void begin(Stage stage) {
	}

	/// It turned out how many acts the stage has.
	default void total(long acts) {
	}

	/// So many more acts are done.
	default void step(long acts) {
	}

	/// Whether to stop before the next batch.
	default boolean stopping() {
		return false;
	}

	/// The same, stopping when told so.
	default ImportProgress until(BooleanSupplier stop) {
		ImportProgress progress = this;
		return new ImportProgress() {

			@Override
			public void begin(Stage stage) {
				progress.begin(stage);
			}

			@Override
			public void total(long acts) {
				progress.total(acts);
			}

			@Override
			public void step(long acts) {
				progress.step(acts);
			}

			@Override
			public boolean stopping() {
				return stop.getAsBoolean() || progress.stopping();
			}

		};
	}

	/// What an import does, one after the other.
	enum Stage {

		/// Reads acts and writes their sections.
		ACTS,
		/// Links what they cite, set aside and empower.
		CITATIONS

	}

}
