package se.frirum.platform.database;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import se.frirum.RandomWord;
import se.frirum.FrirumTest;
import se.frirum.platform.graphql.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// A statement that takes too long is ended in the database too, not only given up on.
@FrirumTest
class TimeoutIT {

	private final Transactions transactions;

	private final Driver driver;

	TimeoutIT(Transactions transactions, Driver driver) {
		this.transactions = transactions;
		this.driver = driver;
	}

	private static String slow(String mark) {
		return """
				UNWIND range(1, 1000000) AS one UNWIND range(1, 1000000) AS other
				WITH one, other WHERE one + other < 0 RETURN count(*) AS %s
				""".formatted(mark);
	}

	private static String mark() {
		return RandomWord.startingWith("slow");
	}

	private long running(String mark) {
		try (Session session = this.driver.session()) {
			return session.run("""
					SHOW TRANSACTIONS YIELD currentQuery, status
					WHERE currentQuery CONTAINS $mark RETURN count(*) AS running""", Map.of("mark", mark))
				.single()
				.get("running")
				.asLong();
		}
	}

	@Test
	void aSlowReadEndsInTheDatabase() {
		String mark = mark();
		assertThatExceptionOfType(Refusal.TimedOut.class)
			.isThrownBy(() -> this.transactions.read(Duration.ofSeconds(1), slow(mark), Map.of()))
			.withMessage("This took too long. Ask for less at once.");
		assertThat(running(mark)).isZero();
	}

	@Test
	void aSlowWriteEndsInTheDatabaseAndKeepsNothing() {
		String mark = mark();
		assertThatExceptionOfType(Refusal.TimedOut.class)
			.isThrownBy(() -> this.transactions.write(Duration.ofSeconds(1), () -> {
				this.transactions.query("CREATE (:Counter {name: $mark})", Map.of("mark", mark));
				return this.transactions.query(slow(mark), Map.of());
			}));
		assertThat(running(mark)).isZero();
		assertThat(
				this.transactions.lookUp("MATCH (counter:Counter {name: $mark}) RETURN counter", Map.of("mark", mark)))
			.isEmpty();
	}

	@Test
	void aReadWithinItsPatienceIsAnswered() {
		assertThat(this.transactions.read(Duration.ofSeconds(1), "RETURN 1 AS one", Map.of()).getFirst().number("one"))
			.isEqualTo(1);
	}

}
