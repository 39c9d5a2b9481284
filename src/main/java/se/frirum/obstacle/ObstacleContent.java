package se.frirum.obstacle;

import java.util.List;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.graphql.Problems;

/// What a reporter writes about an obstacle, but for its links.
///
/// @param yearlyCost in SEK, the reporter's estimate
/// @param decision the board's decision, where the mandate is one
record ObstacleContent(String title, String description, @Nullable String consequence, ObstacleKind kind,
		List<Hinders> hinders, @Nullable Integer yearlyCost, Mandate mandate, @Nullable String decision) {

	static final int TITLE = 200;

	static final int TEXT = 20_000;

	ObstacleContent {
		hinders = List.copyOf(hinders);
	}

	/// Checks and tidies what was written.
	/// @param complete whether it is about to be submitted, so that nothing needed may be
	/// missing
	ObstacleContent checked(boolean complete, Problems problems) {
		String checkedTitle = problems.line(this.title, true, TITLE, "input", "title");
		String checkedDescription = problems.text(this.description, complete, TEXT, "input", "description");
		String checkedConsequence = problems.text(this.consequence, false, TEXT, "input", "consequence");
		String checkedDecision = problems.line(this.decision, this.mandate == Mandate.BOARD_DECISION, TITLE, "input",
				"decision");
		problems.require(this.yearlyCost == null || this.yearlyCost >= 0, "A cost is 0 or more, in SEK.", "input",
				"yearlyCost");
		return new ObstacleContent((checkedTitle != null) ? checkedTitle : "",
				(checkedDescription != null) ? checkedDescription : "", checkedConsequence, this.kind,
				this.hinders.stream().distinct().toList(), this.yearlyCost, this.mandate, checkedDecision);
	}

}
