package se.frirum.law;

import java.util.ArrayList;
import java.util.List;

import se.frirum.law.CitedAct.ByName;
import se.frirum.law.CitedAct.ByNumber;
import se.frirum.law.CitedAct.Pointer;
import se.frirum.law.CitedAct.Spelling;
import se.frirum.law.Token.Kind;

/// The part of the [CitationGrammar] that reads what acts are called.
final class ActGrammar {

	/// Words between a place and its act, as in `3 § den numera upphävda lagen
	/// (1962:381)`.
	private static final int WORDS_BEFORE_ACT = 4;

	/// The longest title that can stand for a name, in words.
	private static final int LONGEST_NAME = 30;

	private final String text;

	private final TokenCursor words;

	ActGrammar(String text, TokenCursor words) {
		this.text = text;
		this.words = words;
	}

	/// The act after places: `skollagen`, `i denna lag`, `samma kapitel`, `1998:808`, or
	/// one that can't be told: `i 1985 års skollag`
	CitedAct actOfPlaces() {
		int before = this.words.position();
		this.words.acceptIn();
		CitedAct act = switch (this.words.peek().kind()) {
			case THIS, SAME, THAT -> pointer();
			case DESIGNATION -> byNumber(this.words.peek().start(), this.words.take(), true);
			case ABBREVIATION -> abbreviation();
			case ACT, ACT_NAME, STEM -> act();
			case NUMBERED, OTHER_RULES -> Pointer.UNKNOWN;
			case WORD -> described();
			case YEAR -> this.words.ahead(1).text().equals("års") ? Pointer.UNKNOWN : Pointer.NONE;
			default -> Pointer.NONE;
		};
		if (act == Pointer.NONE) {
			this.words.backTo(before);
		}
		return act;
	}

	/// `denna lag`, `detta kapitel`, `samma lag`, `den lagen`, `det kapitlet`, `nämnda
	/// paragraf`
	private CitedAct pointer() {
		Token pointing = this.words.take();
		boolean own = pointing.is(Kind.THIS);
		return switch (this.words.peek().kind()) {
			case ACT -> {
				if (pointing.is(Kind.THAT) && (numberFollows(1) || this.words.ahead(1).is(Kind.ABOUT))) {
					yield act();
				}
				this.words.skip(1);
				yield own ? Pointer.THIS_ACT : Pointer.SAME_ACT;
			}
			case CHAPTER -> {
				this.words.skip(1);
				yield own ? Pointer.THIS_CHAPTER : Pointer.SAME_CHAPTER;
			}
			case SECTION -> {
				this.words.skip(1);
				yield own ? Pointer.NONE : Pointer.SAME_SECTION;
			}
			case ACT_NAME -> {
				if (CitationWords.isDefinite(this.words.peek().text()) || numberFollows(1)) {
					yield act();
				}
				this.words.skip(1);
				yield own ? Pointer.THIS_ACT : Pointer.SAME_ACT;
			}
			case WORD -> described();
			default -> Pointer.NONE;
		};
	}

	/// An act after words that tell more of it: `den numera upphävda lagen (1962:381)`,
	/// `Skatteverkets föreskrifter`
	private CitedAct described() {
		int words = 0;
		while (words < WORDS_BEFORE_ACT && this.words.ahead(words).is(Kind.WORD)
				&& CitationWords.tellsMoreOfAnAct(this.words.ahead(words).text())) {
			words++;
		}
		if (this.words.ahead(words).is(Kind.ACT) || this.words.ahead(words).is(Kind.ACT_NAME)) {
			this.words.skip(words);
			return numberFollows(1) ? act() : Pointer.UNKNOWN;
		}
		return this.words.ahead(words).is(Kind.OTHER_RULES) ? Pointer.UNKNOWN : Pointer.NONE;
	}

	/// `MBL`
	CitedAct abbreviation() {
		Token name = this.words.take();
		return numberFollows(0) ? byNumber(name.start(), number(), true) : new ByName(List.of(spelling(name, name)));
	}

	/// `skollagen`, `skollagen (2010:800)`, `lagen (2010:800)`, `offentlighets- och
	/// sekretesslagen`, `lagen om vårdval`, `lagen den 17 juni 1948 (nr 433)`
	CitedAct act() {
		Token first = this.words.peek();
		while (this.words.at(Kind.STEM)) {
			this.words.skip(1);
			this.words.accept(Kind.COMMA);
			this.words.accept(Kind.AND);
		}
		if (!this.words.at(Kind.ACT) && !this.words.at(Kind.ACT_NAME)) {
			return Pointer.NONE;
		}
		Token noun = this.words.take();
		boolean named = noun.is(Kind.ACT_NAME);
		if (numberFollows(0)) {
			boolean amending = !named && isAmendment(noun);
			CitedAct act = byNumber(first.start(), number(), named);
			return (amending && !this.words.at(Kind.ABOUT)) ? Pointer.NONE : act;
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
		return (this.words.at(Kind.ABOUT) && CitationWords.hasTitle(noun.text())) ? title(noun) : Pointer.UNKNOWN;
	}

	/// `Lag (2019:835).` ends a section, and `genom lag (2018:1272)` says when one ended:
	/// both name what amended it.
	private boolean isAmendment(Token noun) {
		return Character.isUpperCase(noun.text().charAt(0)) && !CitationWords.isDefinite(noun.text())
				|| this.words.behind(2).text().equals("genom");
	}

	/// Whether `(2010:800` or `(SFS 2010:800` stands there
	private boolean numberFollows(int from) {
		if (!this.words.ahead(from).is(Kind.OPEN)) {
			return false;
		}
		int designation = this.words.ahead(from + 1).text().equals("SFS") ? from + 2 : from + 1;
		return this.words.ahead(designation).is(Kind.DESIGNATION);
	}

	/// `(2010:800)`
	private Token number() {
		this.words.skip(1);
		if (!this.words.at(Kind.DESIGNATION)) {
			this.words.skip(1);
		}
		Token number = this.words.take();
		this.words.accept(Kind.CLOSE);
		return number;
	}

	private CitedAct byNumber(int start, Token number, boolean named) {
		return LawId.parse(number.text())
			.map((law) -> (CitedAct) new ByNumber(law, named, start, this.words.end()))
			.orElse(Pointer.UNKNOWN);
	}

	/// `den 17 juni 1948 (nr 433)`, as acts were numbered before 1951
	private CitedAct dated(boolean named, int start) {
		if (!this.words.areNext(Kind.THAT, Kind.NUMBER, Kind.UNIT, Kind.YEAR, Kind.OPEN, Kind.NUMBERED, Kind.NUMBER,
				Kind.CLOSE)) {
			return Pointer.NONE;
		}
		String designation = this.words.ahead(3).text() + ":" + this.words.ahead(6).text();
		this.words.skip(8);
		int end = this.words.end();
		return LawId.parse(designation)
			.map((law) -> (CitedAct) new ByNumber(law, named, start, end))
			.orElse(Pointer.UNKNOWN);
	}

	/// `lagen om offentlig upphandling`: every beginning of it may be the name
	private CitedAct title(Token noun) {
		List<Spelling> spellings = new ArrayList<>();
		int words = 0;
		while (words < LONGEST_NAME && isOfTitle(this.words.ahead(words))) {
			if (!this.words.ahead(words).is(Kind.COMMA)) {
				spellings.addFirst(spelling(noun, this.words.ahead(words)));
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

}
