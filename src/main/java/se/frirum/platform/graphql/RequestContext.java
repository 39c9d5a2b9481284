package se.frirum.platform.graphql;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

import graphql.schema.DataFetchingEnvironment;
import se.frirum.platform.security.Viewer;

/// What holds for one request from its first field to its last: who asks, which day it is
/// in Sweden, and when the answer must be there.
public record RequestContext(Viewer viewer, LocalDate today, Clock clock, Instant deadline) {

	/// How long a request may take.
	public static final Duration PATIENCE = Duration.ofSeconds(10);

	/// Leaves room for the database to notice, and for the answer to be written.
	private static final Duration MARGIN = Duration.ofSeconds(1);

	static RequestContext starting(Viewer viewer, Clock clock) {
		return new RequestContext(viewer, LocalDate.now(clock), clock,
				clock.instant().plus(PATIENCE).minus(MARGIN).minus(MARGIN));
	}

	/// The same caller's context for the next part of an answer that goes on: with the
	/// day
	/// that it is by now, and time of its own.
	public RequestContext anew() {
		return starting(this.viewer, this.clock);
	}

	/// The context of the request that a field belongs to.
	public static RequestContext of(DataFetchingEnvironment environment) {
		return Objects.requireNonNull(environment.getGraphQlContext().get(RequestContext.class));
	}

	/// How long a statement may still run.
	/// @throws Refusal.TimedOut when no time is left
	public Duration timeLeft() {
		Duration left = Duration.between(this.clock.instant(), this.deadline);
		if (left.isNegative()) {
			throw new Refusal.TimedOut(new TimeoutException("The request has taken " + PATIENCE));
		}
		return left.plus(MARGIN);
	}

}
