package se.frirum.obstacle;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// An obstacle as a client reports it.
record ReportObstacleInput(String idempotencyKey, String title, String description, @Nullable String consequence,
		ObstacleKind kind, List<Hinders> hinders, @Nullable Integer yearlyCost, Mandate mandate,
		@Nullable String decision, List<BlockingInput> blockedBy, List<String> services, boolean submit,
		@Nullable ContactInput contact) {

	ObstacleContent content() {
		return new ObstacleContent(this.title, this.description, this.consequence, this.kind, this.hinders,
				this.yearlyCost, this.mandate, this.decision);
	}

}
