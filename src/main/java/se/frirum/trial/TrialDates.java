package se.frirum.trial;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// From when until when a trial holds, as the law writes it. `Till och med den 31
/// december 2010` and `vid utgången av år 2010` end on 1 January 2011, the first day on
/// which it no longer holds.
final class TrialDates {

	private static final List<String> MONTHS = List.of("januari", "februari", "mars", "april", "maj", "juni", "juli",
			"augusti", "september", "oktober", "november", "december");

	private static final String MONTH = "(?:" + String.join("|", MONTHS) + ")";

	private static final String DAY = "(?:den )?\\d{1,2} " + MONTH + "(?: \\d{4})?";

	private static final String DATED = "(?:den )?\\d{1,2} " + MONTH + " \\d{4}";

	/// `under tiden den 1 januari 1998–31 december 2010`; when an education begins is not
	/// when the trial holds.
	private static final Pattern DURING = Pattern.compile("(?<!påbörjas )under tiden (?:från och med )?(?<first>" + DAY
			+ ") ?(?:-|–|—|till och med|t\\.o\\.m\\.) ?(?<last>" + DATED + ")");

	/// The whole act, not a section of it, as in `7 § förordningen om … upphör att
	/// gälla`: `förordningen gäller till och med …`.
	private static final Pattern LASTS = Pattern.compile(
			"(?i)(?<!§ [^.]{0,120})(?:försöksverksamhet(?:en)?|lagen|förordningen|denna (?:lag|förordning)|försöket)"
					+ "(?:(?! §|kap\\. )[^.])*? (?:(?:till och med|t\\.o\\.m\\.) (?<last>" + DATED
					+ ")|(?:vid|till) utgången av (?<end>(?:år )?(?:" + MONTH + " )?\\d{4})"
					+ "|upphör(?:a)? att gälla (?<ceases>" + DATED + "))");

	private static final Pattern APPLIES_FROM = Pattern
		.compile("tillämpas från och med (?<first>" + DATED + ")(?! och| till)");

	private static final Pattern BUDGET_YEAR = Pattern.compile("budgetåret (?<year>\\d{4})/\\d{2}");

	private TrialDates() {
	}

	/// Reads a text about a trial; what it doesn't say is null.
	static TrialPeriod read(String text) {
		String line = text.replaceAll("\\s+", " ");
		return during(line).or(() -> budgetYear(line))
			.orElseGet(() -> new TrialPeriod(first(APPLIES_FROM, line), last(line)));
	}

	private static Optional<TrialPeriod> during(String text) {
		Matcher during = DURING.matcher(text);
		if (!during.find()) {
			return Optional.empty();
		}
		LocalDate last = day(during.group("last"), null);
		return Optional.of(new TrialPeriod(day(during.group("first"), last), last.plusDays(1)));
	}

	/// The state's budget year began on 1 July until 1995.
	private static Optional<TrialPeriod> budgetYear(String text) {
		Matcher year = BUDGET_YEAR.matcher(text);
		if (!year.find()) {
			return Optional.empty();
		}
		LocalDate first = LocalDate.of(Integer.parseInt(year.group("year")), 7, 1);
		return Optional.of(new TrialPeriod(first, first.plusYears(1)));
	}

	private static @Nullable LocalDate first(Pattern pattern, String text) {
		Matcher match = pattern.matcher(text);
		return match.find() ? day(match.group("first"), null) : null;
	}

	private static @Nullable LocalDate last(String text) {
		Matcher lasts = LASTS.matcher(text);
		if (!lasts.find()) {
			return null;
		}
		if (lasts.group("last") != null) {
			return day(lasts.group("last"), null).plusDays(1);
		}
		return (lasts.group("end") != null) ? afterEndOf(lasts.group("end")) : day(lasts.group("ceases"), null);
	}

	/// @param written `juni 2011`, `år 2010`
	private static LocalDate afterEndOf(String written) {
		String[] words = written.replaceFirst("^år ", "").split(" ");
		int year = Integer.parseInt(words[words.length - 1]);
		int month = (words.length > 1) ? MONTHS.indexOf(words[0]) + 1 : 12;
		return YearMonth.of(year, month).plusMonths(1).atDay(1);
	}

	/// @param written `den 1 juli`, `1 juli 2010`
	/// @param until the year where none is written, at most
	private static LocalDate day(String written, @Nullable LocalDate until) {
		String[] words = written.replaceFirst("^den ", "").split(" ");
		int month = MONTHS.indexOf(words[1]) + 1;
		int year = (words.length > 2 || until == null) ? Integer.parseInt(words[words.length - 1]) : until.getYear();
		YearMonth inMonth = YearMonth.of(year, month);
		return inMonth.atDay(Math.clamp(Integer.parseInt(words[0]), 1, inMonth.lengthOfMonth()));
	}

}
