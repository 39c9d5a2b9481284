package se.frirum.law;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// How acts are numbered by Sweden's code of statutes, its agencies and the EU.
class LawIdTests {

	@ParameterizedTest
	@CsvSource({ "2010:800, sfs:2010:800", "SFS 2010:800, sfs:2010:800", "sfs:2010:800, sfs:2010:800",
			"' 2010:800 ', sfs:2010:800", "N1985:40, sfs:N1985:40", "1736:0123 1, sfs:1736:0123 1",
			"1736:0123 s.1, sfs:1736:0123 s.1", "1845:50 s. 1, sfs:1845:50 s.1", "HSLF-FS 2017:40, fs:HSLF-FS 2017:40",
			"fs:HSLF-FS 2017:40, fs:HSLF-FS 2017:40", "SKOLFS 2011:37, fs:SKOLFS 2011:37", "BFS 2011:6, fs:BFS 2011:6",
			"'HSLF-FS  2017:40', fs:HSLF-FS 2017:40", "32014L0024, celex:32014L0024",
			"celex:32016R0679, celex:32016R0679" })
	void areReadAsPeopleWriteThem(String text, String id) {
		assertThat(LawId.parse(text)).contains(new LawId(id));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "skollagen", "2010", "2010:", ":800", "10:800", "2010:80000", "2010:800#K1P1",
			"HSLF-FS", "hslf-fs 2017:40", "2014/24/EU", "32014L24", "sfs:", "celex:", "obstacle:2010:800",
			"2010:800; DROP" })
	void areNothingElse(String text) {
		assertThat(LawId.parse(text)).isEmpty();
	}

	@Test
	void areShort() {
		assertThat(LawId.parse("2010:800" + " ".repeat(10_000))).isPresent();
		assertThat(LawId.parse("A".repeat(10_000) + " 2010:800")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "sfs:2010:800, 2010:800", "fs:HSLF-FS 2017:40, HSLF-FS 2017:40", "celex:32014L0024, 32014L0024" })
	void leaveOutTheKindInTheDesignation(String id, String designation) {
		assertThat(new LawId(id).designation()).isEqualTo(designation);
	}

	@Test
	void sortByYearAndThenByNumber() {
		List<String> sorted = List.of("1736:0123 1", "N1985:40", "1998:808", "2010:90", "2010:800", "2010:1622",
				"HSLF-FS 2017:40", "2017:725");
		assertThat(sorted.reversed().stream().map(LawIdTests::key).sorted())
			.containsExactlyElementsOf(sorted.stream().map(LawIdTests::key).toList());
	}

	@ParameterizedTest
	@CsvSource({ "sfs:2010:800, https://rkrattsbaser.gov.se/sfst?bet=2010:800",
			"celex:32014L0024, https://eur-lex.europa.eu/legal-content/SV/TXT/?uri=CELEX:32014L0024",
			"fs:HSLF-FS 2017:40, https://lagrummet.se/sok?q=HSLF-FS%202017:40" })
	void leadToTheOfficialText(String id, String uri) {
		assertThat(new LawId(id).uri()).isEqualTo(uri);
	}

	@Test
	void tellWhoIssuedTheRule() {
		assertThat(new LawId("sfs:2010:800")).matches(LawId::isSwedishCode).matches((law) -> !law.isAgencyRule());
		assertThat(new LawId("fs:HSLF-FS 2017:40")).matches(LawId::isAgencyRule).matches((law) -> !law.isSwedishCode());
		assertThat(new LawId("celex:32014L0024")).matches((law) -> !law.isAgencyRule() && !law.isSwedishCode());
	}

	private static String key(String designation) {
		return LawId.parse(designation).orElseThrow().key();
	}

}
