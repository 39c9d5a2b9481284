package se.frirum;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

/// The API as a client sees it: over HTTP, signed in as somebody or as nobody.
@TestComponent
@Lazy
public class Api {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final Environment environment;

	private final JsonMapper json;

	private final @Nullable String account;

	@org.springframework.beans.factory.annotation.Autowired
	Api(Environment environment, JsonMapper json) {
		this(environment, json, null);
	}

	private Api(Environment environment, JsonMapper json, @Nullable String account) {
		this.environment = environment;
		this.json = json;
		this.account = account;
	}

	/// The API of a server on this machine that is not the test's own.
	public static Api at(int port) {
		return new Api(new MockEnvironment().withProperty("local.server.port", String.valueOf(port)),
				JsonMapper.shared());
	}

	/// The same API, signed in with a demo account, or not at all with `public`.
	public Api as(String name) {
		return new Api(this.environment, this.json, name.equals("public") ? null : name);
	}

	/// Runs an operation of `graphql/operations`.
	public Answer run(String operation, Map<String, ?> variables) {
		return query(document(operation), variables);
	}

	/// Runs a document.
	public Answer query(String document) {
		return query(document, Map.of());
	}

	/// Runs a document. Since a busy machine can plan a big statement for longer than a
	/// request may take, what only reads is asked once more then.
	public Answer query(String document, Map<String, ?> variables) {
		String body = this.json.writeValueAsString(Map.of("query", document, "variables", variables));
		Answer answer = post(body);
		boolean again = answer.errors().contains("TIMEOUT") && !document.contains("mutation");
		return again ? post(body) : answer;
	}

	/// Follows what a document subscribes to.
	public Follower follow(String document, Map<String, ?> variables) {
		HttpRequest.Builder request = request(
				this.json.writeValueAsString(Map.of("query", document, "variables", variables)));
		return Follower.of(CLIENT, request.header("Accept", "text/event-stream").build());
	}

	/// Opens a WebSocket.
	public SocketClient socket() {
		return SocketClient.open(uri("/graphql"), credentials()).init();
	}

	private Map<String, String> credentials() {
		return (this.account != null)
				? Map
					.of("Authorization",
							"Basic " + Base64.getEncoder()
								.encodeToString((this.account + ":frirum").getBytes(StandardCharsets.UTF_8)))
				: Map.of();
	}

	private HttpRequest.Builder request(String body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri("/graphql"))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body));
		credentials().forEach(request::header);
		return request;
	}

	/// Posts a body as it is.
	public Answer post(String body) {
		HttpRequest.Builder request = request(body);
		try {
			HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
			String text = response.body();
			return new Answer(response.statusCode(), this.json.readTree(text.isEmpty() ? "null" : text));
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	/// Sends requests all at once.
	public static List<Answer> atOnce(List<Callable<Answer>> requests) {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			return threads.invokeAll(requests).stream().map(Api::result).toList();
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	private static Answer result(Future<Answer> answer) {
		try {
			return answer.get();
		}
		catch (ExecutionException | InterruptedException failure) {
			throw new IllegalStateException(failure);
		}
	}

	/// Where the server answers.
	public URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.environment.getProperty("local.server.port") + path);
	}

	/// The text of an operation of `graphql/operations`.
	public static String document(String operation) {
		try {
			return new ClassPathResource("graphql/operations/" + operation + ".graphql")
				.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	/// What the server answered.
	public record Answer(int status, JsonNode body) {

		/// A value below `data`, by its path: `obstacle.blockedBy.0.target`.
		public JsonNode at(String path) {
			return this.body.at("/data/" + path.replace('.', '/'));
		}

		/// A text below `data`.
		public String text(String path) {
			return at(path).asString();
		}

		/// The texts of one field of a list below `data`.
		public List<String> texts(String list, String field) {
			return StreamSupport.stream(at(list).spliterator(), false)
				.map((item) -> item.at("/" + field.replace('.', '/')).asString())
				.toList();
		}

		/// The codes of the problems below a field of `data`.
		public List<String> problems(String field) {
			return texts(field + ".problems", "code");
		}

		/// The classifications of the errors.
		public List<String> errors() {
			return StreamSupport.stream(this.body.path("errors").spliterator(), false)
				.map((error) -> error.at("/extensions/classification").asString())
				.toList();
		}

		/// The messages of the errors.
		public List<String> messages() {
			return StreamSupport.stream(this.body.path("errors").spliterator(), false)
				.map((error) -> error.path("message").asString())
				.toList();
		}

		@Override
		public String toString() {
			return this.status + " " + this.body;
		}

	}

}
