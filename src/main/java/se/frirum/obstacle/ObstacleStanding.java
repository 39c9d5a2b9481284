package se.frirum.obstacle;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.security.Audience;
import se.frirum.platform.security.Viewer;

/// How a case stands, as far as that decides what can be done with it.
///
/// @param owner the id of the organisation that reported it
/// @param askedFrom where the question came from that the reporter has been asked
/// @param mergedFrom where it stood when it was merged into another
record ObstacleStanding(ObstacleStatus status, Audience audience, String owner, @Nullable ObstacleStatus askedFrom,
		@Nullable ObstacleStatus mergedFrom, @Nullable ObstacleClosure closure) {

	/// What a standing is read from, and whether the caller's organisation is known and
	/// has endorsed the case.
	static final Map<String, String> STORED = Map.of("status", "this.status", "audience", "this.audience", "owner",
			"this.owner", "askedFrom", "this.askedFrom", "mergedFrom", "this.mergedFrom", "closure", "this.closure",
			"known", "EXISTS { MATCH (:Organisation {id: $viewer.organisation}) }", "endorsed",
			"EXISTS { MATCH (this)<-[:ENDORSES]-(:Organisation {id: $viewer.organisation}) }");

	static ObstacleStanding of(Row stored) {
		return new ObstacleStanding(ObstacleStatus.valueOf(stored.text("status")),
				Audience.valueOf(stored.text("audience")), stored.text("owner"), status(stored, "askedFrom"),
				status(stored, "mergedFrom"),
				Optional.ofNullable(stored.textOrNull("closure")).map(ObstacleClosure::valueOf).orElse(null));
	}

	private static @Nullable ObstacleStatus status(Row stored, String name) {
		return Optional.ofNullable(stored.textOrNull(name)).map(ObstacleStatus::valueOf).orElse(null);
	}

	/// Whether somebody has read what everybody would see of it.
	boolean wasTakenUp() {
		return !isTakenBack()
				&& !(this.status == ObstacleStatus.NEEDS_INFORMATION && this.askedFrom == ObstacleStatus.SUBMITTED);
	}

	/// Whether it ended as a part of another.
	boolean isMerged() {
		return this.mergedFrom != null;
	}

	/// Whether its reporter took it back.
	boolean isTakenBack() {
		return this.closure == ObstacleClosure.WITHDRAWN;
	}

	/// What somebody may do with it who sees it.
	/// @param known whether the register knows the organisation that they act for
	/// @param endorsed whether that organisation has endorsed it
	Set<ObstacleStep> open(Viewer viewer, boolean known, boolean endorsed) {
		Set<ObstacleStep> open = EnumSet.noneOf(ObstacleStep.class);
		for (ObstacleStep step : ObstacleStep.values()) {
			if (step.from().contains(this.status) && lets(step) && entitles(viewer, known, endorsed, step)) {
				open.add(step);
			}
		}
		return open;
	}

	private boolean lets(ObstacleStep step) {
		return switch (step) {
			case PUBLISH -> wasTakenUp() && this.audience != Audience.PUBLIC;
			case REOPEN -> !isMerged() && !isTakenBack();
			case SPLIT -> isMerged();
			case MEET -> this.audience == Audience.PUBLIC;
			default -> true;
		};
	}

	private boolean entitles(Viewer viewer, boolean known, boolean endorsed, ObstacleStep step) {
		boolean own = this.owner.equals(viewer.organisation());
		return switch (step) {
			case UPDATE, SUBMIT, DISCARD, WITHDRAW, VERIFY -> viewer.takesPart() && own;
			case ENDORSE -> viewer.takesPart() && known && !own && !endorsed;
			case WITHDRAW_ENDORSEMENT -> viewer.takesPart() && endorsed;
			case MEET -> viewer.signedIn();
			case ADD_CASE_NUMBER, FOLLOW -> viewer.takesPart() && known;
			case PROPOSE -> viewer.proposes() && known;
			case TAKE_UP, PUBLISH, REQUEST_INFORMATION, CONFIRM, FORWARD, RESOLVE, CLOSE, REOPEN, MERGE, SPLIT, ASSIGN,
					MASK ->
				viewer.reviews();
		};
	}

}
