package se.frirum.obstacle;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The lifecycle of a case, pair by pair, as the domain tells it.
class ObstacleStatusTests {

	/// Written out once more, on purpose: a change of the lifecycle is a change in two
	/// places.
	private static final Set<String> MOVES = Set.of("DRAFT SUBMITTED", "SUBMITTED UNDER_REVIEW",
			"SUBMITTED NEEDS_INFORMATION", "NEEDS_INFORMATION SUBMITTED", "UNDER_REVIEW NEEDS_INFORMATION",
			"NEEDS_INFORMATION UNDER_REVIEW", "UNDER_REVIEW CONFIRMED", "CONFIRMED RESOLVED", "RESOLVED VERIFIED",
			"SUBMITTED CLOSED", "UNDER_REVIEW CLOSED", "NEEDS_INFORMATION CLOSED", "CONFIRMED CLOSED",
			"CLOSED UNDER_REVIEW", "RESOLVED UNDER_REVIEW");

	static Stream<Arguments> everyPair() {
		return Arrays.stream(ObstacleStatus.values())
			.flatMap((from) -> Arrays.stream(ObstacleStatus.values()).map((to) -> Arguments.of(from, to)));
	}

	@ParameterizedTest
	@MethodSource("everyPair")
	void movesOnlyAsTheLifecycleSays(ObstacleStatus from, ObstacleStatus to) {
		boolean expected = MOVES.contains(from + " " + to);
		assertThat(from.canMoveTo(to)).isEqualTo(expected);
		assertThat(from.next().contains(to)).isEqualTo(expected);
		assertThat(to.previous().contains(from)).isEqualTo(expected);
	}

	@ParameterizedTest
	@EnumSource
	void isReachedFromADraft(ObstacleStatus status) {
		assertThat(ObstacleTests.wayTo(status)).last().isEqualTo(status);
	}

	@Test
	void isEndorsedWhileItIsOpenAndWasTakenUp() {
		assertThat(ObstacleStatus.values()).filteredOn(ObstacleStatus::canBeEndorsed)
			.containsExactlyInAnyOrder(ObstacleStatus.UNDER_REVIEW, ObstacleStatus.NEEDS_INFORMATION,
					ObstacleStatus.CONFIRMED, ObstacleStatus.RESOLVED);
	}

}
