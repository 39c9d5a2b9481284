package se.frirum.platform.answer;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/// How long a case has waited for an answer, and by when it is due. It rests while those
/// who asked wait for information themselves.
///
/// @param since when the waiting began; null: nobody waits
/// @param dueOn the last day for the answer; null: no day is set
/// @param restingSince the day on which information was asked for; null: it runs
/// @param rested how many days it has rested before
public record AnswerClock(@Nullable OffsetDateTime since, @Nullable LocalDate dueOn, @Nullable LocalDate restingSince,
		long rested) {

	/// Nobody waits.
	public static final AnswerClock STOPPED = new AnswerClock(null, null, null, 0);

	/// Runs from now; the answer is due in so many days.
	public static AnswerClock running(OffsetDateTime now, int days) {
		return new AnswerClock(now, now.toLocalDate().plusDays(days), null, 0);
	}

	/// Somebody waits from now, but no answer is due by a day.
	public static AnswerClock undated(OffsetDateTime now) {
		return new AnswerClock(now, null, null, 0);
	}

	/// Rests from now.
	public AnswerClock resting(OffsetDateTime now) {
		return (this.restingSince != null) ? this
				: new AnswerClock(this.since, this.dueOn, now.toLocalDate(), this.rested);
	}

	/// Runs again, and is due as many days later as it has rested.
	public AnswerClock resumed(OffsetDateTime now) {
		long more = restUntil(now);
		return new AnswerClock(this.since, (this.dueOn != null) ? this.dueOn.plusDays(more) : null, null,
				this.rested + more);
	}

	/// How many days an answer given now took, rest not counted; null where none was due.
	public @Nullable Long daysUntil(OffsetDateTime now) {
		if (this.since == null || this.dueOn == null) {
			return null;
		}
		return ChronoUnit.DAYS.between(this.since.toLocalDate(), now.toLocalDate()) - this.rested - restUntil(now);
	}

	private long restUntil(OffsetDateTime now) {
		return (this.restingSince != null) ? ChronoUnit.DAYS.between(this.restingSince, now.toLocalDate()) : 0;
	}

}
