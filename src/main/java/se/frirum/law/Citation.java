package se.frirum.law;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// What one citation says, before anyone looked up which act is meant: `21 kap. 3 § andra
/// stycket 1 skollagen`, `21:4 SkolL`, `3 § lagen (2024:1231) om …`, `skollagen`.
///
/// @param law the act's designation or id where the citation gives one
/// @param name the act's name or abbreviation as written, else
record Citation(@Nullable LawId law, @Nullable String name, @Nullable String chapter, @Nullable String section,
		@Nullable String paragraph, @Nullable String item, @Nullable String sentence) {

	private static final String NUMBER = "\\d{1,4}(?:\\s?[a-z](?![a-zåäö]))?";

	private static final String ORDINAL = "första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde";

	private static final Map<String, String> ORDINALS = Map.of("första", "1", "andra", "2", "tredje", "3", "fjärde",
			"4", "femte", "5", "sjätte", "6", "sjunde", "7", "åttonde", "8", "nionde", "9", "tionde", "10");

	/// `21 kap.` or, before a section, `21:`.
	private static final String CHAPTER = "(?:(?<chapter>" + NUMBER + ")\\s?kap(?:\\.|itlet)?,?\\s*)?";

	private static final String SECTION = "(?:(?<section>" + NUMBER + ")\\s?(?:§|paragrafen))?";

	private static final String SHORT = "(?<shortChapter>" + NUMBER + "):(?<shortSection>" + NUMBER
			+ ")(?:\\s?§)?(?=\\s+[^\\d\\s])";

	private static final String PARAGRAPH = "(?:,?\\s*(?:(?<paragraphWord>" + ORDINAL
			+ ")\\s+stycket|(?<paragraphNumber>\\d{1,2})\\s?st(?:\\.|ycket)?(?![a-zåäö])))?";

	private static final String ITEM = "(?:,?\\s*(?:(?:punkten|punkt|p\\.?)\\s?(?<itemAfter>\\d{1,3}|[a-z](?![a-zåäö]))|(?<itemBefore>\\d{1,3})\\s?(?:punkten|p\\.?(?![a-zåäö]))|(?<itemWord>"
			+ ORDINAL + ")\\s+punkten|(?<item>\\d{1,3})(?![\\d:]|\\s?men(?![a-zåäö]))))?";

	private static final String SENTENCE = "(?:,?\\s*(?:(?<sentenceWord>" + ORDINAL
			+ ")\\s+meningen|(?<sentenceNumber>\\d{1,2})\\s?men\\.?))?";

	private static final Pattern CITATION = Pattern.compile(
			"(?:" + SHORT + "|" + CHAPTER + SECTION + ")" + PARAGRAPH + ITEM + SENTENCE + "\\s*(?:i\\s+)?(?<law>.*)",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final Pattern SFS_IN_BRACKETS = Pattern
		.compile("\\((?:SFS )?((?:N?\\d{4}):\\d{1,4}(?: s\\.\\s?\\d+| \\d+)?)\\)");

	private static final int LONGEST = 500;

	/// Reads a citation; empty where the text is none.
	static Optional<Citation> parse(String text) {
		String cleaned = text.replaceAll("[\\s\\u00a0\\u202f]+", " ").replaceAll("§§", "§").strip();
		if (cleaned.isEmpty() || cleaned.length() > LONGEST) {
			return Optional.empty();
		}
		Optional<Target> id = Target.parse(cleaned);
		if (id.isPresent()) {
			return id.map(Citation::of);
		}
		return LawId.parse(cleaned).map((law) -> of(Target.of(law))).or(() -> read(cleaned));
	}

	private static Citation of(Target target) {
		return new Citation(target.law(), null, target.chapter(), target.section(), target.paragraph(), target.item(),
				target.sentence());
	}

	private static Optional<Citation> read(String text) {
		Matcher parts = CITATION.matcher(text);
		if (!parts.matches()) {
			return Optional.empty();
		}
		String chapter = number(first(parts, "shortChapter", "chapter"));
		String section = number(first(parts, "shortSection", "section"));
		String rest = parts.group("law").replaceAll("[.,;…\\s]+$", "");
		LawId law = designation(rest);
		if (rest.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(new Citation(law, (law != null) ? null : rest, chapter, section,
				ordinal(first(parts, "paragraphWord", "paragraphNumber")),
				ordinal(first(parts, "itemAfter", "itemBefore", "itemWord", "item")),
				ordinal(first(parts, "sentenceWord", "sentenceNumber"))));
	}

	private static @Nullable LawId designation(String rest) {
		Matcher bracketed = SFS_IN_BRACKETS.matcher(rest);
		String designation = bracketed.find() ? bracketed.group(1) : rest;
		return LawId.parse(designation).orElse(null);
	}

	private static @Nullable String first(Matcher parts, String... groups) {
		for (String group : groups) {
			if (parts.group(group) != null) {
				return parts.group(group);
			}
		}
		return null;
	}

	private static @Nullable String number(@Nullable String written) {
		return (written != null) ? written.replace(" ", "").toLowerCase(Locale.ROOT) : null;
	}

	private static @Nullable String ordinal(@Nullable String written) {
		return (written != null)
				? ORDINALS.getOrDefault(written.toLowerCase(Locale.ROOT), written.toLowerCase(Locale.ROOT)) : null;
	}

	/// The place it names in an act.
	Target in(LawId act) {
		return new Target(act, this.chapter, this.section, this.paragraph, this.item, this.sentence);
	}

}
