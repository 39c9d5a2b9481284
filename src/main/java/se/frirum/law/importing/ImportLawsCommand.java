package se.frirum.law.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.security.Viewer;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.stereotype.Component;

/// `import-laws <path>`: imports from the command line, with a progress bar, and a report
/// at the end.
@Component
class ImportLawsCommand implements ApplicationRunner, ExitCodeGenerator {

	/// The first argument that asks for it.
	static final String NAME = "import-laws";

	private static final Viewer ACTOR = new Viewer("command-line", "Kommandoraden", Set.of(), null);

	private final LawImports lawImports;

	private final ImportLog imports;

	private final Transactions transactions;

	private int exitCode;

	ImportLawsCommand(LawImports lawImports, ImportLog imports, Transactions transactions) {
		this.lawImports = lawImports;
		this.imports = imports;
		this.transactions = transactions;
	}

	@Override
	public int getExitCode() {
		return this.exitCode;
	}

	@Override
	public void run(ApplicationArguments arguments) throws InterruptedException {
		List<String> words = arguments.getNonOptionArgs();
		if (words.isEmpty()) {
			return;
		}
		if (!words.getFirst().equals(NAME)) {
			System.err.println("There is no command '%s'; there is %s <path>".formatted(words.getFirst(), NAME));
			this.exitCode = 2;
			return;
		}
		Path path = (words.size() == 2) ? Path.of(words.get(1)).toAbsolutePath().normalize() : null;
		if (path == null || !Files.isReadable(path)) {
			System.err.println((path == null) ? "Say what to import: import-laws <file, folder or archive>"
					: "There is nothing to read at " + path);
			this.exitCode = 2;
			return;
		}
		long started = System.nanoTime();
		ImportLog.Running running = begin(path);
		ImportLog.State state;
		try (Bar bar = new Bar()) {
			state = this.lawImports.run(running, bar);
		}
		Duration took = Duration.ofNanos(System.nanoTime() - started);
		System.out.println(report(state, this.imports.report(running.id()), took));
		this.exitCode = (state == ImportLog.State.DONE) ? 0 : 1;
	}

	/// Goes on with an import of the same path that was interrupted, or starts one.
	private ImportLog.Running begin(Path path) throws InterruptedException {
		LawSource source = LawSource.of(path);
		while (true) {
			Optional<ImportLog.Running> running = this.imports.running().stream().findFirst();
			if (running.isEmpty()) {
				String id = this.transactions.write(() -> this.imports.start(source, path, ACTOR));
				return new ImportLog.Running(id, source, path, ACTOR, true);
			}
			if (!running.get().alive() && this.imports.takeOver(running.get().id())) {
				if (running.get().path().equals(path)) {
					System.out.println("Going on with the import that was interrupted.");
					return running.get();
				}
				this.transactions.write(() -> {
					this.imports.end(running.get().id(), ImportLog.State.CANCELLED);
					return path;
				});
			}
			System.out.println("Another import of " + running.get().path() + " has not ended yet; waiting for it.");
			Thread.sleep(Duration.ofSeconds(2));
		}
	}

	private static String report(ImportLog.State state, Row result, Duration took) {
		StringBuilder report = new StringBuilder(
				"""

						%s in %d s: %,d acts, %,d new, %,d changed, %,d unchanged; %,d sections ceased, %,d acts left the source.
						"""
					.formatted(switch (state) {
						case DONE -> "Imported";
						case CANCELLED -> "Cancelled";
						case FAILED -> "Stopped by a failure";
					}, took.toSeconds(), result.number("acts"), result.number("created"), result.number("changed"),
							result.number("unchanged"), result.number("ceased"),
							Optional.ofNullable(result.numberOrNull("left")).orElse(0L)));
		list(report, "Not imported:", result.rows("failures"));
		list(report, "Imported, and worth a look:", result.rows("remarks"));
		return report.toString();
	}

	private static void list(StringBuilder report, String title, List<Row> rows) {
		if (!rows.isEmpty()) {
			report.append(title).append('\n');
			rows.forEach((row) -> report
				.append("  %s %s: %s%n".formatted(row.text("source"), row.text("designation"), row.text("reason"))));
		}
	}

	/// The bar on the terminal.
	private static final class Bar implements ImportProgress, AutoCloseable {

		private @Nullable ProgressBar bar;

		@Override
		public void begin(Stage stage) {
			close();
			this.bar = new ProgressBarBuilder().setTaskName(switch (stage) {
				case ACTS -> "Acts     ";
				case CITATIONS -> "Citations";
			})
				.setInitialMax(-1)
				.setStyle(ProgressBarStyle.ASCII)
				.setUpdateIntervalMillis(500)
				.setUnit(" acts", 1)
				.showSpeed()
				.setConsumer(new me.tongfei.progressbar.ConsoleProgressBarConsumer(System.out))
				.build();
		}

		@Override
		public void total(long acts) {
			if (this.bar != null) {
				this.bar.maxHint(acts);
			}
		}

		@Override
		public void step(long acts) {
			if (this.bar != null) {
				this.bar.stepBy(acts);
			}
		}

		@Override
		public void close() {
			if (this.bar != null) {
				this.bar.close();
				this.bar = null;
			}
		}

	}

}
