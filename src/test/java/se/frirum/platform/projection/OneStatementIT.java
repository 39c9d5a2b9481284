package se.frirum.platform.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.summary.Plan;
import se.frirum.Api;
import se.frirum.Cases;
import se.frirum.FrirumTest;
import se.frirum.StatementCount;

import static org.assertj.core.api.Assertions.assertThat;

/// Each root field costs one statement in the database, whatever is asked of it, and that
/// starts at an index.
@FrirumTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneStatementIT {

	private final Api api;

	private final StatementCount database;

	private final Driver driver;

	private final Cases cases;

	OneStatementIT(Api api, StatementCount database, Driver driver) {
		this.api = api;
		this.database = database;
		this.driver = driver;
		this.cases = Cases.of(api);
	}

	@BeforeAll
	void sixtyCases() {
		for (int number = 0; number < 60; number++) {
			String id = this.cases.reported("reporter", "Hinder " + number,
					Map.of("blockedBy",
							List.of(Map.of("citation", "21 kap. 4 § skollagen"), Map.of("citation", "2017:725")),
							"services", List.of("education", "culture.libraries")));
			if (number % 20 == 0) {
				this.cases.endorsed(id, "reporter2");
			}
		}
	}

	private Api.Answer counted(int statements, String document, Map<String, ?> variables) {
		this.database.reset();
		Api.Answer answer = this.api.query(document, variables);
		assertThat(this.database.statements()).as(answer.toString()).hasSize(statements);
		assertThat(answer.errors()).isEmpty();
		return answer;
	}

	private Api.Answer once(String document) {
		return counted(1, document, Map.of());
	}

	@Test
	void aPageOfObstaclesCostsOneStatementWhicheverPage() {
		Map<String, Object> own = Map.of("text", this.cases.word());
		Map<String, Object> everything = Map.of();
		for (Map<String, Object> filter : List.of(own, everything)) {
			for (String document : List.of(Api.document("find-obstacles"),
					Api.document("find-obstacles").replace("totalCount", ""))) {
				Map<String, Object> variables = new HashMap<>(Map.of("filter", filter, "first", 25));
				Api.Answer first = counted(1, document, variables);
				variables.put("after", first.text("obstacles.pageInfo.endCursor"));
				Api.Answer middle = counted(1, document, variables);
				Api.Answer last = counted(1, document, Map.of("filter", filter, "last", 25));
				for (Api.Answer page : List.of(first, middle, last)) {
					assertThat(page.at("obstacles.edges")).hasSize(25);
				}
				assertThat(middle.at("obstacles.pageInfo.hasNextPage").asBoolean()).isTrue();
				assertThat(last.at("obstacles.pageInfo.hasNextPage").asBoolean()).isFalse();
				if (filter == own) {
					List.of(first, middle, last).forEach(OneStatementIT::complete);
				}
			}
		}
	}

	private static void complete(Api.Answer page) {
		assertThat(page.at("obstacles.edges")).allSatisfy((edge) -> {
			assertThat(edge.at("/node/reportedBy/name").asString()).isEqualTo("Norrköpings kommun");
			assertThat(edge.at("/node/blockedBy/0/law/name").asString()).isEqualTo("skollagen");
			assertThat(edge.at("/node/blockedBy/0/provision/citation").asString())
				.isEqualTo("21 kap. 4 § skollagen (2010:800)");
			assertThat(edge.at("/node/blockedBy/1/provision").isNull()).isTrue();
			assertThat(edge.at("/node/affects")).hasSize(2);
			assertThat(edge.at("/node/endorsementCount").isInt()).isTrue();
		});
	}

	@Test
	void thePlanOfEachOrderStartsAtAnIndex() {
		for (String order : List.of("NEWEST", "OLDEST", "MOST_ENDORSED", "RECENTLY_CHANGED")) {
			Map<String, Object> variables = new HashMap<>(Map.of("orderBy", order, "first", 25));
			Api.Answer first = counted(1, Api.document("find-obstacles"), variables);
			startsAtAnIndex();
			variables.put("after", first.text("obstacles.pageInfo.endCursor"));
			counted(1, Api.document("find-obstacles"), variables);
			startsAtAnIndex();
		}
	}

	@Test
	void thePlanOfEachFilterStartsAtAnIndex() {
		for (Map<String, Object> filter : List.of(Map.<String, Object>of("text", this.cases.word()),
				Map.<String, Object>of("law", "2010:800"), Map.<String, Object>of("organisation", "organisation:0581"),
				Map.<String, Object>of("service", "education"), Map.<String, Object>of("area", "05"))) {
			counted(1, Api.document("find-obstacles"), Map.of("filter", filter, "first", 25));
			startsAtAnIndex();
		}
		this.database.reset();
		this.api.run("find-obstacles", Map.of("filter", Map.of("provision", "sfs:2010:800#K21P4")));
		startsAtAnIndex();
	}

	@Test
	void thePlansOfOtherRootFieldsStartAtAnIndex() {
		for (String field : List.of("law(designation: \"2010:800\") { title provisions { nodes { section } } }",
				"laws { nodes { title } totalCount }", "laws(orderBy: MOST_CITED) { nodes { title } totalCount }",
				"provision(citation: \"sfs:2010:800#K21P4\") { heading }",
				"area(code: \"0581\") { name ... on Municipality { obstacleCount } }", "municipalities { name }",
				"municipalities(county: \"25\") { name }", "services { name children { name } }",
				"service(code: \"education\") { name obstacleCount }", "obstacle(id: \"obstacle:x\") { title }",
				"obstacle(reference: \"H-2026-0001\") { title }", "trial(reference: \"T-2026-0001\") { title }",
				"trials { nodes { title } totalCount }",
				"effectiveRules(area: \"2580\", on: \"2027-01-01\") { law { name } }",
				"events { nodes { type } totalCount }", "events(about: \"obstacle:x\") { nodes { type } }",
				"node(id: \"organisation:0581\") { id }")) {
			this.database.reset();
			assertThat(this.api.query("{ " + field + " }").errors()).as(field).isEmpty();
			startsAtAnIndex();
		}
	}

	/// The outermost subqueries are what the statement starts with; all others start
	/// where those are.
	private void startsAtAnIndex() {
		List<String> statements = this.database.statements();
		assertThat(statements).isNotEmpty();
		try (Session session = this.driver.session()) {
			for (String subquery : statements.stream().flatMap((each) -> outermost(each).stream()).toList()) {
				List<Plan> operators = new ArrayList<>();
				collect(session.run("EXPLAIN " + subquery).consume().plan(), operators);
				assertThat(operators).as(subquery).noneMatch(OneStatementIT::looksAtAll);
				assertThat(operators).as(subquery).anyMatch(OneStatementIT::isIndex);
			}
		}
	}

	private static boolean looksAtAll(Plan operator) {
		return operator.operatorType()
			.matches("(AllNodesScan|.*NodeByLabelScan|.*RelationshipTypeScan|.*AllRelationshipsScan).*");
	}

	private static boolean isIndex(Plan operator) {
		return operator.operatorType().contains("Index")
				|| operator.arguments().toString().contains("db.index.fulltext.queryNodes");
	}

	private static void collect(Plan plan, List<Plan> operators) {
		operators.add(plan);
		plan.children().forEach((child) -> collect(child, operators));
	}

	private static List<String> outermost(String statement) {
		List<String> subqueries = new ArrayList<>();
		Matcher starts = Pattern.compile("(COLLECT|COUNT|EXISTS) \\{").matcher(statement);
		int from = 0;
		while (starts.find(from)) {
			int end = starts.end();
			for (int depth = 1; depth > 0; end++) {
				depth += switch (statement.charAt(end)) {
					case '{' -> 1;
					case '}' -> -1;
					default -> 0;
				};
			}
			String inner = statement.substring(starts.end(), end - 1);
			subqueries.add(starts.group(1).equals("COLLECT") ? inner : inner + " RETURN 1 AS one");
			from = end;
		}
		return subqueries;
	}

	@Test
	void anActWithWhatHangsOnItCostsOneStatement() {
		Api.Answer answer = once("""
				{ law(designation: "2010:800") {
				    title responsible { name area { code } } trial { reference } obstacleCount
				    provisions(chapter: "21", first: 20) { totalCount nodes {
				      citation text wordings { text } obstacleCount
				      setAsideBy { trial { title clauses { areas { name } } } }
				      obstacles(first: 2) { nodes { title reportedBy { name } stages } }
				    } } } }""");
		assertThat(answer.text("law.title")).isEqualTo("Skollag (2010:800)");
		assertThat(answer.at("law.provisions.nodes")).hasSize(14);
		assertThat(answer.at("law.provisions.nodes.3.obstacles.nodes")).hasSize(2);
		assertThat(answer.at("law.provisions.nodes.3.obstacleCount").asInt()).isGreaterThanOrEqualTo(60);
	}

	@Test
	void theRulesOfAnAreaCostOneStatement() {
		counted(1, Api.document("effective-rules"), Map.of("area", "2580", "on", "2027-01-01"));
	}

	@Test
	void eachRootFieldCostsOneStatement() {
		Api.Answer answer = counted(2, """
				{ a: law(designation: "2010:800") { name } b: law(designation: "2017:725") { name } }""", Map.of());
		assertThat(answer.text("a.name")).isEqualTo("skollagen");
		assertThat(answer.text("b.name")).isEqualTo("kommunallagen");
	}

	@Test
	void oneFieldAskedTwiceWithOtherArgumentsAnswersBoth() {
		Api.Answer answer = once("""
				{ law(designation: "2010:800") {
				    a: provisions(chapter: "21", first: 2) { nodes { section } }
				    b: provisions(chapter: "22", first: 3) { nodes { chapter section } totalCount }
				    provisions(first: 1) { nodes { citation } }
				} }""");
		assertThat(answer.texts("law.a.nodes", "section")).containsExactly("1", "2");
		assertThat(answer.texts("law.b.nodes", "chapter")).containsExactly("22", "22", "22");
		assertThat(answer.at("law.b.totalCount").asInt()).isEqualTo(23);
		assertThat(answer.texts("law.provisions.nodes", "citation")).containsExactly("1 kap. 1 § skollagen (2010:800)");
	}

	@Test
	void anAliasThatIsAnotherFieldsNameStaysAnAlias() {
		Api.Answer answer = once("""
				{ law(designation: "2010:800") { title: name name: designation designation: title f0: kind c: known } }
				""");
		assertThat(answer.text("law.title")).isEqualTo("skollagen");
		assertThat(answer.text("law.name")).isEqualTo("2010:800");
		assertThat(answer.text("law.designation")).isEqualTo("Skollag (2010:800)");
		assertThat(answer.text("law.f0")).isEqualTo("ACT");
		assertThat(answer.at("law.c").asBoolean()).isTrue();
	}

	@Test
	void nodesAndEdgesAskedTwiceAnswerBoth() {
		Api.Answer answer = once("""
				{ laws(first: 2) {
				    nodes { id } again: nodes { id title }
				    edges { node { id } too: node { designation } at: cursor cursor }
				    more: edges { node { kind } }
				    pageInfo { hasNextPage end: endCursor } info: pageInfo { endCursor }
				    totalCount count: totalCount
				} }""");
		assertThat(answer.texts("laws.nodes", "id")).hasSize(2)
			.isEqualTo(answer.texts("laws.again", "id"))
			.isEqualTo(answer.texts("laws.edges", "node.id"));
		assertThat(answer.texts("laws.edges", "at")).isEqualTo(answer.texts("laws.edges", "cursor"));
		assertThat(answer.texts("laws.edges", "too.designation")).doesNotContain("");
		assertThat(answer.texts("laws.more", "node.kind")).hasSize(2).doesNotContain("");
		assertThat(answer.text("laws.pageInfo.end")).isEqualTo(answer.text("laws.info.endCursor")).isNotEmpty();
		assertThat(answer.at("laws.count")).isEqualTo(answer.at("laws.totalCount"));
	}

	@Test
	void fragmentsAreReadWhereTheyStand() {
		Api.Answer answer = once(
				"""
						{ law(designation: "2010:800") { ...named ... on Law { kind ...named } ... { known } ... on Node { id } } }
						fragment named on Law { name ...numbered responsible { ...organisation } }
						fragment numbered on Law { designation responsible { kind } }
						fragment organisation on Organisation { name }""");
		assertThat(answer.at("law").propertyNames()).containsExactlyInAnyOrder("name", "designation", "responsible",
				"kind", "known", "id");
		assertThat(answer.text("law.responsible.name")).isEqualTo("Utbildningsdepartementet");
		assertThat(answer.text("law.responsible.kind")).isEqualTo("MINISTRY");
	}

	@Test
	void whatIsSkippedIsNotAnswered() {
		String document = """
				query ($with: Boolean!) { law(designation: "2010:800") {
				  name kind @include(if: $with) responsible @skip(if: $with) { name } ... @include(if: $with) { known } } }""";
		assertThat(counted(1, document, Map.of("with", true)).at("law").propertyNames())
			.containsExactlyInAnyOrder("name", "kind", "known");
		assertThat(counted(1, document, Map.of("with", false)).at("law").propertyNames())
			.containsExactlyInAnyOrder("name", "responsible");
	}

	@Test
	void everyObjectTellsItsType() {
		Api.Answer answer = once("""
				{ __typename laws(first: 1) { __typename edges { __typename node { __typename } } nodes { __typename }
				  pageInfo { __typename } } }""");
		assertThat(answer.text("__typename")).isEqualTo("Query");
		assertThat(answer.text("laws.__typename")).isEqualTo("LawConnection");
		assertThat(answer.text("laws.edges.0.__typename")).isEqualTo("LawEdge");
		assertThat(answer.text("laws.edges.0.node.__typename")).isEqualTo("Law");
		assertThat(answer.text("laws.nodes.0.__typename")).isEqualTo("Law");
		assertThat(answer.text("laws.pageInfo.__typename")).isEqualTo("PageInfo");
	}

	@Test
	void onlyTypenameOfAnObjectTellsWhetherItIsThere() {
		Api.Answer answer = counted(2,
				"""
						{ there: law(designation: "2010:800") { __typename } not: law(designation: "1066:1") { __typename } }""",
				Map.of());
		assertThat(answer.text("there.__typename")).isEqualTo("Law");
		assertThat(answer.at("not").isNull()).isTrue();
	}

	@Test
	void anInterfaceAnswersAsWhatItIs() {
		String document = """
				query ($code: String!) { area(code: $code) {
				  __typename id name
				  ... on Municipality { within: county { code } latitude }
				  ... on County { within: municipalities { code } }
				} }""".replace("within: municipalities", "has: municipalities");
		Api.Answer municipality = counted(1, document, Map.of("code", "0581"));
		assertThat(municipality.text("area.__typename")).isEqualTo("Municipality");
		assertThat(municipality.text("area.within.code")).isEqualTo("05");
		assertThat(municipality.at("area.latitude").asDouble()).isBetween(58.0, 59.0);
		Api.Answer county = counted(1, document, Map.of("code", "09"));
		assertThat(county.text("area.__typename")).isEqualTo("County");
		assertThat(county.texts("area.has", "code")).containsExactly("0980");
		Api.Answer country = counted(1, document, Map.of("code", "SE"));
		assertThat(country.at("area").propertyNames()).containsExactlyInAnyOrder("__typename", "id", "name");
		assertThat(country.text("area.__typename")).isEqualTo("Country");
	}

	@Test
	void everyNodeIsFoundByItsId() {
		String document = """
				query ($id: ID!) { node(id: $id) {
				  __typename id
				  ... on Law { known: title } ... on Municipality { known: name } ... on County { known: name } ... on Country { known: name }
				   ... on Organisation { known: name kindOf: kind }
				  ... on Service { known: name } ... on Provision { known: citation } ... on Obstacle { known: title }
				} }""";
		Map<String, String> nodes = new HashMap<>();
		nodes.put("sfs:2010:800", "Law");
		nodes.put("sfs:2010:800#K21P4", "Provision");
		nodes.put("area:0581", "Municipality");
		nodes.put("area:05", "County");
		nodes.put("area:SE", "Country");
		nodes.put("organisation:0581", "Organisation");
		nodes.put("service:education", "Service");
		nodes.put(Cases.of(this.api).reported("reporter", "Hinder", Map.of()), "Obstacle");
		nodes.forEach((id, type) -> {
			Api.Answer answer = counted(1, document, Map.of("id", id));
			assertThat(answer.text("node.__typename")).isEqualTo(type);
			assertThat(answer.text("node.id")).isEqualTo(id);
			assertThat(answer.text("node.known")).isNotEmpty();
		});
	}

	@Test
	void anEventTellsWhatItIsAbout() {
		String id = Cases.of(this.api).reported("reporter", "Hinder", Map.of());
		Api.Answer answer = counted(1, """
				query ($id: ID) { events(about: $id) { nodes { type about {
				  id __typename ... on Obstacle { title reportedBy { name } } ... on Trial { reference } } } } }""",
				Map.of("id", id));
		assertThat(answer.texts("events.nodes", "about.id")).isNotEmpty().containsOnly(id);
		assertThat(answer.text("events.nodes.0.about.reportedBy.name")).isEqualTo("Norrköpings kommun");
	}

	@Test
	void anUnknownNodeIsNullAndCostsNothingWhereNoTypeOwnsTheId() {
		for (String id : List.of("", "x", "obstacle:none", "sfs:1066:1", "' OR 1=1", "area:12345")) {
			assertThat(
					this.api.query("query ($id: ID!) { node(id: $id) { id } }", Map.of("id", id)).at("node").isNull())
				.isTrue();
		}
	}

	@Test
	void nothingButTheEngineAnswersIntrospection() {
		assertThat(counted(0, "{ __schema { queryType { name } } __type(name: \"Law\") { name } }", Map.of())
			.text("__schema.queryType.name")).isEqualTo("Query");
	}

}
