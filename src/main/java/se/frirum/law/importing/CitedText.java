package se.frirum.law.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import se.frirum.law.CitationMatch;
import se.frirum.law.Target;
import se.frirum.law.importing.CitedSentence.Citation;

/// A section's text and what it cites, taken apart into sentences.
final class CitedText {

	private static final Pattern ANNEX = Pattern.compile("[Bb]ilag(?:a|an|or|orna)(?: \\d{1,2}| [A-Z])? till $");

	private static final int LONGEST_ANNEX = 20;

	private static final Pattern BULLET = Pattern.compile("\\s*(?:\\d{1,3} ?[a-z]?\\.|[a-zåäö]\\)|[-–—•])\\s+");

	private static final Pattern END = Pattern
		.compile("[.!?](?<!(?:kap|t\\.ex|bl\\.a|s\\.k|dvs|jfr|nr|Kungl|art)\\.)\\s+(?=[A-ZÅÄÖ])");

	private static final Map<String, String> ORDINALS = Map.of("första", "1", "andra", "2", "tredje", "3", "fjärde",
			"4", "femte", "5", "sjätte", "6", "sjunde", "7", "åttonde", "8");

	private static final String ORDINAL = "(?:[Ff]örsta|[Aa]ndra|[Tt]redje|[Ff]järde|[Ff]emte"
			+ "|[Ss]jätte|[Ss]junde|[Åå]ttonde)";

	/// What an act calls itself and its parts, where the citations lack it.
	private static final Pattern ITSELF = Pattern
		.compile("(?<![a-zåäö])(?:(?<act>[Dd]e(?:nna|tta) (?:lag|förordning|balk|kungörelse|stadga|instruktion))"
				+ "|(?<chapter>[Dd]etta kapitel)|(?<section>[Dd]enna paragraf)|(?<paragraphs>" + ORDINAL
				+ "(?:(?:,|–|-| och| eller) ?" + ORDINAL + ")*) styck(?:et|ena))(?![a-zåäö])");

	private static final Pattern SHARED = Pattern
		.compile("(?:\\d{1,3}(?: [a-z])? kap\\. )?(?:\\d{1,4}(?: [a-z])? § )?(?:" + ORDINAL + " styck(?:et|ena) )?\\z");

	private static final int LONGEST_SHARED = "123 a kap. 1234 a § första styckena ".length();

	private static final Pattern ACT = Pattern.compile("(?: §§?)?(?: i)? (?:[a-zåäö]+-? (?:och )?)?[a-zåäö-]*"
			+ "(?:lag|balk|förordning|form|kungörelse|ordning|stadga|instruktion)(?:en|n)?(?![a-zåäö])(?: \\(\\d{4}:\\d+\\))?");

	/// No pattern is tried on a sentence that is longer.
	private static final int LONGEST = 2_000;

	private final Target section;

	private final String text;

	private final List<Citation> citations;

	private final List<CitedSentence> sentences = new ArrayList<>();

	private CitedText(Target section, String text, List<CitationMatch> matches) {
		this.section = section;
		this.text = text;
		this.citations = citations(matches);
	}

	/// The sentences of a section, in their order.
	static List<CitedSentence> sentences(Target section, String text, List<CitationMatch> matches) {
		CitedText cited = new CitedText(section, text, matches);
		cited.readLines();
		return cited.sentences;
	}

	private record Span(int start, int end) {

		boolean overlaps(Citation citation) {
			return citation.start() < this.end && this.start < citation.end();
		}

	}

	/// A line is a paragraph, or an item of a list that continues the sentence before the
	/// list.
	private void readLines() {
		Span opening = null;
		for (Span line : lines()) {
			Matcher bullet = BULLET.matcher(this.text).region(line.start(), line.end());
			boolean bulleted = bullet.lookingAt();
			boolean listed = bulleted || continues(opening, line);
			List<Span> spans = split(new Span(bulleted ? bullet.end() : line.start(), line.end()));
			add(listed ? opening : null, spans.getFirst());
			spans.stream().skip(1).forEach((span) -> add(null, span));
			if (!listed) {
				opening = passage(spans.getLast()).endsWith(".") ? null : spans.getLast();
			}
		}
	}

	private List<Span> lines() {
		List<Span> lines = new ArrayList<>();
		for (int start = 0, end; start < this.text.length(); start = end + 1) {
			end = this.text.indexOf('\n', start);
			end = (end < 0) ? this.text.length() : end;
			if (!this.text.substring(start, end).isBlank()) {
				lines.add(new Span(start, end));
			}
		}
		return lines;
	}

	/// A list can stand without bullets: `Följande bestämmelser ska inte tillämpas:`, `7
	/// § om …`.
	private boolean continues(@Nullable Span opening, Span line) {
		return opening != null && passage(opening).endsWith(":")
				&& !Character.isUpperCase(this.text.charAt(line.start()));
	}

	/// No sentence ends within a citation.
	private List<Span> split(Span line) {
		List<Span> spans = new ArrayList<>();
		int start = line.start();
		Matcher end = END.matcher(this.text).region(line.start(), line.end());
		while (end.find()) {
			Span stop = new Span(end.start(), end.end());
			if (this.citations.stream().noneMatch(stop::overlaps)) {
				spans.add(new Span(start, end.end()));
				start = end.end();
			}
		}
		spans.add(new Span(start, line.end()));
		return spans;
	}

	private void add(@Nullable Span opening, Span span) {
		if (span.end() - span.start() > LONGEST) {
			return;
		}
		this.sentences.add(
				(opening != null)
						? new CitedSentence(signs(opening) + " • " + signs(span),
								passage(opening) + " … " + passage(span), this.citations)
						: new CitedSentence(signs(span), passage(span), this.citations));
	}

	private String passage(Span span) {
		return this.text.substring(span.start(), span.end()).strip();
	}

	private String signs(Span span) {
		StringBuilder signs = new StringBuilder();
		int from = span.start();
		for (int number = 0; number < this.citations.size(); number++) {
			Citation citation = this.citations.get(number);
			if (from <= citation.start() && citation.end() <= span.end()) {
				signs.append(words(from, citation.start()))
					.append(citation.own() ? "[" + number + "]" : "{" + number + "}");
				from = citation.end();
			}
		}
		return signs.append(words(from, span.end())).toString().strip();
	}

	/// What stands between citations must not look like one.
	private String words(int from, int until) {
		return this.text.substring(from, until)
			.replace('[', '(')
			.replace(']', ')')
			.replace('{', '(')
			.replace('}', ')')
			.replace('•', '-');
	}

	/// `bilaga 2 till skollagen` says nothing of the act itself.
	private boolean isOfAnnex(CitationMatch match) {
		return ANNEX.matcher(this.text).region(Math.max(0, match.start() - LONGEST_ANNEX), match.start()).find();
	}

	private List<Citation> citations(List<CitationMatch> matches) {
		List<CitationMatch> sorted = matches.stream()
			.filter((match) -> !isOfAnnex(match))
			.sorted(Comparator.comparingInt(CitationMatch::start))
			.toList();
		List<Citation> all = new ArrayList<>();
		int from = 0;
		for (int place = 0; place < sorted.size(); place++) {
			int until = (place + 1 < sorted.size()) ? sorted.get(place + 1).start() : this.text.length();
			Citation citation = citation(sorted.get(place), from, until);
			all.add(citation);
			from = citation.end();
		}
		addPartsOfItself(all);
		all.sort(Comparator.comparingInt(Citation::start));
		return all;
	}

	/// A sign stands also for what several citations may have in common, the chapter and
	/// the act: `3 kap. 1 och 2 §§ skollagen`.
	private Citation citation(CitationMatch match, int from, int until) {
		Target target = match.target();
		boolean own = target.law().equals(this.section.law());
		Matcher shared = SHARED.matcher(this.text)
			.region(Math.min(Math.max(from, match.start() - LONGEST_SHARED), match.start()), match.start());
		Matcher act = ACT.matcher(this.text).region(match.end(), Math.max(match.end(), until));
		int start = shared.find() ? shared.start() : match.start();
		int end = (!own && act.lookingAt()) ? act.end() : match.end();
		String written = this.text.substring(start, end);
		boolean chaptered = target.chapter() != null
				&& (written.contains("kap") || !target.chapter().equals(this.section.chapter()));
		return new Citation(start, end, List.of(target), own, own && target.section() != null, chaptered);
	}

	private void addPartsOfItself(List<Citation> all) {
		List<Citation> cited = List.copyOf(all);
		Matcher itself = ITSELF.matcher(this.text);
		while (itself.find()) {
			Span span = new Span(itself.start(), itself.end());
			if (cited.stream().noneMatch(span::overlaps)) {
				all.add(new Citation(span.start(), span.end(), itself(itself), true, false, false));
			}
		}
	}

	private List<Target> itself(Matcher itself) {
		if (itself.group("act") != null) {
			return List.of(Target.of(this.section.law()));
		}
		if (itself.group("chapter") != null) {
			return List.of(new Target(this.section.law(), this.section.chapter(), null, null, null, null));
		}
		return (itself.group("section") != null) ? List.of(this.section) : paragraphs(itself.group("paragraphs"));
	}

	private List<Target> paragraphs(String ordinals) {
		List<Target> paragraphs = new ArrayList<>();
		for (String word : ordinals.toLowerCase(Locale.ROOT).split("[^a-zåäö]+")) {
			String number = ORDINALS.get(word);
			if (number != null) {
				paragraphs.add(new Target(this.section.law(), this.section.chapter(), this.section.section(), number,
						null, null));
			}
		}
		return paragraphs;
	}

}
