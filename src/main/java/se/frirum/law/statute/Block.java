package se.frirum.law.statute;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Lines between two blank ones, and what they are by themselves. What a block is among
/// its neighbours (a heading, an entry of a table of contents) is for [StatuteParser].
sealed interface Block {

	/// The lines, without their marks.
	List<String> lines();

	/// When it holds, by its marks.
	Period period();

	/// `1 § Denna lag …`
	record SectionStart(String number, List<String> lines, Period period, Period before) implements Block {
	}

	/// `13 a kap. Om …`
	record ChapterStart(String number, List<String> lines, Period period, boolean marksChapter) implements Block {
	}

	/// `ANDRA AVDELNINGEN`, `AVDELNING II`
	record DivisionStart(String number, List<String> lines, Period period) implements Block {
	}

	/// A heading that is marked as one: `/Rubriken träder i kraft I:2026-07-01/`.
	record MarkedHeading(List<String> lines, Period period) implements Block {
	}

	/// `Övergångsbestämmelser`
	record TransitionalStart(List<String> lines, Period period) implements Block {
	}

	/// `Bilaga 1`
	record AnnexStart(List<String> lines, Period period) implements Block {
	}

	/// Cells in columns.
	record Table(List<String> lines, Period period) implements Block {
	}

	/// Anything else.
	record Text(List<String> lines, Period period) implements Block {

		boolean endsOpen() {
			return OPEN_END.matcher(lines().getLast()).find();
		}

		/// Whether it ends as an item of a list does.
		boolean closes() {
			return ITEM_END.matcher(lines().getLast()).find();
		}

	}

	int MOST_MARKS = 20;

	int LONGEST_MARK = 160;

	int LONGEST_HEADING = 250;

	Pattern MARK = Pattern.compile("\\s*/(?=[A-ZÅÄÖ][^/]{0,60}?\\b[IU]:)([^/]{3,160})/\\.?\\s*");

	// Where two runs of spaces can meet they are counted: a line of a million would be
	// tried in a million million ways.
	Pattern SECTION = Pattern
		.compile("(?s)(\\d{1,4})[ \\u00a0]{0,8}([a-z]?)[ \\u00a0]{0,8}§(?![ \\u00a0]{0,8}§)\\.?\\s*(.*)");

	Pattern CHAPTER = Pattern.compile(
			"(?s)(\\d{1,3})[ \\u00a0]{0,8}([a-zA-Z]?)[ \\u00a0]{0,8}(?:kap|KAP|Kap)(?:\\.|itlet)(?=\\s|$|/)\\s*(.*)");

	/// What follows `4 kap.` where a chapter is cited, not begun.
	Pattern CITED = Pattern.compile(
			"(?s)(?:\\d{1,4}[ \\u00a0]{0,8}[a-z]?[ \\u00a0]{0,8}(?:§|[,–-]|och\\b|eller\\b)|[-–] |och \\d|eller \\d).*");

	Pattern DIVISION = Pattern.compile(
			"(?:(FÖRSTA|ANDRA|TREDJE|FJÄRDE|FEMTE|SJÄTTE|SJUNDE|ÅTTONDE|NIONDE|TIONDE) AVDELNINGEN"
					+ "|AVD(?:ELNING(?:EN)?|\\.)\\s+([IVX]{1,5}|\\d{1,2}|[A-Z])\\b.*)",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	Pattern TRANSITIONAL = Pattern.compile("(?:Ikraftträdande- och )?[Öö]vergångsbestämm?el(?:se|s)?r?\\.?");

	Pattern ANNEX = Pattern.compile("(?:Bilaga|BILAGA)(?: \\d{1,2}| [A-Z])?\\.?");

	/// What follows `3 §` where a section is cited, not begun: `3 § andra stycket,`.
	Pattern LISTED = Pattern
		.compile("(?s)(?!(?:har |är )?upph|\\d+ mom)(?:[a-zåäö,]|\\d+ ?[a-z]?(?:,|[–-]| och | §)).*");

	/// A gap within a line: columns.
	Pattern GAP = Pattern.compile("\\S(?: {3,}|\\t+ *)\\S");

	/// What asks for more.
	Pattern OPEN_END = Pattern.compile("(?:[,:;]|\\boch|\\beller|\\bsamt)$");

	Pattern ITEM_END = Pattern.compile("(?:[.,:;]|\\boch|\\beller)$");

	Pattern WORDED = Pattern.compile("[A-ZÅÄÖÉ0-9§\"”»]");

	Pattern LISTED_TEXT = Pattern.compile("(?:\\d{1,3}|[a-z])[.)] |[-–] ");

	/// A heading ends with a full stop only so.
	Pattern HEADING_END = Pattern.compile("\\b(?:m\\. ?m|m\\. ?fl|etc|o\\. ?d|o\\. ?dyl)\\.$|^Om .{0,80}\\.$");

	Pattern CONJUNCTION = Pattern.compile("(?:och|eller|samt|respektive)\\b");

	Map<String, String> ORDINALS = Map.of("FÖRSTA", "1", "ANDRA", "2", "TREDJE", "3", "FJÄRDE", "4", "FEMTE", "5",
			"SJÄTTE", "6", "SJUNDE", "7", "ÅTTONDE", "8", "NIONDE", "9", "TIONDE", "10");

	/// Reads the blocks of a text.
	static List<Block> read(String text) {
		List<Block> blocks = new ArrayList<>();
		List<String> lines = new ArrayList<>();
		for (String line : (Iterable<String>) text.lines()::iterator) {
			if (!isBlank(line)) {
				lines.add(line.stripTrailing());
			}
			else if (!lines.isEmpty()) {
				blocks.add(of(lines));
				lines = new ArrayList<>();
			}
		}
		if (!lines.isEmpty()) {
			blocks.add(of(lines));
		}
		return blocks;
	}

	/// Whether a line is blank, also to typesetters.
	private static boolean isBlank(String line) {
		return line.chars()
			.allMatch((character) -> Character.isWhitespace(character) || Character.isSpaceChar(character));
	}

	private static Block of(List<String> lines) {
		List<String> marks = new ArrayList<>();
		List<String> rest = withoutMarks(lines, marks);
		Period period = Period.of(String.join(" ", marks));
		if (rest.isEmpty()) {
			return new Text(lines, period);
		}
		String first = rest.getFirst().strip();
		Matcher section = SECTION.matcher(first);
		if (section.matches() && !LISTED.matcher(section.group(3)).matches()) {
			return section(section, rest, period);
		}
		Matcher chapter = CHAPTER.matcher(first);
		if (chapter.matches() && !CITED.matcher(chapter.group(3)).matches() && !first.endsWith(";")) {
			return chapter(chapter, rest, marks);
		}
		Matcher division = DIVISION.matcher(first);
		if (division.matches() && rest.size() < 4) {
			return new DivisionStart(division(division), rest, period);
		}
		if (rest.size() == 1 && TRANSITIONAL.matcher(first).matches()) {
			return new TransitionalStart(rest, period);
		}
		if (rest.size() == 1 && ANNEX.matcher(first).matches()) {
			return new AnnexStart(rest, period);
		}
		if (marks.stream().anyMatch((mark) -> mark.startsWith("Rubriken"))) {
			return new MarkedHeading(rest, period);
		}
		return rest.stream().anyMatch((line) -> GAP.matcher(line.strip()).find()) ? new Table(rest, period)
				: new Text(rest, period);
	}

	/// Takes the marks off the first lines, as many as a legislator could think of.
	private static List<String> withoutMarks(List<String> lines, List<String> marks) {
		List<String> rest = new ArrayList<>(lines);
		for (int tried = 0; tried < MOST_MARKS && !rest.isEmpty(); tried++) {
			// A mark may be wrapped.
			String first = rest.getFirst();
			if (first.length() < LONGEST_MARK && first.startsWith("/") && first.indexOf('/', 1) < 0
					&& rest.size() > 1) {
				rest.set(1, first.stripTrailing() + " " + rest.get(1).strip());
				rest.removeFirst();
				continue;
			}
			Matcher mark = MARK.matcher(first);
			if (!mark.lookingAt()) {
				return rest;
			}
			marks.add(mark.group(1));
			rest.removeFirst();
			if (mark.end() < first.length()) {
				rest.addFirst(first.substring(mark.end()));
			}
		}
		return rest;
	}

	private static SectionStart section(Matcher start, List<String> lines, Period before) {
		List<String> marks = new ArrayList<>();
		List<String> rest = withoutMarks(following(start.group(3), lines), marks);
		return new SectionStart(start.group(1) + start.group(2), rest, Period.of(String.join(" ", marks)), before);
	}

	private static ChapterStart chapter(Matcher start, List<String> lines, List<String> marksBefore) {
		List<String> marks = new ArrayList<>(marksBefore);
		List<String> rest = withoutMarks(following(start.group(3), lines), marks);
		return new ChapterStart(start.group(1) + start.group(2).toLowerCase(Locale.ROOT), rest,
				Period.of(String.join(" ", marks)), marks.stream().anyMatch((mark) -> mark.startsWith("Kapitlet")));
	}

	private static List<String> following(String restOfFirst, List<String> lines) {
		List<String> rest = new ArrayList<>(lines.subList(1, lines.size()));
		if (!restOfFirst.isBlank()) {
			rest.addFirst(restOfFirst);
		}
		return rest;
	}

	private static String division(Matcher start) {
		String ordinal = start.group(1);
		String number = start.group(2);
		return (ordinal != null) ? String.valueOf(ORDINALS.get(ordinal.toUpperCase(Locale.ROOT)))
				: number.matches("[IVXivx]+") ? String.valueOf(roman(number.toUpperCase(Locale.ROOT))) : number;
	}

	private static int roman(String number) {
		int value = 0;
		int last = 0;
		for (int place = number.length() - 1; place >= 0; place--) {
			int digit = switch (number.charAt(place)) {
				case 'X' -> 10;
				case 'V' -> 5;
				default -> 1;
			};
			value += (digit < last) ? -digit : digit;
			last = Math.max(last, digit);
		}
		return value;
	}

	/// The lines as one, with words that were parted at a line's end put together.
	static String joined(List<String> lines) {
		StringBuilder text = new StringBuilder();
		for (String line : lines) {
			String part = line.strip().replace('\u00a0', ' ');
			if (text.isEmpty()) {
				text.append(part);
			}
			else if (text.charAt(text.length() - 1) == '-' && text.length() > 1
					&& Character.isLetter(text.charAt(text.length() - 2)) && !part.isEmpty()) {
				hyphenated(text, part);
			}
			else {
				text.append(' ').append(part);
			}
		}
		return text.toString();
	}

	/// `barn-` before `och ungdomsvård` keeps its hyphen and a space, `EU-` before
	/// `rätten` its hyphen; `förord-` before `ningen` neither.
	private static void hyphenated(StringBuilder text, String part) {
		if (CONJUNCTION.matcher(part).lookingAt()) {
			text.append(' ').append(part);
		}
		else if (Character.isUpperCase(text.charAt(text.length() - 2)) || !Character.isLowerCase(part.charAt(0))) {
			text.append(part);
		}
		else {
			text.setLength(text.length() - 1);
			text.append(part);
		}
	}

	/// A short line that could stand above sections.
	default @Nullable String heading() {
		if (!(this instanceof Text) || lines().size() > 4 || period().isMarked() && lines().isEmpty()) {
			return null;
		}
		String text = joined(lines());
		if (text.length() > LONGEST_HEADING || !WORDED.matcher(text).lookingAt()
				|| LISTED_TEXT.matcher(text).lookingAt()) {
			return null;
		}
		boolean closed = ".,:;".indexOf(text.charAt(text.length() - 1)) >= 0;
		return (!closed || HEADING_END.matcher(text).find()) ? text : null;
	}

}
