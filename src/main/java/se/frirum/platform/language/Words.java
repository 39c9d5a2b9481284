package se.frirum.platform.language;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// Words, days and numbers in one language.
public final class Words {

	/// In Swedish, which records are kept in.
	public static final Words SWEDISH = new Words(Locale.of("sv"), "yyyy-MM-dd");

	/// In English.
	public static final Words ENGLISH = new Words(Locale.ENGLISH, "d MMMM yyyy");

	private static final Sentences SENTENCES = Sentences.load();

	private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

	private final Locale language;

	private final ResourceBundle bundle;

	private final DateTimeFormatter days;

	private final DateTimeFormatter moments;

	private Words(Locale language, String days) {
		this.language = language;
		this.bundle = ResourceBundle.getBundle("messages", language,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
		this.days = DateTimeFormatter.ofPattern(days, language);
		this.moments = DateTimeFormatter.ofPattern(days + " HH:mm", language);
	}

	/// In a language that somebody asks for: Swedish unless it is English.
	public static Words in(Locale language) {
		return language.getLanguage().equals(ENGLISH.language.getLanguage()) ? ENGLISH : SWEDISH;
	}

	/// The language's code: `sv` or `en`.
	public String language() {
		return this.language.getLanguage();
	}

	/// What stands under a key.
	public String get(String key) {
		return this.bundle.getString(key);
	}

	/// The word for a code of some kind: for `CLOSED` of `status`. A code that has none
	/// stands for itself; no code is no word.
	public String of(String kind, @Nullable String code) {
		String key = kind + "." + code;
		return (code == null) ? "" : this.bundle.containsKey(key) ? this.bundle.getString(key) : code;
	}

	/// A sentence that the API says in English: a problem, an explanation.
	public String said(@Nullable String sentence) {
		return (sentence == null) ? "" : (this == ENGLISH) ? sentence : SENTENCES.inSwedish(sentence);
	}

	/// Why something happened, as the log tells it, with the code that some reasons begin
	/// with in words.
	public String reason(String event, String reason) {
		String code = reason.split("[:,]", 2)[0];
		return switch (event) {
			case "TRIAL_OUTCOME_RECORDED" -> of("outcome", code) + reason.substring(code.length());
			case "PROPOSAL_STEP_RECORDED" -> of("step", code) + reason.substring(code.length());
			default -> reason;
		};
	}

	/// A day, as the API writes it.
	public String day(@Nullable String day) {
		return (day == null) ? "" : LocalDate.parse(day).format(this.days);
	}

	/// The last day of what ends before a day: `t.o.m. 2029-12-31` for `2030-01-01`.
	public String until(@Nullable String until) {
		return (until == null) ? ""
				: "%s %s".formatted(get("time.until"), LocalDate.parse(until).minusDays(1).format(this.days));
	}

	/// From a day until before another, either of which may be open.
	public String period(@Nullable String from, @Nullable String until) {
		return Stream.of((from != null) ? "%s %s".formatted(get("time.from"), day(from)) : "", until(until))
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.joining(" "));
	}

	/// A moment, as the API writes it, by Swedish clocks.
	public String moment(@Nullable String moment) {
		return (moment == null) ? "" : OffsetDateTime.parse(moment).atZoneSameInstant(SWEDEN).format(this.moments);
	}

	/// A moment for machines, to the second: HTML takes thousandths at most.
	public String instant(String moment) {
		return OffsetDateTime.parse(moment).truncatedTo(ChronoUnit.SECONDS).toString();
	}

	/// The day of a moment.
	public String dayOf(@Nullable String moment) {
		return (moment == null) ? "" : OffsetDateTime.parse(moment).atZoneSameInstant(SWEDEN).format(this.days);
	}

	/// A number with its digits grouped.
	public String number(@Nullable Number number) {
		return (number == null) ? "" : NumberFormat.getInstance(this.language).format(number);
	}

}
