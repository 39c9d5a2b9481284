package se.frirum.platform.answer;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.graphql.Problems;

/// A case as it stood when it was read, about to be moved.
public record SubjectInput(String id, int expectedVersion, @Nullable String reason) {

	/// How long a reason may be, in characters.
	public static final int REASON = 5_000;

	/// The reason as it may stand in the log.
	/// @throws se.frirum.platform.graphql.Unaccepted where it may not
	public @Nullable String checkedReason() {
		return checked(false);
	}

	/// The reason of what demands one.
	/// @throws se.frirum.platform.graphql.Unaccepted where it is missing or may not stand
	/// in the log
	public String givenReason() {
		return String.valueOf(checked(true));
	}

	private @Nullable String checked(boolean needed) {
		Problems problems = new Problems();
		String checked = problems.text(this.reason, needed, REASON, "input", "reason");
		problems.raise();
		return checked;
	}

}
