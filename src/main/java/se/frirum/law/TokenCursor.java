package se.frirum.law;

import java.util.List;

import se.frirum.law.Token.Kind;

/// A place between the words of a text: what stands there, and ways on and back.
final class TokenCursor {

	private final List<Token> tokens;

	private int next;

	TokenCursor(String text) {
		this.tokens = Tokenizer.tokens(text);
	}

	/// Whether such a word comes next.
	boolean at(Kind kind) {
		return peek().is(kind);
	}

	/// Whether such words come next, in this order.
	boolean areNext(Kind... kinds) {
		for (int place = 0; place < kinds.length; place++) {
			if (!ahead(place).is(kinds[place])) {
				return false;
			}
		}
		return true;
	}

	/// Passes the next word if it is such a one.
	boolean accept(Kind kind) {
		if (at(kind)) {
			this.next++;
			return true;
		}
		return false;
	}

	/// Passes `i` or `av`.
	void acceptIn() {
		String word = peek().text();
		if (word.equals("i") || word.equals("av")) {
			this.next++;
		}
	}

	Token take() {
		return this.tokens.get(this.next++);
	}

	void skip(int count) {
		this.next += count;
	}

	Token peek() {
		return this.tokens.get(this.next);
	}

	/// What comes later; the end of the text where that is nearer.
	Token ahead(int count) {
		return this.tokens.get(Math.min(this.next + count, this.tokens.size() - 1));
	}

	/// What was passed; the beginning of the text where that is nearer.
	Token behind(int count) {
		return this.tokens.get(Math.max(0, this.next - count));
	}

	int position() {
		return this.next;
	}

	void backTo(int position) {
		this.next = position;
	}

	/// Where the last word that was passed has ended.
	int end() {
		return endBefore(this.next);
	}

	/// Where the word before a position has ended.
	int endBefore(int position) {
		return (position > 0) ? this.tokens.get(position - 1).end() : 0;
	}

}
