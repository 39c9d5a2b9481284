package se.frirum.law.statute;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A paragraph (stycke) with the items of its list. Where a list stands alone, its text
/// is empty.
public record Paragraph(String text, List<Item> items) {

	/// An item (punkt) of a list, with the items below it.
	///
	/// @param label its number or letter: `3`, `b`; dashes are counted
	public record Item(String label, String text, List<Item> items) {

		Stream<String> places(String above) {
			String place = above + "N" + this.label;
			return Stream.concat(Stream.of(place), this.items.stream().flatMap((item) -> item.places(place)));
		}

	}

	/// Where one can point within paragraphs: `S1`, `S1N2`, `S1N2Na`, `S2`.
	static List<String> places(List<Paragraph> paragraphs) {
		List<String> places = new ArrayList<>();
		int number = 0;
		for (Paragraph paragraph : paragraphs) {
			String place = paragraph.text.isEmpty() ? "" : "S" + ++number;
			if (!place.isEmpty()) {
				places.add(place);
			}
			paragraph.items.stream().flatMap((item) -> item.places(place)).forEach(places::add);
		}
		return places;
	}

}
