package se.frirum.platform.projection;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import graphql.introspection.IntrospectionQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.Api;
import se.frirum.FrirumTest;

import static org.assertj.core.api.Assertions.assertThat;

/// A query that asks for too much is refused before any of it runs.
@FrirumTest
class QueryLimitsIT {

	private final Api api;

	QueryLimitsIT(Api api) {
		this.api = api;
	}

	private void isTooCostly(String document, Map<String, ?> variables, String message) {
		Api.Answer answer = this.api.query(document, variables);
		assertThat(answer.errors()).as(answer.toString()).containsExactly("TOO_COSTLY");
		assertThat(answer.messages()).singleElement().asString().contains(message);
		assertThat(answer.body().path("data").isObject()).isFalse();
	}

	private void isTooCostly(String document, String message) {
		isTooCostly(document, Map.of(), message);
	}

	private void isAnswered(String document) {
		Api.Answer answer = this.api.query(document);
		assertThat(answer.errors()).as(answer.toString()).isEmpty();
		assertThat(answer.status()).isEqualTo(200);
	}

	private static String repeated(int times, String text) {
		return IntStream.range(0, times)
			.mapToObj((number) -> text.replace("N", "" + number))
			.collect(Collectors.joining(" "));
	}

	/// A service, so many levels deep.
	private static String deep(int levels) {
		return "{ service(code: \"education\") { " + "parent { ".repeat(levels - 2) + "name" + " }".repeat(levels);
	}

	@Test
	void aQueryIsAtMostTwelveLevelsDeep() {
		isAnswered(deep(12));
		isTooCostly(deep(13), "At most 12 levels deep; this has 13.");
		isTooCostly(deep(100), "At most 12 levels deep");
	}

	@Test
	void depthCountsThroughFragments() {
		isTooCostly(
				"""
						{ service(code: "education") { ...five } }
						fragment five on Service { parent { parent { parent { parent { parent { ...sixth } } } } } }
						fragment sixth on Service { ... on Service { parent { parent { parent { parent { parent { ... { parent { name } } } } } } } } }
						""",
				"At most 12 levels deep; this has 13.");
	}

	@Test
	void introspectionMayBeAsDeepAsToolsAsk() {
		isAnswered(IntrospectionQuery.INTROSPECTION_QUERY);
		isAnswered("{ __schema { types { fields { type { " + "ofType { ".repeat(15) + "name" + " }".repeat(20));
	}

	@Test
	void introspectionBesideAFieldHidesNoneOfItsDepth() {
		isTooCostly(deep(13).replaceFirst("\\{", "{ __schema { queryType { name } }"), "At most 12 levels deep");
	}

	@Test
	void aRequestHoldsAtMostTwentyOperations() {
		isAnswered("{ " + repeated(20, "aN: viewer { name }") + " }");
		isTooCostly("{ " + repeated(21, "aN: viewer { name }") + " }", "At most 20 operations");
		isTooCostly("{ " + repeated(2_000, "aN: viewer { name }") + " }", "At most 20 operations");
	}

	@Test
	void mutationsAreCountedToo() {
		String discard = "aN: discardDraft(input: {id: \"obstacle:none\", expectedVersion: 1}) { discarded }";
		Api.Answer answer = this.api.as("reporter").query("mutation { " + repeated(21, discard) + " }");
		assertThat(answer.errors()).containsExactly("TOO_COSTLY");
	}

	@Test
	void aQueryHoldsAtMostAHundredAliases() {
		isAnswered("{ law(designation: \"2010:800\") { " + repeated(100, "aN: name") + " } }");
		isTooCostly("{ law(designation: \"2010:800\") { " + repeated(101, "aN: name") + " } }",
				"At most 100 aliases; this has 101.");
	}

	@Test
	void aFieldAskedOverAndOverIsOneField() {
		isAnswered("{ law(designation: \"2010:800\") { " + "name ".repeat(5_000) + " } }");
	}

	@Test
	void tenThousandFieldsAreRefused() {
		Api.Answer answer = this.api
			.query("{ law(designation: \"2010:800\") { " + repeated(10_000, "aN: name") + " } }");
		assertThat(answer.errors()).as(answer.toString()).hasSize(1).first().isIn("TOO_COSTLY", "BAD_REQUEST");
	}

	@Test
	void atMostThreePagedListsStandInsideOneAnother() {
		isAnswered(
				"""
						{ laws(first: 2) { nodes { provisions(first: 2) { nodes { obstacles(first: 2) { nodes { title } } } } } } }
						""");
		isTooCostly("""
				{ laws(first: 1) { nodes { provisions(first: 1) { nodes { obstacles(first: 1) { nodes {
				  endorsements(first: 1) { nodes { at } } } } } } } } }""",
				"At most 3 paged lists inside one another.");
		isTooCostly(
				"""
						{ laws(first: 1) { edges { node { provisions(first: 1) { edges { node { obstacles(first: 1) { edges { node {
						  endorsements(first: 1) { totalCount } } } } } } } } } } }""",
				"At most 3 paged lists inside one another.");
	}

	@Test
	void costGrowsWithThePages() {
		String document = """
				query ($laws: Int, $sections: Int) { laws(first: $laws) { nodes { provisions(first: $sections) { nodes {
				  citation obstacles(first: 100) { nodes { title } } } } } } }""";
		Api.Answer small = this.api.query(document, Map.of("laws", 2, "sections", 5));
		assertThat(small.errors()).isEmpty();
		isTooCostly(document, Map.of("laws", 100, "sections", 100), "Ask for smaller pages or fewer fields.");
	}

	@Test
	void oneExpensiveFieldBesideCheapOnesIsTooMuch() {
		isTooCostly(
				"""
						{ viewer { name }
						  laws(first: 100) { nodes { provisions(first: 100) { nodes { obstacles(first: 100) { totalCount nodes { title } } } } } } }
						""",
				"Ask for smaller pages or fewer fields.");
	}

	@Test
	void whatIsSkippedCostsNothing() {
		isAnswered("{ service(code: \"education\") { name parent @skip(if: true) { " + "parent { ".repeat(20) + "name"
				+ " }".repeat(21) + " } }");
	}

	@Test
	void shortListsInsideOneAnotherAddUp() {
		isTooCostly("{ services { " + "children { ".repeat(8) + "name" + " }".repeat(10), "Too much at once");
	}

	@ParameterizedTest
	@ValueSource(ints = { 5, 10, 30, 200 })
	void aFragmentThatDoublesAtEachLevelIsRefused(int levels) {
		String fragments = IntStream.range(0, levels)
			.mapToObj((level) -> "fragment f%d on Service { a: children { ...f%d } b: children { ...f%d } }"
				.formatted(level, level + 1, level + 1))
			.collect(Collectors.joining(" "));
		Api.Answer answer = this.api
			.query("{ services { ...f0 } } " + fragments + " fragment f" + levels + " on Service { name }");
		assertThat(answer.errors()).as(answer.toString()).hasSize(1).first().isIn("TOO_COSTLY", "BAD_REQUEST");
	}

	@Test
	void fragmentsThatMeetAgainAreCountedOnce() {
		String fragments = IntStream.range(0, 10)
			.mapToObj((level) -> "fragment f%d on Service { ...f%d ...f%d }".formatted(level, level + 1, level + 1))
			.collect(Collectors.joining(" "));
		isAnswered("{ service(code: \"education\") { ...f0 } } " + fragments + " fragment f10 on Service { name }");
	}

	@Test
	void hugeDocumentsAreAnsweredOrRefused() {
		for (String document : List.of("{ viewer { name } }" + " ".repeat(900_000),
				"{ viewer { name } } #" + "x".repeat(900_000), "{".repeat(200_000), "{ a" + "(".repeat(200_000),
				"{ viewer { name " + "@skip(if: false) ".repeat(5_000) + "} }",
				"{ law(designation: \"" + "x".repeat(900_000) + "\") { name } }",
				"query (" + repeated(5_000, "$aN: Int") + ") { viewer { name } }",
				"{ obstacles(filter: {statuses: [" + "DRAFT ".repeat(14_000) + "]}) { totalCount } }",
				"{ viewer { " + "... { ".repeat(3_000) + "name" + " }".repeat(3_002))) {
			Api.Answer answer = this.api.query(document);
			assertThat(answer.status()).as(document.substring(0, 20)).isIn(200, 400);
			assertThat(answer.errors()).as(document.substring(0, 20)).doesNotContain("INTERNAL_ERROR");
		}
	}

}
