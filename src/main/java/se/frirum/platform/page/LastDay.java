package se.frirum.platform.page;

import java.time.DateTimeException;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// The last day on which something holds, as forms ask for it. The API takes the first day
/// without.
public final class LastDay {

	private LastDay() {
	}

	/// The first day after it; what is no day is passed on for the API to refuse.
	public static @Nullable String until(@Nullable String last) {
		try {
			return (last != null && !last.isBlank()) ? LocalDate.parse(last).plusDays(1).toString() : null;
		}
		catch (DateTimeException noDay) {
			return last;
		}
	}

	/// The last day of what ends before a day; empty where no end is set.
	public static String of(@Nullable String until) {
		return (until != null) ? LocalDate.parse(until).minusDays(1).toString() : "";
	}

}
