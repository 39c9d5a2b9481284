package se.frirum.platform.projection;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.neo4j.shaded.lucene9.analysis.CharArraySet;
import org.neo4j.shaded.lucene9.analysis.sv.SwedishAnalyzer;

/// What people type into a search field, as words: nothing in it is a query language's.
///
/// @param words in lower case, at most [#MOST]
public record SearchText(List<String> words) {

	private static final int MOST = 30;

	private static final int LONGEST_WORD = 60;

	/// Words like "och": a search for nothing else finds nothing.
	private static final CharArraySet NOT_INDEXED = SwedishAnalyzer.getDefaultStopSet();

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

	public SearchText {
		words = List.copyOf(words);
	}

	public static SearchText of(String text) {
		return new SearchText(BETWEEN_WORDS.splitAsStream(Normalizer.normalize(text, Normalizer.Form.NFC))
			.filter((word) -> !word.isEmpty() && word.length() <= LONGEST_WORD)
			.map((word) -> word.toLowerCase(Locale.ROOT))
			.filter((word) -> !NOT_INDEXED.contains(word))
			.distinct()
			.limit(MOST)
			.toList());
	}

	/// Whether nothing is left to search for.
	public boolean isEmpty() {
		return this.words.isEmpty();
	}

	/// A full-text query for what holds all words, each in any of the fields.
	public String allIn(String... fields) {
		return this.words.stream().map((word) -> in(word, fields)).collect(Collectors.joining(" AND "));
	}

	/// A full-text query for what holds any of the words.
	public String anyIn(String... fields) {
		return this.words.stream().map((word) -> in(word, fields)).collect(Collectors.joining(" OR ", "(", ")"));
	}

	private static String in(String word, String... fields) {
		return List.of(fields)
			.stream()
			.map((field) -> field + ":" + word)
			.collect(Collectors.joining(" OR ", "(", ")"));
	}

}
