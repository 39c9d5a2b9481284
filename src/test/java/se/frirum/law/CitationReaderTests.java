package se.frirum.law;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.instancio.Instancio;
import org.instancio.Select;
import org.instancio.junit.InstancioExtension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.law.CitationReader.Passage;
import se.frirum.platform.database.Row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/// What texts cite. They stand in 5 kap. 7 § of an act that is numbered 9999:999.
@ExtendWith(InstancioExtension.class)
class CitationReaderTests {

	private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

	private static final LawId OWN = new LawId("sfs:9999:999");

	private static final Passage AT_HAND = new Passage(OWN, "5", "7", false, DAY);

	private static final CitationReader READER = new CitationReader(LawNames.of(
			Stream
				.of("skollagen 2010:800", "skoll 2010:800", "miljöbalken 1998:808", "mb 1998:808", "kl 2017:725",
						"regeringsformen 1974:152", "rf 1974:152", "plan- och bygglagen 2010:900",
						"föräldrabalken 1949:381", "lagen om vårdval 2008:962", "lagen om vårdval och mer 2009:963",
						"va-lagen 2006:412", "rättegångsbalken 1942:740")
				.map(CitationReaderTests::name)
				.toList()));

	private static final String[] PIECES = { "3", "4 a", "12", "1998", "§", "§§", "kap.", "första", "andra", "sista",
			"stycket", "styckena", "punkten", "p.", "2 mom.", "meningen", "strecksatsen", ",", "och", "eller", "-", "–",
			"--", "i", "a", "denna", "samma", "den", "lag", "lagen", "balk", "kapitel", "paragraf", "skollagen",
			"skollagens", "MB", "plan-", "bygglagen", "(", ")", "(1998:808)", "1998:808", "21:4", "2:", ":", "lagen om",
			"vårdval", "den 3 maj 1943", "(nr 44)", "artikel 6.1", "bilaga", "/Upphör", "U:2026-07-01/", "\n", "\u00a0",
			"\u00ad", "års", "s.", ".", "kronor", "\ud83d", "1845:50 s. 1", "EU", "föreskrifter" };

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Lov krävs enligt 3 § MB.                            | 1998:808#P3
			Lov krävs enligt 2 kap. 3 § miljöbalken.            | 1998:808#K2P3
			Det följer av 13 a kap. 2 b § skollagen             | 2010:800#K13aP2b
			Det följer av 3, 5 och 7 §§ skollagen               | 2010:800#P3 2010:800#P5 2010:800#P7
			Det följer av 2 kap. 3, 5 eller 7 § skollagen       | 2010:800#K2P3 2010:800#K2P5 2010:800#K2P7
			Det följer av 3 samt 5 §§ skollagen                 | 2010:800#P3 2010:800#P5
			Det följer av 3 § jämte 5 § skollagen               | 2010:800#P3 2010:800#P5
			Det följer av 6 a, b och d §§ skollagen             | 2010:800#P6a 2010:800#P6b 2010:800#P6d
			Det följer av 9 h och 9 i §§ skollagen              | 2010:800#P9h 2010:800#P9i
			Det följer av 4 kap. miljöbalken                    | 1998:808#K4
			Det följer av 4 och 5 kap. miljöbalken              | 1998:808#K4 1998:808#K5
			Det följer av 2 kap. 3 § och 5 § skollagen          | 2010:800#K2P3 2010:800#K2P5
			Det följer av 2 kap. 3 § och 4 kap. 5 § skollagen   | 2010:800#K2P3 2010:800#K4P5
			Det följer av 7 kap., 8 kap. 1 § skollagen          | 2010:800#K7 2010:800#K8P1
			Se 21:4 SkolL och 2:22b § SkolL                     | 2010:800#K21P4 2010:800#K2P22b
			Se 2:3 KL                                           | 2017:725#K2P3
			Se RF 8:2                                           | 1974:152#K8P2
			Se RF 2 kap. 12 § och MB 3 § 2 st.                  | 1974:152#K2P12 1998:808#P3S2
			Se miljöbalkens 2 kap. 3 § och skollagens regler    | 1998:808#K2P3 2010:800
			""")
	void nameSectionsAndChapters(String text, String targets) {
		assertThat(targets(text)).containsExactly(targets.split(" "));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					7 a-9 §§ skollagen                   | 2010:800#P7a 2010:800#P9
					7 a – 9 §§ skollagen                 | 2010:800#P7a 2010:800#P9
					7--9 §§ skollagen                    | 2010:800#P7 2010:800#P9
					6 a-c §§ skollagen                   | 2010:800#P6a 2010:800#P6c
					2-4 kap. skollagen                   | 2010:800#K2 2010:800#K4
					2 kap. 3–5, 8 och 10-12 §§ skollagen | 2010:800#K2P3 2010:800#K2P5 2010:800#K2P8 2010:800#K2P10 2010:800#K2P12
					3 § andra–fjärde styckena skollagen  | 2010:800#P3S2 2010:800#P3S4
					3 § första-tredje styckena skollagen | 2010:800#P3S1 2010:800#P3S3
					3 § första stycket 2–4 skollagen     | 2010:800#P3S1N2 2010:800#P3S1N4
					""")
	void nameTheEndsOfRanges(String text, String targets) {
		assertThat(targets(text)).containsExactly(targets.split(" "));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			3 § första stycket                          | P3S1
			3 § 2 st.                                   | P3S2
			3 §, andra stycket                          | P3S2
			3 § sista stycket                           | P3
			3 § första och andra styckena               | P3S1 P3S2
			3 § första stycket och tredje stycket 2     | P3S1 P3S3N2
			3 § andra stycket 3                         | P3S2N3
			3 § första stycket 1 och 3 b                | P3S1N1 P3S1N3b
			3 § första stycket 1 a eller c              | P3S1N1a P3S1N1c
			3 § första stycket a och b                  | P3S1Na P3S1Nb
			3 § punkt 3                                 | P3N3
			3 § p. 3                                    | P3N3
			3 § första stycket andra punkten            | P3S1N2
			3 § punkterna 1–3                           | P3N1 P3N3
			3 § 2                                       | P3N2
			6 § 1 eller 7 § 1                           | P6N1 P7N1
			3 § första stycket 1 och 4 §                | P3S1N1 P4
			3 § första stycket 1, 4 och 5 §§            | P3S1N1 P4 P5
			3 § första stycket 1 och 2 kap. 4 §         | P3S1N1 K2P4
			3 § andra meningen                          | P3M2
			3 § första stycket andra meningen           | P3S1M2
			3 § första stycket 2 andra meningen         | P3S1N2M2
			3 § första stycket första och andra meningarna | P3S1M1 P3S1M2
			3 § första stycket andra strecksatsen       | P3S1
			14 § 2 mom. första stycket                  | P14
			""")
	void reachDownIntoSections(String place, String places) {
		List<String> expected = Stream.of(places.split(" ")).map((each) -> OWN.designation() + "#" + each).toList();
		assertThat(targets("Enligt " + place + " får nämnden besluta.", Passage.in(OWN, DAY))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Enligt 3 § krävs lov                                | K5P3
			Enligt 3 § denna lag krävs lov                      | K5P3
			Enligt 3 § i denna förordning krävs lov             | K5P3
			Enligt 2 kap. 3 § denna balk krävs lov              | K2P3
			Enligt 1-4 §§ detta kapitel krävs lov               | K5P1 K5P4
			Enligt 6 kap. 3 § eller 4 § krävs lov               | K6P3 K6P4
			Enligt 3 § och 6 kap. 4 § krävs lov                 | K5P3 K6P4
			Enligt 6 kap. 1, 4 och 9 kap. krävs lov             | K6 K1 K4 K9
			Enligt första stycket krävs lov                     | K5P7S1
			Enligt andra stycket 2 och tredje stycket krävs lov | K5P7S2N2 K5P7S3
			Enligt första stycket och 3 § andra stycket         | K5P7S1 K5P3S2
			Enligt 3 § i dess äldre lydelse krävs lov           | K5P3
			""")
	void areAboutTheActAtHand(String text, String places) {
		assertThat(targets(text).stream().map((target) -> target.substring(9)))
			.containsExactlyInAnyOrder(places.split(" "));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Se 3 § lagen (2001:1) om hundar och 4 § samma lag               | 2001:1#P3 2001:1#P4
			Se 3 § förordningen (2001:2). Av 5 § nämnda förordning följer   | 2001:2#P3 2001:2#P5
			Lagen (2001:1) om hundar gäller, utom 5 § den lagen             | 2001:1 2001:1#P5
			Se 4 kap. 3 § miljöbalken och 5 § samma kapitel                 | 1998:808#K4P3 1998:808#K4P5
			Se 4 kap. 3 § miljöbalken och andra stycket samma paragraf      | 1998:808#K4P3 1998:808#K4P3S2
			Enligt 6 kap. 2 § skollagen och 8 § får 2 kap. samma lag vika   | 2010:800#K6P2 9999:999#K5P8 2010:800#K2
			""")
	void pointAtWhatWasCitedBefore(String text, String targets) {
		assertThat(targets(text)).containsExactly(targets.split(" "));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Hundar hålls enligt 4 § lagen (2001:1) om hundar              | 2001:1#P4
			Hundar hålls enligt förordningen (2001:2)                     | 2001:2
			Hundar hålls enligt 4 § i den upphävda hundlagen (1950:3)     | 1950:3#P4
			Hundar hålls enligt hundlagen (1950:3)                        | 1950:3
			Hundar hålls enligt 4 § hundlagen (SFS 1950:3)                | 1950:3#P4
			Hundar hålls enligt 4 § lagen den 3 maj 1943 (nr 44) om djur  | 1943:44#P4
			Hundar hålls enligt 2 § kungörelsen (1877:31 s. 1) om hundar  | 1877:31 s.1#P2
			Hundar hålls enligt plan- och bygglagen                       | 2010:900
			Hundar hålls enligt 3 § plan- och bygglagen (2010:900)        | 2010:900#P3
			Hundar hålls enligt jakt- och miljöbalken                     | 1998:808
			Hundar hålls enligt lagen om vårdval i kommuner               | 2008:962
			Hundar hålls enligt 2 kap. 1 § lagen om vårdval och mer       | 2009:963#K2P1
			Hundar hålls enligt 2 § va-lagen                              | 2006:412#P2
			Hundar hålls enligt 2 § Skollagen                             | 2010:800#P2
			Hundar hålls enligt skollagens bestämmelser                   | 2010:800
			""")
	void nameActsByNumberOrByName(String text, String target) {
		assertThat(targets(text)).containsExactly(target);
	}

	@ParameterizedTest
	@ValueSource(strings = { "4 kap.\n2 § rättegångs-\nbalken", "4\u00a0kap. 2\u00a0§ rättegångsbalken",
			"4 kap. 2\n§\r\nrättegångsbalken", "4 kap. 2 § rätte\u00adgångs\u00adbalken",
			"4\u202fkap. 2 § Rättegångsbalken", "4 kap. 2 § rätte-gångsbalken", "4 kap. 2 §\t rättegångsbalkens" })
	void areBrokenAnyhow(String text) {
		assertThat(targets("Det står i " + text + ".")).containsExactly("1942:740#K4P2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Hunden får hållas lös. Lag (2019:835).", "Hundar. Förordning (2019:835).",
			"/Upphör att gälla U:2027-01-01 genom lag (2018:1272)./ Hundar", "har upphävts genom lag (1986:645).",
			"artikel 6 i förordning (EU) 2016/679", "artikel 6.1 första stycket a och artiklarna 7 och 8 andra stycket",
			"rådets direktiv 2000/60/EG", "(EU) nr 1303/2013", "SOSFS 2008:1", "föreskrifterna (HSLF-FS 2017:40)",
			"3 § Hundverkets föreskrifter (HVFS 2010:3)", "prop. 2010/11:3 s. 4", "bet. 2010/11:KU1", "SOU 2010:1",
			"dir. 2010:12", "NJA 2010 s. 3", "den 3 maj 2010", "3 500 kronor", "ring 08-123 45 67", "kl. 8:30",
			"bilaga 2", "punkt 3 andra stycket", "3 § okändalagen", "2 kap. 3 § okändalagens", "3 § XYZL", "3 § lagen",
			"4 och 5 §§ förordningen", "3 § lagen om okända hundar", "3 § i 1904 års hundlag",
			"första stycket i bilagan", "lagen", "denna lag", "samma lag", "detta kapitel", "mark- och vattenlagen",
			"2 st hundar", "första hunden", "0 §", "förordning (EU) 2021/3 och direktiv 93/13/EEG" })
	void areNoneOfTheActsHere(String text) {
		assertThat(targets(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			4 kap. 6 och 7 a-9 §§ miljöbalken   | #K4 #K4P6 #K4P7a #K4P9 ''
			4 kap. 9 c § och 10 § miljöbalken   | #K4P9c #K4P10 ''
			6 § miljöbalken (1998:808)          | #P6
			6 § lagen (1998:808) om mycket      | #P6 ''
			6 § första och andra styckena MB    | #P6 #P6S1 #P6S2 ''
			6 § första stycket 2 och 3 MB       | #P6S1 #P6S1N2 #P6S1N3 ''
			3 och 5 §§ samma lag, 6 § MB        | #P6
			""")
	void areLinkedTogetherWithWhatTheyShare(String text, String places) {
		assertThat(READER.links(text, AT_HAND).stream().map(CitationMatch::target).map(Target::toString))
			.containsExactlyElementsOf(
					Stream.of(places.split(" ")).map((place) -> "1998:808" + place.replace("''", "")).toList());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Enligt 3 § första stycket MB krävs lov.     | 3 § första stycket MB
			Enligt 2 kap. 3 § miljöbalken (1998:808) …  | 2 kap. 3 § miljöbalken (1998:808)
			Enligt miljöbalkens 2 kap. 3 § krävs lov.   | miljöbalkens 2 kap. 3 §
			Enligt lagen om vårdval krävs lov.          | lagen om vårdval
			Enligt andra stycket 2 krävs lov.           | andra stycket 2
			Enligt 3 § i denna lag krävs lov.           | 3 §
			""")
	void standWhereTheirWordsAre(String text, String words) {
		assertThat(READER.read(text, AT_HAND)).singleElement()
			.satisfies((match) -> assertThat(text.substring(match.start(), match.end())).isEqualTo(words));
	}

	@Test
	void leaveOutTheChapterWhereSectionsRunOn() {
		Passage runningOn = new Passage(OWN, "5", "53", true, DAY);
		assertThat(targets("Enligt 54 §, 2 kap. 12 § och 3 kap. gäller annat än i första stycket.", runningOn))
			.containsExactly("9999:999#P54", "9999:999#P12", "9999:999#K3", "9999:999#P53S1");
	}

	@Test
	void belongToNoActWhereNoneIsAtHand() {
		assertThat(targets("Enligt 3 §, första stycket och denna lag", Passage.in(null, DAY))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2010-06-30, 1985:1100", "2010-07-01, 2010:800" })
	void nameWhatANameMeansOnTheDay(LocalDate day, String act) {
		CitationReader reader = new CitationReader(LawNames
			.of(List.of(new Row(Map.of("name", "skollagen", "law", "sfs:1985:1100", "until", LocalDate.of(2010, 7, 1))),
					new Row(Map.of("name", "skollagen", "law", "sfs:2010:800", "from", LocalDate.of(2010, 7, 1))))));
		assertThat(reader.read("skollagen", Passage.in(null, day))).extracting((match) -> match.target().toString())
			.containsExactly(act);
	}

	@RepeatedTest(1_000)
	void lieInTheTextWhateverItsWordsAre() {
		List<String> pieces = Instancio.ofList(String.class)
			.size(Instancio.gen().ints().range(1, 40).get())
			.generate(Select.all(String.class), (gen) -> gen.oneOf(PIECES))
			.create();
		lieIn(String.join(Instancio.gen().booleans().get() ? " " : "", pieces));
	}

	@RepeatedTest(200)
	void lieInTheTextWhateverAnybodyTypes() {
		lieIn(Instancio.gen().string().unicode().length(0, 500).get());
	}

	@ParameterizedTest
	@ValueSource(strings = { "1, ", "1 kap. ", "1 § ", "1 a-", "första, ", "första stycket 1, ", "3 § 1, 2 §§ ",
			"lagen om ", "plan- och ", "(", "artikel 1, ", "/A", "a- ", "a-\n", "den ", "samma ", "1998:808 ", "i ",
			"\u00ad", "-", "1:1 ", "punkt ", "MB ", "första stycket ", "Kungs ", "3 § första stycket, ", "lagen (",
			" " })
	void areFoundInLinearTime(String piece) {
		String text = piece.repeat(200_000 / piece.length());
		assertTimeoutPreemptively(Duration.ofSeconds(10), () -> READER.read(text, AT_HAND));
	}

	private static void lieIn(String text) {
		assertThatNoException().as(text).isThrownBy(() -> READER.links(text, AT_HAND));
		assertThat(READER.links(text, AT_HAND)).as(text).allSatisfy((match) -> {
			assertThat(match.start()).isNotNegative().isLessThan(match.end());
			assertThat(match.end()).isLessThanOrEqualTo(text.length());
			assertThat(Target.parse("sfs:" + match.target())).contains(match.target());
		});
	}

	private static List<String> targets(String text) {
		return targets(text, AT_HAND);
	}

	private static List<String> targets(String text, Passage passage) {
		return READER.read(text, passage).stream().map((match) -> match.target().toString()).toList();
	}

	private static Row name(String entry) {
		int parted = entry.lastIndexOf(' ');
		return new Row(Map.of("name", entry.substring(0, parted), "law", "sfs:" + entry.substring(parted + 1)));
	}

}
