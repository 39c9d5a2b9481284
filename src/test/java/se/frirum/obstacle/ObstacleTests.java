package se.frirum.obstacle;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.instancio.junit.Given;
import org.instancio.junit.InstancioExtension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.frirum.platform.answer.AnswerTimes;
import se.frirum.platform.graphql.Problem;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Unaccepted;
import se.frirum.platform.security.Audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// The moves that a case makes, from which status, and who sees it then.
@ExtendWith(InstancioExtension.class)
class ObstacleTests {

	private static final String NORRKOPING = "organisation:0581";

	private static final String HAPARANDA = "organisation:2583";

	private static final OffsetDateTime REPORTED = OffsetDateTime.parse("2026-03-01T10:00:00+01:00");

	private static final OffsetDateTime LATER = OffsetDateTime.parse("2026-03-02T10:00:00+01:00");

	private static final AnswerTimes TIMES = new AnswerTimes(30, 90);

	private static final ObstacleContent CONTENT = new ObstacleContent("Title", "Description", null, ObstacleKind.OTHER,
			List.of(), null, Mandate.OBSERVATION, null);

	/// The statuses that a case passes from a draft to this one.
	static List<ObstacleStatus> wayTo(ObstacleStatus status) {
		return wayTo(List.of(ObstacleStatus.DRAFT), status);
	}

	private static List<ObstacleStatus> wayTo(List<ObstacleStatus> way, ObstacleStatus status) {
		if (way.getLast() == status) {
			return way;
		}
		for (ObstacleStatus next : way.getLast().next()) {
			if (!way.contains(next)) {
				List<ObstacleStatus> longer = new ArrayList<>(way);
				longer.add(next);
				List<ObstacleStatus> found = wayTo(longer, status);
				if (!found.isEmpty()) {
					return found;
				}
			}
		}
		return List.of();
	}

	private static Obstacle draft() {
		return Obstacle.draft(Obstacle.newId(), NORRKOPING, REPORTED);
	}

	private static Obstacle submitted() {
		Obstacle obstacle = draft();
		obstacle.submit("H-2026-0001", REPORTED, TIMES);
		return obstacle;
	}

	private static Obstacle that(ObstacleStatus status) {
		Obstacle obstacle = draft();
		for (ObstacleStatus next : wayTo(status)) {
			switch (next) {
				case DRAFT -> assertThat(obstacle.status()).isEqualTo(next);
				case SUBMITTED -> obstacle.submit("H-2026-0001", REPORTED, TIMES);
				default -> obstacle.follow(next, null, REPORTED, TIMES);
			}
		}
		return obstacle;
	}

	@Test
	void isADraftThatOnlyItsOrganisationSees() {
		Obstacle obstacle = draft();
		assertThat(obstacle.status()).isEqualTo(ObstacleStatus.DRAFT);
		assertThat(obstacle.audience()).isEqualTo(Audience.OWNER);
		assertThat(obstacle.owner()).isEqualTo(NORRKOPING);
		assertThat(obstacle.reference()).isNull();
	}

	@ParameterizedTest
	@EnumSource
	void isSubmittedOnlyAsADraft(ObstacleStatus status) {
		moves(status, EnumSet.of(ObstacleStatus.DRAFT), (obstacle) -> obstacle.submit("H-2026-0002", LATER, TIMES),
				ObstacleStatus.SUBMITTED);
	}

	@ParameterizedTest
	@EnumSource
	void isTakenUpOnlyAsSubmitted(ObstacleStatus status) {
		moves(status, EnumSet.of(ObstacleStatus.SUBMITTED), (obstacle) -> obstacle.takeUp(true, LATER),
				ObstacleStatus.UNDER_REVIEW);
	}

	/// What others have not read is not published, and what everybody sees is not
	/// published again.
	@ParameterizedTest
	@EnumSource
	void isNotPublishedUnreadOrTwice(ObstacleStatus status) {
		moves(status, EnumSet.noneOf(ObstacleStatus.class), (obstacle) -> obstacle.publish(LATER), status);
	}

	@ParameterizedTest
	@EnumSource
	void isChangedByItsOrganisationOnlyWhileItIsADraft(ObstacleStatus status) {
		moves(status, EnumSet.of(ObstacleStatus.DRAFT), (obstacle) -> obstacle.requireDraftOf(NORRKOPING), status);
	}

	@Test
	void isChangedByNobodyElse() {
		for (String other : new String[] { HAPARANDA, "" }) {
			refused(() -> draft().requireDraftOf(other), ProblemCode.INVALID);
		}
		refused(() -> draft().requireDraftOf(null), ProblemCode.INVALID);
	}

	@ParameterizedTest
	@EnumSource
	void followsOnlyMovesThatTheLifecycleHas(ObstacleStatus from) {
		for (ObstacleStatus to : ObstacleStatus.values()) {
			moves(from, from.canMoveTo(to) ? EnumSet.of(from) : EnumSet.noneOf(ObstacleStatus.class),
					(obstacle) -> obstacle.follow(to, null, LATER, TIMES), to);
		}
	}

	@Test
	void getsItsReferenceAndItsReviewersWhenItIsSubmitted() {
		Obstacle obstacle = submitted();
		assertThat(obstacle.reference()).isEqualTo("H-2026-0001");
		assertThat(obstacle.audience()).isEqualTo(Audience.REVIEWERS);
	}

	@Test
	void staysWithItsReviewersUntilItIsPublished() {
		Obstacle obstacle = submitted();
		obstacle.takeUp(false, LATER);
		assertThat(obstacle.audience()).isEqualTo(Audience.REVIEWERS);
		obstacle.publish(LATER);
		assertThat(obstacle.audience()).isEqualTo(Audience.PUBLIC);
		assertThat(obstacle.status()).isEqualTo(ObstacleStatus.UNDER_REVIEW);
	}

	@Test
	void isSeenByAllWhenItIsTakenUpAndPublishedAtOnce() {
		Obstacle obstacle = submitted();
		obstacle.takeUp(true, LATER);
		assertThat(obstacle.audience()).isEqualTo(Audience.PUBLIC);
	}

	@Test
	void sortsByTheMomentItWasSubmitted() {
		Obstacle early = submitted();
		Obstacle late = draft();
		late.submit("H-2026-0002", LATER, TIMES);
		Obstacle inAnotherZone = draft();
		inAnotherZone.submit("H-2026-0003", OffsetDateTime.parse("2026-03-02T10:00:00+05:00"), TIMES);
		assertThat(List.of(early, inAnotherZone, late)).extracting(Obstacle::newest).isSorted();
	}

	@RepeatedTest(200)
	void neverNarrowsItsAudience(@Given long seed) {
		Random random = new Random(seed);
		Obstacle obstacle = draft();
		for (int step = 0; step < 20; step++) {
			Audience before = obstacle.audience();
			ObstacleStatus[] statuses = ObstacleStatus.values();
			try {
				switch (random.nextInt(5)) {
					case 0 -> obstacle.submit("H-2026-0001", LATER, TIMES);
					case 1 -> obstacle.takeUp(random.nextBoolean(), LATER);
					case 2 -> obstacle.publish(LATER);
					case 3 -> obstacle.describe(CONTENT, LATER);
					default -> obstacle.follow(statuses[random.nextInt(statuses.length)], null, LATER, TIMES);
				}
			}
			catch (Unaccepted refused) {
				assertThat(obstacle.audience()).isEqualTo(before);
			}
			assertThat(obstacle.audience()).isGreaterThanOrEqualTo(before);
		}
	}

	/// A move that is possible from some statuses, and leaves everything as it was in
	/// others.
	private static void moves(ObstacleStatus from, Set<ObstacleStatus> possible, Consumer<Obstacle> move,
			ObstacleStatus to) {
		Obstacle obstacle = that(from);
		Audience audience = obstacle.audience();
		if (possible.contains(from)) {
			move.accept(obstacle);
			assertThat(obstacle.status()).isEqualTo(to);
		}
		else {
			String reference = obstacle.reference();
			refused(() -> move.accept(obstacle), ProblemCode.ILLEGAL_TRANSITION);
			assertThat(obstacle.status()).isEqualTo(from);
			assertThat(obstacle.audience()).isEqualTo(audience);
			assertThat(obstacle.reference()).isEqualTo(reference);
		}
	}

	private static void refused(ThrowingCallable move, ProblemCode code) {
		assertThatExceptionOfType(Unaccepted.class).isThrownBy(move)
			.extracting(Unaccepted::problems)
			.satisfies((problems) -> assertThat(problems).extracting(Problem::code).containsExactly(code));
	}

}
