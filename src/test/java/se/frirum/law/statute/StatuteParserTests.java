package se.frirum.law.statute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.law.statute.Statute.Chapter;
import se.frirum.law.statute.Statute.Section;
import se.frirum.law.statute.Statute.Wording;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// What the consolidated text of an act tells.
class StatuteParserTests {

	private static Statute act(String number) {
		try {
			String file = new ClassPathResource("laws/text/md/SFS_2191_" + number + ".md")
				.getContentAsString(StandardCharsets.UTF_8);
			return StatuteParser.parse(file.substring(file.indexOf("## Författningstext") + 19));
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private static Section section(Statute statute, String chapter, String number) {
		return statute.sections()
			.stream()
			.filter((section) -> chapter.equals(String.valueOf(section.chapter())) && section.number().equals(number))
			.findFirst()
			.orElseThrow();
	}

	private static Wording only(String text) {
		List<Section> sections = StatuteParser.parse(text).sections();
		assertThat(sections).hasSize(1);
		assertThat(sections.getFirst().wordings()).hasSize(1);
		return sections.getFirst().wordings().getFirst();
	}

	private static List<String> numbers(String text) {
		return StatuteParser.parse(text).sections().stream().map(Section::number).toList();
	}

	@Test
	void anActHasChaptersInDivisions() {
		assertThat(act("1").chapters()).extracting(Chapter::division, Chapter::number, Chapter::heading)
			.containsExactly(tuple("1", "1", "Lagens tillämpningsområde"), tuple("1", "2", "Kommunens skyldigheter"),
					tuple("2", "3", "Avgifter"));
	}

	@Test
	void aSectionKnowsWhereItStands() {
		assertThat(section(act("1"), "3", "1")).satisfies((section) -> {
			assertThat(section.division()).isEqualTo("2");
			assertThat(section.heading().now()).isEqualTo("Avgift");
			assertThat(section.heading().later()).isEqualTo("Avgift och pant");
			assertThat(section.heading().laterFrom().from()).isEqualTo(LocalDate.of(2193, 7, 1));
			assertThat(section.wordings().getFirst().period().until()).as("its chapter's end")
				.isEqualTo(LocalDate.of(2194, 1, 1));
		});
		assertThat(section(act("1"), "1", "2a").heading().now()).as("the last heading above it")
			.isEqualTo("Vad lagen gäller");
		assertThat(section(act("2"), "null", "2").heading().now()).isEqualTo("Bemyndigande");
	}

	@Test
	void theTextOfASectionIsPutTogetherAgain() {
		assertThat(section(act("1"), "1", "1").wordings().getFirst().text()).isEqualTo("""
				Denna lag gäller cyklar som en kommun lånar ut till sina invånare. Vad som sägs om \
				kommuner gäller också regioner enligt 3 § och kommunalförbund.

				Lagen gäller inte
				1. cyklar som hyrs ut mot betalning,
				2. cyklar som
				a) saknar bromsar,
				b) har fler än fyra hjul, eller
				3. lådcyklar.""");
	}

	@Test
	void paragraphsAndItemsAreCounted() {
		assertThat(section(act("1"), "1", "1").wordings().getFirst().places()).containsExactly("S1", "S2", "S2N1",
				"S2N2", "S2N2Na", "S2N2Nb", "S2N3");
		assertThat(section(act("2"), "null", "2").wordings().getFirst().places()).containsExactly("S1", "S1N1", "S1N2",
				"S1N3");
	}

	@Test
	void aTableKeepsItsLinesAndIsNoParagraph() {
		assertThat(section(act("1"), "1", "2").wordings().getFirst()).satisfies((wording) -> {
			assertThat(wording.places()).containsExactly("S1");
			assertThat(wording.text().lines()).hasSize(5)
				.contains("lådcykel            cykel med låda fram", "                    eller bak");
		});
	}

	@Test
	void aSectionAboutToChangeHasTwoWordings() {
		assertThat(section(act("1"), "2", "1").wordings())
			.extracting((wording) -> wording.period().from(), (wording) -> wording.period().until(), Wording::amendedBy)
			.containsExactly(tuple(null, LocalDate.of(2193, 7, 1), null),
					tuple(LocalDate.of(2193, 7, 1), null, "2193:40"));
	}

	@Test
	void whatBeginsWhenTheGovernmentDecidesIsMarked() {
		assertThat(section(act("1"), "2", "2").wordings()).singleElement().satisfies((wording) -> {
			assertThat(wording.period().entryUndetermined()).isTrue();
			assertThat(wording.period().from()).isNull();
			assertThat(wording.text()).isEqualTo("Cyklarna ska vara blå.");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "1 § /Träder i kraft I:den dag som regeringen bestämmer/\nBåtar ska flyta.",
			"1 § /Träder i kraft I:den dag regeringen bestämmer/ Båtar ska flyta.",
			"/Träder i kraft I:den dag som\nregeringen bestämmer genom förordning/\n1 § Båtar ska flyta.\n\n2 § Alla." })
	void theGovernmentsDayIsReadHoweverItIsWritten(String text) {
		Statute statute = StatuteParser.parse(text);
		assertThat(statute.period().entryUndetermined()
				|| statute.sections().getFirst().wordings().getFirst().period().entryUndetermined())
			.isTrue();
		assertThat(statute.sections().getFirst().wordings().getFirst().text()).isEqualTo("Båtar ska flyta.");
	}

	@Test
	void aMarkWithADayThatIsNoneSaysThatTheDayIsUnknown() {
		assertThat(only("1 § /Upphör att gälla U:2031-02-30/\nBåtar ska flyta.").period())
			.isEqualTo(new Period(null, null, false, true));
	}

	@Test
	void aRepealedSectionSaysByWhat() {
		assertThat(section(act("1"), "1", "2a").wordings()).singleElement().satisfies((wording) -> {
			assertThat(wording.repealed()).isTrue();
			assertThat(wording.amendedBy()).isEqualTo("2192:17");
			assertThat(wording.places()).isEmpty();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "Har upphävts genom lag (2031:12).", "har upphört att gälla genom förordning (2031:12).",
			"Upphävd genom lag (2031:12).", "Har betecknats 8 § genom lag (2031:12)." })
	void aNoteOfRepealIsToldFromText(String note) {
		assertThat(only("7 § " + note).repealed()).isTrue();
	}

	@Test
	void aSectionThatComesBackAfterItsRepealIsReadAnew() {
		assertThat(only("3 § Har upphävts genom lag (2030:1).\n\n3 § Båtar ska flyta.")).satisfies((wording) -> {
			assertThat(wording.repealed()).isFalse();
			assertThat(wording.text()).isEqualTo("Båtar ska flyta.");
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Båtar ska flyta. Lag (2031:12).             | 2031:12   | Båtar ska flyta.
			Båtar ska flyta. Förordning (2031:1234).    | 2031:1234 | Båtar ska flyta.
			Båtar ska flyta. (Lag (2031:12).            | 2031:12   | Båtar ska flyta.
			Båtar ska flyta.Lag (2031:12).              | 2031:12   | Båtar ska flyta.
			Båtar ska flyta. Förordning (N2031:12).     | N2031:12  | Båtar ska flyta.
			Båtar ska flyta enligt sjölag (2031:12).    |           | Båtar ska flyta enligt sjölag (2031:12).
			Lag (2031:12) gäller båtar.                 |           | Lag (2031:12) gäller båtar.
			Båtar ska flyta. Lag (2031:12345678901234). |           | Båtar ska flyta. Lag (2031:12345678901234).
			""")
	void theNoteOfTheLatestAmendmentIsNoText(String written, String amendedBy, String text) {
		assertThat(only("1 § " + written)).extracting(Wording::amendedBy, Wording::text)
			.containsExactly(amendedBy, text);
	}

	@Test
	void transitionalProvisionsStandApart() {
		assertThat(act("1").transitional()).startsWith("2191:1\n\n1. Denna lag träder i kraft")
			.endsWith("får behållas.");
		assertThat(act("2").transitional()).isNull();
		assertThat(act("1").sections().getLast().wordings().getFirst().text())
			.isEqualTo("Kommunen får ta ut en avgift.");
	}

	@Test
	void aHeadingNamedTransitionalWithSectionsBelowIsAHeading() {
		Statute statute = StatuteParser
			.parse("1 § Båtar ska flyta.\n\nÖvergångsbestämmelser\n\n2 § Gamla båtar får sjunka.");
		assertThat(statute.transitional()).isNull();
		assertThat(statute.sections()).hasSize(2);
	}

	@Test
	void annexesStandApart() {
		assertThat(act("4").annexes()).isEqualTo("Bilaga\n\nMärken som avses i 3 §\n\nEn pil åt höger.");
		assertThat(act("4").sections().getLast().wordings().getFirst().places()).containsExactly("S1");
	}

	@Test
	void numbersThatRunOnThroughChaptersAreCitedWithoutThem() {
		assertThat(act("4").runsOn()).isTrue();
		assertThat(act("4").places()).contains("K2", "P3", "P4").doesNotContain("K2P3");
		assertThat(act("1").runsOn()).isFalse();
	}

	@Test
	void lettersFollowTheNumbersOfSectionsAndChapters() {
		Statute statute = StatuteParser.parse("""
				13 a kap. Om flottar

				26 b § En flotte är av stockar.

				26c § Stockarna ska vara raka.

				27\u00a0§ Flottar ska flyta.
				""");
		assertThat(statute.places()).contains("K13a", "K13aP26b", "K13aP26c", "K13aP27");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Roddare lyder under styrman enligt\n3 § och ska ro.",
			"Styrman utses enligt\n14 kap. båtlagen (2031:5). Han ska ro.",
			"Detta gäller dem som avses i\n2 §. De ska ro.", "Den som bryter mot\n4 § döms till böter." })
	void aWrappedLineIsNoNewSectionOrChapter(String paragraph) {
		Statute statute = StatuteParser.parse("1 § " + paragraph + "\n\n2 § Båtar ska flyta.");
		assertThat(statute.chapters()).isEmpty();
		assertThat(statute.sections()).extracting(Section::number).containsExactly("1", "2");
		assertThat(statute.sections().getFirst().wordings().getFirst().text()).isEqualTo(paragraph.replace('\n', ' '));
	}

	@ParameterizedTest
	@ValueSource(strings = { "14 kap. 3 § båtlagen gäller också flottar.", "4 kap. 1, 3 och 5 §§ båtlagen,",
			"3 § andra stycket gäller inte.", "5, 6 och 8 §§ gäller inte." })
	void aParagraphThatBeginsWithACitationIsAParagraph(String paragraph) {
		Statute statute = StatuteParser.parse("1 § Båtar ska flyta.\n\n" + paragraph + "\n\n2 § Flottar med.");
		assertThat(statute.chapters()).isEmpty();
		assertThat(statute.sections()).extracting(Section::number).containsExactly("1", "2");
	}

	@Test
	void aTableOfContentsBeginsNoChapters() {
		Statute statute = StatuteParser.parse("""
				1 kap. Innehåll

				1 § Lagen har följande kapitel:

				1 kap. - Innehåll,

				2 kap. - Om båtar,

				3 kap. - Om åror.

				2 kap. Om båtar

				1 § Båtar ska flyta.

				3 kap. Om åror

				1 § Åror med.
				""");
		assertThat(statute.chapters()).extracting(Chapter::number, Chapter::heading)
			.containsExactly(tuple("1", "Innehåll"), tuple("2", "Om båtar"), tuple("3", "Om åror"));
		assertThat(statute.sections()).extracting(Section::chapter).containsExactly("1", "2", "3");
	}

	@Test
	void aShortLineIsAHeadingOnlyAboveASection() {
		Statute statute = StatuteParser.parse("1 § Båtar är\n\nstora\n\nRoddbåtar\n\n2 § De ska flyta.");
		assertThat(statute.sections().getLast().heading().now()).isEqualTo("Roddbåtar");
		assertThat(statute.sections().getFirst().wordings().getFirst().text()).doesNotContain("Roddbåtar");
	}

	@Test
	void wordsPartedAtTheEndOfALineAreOneWord() {
		assertThat(only("1 § Båtens för-\nskepp och akter- och\nförsegel är EU-\nregler enligt båt-\nlagen.").text())
			.isEqualTo("Båtens förskepp och akter- och försegel är EU-regler enligt båtlagen.");
	}

	@Test
	void anUnmarkedSectionThatStandsAgainBelongsToTheOneBefore() {
		assertThat(numbers("1 § Båtar ska flyta.\n\n1 § 2 mom. Flottar med.\n\n2 § Alla.")).containsExactly("1", "2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\n\n\n", "\u00a0\n", "§", "§§", "1 §", "/", "//", "1 kap.", "Bilaga",
			"Övergångsbestämmelser", "a)", "1.", "-", "AVDELNING I", "/Rubriken träder i kraft I:2031-01-01/" })
	void anyTextIsReadEvenWhereItTellsNothing(String text) {
		assertThat(StatuteParser.parse(text)).isNotNull();
	}

}
