package se.frirum.law.importing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.frirum.law.importing.ImportLog.Running;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.security.Viewer;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/// Imports in the background of a running server, one at a time, also those that another
/// server has lost.
@Service
@ConditionalOnWebApplication
class ImportJobs {

	private static final Logger log = LoggerFactory.getLogger(ImportJobs.class);

	private static final Duration WATCH = Duration.ofSeconds(5);

	private final LawImports lawImports;

	private final ImportLog imports;

	private final LawSources sources;

	private final Transactions transactions;

	private final ScheduledExecutorService worker = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("import-laws").factory());

	ImportJobs(LawImports lawImports, ImportLog imports, LawSources sources, Transactions transactions) {
		this.lawImports = lawImports;
		this.imports = imports;
		this.sources = sources;
		this.transactions = transactions;
	}

	/// Starts an import, or answers with the one of the same source that runs already.
	/// @return its id
	/// @throws se.frirum.platform.graphql.Unaccepted where the path is wrong or another
	/// import runs
	String start(ImportLawsInput input, Viewer viewer) {
		Path path = this.sources.path(input.path());
		List<Running> running = this.imports.running();
		for (Running other : running) {
			if (other.path().equals(path) && other.source() == input.source()) {
				return other.id();
			}
		}
		Problems problems = new Problems();
		if (!running.isEmpty()) {
			problems.add(ProblemCode.INVALID,
					"Another import is running. Follow it with lawImport(id: \"%s\"), and wait for its end or cancel it."
						.formatted(running.getFirst().id()),
					"input");
		}
		problems.raise();
		String id = this.transactions.write(() -> this.imports.start(input.source(), path, viewer));
		this.worker.execute(
				() -> this.lawImports.run(new Running(id, input.source(), path, viewer, true), ImportProgress.SILENT));
		return id;
	}

	/// Asks an import to stop.
	/// @throws se.frirum.platform.graphql.Unaccepted where none runs under this id
	String cancel(String id) {
		boolean cancelled = this.transactions.write(() -> this.imports.cancel(id));
		Problems problems = new Problems();
		if (!cancelled) {
			problems.add(ProblemCode.NOT_FOUND, "No import runs under this id.", "id");
		}
		problems.raise();
		return id;
	}

	@EventListener(ApplicationReadyEvent.class)
	void watch() {
		this.worker.scheduleWithFixedDelay(this::takeOver, 0, WATCH.toMillis(), TimeUnit.MILLISECONDS);
	}

	@EventListener(ContextClosedEvent.class)
	void stop() {
		this.lawImports.stop();
		this.worker.shutdownNow();
	}

	private void takeOver() {
		try {
			for (Running running : this.imports.running()) {
				if (!running.alive() && this.imports.takeOver(running.id())) {
					log.info("Going on with the import of {}", running.path());
					this.lawImports.run(running, ImportProgress.SILENT);
				}
			}
		}
		catch (RuntimeException failure) {
			log.warn("Can't look for imports to go on with: {}", failure.getMessage());
		}
	}

}
