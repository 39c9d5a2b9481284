package se.frirum.trial;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.frirum.law.LawId;

/// An act that tries something, as the law register has it; of most, only a notice is
/// there.
///
/// @param transitional its transitional provisions
/// @param derogations what its sections set aside
record TrialAct(LawId law, String title, @Nullable LocalDate inForceFrom, @Nullable LocalDate ceasesOn,
		@Nullable String transitional, List<Section> sections, List<Derogation> derogations) {

	/// A section in its latest wording.
	///
	/// @param ceasesOn null where no end is marked
	record Section(String text, @Nullable LocalDate ceasesOn) {

	}

	/// A provision of another act that a section sets aside.
	///
	/// @param id of the section, or of the act
	/// @param target as far down as it is cited
	record Derogation(String id, String target) {

	}

	private static final Pattern AMENDS_OR_REPEALS = Pattern.compile("(?U)\\bom (?:ändring|upphävande)\\b");

	private static final Pattern DESIGNATION = Pattern.compile("^\\S+ \\([^)]*\\) (?:om |med )?");

	private static final Pattern SENTENCE_END = Pattern.compile("(?<=\\.)\\s+");

	TrialAct {
		title = title.replaceAll("\\s+", " ").strip();
	}

	/// Whether a title is a trial's: acts that amend or repeal trials are none.
	static boolean isTrial(String title) {
		String line = title.replaceAll("\\s+", " ");
		return line.toLowerCase(Locale.ROOT).contains("försöksverksamhet") && !AMENDS_OR_REPEALS.matcher(line).find();
	}

	/// What is tried: the title without the act's number.
	String subject() {
		String subject = DESIGNATION.matcher(this.title).replaceFirst("");
		return subject.isEmpty() ? this.title
				: subject.substring(0, 1).toUpperCase(Locale.forLanguageTag("sv")) + subject.substring(1);
	}

	boolean isOrdinance() {
		return this.title.startsWith("Förordning") || this.title.startsWith("Kungörelse");
	}

	/// The text of the first section, empty where only a notice is there.
	String opening() {
		return this.sections.isEmpty() ? "" : this.sections.getFirst().text();
	}

	/// The whole text.
	String text() {
		return String.join("\n", this.sections.stream().map(Section::text).toList());
	}

	/// The sentences, of any section, that say how the trial is carried on.
	String howItIsCarriedOn() {
		return SENTENCE_END.splitAsStream(text())
			.filter((sentence) -> sentence.contains("örsöksverksamhet") && sentence.contains("bedriv"))
			.collect(Collectors.joining(" "));
	}

	/// What the transitional provisions say of the act itself; those of later amendments
	/// speak of themselves as `denna lag`.
	String ownTransitional() {
		if (this.transitional == null) {
			return "";
		}
		String[] parts = this.transitional.split("(?m)^\\s*(?=N?\\d{4}:\\d{1,4}\\s*$)");
		String own = this.law.designation();
		for (String part : parts) {
			if (part.strip().equals(own) || part.strip().startsWith(own + "\n")) {
				return part;
			}
		}
		return parts.length == 1 ? this.transitional : "";
	}

	/// The first day on which no section holds any more, by the marks on them; null where
	/// one goes on.
	@Nullable LocalDate marksEndOn() {
		if (this.sections.isEmpty() || this.sections.stream().anyMatch((section) -> section.ceasesOn() == null)) {
			return null;
		}
		return this.sections.stream()
			.map(Section::ceasesOn)
			.filter(Objects::nonNull)
			.max(LocalDate::compareTo)
			.orElse(null);
	}

}
