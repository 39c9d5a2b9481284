package se.frirum.law.importing;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.frirum.law.importing.ImportLog.Running;
import se.frirum.law.importing.ImportLog.State;
import se.frirum.law.importing.SourceReading.Item;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.event.Entry;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.security.Audience;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/// Brings a source into the graph. It can stop anywhere and go on: what is written is not
/// written again.
@Service
class LawImports {

	private static final Logger log = LoggerFactory.getLogger(LawImports.class);

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final ActStage acts;

	private final CitationStage citations;

	private final ImportLog imports;

	private final Transactions transactions;

	private final EventLog events;

	private volatile boolean stopping;

	LawImports(ActStage acts, CitationStage citations, ImportLog imports, Transactions transactions, EventLog events) {
		this.acts = acts;
		this.citations = citations;
		this.imports = imports;
		this.transactions = transactions;
		this.events = events;
	}

	/// The server is about to stop: what runs goes on at the next start.
	@EventListener(ContextClosedEvent.class)
	void stop() {
		this.stopping = true;
	}

	/// Runs an import to its end, or until the server stops.
	State run(Running running, ImportProgress progress) {
		State state = ran(running, progress.until(() -> this.stopping));
		if (!this.stopping) {
			this.transactions.write(PATIENCE, () -> {
				this.imports.end(running.id(), state);
				this.events.append("LawImport",
						Entry.of(running.id(), "LAW_IMPORT_" + state, running.viewer(), Audience.PUBLIC, ""));
				return state;
			});
		}
		return state;
	}

	private State ran(Running running, ImportProgress progress) {
		try {
			return (this.acts.run(running, progress) && this.citations.run(running, progress)) ? State.DONE
					: State.CANCELLED;
		}
		catch (RuntimeException failure) {
			if (!this.stopping) {
				log.error("The import {} of {} failed", running.id(), running.path(), failure);
				fail(running, failure);
			}
			return State.FAILED;
		}
	}

	private void fail(Running running, RuntimeException failure) {
		Item.Failed stopped = new Item.Failed(String.valueOf(running.path().getFileName()), null,
				"The import stopped: %s. Import again; what is done stays done.".formatted(failure.getMessage()));
		this.transactions.write(PATIENCE, () -> {
			this.imports.fail(running.id(), List.of(stopped));
			return stopped;
		});
	}

}
