package se.frirum.law;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// What one citation says, before anyone looked up which act is meant: `21 kap. 3 § andra
/// stycket 1 skollagen`, `21:4 SkolL`, `3 § lagen (2024:1231) om …`, `skollagen`.
///
/// @param law the act's designation or id where the citation gives one
/// @param name the act's name or abbreviation as written, else
record Citation(@Nullable LawId law, @Nullable String name, Place place) {

	private static final Pattern SFS_IN_BRACKETS = Pattern
		.compile("\\((?:SFS )?((?:N?\\d{4}):\\d{1,4}(?: s\\.\\s?\\d+| \\d+)?)\\)");

	private static final int LONGEST = 500;

	/// Reads a citation; empty where the text is none.
	static Optional<Citation> parse(String text) {
		String cleaned = text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
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
		return new Citation(target.law(), null,
				new Place(target.chapter(), target.section(), target.paragraph(), target.item(), target.sentence()));
	}

	private static Optional<Citation> read(String text) {
		CitationGrammar.Single single = CitationGrammar.single(text);
		String rest = single.act().replaceAll("[.,;…\\s]+$", "");
		if (rest.isEmpty() || single.places().size() > 1) {
			return Optional.empty();
		}
		LawId law = designation(rest);
		Place place = single.places().isEmpty() ? Place.WHOLE : single.places().getFirst();
		return Optional.of(new Citation(law, (law != null) ? null : rest, place));
	}

	private static @Nullable LawId designation(String rest) {
		Matcher bracketed = SFS_IN_BRACKETS.matcher(rest);
		String designation = bracketed.find() ? bracketed.group(1) : rest;
		return LawId.parse(designation).orElse(null);
	}

	/// The place it names in an act.
	Target in(LawId act) {
		return this.place.in(act);
	}

	@Nullable String chapter() {
		return this.place.chapter();
	}

	@Nullable String section() {
		return this.place.section();
	}

}
