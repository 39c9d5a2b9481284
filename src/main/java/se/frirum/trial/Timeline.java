package se.frirum.trial;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;

/// An axis of whole years on which a page draws when things hold. Places and lengths are
/// percentages of it.
record Timeline(LocalDate first, LocalDate end, LocalDate today) {

	private static final int MOST_MARKS = 8;

	/// One on which today and all of these have room.
	/// @param periods each with the days `from` and `until`, either of which may be
	/// missing
	static Timeline of(List<Row> periods, LocalDate today) {
		List<LocalDate> days = new ArrayList<>(List.of(today));
		for (Row period : periods) {
			day(period.textOrNull("from"), 0, days);
			day(period.textOrNull("until"), 1, days);
		}
		int last = days.stream().max(LocalDate::compareTo).orElse(today).getYear();
		return new Timeline(LocalDate.of(days.stream().min(LocalDate::compareTo).orElse(today).getYear(), 1, 1),
				LocalDate.of(last + 1, 1, 1), today);
	}

	private static void day(@Nullable String day, int after, List<LocalDate> days) {
		if (day != null) {
			days.add(LocalDate.parse(day).minusDays(after));
		}
	}

	/// The years to mark.
	public List<Integer> marks() {
		int years = this.end.getYear() - this.first.getYear();
		int step = IntStream.of(1, 2, 5, 10, 20, 50)
			.filter((each) -> years <= each * MOST_MARKS)
			.findFirst()
			.orElse(100);
		return IntStream.range(this.first.getYear(), this.end.getYear())
			.filter((year) -> year % step == 0)
			.boxed()
			.toList();
	}

	/// Where a year begins.
	public String year(int year) {
		return percent(place(LocalDate.of(year, 1, 1)));
	}

	/// Where a day is; the axis's beginning where it is missing.
	public String at(@Nullable String from) {
		return percent(start(from));
	}

	/// Where today is.
	public String now() {
		return percent(place(this.today));
	}

	/// How long it is from a day until another; to the axis's end where that is missing.
	/// What ends before it begins has no length.
	public String length(@Nullable String from, @Nullable String until) {
		return percent(Math.max(0, ((until != null) ? place(LocalDate.parse(until)) : 100) - start(from)));
	}

	private double start(@Nullable String from) {
		return (from != null) ? place(LocalDate.parse(from)) : 0;
	}

	private double place(LocalDate day) {
		return 100.0 * ChronoUnit.DAYS.between(this.first, day) / ChronoUnit.DAYS.between(this.first, this.end);
	}

	private static String percent(double share) {
		return String.format(Locale.ROOT, "%.2f%%", share);
	}

}
