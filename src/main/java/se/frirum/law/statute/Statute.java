package se.frirum.law.statute;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/// An act as its consolidated text tells it.
///
/// @param period when the act as a whole holds, where its text says so
/// @param preamble what stands before the first section; the whole text where there are
/// none
/// @param preambleText the same as text
/// @param annexes what follows the last section (bilagor), as it stands
/// @param transitional the transitional provisions (övergångsbestämmelser), as they stand
public record Statute(Period period, List<Paragraph> preamble, String preambleText, List<Chapter> chapters,
		List<Section> sections, @Nullable String annexes, @Nullable String transitional) {

	/// A chapter (kapitel). One whose heading changes stands twice.
	///
	/// @param division the number of the division (avdelning) it stands in
	/// @param number `13`, `13a`
	public record Chapter(@Nullable String division, String number, String heading, Period period) {
	}

	/// A section (paragraf) with all its wordings.
	///
	/// @param division the number of the division it stands in
	/// @param chapter the chapter it stands in: `8`, `13a`
	/// @param number `1`, `26b`
	public record Section(@Nullable String division, @Nullable String chapter, String number, Heading heading,
			List<Wording> wordings) {
	}

	/// A heading, and the one that follows it where it is about to change.
	public record Heading(@Nullable String now, @Nullable String later, Period laterFrom) {

		static final Heading NONE = new Heading(null, null, Period.ALWAYS);

	}

	/// A section's text from a day until a day.
	///
	/// @param amendedBy the SFS number of the act that gave it this wording
	/// @param repealed only a note says that there was a section
	public record Wording(String text, List<Paragraph> paragraphs, Period period, @Nullable String amendedBy,
			boolean repealed) {

		/// Where one can point in it: `S1`, `S1N2`, `S2`.
		public List<String> places() {
			return this.repealed ? List.of() : Paragraph.places(this.paragraphs);
		}

	}

	/// Whether the numbers of sections run on through the chapters, so that lawyers cite
	/// them without a chapter: several chapters are begun, and no number begins anew.
	public boolean runsOn() {
		Map<String, Set<String>> chapters = new LinkedHashMap<>();
		for (Section section : this.sections) {
			chapters.computeIfAbsent(String.valueOf(section.chapter()), (_) -> new LinkedHashSet<>())
				.add(section.number());
		}
		Set<String> seen = new HashSet<>();
		boolean different = chapters.values().stream().flatMap(Set::stream).allMatch(seen::add);
		return Math.max(chapters.size(), this.chapters.size()) > 1 && different
				&& chapters.values().stream().skip(1).noneMatch((numbers) -> numbers.contains("1"));
	}

	/// Every place of the text that one can point to: division `A1`, chapter `K2`,
	/// section `K2P3`, paragraph `K2P3S1`, item `K2P3S1N4`; each once, in order.
	public List<String> places() {
		return places((_) -> true);
	}

	/// The same without what has ceased by a day.
	public List<String> placesOn(LocalDate day) {
		return places((period) -> !period.hasEndedBy(day));
	}

	private List<String> places(Predicate<Period> stands) {
		Set<String> places = new LinkedHashSet<>(Paragraph.places(this.preamble));
		this.chapters.stream().filter((chapter) -> stands.test(chapter.period())).forEach((chapter) -> {
			if (chapter.division() != null) {
				places.add("A" + chapter.division());
			}
			places.add("K" + chapter.number());
		});
		boolean runsOn = runsOn();
		for (Section section : this.sections) {
			String id = ((section.chapter() != null && !runsOn) ? "K" + section.chapter() : "") + "P"
					+ section.number();
			section.wordings()
				.stream()
				.filter((wording) -> !wording.repealed() && stands.test(wording.period()))
				.forEach((wording) -> {
					places.add(id);
					wording.places().forEach((place) -> places.add(id + place));
				});
		}
		return Collections.unmodifiableList(new ArrayList<>(places));
	}

	/// The headings of the chapters by their numbers: the one that holds, where one is
	/// about to come.
	public Map<String, String> chapterHeadings() {
		Map<String, String> headings = new HashMap<>();
		for (boolean entering : new boolean[] { false, true }) {
			this.chapters.stream()
				.filter((chapter) -> chapter.period().isEntering() == entering)
				.forEach((chapter) -> headings.putIfAbsent(chapter.number(), chapter.heading()));
		}
		return headings;
	}

}
