package se.frirum.platform.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.neo4j.shaded.lucene9.analysis.Analyzer;
import org.neo4j.shaded.lucene9.analysis.TokenStream;
import org.neo4j.shaded.lucene9.analysis.sv.SwedishAnalyzer;
import org.neo4j.shaded.lucene9.analysis.tokenattributes.CharTermAttribute;
import org.neo4j.shaded.lucene9.analysis.tokenattributes.OffsetAttribute;

import org.springframework.web.util.HtmlUtils;

/// The passage of a text that shows best why it was found. Words are compared by their
/// stems, with the analyzer of the full-text indexes.
public final class Highlight {

	/// About two lines of a page.
	private static final int LENGTH = 200;

	/// How far before its first word a passage begins.
	private static final int LEAD = 40;

	private static final Analyzer SWEDISH = new SwedishAnalyzer();

	private Highlight() {
	}

	/// A word of a text, by its stem.
	private record Word(String stem, int start, int end) {
	}

	/// Words that were searched for and stand close together in a text.
	private record Passage(String text, List<Word> words) {

		long different() {
			return this.words.stream().map(Word::stem).distinct().count();
		}

	}

	/// The passage that holds most of the words, the first of equals, as HTML: everything
	/// is escaped, the words stand in `<mark>`, and `…` where the text goes on. Empty
	/// where no text holds any of them.
	public static Optional<String> of(List<String> texts, List<String> words) {
		Set<String> stems = words(String.join(" ", words)).stream().map(Word::stem).collect(Collectors.toSet());
		return texts.stream()
			.flatMap((text) -> passages(text, stems).stream())
			.reduce((best, next) -> (next.different() > best.different()) ? next : best)
			.map(Highlight::written);
	}

	/// For each word that is meant, what follows it closely.
	private static List<Passage> passages(String text, Set<String> stems) {
		List<Word> meant = words(text).stream().filter((word) -> stems.contains(word.stem())).toList();
		return IntStream.range(0, meant.size())
			.mapToObj((first) -> new Passage(text, close(meant.subList(first, meant.size()))))
			.toList();
	}

	private static List<Word> close(List<Word> words) {
		int end = words.getFirst().start() + LENGTH - LEAD;
		return words.stream().takeWhile((word) -> word == words.getFirst() || word.end() <= end).toList();
	}

	private static List<Word> words(String text) {
		List<Word> words = new ArrayList<>();
		try (TokenStream tokens = SWEDISH.tokenStream("", text)) {
			CharTermAttribute stem = tokens.addAttribute(CharTermAttribute.class);
			OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
			tokens.reset();
			while (tokens.incrementToken()) {
				words.add(new Word(stem.toString(), place.startOffset(), place.endOffset()));
			}
			tokens.end();
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return words;
	}

	private static String written(Passage passage) {
		String text = passage.text();
		int from = beginningOfWord(text, passage.words().getFirst().start() - LEAD);
		int until = endOfWord(text, Math.max(from + LENGTH, passage.words().getLast().end()));
		StringBuilder html = new StringBuilder((from > 0) ? "… " : "");
		int written = from;
		for (Word word : passage.words()) {
			html.append(escaped(text.substring(written, word.start())))
				.append("<mark>")
				.append(escaped(text.substring(word.start(), word.end())))
				.append("</mark>");
			written = word.end();
		}
		html.append(escaped(text.substring(written, until)));
		return html.append((until < text.length()) ? " …" : "").toString().replaceAll("\\s+", " ");
	}

	private static int beginningOfWord(String text, int place) {
		int from = Math.max(place, 0);
		while (from > 0 && !Character.isWhitespace(text.charAt(from - 1))) {
			from--;
		}
		return from;
	}

	private static int endOfWord(String text, int place) {
		int until = Math.min(place, text.length());
		while (until < text.length() && !Character.isWhitespace(text.charAt(until))) {
			until++;
		}
		return until;
	}

	private static String escaped(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

}
