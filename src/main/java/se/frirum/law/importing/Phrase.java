package se.frirum.law.importing;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A pattern for the signs of a sentence.
///
/// @param hints the pattern finds nothing where none of these stands; a look for them
/// costs little, and most sentences hold none
record Phrase(List<String> hints, Pattern pattern) {

	/// @param hints parted by `|`
	static Phrase of(String hints, String... parts) {
		return new Phrase(List.of(hints.split("\\|")), pattern(parts));
	}

	/// A pattern in Swedish, whatever the case.
	static Pattern pattern(String... parts) {
		return Pattern.compile(String.join("", parts), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

	/// Whether it is worth the trouble to look for it.
	boolean mayStandIn(String text) {
		return this.hints.stream().anyMatch(text::contains);
	}

	/// Takes each place where the sentence says it.
	void findIn(CitedSentence sentence, Consumer<Matcher> each) {
		if (mayStandIn(sentence.signs())) {
			Matcher match = this.pattern.matcher(sentence.signs());
			while (match.find()) {
				each.accept(match);
			}
		}
	}

}
