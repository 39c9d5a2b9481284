package se.frirum.law.statute;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.frirum.law.statute.Statute.Heading;

import static org.assertj.core.api.Assertions.assertThat;

/// The shapes that statute text takes: which places one can point to in each, and the
/// dates that its marks give.
class StatuteShapesTests {

	/// A text, what one can point to in it, and from and until when its parts hold.
	///
	/// @param places `A1 K1 K1P1 K1P1S1`
	/// @param dates `act from 2031-01-01; 4 § until 2031-07-01`
	record Shape(String name, String text, String places, String dates) {

		@Override
		public String toString() {
			return this.name;
		}

	}

	private static Shape shape(String name, String text, String places) {
		return new Shape(name, text, places, "");
	}

	static Stream<Shape> shapes() {
		return Stream.of(shape("notes of amending acts are no text", """
				1 § Båten ska ha ett ankare. Lag (2031:12).

				2 § Ankaret ska vara av järn. Förordning (2031:13).
				""", "P1 P1S1 P2 P2S1"), //
				shape("divisions hold chapters, and a chapter can be empty", """
						FÖRSTA AVDELNINGEN

						GEMENSAMMA REGLER

						1 Kap. Om båtar

						1 § En båt flyter.

						2 § Ett skepp är en stor båt.

						2 Kap. Om åror

						ANDRA AVDELNINGEN

						ANDRA SLAGS REGLER

						3 Kap. Om segel

						1 § Ett segel är av duk.
						""", "A1 K1 K1P1 K1P1S1 K1P2 K1P2S1 K2 A2 K3 K3P1 K3P1S1"),
				shape("an act of a single paragraph", "Alla båtar ska vara målade.\n", "S1"),
				shape("sections begin anew in each chapter", """
						1 Kap. Om båtar

						1 § En båt flyter.

						2 § Ett skepp är en stor båt.

						2 Kap. Om åror

						1 § En åra är av trä.
						""", "K1 K1P1 K1P1S1 K1P2 K1P2S1 K2 K2P1 K2P1S1"), shape("a list belongs to its paragraph", """
						1 § I en båt ska det finnas

						1. åror

						2. ett öskar

						3. en lina

						""", "P1 P1S1 P1S1N1 P1S1N2 P1S1N3"), shape("paragraphs are counted", """
						1 § En båt flyter.

						Det gör inte en sten.

						2 § Ett skepp är en stor båt.
						""", "P1 P1S1 P1S2 P2 P2S1"), shape("headings are no places", """
						Om båtar

						1 § En båt flyter.

						Det gör inte en sten.

						Om skepp

						2 § Ett skepp är en stor båt.
						""", "P1 P1S1 P1S2 P2 P2S1"), shape("headings can stand below each other", """
						Inledning

						Vad lagen är till för

						1 § Lagen ska hålla båtar flytande.
						""", "P1 P1S1"), shape("items with letters", """
						a) Åror räknas först

						b) sedan räknas linor

						c) och sist räknas öskar
						""", "Na Nb Nc"), shape("lists within a list", """
						1. Det som driver en båt

						- åror

						- segel

						2. Det som håller en båt

						a) linor

						b) ankare
						""", "N1 N1N1 N1N2 N2 N2Na N2Nb"), shape("a list that stands alone", """
						1. Åror

						2. Linor

						3. Öskar
						""", "N1 N2 N3"), shape("dashes are counted", """
						- Åror

						- Linor

						- Öskar
						""", "N1 N2 N3"), shape("a row of a table is no paragraph", """
						Skeppare                Den som för befälet ombord, om inte
						                        styr- eller maskinpersonal gör
						                        det.

						""", ""), shape("a table belongs to its section", """
						1 § Orden i denna lag betyder följande.

						Ord                     Betydelse

						Båt                     Något som flyter på vatten och som
						                        har en för och en akter.

						Skeppare på en
						båt                     Den som för befälet, eller någon
						                        annan ombord.

						""", "P1 P1S1"), shape("a table without blank lines between its rows", """
						Båtår           Mått

						2031            1,12
						2032            1,15
						""", ""), shape("a table with words and numbers", """
						Slag av last                     Andel av lasten

						Tjära                           20
						Hampa                           20
						Humle och/eller malt  2         20
						Övrig last                      40
						""", ""), shape("a table whose first cells look like items", """
						1 § Hemligt är det som sägs om båtar här nedan, med de
						förbehåll som står i kolumnen till höger eller i
						sjölagen och dess föl-
						jeförfattningar

						1. ritning av en båt
						som ligger vid kaj, närmare
						bestämt under däck

						En annan ritning eller                          om den som äger båten
						en skiss som någon har                          kan lida skada av det
						gjort av samma båt                              eller om båten är en
						ombord                                          av rikets egna och
						                                                ligger i hamn

						2. En ritning av en kaj-
						anläggning eller av en
						brygga

						3. denna lag enligt

						vad som nu är sagt                      om det som ritats kan antas
						                                        vara till men för
						                                        flottan eller för
						                                        den som bygger båtar
						""", "P1 P1S1"), shape("a table that begins with items", """
						1. Hamnen       a) I inloppet           I andra fall än i
						                och vid kajen           1 b, 1 d och 3-5.

						                b) På redden            Fartbegränsning,
						                där båtar ligger        ankring samt
						                för ankar               signaler

						             c) På öppet vatten      Andra regler
						                                        enligt vad
						                                        hamnen har bestämt och
						                                        kungjort.
						""", ""), new Shape("an act that is to come", """
						/Träder i kraft I:2041-04-01/
						1 § Lagen gäller båtar som ännu inte finns.

						2 § De ska flyta.
						""", "P1 P1S1 P2 P2S1", "act from 2041-04-01"),
				new Shape("a chapter that ends when the government decides", """
						/Kapitlet upphör att gälla U:den dag som regeringen bestämmer genom lag (2031:72)./
						7 kap. Provning av båtar

						Hur en båt provas

						1 § /Upphör att gälla U:2032-04-01/
						En båt provas på vatten. Den som provar
						den ska kunna simma.
						""", "K7 K7P1 K7P1S1", "7 kap. until the government decides; 1 § until 2032-04-01"),
				new Shape("a chapter that has ended takes its sections with it", """
						3 kap. /Kapitlet upphör att gälla U:2026-05-25 genom lag (2026:21)./
						Passagerares rätt

						Besked till passagerare

						1 § När en båt är försenad har passagerare rätt till
						besked om det.
						""", "", "3 kap. until 2026-05-25; 1 § until 2026-05-25"),
				new Shape("a chapter that is about to end still holds", """
						/Kapitlet upphör att gälla U:2032-04-01 genom lag (2031:53)./
						33 kap. Om avdrag för dagar i hamn m. m.

						1 § Har upphävts genom lag (2028:42).

						2 § För dagar i hamn dras av från hyran vad som
						sägs i lagen om båthyra.
						""", "K33 K33P2 K33P2S1",
						"33 kap. until 2032-04-01; 1 § until 2032-04-01; 2 § until 2032-04-01"),
				new Shape("a chapter whose heading changes stands twice", """
						5 Kap. /Rubriken upphör att gälla U:2026-11-01/
						Om ordning ombord

						5 kap. /Rubriken träder i kraft I:2026-11-01/
						Om ordning m.m. ombord

						1 § Ombord ska det vara ordning.
						""", "K5 P1 P1S1", "5 kap. until 2026-11-01; 5 kap. from 2026-11-01"),
				new Shape("a section with a table, in two wordings", """
						9 § /Upphör att gälla U:2026-02-15/
						A Ord som används i lagen förklaras i
						dessa paragrafer:

						ankare                          23 kap. 1 §

						öskar                           2 kap. 6 §

						9 § /Träder i kraft I:2026-02-15/
						B Ord som används i lagen förklaras i
						dessa paragrafer:

						ankare                          23 kap. 1 §

						öskar                           2 kap. 6 §

						10 § En båt är läns när det inte finns något vatten
						i den.
						""", "P9 P9S1 P10 P10S1", "9 § until 2026-02-15; 9 § from 2026-02-15"),
				new Shape("a section in two wordings", """
						4 § /Upphör att gälla U:2026-04-01/
						Så var det förr.

						4 § /Träder i kraft I:2026-04-01/
						Så är det nu.

						""", "P4 P4S1", "4 § until 2026-04-01; 4 § from 2026-04-01"),
				new Shape("a heading and a section that change together", """
						/Rubriken upphör att gälla U:2026-03-01/
						Skeppsregister

						/Rubriken träder i kraft I:2026-03-01/
						Skeppsregister m.m.

						5 § /Upphör att gälla U:2026-03-01/
						Skepp antecknas i en bok hos Båtverket
						(skeppsboken).

						5 § /Träder i kraft I:2026-03-01/
						Skepp och båtar ska antecknas i en bok hos Båtverket
						(skeppsboken). Den som vill att ett skepp, eller en båt som
						inte är ett skepp, ska antecknas får säga det till
						Båtverket på telefon.
						""", "P5 P5S1", "heading from 2026-03-01; 5 § until 2026-03-01; 5 § from 2026-03-01"));
	}

	@ParameterizedTest
	@MethodSource("shapes")
	void areReadAsTheyStandOnADay(Shape shape) {
		Statute statute = StatuteParser.parse(shape.text());
		List<String> places = statute.placesOn(LocalDate.of(2026, 12, 1));
		assertThat(places)
			.containsExactlyInAnyOrder(shape.places().isEmpty() ? new String[0] : shape.places().split(" "));
		assertThat(String.join("; ", dates(statute))).isEqualTo(shape.dates());
	}

	@Test
	void areTwentySix() {
		assertThat(shapes()).hasSize(26).extracting(Shape::name).doesNotHaveDuplicates();
	}

	private static List<String> dates(Statute statute) {
		List<String> dates = new ArrayList<>();
		date(dates, "act", statute.period());
		statute.chapters().forEach((chapter) -> date(dates, chapter.number() + " kap.", chapter.period()));
		statute.sections()
			.stream()
			.map(Statute.Section::heading)
			.map(Heading::laterFrom)
			.distinct()
			.forEach((later) -> date(dates, "heading", later));
		statute.sections()
			.forEach((section) -> section.wordings()
				.forEach((wording) -> date(dates, section.number() + " §", wording.period())));
		return dates;
	}

	private static void date(List<String> dates, String what, Period period) {
		if (period.from() != null || period.entryUndetermined()) {
			dates.add(what + " from " + ((period.from() != null) ? period.from() : "a day the government decides"));
		}
		if (period.until() != null || period.endUndetermined()) {
			dates.add(what + " until " + ((period.until() != null) ? period.until() : "the government decides"));
		}
	}

}
