package se.frirum.platform.http;

import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.SocketClient;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Edge
class GraphQlSocketIT {

	private static final String VIEWER = "{ viewer { account } }";

	private Http http;

	@BeforeEach
	void find(@LocalServerPort int port) {
		this.http = new Http(port);
	}

	private SocketClient open(Map<String, String> headers) {
		return SocketClient.open(URI.create(this.http.address("/graphql")), headers);
	}

	private void isRefused(int status, Map<String, String> headers) {
		assertThatThrownBy(() -> open(headers)).cause()
			.isInstanceOfSatisfying(WebSocketHandshakeException.class,
					(refusal) -> assertThat(refusal.getResponse().statusCode()).isEqualTo(status));
	}

	@Test
	void tellsAReaderOneByOne() {
		try (SocketClient socket = open(Map.of()).init()) {
			socket.subscribe("a", "subscription { count(to: 2) }", Map.of());
			assertThat(socket.next().at("count").asInt()).isEqualTo(1);
			assertThat(socket.next().at("count").asInt()).isEqualTo(2);
			assertThat(socket.message().path("type").asString()).isEqualTo("complete");
		}
	}

	@Test
	void answersWhoeverOpenedIt() {
		for (String account : new String[] { "reporter", "liaison" }) {
			try (SocketClient socket = open(Map.of("Authorization", Http.basic(account, "frirum"))).init()) {
				for (String id : new String[] { "a", "b" }) {
					socket.subscribe(id, VIEWER, Map.of());
					assertThat(socket.next().text("viewer.account")).isEqualTo(account);
					assertThat(socket.message().path("type").asString()).isEqualTo("complete");
				}
			}
		}
		try (SocketClient socket = open(Map.of()).init()) {
			socket.subscribe("a", VIEWER, Map.of());
			assertThat(socket.next().at("viewer.account").isNull()).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://evil.example", "null", "https://127.0.0.1:%d", "http://127.0.0.1:1",
			"http://localhost:%d", "http://127.0.0.1:%d.evil.example", "http://[" })
	void refusesOtherSites(String origin) {
		isRefused(403, Map.of("Origin", origin.formatted(this.http.port())));
	}

	@Test
	void acceptsItsOwnPages() {
		try (SocketClient socket = open(Map.of("Origin", this.http.address("")))) {
			socket.init();
		}
	}

	@Test
	void refusesWrongCredentials() {
		isRefused(401, Map.of("Authorization", Http.basic("reporter", "wrong")));
		isRefused(401, Map.of("Authorization", "Bearer abc"));
	}

	@Test
	void knowsDemoAccountsOnlyFromThisMachine() throws Exception {
		Map<String, String> forwarded = new HashMap<>(Map.of("X-Forwarded-For", "192.0.2.1"));
		forwarded.put("Authorization", Http.basic("reporter", "frirum"));
		isRefused(401, forwarded);
		assertThat(this.http.raw("""
				GET /graphql HTTP/1.1\r
				Host: frirum.example\r
				Connection: Upgrade, close\r
				Upgrade: websocket\r
				Sec-WebSocket-Version: 13\r
				Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
				Authorization: %s\r
				\r
				""".formatted(Http.basic("reporter", "frirum")))).startsWith("HTTP/1.1 401");
	}

	@Test
	void demandsTheProtocolsBeginning() {
		try (SocketClient socket = open(Map.of())) {
			socket.subscribe("a", VIEWER, Map.of());
			assertThat(socket.closed()).isEqualTo(4401);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "{", "7", "[]", "{}", "{\"type\": \"nonsense\"}", "{\"type\": \"subscribe\"}",
			"{\"type\": \"subscribe\", \"id\": \"a\"}", "{\"type\": \"subscribe\", \"id\": \"a\", \"payload\": {}}",
			"{\"type\": \"subscribe\", \"id\": \"a\", \"payload\": \"x\"}",
			"{\"type\": \"subscribe\", \"id\": \"a\", \"payload\": {\"query\": 7}}",
			"{\"type\": \"subscribe\", \"id\": \"a\", \"payload\": {\"query\": \"{ __typename }\", \"variables\": 7}}" })
	void endsWhatIsNotTheProtocol(String message) {
		try (SocketClient socket = open(Map.of()).init()) {
			socket.send(message);
			assertThat(socket.closed()).isEqualTo(4400);
		}
	}

	@Test
	void readsMessagesUpToTheLimit() {
		String document = "{ __typename } #" + "x".repeat(GraphQlSocket.LONGEST_MESSAGE - 200);
		try (SocketClient socket = open(Map.of()).init()) {
			socket.subscribe("a", document, Map.of());
			assertThat(socket.next().text("__typename")).isEqualTo("Query");
		}
		try (SocketClient socket = open(Map.of()).init()) {
			socket.subscribe("a", document + "x".repeat(200), Map.of());
			assertThat(socket.closed()).isEqualTo(1009);
		}
	}

}
