package se.frirum.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import se.frirum.law.Token.Kind;

/// The part of the [CitationGrammar] that reads numbers, ordinals, and lists of them.
final class NumberGrammar {

	private final TokenCursor words;

	private int barren;

	NumberGrammar(TokenCursor words) {
		this.words = words;
	}

	/// A number or an ordinal of a list.
	///
	/// @param after the token that follows it
	record Numeral(String value, int start, int end, int after) {

		/// The number that an ordinal stands for; none for the last one.
		@Nullable String ordinal() {
			return this.value.equals("0") ? null : this.value;
		}

	}

	/// `3`, `3, 5 och 7 a-9`, `6 a-c`: of a range its ends
	List<Numeral> numbers() {
		List<Numeral> numbers = new ArrayList<>(2);
		int end = this.words.position();
		while (number(numbers)) {
			end = this.words.position();
			if (!this.words.accept(Kind.DASH) && !separator()) {
				break;
			}
		}
		this.words.backTo(end);
		return numbers;
	}

	/// `7`, `7 a`, `7a`, or after a letter also `b`
	private boolean number(List<Numeral> numbers) {
		Token number = this.words.peek();
		if (number.is(Kind.NUMBER)) {
			this.words.skip(1);
			boolean lettered = Character.isLetter(number.text().charAt(number.text().length() - 1));
			String letter = (!lettered && isLetterOfNumber()) ? this.words.take().text() : "";
			numbers.add(numeral(number.text() + letter, number.start(), this.words.end()));
			return true;
		}
		if (isLetterOfNumber()) {
			String before = numbers.isEmpty() ? "a" : numbers.getLast().value();
			if (!Character.isLetter(before.charAt(before.length() - 1))) {
				return false;
			}
			this.words.skip(1);
			numbers
				.add(numeral(before.substring(0, before.length() - 1) + number.text(), number.start(), number.end()));
			return true;
		}
		return false;
	}

	Numeral numeral(String value, int start, int end) {
		return new Numeral(value.toLowerCase(Locale.ROOT), start, end, this.words.position());
	}

	/// The preposition of `3 § i denna lag` is none, nor is the beginning of a sentence.
	private boolean isLetterOfNumber() {
		if (!this.words.at(Kind.LETTER)) {
			return false;
		}
		boolean beforeMark = switch (this.words.ahead(1).kind()) {
			case SECTION, CHAPTER, COMMA, DASH, AND -> true;
			default -> false;
		};
		return Character.isLowerCase(this.words.peek().text().charAt(0))
				? beforeMark || !this.words.peek().text().equals("i")
				: this.words.ahead(1).is(Kind.SECTION) || this.words.ahead(1).is(Kind.CHAPTER);
	}

	/// `första`, `första, andra och fjärde`, `andra-fjärde`
	List<Numeral> ordinals() {
		List<Numeral> ordinals = new ArrayList<>(2);
		int end = this.words.position();
		while (this.words.at(Kind.ORDINAL)) {
			Token ordinal = this.words.take();
			ordinals.add(new Numeral(String.valueOf(CitationWords.ordinal(ordinal.text())), ordinal.start(),
					ordinal.end(), this.words.position()));
			end = this.words.position();
			if (!this.words.accept(Kind.DASH) && !separator()) {
				break;
			}
		}
		this.words.backTo(end);
		if (!ordinals.isEmpty() && !this.words.at(Kind.PARAGRAPH) && !this.words.at(Kind.SENTENCE)
				&& !this.words.at(Kind.ITEM)) {
			markBarren(end);
		}
		return ordinals;
	}

	/// `,`, `och`, `, eller`, `och/eller`
	boolean separator() {
		boolean comma = this.words.accept(Kind.COMMA);
		boolean and = this.words.accept(Kind.AND);
		if (and && this.words.peek().text().equals("/") && this.words.ahead(1).is(Kind.AND)) {
			this.words.skip(2);
		}
		return comma || and;
	}

	boolean separatorBefore(Kind kind) {
		int before = this.words.position();
		if (separator() && this.words.at(kind)) {
			return true;
		}
		this.words.backTo(before);
		return false;
	}

	/// Whether it is known already that the list at hand belongs to nothing, so that its
	/// tail needn't be read again.
	boolean isBarren() {
		return this.words.position() < this.barren;
	}

	void markBarren(int position) {
		this.barren = Math.max(this.barren, position);
	}

}
