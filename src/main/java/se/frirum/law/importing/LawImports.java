package se.frirum.law.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.frirum.law.LawId;
import se.frirum.law.importing.ActGraph.Standing;
import se.frirum.law.importing.ImportLog.Advance;
import se.frirum.law.importing.ImportLog.State;
import se.frirum.law.importing.ImportProgress.Stage;
import se.frirum.law.importing.SourceReading.Item;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.event.Entry;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.security.Audience;
import se.frirum.platform.security.Viewer;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/// Brings a source into the graph: acts whole or not at all, several in a transaction,
/// then what they cite. It can stop anywhere and go on: what is written is not written
/// again.
@Service
class LawImports {

	private static final Logger log = LoggerFactory.getLogger(LawImports.class);

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final int ACTS = 400;

	/// Characters of text in a transaction.
	private static final int TEXT = 1 << 20;

	private final ActGraph graph;

	private final ImportLog imports;

	private final Transactions transactions;

	private final EventLog events;

	private final Clock clock;

	private volatile boolean stopping;

	LawImports(ActGraph graph, ImportLog imports, Transactions transactions, EventLog events, Clock clock) {
		this.graph = graph;
		this.imports = imports;
		this.transactions = transactions;
		this.events = events;
		this.clock = clock;
	}

	/// The server is about to stop: what runs goes on at the next start.
	@EventListener(ContextClosedEvent.class)
	void stop() {
		this.stopping = true;
	}

	/// Runs an import to its end, or until the server stops.
	State run(ImportLog.Running running, ImportProgress progress) {
		State state;
		try {
			state = new Run(running, progress).toEnd() ? State.DONE : State.CANCELLED;
		}
		catch (RuntimeException | IOException failure) {
			if (this.stopping) {
				return State.FAILED;
			}
			log.error("The import {} of {} failed", running.id(), running.path(), failure);
			fail(running.id(), new Item.Failed(running.path().toString(), null,
					"The import stopped: " + failure.getMessage() + " Import again; what is done stays done."));
			state = State.FAILED;
		}
		if (this.stopping) {
			return state;
		}
		State end = state;
		this.transactions.write(PATIENCE, () -> {
			this.imports.end(running.id(), end);
			return end;
		});
		return end;
	}

	private void fail(String id, Item.Failed failure) {
		this.transactions.write(PATIENCE, () -> {
			this.imports.fail(id, List.of(failure));
			return id;
		});
	}

	/// One import on its way.
	private final class Run {

		private final ImportLog.Running running;

		private final ImportProgress progress;

		private final Viewer actor;

		private final LocalDate today = LocalDate.now(LawImports.this.clock);

		private final Set<String> present = new HashSet<>();

		private @Nullable Set<String> complete;

		Run(ImportLog.Running running, ImportProgress progress) {
			this.running = running;
			this.progress = progress;
			this.actor = new Viewer(running.actor(), null, Set.of(), null);
		}

		/// @return false where it was cancelled
		boolean toEnd() throws IOException {
			return acts() && leave();
		}

		private boolean acts() throws IOException {
			Map<String, String> fingerprints = LawImports.this.transactions.write(PATIENCE,
					() -> LawImports.this.graph.fingerprints(this.running.source()));
			Integer total = SourceReading.count(this.running.source(), this.running.path());
			this.progress.begin(Stage.ACTS, (total != null) ? total : 0);
			try (SourceReading reading = SourceReading.of(this.running.source(), this.running.path(), fingerprints,
					(_) -> null)) {
				while (!LawImports.this.stopping && reading.hasNext()) {
					List<Item> batch = reading.batch(ACTS, TEXT);
					batch.forEach(this::note);
					if (write(batch, (total != null) ? total : this.present.size())) {
						return false;
					}
					this.progress.step(batch.size());
				}
			}
			return true;
		}

		private void note(Item item) {
			switch (item) {
				case Item.Changed changed -> this.present.add(changed.act().recorded().id().value());
				case Item.Unchanged unchanged -> this.present.add(unchanged.act().value());
				case Item.Complete list -> this.complete = list.laws();
				case Item.Failed failed -> {
					if (failed.designation() != null) {
						LawId.parse(failed.designation()).ifPresent((law) -> this.present.add(law.value()));
					}
				}
				case Item.End _ -> {
				}
			}
		}

		/// Writes a batch in one transaction; where that fails, each act in its own, so
		/// that what is wrong with one costs that one only.
		private boolean write(List<Item> batch, int acts) {
			try {
				return LawImports.this.transactions.write(PATIENCE, () -> writeTogether(batch, acts));
			}
			catch (RuntimeException failure) {
				if (batch.size() == 1) {
					return LawImports.this.transactions.write(PATIENCE,
							() -> writeTogether(List.of(failed(batch.getFirst(), failure)), acts));
				}
				log.warn("A batch of {} acts failed; each is tried alone", batch.size(), failure);
				boolean cancelled = false;
				for (Item item : batch) {
					cancelled |= write(List.of(item), acts);
				}
				return cancelled;
			}
		}

		private static Item.Failed failed(Item item, RuntimeException failure) {
			String designation = (item instanceof Item.Changed changed) ? changed.act().recorded().id().designation()
					: null;
			return new Item.Failed(String.valueOf(designation), designation,
					"It could not be written: " + failure.getMessage());
		}

		private boolean writeTogether(List<Item> batch, int acts) {
			List<Item.Changed> changed = of(batch, Item.Changed.class);
			Map<String, Standing> standing = LawImports.this.graph
				.standing(changed.stream().map((item) -> item.act().recorded().id().value()).toList());
			List<ActChange> changes = changed.stream()
				.map((item) -> ActChange.of(item.act(), standing.get(item.act().recorded().id().value()), this.today))
				.toList();
			LawImports.this.graph.write(changes);
			List<ActChange> again = changes.stream().filter((change) -> !change.isFirst()).toList();
			LawImports.this.imports.fail(this.running.id(), of(batch, Item.Failed.class));
			boolean cancelled = LawImports.this.imports.advance(this.running.id(),
					new Advance(acts, changes.size() + of(batch, Item.Unchanged.class).size(),
							changes.size() - again.size(), again.size(), of(batch, Item.Unchanged.class).size(),
							changes.stream().mapToInt(ActChange::ceased).sum()));
			LawImports.this.events.append("Law", again.stream().map(this::changed).toList());
			return cancelled;
		}

		private Entry changed(ActChange change) {
			return Entry.of(change.id(), "LAW_CHANGED", this.actor, Audience.PUBLIC, "");
		}

		private static <T extends Item> List<T> of(List<Item> batch, Class<T> kind) {
			List<T> items = new ArrayList<>();
			for (Item item : batch) {
				if (kind.isInstance(item)) {
					items.add(kind.cast(item));
				}
			}
			return items;
		}

		/// What a complete source no longer brings has left it.
		private boolean leave() {
			if (this.complete != null) {
				Set<String> all = new HashSet<>(this.complete);
				all.addAll(this.present);
				LawImports.this.transactions.write(PATIENCE,
						() -> LawImports.this.graph.leave(this.running.source(), all, this.today));
			}
			return true;
		}

	}

}
