package se.frirum.law.statute;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// When something holds, as far as the marks in a text say: `/Träder i kraft
/// I:2026-07-01/`, `/Upphör att gälla U:den dag som regeringen bestämmer/`.
///
/// @param from the first day; null: always, or not determined yet
/// @param until the first day no longer; null: no end is set
/// @param entryUndetermined it begins on a day that the government decides
/// @param endUndetermined it ends on a day that the government decides
public record Period(@Nullable LocalDate from, @Nullable LocalDate until, boolean entryUndetermined,
		boolean endUndetermined) {

	/// No mark: it holds, and no end is set.
	public static final Period ALWAYS = new Period(null, null, false, false);

	private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

	private static final Pattern ENTRY = Pattern.compile("I:\\s*([^/]*)");

	private static final Pattern END = Pattern.compile("U:\\s*([^/]*)");

	/// Reads what stands between the slashes of one or several marks.
	static Period of(String marks) {
		Matcher entry = ENTRY.matcher(marks);
		Matcher end = END.matcher(marks);
		boolean enters = entry.find();
		boolean ends = end.find();
		LocalDate from = enters ? day(entry.group(1)) : null;
		LocalDate until = ends ? day(end.group(1)) : null;
		return new Period(from, until, enters && from == null, ends && until == null);
	}

	private static @Nullable LocalDate day(String text) {
		Matcher day = DAY.matcher(text);
		try {
			return day.find() ? LocalDate.parse(day.group()) : null;
		}
		catch (java.time.format.DateTimeParseException notADay) {
			return null;
		}
	}

	/// Whether it begins later, as far as one knows.
	public boolean isEntering() {
		return this.from != null || this.entryUndetermined;
	}

	/// Whether it no longer holds on a day, as far as one knows.
	boolean hasEndedBy(LocalDate day) {
		return this.until != null && !day.isBefore(this.until);
	}

	/// Whether something says when it holds.
	public boolean isMarked() {
		return !equals(ALWAYS);
	}

	/// This, where it says something, else what the other says.
	Period or(Period other) {
		return isMarked() ? this : other;
	}

}
