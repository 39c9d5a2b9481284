package se.frirum;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// A client that speaks graphql-transport-ws.
public final class SocketClient implements WebSocket.Listener, AutoCloseable {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();

	private final CompletableFuture<Integer> closed = new CompletableFuture<>();

	private final StringBuilder partial = new StringBuilder();

	private final WebSocket socket;

	private SocketClient(URI server, Map<String, String> headers) {
		WebSocket.Builder builder = CLIENT.newWebSocketBuilder().subprotocols("graphql-transport-ws");
		headers.forEach(builder::header);
		try {
			this.socket = builder.buildAsync(URI.create(server.toString().replaceFirst("http", "ws")), this).join();
		}
		catch (CompletionException failure) {
			throw (failure.getCause() instanceof RuntimeException cause) ? cause
					: new IllegalStateException(failure.getCause());
		}
	}

	/// Opens a connection to `/graphql`, with these headers.
	/// @throws IllegalStateException caused by a handshake exception, when it is refused
	public static SocketClient open(URI server, Map<String, String> headers) {
		return new SocketClient(server, headers);
	}

	/// Begins the protocol.
	public SocketClient init() {
		send("{\"type\": \"connection_init\"}");
		assertThat(message().path("type").asString()).isEqualTo("connection_ack");
		return this;
	}

	/// Asks for an operation.
	public void subscribe(String id, String document, Map<String, ?> variables) {
		send(JsonMapper.shared()
			.writeValueAsString(Map.of("id", id, "type", "subscribe", "payload",
					Map.of("query", document, "variables", variables))));
	}

	/// Sends a message as it is.
	public void send(String message) {
		this.socket.sendText(message, true).join();
	}

	/// The next message but for the server's pings.
	public JsonNode message() {
		try {
			JsonNode message = this.messages.poll(Follower.PATIENCE, TimeUnit.SECONDS);
			assertThat(message).as("nothing for %d s", Follower.PATIENCE).isNotNull();
			return message;
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	/// The next result.
	public Api.Answer next() {
		JsonNode message = message();
		assertThat(message.path("type").asString()).as(message.toString()).isEqualTo("next");
		return new Api.Answer(200, message.path("payload"));
	}

	/// Waits until the server closes the connection.
	/// @return with which status
	public int closed() {
		try {
			return this.closed.get(Follower.PATIENCE, TimeUnit.SECONDS);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
		catch (ExecutionException | TimeoutException failure) {
			throw new AssertionError(failure);
		}
	}

	@Override
	public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence text, boolean last) {
		this.partial.append(text);
		if (last) {
			JsonNode message = JsonMapper.shared().readTree(this.partial.toString());
			this.partial.setLength(0);
			if (!message.path("type").asString().equals("ping")) {
				this.messages.add(message);
			}
		}
		webSocket.request(1);
		return null;
	}

	@Override
	public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
		this.closed.complete(status);
		return null;
	}

	@Override
	public void onError(WebSocket webSocket, Throwable failure) {
		this.closed.completeExceptionally(failure);
	}

	@Override
	public void close() {
		this.socket.abort();
	}

}
