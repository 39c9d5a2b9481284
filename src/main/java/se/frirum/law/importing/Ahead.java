package se.frirum.law.importing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.function.Function;

/// Works a little ahead in a thread of its own, so that whoever writes needn't wait for
/// what is read.
final class Ahead<T> implements Iterator<T>, AutoCloseable {

	private static final int AHEAD = 3;

	private final ExecutorService worker = Executors
		.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("read-ahead").factory());

	private final Deque<CompletableFuture<T>> begun = new ArrayDeque<>();

	private final Iterator<Supplier<T>> rest;

	private Ahead(Iterator<Supplier<T>> rest) {
		this.rest = rest;
	}

	/// The results of a task for each part, in their order.
	static <P, T> Ahead<T> of(List<P> parts, Function<P, T> task) {
		return new Ahead<>(parts.stream().map((part) -> (Supplier<T>) () -> task.apply(part)).iterator());
	}

	@Override
	public boolean hasNext() {
		while (this.begun.size() < AHEAD && this.rest.hasNext()) {
			this.begun.add(CompletableFuture.supplyAsync(this.rest.next(), this.worker));
		}
		return !this.begun.isEmpty();
	}

	@Override
	public T next() {
		try {
			return this.begun.remove().join();
		}
		catch (CompletionException failure) {
			throw (failure.getCause() instanceof RuntimeException cause) ? cause : failure;
		}
	}

	@Override
	public void close() {
		this.worker.shutdownNow();
	}

}
