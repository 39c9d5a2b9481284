package se.frirum.platform.graphql;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.Api;
import se.frirum.Cases;
import se.frirum.FrirumTest;

import static org.assertj.core.api.Assertions.assertThat;

/// Whatever is sent, the answer says what is wrong with it, and never that something went
/// wrong here.
@FrirumTest
class BadInputIT {

	private static final String SEARCH = """
			query ($text: String) { obstacles(filter: {text: $text}) { nodes { id } totalCount } }""";

	private final Api api;

	BadInputIT(Api api) {
		this.api = api;
	}

	private static void isRefused(Api.Answer answer) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
		assertThat(answer.errors()).as(answer.toString()).isNotEmpty().containsOnly("BAD_REQUEST");
		assertThat(answer.messages())
			.allSatisfy((message) -> assertThat(message).isNotBlank().doesNotContain("Exception"));
		assertThat(answer.body().has("data")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", "[]", "[{\"query\": \"{ viewer { name } }\"}]", "5", "\"query\"", "{",
			"{\"query\":", "{\"query\": \"{ viewer { name } }\"", "{query: '{ viewer { name } }'}", "{}",
			"{\"query\": null}", "{\"query\": \"\"}", "{\"query\": 5}", "{\"query\": {}}",
			"{\"query\": \"{ viewer { name } }\", \"variables\": 5}",
			"{\"query\": \"{ viewer { name } }\", \"variables\": []}", "\u0000", "query=x" })
	void whatIsNoRequestIsRefused(String body) {
		isRefused(this.api.post(body));
	}

	@Test
	void jsonNestedWithoutEndIsRefused() {
		isRefused(this.api.post("{\"query\": \"{ viewer { name } }\", \"variables\": {\"a\": " + "[".repeat(200_000)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "}", "{}", "{ law( }", "query", "{ viewer { name } } }", "{ viewer { name } } {",
			"{ viewer { } }", "hej", "{ a: }", "{ \"viewer\" }", "# only a comment", "{ ...unknown }",
			"{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }", "{ unknown }", "{ viewer }",
			"{ viewer { unknown } }", "{ viewer { name { more } } }", "{ law { name } }",
			"{ law(designation: 5) { name } }", "{ law(designation: null) { name } }",
			"{ law(designation: \"2010:800\", also: 1) { name } }", "{ laws(first: \"5\") { totalCount } }",
			"{ laws(first: 1.5) { totalCount } }", "{ laws(first: 2147483648) { totalCount } }",
			"{ laws(first: 99999999999999999999) { totalCount } }", "{ obstacles(orderBy: BEST) { totalCount } }",
			"{ obstacles(orderBy: \"NEWEST\") { totalCount } }", "{ obstacles(filter: {colour: 1}) { totalCount } }",
			"{ obstacles(filter: 5) { totalCount } }", "subscription { anything }", "{ viewer { name @unknown } }",
			"{ viewer { name @include } }", "query ($a: Unknown) { law(designation: $a) { name } }",
			"{ law(designation: $a) { name } }", "{ a: law(designation: \"2010:800\") { a: name a: title } }",
			"mutation { viewer { name } }", "type Query { a: Int }" })
	void whatIsNoOperationIsRefused(String document) {
		isRefused(this.api.query(document));
	}

	@ParameterizedTest
	@ValueSource(strings = { "9999-12-31", "2200-01-01", "1599-12-31", "0000-00-00", "2027-02-30", "2027-13-01",
			"2027-2-3", "20270203", "2027-02-03T00:00:00Z", "+12027-02-03", "-2027-02-03", "idag", "", " 2027-02-03" })
	void whatIsNoDayIsRefusedAndToldWhatIs(String day) {
		Api.Answer inDocument = this.api.query("{ effectiveRules(area: \"SE\", on: \"" + day + "\") { law { id } } }");
		Api.Answer asVariable = this.api
			.query("query ($on: Date!) { effectiveRules(area: \"SE\", on: $on) { law { id } } }", Map.of("on", day));
		for (Api.Answer answer : List.of(inDocument, asVariable)) {
			isRefused(answer);
			assertThat(answer.messages()).singleElement().asString().contains("1600", "2199");
		}
	}

	@Test
	void aDayIsAText() {
		for (Object day : List.of(5, true, 20270203L, List.of("2027-02-03", "2027-02-04"), Map.of("year", 2027))) {
			isRefused(this.api.query("query ($on: Date!) { effectiveRules(area: \"SE\", on: $on) { law { id } } }",
					Map.of("on", day)));
		}
		isRefused(this.api.query("{ effectiveRules(area: \"SE\", on: 20270203) { law { id } } }"));
	}

	static List<Map<String, Object>> wrongDesignations() {
		return List.of(Map.of(), Map.of("designation", 5), Map.of("designation", true), Map.of("designation", 1.5),
				Map.of("designation", Map.of("a", 1)), Map.of("designation", List.of("2010:800", "2010:900")),
				Collections.singletonMap("designation", null));
	}

	@ParameterizedTest
	@MethodSource("wrongDesignations")
	void aVariableOfAnotherTypeIsRefused(Map<String, Object> variables) {
		isRefused(
				this.api.query("query ($designation: String!) { law(designation: $designation) { name } }", variables));
	}

	@Test
	void aNumberIsNoText() {
		isRefused(this.api.query("query ($first: Int) { laws(first: $first) { totalCount } }", Map.of("first", "5")));
		isRefused(this.api.query("query ($first: Int) { laws(first: $first) { totalCount } }", Map.of("first", 1.5)));
		isRefused(this.api.query("query ($first: Int) { laws(first: $first) { totalCount } }",
				Map.of("first", 3_000_000_000L)));
	}

	@Test
	void anOperationThatIsNotThereIsRefused() {
		isRefused(this.api.post("""
				{"query": "query A { viewer { name } }", "operationName": "B"}"""));
		isRefused(this.api.post("""
				{"query": "query A { viewer { name } } query B { viewer { name } }"}"""));
		isRefused(this.api.post("""
				{"query": "query A { viewer { name } } query A { viewer { name } }", "operationName": "A"}"""));
	}

	@Test
	void aBodyOverOneMebibyteIsRefused() throws Exception {
		String body = "{\"query\": \"{ viewer { name } }\", \"variables\": {\"a\": \"" + "a".repeat(1024 * 1024)
				+ "\"}}";
		assertThat(send("application/json", HttpRequest.BodyPublishers.ofString(body)).statusCode()).isEqualTo(413);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
			"application/graphql", "text/json", "nonsense" })
	void whatIsNotSentAsJsonIsRefused(String type) throws Exception {
		HttpResponse<String> answer = send(type,
				HttpRequest.BodyPublishers.ofString("{\"query\": \"{ viewer { name } }\"}"));
		assertThat(answer.statusCode()).isEqualTo(415);
	}

	@Test
	void bytesThatAreNoTextAreRefused() throws Exception {
		byte[] body = "{\"query\": \"{ viewer { name } } #X\"}".getBytes(StandardCharsets.UTF_8);
		body[body.length - 3] = (byte) 0xff;
		assertThat(send("application/json", HttpRequest.BodyPublishers.ofByteArray(body)).statusCode()).isEqualTo(400);
	}

	private HttpResponse<String> send(String type, HttpRequest.BodyPublisher body)
			throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(
					HttpRequest.newBuilder(this.api.uri("/graphql")).header("Content-Type", type).POST(body).build(),
					HttpResponse.BodyHandlers.ofString());
		}
	}

	static List<String> oddTexts() {
		return List.of("' OR 1=1", "' OR 1=1 //", "}) RETURN 1 //", "`", "\\", "\"", "\u0000", "\n", "😀", "\ud800",
				"å".repeat(10_000), "/".repeat(10_000), "*", "%", "null", "$arg", "{{7*7}}", "<script>", "\u202e",
				"2010:800\u0000", "sfs:2010:800#", "#K1P1", "::::", "area:area:", "kap. §", "9".repeat(400) + " §",
				"99999999999 kap. 99999999999 § skollagen");
	}

	@ParameterizedTest
	@MethodSource("oddTexts")
	void anIdOrCodeThatNobodyHasIsNull(String text) {
		for (String field : List.of("area(code: $text)", "law(designation: $text)", "provision(citation: $text)",
				"service(code: $text)", "obstacle(reference: $text)", "trial(reference: $text)")) {
			Api.Answer answer = this.api.query("query ($text: String!) { found: %s { id } }".formatted(field),
					Map.of("text", text));
			assertThat(answer.errors()).as(field).isEmpty();
			assertThat(answer.at("found").isNull()).as(field).isTrue();
		}
		for (String field : List.of("node(id: $text)", "obstacle(id: $text)", "trial(id: $text)")) {
			Api.Answer answer = this.api.query("query ($text: ID!) { found: %s { id } }".formatted(field),
					Map.of("text", text));
			assertThat(answer.errors()).as(field).isEmpty();
			assertThat(answer.at("found").isNull()).as(field).isTrue();
		}
	}

	@ParameterizedTest
	@MethodSource("oddTexts")
	void aListOfWhatNobodyHasIsEmpty(String text) {
		for (String field : List.of("effectiveRules(area: $text, on: \"2027-01-01\") { law { id } }",
				"municipalities(county: $text) { id }")) {
			Api.Answer answer = this.api.query("query ($text: String!) { found: %s }".formatted(field),
					Map.of("text", text));
			assertThat(answer.errors()).as(field).isEmpty();
			assertThat(answer.at("found")).as(field).isEmpty();
		}
		for (String field : List.of("obstacles(filter: {area: $text})", "obstacles(filter: {service: $text})",
				"trials(filter: {area: $text})", "trials(filter: {service: $text})",
				"laws(filter: {department: $text})")) {
			Api.Answer answer = this.api.query("query ($text: String) { found: %s { totalCount } }".formatted(field),
					Map.of("text", text));
			assertThat(answer.errors()).as(field).isEmpty();
			assertThat(answer.at("found.totalCount").asInt()).as(field).isZero();
		}
	}

	@ParameterizedTest
	@MethodSource("oddTexts")
	void aFilterThatNamesNoRuleSaysSo(String text) {
		for (String filter : List.of("provision", "law")) {
			Api.Answer answer = this.api.query(
					"query ($text: String) { obstacles(filter: {%s: $text}) { totalCount } }".formatted(filter),
					Map.of("text", text));
			assertThat(answer.errors()).as(filter + answer).containsExactly("BAD_REQUEST");
			assertThat(answer.messages()).singleElement().asString().isNotBlank().hasSizeLessThan(1_000);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "*:*", "a*", "*", "?", "title:(", "title:*", "(", ")", "\"", "\"\"", "\"a", "a~", "a^5",
			"a^", "[a TO b]", "{a TO *}", "/a.*/", "/", "AND", "OR", "NOT", "AND AND", "a AND", "NOT a", "+a -b", "!a",
			"a && b || c", "\\", "\\\\", "audience:owner", "owner:0581", "och att det", "och", "i", "<>", "a:b:c",
			"\u0000", "\ud800", "😀", "中文", "\u0301" })
	void aSearchIsOfWordsAndNeverOfAQueryLanguage(String text) {
		for (String list : List.of("obstacles", "laws", "trials")) {
			Api.Answer answer = this.api.query(
					"query ($text: String) { %s(filter: {text: $text}) { totalCount nodes { id } } }".formatted(list),
					Map.of("text", text));
			assertThat(answer.errors()).as(list).isEmpty();
			assertThat(answer.status()).isEqualTo(200);
		}
		Api.Answer similar = this.api.query(
				"query ($text: String) { similarObstacles(input: {title: $text, description: $text}) { awaitingReview } }",
				Map.of("text", text));
		assertThat(similar.errors()).isEmpty();
	}

	@Test
	void aSearchOfAnyLengthIsAnswered() {
		for (String text : List.of("x".repeat(10_000), "å ".repeat(5_000), "ord ".repeat(2_500), "\"".repeat(10_000),
				"(".repeat(10_000))) {
			assertThat(this.api.query(SEARCH, Map.of("text", text)).errors()).isEmpty();
			assertThat(this.api
				.query("query ($text: String) { laws(filter: {text: $text}) { totalCount } }", Map.of("text", text))
				.errors()).isEmpty();
		}
	}

	@Test
	void signsBetweenWordsSearchForNothingOfTheirOwn() {
		Cases cases = Cases.of(this.api);
		String id = cases.reported("reporter", "Timplanen och ämnet", Map.of());
		for (String text : List.of("*" + cases.word() + "*", "\"" + cases.word() + "\"", "och " + cases.word(),
				"title:" + cases.word() + " timplanen", "(" + cases.word(), cases.word().toUpperCase(Locale.ROOT))) {
			boolean namesAField = text.startsWith("title:");
			assertThat(this.api.query(SEARCH, Map.of("text", text)).texts("obstacles.nodes", "id")).as(text)
				.isEqualTo(namesAField ? List.of() : List.of(id));
		}
		for (String text : List.of("*:* finnsinte" + cases.word(), cases.word() + " OR finnsinte" + cases.word(),
				"finnsinte" + cases.word() + "~")) {
			assertThat(this.api.query(SEARCH, Map.of("text", text)).texts("obstacles.nodes", "id")).as(text).isEmpty();
		}
	}

}
