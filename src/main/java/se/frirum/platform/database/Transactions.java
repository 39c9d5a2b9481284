package se.frirum.platform.database;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;
import se.frirum.platform.graphql.Refusal;

import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.data.neo4j.core.support.RetryExceptionPredicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The two ways to work with the graph: read in a read transaction, which a cluster's
/// followers may serve, or write in one that is repeated when the database asks for it.
/// Each read sees what this process wrote before it.
@Component
public class Transactions {

	private static final Duration READ_PATIENCE = Duration.ofSeconds(9);

	private static final Duration WRITE_PATIENCE = Duration.ofSeconds(10);

	/// Writers meet at the log's counter in any case. More of them at once only fight for
	/// its lock, which is not given out in turn: some would wait until their time is out.
	private static final int WRITERS = 4;

	private final Semaphore writers = new Semaphore(WRITERS, true);

	private final PlatformTransactionManager manager;

	private final Neo4jClient client;

	private final RetryTemplate retries;

	private final Timer statements;

	Transactions(PlatformTransactionManager manager, Neo4jClient client, MeterRegistry meters) {
		this.manager = manager;
		this.client = client;
		this.statements = Timer.builder("frirum.reads").description("Statements of the read path").register(meters);
		RetryExceptionPredicate repeatable = new RetryExceptionPredicate();
		this.retries = new RetryTemplate(RetryPolicy.builder()
			.predicate((failure) -> repeatable.test(failure) && !DatabaseFaults.isUnavailable(failure))
			.maxRetries(20)
			.delay(Duration.ofMillis(10))
			.multiplier(1.5)
			.jitter(Duration.ofMillis(10))
			.maxDelay(Duration.ofMillis(300))
			.build());
	}

	/// Runs a statement that only reads.
	/// @param patience how long the database may take, in whole seconds; then it ends the
	/// query
	public List<Row> read(Duration patience, String cypher, Map<String, Object> parameters) {
		TransactionTemplate transaction = new TransactionTemplate(this.manager);
		transaction.setReadOnly(true);
		transaction.setTimeout((int) patience.toSeconds());
		return Objects.requireNonNull(
				this.statements.record(() -> repeated(() -> transaction.execute((_) -> query(cypher, parameters)))));
	}

	/// Runs a use case: all of it is kept, or nothing.
	public <T extends @Nullable Object> T write(Supplier<T> useCase) {
		return write(WRITE_PATIENCE, useCase);
	}

	/// Runs a longer piece of work: all of it is kept, or nothing.
	public <T extends @Nullable Object> T write(Duration patience, Supplier<T> useCase) {
		TransactionTemplate transaction = new TransactionTemplate(this.manager);
		transaction.setTimeout((int) patience.toSeconds());
		return repeated(() -> inTurn(patience, () -> transaction.execute((_) -> useCase.get())));
	}

	private <T extends @Nullable Object> T inTurn(Duration patience, Supplier<T> write) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			return write.get();
		}
		try {
			if (!this.writers.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new Refusal.TimedOut(new TimeoutException("No turn to write within " + patience));
			}
		}
		catch (InterruptedException ended) {
			Thread.currentThread().interrupt();
			throw new Refusal.TimedOut(ended);
		}
		try {
			return write.get();
		}
		finally {
			this.writers.release();
		}
	}

	/// Looks something up: within the transaction at hand, or in a read transaction of
	/// its own.
	public List<Row> lookUp(String cypher, Map<String, Object> parameters) {
		return TransactionSynchronizationManager.isActualTransactionActive() ? query(cypher, parameters)
				: read(READ_PATIENCE, cypher, parameters);
	}

	/// Runs a statement within the transaction at hand.
	public List<Row> query(String cypher, Map<String, Object> parameters) {
		return this.client.query(cypher).bindAll(parameters).fetch().all().stream().map(Row::new).toList();
	}

	private <T extends @Nullable Object> T repeated(Retryable<T> work) {
		try {
			return this.retries.execute(work);
		}
		catch (RetryException exhausted) {
			throw DatabaseFaults.translated(exhausted.getCause());
		}
	}

}
