package se.frirum.platform.projection;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

/// Answers a query's root fields beside each other, few enough to leave connections to
/// the database for others.
final class RootFields {

	private static final int AT_ONCE = 4;

	private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

	private final Semaphore turns = new Semaphore(AT_ONCE, true);

	private RootFields() {
	}

	/// Those of the request that a field belongs to.
	static RootFields of(DataFetchingEnvironment environment) {
		return Objects
			.requireNonNull(environment.getGraphQlContext().computeIfAbsent(RootFields.class, (_) -> new RootFields()));
	}

	<T extends @Nullable Object> CompletableFuture<T> answer(Supplier<T> field) {
		return CompletableFuture.supplyAsync(() -> inTurn(field), THREADS);
	}

	private <T extends @Nullable Object> T inTurn(Supplier<T> field) {
		this.turns.acquireUninterruptibly();
		try {
			return field.get();
		}
		finally {
			this.turns.release();
		}
	}

}
