package se.frirum.platform.event;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import se.frirum.FrirumTest;
import se.frirum.platform.database.Transactions;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

/// How far the log reaches can be asked by anybody, as often as they like.
@FrirumTest
class LogTailIT {

	private static final String HOLD = "MATCH (log:Counter {name: 'events'}) SET log.looked = true RETURN log.value AS number";

	private final EventLog log;

	private final Transactions transactions;

	LogTailIT(EventLog log, Transactions transactions) {
		this.log = log;
		this.transactions = transactions;
	}

	@Test
	void whoAsksWaitsForNoWriterWhereNothingIsNew() {
		String reached = this.log.latestCursor();
		String meanwhile = this.transactions.write(() -> {
			this.transactions.query(HOLD, Map.of());
			return CompletableFuture.supplyAsync(this.log::latestCursor).orTimeout(5, SECONDS).join();
		});
		assertThat(meanwhile).isEqualTo(reached);
	}

}
