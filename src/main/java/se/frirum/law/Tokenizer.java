package se.frirum.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import se.frirum.law.Token.Kind;

/// Parts a text into words, numbers and marks, once from its beginning to its end. Spaces
/// and line breaks of any kind only part what they stand between, and a hyphen at the end
/// of a line doesn't part a word.
final class Tokenizer {

	/// Abbreviations whose full stop ends no sentence.
	private static final Set<String> WITH_STOP = Set.of("kap", "st", "p", "men", "mom", "art", "resp", "s", "nr");

	private static final int LONGEST_YEAR = 4;

	private static final int LONGEST_NUMBER = 3;

	private static final int LONGEST_MARK = 400;

	private final String text;

	private final List<Token> tokens;

	private int at;

	private Tokenizer(String text) {
		this.text = text;
		this.tokens = new ArrayList<>(text.length() / 5 + 2);
	}

	static List<Token> tokens(String text) {
		Tokenizer tokenizer = new Tokenizer(text);
		while (tokenizer.at < text.length()) {
			tokenizer.token();
		}
		tokenizer.tokens.add(new Token(Kind.END, "", text.length(), text.length()));
		return tokenizer.tokens;
	}

	private void token() {
		char first = this.text.charAt(this.at);
		if (isSpace(first)) {
			this.at++;
		}
		else if (isDigit(first)) {
			number();
		}
		else if (first == 'N' && digits(this.at + 1) == LONGEST_YEAR && charAt(this.at + 1 + LONGEST_YEAR) == ':') {
			number();
		}
		else if (Character.isLetter(first)) {
			word();
		}
		else {
			mark(first);
		}
	}

	/// `7`, `7a`, `1948`, `2010:800`, `21:4`, `6.1`.
	private void number() {
		int start = this.at;
		int digits = digits(Character.isLetter(this.text.charAt(start)) ? start + 1 : start);
		int end = start + digits + (Character.isLetter(this.text.charAt(start)) ? 1 : 0);
		char next = charAt(end);
		if (next == ':' && digits(end + 1) > 0) {
			int second = digits(end + 1);
			end += 1 + second;
			if (digits == LONGEST_YEAR && second <= LONGEST_YEAR) {
				add(Kind.DESIGNATION, start, page(end));
			}
			else {
				boolean isShort = digits <= LONGEST_NUMBER && second <= LONGEST_NUMBER;
				add(isShort ? Kind.SHORT : Kind.OTHER, start, isShort ? letter(end) : end);
			}
		}
		else if (next == '.' && digits(end + 1) > 0) {
			add(Kind.DECIMAL, start, end + 1 + digits(end + 1));
		}
		else if (isOfFraction(start, end)) {
			add(Kind.OTHER, start, end);
		}
		else if (digits > LONGEST_NUMBER || this.text.charAt(start) == '0') {
			add((digits == LONGEST_YEAR) ? Kind.YEAR : Kind.OTHER, start, end);
		}
		else {
			add(Kind.NUMBER, start, letter(end));
		}
	}

	/// `339/93`, `2016/679`: the EU's numbers, and documents.
	private boolean isOfFraction(int start, int end) {
		return (start > 0 && this.text.charAt(start - 1) == '/') || (charAt(end) == '/' && digits(end + 1) > 0);
	}

	/// Old acts are numbered by year, issue and page: `1845:50 s.1`, `1736:0123 1`.
	private int page(int end) {
		int at = spaces(end);
		if (at > end && charAt(at) == 's' && charAt(at + 1) == '.') {
			at = spaces(at + 2);
			return (digits(at) > 0) ? at + digits(at) : end;
		}
		return (at > end && digits(at) > 0 && charAt(at + digits(at)) == ')') ? at + digits(at) : end;
	}

	private int letter(int end) {
		char letter = charAt(end);
		return (isLatin(letter) && !isWordPart(charAt(end + 1))) ? end + 1 : end;
	}

	private void word() {
		int start = this.at;
		int end = start;
		boolean parted = false;
		while (end < this.text.length()) {
			char next = this.text.charAt(end);
			if (isWordPart(next)) {
				end++;
			}
			else if (next == '\u00ad' || joins(next, start, end)) {
				parted |= next == '\u00ad';
				end++;
			}
			else if (next == '-' && end - start > 1 && isSpace(charAt(end + 1))) {
				int rest = hyphenated(end + 1);
				end = (rest > 0) ? rest : end + 1;
				parted |= rest > 0;
				if (rest <= 0) {
					break;
				}
			}
			else {
				break;
			}
		}
		add(start, end, parted);
	}

	/// `va-lagen`, `EU:s` are one word; `a-c` and `första-tredje` are not.
	private boolean joins(char mark, int start, int end) {
		if ((mark != '-' && mark != ':') || !Character.isLetter(charAt(end + 1))) {
			return false;
		}
		return end - start > 1 && (mark == ':' || CitationWords.kind(this.text.substring(start, end)) != Kind.ORDINAL);
	}

	/// Where a word goes on that a line's end parts, or 0: `rätte-` and `gångsbalken`,
	/// but not `offentlighets-` and `och`.
	private int hyphenated(int from) {
		int next = spaces(from);
		boolean line = this.text.substring(from, next).indexOf('\n') >= 0;
		int end = next;
		while (isWordPart(charAt(end))) {
			end++;
		}
		boolean goesOn = line && end > next && Character.isLowerCase(charAt(next))
				&& CitationWords.kind(this.text.substring(next, end)) != Kind.AND;
		return goesOn ? next : 0;
	}

	private void add(int start, int end, boolean parted) {
		String word = this.text.substring(start, end);
		if (parted) {
			word = word.replaceAll("\u00ad|-\\s+", "");
		}
		if (word.isEmpty()) {
			this.at = end;
			return;
		}
		if (charAt(end) == '.' && word.length() <= 4 && WITH_STOP.contains(word.toLowerCase(Locale.ROOT))) {
			end++;
			word = word.equalsIgnoreCase("men") ? "men." : word;
		}
		this.tokens.add(new Token(CitationWords.kind(word), word, start, end));
		this.at = end;
	}

	private void mark(char first) {
		switch (first) {
			case '§' -> add(Kind.SECTION, this.at, this.at + ((charAt(this.at + 1) == '§') ? 2 : 1));
			case ',' -> add(Kind.COMMA, this.at, this.at + 1);
			case '(' -> add(Kind.OPEN, this.at, this.at + 1);
			case ')' -> add(Kind.CLOSE, this.at, this.at + 1);
			case '-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> dash();
			case '/' -> slash();
			case '\u00ad', '\u200b', '\ufeff' -> this.at++;
			default -> add(Kind.OTHER, this.at, this.at + 1);
		}
	}

	/// `--` is one as well.
	private void dash() {
		add(Kind.DASH, this.at, this.at + ((charAt(this.at + 1) == this.text.charAt(this.at)) ? 2 : 1));
	}

	/// What stands between slashes says when a section applies: `/Upphör att gälla
	/// U:2026-07-01 genom lag (2025:730)./`.
	private void slash() {
		int end = this.at + 1;
		boolean isMark = false;
		if (Character.isUpperCase(charAt(end))) {
			int farthest = Math.min(this.text.length(), this.at + LONGEST_MARK);
			while (end < farthest && this.text.charAt(end) != '/') {
				isMark |= this.text.charAt(end++) == ':';
			}
			isMark &= charAt(end) == '/';
		}
		add(Kind.OTHER, this.at, isMark ? end + 1 : this.at + 1);
	}

	private void add(Kind kind, int start, int end) {
		this.tokens.add(new Token(kind, this.text.substring(start, end), start, end));
		this.at = end;
	}

	private int digits(int from) {
		int end = from;
		while (isDigit(charAt(end))) {
			end++;
		}
		return end - from;
	}

	private int spaces(int from) {
		int end = from;
		while (end < this.text.length() && isSpace(this.text.charAt(end))) {
			end++;
		}
		return end;
	}

	private char charAt(int index) {
		return (index < this.text.length()) ? this.text.charAt(index) : '\0';
	}

	private static boolean isDigit(char character) {
		return character >= '0' && character <= '9';
	}

	private static boolean isLatin(char character) {
		return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
	}

	private static boolean isWordPart(char character) {
		return character < 128 ? isLatin(character) || isDigit(character) : Character.isLetter(character);
	}

	private static boolean isSpace(char character) {
		return character <= ' ' || character == '\u00a0' || character == '\u202f' || character == '\u2009'
				|| (character > 128 && Character.isWhitespace(character));
	}

}
