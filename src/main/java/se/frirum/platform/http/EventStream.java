package se.frirum.platform.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;

import graphql.ExecutionResult;
import jakarta.servlet.http.HttpServletResponse;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/// Results as server-sent events, as graphql-sse has it for distinct connections: `next`
/// with each, and `complete`. A comment at the beginning tells the reader that it has begun; others,
/// now and then, show that the reader is still there.
///
/// The request's own thread writes, and takes one result when the one before it is
/// written: however slow the reader, nobody else waits. (Spring's handler writes these
/// comments on a thread that all streams share, and leaves out why nothing could be
/// executed.)
final class EventStream {

	static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

	private static final String COMMENT = ":\n\n";

	private static final String COMPLETE = "event: complete\ndata:\n\n";

	private EventStream() {
	}

	/// @param results of the engine's kind
	static ServerResponse of(Publisher<?> results, JsonMapper json) {
		Flux<String> events = Flux.from(results)
			.map((result) -> ((ExecutionResult) result).toSpecification())
			.onErrorResume(SubscriptionPublisherException.class, (failure) -> Flux.just(failure.toMap()))
			.map((result) -> next(result, json))
			.concatWithValues(COMPLETE)
			.startWith(COMMENT);
		return ServerResponse.ok()
			.contentType(MediaType.TEXT_EVENT_STREAM)
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.header("X-Accel-Buffering", "no")
			.build((_, response) -> {
				write(events, response);
				return null;
			});
	}

	private static String next(Map<String, Object> result, JsonMapper json) {
		return "event: next\ndata: " + json.writeValueAsString(result) + "\n\n";
	}

	private static void write(Flux<String> events, HttpServletResponse response) {
		Flux<String> comments = Flux.interval(KEEP_ALIVE).map((_) -> COMMENT).onBackpressureDrop();
		try (Stream<String> blocks = Flux.merge(1, comments, events).takeUntil(COMPLETE::equals).toStream(1)) {
			OutputStream out = response.getOutputStream();
			for (Iterator<String> each = blocks.iterator(); each.hasNext();) {
				out.write(each.next().getBytes(StandardCharsets.UTF_8));
				out.flush();
			}
		}
		catch (IOException gone) {
			// the reader has left, and with them the stream
		}
	}

}
