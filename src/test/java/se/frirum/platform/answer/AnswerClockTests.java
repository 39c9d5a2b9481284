package se.frirum.platform.answer;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.instancio.junit.Given;
import org.instancio.junit.InstancioExtension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/// By when an answer is due and how long it took. Instancio prints the seed of a failure.
@ExtendWith(InstancioExtension.class)
class AnswerClockTests {

	private static final OffsetDateTime START = at("2026-03-02", 9);

	private static OffsetDateTime at(String day, int hour) {
		return at(LocalDate.parse(day), hour);
	}

	private static OffsetDateTime at(LocalDate day, int hour) {
		return day.atTime(LocalTime.of(hour, 0)).atZone(ZoneId.of("Europe/Stockholm")).toOffsetDateTime();
	}

	@Test
	void countsWholeDaysFromTheDayItBegan() {
		AnswerClock clock = AnswerClock.running(START, 30);
		assertThat(clock.since()).isEqualTo(START);
		assertThat(clock.dueOn()).isEqualTo("2026-04-01");
		assertThat(clock.daysUntil(at("2026-03-02", 23))).isZero();
		assertThat(clock.daysUntil(at("2026-03-03", 0))).isEqualTo(1);
		assertThat(clock.daysUntil(at("2026-04-01", 9))).isEqualTo(30);
	}

	@Test
	void isDueAsManyDaysLaterAsItRested() {
		AnswerClock clock = AnswerClock.running(START, 30).resting(at("2026-03-05", 9)).resumed(at("2026-03-12", 8));
		assertThat(clock.dueOn()).isEqualTo("2026-04-08");
		assertThat(clock.restingSince()).isNull();
		assertThat(clock.rested()).isEqualTo(7);
		assertThat(clock.daysUntil(at("2026-03-13", 9))).isEqualTo(4);
	}

	@Test
	void countsNoDayWhileItRests() {
		AnswerClock clock = AnswerClock.running(START, 30).resting(at("2026-03-05", 9));
		assertThat(clock.daysUntil(at("2026-03-05", 9))).isEqualTo(3);
		assertThat(clock.daysUntil(at("2026-06-30", 9))).isEqualTo(3);
	}

	@Test
	void restsFromTheFirstQuestionOn() {
		AnswerClock resting = AnswerClock.running(START, 30).resting(at("2026-03-05", 9));
		assertThat(resting.resting(at("2026-03-09", 9))).isEqualTo(resting);
	}

	@Test
	void goesOnAsItWasWhereItDidNotRest() {
		AnswerClock running = AnswerClock.running(START, 30);
		assertThat(running.resumed(at("2026-03-09", 9))).isEqualTo(running);
	}

	@Test
	void countsNothingWhereNoAnswerIsDue() {
		assertThat(AnswerClock.STOPPED.daysUntil(START)).isNull();
		assertThat(AnswerClock.undated(START).daysUntil(at("2026-03-09", 9))).isNull();
		assertThat(AnswerClock.undated(START).resting(START).resumed(at("2026-03-09", 9)).dueOn()).isNull();
		assertThat(AnswerClock.STOPPED.resting(START).resumed(at("2026-03-09", 9)).since()).isNull();
	}

	/// A day rests from the question on, until the day of its answer.
	@RepeatedTest(500)
	void agreesWithACountDayByDay(@Given long seed) {
		Random random = new Random(seed);
		int due = 1 + random.nextInt(120);
		LocalDate first = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700));
		AnswerClock clock = AnswerClock.running(at(first, random.nextInt(24)), due);
		Set<LocalDate> rested = new HashSet<>();
		LocalDate day = first;
		for (int question = random.nextInt(6); question > 0; question--) {
			LocalDate asked = day.plusDays(random.nextInt(20));
			LocalDate answered = asked.plusDays(random.nextInt(20));
			clock = clock.resting(at(asked, random.nextInt(24))).resumed(at(answered, random.nextInt(24)));
			asked.datesUntil(answered).forEach(rested::add);
			day = answered;
		}
		LocalDate last = day.plusDays(random.nextInt(60));
		assertThat(clock.daysUntil(at(last, random.nextInt(24)))).isEqualTo(days(first, last, rested));
		assertThat(clock.dueOn()).isEqualTo(dueOn(first, due, rested));
	}

	/// The days that count from one until another.
	private static long days(LocalDate first, LocalDate last, Set<LocalDate> rested) {
		long days = 0;
		for (LocalDate day = first; day.isBefore(last); day = day.plusDays(1)) {
			if (!rested.contains(day)) {
				days++;
			}
		}
		return days;
	}

	/// So many days on, and one more for each day of rest.
	private static LocalDate dueOn(LocalDate first, int due, Set<LocalDate> rested) {
		return first.plusDays((long) due + rested.size());
	}

}
