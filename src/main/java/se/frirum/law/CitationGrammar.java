package se.frirum.law;

import java.util.ArrayList;
import java.util.List;

import se.frirum.law.Cited.Extent;
import se.frirum.law.CitedAct.ByName;
import se.frirum.law.CitedAct.ByNumber;
import se.frirum.law.CitedAct.Pointer;
import se.frirum.law.CitedAct.Spelling;
import se.frirum.law.Token.Kind;

/// How Swedish lawyers cite: from the words of a text to the places and acts they name.
/// Each method of it and its parts reads what its comment shows, and leaves the text
/// where it was if something else stands there.
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

	private final TokenCursor words;

	private final PlaceGrammar places;

	private final ActGrammar acts;

	private final List<Cited> cited = new ArrayList<>();

	private CitationGrammar(String text) {
		this.words = new TokenCursor(text);
		this.places = new PlaceGrammar(this.words);
		this.acts = new ActGrammar(text, this.words);
	}

	/// Everything that a text cites, in its order.
	static List<Cited> read(String text) {
		CitationGrammar grammar = new CitationGrammar(text);
		while (!grammar.words.at(Kind.END)) {
			int before = grammar.words.position();
			grammar.citation();
			grammar.words.backTo(Math.max(grammar.words.position(), before + 1));
		}
		return grammar.cited;
	}

	/// A text that is one citation: places, and what follows them must name the act.
	static Single single(String text) {
		CitationGrammar grammar = new CitationGrammar(text);
		CitedPlaces places = grammar.places.places();
		grammar.words.acceptIn();
		return new Single(places.cited(), text.substring(grammar.words.peek().start()));
	}

	/// @param places none where the act as a whole is cited
	/// @param act what is left of the text
	record Single(List<Place> places, String act) {
	}

	private void citation() {
		switch (this.words.peek().kind()) {
			case NUMBER, SHORT, SECTION, ORDINAL -> placesAndAct();
			case ACT, ACT_NAME, STEM, ABBREVIATION -> actAndPlaces();
			case NUMBERED, ITEM -> this.places.numberedOtherwise();
			default -> this.words.skip(1);
		}
	}

	/// `4 kap. 6 och 7 a-9 §§ rättegångsbalken`; `8:30` alone is a time of day
	private void placesAndAct() {
		boolean isShort = this.words.at(Kind.SHORT);
		CitedPlaces found = this.places.places();
		if (!found.isEmpty()) {
			CitedAct act = this.acts.actOfPlaces();
			if (!isShort || act != Pointer.NONE) {
				cite(found, act);
			}
		}
	}

	/// `skollagen (2010:800)`, `lagen om vårdval`, `skollagens 3 kap.`, `RF 8:2`; an
	/// abbreviation alone can stand for anything
	private void actAndPlaces() {
		boolean abbreviated = this.words.at(Kind.ABBREVIATION);
		CitedAct act = abbreviated ? this.acts.abbreviation() : this.acts.act();
		CitedPlaces found = (abbreviated || CitationWords.isGenitive(this.words.behind(1).text()))
				? this.places.places() : new CitedPlaces();
		if (!found.isEmpty()) {
			cite(found, act);
		}
		else if (!abbreviated) {
			cite(act, Extent.PLACE);
		}
	}

	/// Cites places in an act: a single one together with the act's name; several, or one
	/// in an act that has only a number, apart from it. In `andra stycket och 3 §
	/// skollagen` the paragraph is of the section at hand, and in `3 § och 2 kap. 5 §
	/// skollagen` the first section is of the act at hand: one of the other act would
	/// need its chapter.
	private void cite(CitedPlaces places, CitedAct act) {
		boolean apart = switch (act) {
			case ByNumber byNumber -> !byNumber.named() || places.cited().size() > 1;
			case ByName _ -> places.cited().size() > 1;
			case Pointer _ -> true;
		};
		boolean relative = places.cited().stream().allMatch(Place::isRelative);
		boolean chapters = places.cited().stream().anyMatch((place) -> place.chapter() != null);
		for (CitedPlaces.Found found : places.found()) {
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

}
