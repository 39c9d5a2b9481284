package se.frirum.law.importing;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.frirum.law.AfterImport;
import se.frirum.law.LawId;
import se.frirum.law.importing.ActChange.ParsedAct;
import se.frirum.law.importing.ActGraph.Standing;
import se.frirum.law.importing.ImportLog.Advance;
import se.frirum.law.importing.ImportLog.Running;
import se.frirum.law.importing.ImportProgress.Stage;
import se.frirum.law.importing.SourceReading.Item;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.event.Entry;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.security.Audience;

import org.springframework.stereotype.Component;

/// The first stage of an import: reads a source and writes each act whole or not at all,
/// several in a transaction.
@Component
class ActStage {

	private static final Logger log = LoggerFactory.getLogger(ActStage.class);

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	/// Acts in a transaction, at most.
	private static final int ACTS = 400;

	/// Characters of text in a transaction, at most by one act.
	private static final int TEXT = 1 << 20;

	private final Departments departments = Departments.load();

	private final ActGraph graph;

	private final ImportLog imports;

	private final Transactions transactions;

	private final EventLog events;

	private final Clock clock;

	ActStage(ActGraph graph, ImportLog imports, Transactions transactions, EventLog events, Clock clock) {
		this.graph = graph;
		this.imports = imports;
		this.transactions = transactions;
		this.events = events;
		this.clock = clock;
	}

	/// Runs the stage.
	/// @return false where somebody asked to stop
	boolean run(Running running, ImportProgress progress) {
		progress.begin(Stage.ACTS);
		CompletableFuture<Integer> total = CompletableFuture
			.supplyAsync(() -> SourceReading.count(running.source(), running.path()));
		total.thenAccept(progress::total);
		Seen seen = new Seen();
		try (SourceReading reading = SourceReading.of(running.source(), running.path(),
				this.graph.fingerprints(running.source()))) {
			while (reading.hasNext()) {
				List<Item> batch = reading.batch(ACTS, TEXT);
				batch.forEach(seen::note);
				if (progress.stopping() || written(running, batch, total.getNow(seen.present.size()))) {
					return false;
				}
				progress.step(batch.size());
			}
		}
		leave(running, seen);
		return true;
	}

	/// What a run has seen of its source.
	private static final class Seen {

		private final Set<String> present = new HashSet<>();

		private @Nullable Set<String> complete;

		void note(Item item) {
			switch (item) {
				case Item.Changed changed -> this.present.add(changed.act().recorded().id().value());
				case Item.Unchanged unchanged -> this.present.add(unchanged.act().value());
				case Item.Complete list -> this.complete = list.laws();
				case Item.Failed failed when failed.designation() != null ->
					LawId.parse(failed.designation()).ifPresent((law) -> this.present.add(law.value()));
				case Item.Failed _, Item.End _ -> {
				}
			}
		}

	}

	/// Writes a batch in one transaction; where that fails, each act in its own, so that
	/// what is wrong with one costs that one only.
	/// @return whether somebody asked to cancel
	private boolean written(Running running, List<Item> batch, int acts) {
		try {
			return this.transactions.write(PATIENCE, () -> write(running, batch, acts));
		}
		catch (Refusal.Unavailable failure) {
			throw failure;
		}
		catch (RuntimeException failure) {
			if (batch.size() == 1) {
				return this.transactions.write(PATIENCE,
						() -> write(running, List.of(failed(batch.getFirst(), failure)), acts));
			}
			log.warn("A batch of {} acts failed; each is tried alone", batch.size(), failure);
			boolean cancelled = false;
			for (Item item : batch) {
				cancelled |= written(running, List.of(item), acts);
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

	private boolean write(Running running, List<Item> batch, int acts) {
		List<ActChange> changes = changes(of(batch, Item.Changed.class));
		this.graph.write(changes);
		this.imports.fail(running.id(), of(batch, Item.Failed.class));
		this.imports.remark(running.id(), remarks(of(batch, Item.Changed.class)));
		List<ActChange> again = changes.stream().filter((change) -> !change.isFirst()).toList();
		int unchanged = of(batch, Item.Unchanged.class).size();
		boolean cancelled = this.imports.advance(running.id(),
				new Advance(acts, changes.size() + unchanged, changes.size() - again.size(), again.size(), unchanged,
						changes.stream().mapToInt(ActChange::ceased).sum()));
		this.events.append("Law",
				changes.stream()
					.filter(ActChange::isNews)
					.map((change) -> Entry.of(change.id(), "LAW_CHANGED", AfterImport.REGISTER, Audience.PUBLIC, ""))
					.toList());
		return cancelled;
	}

	private List<Item.Failed> remarks(List<Item.Changed> changed) {
		List<Item.Failed> remarks = new ArrayList<>();
		for (Item.Changed item : changed) {
			ParsedAct act = item.act();
			String designation = act.recorded().id().designation();
			String department = act.recorded().department();
			if (act.remark() != null) {
				remarks.add(new Item.Failed(act.source().name(), designation, act.remark()));
			}
			if (department != null && !this.departments.knows(department)) {
				remarks.add(new Item.Failed(act.source().name(), designation,
						"Nobody knows who took over from '%s'. Add it to seed-data/laws/departments.csv."
							.formatted(department)));
			}
		}
		return remarks;
	}

	private @Nullable String responsible(@Nullable String department) {
		return (department != null)
				? this.departments.organisation(department).map((id) -> "organisation:" + id).orElse(null) : null;
	}

	private List<ActChange> changes(List<Item.Changed> changed) {
		Map<String, Standing> standing = this.graph
			.standing(changed.stream().map((item) -> item.act().recorded().id().value()).toList());
		LocalDate today = LocalDate.now(this.clock);
		return changed.stream()
			.map((item) -> ActChange.of(item.act(), standing.get(item.act().recorded().id().value()),
					responsible(item.act().recorded().department()), today))
			.toList();
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
	private void leave(Running running, Seen seen) {
		if (seen.complete != null) {
			Set<String> all = new HashSet<>(seen.complete);
			all.addAll(seen.present);
			this.transactions.write(PATIENCE, () -> {
				long left = this.graph.leave(running.source(), all, LocalDate.now(this.clock));
				this.imports.left(running.id(), left);
				return left;
			});
		}
	}

}
