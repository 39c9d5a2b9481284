package se.frirum.obstacle;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.answer.SubjectInput;
import se.frirum.platform.graphql.Problems;

/// A reviewer's decision on a case as it stood when it was read.
///
/// @param publish whether everybody sees a case that is taken up from now on
/// @param closure why it ends, with CLOSE
/// @param guidance how it can be done today, with POSSIBLE_TODAY
/// @param responsible the id of the organisation that it is forwarded to; else whoever
/// issues the first rule that blocks
record ReviewObstacleInput(String id, int expectedVersion, ObstacleDecision decision, boolean publish,
		@Nullable String reason, @Nullable ObstacleClosure closure, @Nullable GuidanceInput guidance,
		@Nullable String responsible) {

	/// Checks that what was given fits the decision.
	/// @return the reason as it may stand in the log
	@Nullable String checked(Problems problems) {
		boolean closes = this.decision == ObstacleDecision.CLOSE;
		boolean guides = closes && this.closure == ObstacleClosure.POSSIBLE_TODAY;
		problems.require(closes == (this.closure != null),
				closes ? "Say why the case ends: give a 'closure'." : "Only CLOSE takes a 'closure'.", "input",
				"closure");
		problems.require(this.closure != ObstacleClosure.WITHDRAWN,
				"Only the reporter takes a case back, with 'withdrawObstacle'.", "input", "closure");
		problems.require(this.closure != ObstacleClosure.DUPLICATE,
				"Merge the case into the other one with 'mergeObstacles': that keeps both readable.", "input",
				"closure");
		problems.require(guides == (this.guidance != null),
				guides ? "Say how it is possible today, and where that stands. The case's 'exceptionPowers' tell who "
						+ "may already grant an exception." : "Only a case closed as POSSIBLE_TODAY takes guidance.",
				"input", "guidance");
		problems.require(this.responsible == null || this.decision == ObstacleDecision.FORWARD,
				"Name who is responsible when you forward the case.", "input", "responsible");
		return problems.text(this.reason, this.decision.needsReason(), SubjectInput.REASON, "input", "reason");
	}

}
