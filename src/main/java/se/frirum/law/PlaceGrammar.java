package se.frirum.law;

import java.util.List;
import java.util.Locale;

import se.frirum.law.NumberGrammar.Numeral;
import se.frirum.law.Token.Kind;

/// The part of the [CitationGrammar] that reads chapters, sections and their parts.
final class PlaceGrammar {

	private final TokenCursor words;

	private final NumberGrammar numbers;

	PlaceGrammar(TokenCursor words) {
		this.words = words;
		this.numbers = new NumberGrammar(words);
	}

	/// `3 § första stycket, 5 § och 6 kap. 2-4 §§`
	CitedPlaces places() {
		CitedPlaces places = new CitedPlaces();
		int end = this.words.position();
		while (place(places)) {
			end = this.words.position();
			if (!this.numbers.separator()) {
				break;
			}
		}
		this.words.backTo(end);
		return places;
	}

	private boolean place(CitedPlaces places) {
		places.startAt(this.words.peek().start());
		return switch (this.words.peek().kind()) {
			case NUMBER, SECTION -> chaptersOrSections(places);
			case SHORT -> chapterAndSection(places);
			case ORDINAL -> partsAtHand(places);
			default -> false;
		};
	}

	/// `4 kap.`, `4 kap. 6 och 7 §§`, `2 och 3 kap.`, `6 och 7 §§`, `§ 6`
	private boolean chaptersOrSections(CitedPlaces places) {
		boolean marked = this.words.accept(Kind.SECTION);
		int before = this.words.position();
		List<Numeral> numbers = (this.numbers.isBarren() || !this.words.at(Kind.NUMBER)) ? List.of()
				: this.numbers.numbers();
		if (!numbers.isEmpty() && !marked && this.words.accept(Kind.CHAPTER)) {
			chapters(places, numbers);
			return true;
		}
		if (!numbers.isEmpty() && (marked || this.words.accept(Kind.SECTION))) {
			this.words.accept(Kind.SECTION);
			sections(places, places.last().chapterOnly(), numbers);
			return true;
		}
		this.numbers.markBarren(this.words.position());
		this.words.backTo(before);
		return false;
	}

	private void chapters(CitedPlaces places, List<Numeral> numbers) {
		for (Numeral number : butLast(numbers)) {
			places.add(number, Place.ofChapter(number.value()));
		}
		places.startAt(numbers.getLast().start());
		Place chapter = Place.ofChapter(numbers.getLast().value());
		int after = this.words.position();
		this.words.accept(Kind.COMMA);
		List<Numeral> sections = this.words.at(Kind.NUMBER) ? this.numbers.numbers() : List.of();
		if (sections.isEmpty() || !this.words.accept(Kind.SECTION)) {
			this.words.backTo(after);
			places.add(this.words.end(), chapter);
			places.forget();
			return;
		}
		this.words.accept(Kind.SECTION);
		if (sections.size() > 1) {
			places.share(this.words.endBefore(after), chapter);
		}
		sections(places, chapter, sections);
	}

	private void sections(CitedPlaces places, Place chapter, List<Numeral> numbers) {
		for (Numeral number : butLast(numbers)) {
			places.add(number, chapter.withSection(number.value()));
		}
		places.startAt(numbers.getLast().start());
		belowSection(places, chapter.withSection(numbers.getLast().value()));
	}

	/// `21:4`, `21:4 §`
	private boolean chapterAndSection(CitedPlaces places) {
		String[] numbers = this.words.take().text().toLowerCase(Locale.ROOT).split(":");
		this.words.accept(Kind.SECTION);
		if (!numbers[0].startsWith("0") && !numbers[1].startsWith("0")) {
			belowSection(places, Place.ofChapter(numbers[0]).withSection(numbers[1]));
			return true;
		}
		return false;
	}

	/// `andra stycket`, of the section named before it or else of the section at hand
	private boolean partsAtHand(CitedPlaces places) {
		Place section = places.last().sectionOnly();
		return !this.numbers.isBarren()
				&& (paragraphs(places, section) || (!section.isRelative() && sentences(places, places.last())));
	}

	/// What stands after `3 §`: `första stycket 2`, `2 st.`, `7`, or nothing
	private void belowSection(CitedPlaces places, Place section) {
		if (moment()) {
			belowSection(new CitedPlaces(), section);
			places.add(this.words.end(), section);
			return;
		}
		int before = this.words.position();
		this.words.accept(Kind.COMMA);
		if (!paragraphs(places, section) && !paragraphByNumber(places, section)) {
			this.words.backTo(before);
			belowParagraph(places, section);
		}
	}

	/// `första stycket 2`, `första och andra styckena`, `andra-fjärde styckena`
	private boolean paragraphs(CitedPlaces places, Place section) {
		int before = this.words.position();
		List<Numeral> ordinals = this.numbers.ordinals();
		if (ordinals.isEmpty() || !this.words.accept(Kind.PARAGRAPH)) {
			this.words.backTo(before);
			return false;
		}
		places.shareBefore(ordinals, this.words.endBefore(before), section);
		for (Numeral ordinal : butLast(ordinals)) {
			places.add(ordinal, section.withParagraph(ordinal.ordinal()));
		}
		places.startAt(ordinals.getLast().start());
		belowParagraph(places, section.withParagraph(ordinals.getLast().ordinal()));
		return true;
	}

	/// `2 st.`
	private boolean paragraphByNumber(CitedPlaces places, Place section) {
		if (this.words.at(Kind.NUMBER) && this.words.ahead(1).is(Kind.PARAGRAPH)) {
			Place paragraph = section.withParagraph(this.words.peek().text());
			this.words.skip(2);
			belowParagraph(places, paragraph);
			return true;
		}
		return false;
	}

	/// What stands after `första stycket`: `2`, `1 och 3 b`, `punkt 3`, `3 p.`, `andra
	/// meningen`, `andra strecksatsen` (ids don't reach it), or nothing
	private void belowParagraph(CitedPlaces places, Place paragraph) {
		int before = this.words.position();
		List<Numeral> items = itemsNamed();
		if (items.isEmpty()) {
			items = items();
		}
		if (items.isEmpty()) {
			belowItem(places, paragraph);
			return;
		}
		places.shareBefore(items, this.words.endBefore(before), paragraph);
		for (Numeral item : butLast(items)) {
			places.add(item, paragraph.withItem(item.value()));
		}
		places.startAt(items.getLast().start());
		belowItem(places, paragraph.withItem(items.getLast().value()));
	}

	private void belowItem(CitedPlaces places, Place item) {
		if (!sentences(places, item)) {
			if (this.words.at(Kind.ORDINAL) && this.words.ahead(1).is(Kind.INDENT)) {
				this.words.skip(2);
			}
			places.add(this.words.end(), item);
		}
	}

	/// `punkt 3`, `punkterna 1-3`, `p. 3`, `3 p.`, `tredje punkten`
	private List<Numeral> itemsNamed() {
		int before = this.words.position();
		this.words.accept(Kind.COMMA);
		if ((this.words.at(Kind.NUMBER) || this.words.at(Kind.ORDINAL)) && this.words.ahead(1).is(Kind.ITEM)) {
			Token number = this.words.take();
			this.words.skip(1);
			String value = number.is(Kind.NUMBER) ? number.text()
					: String.valueOf(CitationWords.ordinal(number.text()));
			return List.of(this.numbers.numeral(value, number.start(), this.words.end()));
		}
		List<Numeral> items = this.words.accept(Kind.ITEM) ? items() : List.of();
		if (items.isEmpty()) {
			this.words.backTo(before);
		}
		return items;
	}

	/// `3`, `1 och 3 b`, `1-3`, `a`: unless it is the number of a section that follows,
	/// or an amount
	private List<Numeral> items() {
		int before = this.words.position();
		List<Numeral> numbers = this.numbers.numbers();
		int others = switch (this.words.peek().kind()) {
			case SECTION -> this.words.peek().text().equals("§§") ? Math.max(1, numbers.size() - 1) : 1;
			case CHAPTER, PARAGRAPH, SENTENCE, MOMENT, ITEM -> 1;
			case UNIT, DECIMAL, SHORT, YEAR -> numbers.size();
			default -> 0;
		};
		int items = Math.max(0, numbers.size() - others);
		this.words.backTo((items > 0) ? numbers.get(items - 1).after() : before);
		return numbers.subList(0, items);
	}

	/// `andra meningen`, `första och andra meningarna`, `2 men.`
	private boolean sentences(CitedPlaces places, Place item) {
		int before = this.words.position();
		this.words.accept(Kind.COMMA);
		if (this.words.at(Kind.NUMBER) && this.words.ahead(1).is(Kind.SENTENCE)) {
			Place sentence = item.withSentence(this.words.peek().text());
			this.words.skip(2);
			places.add(this.words.end(), sentence);
			return true;
		}
		List<Numeral> ordinals = this.numbers.ordinals();
		if (ordinals.isEmpty() || !this.words.accept(Kind.SENTENCE)) {
			this.words.backTo(before);
			return false;
		}
		places.shareBefore(ordinals, this.words.endBefore(before), item);
		for (Numeral ordinal : ordinals) {
			places.add(ordinal, item.withSentence(ordinal.ordinal()));
		}
		return true;
	}

	/// `2 mom.` of a section in an old act: ids don't reach it
	private boolean moment() {
		if (this.words.at(Kind.NUMBER) && this.words.ahead(1).is(Kind.MOMENT)) {
			this.words.skip(2);
			return true;
		}
		return false;
	}

	/// `artikel 6.1 första stycket a`, `bilaga 2`, `punkt 3 andra stycket`: nothing of
	/// this is a section.
	void numberedOtherwise() {
		this.words.skip(1);
		CitedPlaces elsewhere = new CitedPlaces();
		do {
			if (!this.words.accept(Kind.DECIMAL)) {
				items();
			}
			belowSection(elsewhere, Place.WHOLE);
		}
		while (this.numbers.separatorBefore(Kind.DECIMAL));
	}

	private static List<Numeral> butLast(List<Numeral> numbers) {
		return numbers.subList(0, numbers.size() - 1);
	}

}
