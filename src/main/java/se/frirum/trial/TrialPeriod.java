package se.frirum.trial;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;

/// When something holds: from a day until a day, which is the first on which it no longer
/// does.
///
/// @param from null: not known
/// @param until null: no end is set; before the start where it never came to that
record TrialPeriod(@Nullable LocalDate from, @Nullable LocalDate until) {

	/// The period that clauses span, each with its `from` and `until`.
	static TrialPeriod of(Collection<Row> clauses) {
		return spanning(clauses.stream()
			.map((clause) -> new TrialPeriod(clause.dateOrNull("from"), clause.dateOrNull("until")))
			.toList());
	}

	/// From the earliest clause until the latest. Clauses whose start nobody knows don't
	/// count.
	static TrialPeriod spanning(Collection<TrialPeriod> clauses) {
		List<TrialPeriod> known = clauses.stream().filter((clause) -> clause.from != null).toList();
		boolean open = known.stream().anyMatch((clause) -> clause.until == null);
		LocalDate first = known.stream()
			.map(TrialPeriod::from)
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.orElse(null);
		LocalDate last = open ? null
				: known.stream()
					.map(TrialPeriod::until)
					.filter(Objects::nonNull)
					.max(Comparator.naturalOrder())
					.orElse(null);
		return new TrialPeriod(first, last);
	}

	/// The last day on which it holds; null where no end is set.
	@Nullable LocalDate lastDay() {
		return (this.until != null) ? this.until.minusDays(1) : null;
	}

	TrialState stateOn(LocalDate day) {
		if (this.from == null) {
			return TrialState.UNKNOWN;
		}
		if (this.until != null && !day.isBefore(this.until)) {
			return TrialState.ENDED;
		}
		return day.isBefore(this.from) ? TrialState.PLANNED : TrialState.IN_FORCE;
	}

	/// Whether a day can lie in it, as far as is known.
	boolean mayHold(LocalDate day) {
		return (this.from == null || !day.isBefore(this.from)) && (this.until == null || day.isBefore(this.until));
	}

}
