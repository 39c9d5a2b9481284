package se.frirum;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import se.frirum.Api.Answer;
import se.frirum.Report.Case;

import org.springframework.data.neo4j.core.Neo4jClient;

import static org.assertj.core.api.Assertions.assertThat;

/// Sixteen people write to the same few cases at once, for a while (`-Dwriters.seconds=60`):
/// nothing that was acknowledged is lost, the log has no gap, and nobody is told of a
/// deadlock.
@FrirumTest
class ManyWritersIT {

	private static final int WRITERS = 16;

	private static final int CASES = 5;

	private static final Duration WHILE = Duration.ofSeconds(Long.getLong("writers.seconds", 10));

	private final Api api;

	private final Neo4jClient database;

	private final Map<String, AtomicInteger> acknowledged = new ConcurrentHashMap<>();

	private final Queue<String> reported = new ConcurrentLinkedQueue<>();

	ManyWritersIT(Api api, Neo4jClient database) {
		this.api = api;
		this.database = database;
	}

	@Test
	void nothingAcknowledgedIsLostAndTheLogHasNoGap() throws InterruptedException, ExecutionException {
		List<Case> cases = IntStream.range(0, CASES)
			.mapToObj((_) -> Report.by(this.api.as("reporter")).citing("2 kap. 3 § kommunallagen").takenUp())
			.toList();
		long before = logged();
		long deadline = System.nanoTime() + WHILE.toNanos();
		List<Callable<Integer>> writers = IntStream.range(0, WRITERS)
			.mapToObj((number) -> (Callable<Integer>) () -> write(new Random(number), cases, deadline))
			.toList();
		int written = 0;
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<Integer> writer : threads.invokeAll(writers)) {
				written += writer.get();
			}
		}
		System.out.printf("%d writers wrote %d times in %s%n", WRITERS, written, WHILE);
		assertThat(written).isGreaterThan(WRITERS);
		cases.forEach((subject) -> assertThat(version(subject)).as("each acknowledged change is one version")
			.isEqualTo(subject.version()
					+ this.acknowledged.computeIfAbsent(subject.id(), (_) -> new AtomicInteger()).get()));
		List<Long> numbers = numbersAfter(before);
		assertThat(numbers).as("each acknowledged write is one entry, and no number is missing")
			.isEqualTo(IntStream.rangeClosed(1, written).mapToObj((number) -> before + number).toList());
	}

	/// @return how often it was acknowledged that something was written
	private int write(Random random, List<Case> cases, long deadline) {
		int written = 0;
		while (System.nanoTime() < deadline) {
			Case subject = cases.get(random.nextInt(cases.size()));
			written += switch (random.nextInt(3)) {
				case 0 -> report();
				case 1 -> assign(subject);
				default -> register();
			};
		}
		return written;
	}

	private int report() {
		Answer answer = this.api.as("reporter")
			.query("""
					mutation ($input: ReportObstacleInput!) {
						reportObstacle(input: $input) { obstacle { id } problems { code message } } }""",
					Map.of("input",
							Map.of("idempotencyKey", UUID.randomUUID().toString(), "title", "Hinder", "description",
									"Vad vi vill göra.", "blockedBy",
									List.of(Map.of("citation", "2 kap. 3 § kommunallagen")))));
		if (!acknowledged(answer)) {
			return 0;
		}
		this.reported.add(answer.text("reportObstacle.obstacle.id"));
		return 1;
	}

	/// Changes the case as it was last read; whoever comes second is told so.
	private int assign(Case subject) {
		Answer answer = this.api.as("analyst")
			.query("""
					mutation ($input: AssignInput!) { assignCase(input: $input) { problems { code message } } }""",
					Map.of("input", Map.of("id", subject.id(), "expectedVersion", version(subject))));
		if (!acknowledged(answer)) {
			return 0;
		}
		this.acknowledged.computeIfAbsent(subject.id(), (_) -> new AtomicInteger()).incrementAndGet();
		return 1;
	}

	/// An organisation has a few numbers for a case only, so each gets one.
	private int register() {
		String subject = this.reported.poll();
		if (subject == null) {
			return report();
		}
		return acknowledged(this.api.as("liaison")
			.query("""
					mutation ($input: CaseNumberInput!) { addCaseNumber(input: $input) { problems { code message } } }""",
					Map.of("input", Map.of("id", subject, "number", RandomWord.startingWith("nr"), "registeredOn",
							"2026-01-01")))) ? 1 : 0;
	}

	private static boolean acknowledged(Answer answer) {
		assertThat(answer.errors()).as(answer.toString()).isEmpty();
		List<String> codes = new ArrayList<>(answer.body().findValuesAsString("code"));
		assertThat(codes).as(answer.toString()).isSubsetOf("STALE");
		return codes.isEmpty();
	}

	private int version(Case subject) {
		return this.api.as("analyst")
			.query("query ($id: ID!) { obstacle(id: $id) { version } }", Map.of("id", subject.id()))
			.at("obstacle.version")
			.asInt();
	}

	private long logged() {
		return this.database.query("MATCH (log:Counter {name: 'events'}) RETURN log.value AS value")
			.fetchAs(Long.class)
			.one()
			.orElse(0L);
	}

	private List<Long> numbersAfter(long before) {
		return List.copyOf(this.database
			.query("MATCH (event:Event) WHERE event.sequence > $before RETURN event.sequence AS number ORDER BY number")
			.bind(before)
			.to("before")
			.fetchAs(Long.class)
			.all());
	}

}
