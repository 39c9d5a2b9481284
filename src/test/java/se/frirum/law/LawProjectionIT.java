package se.frirum.law;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.platform.database.Transactions;

import static org.assertj.core.api.Assertions.assertThat;

/// How acts, their sections and what these said are read.
@FrirumTest
class LawProjectionIT {

	private static final String CREATE = """
			CREATE (law:Law {id: $id, key: $key, designation: $designation, title: 'Lag om prov', kind: 'ACT', known: true,
				uri: 'https://example.org'})-[:HAS_PROVISION]->(section:Provision {id: $id + '#P1', key: $id + '#|0001',
				section: '1', heading: 'Inledning'})
			WITH section
			UNWIND $wordings AS row
			CREATE (section)-[:HAS_WORDING]->(wording:Wording)
			SET wording = row
			""";

	private static final String DELETE = """
			MATCH (law:Law {id: $id})-[:HAS_PROVISION]->(section)-[:HAS_WORDING]->(wording)
			DETACH DELETE law, section, wording
			""";

	private final Api api;

	private final Transactions transactions;

	private final Clock clock;

	private final LawId act = new LawId("sfs:%d:9998".formatted(ThreadLocalRandom.current().nextInt(2100, 10_000)));

	LawProjectionIT(Api api, Transactions transactions, Clock clock) {
		this.api = api;
		this.clock = clock;
		this.transactions = transactions;
	}

	@BeforeEach
	void bringAnActWhoseSectionChanges() {
		List<Map<String, Object>> wordings = List.of(wording("Nu", "2020-01-01", "2027-01-01", "2019:1"),
				wording("Kanske", null, null, "2026:3"), wording("Sedan", "2027-01-01", null, "2026:2"),
				wording("Förr", null, "2020-01-01", null));
		wordings.get(1).put("entryUndetermined", true);
		this.transactions.write(() -> this.transactions.query(CREATE, Map.of("id", this.act.value(), "key",
				this.act.key(), "designation", this.act.designation(), "wordings", wordings)));
	}

	@AfterEach
	void takeItAwayAgain() {
		this.transactions.write(() -> this.transactions.query(DELETE, Map.of("id", this.act.value())));
	}

	@Test
	void showsAnActWithAllThatTheRegisterKnows() {
		Answer answer = this.api.query("""
				{ law(designation: "2001:453") { id designation title name abbreviation kind department
					responsible { name } issuedOn inForceFrom ceasesOn known uri trial { id } } }""");
		assertThat(answer.errors()).isEmpty();
		assertThat(answer.text("law.id")).isEqualTo("sfs:2001:453");
		assertThat(answer.text("law.designation")).isEqualTo("2001:453");
		assertThat(answer.text("law.title")).isEqualTo("Socialtjänstlag (2001:453)");
		assertThat(answer.text("law.name")).isEqualTo("socialtjänstlagen");
		assertThat(answer.text("law.abbreviation")).isEqualTo("SoL");
		assertThat(answer.text("law.kind")).isEqualTo("ACT");
		assertThat(answer.at("law.department").isNull()).isTrue();
		assertThat(answer.at("law.responsible").isNull()).isTrue();
		assertThat(answer.text("law.issuedOn")).isEqualTo("2001-06-07");
		assertThat(answer.text("law.inForceFrom")).isEqualTo("2002-01-01");
		assertThat(answer.text("law.ceasesOn")).isEqualTo("2025-07-01");
		assertThat(answer.at("law.known").asBoolean()).isTrue();
		assertThat(answer.text("law.uri")).isEqualTo("https://rkrattsbaser.gov.se/sfst?bet=2001:453");
		assertThat(answer.at("law.trial").isNull()).isTrue();
	}

	@Test
	void showsWhoIsResponsibleForAnAct() {
		Answer answer = this.api
			.query("{ law(designation: \"2025:400\") { department responsible { id name kind } } }");
		assertThat(answer.text("law.department")).isEqualTo("Socialdepartementet");
		assertThat(answer.text("law.responsible.id")).isEqualTo("organisation:socialdepartementet");
		assertThat(answer.text("law.responsible.kind")).isEqualTo("MINISTRY");
	}

	@Test
	void showsTheTrialThatAnActIs() {
		assertThat(this.api.query("{ law(designation: \"1997:1144\") { trial { reference } } }")
			.text("law.trial.reference")).isEqualTo("T-SFS-1997:1144");
	}

	@Test
	void showsTheChaptersOfAnActInTheirOrder() {
		Answer answer = this.api.query("""
				{ law(designation: "2010:800") { chapters { number sectionCount }
					provisions(chapter: "17 a", first: 1) { totalCount } }
				other: law(designation: "1990:782") { chapters { number } } }""");
		List<String> numbers = answer.texts("law.chapters", "number");
		assertThat(numbers).startsWith("1", "2").containsSequence("17", "17 a", "18");
		assertThat(answer.texts("law.chapters", "sectionCount").get(numbers.indexOf("17 a")))
			.isEqualTo(answer.text("law.provisions.totalCount"));
		assertThat(answer.at("other.chapters").isEmpty()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "sfs:2010:800, Law", "sfs:2010:800#K17aP2, Provision", "celex:32016R0679, Law" })
	void findsActsAndSectionsById(String id, String type) {
		Answer answer = this.api.query("query ($id: ID!) { node(id: $id) { __typename id } }", Map.of("id", id));
		assertThat(answer.text("node.__typename")).isEqualTo(type);
		assertThat(answer.text("node.id")).isEqualTo(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "fs:NOWHERE 2000:1", "sfs:2010:800#K99P1" })
	void findsNothingByAnIdThatIsNotThere(String id) {
		Answer answer = this.api.query("query ($id: ID!) { node(id: $id) { id } }", Map.of("id", id));
		assertThat(answer.errors()).isEmpty();
		assertThat(answer.at("node").isNull()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1899:9999", "skollagen", "" })
	void showsNoActThatIsNotThere(String designation) {
		Answer answer = this.api.query("query ($act: String!) { law(designation: $act) { id } }",
				Map.of("act", designation));
		assertThat(answer.errors()).isEmpty();
		assertThat(answer.at("law").isNull()).isTrue();
	}

	@Test
	void listsTheSectionsOfAChapterByNumberAndLetter() {
		assertThat(sections("17 a")).containsSubsequence("1", "2", "9", "10", "18").hasSize(18);
		assertThat(sections("17a")).isEqualTo(sections("17 a"));
		assertThat(sections("2")).containsSubsequence("2", "2 a", "2 b", "3", "22", "22 a", "22 b", "22 c", "23");
		assertThat(sections("99")).isEmpty();
	}

	@Test
	void listsChaptersByNumberAndLetter() {
		Answer answer = this.api
			.query("""
					{ law(designation: "1915:218") { provisions(first: 100) { totalCount nodes { chapter section } } } }""");
		assertThat(answer.texts("law.provisions.nodes", "section")).hasSize(41).startsWith("1", "2").endsWith("41");
		assertThat(answer.texts("law.provisions.nodes", "chapter")).isSorted().startsWith("1").endsWith("4");
		assertThat(answer.at("law.provisions.totalCount").asInt()).isEqualTo(41);
	}

	@Test
	void showsASectionOfWhichOnlyTheNumberIsKnown() {
		Answer answer = this.api.query("""
				{ provision(citation: "17 a kap. 2 § skollagen") { id chapter section citation heading text
					wordings { text } law { designation } } }""");
		assertThat(answer.errors()).isEmpty();
		assertThat(answer.text("provision.id")).isEqualTo("sfs:2010:800#K17aP2");
		assertThat(answer.text("provision.chapter")).isEqualTo("17 a");
		assertThat(answer.text("provision.section")).isEqualTo("2");
		assertThat(answer.text("provision.citation")).isEqualTo("17 a kap. 2 § skollagen (2010:800)");
		assertThat(answer.at("provision.heading").isNull()).isTrue();
		assertThat(answer.at("provision.text").isNull()).isTrue();
		assertThat(answer.at("provision.wordings")).isEmpty();
		assertThat(answer.text("provision.law.designation")).isEqualTo("2010:800");
	}

	@Test
	void showsASectionOfAnActWithoutChapters() {
		Answer answer = this.api
			.query("{ provision(citation: \"3 § arkivlagen\") { chapter section citation law { name } } }");
		assertThat(answer.at("provision.chapter").isNull()).isTrue();
		assertThat(answer.text("provision.citation")).isEqualTo("3 § arkivlagen (1990:782)");
	}

	@ParameterizedTest
	@CsvSource({ "1900-01-01, Förr", "2019-12-31, Förr", "2020-01-01, Nu", "2026-12-31, Nu", "2027-01-01, Sedan",
			"2099-01-01, Sedan" })
	void tellsWhatASectionSaysOnADay(LocalDate day, String text) {
		assertThat(section("text(on: \"%s\")".formatted(day)).text("node.text")).isEqualTo(text);
	}

	@Test
	void tellsWhatASectionSaysTodayWhereNoDayIsSaid() {
		String today = "text(on: \"%s\")".formatted(LocalDate.now(this.clock));
		assertThat(section("text").text("node.text")).isEqualTo(section(today).text("node.text"));
	}

	@Test
	void tellsTwoDaysApartInOneQuestion() {
		Answer answer = section("before: text(on: \"2026-12-31\") after: text(on: \"2027-01-01\")");
		assertThat(answer.text("node.before")).isEqualTo("Nu");
		assertThat(answer.text("node.after")).isEqualTo("Sedan");
	}

	@Test
	void tellsAllWordingsByTheirDates() {
		Answer answer = section("heading wordings { text inForceFrom ceasesOn entryUndetermined amendedBy }");
		assertThat(answer.text("node.heading")).isEqualTo("Inledning");
		assertThat(answer.texts("node.wordings", "text")).containsExactly("Förr", "Nu", "Sedan", "Kanske");
		assertThat(answer.at("node.wordings.0.inForceFrom").isNull()).isTrue();
		assertThat(answer.text("node.wordings.0.ceasesOn")).isEqualTo("2020-01-01");
		assertThat(answer.text("node.wordings.1.inForceFrom")).isEqualTo("2020-01-01");
		assertThat(answer.text("node.wordings.1.amendedBy")).isEqualTo("2019:1");
		assertThat(answer.texts("node.wordings", "entryUndetermined")).containsExactly("false", "false", "false",
				"true");
	}

	@ParameterizedTest
	@ValueSource(strings = { "skollagen", "SkolL", "skollag", "2010:800" })
	void findsActsByTheirWords(String text) {
		assertThat(laws(Map.of("text", text))).contains("2010:800");
	}

	@Test
	void findsActsThatHaveAllWords() {
		assertThat(laws(Map.of("text", "lagen offentlig upphandling"))).contains("2016:1145")
			.doesNotContain("2010:800");
		assertThat(laws(Map.of("text", "skollagen kommunallagen"))).isEmpty();
	}

	@Test
	void findsActsOfAKind() {
		assertThat(laws(Map.of("kinds", List.of("CONSTITUTION")))).contains("1974:152", "1949:105")
			.doesNotContain("2010:800");
		assertThat(laws(Map.of("kinds", List.of("CONSTITUTION", "EU_ACT")))).contains("1974:152", "32016R0679");
		assertThat(laws(Map.of("kinds", List.of()))).isEmpty();
	}

	@Test
	void findsActsOfADepartment() {
		assertThat(laws(Map.of("department", "Socialdepartementet"))).contains("2025:400").doesNotContain("2010:800");
		assertThat(laws(Map.of("department", "Nobody"))).isEmpty();
	}

	@Test
	void findsTrialLegislationOrNone() {
		Map<String, Object> named = Map.of("text", "försöksverksamhet");
		assertThat(laws(with(named, "trialLegislation", true))).contains("1996:1414", "1997:1144");
		assertThat(laws(with(named, "trialLegislation", false))).doesNotContain("1996:1414", "1997:1144");
		assertThat(laws(Map.of("trialLegislation", false, "text", "skollagen"))).contains("2010:800");
		assertThat(laws(Map.of("trialLegislation", true, "text", "skollagen"))).doesNotContain("2010:800");
	}

	@ParameterizedTest
	@CsvSource({ "2001-12-31, 1980:620", "2002-01-01, 2001:453", "2025-06-30, 2001:453", "2025-07-01, 2025:400" })
	void findsActsInForceOnADay(String day, String designation) {
		List<String> all = List.of("1980:620", "2001:453", "2025:400");
		assertThat(laws(Map.of("inForceOn", day, "text", "socialtjänstlag"))).filteredOn(all::contains)
			.containsExactly(designation);
	}

	@Test
	void findsActsThatFulfilAllThatIsAsked() {
		assertThat(laws(Map.of("text", "socialtjänstlag", "kinds", List.of("ORDINANCE")))).doesNotContain("2025:400");
		assertThat(laws(Map.of("text", "socialtjänstlag", "kinds", List.of("ACT"), "department", "Socialdepartementet",
				"trialLegislation", false, "inForceOn", "2026-01-01")))
			.contains("2025:400")
			.doesNotContain("2001:453");
	}

	@Test
	void listsActsByYearAndNumber() {
		assertThat(laws(Map.of("text", "socialtjänstlag"))).containsSubsequence("1980:620", "2001:453", "2025:400");
	}

	private List<String> sections(String chapter) {
		return this.api.query("""
				query ($chapter: String) {
					law(designation: "2010:800") { provisions(chapter: $chapter, first: 100) { nodes { section } } }
				}""", Map.of("chapter", chapter)).texts("law.provisions.nodes", "section");
	}

	private Answer section(String fields) {
		Answer answer = this.api.query(
				"query ($id: ID!) { node(id: $id) { ... on Provision { %s } } }".formatted(fields),
				Map.of("id", this.act.value() + "#P1"));
		assertThat(answer.errors()).as(answer.toString()).isEmpty();
		return answer;
	}

	private List<String> laws(Map<String, Object> filter) {
		Answer answer = this.api.query(
				"query ($filter: LawFilter) { laws(filter: $filter, first: 100) { nodes { designation } } }",
				Map.of("filter", filter));
		assertThat(answer.errors()).as(answer.toString()).isEmpty();
		return answer.texts("laws.nodes", "designation");
	}

	private static Map<String, Object> with(Map<String, Object> filter, String name, Object value) {
		Map<String, Object> more = new HashMap<>(filter);
		more.put(name, value);
		return more;
	}

	private static Map<String, Object> wording(String text, @Nullable String from, @Nullable String until,
			@Nullable String amendedBy) {
		Map<String, Object> wording = new HashMap<>();
		wording.put("text", text);
		wording.put("inForceFrom", (from != null) ? LocalDate.parse(from) : null);
		wording.put("ceasesOn", (until != null) ? LocalDate.parse(until) : null);
		wording.put("amendedBy", amendedBy);
		return wording;
	}

}
