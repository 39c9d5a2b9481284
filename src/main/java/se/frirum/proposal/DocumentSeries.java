package se.frirum.proposal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// The series in which the Riksdag and the government number their documents.
enum DocumentSeries {

	DIRECTIVE("Dir.", "dir", Numbering.YEAR, LegislativeStage.DIRECTIVE, "Dir. 2021:110"),
	INQUIRY("SOU", "sou", Numbering.YEAR, LegislativeStage.INQUIRY, "SOU 2023:94"),
	MEMORANDUM("Ds", "ds", Numbering.YEAR, LegislativeStage.MEMORANDUM, "Ds 2020:1"),
	BILL("Prop.", "prop", Numbering.SESSION, LegislativeStage.BILL, "Prop. 2024/25:89"),
	COMMITTEE_REPORT("bet.", "bet", Numbering.COMMITTEE, LegislativeStage.COMMITTEE_REPORT, "bet. 2024/25:SoU23"),
	DECISION("rskr.", "rskr", Numbering.SESSION, LegislativeStage.DECISION, "rskr. 2024/25:210"),
	STATUTE("SFS", "sfs", Numbering.YEAR, LegislativeStage.ISSUED, "SFS 2025:400");

	private static final int FIRST_YEAR = 1867;

	private static final Pattern WRITTEN = Pattern.compile("(?<series>\\p{L}{2,4})(?:\\.\\s*|\\s+)(?<number>\\d.*)");

	/// How documents of a series are numbered.
	private enum Numbering {

		YEAR("(?<year>\\d{4}):(?<number>[1-9]\\d{0,3})"),
		/// By the Riksdag's session, which has begun in the autumn since 1975.
		SESSION("(?<year>\\d{4})(?:/(?<next>\\d{2}|\\d{4}))?:(?<number>[1-9]\\d{0,3})"),
		COMMITTEE("(?<year>\\d{4})(?:/(?<next>\\d{2}|\\d{4}))?:"
				+ "(?<number>(?:AU|BoU|CU|FiU|FöU|InU|JoU|JuU|KU|KrU|KUU|LU|MJU|NU|SfU|SkU|SoU|TU|UbU|UFöU|UU|UbUU|VU)"
				+ "[1-9]\\d{0,2})");

		private final Pattern pattern;

		Numbering(String pattern) {
			this.pattern = Pattern.compile(pattern);
		}

		boolean fits(String written, int thisYear) {
			Matcher number = this.pattern.matcher(written);
			if (!number.matches()) {
				return false;
			}
			int year = Integer.parseInt(number.group("year"));
			String next = (this == YEAR) ? null : number.group("next");
			return year >= FIRST_YEAR && year <= thisYear && (next == null || follows(year, next));
		}

		/// `2024/25`, `1999/2000`
		private static boolean follows(int year, String next) {
			int end = Integer.parseInt(next);
			return (next.length() == 4) ? end == year + 1 : end == (year + 1) % 100;
		}

	}

	private final String abbreviation;

	private final String folded;

	private final Numbering numbering;

	private final LegislativeStage stage;

	private final String example;

	DocumentSeries(String abbreviation, String folded, Numbering numbering, LegislativeStage stage, String example) {
		this.abbreviation = abbreviation;
		this.folded = folded;
		this.numbering = numbering;
		this.stage = stage;
		this.example = example;
	}

	/// A document as it was named.
	///
	/// @param series null where it is of none that is known
	/// @param name as the series writes it, or as it was given
	/// @param problem what is wrong with it, null where nothing is
	record Document(@Nullable DocumentSeries series, String name, @Nullable String problem) {

		/// Checks that it is of the series that a step has.
		@Nullable String problemAt(LegislativeStage step) {
			if (this.problem != null || this.series == null || this.series.belongsTo(step)) {
				return this.problem;
			}
			return "%s is no document of this step; its stage is %s.".formatted(this.name, this.series.stage);
		}

	}

	private boolean belongsTo(LegislativeStage step) {
		return this.stage == step || (this.stage.enacts() && step.enacts());
	}

	/// Reads a document's number.
	static Document read(String written, int thisYear) {
		Matcher parts = WRITTEN.matcher(written.strip());
		Optional<DocumentSeries> series = parts.matches() ? named(parts.group("series")) : Optional.empty();
		if (series.isEmpty()) {
			return new Document(null, written.strip(), null);
		}
		String number = parts.group("number").strip();
		String name = series.get().abbreviation + " " + number;
		return new Document(series.get(), name, series.get().numbering.fits(number, thisYear) ? null
				: "There is no such number in its series. Write it as '%s'.".formatted(series.get().example));
	}

	private static Optional<DocumentSeries> named(String written) {
		String folded = written.toLowerCase(Locale.ROOT);
		return Arrays.stream(values()).filter((series) -> series.folded.equals(folded)).findFirst();
	}

}
