package se.frirum.trial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.instancio.junit.Given;
import org.instancio.junit.InstancioExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/// When a trial is in force, checked against going through the days one by one.
@ExtendWith(InstancioExtension.class)
class TrialPeriodTests {

	private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);

	/// Every clause starts and ends within these days; none that has no end does.
	private static final List<LocalDate> DAYS = IntStream.range(0, 60).mapToObj(FIRST::plusDays).toList();

	@RepeatedTest(300)
	void followsFromTheClausesDayByDay(@Given long seed) {
		List<TrialPeriod> clauses = clauses(new Random(seed));
		TrialPeriod trial = TrialPeriod.spanning(clauses);
		List<LocalDate> held = DAYS.stream().filter((day) -> anyHolds(clauses, day)).toList();
		assertThat(trial.from()).isEqualTo(held.isEmpty() ? null : held.getFirst());
		assertThat(trial.until()).isEqualTo(end(held));
		for (LocalDate day : DAYS) {
			assertThat(trial.stateOn(day)).as("%s of %s", day, clauses).isEqualTo(state(held, day));
		}
	}

	@Test
	void lastsFromTheFirstDayUntilTheDayAfterTheLast() {
		TrialPeriod trial = new TrialPeriod(LocalDate.of(2027, 1, 1), LocalDate.of(2030, 1, 1));
		assertThat(trial.stateOn(LocalDate.of(2026, 12, 31))).isEqualTo(TrialState.PLANNED);
		assertThat(trial.stateOn(LocalDate.of(2027, 1, 1))).isEqualTo(TrialState.IN_FORCE);
		assertThat(trial.stateOn(LocalDate.of(2029, 12, 31))).isEqualTo(TrialState.IN_FORCE);
		assertThat(trial.stateOn(LocalDate.of(2030, 1, 1))).isEqualTo(TrialState.ENDED);
	}

	@Test
	void isInForceBetweenTwoClausesToo() {
		TrialPeriod trial = TrialPeriod
			.spanning(List.of(new TrialPeriod(LocalDate.of(2029, 1, 1), LocalDate.of(2030, 1, 1)),
					new TrialPeriod(LocalDate.of(2027, 1, 1), LocalDate.of(2028, 1, 1))));
		assertThat(trial.stateOn(LocalDate.of(2028, 6, 1))).isEqualTo(TrialState.IN_FORCE);
	}

	@Test
	void isUnknownWithoutAClauseThatStarts() {
		assertThat(TrialPeriod.spanning(List.of()).stateOn(FIRST)).isEqualTo(TrialState.UNKNOWN);
		assertThat(TrialPeriod.spanning(List.of(new TrialPeriod(null, FIRST))).stateOn(FIRST.minusDays(1)))
			.isEqualTo(TrialState.UNKNOWN);
	}

	private static List<TrialPeriod> clauses(Random random) {
		List<TrialPeriod> clauses = new ArrayList<>();
		for (int number = random.nextInt(5); number > 0; number--) {
			int from = 5 + random.nextInt(40);
			LocalDate until = (random.nextInt(5) > 0) ? DAYS.get(from + 1 + random.nextInt(10)) : null;
			clauses.add(new TrialPeriod((random.nextInt(5) > 0) ? DAYS.get(from) : null, until));
		}
		return clauses;
	}

	private static boolean anyHolds(List<TrialPeriod> clauses, LocalDate day) {
		return clauses.stream()
			.anyMatch((clause) -> clause.from() != null && !day.isBefore(clause.from())
					&& (clause.until() == null || day.isBefore(clause.until())));
	}

	private static @Nullable LocalDate end(List<LocalDate> held) {
		return (held.isEmpty() || held.getLast().equals(DAYS.getLast())) ? null : held.getLast().plusDays(1);
	}

	private static TrialState state(List<LocalDate> held, LocalDate day) {
		if (held.isEmpty()) {
			return TrialState.UNKNOWN;
		}
		if (day.isBefore(held.getFirst())) {
			return TrialState.PLANNED;
		}
		return day.isAfter(held.getLast()) ? TrialState.ENDED : TrialState.IN_FORCE;
	}

}
