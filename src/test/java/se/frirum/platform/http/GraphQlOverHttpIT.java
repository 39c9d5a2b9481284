package se.frirum.platform.http;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@Edge
class GraphQlOverHttpIT {

	private static final String NOT_UNDERSTOOD = "\"classification\":\"BAD_REQUEST\"";

	private Http http;

	@BeforeEach
	void find(@LocalServerPort int port) {
		this.http = new Http(port);
	}

	@Test
	void answers() throws Exception {
		HttpResponse<String> response = this.http.send(this.http
			.graphQl("{\"query\": \"query($t: String!) { echo(text: $t) }\", \"variables\": {\"t\": \"åäö\"}}"));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("{\"data\":{\"echo\":\"åäö\"}}");
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
	}

	@Test
	void answersInTheTypeAskedFor() throws Exception {
		HttpResponse<String> response = this.http.send(this.http.graphQl("{\"query\": \"{ viewer { name } }\"}")
			.header("Accept", "application/graphql-response+json; charset=utf-8, application/json;q=0.9"));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).get()
			.asString()
			.startsWith("application/graphql-response+json");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "{", "{\"query\":", "\"text\"", "7", "[]", "[{\"query\": \"{ __typename }\"}]",
			"{}", "{\"query\": null}", "{\"query\": \"\"}", "{\"query\": \"  \"}", "{\"query\": {}}", "{\"query\": 7}",
			"{\"query\": true}", "{\"query\": [\"{ __typename }\"]}",
			"{\"query\": \"{ __typename }\", \"variables\": \"x\"}",
			"{\"query\": \"{ __typename }\", \"variables\": \"\"}", "{\"query\": \"{ __typename }\", \"variables\": 7}",
			"{\"query\": \"{ __typename }\", \"variables\": []}",
			"{\"query\": \"{ __typename }\", \"operationName\": 7}",
			"{\"query\": \"{ __typename }\", \"operationName\": {}}",
			"{\"query\": \"{ __typename }\", \"extensions\": \"x\"}", "{\"query\": \"{ __typename }\"} and more",
			"{\"query\": \"\\u00\"}" })
	void refusesWhatIsNoRequest(String body) throws Exception {
		HttpResponse<String> response = this.http.send(this.http.graphQl(body));
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("\"errors\"", "\"message\"", NOT_UNDERSTOOD).doesNotContain("\"data\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"query\": \"{ __typename }\", \"variables\": null, \"operationName\": null}",
			"{\"query\": \"{ __typename }\", \"extensions\": {\"any\": [1]}, \"id\": \"unknown\"}",
			"{\"query\": \"query a { __typename } mutation b { touch }\", \"operationName\": \"a\"}" })
	void acceptsWhatIsOne(String body) throws Exception {
		HttpResponse<String> response = this.http.send(this.http.graphQl(body));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{ | application/json", "{ | application/graphql-response+json", "{ | */*",
					"{ nothing } | application/json", "{ nothing } | application/graphql-response+json",
					"{ nothing } | text/html", "query a { __typename } query b { __typename } | application/json",
					"query($x: Nothing) { __typename } | application/json", "{ nothing } | not a type" })
	void refusesWhatCannotBeExecuted(String document, String accept) throws Exception {
		HttpResponse<String> response = this.http
			.send(this.http.graphQl("{\"query\": \"" + document + "\"}").header("Accept", accept));
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("\"errors\"").doesNotContain("\"data\"");
	}

	@Test
	void answersAFaultWithinExecutionWithData() throws Exception {
		HttpResponse<String> response = this.http.send(this.http.graphQl("{\"query\": \"{ broken }\"}"));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).contains("\"data\":null", "INTERNAL_ERROR").doesNotContain("NoSuchElement");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
			"application/graphql", "application/xml", "text/plain; application/json", "nonsense", "application/*",
			"application/jsonx" })
	void demandsJson(String contentType) throws Exception {
		HttpResponse<String> response = this.http.send(this.http.to("/graphql")
			.header("Content-Type", contentType)
			.POST(BodyPublishers.ofString("{\"query\": \"mutation { touch }\"}")));
		assertThat(response.statusCode()).isEqualTo(415);
		assertThat(response.body()).contains(NOT_UNDERSTOOD).doesNotContain("touched");
	}

	@Test
	void demandsAContentType() throws Exception {
		HttpResponse<String> response = this.http
			.send(this.http.to("/graphql").POST(BodyPublishers.ofString("{\"query\": \"mutation { touch }\"}")));
		assertThat(response.statusCode()).isEqualTo(415);
	}

	@Test
	void acceptsACharset() throws Exception {
		HttpResponse<String> response = this.http.send(this.http.to("/graphql")
			.header("Content-Type", "Application/JSON; charset=UTF-8")
			.POST(BodyPublishers.ofString("{\"query\": \"{ __typename }\"}")));
		assertThat(response.statusCode()).isEqualTo(200);
	}

	@Test
	void answersQueriesAskedWithGet() throws Exception {
		HttpResponse<String> response = get(
				Map.of("query", "query a($t: String!) { echo(text: $t) } mutation b { touch }", "operationName", "a",
						"variables", "{\"t\": \"hej\"}"));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("{\"data\":{\"echo\":\"hej\"}}");
	}

	@Test
	void changesNothingWithGet() throws Exception {
		for (Map<String, String> question : List.of(Map.of("query", "mutation { touch }"),
				Map.of("query", "query a { __typename } mutation b { touch }", "operationName", "b"),
				Map.of("query", "query a { __typename } mutation b { touch }"))) {
			HttpResponse<String> response = get(question);
			assertThat(response.statusCode()).isEqualTo(405);
			assertThat(response.headers().firstValue("Allow")).hasValue("POST");
			assertThat(response.body()).contains(NOT_UNDERSTOOD).doesNotContain("touched");
		}
	}

	@Test
	void refusesAGetThatIsNoRequest() throws Exception {
		for (Map<String, String> question : List.of(Map.of("operationName", "a"), Map.of("query", ""),
				Map.of("query", "{"), Map.of("query", "{ nothing }"),
				Map.of("query", "{ __typename }", "variables", "\"x\""),
				Map.of("query", "{ __typename }", "variables", "{"),
				Map.of("query", "{ __typename }", "variables", "[1]"))) {
			HttpResponse<String> response = get(question);
			assertThat(response.statusCode()).as("%s", question).isEqualTo(400);
			assertThat(response.body()).contains("\"errors\"");
		}
	}

	@Test
	void leadsABrowserToThePage() throws Exception {
		HttpResponse<String> response = this.http
			.send(this.http.to("/graphql").header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
		assertThat(response.statusCode()).isEqualTo(303);
		assertThat(response.headers().firstValue("Location")).hasValue("/graphiql");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://evil.example", "null", "https://127.0.0.1:%d", "http://127.0.0.1:1",
			"http://127.0.0.1", "http://localhost:%d", "http://127.0.0.1:%d.evil.example", "http://[", "" })
	void refusesOtherSites(String origin) throws Exception {
		HttpResponse<String> response = this.http.send(this.http.graphQl("{\"query\": \"mutation { touch }\"}")
			.header("Origin", origin.formatted(this.http.port())));
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.body()).contains("\"classification\":\"FORBIDDEN\"").doesNotContain("touched");
	}

	@Test
	void refusesOtherSitesQuestionsBeforehand() throws Exception {
		HttpResponse<String> response = this.http.send(this.http.to("/graphql")
			.method("OPTIONS", BodyPublishers.noBody())
			.header("Origin", "http://evil.example")
			.header("Access-Control-Request-Method", "POST")
			.header("Access-Control-Request-Headers", "content-type"));
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
	}

	@Test
	void acceptsItsOwnPages() throws Exception {
		HttpResponse<String> response = this.http.send(this.http.graphQl("{\"query\": \"mutation { touch }\"}")
			.header("Origin", "http://127.0.0.1:" + this.http.port()));
		assertThat(response.body()).isEqualTo("{\"data\":{\"touch\":\"touched\"}}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/graphql", "/login", "/anything" })
	void refusesLargeBodies(String path) throws Exception {
		byte[] body = new byte[BodyLimit.LIMIT + 1];
		for (HttpRequest.BodyPublisher publisher : List.of(BodyPublishers.ofByteArray(body),
				BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))) {
			HttpResponse<String> response = this.http
				.send(this.http.to(path).header("Content-Type", "application/json").POST(publisher));
			assertThat(response.statusCode()).isEqualTo(413);
			assertThat(response.body()).contains(NOT_UNDERSTOOD);
		}
	}

	@Test
	void refusesLargeFormsOfUnknownLength() throws Exception {
		byte[] form = ("_csrf=" + "x".repeat(2 * BodyLimit.LIMIT)).getBytes(StandardCharsets.UTF_8);
		HttpResponse<String> response = this.http.send(this.http.to("/login")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form))));
		assertThat(response.statusCode()).isEqualTo(413);
	}

	@Test
	void acceptsBodiesUpToTheLimit() throws Exception {
		byte[] body = "{\"query\": \"{ __typename }\", \"extensions\": {\"x\": \"%s\"}}"
			.formatted("x".repeat(BodyLimit.LIMIT - 100))
			.getBytes(StandardCharsets.UTF_8);
		for (HttpRequest.BodyPublisher publisher : List.of(BodyPublishers.ofByteArray(body),
				BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))) {
			HttpResponse<String> response = this.http
				.send(this.http.to("/graphql").header("Content-Type", "application/json").POST(publisher));
			assertThat(response.statusCode()).isEqualTo(200);
		}
	}

	private HttpResponse<String> get(Map<String, String> parameters) throws Exception {
		String query = parameters.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return this.http.send(this.http.to("/graphql?" + query).header("Accept", "application/json"));
	}

}
