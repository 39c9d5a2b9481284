package se.frirum.platform.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.graphql.RequestContext;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Delivery.Parts;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.security.Viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LiveLogTests {

	private static final Duration HOUR = Duration.ofHours(1);

	private static final RequestContext NOW = new RequestContext(Viewer.PUBLIC, LocalDate.EPOCH, Clock.systemUTC(),
			Instant.MAX);

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final GivenTail tail = new GivenTail();

	private LiveLog log(int most, Duration longest) {
		return new LiveLog(this.tail, this.meters, Duration.ofMillis(1), most, longest);
	}

	/// A log that reaches as far as a test says.
	@SuppressWarnings("NullAway") // never asks the database
	private static final class GivenTail extends LogTail {

		private volatile long end;

		GivenTail() {
			super(null, Duration.ofMillis(1));
		}

		@Override
		long latest() {
			return this.end;
		}

		@Override
		void join() {
		}

		@Override
		void leave() {
		}

		@Override
		long awaitBehind(long number) throws InterruptedException {
			while (this.end <= number) {
				Thread.sleep(1);
			}
			return this.end;
		}

	}

	private static List<Long> numbers(Map<String, Object> bounds) {
		return LongStream
			.rangeClosed(Long.parseLong(bounds.get("behind").toString()) + 1,
					Long.parseLong(bounds.get("upTo").toString()))
			.boxed()
			.toList();
	}

	private static List<Long> numbers(long from, long to) {
		return LongStream.rangeClosed(from, to).boxed().toList();
	}

	private static Asked after(long number) {
		return new Asked(NOW, Map.of("after", Listing.cursor(EventLog.LIST, "%012d".formatted(number))));
	}

	private static Flux<?> follow(LiveLog log, long number, Parts parts) {
		return Flux.from(log.deliver(after(number), parts));
	}

	private double open() {
		return this.meters.get("frirum.streams").gauge().value();
	}

	/// Waits for what another thread is about to do.
	private void noneIsOpen() {
		for (int wait = 0; wait < 5_000 && open() > 0; wait++) {
			LockSupport.parkNanos(1_000_000);
		}
		assertThat(open()).isZero();
	}

	@Test
	void readsInPartsUpToTheEndAndGoesOnAsTheLogGrows() {
		this.tail.end = 250;
		List<Integer> sizes = new ArrayList<>();
		Flux<?> stream = follow(log(1, HOUR), 20, (bounds) -> {
			List<Long> part = numbers(bounds);
			sizes.add(part.size());
			return part;
		}).doOnNext((number) -> this.tail.end = number.equals(250L) ? 253 : this.tail.end);
		assertThat(stream.take(233).collectList().block()).isEqualTo(numbers(21, 253));
		assertThat(sizes).startsWith(100, 100, 30, 3);
		noneIsOpen();
	}

	@Test
	void goesOnBehindWhatItsReaderMayNotSee() {
		this.tail.end = 1_000;
		assertThat(
				follow(log(1, HOUR), 0, (bounds) -> numbers(bounds).stream().filter((number) -> number > 950).toList())
					.take(50)
					.collectList()
					.block())
			.isEqualTo(numbers(951, 1_000));
	}

	@Test
	void beginsAtTheEndWhereNoCursorSaysOtherwise() {
		this.tail.end = 70;
		LiveLog log = log(1, HOUR);
		CompletableFuture<? extends List<?>> told = Flux
			.from(log.deliver(new Asked(NOW, Map.of()), LiveLogTests::numbers))
			.take(2)
			.collectList()
			.toFuture();
		this.tail.end = 72;
		assertThat(told.join()).isEqualTo(numbers(71, 72));
	}

	@Test
	void waitsForADatabaseThatIsAway() {
		this.tail.end = 150;
		AtomicInteger attempts = new AtomicInteger();
		assertThat(follow(log(1, HOUR), 0, (bounds) -> {
			if (attempts.incrementAndGet() % 3 != 0) {
				throw new Refusal.Unavailable(new IllegalStateException());
			}
			return numbers(bounds);
		}).take(150).collectList().block()).isEqualTo(numbers(1, 150));
	}

	@Test
	void endsWithWhatElseGoesWrong() {
		this.tail.end = 1;
		assertThatThrownBy(() -> follow(log(1, HOUR), 0, (_) -> {
			throw new Refusal.BadRequest("No.");
		}).blockLast()).isInstanceOf(Refusal.BadRequest.class);
		noneIsOpen();
	}

	@Test
	void readsNoMoreThanItsReaderTakes() {
		this.tail.end = 100_000;
		AtomicInteger parts = new AtomicInteger();
		List<Object> taken = new ArrayList<>();
		BaseSubscriber<Object> reader = new BaseSubscriber<>() {
			@Override
			protected void hookOnSubscribe(Subscription subscription) {
			}

			@Override
			protected void hookOnNext(Object number) {
				synchronized (taken) {
					taken.add(number);
					taken.notifyAll();
				}
			}
		};
		follow(log(1, HOUR), 0, (bounds) -> {
			parts.incrementAndGet();
			return numbers(bounds);
		}).subscribe(reader);
		for (int time = 1; time <= 10; time++) {
			reader.request(50);
			await(taken, 50 * time);
			assertThat(parts.get()).isLessThanOrEqualTo(1 + 50 * time / LiveLog.PART);
		}
		assertThat(taken).isEqualTo(numbers(1, 500));
		reader.cancel();
		noneIsOpen();
	}

	private static void await(List<Object> taken, int size) {
		synchronized (taken) {
			while (taken.size() < size) {
				try {
					taken.wait();
				}
				catch (InterruptedException interrupted) {
					throw new IllegalStateException(interrupted);
				}
			}
		}
	}

	@Test
	void refusesMoreThanItBearsUntilOneEnds() {
		LiveLog log = log(2, HOUR);
		List<BaseSubscriber<Object>> readers = IntStream.range(0, 2).mapToObj((_) -> {
			BaseSubscriber<Object> reader = new BaseSubscriber<>() {
			};
			follow(log, 0, LiveLogTests::numbers).subscribe(reader);
			return reader;
		}).toList();
		assertThat(open()).isEqualTo(2);
		assertThatThrownBy(() -> follow(log, 0, LiveLogTests::numbers).blockLast()).isInstanceOf(Refusal.Busy.class);
		readers.getFirst().cancel();
		this.tail.end = 1;
		assertThat(follow(log, 0, LiveLogTests::numbers).blockFirst()).isEqualTo(1L);
		readers.getLast().cancel();
		noneIsOpen();
	}

	@Test
	void leavesThePublicFewerStreamsThanThereAre() {
		LiveLog log = log(5, HOUR);
		RequestContext signedIn = new RequestContext(new Viewer("a", "A", Set.of(), null), NOW.today(), NOW.clock(),
				NOW.deadline());
		List<Disposable> readers = IntStream.range(0, 4)
			.mapToObj((_) -> follow(log, 0, LiveLogTests::numbers).subscribe())
			.toList();
		assertThatThrownBy(() -> follow(log, 0, LiveLogTests::numbers).blockLast()).isInstanceOf(Refusal.Busy.class);
		this.tail.end = 1;
		assertThat(Flux
			.from(log.deliver(new Asked(signedIn, Map.of("after", Listing.cursor(EventLog.LIST, "0".repeat(12)))),
					LiveLogTests::numbers))
			.blockFirst()).isEqualTo(1L);
		readers.forEach(Disposable::dispose);
		noneIsOpen();
	}

	@Test
	void endsInTime() {
		assertThat(follow(log(1, Duration.ofMillis(20)), 0, LiveLogTests::numbers).collectList().block()).isEmpty();
		noneIsOpen();
	}

	@Test
	void endsWithTheServer() {
		LiveLog log = log(2, HOUR);
		assertThat(follow(log, 0, LiveLogTests::numbers).doOnSubscribe((_) -> Thread.startVirtualThread(log::end))
			.collectList()
			.block()).isEmpty();
		assertThat(follow(log, 0, LiveLogTests::numbers).collectList().block()).isEmpty();
		noneIsOpen();
	}

}
