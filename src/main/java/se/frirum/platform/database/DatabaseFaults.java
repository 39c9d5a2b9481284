package se.frirum.platform.database;

import java.util.Set;

import org.neo4j.driver.exceptions.ConnectionReadTimeoutException;
import org.neo4j.driver.exceptions.DiscoveryException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.graphql.Unaccepted;

/// What the driver's exceptions mean for a caller.
final class DatabaseFaults {

	private static final String TIMED_OUT = "Neo.ClientError.Transaction.TransactionTimedOut";

	/// What somebody is told who waited for a lock until the time was out. Nothing else
	/// ends a transaction from outside.
	private static final Set<String> ENDED = Set.of("Neo.ClientError.Transaction.LockClientStopped",
			"Neo.ClientError.Transaction.Terminated");

	private DatabaseFaults() {
	}

	static RuntimeException translated(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			switch (cause) {
				case Refusal refusal -> {
					return refusal;
				}
				case Unaccepted unaccepted -> {
					return unaccepted;
				}
				case Neo4jException fault when isTimeout(fault) -> {
					return new Refusal.TimedOut(failure);
				}
				default -> {
					// look further
				}
			}
		}
		if (isUnavailable(failure)) {
			return new Refusal.Unavailable(failure);
		}
		return (failure instanceof RuntimeException runtime) ? runtime : new IllegalStateException(failure);
	}

	static boolean isUnavailable(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ServiceUnavailableException || cause instanceof SessionExpiredException
					|| cause instanceof DiscoveryException || cause instanceof ConnectionReadTimeoutException
					|| isPoolExhausted(cause)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isTimeout(Neo4jException fault) {
		return fault.code().startsWith(TIMED_OUT) || ENDED.contains(fault.code());
	}

	/// The driver says so in a message only.
	private static boolean isPoolExhausted(Throwable cause) {
		return String.valueOf(cause.getMessage()).contains("Unable to acquire connection from the pool");
	}

}
