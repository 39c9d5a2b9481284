package se.frirum;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import se.frirum.Api.Answer;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// Follows a subscription as a client does, by server-sent events.
public final class Follower implements AutoCloseable {

	/// Much longer than anything takes: only a test that fails waits so long.
	static final int PATIENCE = 60;

	private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

	private final InputStream body;

	private record Event(String name, String data) {
	}

	private Follower(InputStream body) {
		this.body = body;
		Thread.startVirtualThread(this::read);
	}

	/// Follows what a request asks for; it has begun when this returns.
	static Follower of(HttpClient client, HttpRequest request) {
		try {
			HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
			return new Follower(response.body());
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	private void read() {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(this.body, StandardCharsets.UTF_8))) {
			String name = "";
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.startsWith("event:")) {
					name = line.substring("event:".length()).strip();
				}
				else if (line.startsWith("data:")) {
					this.events.add(new Event(name, line.substring("data:".length()).strip()));
				}
			}
		}
		catch (IOException cut) {
			// told below
		}
		this.events.add(new Event("cut", ""));
	}

	private Event event() {
		try {
			Event event = this.events.poll(PATIENCE, TimeUnit.SECONDS);
			assertThat(event).as("nothing for %d s", PATIENCE).isNotNull();
			return event;
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	/// The next result.
	public Answer next() {
		Event event = event();
		assertThat(event.name()).isEqualTo("next");
		return new Answer(200, JsonMapper.shared().readTree(event.data()));
	}

	/// The next results.
	public List<Answer> next(int many) {
		return IntStream.range(0, many).mapToObj((_) -> next()).toList();
	}

	/// Waits until the server says that the stream is complete, whatever comes before.
	public void ends() {
		Event event = event();
		while (event.name().equals("next")) {
			event = event();
		}
		assertThat(event.name()).isEqualTo("complete");
	}

	/// Waits until the connection is cut.
	public void isCut() {
		assertThat(event().name()).isEqualTo("cut");
	}

	@Override
	public void close() {
		try {
			this.body.close();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}
