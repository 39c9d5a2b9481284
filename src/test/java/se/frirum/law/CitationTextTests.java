package se.frirum.law;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// How the register cites a section for people.
class CitationTextTests {

	@Test
	void namesChapterSectionActAndNumber() {
		assertThat(CitationText.of("8", "1", "skollagen", "Skollag (2010:800)", "2010:800"))
			.isEqualTo("8 kap. 1 § skollagen (2010:800)");
	}

	@Test
	void namesNoChapterWhereThereIsNone() {
		assertThat(CitationText.of(null, "3", "arkivlagen", "Arkivlag (1990:782)", "1990:782"))
			.isEqualTo("3 § arkivlagen (1990:782)");
	}

	@Test
	void separatesNumberAndLetter() {
		assertThat(CitationText.of("13a", "2b", "skollagen", "Skollag (2010:800)", "2010:800"))
			.isEqualTo("13 a kap. 2 b § skollagen (2010:800)");
	}

	@Test
	void writesTheTitleOfAnActWithoutAName() {
		String title = "Lag (2024:1231) om försöksverksamhet med rutinmässiga ögonundersökningar i trafiken";
		assertThat(CitationText.of(null, "1", null, title, "2024:1231"))
			.isEqualTo("1 § lagen (2024:1231) om försöksverksamhet med rutinmässiga ögonundersökningar i trafiken");
	}

	@ParameterizedTest
	@CsvSource({ "Lag (2016:1145) om offentlig upphandling, lagen (2016:1145) om offentlig upphandling",
			"Förordning (2016:350) om försök, förordningen (2016:350) om försök",
			"Skollag (2010:800), Skollag (2010:800)", "HSLF-FS 2017:40, HSLF-FS 2017:40" })
	void writesATitleAsInASentence(String title, String definite) {
		assertThat(CitationText.definite(title)).isEqualTo(definite);
	}

	@Test
	void canBeReadAgain() {
		String written = CitationText.of("13a", "2b", "skollagen", "Skollag (2010:800)", "2010:800");
		assertThat(Citation.parse(written))
			.contains(new Citation(new LawId("sfs:2010:800"), null, new Place("13a", "2b", null, null, null)));
	}

}
