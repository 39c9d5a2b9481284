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

/// What acts and sections say about each other, on three acts of the test's own: the
/// cited (A: 1 kap. 1–2 §§, 2 kap. 1 §), an ordinance that cites it (B: 1–3 §§), and an
/// act that cites it as a whole (C: 1 §).
@FrirumTest
class LawLinksIT {

	private static final String CREATE = """
			UNWIND $acts AS row
			CREATE (law:Law {id: row.id, key: row.key, designation: row.designation, title: 'Lag om prov ' + row.designation,
				kind: 'ACT', known: true, uri: 'https://example.org', cited: '000000|' + row.key, mark: $mark})
			WITH law, row
			UNWIND row.sections AS section
			CREATE (law)-[:HAS_PROVISION]->(:Provision {id: row.id + '#' + section.place, key: row.id + '#' + section.place,
				chapter: section.chapter, section: section.section, mark: $mark})
			""";

	private static final String LINK = """
			UNWIND $links AS row
			MATCH (from:Provision {id: row.from})
			CALL (row) {
				MATCH (to:Provision {id: row.to}) RETURN to
				UNION
				MATCH (to:Law {id: row.to}) RETURN to
			}
			CREATE (from)-[link:%s]->(to)
			SET link = row.values
			""";

	private static final String DELETE = """
			MATCH (node:Law|Provision|Amendment) WHERE node.id > '' AND node.mark = $mark
			DETACH DELETE node
			""";

	private final Api api;

	private final Transactions transactions;

	private final CitedActs citedActs;

	private final LocalDate today;

	private final int year = ThreadLocalRandom.current().nextInt(2100, 9_000);

	private final String a = act("1");

	private final String b = act("2");

	private final String c = act("3");

	LawLinksIT(Api api, Transactions transactions, CitedActs citedActs, Clock clock) {
		this.api = api;
		this.transactions = transactions;
		this.citedActs = citedActs;
		this.today = LocalDate.now(clock);
	}

	private String act(String number) {
		return "sfs:%d:%s".formatted(this.year, number);
	}

	@BeforeEach
	void bringThreeActs() {
		write(CREATE,
				Map.of("mark", this.year, "acts",
						List.of(row(this.a, section("1", "1"), section("1", "2"), section("2", "1")),
								row(this.b, section(null, "1"), section(null, "2"), section(null, "3")),
								row(this.c, section(null, "1")))));
	}

	@AfterEach
	void takeThemAwayAgain() {
		write(DELETE, Map.of("mark", this.year));
	}

	@Test
	void aSectionTellsWhatItCitesAndWhatCitesIt() {
		cites(this.b + "#P1", this.a + "#K1P1", Map.of());
		cites(this.b + "#P1", this.b + "#P2", Map.of());
		cites(this.b + "#P2", this.a + "#K1P1", Map.of());
		cites(this.b + "#P1", this.c, Map.of());
		Answer citing = provision(this.b + "#P1",
				"cites { nodes { id } totalCount } citesActs { nodes { designation } totalCount }");
		assertThat(citing.texts("node.cites.nodes", "id")).containsExactly(this.a + "#K1P1", this.b + "#P2");
		assertThat(citing.at("node.cites.totalCount").asInt()).isEqualTo(2);
		assertThat(citing.texts("node.citesActs.nodes", "designation")).containsExactly(this.year + ":3");
		Answer cited = provision(this.a + "#K1P1", "citedBy { nodes { id law { designation } } totalCount }");
		assertThat(cited.texts("node.citedBy.nodes", "id")).containsExactly(this.b + "#P1", this.b + "#P2");
		assertThat(cited.at("node.citedBy.totalCount").asInt()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "-1, 1, true", "0, 1, true", "-2, 0, false", "1, 2, false" })
	void aCitationHoldsAsLongAsItsWording(int from, int until, boolean holds) {
		cites(this.b + "#P1", this.a + "#K1P1",
				Map.of("from", this.today.plusDays(from), "until", this.today.plusDays(until)));
		assertThat(citedBy()).isEqualTo(holds ? List.of(this.b + "#P1") : List.of());
		assertThat(actsCiting()).isEqualTo(holds ? List.of(this.year + ":2") : List.of());
	}

	@Test
	void aSectionOfWhichTwoWordingsCiteAnotherCitesItOnce() {
		cites(this.b + "#P1", this.a + "#K1P1", Map.of());
		cites(this.b + "#P1", this.a + "#K1P1", Map.of("from", this.today.minusDays(1)));
		assertThat(citedBy()).containsExactly(this.b + "#P1");
	}

	@Test
	void anActTellsWhichOtherActsCiteItOrAPartOfItEachOnce() {
		cites(this.b + "#P1", this.a + "#K1P1", Map.of());
		cites(this.b + "#P2", this.a + "#K1P2", Map.of());
		cites(this.c + "#P1", this.a, Map.of("section", "K9P9"));
		cites(this.a + "#K1P2", this.a + "#K1P1", Map.of());
		assertThat(actsCiting()).containsExactly(this.year + ":2", this.year + ":3");
	}

	@Test
	void theListOfActsThatCiteAnActIsPaged() {
		cites(this.b + "#P1", this.a + "#K1P1", Map.of());
		cites(this.c + "#P1", this.a, Map.of());
		Answer first = whole(
				"citedBy(first: 1) { nodes { designation } totalCount pageInfo { endCursor hasNextPage } }");
		assertThat(first.texts("law.citedBy.nodes", "designation")).containsExactly(this.year + ":2");
		assertThat(first.at("law.citedBy.totalCount").asInt()).isEqualTo(2);
		assertThat(first.at("law.citedBy.pageInfo.hasNextPage").asBoolean()).isTrue();
		Answer second = whole("citedBy(first: 1, after: \"%s\") { nodes { designation } pageInfo { hasNextPage } }"
			.formatted(first.text("law.citedBy.pageInfo.endCursor")));
		assertThat(second.texts("law.citedBy.nodes", "designation")).containsExactly(this.year + ":3");
		assertThat(second.at("law.citedBy.pageInfo.hasNextPage").asBoolean()).isFalse();
	}

	@Test
	void anActThatLawCitesShowsThoughItIsNotLoaded() {
		write("MATCH (law:Law {id: $id}) SET law.known = false", Map.of("id", this.c));
		assertThat(law(this.c, "known").at("law").isNull()).isTrue();
		cites(this.b + "#P1", this.c, Map.of());
		assertThat(law(this.c, "known").at("law.known").asBoolean()).isFalse();
		assertThat(law(this.c, "citedBy { nodes { designation } }").texts("law.citedBy.nodes", "designation"))
			.containsExactly(this.year + ":2");
	}

	@Test
	void theActsThatMostOthersCiteStandFirst() {
		String otherwise = "lag om prov " + this.year;
		cites(this.b + "#P1", this.a + "#K1P1", Map.of());
		cites(this.c + "#P1", this.a, Map.of());
		cites(this.c + "#P1", this.b, Map.of());
		cites(this.a + "#K1P1", this.c, Map.of("until", this.today));
		this.transactions.write(this.citedActs::rank);
		assertThat(laws(otherwise, "MOST_CITED")).containsExactly(this.year + ":1", this.year + ":2", this.year + ":3");
		assertThat(laws(otherwise, "DESIGNATION")).containsExactly(this.year + ":1", this.year + ":2",
				this.year + ":3");
		cites(this.a + "#K1P1", this.c, Map.of());
		cites(this.b + "#P1", this.c, Map.of());
		assertThat(this.transactions.write(this.citedActs::rank)).isEqualTo(1);
		assertThat(laws(otherwise, "MOST_CITED")).containsExactly(this.year + ":3", this.year + ":1", this.year + ":2");
		assertThat(this.transactions.write(this.citedActs::rank)).as("nothing moved since").isZero();
	}

	@Test
	void aCursorIsGoodForItsOrderOnly() {
		String cursor = this.api.query("{ laws(orderBy: MOST_CITED, first: 1) { pageInfo { endCursor } } }")
			.text("laws.pageInfo.endCursor");
		assertThat(this.api
			.query("query ($after: String) { laws(after: $after) { totalCount nodes { id } } }",
					Map.of("after", cursor))
			.errors()).containsExactly("BAD_REQUEST");
	}

	@Test
	void aSectionTellsWhatSetsItOrItsChapterAsideButNotItsAct() {
		derogates(this.b + "#P1", this.a + "#K1P1", "DOES_NOT_APPLY", "#K1P1S2");
		derogates(this.b + "#P2", this.a, "MAY_DEVIATE", "");
		derogates(this.b + "#P3", this.a, "EXCEPT", "#K1");
		derogates(this.c + "#P1", this.a, "NOTWITHSTANDING", "#K9P9");
		String fields = "derogations { nodes { kind target passage provision { id } by { id } } totalCount }";
		Answer first = provision(this.a + "#K1P1", fields);
		assertThat(first.texts("node.derogations.nodes", "kind")).containsExactly("DOES_NOT_APPLY", "EXCEPT");
		assertThat(first.texts("node.derogations.nodes", "target")).containsExactly(this.year + ":1#K1P1S2",
				this.year + ":1#K1");
		assertThat(first.texts("node.derogations.nodes", "by.id")).containsExactly(this.b + "#P1", this.b + "#P3");
		assertThat(first.texts("node.derogations.nodes", "provision.id")).containsOnly(this.a + "#K1P1");
		assertThat(first.texts("node.derogations.nodes", "passage")).containsOnly("Så sägs det.");
		assertThat(first.at("node.derogations.totalCount").asInt()).isEqualTo(2);
		assertThat(provision(this.a + "#K2P1", fields).texts("node.derogations.nodes", "kind")).isEmpty();
	}

	@Test
	void anActTellsWhatSetsItOrAPartOfItAside() {
		derogates(this.b + "#P1", this.a + "#K1P1", "DOES_NOT_APPLY", "#K1P1");
		derogates(this.b + "#P1", this.a + "#K1P1", "DOES_NOT_APPLY", "#K1P1S2");
		derogates(this.c + "#P1", this.a, "NOTWITHSTANDING", "");
		Answer answer = whole("derogations(first: 2) { nodes { kind target provision { id } by { id } } totalCount "
				+ "pageInfo { endCursor } }");
		assertThat(answer.texts("law.derogations.nodes", "provision.id")).containsOnly(this.a + "#K1P1");
		assertThat(answer.texts("law.derogations.nodes", "target")).containsExactlyInAnyOrder(this.year + ":1#K1P1",
				this.year + ":1#K1P1S2");
		assertThat(answer.at("law.derogations.totalCount").asInt()).isEqualTo(3);
		Answer rest = whole("derogations(after: \"%s\") { nodes { kind target provision { id } by { id } } }"
			.formatted(answer.text("law.derogations.pageInfo.endCursor")));
		assertThat(rest.texts("law.derogations.nodes", "kind")).containsExactly("NOTWITHSTANDING");
		assertThat(rest.at("law.derogations.nodes.0.provision").isNull()).isTrue();
	}

	@Test
	void aSectionAndItsActTellWhoMayAlreadyGrantAnException() {
		empowers(this.a + "#K1P2", this.a + "#K1P1", "GOVERNMENT", "REGULATION", "#K1P1");
		empowers(this.a + "#K2P1", this.a, "AGENCY", "INDIVIDUAL_DECISION", "");
		String fields = "exceptionPowers { holder form target passage by { id } }";
		Answer section = provision(this.a + "#K1P1", fields);
		assertThat(section.texts("node.exceptionPowers", "holder")).containsExactly("GOVERNMENT", "AGENCY");
		assertThat(section.texts("node.exceptionPowers", "form")).containsExactly("REGULATION", "INDIVIDUAL_DECISION");
		assertThat(section.texts("node.exceptionPowers", "target")).containsExactly(this.year + ":1#K1P1",
				this.year + ":1");
		assertThat(section.texts("node.exceptionPowers", "by.id")).containsExactly(this.a + "#K1P2", this.a + "#K2P1");
		assertThat(provision(this.a + "#K2P1", fields).texts("node.exceptionPowers", "holder"))
			.containsExactly("AGENCY");
		assertThat(whole(fields).texts("law.exceptionPowers", "holder")).containsExactly("GOVERNMENT", "AGENCY");
	}

	@ParameterizedTest
	@ValueSource(strings = { "DEROGATES_FROM", "EMPOWERS_EXCEPTION" })
	void whatAWordingOfAnotherDaySaidIsNotTold(String kind) {
		Map<String, Object> values = Map.of("kind", "EXCEPT", "holder", "GOVERNMENT", "form", "REGULATION", "target",
				this.year + ":1#K1P1", "passage", "Så sägs det.");
		for (Map<String, Object> period : List.<Map<String, Object>>of(Map.of("until", this.today),
				Map.of("from", this.today.plusDays(1)))) {
			Map<String, Object> link = new HashMap<>(values);
			link.putAll(period);
			link(kind, this.b + "#P1", this.a + "#K1P1", link);
		}
		Answer answer = provision(this.a + "#K1P1", "derogations { totalCount } exceptionPowers { holder }");
		assertThat(answer.at("node.derogations.totalCount").asInt()).isZero();
		assertThat(answer.at("node.exceptionPowers")).isEmpty();
	}

	@Test
	void anActTellsWhatAmendedIt() {
		for (int number : List.of(90, 100)) {
			write("""
					MATCH (law:Law {id: $act}), (section:Provision {id: $act + '#K1P2'})
					CREATE (amendment:Amendment {id: 'sfs:' + $designation, key: $key, designation: $designation, mark: $mark,
						title: 'Lag om ändring', inForceFrom: $today, note: 'ändr. 1 kap. 2 §', preparatoryWorks: 'Prop. 1'}),
						(amendment)-[:AMENDS]->(law), (amendment)-[:AMENDS]->(section)""",
					Map.of("act", this.a, "designation", this.year + ":" + number, "key",
							new LawId(act("" + number)).key(), "mark", this.year, "today", this.today));
		}
		Answer answer = whole("""
				amendments(first: 1) { totalCount pageInfo { endCursor } nodes {
					designation title inForceFrom note preparatoryWorks provisions { id } } }""");
		assertThat(answer.at("law.amendments.totalCount").asInt()).isEqualTo(2);
		assertThat(answer.text("law.amendments.nodes.0.designation")).isEqualTo(this.year + ":100");
		assertThat(answer.text("law.amendments.nodes.0.title")).isEqualTo("Lag om ändring");
		assertThat(answer.text("law.amendments.nodes.0.inForceFrom")).isEqualTo(this.today.toString());
		assertThat(answer.text("law.amendments.nodes.0.note")).isEqualTo("ändr. 1 kap. 2 §");
		assertThat(answer.text("law.amendments.nodes.0.preparatoryWorks")).isEqualTo("Prop. 1");
		assertThat(answer.texts("law.amendments.nodes.0.provisions", "id")).containsExactly(this.a + "#K1P2");
		assertThat(whole("amendments(after: \"%s\") { nodes { designation } }"
			.formatted(answer.text("law.amendments.pageInfo.endCursor"))).texts("law.amendments.nodes", "designation"))
			.containsExactly(this.year + ":90");
	}

	@Test
	void anActAndItsSectionsTellWhereTheyStand() {
		write("""
				MATCH (law:Law {id: $act})-[:HAS_PROVISION]->(section)
				SET law.leftSourceOn = $today, law.transitional = 'Lagen träder i kraft i dag.',
					section.chapterHeading = 'Om prov', section.division = 'Första avdelningen'""",
				Map.of("act", this.a, "today", this.today));
		Answer answer = whole("leftSourceOn transitional provisions(first: 1) { nodes { chapterHeading division } }");
		assertThat(answer.text("law.leftSourceOn")).isEqualTo(this.today.toString());
		assertThat(answer.text("law.transitional")).isEqualTo("Lagen träder i kraft i dag.");
		assertThat(answer.text("law.provisions.nodes.0.chapterHeading")).isEqualTo("Om prov");
		assertThat(answer.text("law.provisions.nodes.0.division")).isEqualTo("Första avdelningen");
	}

	private List<String> citedBy() {
		return provision(this.a + "#K1P1", "citedBy { nodes { id } }").texts("node.citedBy.nodes", "id");
	}

	private List<String> actsCiting() {
		return whole("citedBy { nodes { designation } }").texts("law.citedBy.nodes", "designation");
	}

	private Answer whole(String fields) {
		return law(this.a, fields);
	}

	private Answer law(String id, String fields) {
		Answer answer = this.api.query("query ($act: String!) { law(designation: $act) { %s } }".formatted(fields),
				Map.of("act", id));
		assertThat(answer.errors()).as(answer.toString()).isEmpty();
		return answer;
	}

	private Answer provision(String id, String fields) {
		Answer answer = this.api.query(
				"query ($id: ID!) { node(id: $id) { ... on Provision { %s } } }".formatted(fields), Map.of("id", id));
		assertThat(answer.errors()).as(answer.toString()).isEmpty();
		return answer;
	}

	private List<String> laws(String text, String order) {
		return this.api
			.query("""
					query ($text: String, $order: LawOrder) {
						laws(filter: {text: $text}, orderBy: $order) { nodes { designation } } }""",
					Map.of("text", text, "order", order))
			.texts("laws.nodes", "designation");
	}

	private void cites(String from, String to, Map<String, ?> values) {
		link("CITES", from, to, values);
	}

	private void derogates(String by, String from, String kind, String place) {
		link("DEROGATES_FROM", by, from,
				Map.of("kind", kind, "passage", "Så sägs det.", "target", this.year + ":1" + place));
	}

	private void empowers(String by, String from, String holder, String form, String place) {
		link("EMPOWERS_EXCEPTION", by, from,
				Map.of("holder", holder, "form", form, "passage", "Så sägs det.", "target", this.year + ":1" + place));
	}

	private void link(String kind, String from, String to, Map<String, ?> values) {
		write(LINK.formatted(kind), Map.of("links", List.of(Map.of("from", from, "to", to, "values", values))));
	}

	private void write(String statement, Map<String, Object> parameters) {
		this.transactions.write(() -> this.transactions.query(statement, parameters));
	}

	@SafeVarargs
	private static Map<String, Object> row(String id, Map<String, Object>... sections) {
		LawId act = new LawId(id);
		return Map.of("id", id, "key", act.key(), "designation", act.designation(), "sections", List.of(sections));
	}

	private static Map<String, Object> section(@Nullable String chapter, String section) {
		Map<String, Object> row = new HashMap<>();
		row.put("chapter", chapter);
		row.put("section", section);
		row.put("place", ((chapter != null) ? "K" + chapter : "") + "P" + section);
		return row;
	}

}
