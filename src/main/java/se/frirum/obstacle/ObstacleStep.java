package se.frirum.obstacle;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What people do with a case, one mutation or one decision each.
enum ObstacleStep {

	/// What its reporter does.
	UPDATE, SUBMIT, DISCARD, WITHDRAW, VERIFY,
	/// What others do.
	ENDORSE, WITHDRAW_ENDORSEMENT, MEET, ADD_CASE_NUMBER, PROPOSE, FOLLOW,
	/// What a reviewer decides.
	TAKE_UP, PUBLISH, REQUEST_INFORMATION, CONFIRM, FORWARD, RESOLVE, CLOSE, REOPEN,
	/// What else those who review do.
	MERGE, SPLIT, ASSIGN, MASK;

	/// The statuses in which it can be done.
	Set<ObstacleStatus> from() {
		return switch (this) {
			case UPDATE, SUBMIT -> where(ObstacleStatus::isWritten);
			case DISCARD -> EnumSet.of(ObstacleStatus.DRAFT);
			case WITHDRAW, CLOSE, MERGE -> ObstacleStatus.CLOSED.previous();
			case VERIFY -> ObstacleStatus.VERIFIED.previous();
			case ENDORSE -> where(ObstacleStatus::canBeEndorsed);
			case PROPOSE -> EnumSet.complementOf(EnumSet.of(ObstacleStatus.DRAFT));
			case TAKE_UP -> EnumSet.of(ObstacleStatus.SUBMITTED);
			case PUBLISH -> EnumSet.complementOf(EnumSet.of(ObstacleStatus.DRAFT, ObstacleStatus.SUBMITTED));
			case REQUEST_INFORMATION -> ObstacleStatus.NEEDS_INFORMATION.previous();
			case CONFIRM -> ObstacleStatus.CONFIRMED.previous();
			case FORWARD -> EnumSet.of(ObstacleStatus.CONFIRMED);
			case RESOLVE -> ObstacleStatus.RESOLVED.previous();
			case REOPEN -> EnumSet.of(ObstacleStatus.CLOSED, ObstacleStatus.RESOLVED);
			case SPLIT -> EnumSet.of(ObstacleStatus.CLOSED);
			case WITHDRAW_ENDORSEMENT, MEET, ADD_CASE_NUMBER, FOLLOW, ASSIGN, MASK ->
				EnumSet.allOf(ObstacleStatus.class);
		};
	}

	private static Set<ObstacleStatus> where(Predicate<ObstacleStatus> condition) {
		return Arrays.stream(ObstacleStatus.values())
			.filter(condition)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(ObstacleStatus.class)));
	}

}
