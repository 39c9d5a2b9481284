package se.frirum.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.law.Resolution.Found;
import se.frirum.law.Resolution.Unresolved;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.ProblemCode;

import static org.assertj.core.api.Assertions.assertThat;

/// What citations mean in the register, on a day, and what to write where they mean
/// nothing.
@FrirumTest
class CitationsIT {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

	private final Citations citations;

	private final Transactions transactions;

	private final Api api;

	CitationsIT(Citations citations, Transactions transactions, Api api) {
		this.citations = citations;
		this.transactions = transactions;
		this.api = api;
	}

	@ParameterizedTest
	@ValueSource(strings = { "21 kap. 4 § skollagen", "21 kap 4 § SkolL", "21:4 SkolL", "21:4 skoll",
			"21 kap. 4 § skollagens", "21\u00a0kap.\u00a04\u00a0§\nskollagen", "21 kap. 4 § skollagen (2010:800)",
			"21 kap. 4 § SFS 2010:800", "21 kap. 4 § lagen (2010:800)", "sfs:2010:800#K21P4" })
	void findASectionHoweverItIsCited(String text) {
		assertThat(found(text, TODAY)).isEqualTo(new Found(target("2010:800#K21P4"), "sfs:2010:800#K21P4", false));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			21 kap. 3 § andra stycket 1 skollagen | 2010:800#K21P3S2N1 | sfs:2010:800#K21P3
			21 kap. 3 § 2 st. skollagen           | 2010:800#K21P3S2   | sfs:2010:800#K21P3
			sfs:2010:800#K21P3S2N1                | 2010:800#K21P3S2N1 | sfs:2010:800#K21P3
			17 a kap. 2 § skollagen               | 2010:800#K17aP2    | sfs:2010:800#K17aP2
			2 kap. 22 b § skollagen               | 2010:800#K2P22b    | sfs:2010:800#K2P22b
			3 § arkivlagen                        | 1990:782#P3        | sfs:1990:782#P3
			28:13 RB                              | 1942:740#K28P13    | sfs:1942:740#K28P13
			2 § lagen om kommunal energiplanering | 1977:439#P2        | sfs:1977:439#P2
			""")
	void keepThePlaceAsFarDownAsItIsCited(String text, String target, String section) {
		assertThat(found(text, TODAY)).isEqualTo(new Found(target(target), section, false));
	}

	@ParameterizedTest
	@CsvSource({ "skollagen, 2010:800", "2010:800, 2010:800", "21 kap. skollagen, 2010:800#K21" })
	void findAnActOrAChapterAsAWhole(String text, String target) {
		assertThat(found(text, TODAY)).isEqualTo(new Found(target(target), null, false));
	}

	@ParameterizedTest
	@CsvSource({ "1995-06-01, 1980:620", "2001-12-31, 1980:620", "2002-01-01, 2001:453", "2025-06-30, 2001:453",
			"2025-07-01, 2025:400", "2026-11-23, 2025:400" })
	void takeANameForTheActThatItMeansOnTheDay(LocalDate day, String designation) {
		assertThat(found("socialtjänstlagen", day).target()).isEqualTo(target(designation));
		assertThat(found("SoL", day).target()).isEqualTo(target(designation));
	}

	@Test
	void takeANameForTheActThatItMeansTodayWhereNoDayIsSaid() {
		assertThat(this.citations.resolve("1 kap. 1 § socialtjänstlagen").provisionId()).contains("sfs:2025:400#K1P1");
	}

	@Test
	void sayWhatToWriteInsteadOfAnActThatCeased() {
		assertThat(found("3 kap. 1 § socialtjänstlagen (2001:453)", LocalDate.of(2025, 6, 30)).target().law())
			.isEqualTo(new LawId("sfs:2001:453"));
		Unresolved ceased = unresolved("3 kap. 1 § socialtjänstlagen (2001:453)", LocalDate.of(2025, 7, 1));
		assertThat(ceased.code()).isEqualTo(ProblemCode.INVALID);
		assertThat(ceased.message()).contains("socialtjänstlagen (2001:453) applied through 2025-06-30", "(2025:400)");
	}

	@Test
	void sayThatANameNoLongerMeansAnAct() {
		Unresolved gone = unresolved("9 § personuppgiftslagen", TODAY);
		assertThat(gone.code()).isEqualTo(ProblemCode.INVALID);
		assertThat(gone.message()).contains("personuppgiftslagen", "1998:204");
	}

	@Test
	void askForTheNumberWhereANameMeansTwoActs() {
		String name = "provlagen " + letters();
		List<String> acts = List.of("sfs:2010:800", "sfs:2017:725");
		this.transactions.write(() -> this.transactions.query("""
				UNWIND $acts AS act
				MATCH (law:Law {id: act})
				CREATE (:LawName {name: $name})-[:MEANS]->(law)""", Map.of("acts", acts, "name", name)));
		Unresolved ambiguous = unresolved("1 kap. 1 § " + name, TODAY);
		this.transactions.write(() -> this.transactions.query("MATCH (name:LawName {name: $name}) DETACH DELETE name",
				Map.of("name", name)));
		assertThat(ambiguous.code()).isEqualTo(ProblemCode.INVALID);
		assertThat(ambiguous.message()).contains(name, "skollagen (2010:800)", "kommunallagen (2017:725)");
	}

	@Test
	void suggestActsThatAreCalledAlike() {
		Unresolved unknown = unresolved("21 kap. 4 § skolagen", TODAY);
		assertThat(unknown.code()).isEqualTo(ProblemCode.NOT_FOUND);
		assertThat(unknown.message()).contains("'skolagen'", "skollagen (2010:800)");
	}

	@Test
	void suggestNothingWhereNothingIsAlike() {
		Unresolved unknown = unresolved("4 § " + letters(), TODAY);
		assertThat(unknown.code()).isEqualTo(ProblemCode.NOT_FOUND);
		assertThat(unknown.message()).doesNotContain("Do you mean");
	}

	@ParameterizedTest
	@ValueSource(strings = { "99 kap. 1 § skollagen", "99:1 SkolL", "99 kap. skollagen", "sfs:2010:800#K99P1" })
	void sayWhichChapterIsTheLast(String text) {
		Unresolved wrong = unresolved(text, TODAY);
		assertThat(wrong.code()).isEqualTo(ProblemCode.NOT_FOUND);
		assertThat(wrong.message()).contains("skollagen (2010:800)", "99 kap.", "29 kap.");
	}

	@Test
	void sayWhichSectionsAChapterHas() {
		Unresolved wrong = unresolved("21 kap. 15 § skollagen", TODAY);
		assertThat(wrong.code()).isEqualTo(ProblemCode.NOT_FOUND);
		assertThat(wrong.message()).contains("21 kap. 15 §", "21 kap. 1 §", "21 kap. 14 §");
	}

	@Test
	void sayWhichSectionsAnActHas() {
		Unresolved wrong = unresolved("18 § arkivlagen", TODAY);
		assertThat(wrong.code()).isEqualTo(ProblemCode.NOT_FOUND);
		assertThat(wrong.message()).contains("arkivlagen (1990:782)", "18 §", "1 §", "17 §");
	}

	@Test
	void sayThatAnActHasNoChapters() {
		Unresolved wrong = unresolved("1 kap. 3 § arkivlagen", TODAY);
		assertThat(wrong.code()).isEqualTo(ProblemCode.NOT_FOUND);
		assertThat(wrong.message()).contains("has no chapters", "§ arkivlagen'");
	}

	@Test
	void sayThatAnActHasNoChaptersWhereOneIsCitedAlone() {
		assertThat(unresolved("1 kap. arkivlagen", TODAY).message()).contains("has no chapters", "§ arkivlagen'");
	}

	@Test
	void findAnActWhoseNameEndsWithAPoint() {
		for (String name : List.of("lagen om mottagande av asylsökande m.fl.",
				"lagen om mottagande av asylsökande m.fl")) {
			assertThat(found("2 § " + name, TODAY).provision()).isEqualTo("sfs:1994:137#P2");
		}
	}

	@Test
	void askForTheChapterWhereSeveralHaveTheSection() {
		Unresolved wrong = unresolved("4 § skollagen", TODAY);
		assertThat(wrong.code()).isEqualTo(ProblemCode.INVALID);
		assertThat(wrong.message()).contains("several chapters", "'1 kap. 4 §'");
	}

	/// Its sections run on from chapter to chapter.
	@Test
	void findTheChapterWhereOneOnlyHasTheSection() {
		assertThat(found("36 § avtalslagen", TODAY))
			.isEqualTo(new Found(target("1915:218#K3P36"), "sfs:1915:218#K3P36", false));
	}

	@ParameterizedTest
	@CsvSource({ "PROVFS 2017:40, PROVFS 2017:40", "4 kap. 2 § PROVFS 2017:40, PROVFS 2017:40#K4P2",
			"39999L0024, 39999L0024", "2 § lagen (1899:9999) om prov, 1899:9999#P2" })
	void takeANumberThatIsNotLoadedForAStub(String text, String target) {
		assertThat(found(text, TODAY)).isEqualTo(new Found(target(target), null, true));
	}

	@ParameterizedTest
	@CsvSource({ "PROVFS %s:1, fs:, AGENCY_REGULATION", "3%sL9999, celex:, EU_ACT", "%s:9999, sfs:, OTHER" })
	void rememberAnActThatIsOnlyCitedAsAStub(String form, String kind, String lawKind) {
		String designation = form.formatted(ThreadLocalRandom.current().nextInt(2100, 10_000));
		LawId act = new LawId(kind + designation);
		for (int time = 0; time < 2; time++) {
			this.transactions.write(() -> {
				this.citations.remember(act);
				return act;
			});
		}
		assertThat(this.transactions.lookUp("MATCH (law:Law {id: $id}) RETURN properties(law) AS law",
				Map.of("id", act.value())))
			.singleElement()
			.extracting((row) -> row.row("law").orElseThrow().values(), InstanceOfAssertFactories.MAP)
			.containsEntry("designation", designation)
			.containsEntry("title", designation)
			.containsEntry("kind", lawKind)
			.containsEntry("known", false)
			.containsEntry("uri", act.uri());
		assertThat(this.api.query("query ($act: String!) { law(designation: $act) { id } }", Map.of("act", designation))
			.at("law")
			.isNull()).as("shows while nothing that one sees cites it").isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "4 §", "21 kap. 4 §" })
	void sayHowToCiteWhereNothingIsCited(String text) {
		Unresolved none = unresolved(text, TODAY);
		assertThat(none.code()).isEqualTo(ProblemCode.INVALID);
		assertThat(none.message()).contains("21 kap. 4 § skollagen");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "%s ", "\" OR * ~", "{}[]^", "\u0000", "å" })
	void neverFailForGarbage(String piece) {
		for (String text : List.of(piece, piece.repeat(100), piece.repeat(10_000))) {
			Unresolved none = unresolved(text, TODAY);
			assertThat(none.message()).hasSizeLessThan(500);
		}
	}

	@ParameterizedTest
	@CsvSource({ "21:4 SkolL, sfs:2010:800#K21P4", "21 kap. 3 § andra stycket 1 skollagen, sfs:2010:800#K21P3",
			"sfs:2010:800#K21P4, sfs:2010:800#K21P4", "sfs:2010:800#K21P4S1N2, sfs:2010:800#K21P4" })
	void leadToTheSectionOverTheApi(String citation, String id) {
		Answer answer = provision(citation);
		assertThat(answer.text("provision.id")).isEqualTo(id);
		assertThat(provision(answer.text("provision.citation")).text("provision.id")).isEqualTo(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "skollagen", "21 kap. skollagen", "99:1 SkolL", "nonsense", "", "HSLF-FS 2017:40" })
	void leadNowhereOverTheApiWhereNoSectionIsMeant(String citation) {
		Answer answer = provision(citation);
		assertThat(answer.errors()).isEmpty();
		assertThat(answer.at("provision").isNull()).isTrue();
	}

	private Answer provision(String citation) {
		return this.api.query("query ($citation: String!) { provision(citation: $citation) { id citation } }",
				Map.of("citation", citation));
	}

	private Found found(String text, LocalDate day) {
		Resolution resolution = this.citations.resolve(text, day);
		assertThat(resolution).as(resolution.toString()).isInstanceOf(Found.class);
		return (Found) resolution;
	}

	private Unresolved unresolved(String text, LocalDate day) {
		Resolution resolution = this.citations.resolve(text, day);
		assertThat(resolution).as(resolution.toString()).isInstanceOf(Unresolved.class);
		return (Unresolved) resolution;
	}

	/// The place, from how the API writes it.
	private static Target target(String written) {
		LawId act = LawId.parse(written.replaceFirst("#.*", "")).orElseThrow();
		return Target.parse(act.value() + written.replaceFirst("^[^#]*", "")).orElseThrow();
	}

	/// A word that no act is called.
	private static String letters() {
		return UUID.randomUUID().toString().replaceAll("[-\\d]", "") + "xqzw";
	}

}
