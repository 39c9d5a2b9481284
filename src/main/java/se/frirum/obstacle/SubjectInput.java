package se.frirum.obstacle;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.graphql.Problems;

/// A case as it stood when it was read, about to be moved.
record SubjectInput(String id, int expectedVersion, @Nullable String reason) {

	private static final int REASON = 5_000;

	/// The reason as it may stand in the log.
	@Nullable String checkedReason() {
		Problems problems = new Problems();
		String checked = problems.text(this.reason, false, REASON, "input", "reason");
		problems.raise();
		return checked;
	}

}
