package se.frirum.law;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.instancio.Instancio;
import org.instancio.Select;
import org.instancio.junit.InstancioExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The ways in which people cite the law, and what is none of them.
@ExtendWith(InstancioExtension.class)
class CitationTests {

	private static final LawId ACT = new LawId("sfs:2010:800");

	private static final String[] PIECES = { "21", "4", "2010", "0", "999", "a", "b", "z", " ", " ", "\u00a0", "\n",
			":", "#", "K", "P", "S", "N", "M", "§", "§§", "kap.", "kap", "kapitlet", "paragrafen", "st.", "stycket",
			"andra", "tionde", "punkten", "p", "p.", "men.", "meningen", "i", "skollagen", "SkolL", "lagen", "(", ")",
			"(2010:800)", "2010:800", "sfs:", "celex:", "fs:", "HSLF-FS", ",", ".", "…", "å", "\u0000", "\ud83d\ude00",
			"-", "–", "s.", "%", "%s", "$1", "\\" };

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			21 kap. 4 § skollagen                                      | skollagen | K21P4
			21 kap 4 § SkolL                                           | SkolL     | K21P4
			21 kap. 4 § i skollagen                                    | skollagen | K21P4
			21 kap., 4 § skollagen                                     | skollagen | K21P4
			21 kapitlet 4 paragrafen skollagen                         | skollagen | K21P4
			21kap.4§ skollagen                                         | skollagen | K21P4
			21:4 SkolL                                                 | SkolL     | K21P4
			21:4 § SkolL                                               | SkolL     | K21P4
			2:22b SkolL                                                | SkolL     | K2P22b
			13 a kap. 2 b § skollagen                                  | skollagen | K13aP2b
			13a kap. 2b § skollagen                                    | skollagen | K13aP2b
			13 A KAP. 2 B § SKOLLAGEN                                  | SKOLLAGEN | K13aP2b
			4 § arkivlagen                                             | arkivlagen | P4
			5 §§ arkivlagen                                            | arkivlagen | P5
			21 kap. skollagen                                          | skollagen | K21
			skollagen                                                  | skollagen |
			4 § plan- och bygglagen                                    | plan- och bygglagen | P4
			8 § patientsäkerhetslagen                                  | patientsäkerhetslagen | P8
			3 § PSL                                                    | PSL       | P3
			21 kap. 3 § andra stycket skollagen                        | skollagen | K21P3S2
			21 kap. 3 § 2 st. skollagen                                | skollagen | K21P3S2
			21 kap. 3 § 2 st skollagen                                 | skollagen | K21P3S2
			21 kap. 3 § andra stycket 1 skollagen                      | skollagen | K21P3S2N1
			21 kap. 3 § andra stycket punkten 1 skollagen              | skollagen | K21P3S2N1
			21 kap. 3 § 2 st. 1 p. SkolL                               | SkolL     | K21P3S2N1
			21 kap. 3 § 2 st. 1 p SkolL                                | SkolL     | K21P3S2N1
			21 kap. 3 § 2 st. p. 1 SkolL                               | SkolL     | K21P3S2N1
			21 kap. 3 § 7 skollagen                                    | skollagen | K21P3N7
			21 kap. 3 § tredje punkten skollagen                       | skollagen | K21P3N3
			21 kap. 3 § p. b skollagen                                 | skollagen | K21P3Nb
			21 kap. 3 § första stycket andra meningen skollagen        | skollagen | K21P3S1M2
			21 kap. 3 § 1 st. 2 men. skollagen                         | skollagen | K21P3S1M2
			21 kap. 3 § 2 st. 1 p. 3 men. skollagen                    | skollagen | K21P3S2N1M3
			21 kap. 3 § tionde stycket skollagen                       | skollagen | K21P3S10
			""")
	void areReadAsWritten(String text, String name, @Nullable String place) {
		Citation citation = Citation.parse(text).orElseThrow();
		assertThat(citation.name()).isEqualTo(name);
		assertThat(citation.law()).isNull();
		assertThat(citation.in(ACT)).hasToString((place != null) ? "2010:800#" + place : "2010:800");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2010:800                                         | 2010:800
			SFS 2010:800                                     | 2010:800
			lagen (2010:800)                                 | 2010:800
			8 kap. 1 § skollagen (2010:800)                  | 2010:800#K8P1
			8 kap. 1 § skollagen (SFS 2010:800)              | 2010:800#K8P1
			3 § lagen (1998:808) om …                        | 1998:808#P3
			1 § lagen (2024:1231) om försöksverksamhet       | 2024:1231#P1
			2 § andra stycket 3 lagen (1998:808)             | 1998:808#P2S2N3
			3 kap. 1 § 1998:808                              | 1998:808#K3P1
			1736:0123 1                                      | 1736:0123 1
			N1985:40                                         | N1985:40
			HSLF-FS 2017:40                                  | HSLF-FS 2017:40
			4 kap. 2 § HSLF-FS 2017:40                       | HSLF-FS 2017:40#K4P2
			32014L0024                                       | 32014L0024
			sfs:2010:800                                     | 2010:800
			sfs:2010:800#K8P1                                | 2010:800#K8P1
			sfs:2010:800#K13aP2b                             | 2010:800#K13aP2b
			sfs:2010:800#K21P3S2N1                           | 2010:800#K21P3S2N1
			sfs:1990:782#P3                                  | 1990:782#P3
			fs:HSLF-FS 2017:40#K4P2                          | HSLF-FS 2017:40#K4P2
			celex:32014L0024                                 | 32014L0024
			""")
	void nameTheActByItsNumber(String text, String target) {
		Citation citation = Citation.parse(text).orElseThrow();
		assertThat(citation.law()).isNotNull();
		assertThat(citation.name()).isNull();
		assertThat(citation.in(Objects.requireNonNull(citation.law()))).hasToString(target);
	}

	@ParameterizedTest
	@ValueSource(strings = { "21\u00a0kap.\u00a04\u00a0§\u00a0skollagen", "21\u202fkap. 4\u202f§ skollagen",
			"21 kap.\n4 §\r\nskollagen", "  21\tkap.  4  §   skollagen  ", "21 kap. 4 § skollagen.",
			"21 kap. 4 § skollagen;", "21 kap. 4 § skollagen …" })
	void mayBeSpacedAndBrokenAnyhow(String text) {
		assertThat(Citation.parse(text))
			.contains(new Citation(null, "skollagen", new Place("21", "4", null, null, null)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\u00a0", "\n", "4 §", "21 kap. 4 §", "21 kap. 4 § …", "andra stycket" })
	void needAnAct(String text) {
		assertThat(Citation.parse(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "1", "1 ", " ", "1 a ", "21 kap. ", "21:4 ", "4 § ", "andra stycket ", "(2010:800",
			"punkten ", "sfs:", "#K1P1", "§", "p. ", "\u00a0" })
	@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void areReadToTheirEndHoweverLong(String piece) {
		String longest = piece.repeat(500 / piece.length());
		assertThat(Citation.parse(longest)).satisfies(CitationTests::stayTheSameAsAnId);
		assertThat(Citation.parse(piece.repeat(10_000 / piece.length()))).isEmpty();
	}

	@RepeatedTest(500)
	void readWhateverIsPutTogetherFromTheirParts() {
		List<String> pieces = Instancio.ofList(String.class)
			.size(Instancio.gen().ints().range(1, 25).get())
			.generate(Select.all(String.class), (gen) -> gen.oneOf(PIECES))
			.create();
		assertThat(Citation.parse(String.join("", pieces))).satisfies(CitationTests::stayTheSameAsAnId);
	}

	@RepeatedTest(100)
	void readWhateverAnybodyTypes() {
		String text = Instancio.gen().string().unicode().length(0, 700).get();
		assertThat(Citation.parse(text)).satisfies(CitationTests::stayTheSameAsAnId);
	}

	@Test
	void keepTheNameOfTheActAsItIsWritten() {
		assertThat(Citation.parse("2 kap. 1 § lagen om offentlig upphandling").map(Citation::name))
			.contains("lagen om offentlig upphandling");
	}

	private static void stayTheSameAsAnId(Optional<Citation> citation) {
		citation.map((read) -> read.in(ACT))
			.ifPresent((target) -> assertThat(Target.parse("sfs:" + target)).contains(target));
	}

}
