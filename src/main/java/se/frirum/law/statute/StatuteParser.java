package se.frirum.law.statute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.frirum.law.statute.Block.AnnexStart;
import se.frirum.law.statute.Block.ChapterStart;
import se.frirum.law.statute.Block.DivisionStart;
import se.frirum.law.statute.Block.MarkedHeading;
import se.frirum.law.statute.Block.SectionStart;
import se.frirum.law.statute.Block.Table;
import se.frirum.law.statute.Block.Text;
import se.frirum.law.statute.Block.TransitionalStart;
import se.frirum.law.statute.Statute.Chapter;
import se.frirum.law.statute.Statute.Heading;
import se.frirum.law.statute.Statute.Section;
import se.frirum.law.statute.Statute.Wording;

/// Reads the consolidated text of an act, as the government's database and its copies
/// give it: wrapped lines, blank lines between paragraphs, marks between slashes.
public final class StatuteParser {

	/// `Lag (2019:835).` at the end of a section names its latest amendment.
	private static final Pattern AMENDED = Pattern
		.compile("(?<!\\p{L})\\(?(?:Lag|Förordning|Kungörelse|Balk|Tillkännagivande)\\s+"
				+ "\\((N?\\d{4}:(?:bih\\. )?\\d{1,4}(?: s\\. ?\\d{1,4})?)\\.?\\)\\.?$");

	private static final Pattern REPEALED = Pattern.compile(
			"(?:[Hh]ar |Paragrafen har |§ )?(?:upphävts|upphört att gälla|upphört|betecknas|betecknats|utgått|Upphävd|Upphävts|[Uu]pphävda?)\\b.{0,160}",
			Pattern.DOTALL);

	private static final Pattern REPEAL = Pattern.compile("\\((\\d{4}:\\d{1,4})\\)");

	/// No section has changed as often at once; a broken text may repeat one for ever.
	private static final int MOST_WORDINGS = 20;

	private final List<Block> blocks;

	private boolean[] headings = {};

	private boolean[] contents = {};

	private boolean[] rows = {};

	private final Map<String, SectionBuilder> sections = new LinkedHashMap<>();

	private final List<Chapter> chapters = new ArrayList<>();

	private final ParagraphBuilder preamble = new ParagraphBuilder();

	private Period act = Period.ALWAYS;

	private Period chapterPeriod = Period.ALWAYS;

	private @Nullable String division;

	private @Nullable String chapter;

	private Heading heading = Heading.NONE;

	private boolean headingEnds;

	private @Nullable WordingBuilder wording;

	private StatuteParser(List<Block> blocks) {
		this.blocks = blocks;
	}

	/// Reads an act's text; any text gives something, if only a preamble.
	public static Statute parse(String text) {
		List<Block> blocks = Block.read(text);
		return new StatuteParser(blocks).statute();
	}

	private Statute statute() {
		int transitional = transitionalStart();
		int end = annexStart(transitional);
		this.headings = headings(end);
		this.contents = contents(end);
		this.rows = rows(end);
		for (int place = 0; place < end; place++) {
			read(place);
		}
		return new Statute(this.act, this.preamble.paragraphs(), this.preamble.text(), List.copyOf(this.chapters),
				this.sections.values().stream().map(SectionBuilder::section).toList(), written(end, transitional),
				written(transitional + 1, this.blocks.size()));
	}

	private void read(int place) {
		switch (this.blocks.get(place)) {
			case SectionStart start -> begin(start, place);
			case ChapterStart start when this.contents[place] ->
				current().add(List.of(start.number() + " kap. " + Block.joined(start.lines())));
			case ChapterStart start -> begin(start, place);
			case DivisionStart start -> this.division = start.number();
			case MarkedHeading marked -> head(Block.joined(marked.lines()), marked.period());
			case Text line when this.headings[place] -> head(Block.joined(line.lines()), line.period());
			case Table table -> current().row(table.lines());
			case Text line -> text(line, place);
			case TransitionalStart start -> current().add(start.lines());
			case AnnexStart start -> current().add(start.lines());
		}
	}

	/// Where the transitional provisions begin: at a heading of that name that no section
	/// follows.
	private int transitionalStart() {
		for (int place = 0; place < this.blocks.size(); place++) {
			if (this.blocks.get(place) instanceof TransitionalStart
					&& (place + 1 >= this.blocks.size() || !isStructure(place + 1))) {
				return place;
			}
		}
		return this.blocks.size();
	}

	/// Where the annexes begin: at the first such line that no new section of the act
	/// follows.
	private int annexStart(int end) {
		int start = end;
		for (int place = end - 1; place >= 0 && !(this.blocks.get(place) instanceof SectionStart); place--) {
			if (this.blocks.get(place) instanceof AnnexStart) {
				start = place;
			}
		}
		return start;
	}

	private boolean isStructure(int place) {
		return switch (this.blocks.get(place)) {
			case SectionStart _, ChapterStart _, DivisionStart _, MarkedHeading _ -> true;
			case AnnexStart _, Table _, Text _, TransitionalStart _ -> false;
		};
	}

	/// A short line is a heading where a section, a chapter or another heading follows.
	private boolean[] headings(int end) {
		boolean[] headings = new boolean[end + 1];
		boolean above = false;
		for (int place = end - 1; place >= 0; place--) {
			headings[place] = above && this.blocks.get(place).heading() != null && !listed(place);
			above = isStructure(place) || headings[place] || this.blocks.get(place) instanceof TransitionalStart;
		}
		return headings;
	}

	/// Whether the line before asks for more.
	private boolean listed(int place) {
		return place > 0 && this.blocks.get(place - 1) instanceof Text before && !before.lines().isEmpty()
				&& before.heading() == null && before.endsOpen();
	}

	/// A chapter's line is an entry of a table of contents where no section follows
	/// before the next such line, and the chapter comes again.
	private boolean[] contents(int end) {
		boolean[] contents = new boolean[end + 1];
		Map<String, Integer> later = new HashMap<>();
		boolean empty = false;
		for (int place = end - 1; place >= 0; place--) {
			Block block = this.blocks.get(place);
			if (block instanceof SectionStart) {
				empty = false;
			}
			else if (block instanceof ChapterStart start) {
				contents[place] = empty && !start.period().isMarked() && later.containsKey(start.number());
				later.merge(start.number(), 1, Integer::sum);
				empty = true;
			}
		}
		return contents;
	}

	/// An item whose end is open, above a table, is the table's first cell.
	private boolean[] rows(int end) {
		boolean[] rows = new boolean[end + 1];
		boolean above = false;
		for (int place = end - 1; place >= 0; place--) {
			Block block = this.blocks.get(place);
			rows[place] = above && block instanceof Text text && !text.closes()
					&& ParagraphBuilder.startsItem(text.lines().getFirst());
			above = rows[place] || block instanceof Table;
		}
		return rows;
	}

	private void begin(ChapterStart start, int place) {
		this.chapter = start.number();
		this.chapterPeriod = start.marksChapter() ? start.period() : Period.ALWAYS;
		this.heading = Heading.NONE;
		this.wording = null;
		String title = Block.joined(start.lines());
		if (title.isEmpty() && this.headings[Math.min(place + 1, this.headings.length - 1)]
				&& this.blocks.get(place + 1) instanceof Text next) {
			title = Block.joined(next.lines());
		}
		this.chapters.add(new Chapter(this.division, start.number(), title, start.period()));
	}

	private void begin(SectionStart start, int place) {
		Period period = start.period();
		if (place == 0) {
			this.act = start.before();
		}
		else {
			period = period.or(start.before());
		}
		SectionBuilder section = this.sections.computeIfAbsent(this.chapter + "§" + start.number(),
				(_) -> new SectionBuilder(this.division, this.chapter, start.number(), this.heading));
		period = period.or(this.chapterPeriod);
		if (section.takes(period)) {
			this.wording = section.begin(period);
			this.wording.paragraphs.add(start.lines());
		}
		else {
			current().add(again(start));
		}
	}

	/// A section that stands twice without a mark is a part of the one before: an old `2
	/// mom.`, or a section of another act that an annex quotes.
	private static List<String> again(SectionStart start) {
		List<String> lines = new ArrayList<>(start.lines());
		boolean subsection = !lines.isEmpty() && lines.getFirst().matches("\\d+ mom\\..*");
		if (!subsection) {
			lines.addFirst(start.number() + " §");
		}
		return lines;
	}

	private void head(String text, Period period) {
		this.wording = null;
		boolean replacesWhatEnds = period.isEntering() && this.heading.now() != null && this.headingEnds;
		this.heading = replacesWhatEnds ? new Heading(this.heading.now(), text, period)
				: period.isEntering() ? new Heading(null, text, period) : new Heading(text, null, Period.ALWAYS);
		this.headingEnds = period.until() != null || period.endUndetermined();
	}

	private void text(Text text, int place) {
		if (place == 0 && text.period().isMarked() && text.lines().size() == 1
				&& text.lines().getFirst().startsWith("/")) {
			this.act = text.period();
		}
		else if (text.period().isMarked() && this.wording == null) {
			head(text.heading() != null ? String.valueOf(text.heading()) : Block.joined(text.lines()), text.period());
		}
		else if (this.rows[place]) {
			current().row(text.lines());
		}
		else {
			current().add(text.lines());
		}
	}

	private ParagraphBuilder current() {
		return (this.wording != null) ? this.wording.paragraphs : this.preamble;
	}

	/// Blocks as text; null where there are none.
	private @Nullable String written(int start, int end) {
		return (start < end) ? this.blocks.subList(start, end)
			.stream()
			.map(StatuteParser::written)
			.collect(Collectors.joining("\n\n")) : null;
	}

	private static String written(Block block) {
		return switch (block) {
			case SectionStart start -> start.number() + " § " + Block.joined(start.lines());
			case ChapterStart start -> start.number() + " kap. " + Block.joined(start.lines());
			case Table table -> String.join("\n", table.lines());
			case AnnexStart _, DivisionStart _, MarkedHeading _, Text _, TransitionalStart _ ->
				Block.joined(block.lines());
		};
	}

	/// A section while it is read.
	private record SectionBuilder(@Nullable String division, @Nullable String chapter, String number, Heading heading,
			List<WordingBuilder> wordings) {

		SectionBuilder(@Nullable String division, @Nullable String chapter, String number, Heading heading) {
			this(division, chapter, number, heading, new ArrayList<>());
		}

		/// Whether this can be one more wording: by its marks, or after a note of repeal.
		boolean takes(Period period) {
			if (this.wordings.size() == MOST_WORDINGS) {
				return false;
			}
			return period.isMarked() || this.wordings.isEmpty() || this.wordings.removeIf(WordingBuilder::isRepeal)
					|| this.wordings.stream().allMatch((wording) -> wording.period.isMarked());
		}

		WordingBuilder begin(Period period) {
			WordingBuilder wording = new WordingBuilder(period);
			this.wordings.add(wording);
			return wording;
		}

		Section section() {
			return new Section(this.division, this.chapter, this.number, this.heading,
					this.wordings.stream().map(WordingBuilder::wording).toList());
		}

	}

	/// A wording while it is read.
	private record WordingBuilder(Period period, ParagraphBuilder paragraphs) {

		WordingBuilder(Period period) {
			this(period, new ParagraphBuilder());
		}

		boolean isRepeal() {
			return !this.period.isMarked() && this.paragraphs.isShort()
					&& REPEALED.matcher(this.paragraphs.text()).matches();
		}

		Wording wording() {
			String amendedBy = this.paragraphs.takeEnd(AMENDED);
			List<Paragraph> written = this.paragraphs.paragraphs();
			String text = this.paragraphs.text();
			boolean repealed = REPEALED.matcher(text).matches();
			Matcher repeal = REPEAL.matcher(text);
			return new Wording(text, written, this.period,
					(amendedBy == null && repealed && repeal.find()) ? repeal.group(1) : amendedBy, repealed);
		}

	}

}
