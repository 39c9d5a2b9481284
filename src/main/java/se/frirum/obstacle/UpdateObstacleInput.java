package se.frirum.obstacle;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.ArgumentValue;

/// What a client changes of a draft. What is left out stays; what may be missing is taken
/// away by an explicit null.
record UpdateObstacleInput(String id, int expectedVersion, @Nullable String title, @Nullable String description,
		ArgumentValue<String> consequence, @Nullable ObstacleKind kind, @Nullable List<Hinders> hinders,
		ArgumentValue<Integer> yearlyCost, @Nullable Mandate mandate, ArgumentValue<String> decision,
		@Nullable List<BlockingInput> blockedBy, @Nullable List<String> services, ArgumentValue<ContactInput> contact) {

	ObstacleContent appliedTo(ObstacleContent old) {
		return new ObstacleContent(or(this.title, old.title()), or(this.description, old.description()),
				or(this.consequence, old.consequence()), or(this.kind, old.kind()), or(this.hinders, old.hinders()),
				or(this.yearlyCost, old.yearlyCost()), or(this.mandate, old.mandate()),
				or(this.decision, old.decision()));
	}

	private static <T> T or(@Nullable T given, T old) {
		return (given != null) ? given : old;
	}

	private static <T> @Nullable T or(ArgumentValue<T> given, @Nullable T old) {
		return given.isOmitted() ? old : given.value();
	}

}
