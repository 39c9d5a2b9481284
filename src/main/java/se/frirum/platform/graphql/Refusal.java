package se.frirum.platform.graphql;

import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// Why a request got no answer. The message is for the caller.
public abstract sealed class Refusal extends RuntimeException {

	private final Classification classification;

	private Refusal(Classification classification, String message, @Nullable Throwable cause) {
		super(message, cause);
		this.classification = classification;
	}

	Classification classification() {
		return this.classification;
	}

	/// Somebody must sign in first.
	public static final class NotSignedIn extends Refusal {

		public NotSignedIn() {
			super(Classification.UNAUTHORIZED, "Sign in to do this.", null);
		}

	}

	/// The caller's role may not do this.
	public static final class NotAllowed extends Refusal {

		public NotAllowed(String message) {
			super(Classification.FORBIDDEN, message, null);
		}

	}

	/// The request is wrong; the message says what to send instead.
	public static final class BadRequest extends Refusal {

		public BadRequest(String message) {
			super(Classification.BAD_REQUEST, message, null);
		}

		/// The same where a question holds what a change could not.
		public static BadRequest of(Unaccepted unaccepted) {
			return new BadRequest(unaccepted.problems()
				.stream()
				.map((problem) -> String.join(".", problem.path()) + ": " + problem.message())
				.collect(Collectors.joining("\n")));
		}

	}

	/// The answer took too long; the database was told to stop.
	public static final class TimedOut extends Refusal {

		public TimedOut(Throwable cause) {
			super(Classification.TIMEOUT, "This took too long. Ask for less at once.", cause);
		}

	}

	/// As much is under way as this server bears.
	public static final class Busy extends Refusal {

		public Busy(String message) {
			super(Classification.UNAVAILABLE, message, null);
		}

	}

	/// The database does not answer.
	public static final class Unavailable extends Refusal {

		public Unavailable(Throwable cause) {
			super(Classification.UNAVAILABLE, "The database does not answer. Try again in a moment.", cause);
		}

	}

}
