package se.frirum.law.statute;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import se.frirum.law.statute.Paragraph.Item;

/// Paragraphs and lists while they are read, line by line.
final class ParagraphBuilder {

	/// The kinds of lists that statutes nest.
	private enum Kind {

		NUMBER, LETTER, DASH

	}

	/// `3. `, `3 a. `, `b) `, `- `
	private static final Pattern ITEM = Pattern
		.compile("(?:(\\d{1,3})(?:\\s?([a-z]))?\\.|([a-zåäö])\\)|([-–—]))(?:\\s+(\\S.*)|$)");

	private static final Pattern LETTER_AFTER_NUMBER = Pattern.compile("(?<=\\d)(?=[a-z])");

	private final List<Entry> entries = new ArrayList<>();

	/// The items that the next one can be beside or below.
	private final Deque<Entry> open = new ArrayDeque<>();

	/// A paragraph, an item or a table's rows, as written.
	private static final class Entry {

		private final @Nullable Kind kind;

		private final String label;

		private final int depth;

		private final boolean table;

		private String text;

		Entry(@Nullable Kind kind, String label, int depth, boolean table, String text) {
			this.kind = kind;
			this.label = label;
			this.depth = depth;
			this.table = table;
			this.text = text;
		}

		boolean isParagraph() {
			return this.kind == null && !this.table;
		}

		String written() {
			return switch (this.kind) {
				case null -> this.text;
				case NUMBER -> LETTER_AFTER_NUMBER.matcher(this.label).replaceFirst(" ") + ". " + this.text;
				case LETTER -> this.label + ") " + this.text;
				case DASH -> "- " + this.text;
			};
		}

	}

	static boolean startsItem(String line) {
		return ITEM.matcher(line.strip()).matches();
	}

	/// Adds the lines of a block: a paragraph, or items, or a paragraph and the items
	/// that follow within it.
	void add(List<String> lines) {
		List<String> current = new ArrayList<>();
		boolean first = true;
		for (String line : lines) {
			Matcher item = ITEM.matcher(line.strip());
			if (item.matches() && (first || follows(item))) {
				close(current);
				current = new ArrayList<>();
				begin(item);
				String rest = item.group(5);
				current.add((rest != null) ? rest : "");
			}
			else {
				if (first) {
					this.open.clear();
					this.entries.add(new Entry(null, "", 0, false, ""));
				}
				current.add(line);
			}
			first = false;
		}
		close(current);
	}

	/// Rows of a table belong to the paragraph above, and are no paragraph themselves.
	void row(List<String> lines) {
		this.entries.add(new Entry(null, "", 0, true, String.join("\n", lines)));
	}

	private void close(List<String> lines) {
		if (!lines.isEmpty()) {
			Entry entry = this.entries.getLast();
			entry.text = Block.joined(lines);
		}
	}

	/// Whether a line within a block begins the next item, and isn't a wrapped `2. `.
	private boolean follows(Matcher item) {
		Kind kind = kind(item);
		if (kind == Kind.DASH) {
			return true;
		}
		String label = label(item);
		return switch (beside(kind)) {
			case null -> label.equals("1") || label.equals("a");
			case Entry before -> comesAfter(before.label, label);
		};
	}

	private static boolean comesAfter(String before, String label) {
		if (Character.isDigit(label.charAt(0))) {
			int difference = number(label) - number(before);
			return difference == 1 || difference == 0 && label.compareTo(before) > 0;
		}
		return label.charAt(0) == before.charAt(0) + 1;
	}

	private static int number(String label) {
		int end = label.length() - (Character.isDigit(label.charAt(label.length() - 1)) ? 0 : 1);
		return Integer.parseInt(label.substring(0, end));
	}

	private void begin(Matcher item) {
		Kind kind = kind(item);
		Entry beside = beside(kind);
		while (beside != null && this.open.peek() != beside) {
			this.open.pop();
		}
		int depth = (beside != null) ? beside.depth : this.open.isEmpty() ? 1 : this.open.peek().depth + 1;
		String label = (kind == Kind.DASH) ? String.valueOf((beside != null) ? Integer.parseInt(beside.label) + 1 : 1)
				: label(item);
		if (beside != null) {
			this.open.pop();
		}
		Entry entry = new Entry(kind, label, depth, false, "");
		this.open.push(entry);
		this.entries.add(entry);
	}

	private @Nullable Entry beside(Kind kind) {
		return this.open.stream().filter((entry) -> entry.kind == kind).findFirst().orElse(null);
	}

	private static Kind kind(Matcher item) {
		return (item.group(1) != null) ? Kind.NUMBER : (item.group(3) != null) ? Kind.LETTER : Kind.DASH;
	}

	private static String label(Matcher item) {
		return (item.group(1) != null) ? item.group(1) + ((item.group(2) != null) ? item.group(2) : "")
				: item.group(3).toLowerCase(Locale.ROOT);
	}

	/// Takes off what the text ends with, and returns the pattern's first group.
	@Nullable String takeEnd(Pattern end) {
		if (this.entries.isEmpty()) {
			return null;
		}
		Entry last = this.entries.getLast();
		Matcher found = end.matcher(last.text.stripTrailing());
		if (!found.find()) {
			return null;
		}
		last.text = last.text.substring(0, found.start()).stripTrailing();
		if (last.text.isEmpty() && last.isParagraph()) {
			this.entries.removeLast();
		}
		return found.group(1);
	}

	/// Whether it could be no more than a note.
	boolean isShort() {
		return this.entries.size() < 4;
	}

	/// The text: a blank line between paragraphs, items and rows on lines of their own.
	String text() {
		StringBuilder text = new StringBuilder();
		for (Entry entry : this.entries) {
			text.append(text.isEmpty() ? "" : entry.isParagraph() ? "\n\n" : "\n").append(entry.written());
		}
		return text.toString();
	}

	List<Paragraph> paragraphs() {
		List<Paragraph> paragraphs = new ArrayList<>();
		int place = 0;
		while (place < this.entries.size()) {
			Entry entry = this.entries.get(place);
			int from = entry.isParagraph() ? place + 1 : place;
			int end = from;
			while (end < this.entries.size() && !this.entries.get(end).isParagraph()) {
				end++;
			}
			List<Item> items = items(this.entries.subList(from, end), 1);
			if (entry.isParagraph() || !items.isEmpty()) {
				paragraphs.add(new Paragraph(entry.isParagraph() ? entry.text : "", items));
			}
			place = Math.max(end, place + 1);
		}
		return paragraphs;
	}

	private static List<Item> items(List<Entry> entries, int depth) {
		List<Item> items = new ArrayList<>();
		for (int place = 0; place < entries.size(); place++) {
			Entry entry = entries.get(place);
			if (entry.depth == depth && !entry.table) {
				int end = place + 1;
				while (end < entries.size() && (entries.get(end).depth > depth || entries.get(end).table)) {
					end++;
				}
				items.add(new Item(entry.label, entry.text, items(entries.subList(place + 1, end), depth + 1)));
			}
		}
		return items;
	}

}
