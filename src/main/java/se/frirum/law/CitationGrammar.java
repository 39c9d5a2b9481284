package se.frirum.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import se.frirum.law.Cited.Extent;
import se.frirum.law.CitedAct.ByName;
import se.frirum.law.CitedAct.ByNumber;
import se.frirum.law.CitedAct.Pointer;
import se.frirum.law.CitedAct.Spelling;
import se.frirum.law.Token.Kind;

/// How Swedish lawyers cite: from the words of a text to the places and acts they name.
/// Each method reads what its comment shows, and leaves the text where it was if
/// something else stands there.
///
/// ```
/// citation   = places [["i"] act] | act [places]
/// places     = place {separator place}
/// place      = numbers "kap." [numbers "§" [parts]] | numbers "§" [parts] | parts
/// parts      = [ordinals "stycket"] [items] [ordinals "meningen"]
/// numbers    = range {separator range}
/// range      = number ["-" number]
/// separator  = "," | "och" | "eller" | "samt" | …
/// act        = ["den" …] name ["(" designation ")"] | "denna lag" | "samma lag" | …
/// ```
///
/// Nothing is looked up here, and no word is read more than a few times, whatever the
/// text is.
final class CitationGrammar {

	/// Words between a place and its act, as in `3 § den numera upphävda lagen
	/// (1962:381)`.
	private static final int WORDS_BEFORE_ACT = 4;

	/// The longest title that can stand for a name, in words.
	private static final int LONGEST_NAME = 30;

	private static final List<String> MONTHS = List.of("januari", "februari", "mars", "april", "maj", "juni", "juli",
			"augusti", "september", "oktober", "november", "december");

	private final String text;

	private final List<Token> tokens;

	private final List<Cited> cited = new ArrayList<>();

	private int next;

	/// Before this token no number belongs to a chapter or section, and no ordinal to a
	/// paragraph: that much is already known.
	private int barren;

	private CitationGrammar(String text) {
		this.text = text;
		this.tokens = Tokenizer.tokens(text);
	}

	/// Everything that a text cites, in its order.
	static List<Cited> read(String text) {
		CitationGrammar grammar = new CitationGrammar(text);
		while (!grammar.at(Kind.END)) {
			int before = grammar.next;
			grammar.citation();
			grammar.next = Math.max(grammar.next, before + 1);
		}
		return grammar.cited;
	}

	/// A text that is one citation: places, and what follows them must name the act.
	static Single single(String text) {
		CitationGrammar grammar = new CitationGrammar(text);
		Places places = grammar.places();
		grammar.acceptIn();
		return new Single(places.cited(), text.substring(grammar.peek().start()));
	}

	/// @param places none where the act as a whole is cited
	/// @param act what is left of the text
	record Single(List<Place> places, String act) {
	}

	private void citation() {
		switch (peek().kind()) {
			case NUMBER, SHORT, SECTION, ORDINAL -> placesAndAct();
			case ACT, ACT_NAME, STEM, ABBREVIATION -> actAndPlaces();
			case NUMBERED, ITEM -> numberedOtherwise();
			default -> this.next++;
		}
	}

	/// `4 kap. 6 och 7 a-9 §§ rättegångsbalken`
	private void placesAndAct() {
		boolean isShort = at(Kind.SHORT);
		Places places = places();
		if (!places.isEmpty()) {
			CitedAct act = actOfPlaces();
			if (!isShort || act != Pointer.NONE) {
				cite(places, act);
			}
		}
	}

	/// `skollagen (2010:800)`, `lagen om vårdval`, `skollagens 3 kap.`, `RF 8:2`
	private void actAndPlaces() {
		boolean abbreviated = at(Kind.ABBREVIATION);
		CitedAct act = abbreviated ? abbreviation() : act();
		if (abbreviated || CitationWords.isGenitive(this.tokens.get(this.next - 1).text())) {
			Places places = places();
			if (!places.isEmpty()) {
				cite(places, act);
				return;
			}
		}
		if (!abbreviated) {
			cite(act, Extent.PLACE);
		}
	}

	/// `artikel 6.1 första stycket a`, `bilaga 2`, `punkt 3 andra stycket`: nothing of
	/// this is a section.
	private void numberedOtherwise() {
		this.next++;
		Places elsewhere = new Places();
		do {
			if (!accept(Kind.DECIMAL)) {
				items();
			}
			belowSection(elsewhere, Place.WHOLE);
		}
		while (separatorBefore(Kind.DECIMAL));
	}

	// --- places ---------------------------------------------------------------------

	/// `3 § första stycket, 5 § och 6 kap. 2-4 §§`
	private Places places() {
		Places places = new Places();
		int end = this.next;
		while (place(places)) {
			end = this.next;
			if (!separator()) {
				break;
			}
		}
		this.next = end;
		return places;
	}

	private boolean place(Places places) {
		places.startAt(peek().start());
		return switch (peek().kind()) {
			case NUMBER, SECTION -> chaptersOrSections(places);
			case SHORT -> chapterAndSection(places);
			case ORDINAL -> partsAtHand(places);
			default -> false;
		};
	}

	/// `4 kap.`, `4 kap. 6 och 7 §§`, `2 och 3 kap.`, `6 och 7 §§`, `§ 6`
	private boolean chaptersOrSections(Places places) {
		boolean marked = accept(Kind.SECTION);
		int before = this.next;
		List<Numeral> numbers = (before < this.barren || !at(Kind.NUMBER)) ? List.of() : numbers();
		if (!numbers.isEmpty() && !marked && accept(Kind.CHAPTER)) {
			chapters(places, numbers);
			return true;
		}
		if (!numbers.isEmpty() && (marked || accept(Kind.SECTION))) {
			accept(Kind.SECTION);
			sections(places, places.last.chapterOnly(), numbers);
			return true;
		}
		this.barren = Math.max(this.barren, this.next);
		this.next = before;
		return false;
	}

	private void chapters(Places places, List<Numeral> numbers) {
		for (Numeral number : butLast(numbers)) {
			places.add(number, Place.ofChapter(number.value()));
		}
		places.startAt(numbers.getLast().start());
		Place chapter = Place.ofChapter(numbers.getLast().value());
		int after = this.next;
		accept(Kind.COMMA);
		List<Numeral> sections = at(Kind.NUMBER) ? numbers() : List.of();
		if (sections.isEmpty() || !accept(Kind.SECTION)) {
			this.next = after;
			places.add(end(), chapter);
			places.last = Place.WHOLE;
			return;
		}
		accept(Kind.SECTION);
		if (sections.size() > 1) {
			places.share(this.tokens.get(after - 1).end(), chapter);
		}
		sections(places, chapter, sections);
	}

	private void sections(Places places, Place chapter, List<Numeral> numbers) {
		for (Numeral number : butLast(numbers)) {
			places.add(number, chapter.withSection(number.value()));
		}
		places.startAt(numbers.getLast().start());
		belowSection(places, chapter.withSection(numbers.getLast().value()));
	}

	/// `21:4`, `21:4 §`
	private boolean chapterAndSection(Places places) {
		String[] numbers = take().text().toLowerCase(Locale.ROOT).split(":");
		accept(Kind.SECTION);
		if (!numbers[0].startsWith("0") && !numbers[1].startsWith("0")) {
			belowSection(places, Place.ofChapter(numbers[0]).withSection(numbers[1]));
			return true;
		}
		return false;
	}

	/// `andra stycket`, of the section named before it or else of the section at hand
	private boolean partsAtHand(Places places) {
		Place section = places.last.sectionOnly();
		return this.next >= this.barren
				&& (paragraphs(places, section) || (!section.isRelative() && sentences(places, places.last)));
	}

	// --- parts of a section ---------------------------------------------------------

	/// What stands after `3 §`: `första stycket 2`, `2 st.`, `7`, or nothing
	private void belowSection(Places places, Place section) {
		if (moment()) {
			belowSection(new Places(), section);
			places.add(end(), section);
			return;
		}
		int before = this.next;
		accept(Kind.COMMA);
		if (!paragraphs(places, section) && !paragraphByNumber(places, section)) {
			this.next = before;
			belowParagraph(places, section);
		}
	}

	/// `första stycket 2`, `första och andra styckena`, `andra-fjärde styckena`
	private boolean paragraphs(Places places, Place section) {
		int before = this.next;
		List<Numeral> ordinals = ordinals();
		if (ordinals.isEmpty() || !accept(Kind.PARAGRAPH)) {
			this.next = before;
			return false;
		}
		places.shareBefore(ordinals, section);
		for (Numeral ordinal : butLast(ordinals)) {
			places.add(ordinal, section.withParagraph(ordinal.ordinal()));
		}
		places.startAt(ordinals.getLast().start());
		belowParagraph(places, section.withParagraph(ordinals.getLast().ordinal()));
		return true;
	}

	/// `2 st.`
	private boolean paragraphByNumber(Places places, Place section) {
		if (at(Kind.NUMBER) && ahead(1).is(Kind.PARAGRAPH)) {
			Place paragraph = section.withParagraph(peek().text());
			this.next += 2;
			belowParagraph(places, paragraph);
			return true;
		}
		return false;
	}

	/// What stands after `första stycket`: `2`, `1 och 3 b`, `punkt 3`, `3 p.`, `andra
	/// meningen`, `andra strecksatsen` (ids don't reach it), or nothing
	private void belowParagraph(Places places, Place paragraph) {
		List<Numeral> items = itemsNamed();
		if (items.isEmpty()) {
			items = items();
		}
		if (items.isEmpty()) {
			belowItem(places, paragraph);
			return;
		}
		places.shareBefore(items, paragraph);
		for (Numeral item : butLast(items)) {
			places.add(item, paragraph.withItem(item.value()));
		}
		places.startAt(items.getLast().start());
		belowItem(places, paragraph.withItem(items.getLast().value()));
	}

	private void belowItem(Places places, Place item) {
		if (!sentences(places, item)) {
			if (at(Kind.ORDINAL) && ahead(1).is(Kind.INDENT)) {
				this.next += 2;
			}
			places.add(end(), item);
		}
	}

	/// `punkt 3`, `punkterna 1-3`, `p. 3`, `3 p.`, `tredje punkten`
	private List<Numeral> itemsNamed() {
		int before = this.next;
		accept(Kind.COMMA);
		if ((at(Kind.NUMBER) || at(Kind.ORDINAL)) && ahead(1).is(Kind.ITEM)) {
			Token number = take();
			this.next++;
			String value = number.is(Kind.NUMBER) ? number.text()
					: String.valueOf(CitationWords.ordinal(number.text()));
			return List.of(numeral(value, number.start(), end()));
		}
		List<Numeral> items = accept(Kind.ITEM) ? items() : List.of();
		if (items.isEmpty()) {
			this.next = before;
		}
		return items;
	}

	/// `3`, `1 och 3 b`, `1-3`, `a`: unless it is the number of a section that follows,
	/// or
	/// an amount
	private List<Numeral> items() {
		int before = this.next;
		List<Numeral> numbers = numbers();
		int others = switch (peek().kind()) {
			case SECTION -> peek().text().equals("§§") ? Math.max(1, numbers.size() - 1) : 1;
			case CHAPTER, PARAGRAPH, SENTENCE, MOMENT, ITEM -> 1;
			case UNIT, DECIMAL, SHORT, YEAR -> numbers.size();
			default -> 0;
		};
		int items = Math.max(0, numbers.size() - others);
		this.next = (items > 0) ? numbers.get(items - 1).after() : before;
		return numbers.subList(0, items);
	}

	/// `andra meningen`, `första och andra meningarna`, `2 men.`
	private boolean sentences(Places places, Place item) {
		int before = this.next;
		accept(Kind.COMMA);
		if (at(Kind.NUMBER) && ahead(1).is(Kind.SENTENCE)) {
			Place sentence = item.withSentence(peek().text());
			this.next += 2;
			places.add(end(), sentence);
			return true;
		}
		List<Numeral> ordinals = ordinals();
		if (ordinals.isEmpty() || !accept(Kind.SENTENCE)) {
			this.next = before;
			return false;
		}
		places.shareBefore(ordinals, item);
		for (Numeral ordinal : ordinals) {
			places.add(ordinal, item.withSentence(ordinal.ordinal()));
		}
		return true;
	}

	/// `2 mom.` of a section in an old act: ids don't reach it
	private boolean moment() {
		if (at(Kind.NUMBER) && ahead(1).is(Kind.MOMENT)) {
			this.next += 2;
			return true;
		}
		return false;
	}

	// --- numbers --------------------------------------------------------------------

	/// A number or an ordinal of a list.
	///
	/// @param after the token that follows it
	private record Numeral(String value, int start, int end, int after) {

		/// The number that an ordinal stands for; none for the last one.
		@Nullable String ordinal() {
			return this.value.equals("0") ? null : this.value;
		}

	}

	/// `3`, `3, 5 och 7 a-9`, `6 a-c`: of a range its ends
	private List<Numeral> numbers() {
		List<Numeral> numbers = new ArrayList<>(2);
		int end = this.next;
		while (number(numbers)) {
			end = this.next;
			if (!accept(Kind.DASH) && !separator()) {
				break;
			}
		}
		this.next = end;
		return numbers;
	}

	/// `7`, `7 a`, `7a`, or after a letter also `b`
	private boolean number(List<Numeral> numbers) {
		Token number = peek();
		if (number.is(Kind.NUMBER)) {
			this.next++;
			boolean lettered = Character.isLetter(number.text().charAt(number.text().length() - 1));
			String letter = (!lettered && isLetterOfNumber()) ? take().text() : "";
			numbers.add(numeral(number.text() + letter, number.start(), end()));
			return true;
		}
		if (isLetterOfNumber()) {
			String before = numbers.isEmpty() ? "a" : numbers.getLast().value();
			if (!Character.isLetter(before.charAt(before.length() - 1))) {
				return false;
			}
			this.next++;
			numbers
				.add(numeral(before.substring(0, before.length() - 1) + number.text(), number.start(), number.end()));
			return true;
		}
		return false;
	}

	private Numeral numeral(String value, int start, int end) {
		return new Numeral(value.toLowerCase(Locale.ROOT), start, end, this.next);
	}

	/// The preposition of `3 § i denna lag` is none, nor is the beginning of a sentence.
	private boolean isLetterOfNumber() {
		if (!at(Kind.LETTER)) {
			return false;
		}
		boolean beforeMark = switch (ahead(1).kind()) {
			case SECTION, CHAPTER, COMMA, DASH, AND -> true;
			default -> false;
		};
		return Character.isLowerCase(peek().text().charAt(0)) ? beforeMark || !peek().text().equals("i")
				: ahead(1).is(Kind.SECTION) || ahead(1).is(Kind.CHAPTER);
	}

	/// `första`, `första, andra och fjärde`, `andra-fjärde`
	private List<Numeral> ordinals() {
		List<Numeral> ordinals = new ArrayList<>(2);
		int end = this.next;
		while (at(Kind.ORDINAL)) {
			Token ordinal = take();
			ordinals.add(new Numeral(String.valueOf(CitationWords.ordinal(ordinal.text())), ordinal.start(),
					ordinal.end(), this.next));
			end = this.next;
			if (!accept(Kind.DASH) && !separator()) {
				break;
			}
		}
		this.next = end;
		if (!ordinals.isEmpty() && !at(Kind.PARAGRAPH) && !at(Kind.SENTENCE) && !at(Kind.ITEM)) {
			this.barren = Math.max(this.barren, end);
		}
		return ordinals;
	}

	/// `,`, `och`, `, eller`, `och/eller`
	private boolean separator() {
		boolean comma = accept(Kind.COMMA);
		boolean and = accept(Kind.AND);
		if (and && peek().text().equals("/") && ahead(1).is(Kind.AND)) {
			this.next += 2;
		}
		return comma || and;
	}

	private boolean separatorBefore(Kind kind) {
		int before = this.next;
		if (separator() && at(kind)) {
			return true;
		}
		this.next = before;
		return false;
	}

	// --- acts -----------------------------------------------------------------------

	/// The act after places: `skollagen`, `i denna lag`, `samma kapitel`, `1998:808`, or
	/// one
	/// that can't be told: `i 1985 års skollag`
	private CitedAct actOfPlaces() {
		int before = this.next;
		acceptIn();
		CitedAct act = switch (peek().kind()) {
			case THIS, SAME, THAT -> pointer();
			case DESIGNATION -> byNumber(peek().start(), take(), true);
			case ABBREVIATION -> abbreviation();
			case ACT, ACT_NAME, STEM -> act();
			case NUMBERED, OTHER_RULES -> Pointer.UNKNOWN;
			case WORD -> described();
			case YEAR -> ahead(1).text().equals("års") ? Pointer.UNKNOWN : Pointer.NONE;
			default -> Pointer.NONE;
		};
		if (act == Pointer.NONE) {
			this.next = before;
		}
		return act;
	}

	/// `denna lag`, `detta kapitel`, `samma lag`, `den lagen`, `det kapitlet`, `nämnda
	/// paragraf`
	private CitedAct pointer() {
		Token pointing = take();
		boolean at = pointing.is(Kind.THIS);
		return switch (peek().kind()) {
			case ACT -> {
				if (pointing.is(Kind.THAT) && (numberFollows(1) || ahead(1).is(Kind.ABOUT))) {
					yield act();
				}
				this.next++;
				yield at ? Pointer.THIS_ACT : Pointer.SAME_ACT;
			}
			case CHAPTER -> {
				this.next++;
				yield at ? Pointer.THIS_CHAPTER : Pointer.SAME_CHAPTER;
			}
			case SECTION -> {
				this.next++;
				yield at ? Pointer.NONE : Pointer.SAME_SECTION;
			}
			case ACT_NAME -> {
				if (CitationWords.isDefinite(peek().text()) || numberFollows(1)) {
					yield act();
				}
				this.next++;
				yield at ? Pointer.THIS_ACT : Pointer.SAME_ACT;
			}
			case WORD -> described();
			default -> Pointer.NONE;
		};
	}

	/// An act after words that tell more of it: `den numera upphävda lagen (1962:381)`,
	/// `Skatteverkets föreskrifter`
	private CitedAct described() {
		int words = 0;
		while (words < WORDS_BEFORE_ACT && ahead(words).is(Kind.WORD)
				&& CitationWords.tellsMoreOfAnAct(ahead(words).text())) {
			words++;
		}
		if (ahead(words).is(Kind.ACT) || ahead(words).is(Kind.ACT_NAME)) {
			this.next += words;
			return numberFollows(1) ? act() : Pointer.UNKNOWN;
		}
		return ahead(words).is(Kind.OTHER_RULES) ? Pointer.UNKNOWN : Pointer.NONE;
	}

	/// `MBL`
	private CitedAct abbreviation() {
		Token name = take();
		return numberFollows(0) ? byNumber(name.start(), number(), true) : new ByName(List.of(spelling(name, name)));
	}

	/// `skollagen`, `skollagen (2010:800)`, `lagen (2010:800)`, `offentlighets- och
	/// sekretesslagen`, `lagen om vårdval`, `lagen den 17 juni 1948 (nr 433)`
	private CitedAct act() {
		Token first = peek();
		while (at(Kind.STEM)) {
			this.next++;
			separator();
		}
		if (!at(Kind.ACT) && !at(Kind.ACT_NAME)) {
			return Pointer.NONE;
		}
		Token noun = take();
		boolean named = noun.is(Kind.ACT_NAME);
		if (numberFollows(0)) {
			boolean amending = !named && isAmendment(noun);
			CitedAct act = byNumber(first.start(), number(), named);
			return (amending && !at(Kind.ABOUT)) ? Pointer.NONE : act;
		}
		CitedAct dated = dated(named, first.start());
		if (dated != Pointer.NONE) {
			return dated;
		}
		if (named && CitationWords.isDefinite(noun.text())) {
			Spelling whole = spelling(first, noun);
			return new ByName(first.equals(noun) ? List.of(whole) : List.of(whole, spelling(noun, noun)));
		}
		if (named) {
			return Pointer.NONE;
		}
		return (at(Kind.ABOUT) && CitationWords.hasTitle(noun.text())) ? title(noun) : Pointer.UNKNOWN;
	}

	/// `Lag (2019:835).` ends a section, and `genom lag (2018:1272)` says when one ended:
	/// both name what amended it.
	private boolean isAmendment(Token noun) {
		int before = this.next - 2;
		return Character.isUpperCase(noun.text().charAt(0)) && !CitationWords.isDefinite(noun.text())
				|| (before >= 0 && this.tokens.get(before).text().equals("genom"));
	}

	/// Whether `(2010:800` or `(SFS 2010:800` stands there
	private boolean numberFollows(int from) {
		if (!ahead(from).is(Kind.OPEN)) {
			return false;
		}
		int designation = ahead(from + 1).text().equals("SFS") ? from + 2 : from + 1;
		return ahead(designation).is(Kind.DESIGNATION);
	}

	/// `(2010:800)`
	private Token number() {
		this.next++;
		if (!at(Kind.DESIGNATION)) {
			this.next++;
		}
		Token number = take();
		accept(Kind.CLOSE);
		return number;
	}

	private CitedAct byNumber(int start, Token number, boolean named) {
		return LawId.parse(number.text())
			.map((law) -> (CitedAct) new ByNumber(law, named, start, end()))
			.orElse(Pointer.UNKNOWN);
	}

	/// `den 17 juni 1948 (nr 433)`, as acts were numbered before 1951
	private CitedAct dated(boolean named, int start) {
		if (ahead(0).is(Kind.THAT) && ahead(1).is(Kind.NUMBER) && MONTHS.contains(ahead(2).text())
				&& ahead(3).is(Kind.YEAR) && ahead(4).is(Kind.OPEN) && ahead(5).text().equals("nr")
				&& ahead(6).is(Kind.NUMBER) && ahead(7).is(Kind.CLOSE)) {
			String designation = ahead(3).text() + ":" + ahead(6).text();
			this.next += 8;
			int end = end();
			return LawId.parse(designation)
				.map((law) -> (CitedAct) new ByNumber(law, named, start, end))
				.orElse(Pointer.UNKNOWN);
		}
		return Pointer.NONE;
	}

	/// `lagen om offentlig upphandling`: every beginning of it may be the name
	private CitedAct title(Token noun) {
		List<Spelling> spellings = new ArrayList<>();
		int words = 0;
		while (words < LONGEST_NAME && isOfTitle(ahead(words))) {
			if (!ahead(words).is(Kind.COMMA)) {
				spellings.addFirst(spelling(noun, ahead(words)));
			}
			words++;
		}
		return new ByName(spellings);
	}

	private static boolean isOfTitle(Token token) {
		return switch (token.kind()) {
			case END, OPEN, CLOSE, SECTION, CHAPTER, OTHER, DESIGNATION, NUMBER, ACT -> false;
			default -> true;
		};
	}

	private Spelling spelling(Token first, Token last) {
		String name = first.equals(last) ? first.text() : this.text.substring(first.start(), last.end());
		return new Spelling(name, first.start(), last.end());
	}

	// --- what was found -------------------------------------------------------------

	/// The places of one citation, as they are found.
	private static final class Places {

		private final List<Found> found = new ArrayList<>(2);

		/// What the next place of the list can go on from.
		private Place last = Place.WHOLE;

		/// Where the place at hand begins; none yet where the one before has just ended.
		private int start = -1;

		/// @param shared whether the places after it have it in common
		private record Found(Place place, int start, int end, boolean shared) {
		}

		void startAt(int index) {
			this.start = (this.start < 0) ? index : this.start;
		}

		void add(Numeral number, Place place) {
			startAt(number.start());
			add(number.end(), place);
		}

		void add(int end, Place place) {
			this.found.add(new Found(place, this.start, end, false));
			this.last = place;
			this.start = -1;
		}

		void share(int end, Place place) {
			this.found.add(new Found(place, this.start, end, true));
			this.start = -1;
		}

		/// What stands before a list is what its members share.
		void shareBefore(List<Numeral> members, Place place) {
			if (members.size() > 1 && !place.isRelative() && this.start >= 0
					&& this.start < members.getFirst().start()) {
				share(members.getFirst().start(), place);
			}
		}

		boolean isEmpty() {
			return this.found.isEmpty();
		}

		List<Place> cited() {
			return this.found.stream().filter((each) -> !each.shared()).map(Found::place).toList();
		}

	}

	/// Cites places in an act: a single one together with the act's name; several, or one
	/// in an act that has only a number, apart from it. In `andra stycket och 3 §
	/// skollagen`
	/// the paragraph is of the section at hand, and in `3 § och 2 kap. 5 § skollagen` the
	/// first section of the act at hand, since that of the other would need its chapter.
	private void cite(Places places, CitedAct act) {
		boolean apart = switch (act) {
			case ByNumber byNumber -> !byNumber.named() || places.cited().size() > 1;
			case ByName _ -> places.cited().size() > 1;
			case Pointer _ -> true;
		};
		boolean relative = places.cited().stream().allMatch(Place::isRelative);
		boolean chapters = places.cited().stream().anyMatch((place) -> place.chapter() != null);
		for (Places.Found found : places.found) {
			boolean atHand = found.place().chapter() == null && (chapters || (found.place().isRelative() && !relative));
			CitedAct its = atHand ? Pointer.NONE : act;
			Extent extent = found.shared() ? Extent.SHARED : apart ? Extent.PLACE : Extent.THROUGH_ACT;
			this.cited.add(new Cited(found.start(), found.end(), its, found.place(), extent));
		}
		if (apart) {
			cite(act, Extent.SHARED);
		}
	}

	/// Cites an act as a whole.
	private void cite(CitedAct act, Extent extent) {
		switch (act) {
			case ByNumber byNumber ->
				this.cited.add(new Cited(byNumber.start(), byNumber.end(), act, Place.WHOLE, extent));
			case ByName byName -> {
				if (!byName.spellings().isEmpty()) {
					Spelling first = byName.spellings().getFirst();
					this.cited.add(new Cited(first.start(), first.end(), act, Place.WHOLE, extent));
				}
			}
			case Pointer _ -> {
				// says nothing by itself
			}
		}
	}

	// --- words ----------------------------------------------------------------------

	private static List<Numeral> butLast(List<Numeral> numbers) {
		return numbers.subList(0, numbers.size() - 1);
	}

	private boolean at(Kind kind) {
		return peek().is(kind);
	}

	private boolean accept(Kind kind) {
		if (at(kind)) {
			this.next++;
			return true;
		}
		return false;
	}

	/// `i`, `av`
	private void acceptIn() {
		String word = peek().text();
		if (word.equals("i") || word.equals("av")) {
			this.next++;
		}
	}

	private Token take() {
		return this.tokens.get(this.next++);
	}

	private Token peek() {
		return this.tokens.get(this.next);
	}

	private Token ahead(int count) {
		return this.tokens.get(Math.min(this.next + count, this.tokens.size() - 1));
	}

	/// Where the last word that was read has ended.
	private int end() {
		return this.tokens.get(this.next - 1).end();
	}

}
