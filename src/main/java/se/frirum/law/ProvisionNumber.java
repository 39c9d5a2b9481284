package se.frirum.law;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// A chapter's or section's number: sorts by number and letter.
///
/// @param letter empty where there is none
public record ProvisionNumber(int number, String letter) {

	private static final Pattern WRITTEN = Pattern.compile("(\\d{1,4})([a-z]?)");

	/// Reads `26b`.
	public static ProvisionNumber parse(String text) {
		Matcher written = WRITTEN.matcher(text.strip());
		if (!written.matches()) {
			throw new IllegalArgumentException("Not a chapter or section number: " + text);
		}
		return new ProvisionNumber(Integer.parseInt(written.group(1)), written.group(2));
	}

	/// Reads a compact list: `1-4,4a-4c,5-23`.
	static List<ProvisionNumber> parseAll(String ranges) {
		List<ProvisionNumber> all = new ArrayList<>();
		for (String range : ranges.split(",")) {
			String[] ends = range.split("-");
			ProvisionNumber first = parse(ends[0]);
			ProvisionNumber last = parse(ends[ends.length - 1]);
			if (first.letter.isEmpty()) {
				for (int number = first.number; number <= last.number; number++) {
					all.add(new ProvisionNumber(number, ""));
				}
			}
			else {
				for (char letter = first.letter.charAt(0); letter <= last.letter.charAt(0); letter++) {
					all.add(new ProvisionNumber(first.number, String.valueOf(letter)));
				}
			}
		}
		return all;
	}

	/// Sorts as text the way numbers and letters do.
	public String key() {
		return "%04d%s".formatted(this.number, this.letter);
	}

	/// As lawyers write it: `26 b`.
	static @Nullable String written(@Nullable String compact) {
		return (compact != null) ? compact.replaceFirst("(?<=\\d)(?=[a-z])", " ") : null;
	}

	@Override
	public String toString() {
		return this.number + this.letter;
	}

}
