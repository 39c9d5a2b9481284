package se.frirum.platform.event;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Delivery;
import se.frirum.platform.projection.PageRequest;
import se.frirum.platform.security.Viewer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The log as it grows. Each stream reads at its reader's pace, on a thread of its own and
/// holding no more than one part, so that nobody waits for anybody else.
///
/// A stream knows the last number it has dealt with, and next reads all numbers from there
/// to one up to which everything can be read. The log has no gaps and never changes, so
/// nothing can turn up behind the stream's back: what it didn't see there, its reader may
/// not see. A cursor is such a number; whoever comes back with it, here or at another
/// process, goes on where it stopped.
@Component
class LiveLog implements Delivery {

	/// How many numbers are read at once.
	static final int PART = 100;

	private static final Pattern NUMBER = Pattern.compile("\\d{12}");

	private final LogTail tail;

	private final Duration pause;

	private final Duration longest;

	private final int most;

	private final AtomicInteger open = new AtomicInteger();

	private final Sinks.Empty<Long> closing = Sinks.empty();

	private final Scheduler threads = Schedulers
		.fromExecutorService(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("follow-log").factory()));

	/// @param most how many streams are open at once
	/// @param longest when a stream ends, so that who comes back shows anew who they are
	LiveLog(LogTail tail, MeterRegistry meters, @Value("${frirum.log.poll:250ms}") Duration pause,
			@Value("${frirum.streams.most:500}") int most, @Value("${frirum.streams.longest:1h}") Duration longest) {
		this.tail = tail;
		this.pause = pause;
		this.most = most;
		this.longest = longest;
		Gauge.builder("frirum.streams", this.open, AtomicInteger::get)
			.description("Open streams of the log")
			.register(meters);
	}

	@Override
	public Publisher<?> deliver(Asked asked, Parts parts) {
		String after = after(asked);
		return Flux.using(() -> open(asked.viewer()), (_) -> entries(start(after), parts), (_) -> close())
			.takeUntilOther(Mono.delay(this.longest).or(this.closing.asMono()));
	}

	private static @Nullable String after(Asked asked) {
		String key = PageRequest.of(asked, EventLog.LIST).after();
		if (key != null && !NUMBER.matcher(key).matches()) {
			throw new Refusal.BadRequest("The cursor is not one that the log gave.");
		}
		return key;
	}

	/// Without a cursor it tells what begins from now on.
	private long start(@Nullable String after) {
		return (after != null) ? Long.parseLong(after) : this.tail.latest();
	}

	/// The public can't take the last fifth of the streams.
	private int open(Viewer viewer) {
		int streams = this.open.incrementAndGet();
		if (streams > (viewer.signedIn() ? this.most : this.most - this.most / 5)) {
			this.open.decrementAndGet();
			throw new Refusal.Busy("As many streams are open as can be. Try again in a moment.");
		}
		this.tail.join();
		return streams;
	}

	private void close() {
		this.tail.leave();
		this.open.decrementAndGet();
	}

	private Flux<Object> entries(long start, Parts parts) {
		return Flux.<List<?>, Long>generate(() -> start, (last, sink) -> next(last, parts, sink))
			.<Object>flatMapIterable(Function.identity(), 1)
			.subscribeOn(this.threads);
	}

	private long next(long last, Parts parts, SynchronousSink<List<?>> sink) {
		try {
			long upTo = Math.min(this.tail.awaitBehind(last), last + PART);
			sink.next(read(parts, last, upTo));
			return upTo;
		}
		catch (InterruptedException ended) {
			sink.complete();
			return last;
		}
		catch (RuntimeException failure) {
			if (!Thread.interrupted()) {
				throw failure;
			}
			sink.complete();
			return last;
		}
	}

	/// While the database is away, the stream waits for it.
	private List<?> read(Parts parts, long behind, long upTo) throws InterruptedException {
		while (true) {
			try {
				return parts.read(Map.of("behind", key(behind), "upTo", key(upTo)));
			}
			catch (Refusal.Unavailable away) {
				Thread.sleep(this.pause);
			}
		}
	}

	private static String key(long number) {
		return "%012d".formatted(number);
	}

	@EventListener(ContextClosedEvent.class)
	void end() {
		this.closing.tryEmitEmpty();
	}

}
