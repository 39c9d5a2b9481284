package se.frirum.platform.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/// The API's sentences in Swedish: `sentences.csv` holds them in pairs, in which `{0}` stands
/// for what differs.
final class Sentences {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

	/// Where in the input a problem of a question is.
	private static final Pattern PATH = Pattern.compile("^input[.\\w]*: ");

	private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3})");

	private record Pair(Pattern english, String swedish) {

		static Pair of(NamedCsvRecord row) {
			String english = PLACEHOLDER.splitAsStream(row.getField("en"))
				.map(Pattern::quote)
				.collect(Collectors.joining("(.+?)"));
			return new Pair(
					Pattern.compile(english + (row.getField("en").endsWith("}") ? "(.+?)" : ""), Pattern.DOTALL),
					row.getField("sv"));
		}

		Optional<String> translate(String sentence) {
			Matcher said = this.english.matcher(sentence);
			return said.matches() ? Optional.of(filled(said.toMatchResult())) : Optional.empty();
		}

		private String filled(MatchResult said) {
			return PLACEHOLDER.matcher(this.swedish)
				.replaceAll((place) -> Matcher.quoteReplacement(
						THOUSANDS.matcher(said.group(Integer.parseInt(place.group(1)) + 1)).replaceAll("\u00a0")));
		}

	}

	private final List<Pair> pairs;

	private Sentences(List<Pair> pairs) {
		this.pairs = pairs;
	}

	static Sentences load() {
		InputStream file = Objects.requireNonNull(Sentences.class.getResourceAsStream("/sentences.csv"));
		try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
			.ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8));
				Stream<NamedCsvRecord> all = rows.stream()) {
			return new Sentences(all.map(Pair::of).toList());
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	/// Sentences in Swedish, one a line; as they are where none is known.
	String inSwedish(String sentences) {
		return sentences.lines()
			.map((line) -> translated(PATH.matcher(line).replaceFirst("")))
			.collect(Collectors.joining("\n"));
	}

	private String translated(String sentence) {
		return this.pairs.stream().flatMap((pair) -> pair.translate(sentence).stream()).findFirst().orElse(sentence);
	}

}
