package se.frirum.platform.http;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@Edge
class EventStreamIT {

	private static final String COUNTING = "{\"query\": \"subscription { count(to: 2) }\"}";

	private static final String COUNTED = """
			:

			event: next
			data: {"data":{"count":1}}

			event: next
			data: {"data":{"count":2}}

			event: complete
			data:

			""";

	private Http http;

	@BeforeEach
	void find(@LocalServerPort int port) {
		this.http = new Http(port);
	}

	private HttpResponse<String> ask(String body, String accept) throws Exception {
		return this.http.send(this.http.graphQl(body).header("Accept", accept));
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/event-stream", "text/event-stream; charset=utf-8",
			"application/graphql-response+json, application/json, text/event-stream, multipart/mixed" })
	void tellsAReaderOneByOne(String accept) throws Exception {
		HttpResponse<String> response = ask(COUNTING, accept);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
		assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(response.body()).isEqualTo(COUNTED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/graphql-response+json", "*/*", "text/html" })
	void demandsAStreamForASubscription(String accept) throws Exception {
		HttpResponse<String> response = ask(COUNTING, accept);
		assertThat(response.statusCode()).isEqualTo(406);
		assertThat(response.body()).contains("Accept text/event-stream", "\"classification\":\"BAD_REQUEST\"")
			.doesNotContain("\"data\"");
	}

	@Test
	void subscribesToNothingWithGet() throws Exception {
		HttpResponse<String> response = this.http
			.send(this.http.to("/graphql?query=subscription%7Bcount(to:2)%7D").header("Accept", "text/event-stream"));
		assertThat(response.statusCode()).isEqualTo(405);
	}

	@Test
	void answersAQueryWithOneResult() throws Exception {
		assertThat(ask("{\"query\": \"{ __typename }\"}", "text/event-stream").body()).endsWith("""
				event: next
				data: {"data":{"__typename":"Query"}}

				event: complete
				data:

				""");
		assertThat(ask("{\"query\": \"{ __typename }\"}", "application/json, text/event-stream").body())
			.isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
	}

	@Test
	void saysWhyNothingCouldBeExecuted() throws Exception {
		assertThat(ask("{\"query\": \"subscription { nothing }\"}", "text/event-stream").body())
			.contains("event: next\ndata: {\"errors\":", "nothing")
			.endsWith("event: complete\ndata:\n\n");
	}

	@Test
	void saysThatAStreamHasFailedButNotWhy() throws Exception {
		assertThat(ask("{\"query\": \"subscription { refused }\"}", "text/event-stream").body())
			.contains("event: next\ndata: {\"errors\":", "INTERNAL_ERROR")
			.doesNotContain("secret")
			.endsWith("event: complete\ndata:\n\n");
	}

	@Test
	void refusesOtherSites() throws Exception {
		HttpResponse<String> response = this.http.send(this.http.graphQl(COUNTING)
			.header("Accept", "text/event-stream")
			.header("Origin", "http://evil.example"));
		assertThat(response.statusCode()).isEqualTo(403);
	}

}
