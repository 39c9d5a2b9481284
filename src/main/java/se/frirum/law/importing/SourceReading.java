package se.frirum.law.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;
import se.frirum.law.LawId;
import se.frirum.law.importing.ActChange.ParsedAct;
import se.frirum.law.importing.ActReader.UnreadableException;
import se.frirum.law.importing.SourceFiles.SourceFile;

/// Reads a source and takes its acts apart in a thread of its own, a little ahead of
/// whoever writes them.
final class SourceReading implements Iterator<SourceReading.Item>, AutoCloseable {

	private static final int AHEAD = 256;

	/// Characters that may wait to be written.
	private static final int ROOM = 24 << 20;

	private final Semaphore room = new Semaphore(ROOM);

	private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(AHEAD);

	private final LawSource source;

	private final Map<String, String> fingerprints;

	private final Thread thread;

	private @Nullable Item next;

	private volatile boolean closed;

	private SourceReading(LawSource source, Path path, Map<String, String> fingerprints) {
		this.source = source;
		this.fingerprints = fingerprints;
		this.thread = Thread.ofPlatform().daemon().name("read-laws").start(() -> read(path));
	}

	/// What comes out of a source.
	sealed interface Item {

		/// An act that is new or differs.
		record Changed(ParsedAct act) implements Item {
		}

		/// An act that its source tells as before.
		record Unchanged(LawId act) implements Item {
		}

		/// A file, or an act of it, that can't be read.
		record Failed(String file, @Nullable String designation, String reason) implements Item {
		}

		/// The list of a source that claims to be complete.
		record Complete(Set<String> laws) implements Item {
		}

		/// Nothing follows.
		record End() implements Item {
		}

	}

	/// Begins to read.
	/// @param fingerprints what the source said last of each act, by id
	static SourceReading of(LawSource source, Path path, Map<String, String> fingerprints) {
		return new SourceReading(source, path, fingerprints);
	}

	/// How many acts the source holds: an archive is gone through for it.
	static int count(LawSource source, Path path) {
		try {
			return (int) SourceFiles.names(path).stream().filter(source::reads).count();
		}
		catch (IOException | UncheckedIOException broken) {
			return 0;
		}
	}

	private void read(Path path) {
		String name = String.valueOf(path.getFileName());
		try (SourceFiles files = SourceFiles.open(path, (file) -> this.source.reads(file) || isList(file))) {
			if (!files.hasNext()) {
				put(new Item.Failed(name, null, "There is no file of %s in it.".formatted(this.source)));
			}
			read(files);
		}
		catch (IOException | RuntimeException | Error failure) {
			put(new Item.Failed(name, null, "The source can't be read: " + failure.getMessage()));
		}
		put(new Item.End());
	}

	private void read(SourceFiles files) {
		Map<String, String> seen = new HashMap<>();
		Item.@Nullable Complete complete = null;
		boolean whole = true;
		while (files.hasNext() && !this.closed) {
			SourceFile file = files.next();
			whole &= !file.breaksOff();
			if (file.trouble() != null) {
				put(new Item.Failed(file.name(), null, file.trouble()));
			}
			else if (isList(file.name())) {
				complete = complete(String.valueOf(file.content()));
			}
			else {
				acts(file, seen);
			}
		}
		if (complete != null && whole && !complete.laws().isEmpty()) {
			put(complete);
		}
	}

	private static boolean isList(String file) {
		return file.equals(SourceFiles.COMPLETE) || file.endsWith("/" + SourceFiles.COMPLETE);
	}

	private void acts(SourceFile file, Map<String, String> seen) {
		try {
			for (RecordedAct act : this.source.reader().read(String.valueOf(file.content()))) {
				String before = seen.putIfAbsent(act.id().value(), file.name());
				put((before == null) ? item(file, act) : new Item.Failed(file.name(), act.id().designation(),
						"The act stands in %s too; that one is used.".formatted(before)));
			}
		}
		catch (UnreadableException unreadable) {
			put(new Item.Failed(file.name(), null, String.valueOf(unreadable.getMessage())));
		}
		catch (RuntimeException failure) {
			put(new Item.Failed(file.name(), null, "The file can't be read: " + failure.getMessage()));
		}
	}

	private Item item(SourceFile file, RecordedAct act) {
		if (act.fingerprint().equals(this.fingerprints.get(act.id().value()))) {
			return new Item.Unchanged(act.id());
		}
		try {
			return new Item.Changed(ParsedAct.of(act, this.source));
		}
		catch (RuntimeException failure) {
			return new Item.Failed(file.name(), act.id().designation(),
					"Its text can't be taken apart: " + failure.getMessage());
		}
	}

	private static Item.Complete complete(String list) {
		Set<String> laws = new HashSet<>();
		list.lines()
			.map((line) -> line.split("\t", 2)[0])
			.flatMap((designation) -> LawId.parse(designation).stream())
			.forEach((law) -> laws.add(law.value()));
		return new Item.Complete(Set.copyOf(laws));
	}

	private void put(Item item) {
		try {
			if (!this.closed) {
				this.room.acquire(weight(item));
				this.items.put(item);
			}
		}
		catch (InterruptedException closed) {
			Thread.currentThread().interrupt();
		}
	}

	/// The characters of its text.
	private static int weight(Item item) {
		String text = (item instanceof Item.Changed changed) ? changed.act().recorded().text() : null;
		return (text != null) ? Math.min(text.length(), ROOM) : 0;
	}

	@Override
	public boolean hasNext() {
		if (this.next == null) {
			try {
				this.next = this.items.take();
				this.room.release(weight(this.next));
			}
			catch (InterruptedException interrupted) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("The import was interrupted", interrupted);
			}
		}
		return !(this.next instanceof Item.End);
	}

	@Override
	public Item next() {
		if (!hasNext() || this.next == null) {
			throw new NoSuchElementException();
		}
		Item item = this.next;
		this.next = null;
		return item;
	}

	@Override
	public void close() {
		this.closed = true;
		this.thread.interrupt();
		this.items.clear();
	}

	/// Up to `most` items of about `weight` characters together: what one transaction
	/// takes.
	List<Item> batch(int most, int weight) {
		List<Item> batch = new ArrayList<>();
		int characters = 0;
		while (batch.size() < most && characters < weight && hasNext()) {
			Item item = next();
			batch.add(item);
			characters += weight(item);
		}
		return batch;
	}

}
