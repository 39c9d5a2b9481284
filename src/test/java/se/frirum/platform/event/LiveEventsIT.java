package se.frirum.platform.event;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.Follower;
import se.frirum.FrirumTest;
import se.frirum.Report;
import se.frirum.Report.Case;
import se.frirum.SocketClient;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.security.Audience;
import se.frirum.platform.security.Viewer;

import static org.assertj.core.api.Assertions.assertThat;

/// Whoever follows the log gets each entry that they may see, once and in order.
@FrirumTest
class LiveEventsIT {

	private static final String FOLLOW = Api.document("follow-events");

	private static final String BEGINNING = Listing.cursor(EventLog.LIST, "000000000000");

	private final Api api;

	private final EventLog log;

	private final LogTail tail;

	private final Transactions transactions;

	LiveEventsIT(Api api, EventLog log, LogTail tail, Transactions transactions) {
		this.api = api;
		this.log = log;
		this.tail = tail;
		this.transactions = transactions;
	}

	/// The cursors of all entries behind one that an account sees, as the list has them.
	private List<String> listed(String account, String after) {
		List<String> cursors = new ArrayList<>();
		String last = after;
		while (last != null) {
			Answer page = this.api.as(account)
				.query("query ($after: String) { events(after: $after, first: 100) { nodes { cursor } } }",
						Map.of("after", last));
			List<String> found = page.texts("events.nodes", "cursor");
			cursors.addAll(found);
			last = found.isEmpty() ? null : found.getLast();
		}
		return cursors;
	}

	private String latest(String account) {
		return listed(account, BEGINNING).getLast();
	}

	private Follower follow(String account, String after) {
		return this.api.as(account).follow(FOLLOW, Map.of("after", after));
	}

	private static List<String> cursors(Follower follower, int many) {
		return follower.next(many).stream().map((event) -> event.text("eventAdded.cursor")).toList();
	}

	/// Appends entries about a case that only its organisation sees.
	private void append(String about, int many) {
		Viewer reporter = new Viewer("reporter", "Reporter, Norrköping", Set.of(), "organisation:0581");
		this.transactions.write(() -> {
			this.log.append("Obstacle", Collections.nCopies(many,
					Entry.of(about, "OBSTACLE_UPDATED", reporter, Audience.OWNER, "organisation:0581")));
			return null;
		});
	}

	@Test
	void nothingIsMissingOrOutOfOrderWhileSeveralWrite() {
		String before = latest("reporter");
		try (Follower fromTheBeginning = follow("reporter", BEGINNING);
				Follower fromHere = follow("reporter", before);
				Follower fromNow = this.api.as("reporter").follow(FOLLOW, Map.of());
				SocketClient socket = this.api.as("reporter").socket()) {
			socket.subscribe("a", FOLLOW, Map.of("after", before));
			writeAtOnce(Report.by(this.api.as("reporter")).draft());
			List<String> all = listed("reporter", BEGINNING);
			List<String> written = listed("reporter", before);
			assertThat(written).hasSize(1 + 4 * (2 + 130 + 20));
			assertThat(cursors(fromNow, written.size())).isEqualTo(written);
			assertThat(cursors(fromHere, written.size())).isEqualTo(written);
			assertThat(cursors(fromTheBeginning, all.size())).isEqualTo(all);
			assertThat(written.stream().map((_) -> socket.next().text("eventAdded.cursor"))).isEqualTo(written);
		}
	}

	private void writeAtOnce(Case subject) {
		try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int writer = 0; writer < 4; writer++) {
				writers.submit(() -> Report.by(this.api.as("reporter")).takenUp());
				writers.submit(() -> append(subject.id(), 130));
				writers.submit(() -> IntStream.range(0, 20).forEach((_) -> append(subject.id(), 1)));
			}
		}
	}

	/// Without a lock, it would tell where the log ended before.
	@Test
	void whereTheLogEndsIsToldWhenWhoeverWritesIsDone() {
		Case subject = Report.by(this.api.as("reporter")).draft();
		long before = this.tail.end();
		CompletableFuture<Long> end = this.transactions.write(() -> {
			append(subject.id(), 3);
			CompletableFuture<Long> asked = CompletableFuture.supplyAsync(this.tail::end);
			LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
			return asked;
		});
		assertThat(end.join()).isEqualTo(before + 3);
	}

	@Test
	void whoComesBackWithACursorGoesOnBehindIt() {
		Api reporter = this.api.as("reporter");
		String before = latest("reporter");
		Case subject = Report.by(reporter).draft();
		append(subject.id(), 4);
		String last;
		try (Follower follower = follow("reporter", before)) {
			last = cursors(follower, 3).getLast();
		}
		append(subject.id(), 3);
		List<String> rest = listed("reporter", last);
		assertThat(rest).hasSize(2 + 3);
		try (Follower follower = follow("reporter", last)) {
			assertThat(cursors(follower, rest.size())).isEqualTo(rest);
		}
		try (SocketClient socket = reporter.socket()) {
			socket.subscribe("a", FOLLOW, Map.of("after", last));
			assertThat(rest)
				.allSatisfy((cursor) -> assertThat(socket.next().text("eventAdded.cursor")).isEqualTo(cursor));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "public", "reporter", "reporter2", "analyst", "liaison", "admin" })
	void everybodyGetsWhatTheyMaySee(String account) {
		String before = latest("reporter");
		Report.by(this.api.as("reporter")).draft();
		Report.by(this.api.as("reporter2")).draft();
		Report.by(this.api.as("reporter")).submitted();
		Report.by(this.api.as("reporter")).takenUp(false);
		Report.by(this.api.as("reporter2")).takenUp(true);
		List<String> seen = listed(account, before);
		assertThat(seen).hasSize(switch (account) {
			case "public" -> 1;
			case "reporter" -> 1 + 1 + 2 + 1;
			case "reporter2" -> 1 + 2;
			default -> 1 + 2 + 2;
		});
		try (Follower follower = follow(account, before)) {
			assertThat(cursors(follower, seen.size())).isEqualTo(seen);
		}
	}

	@Test
	void oneNodesEntriesComeAloneAndNoneBeforeTheyMayBeSeen() {
		Case other = Report.by(this.api.as("reporter")).submitted();
		Case subject = Report.by(this.api.as("reporter")).submitted();
		Map<String, Object> about = Map.of("about", subject.id(), "after", BEGINNING);
		try (Follower reporter = this.api.as("reporter").follow(FOLLOW, about);
				Follower anybody = this.api.follow(FOLLOW, about)) {
			append(other.id(), 250);
			this.api.as("analyst")
				.run("take-up-obstacle", Map.of("id", subject.id(), "expectedVersion", subject.version()));
			assertThat(reporter.next(2).stream().map(LiveEventsIT::told))
				.containsExactly("OBSTACLE_SUBMITTED " + subject.id(), "OBSTACLE_TAKEN_UP " + subject.id());
			assertThat(told(anybody.next())).isEqualTo("OBSTACLE_TAKEN_UP " + subject.id());
		}
	}

	private static String told(Answer event) {
		return event.text("eventAdded.type") + " " + event.text("eventAdded.about.id");
	}

	/// Two read nothing of several megabytes that are there for each.
	@Test
	void whoDoesNotReadSlowsNobody() throws IOException {
		Case subject = Report.by(this.api.as("reporter")).draft();
		String before = latest("reporter");
		append(subject.id(), 1_000);
		String large = "subscription { eventAdded(after: \\\"%s\\\") { %s } }".formatted(before,
				IntStream.range(0, 100).mapToObj((number) -> "a" + number + ": id").collect(Collectors.joining(" ")));
		List<Socket> slow = new ArrayList<>();
		for (int reader = 0; reader < 2; reader++) {
			slow.add(neverReading("{\"query\": \"" + large + "\"}"));
		}
		try (Follower follower = follow("reporter", before); SocketClient socket = this.api.as("reporter").socket()) {
			assertThat(cursors(follower, 1_000)).isEqualTo(listed("reporter", before));
			socket.subscribe("a", FOLLOW, Map.of());
			Report.by(this.api.as("reporter")).takenUp();
			assertThat(follower.next(2).stream().map((event) -> event.text("eventAdded.type")))
				.containsExactly("OBSTACLE_SUBMITTED", "OBSTACLE_TAKEN_UP");
		}
		for (Socket reader : slow) {
			assertThat(reader.getInputStream().readNBytes(100_000)).asString(StandardCharsets.UTF_8)
				.contains("event: next");
			reader.close();
		}
	}

	private Socket neverReading(String body) throws IOException {
		Socket socket = new Socket();
		socket.setReceiveBufferSize(4_096);
		socket.connect(new InetSocketAddress("127.0.0.1", this.api.uri("/").getPort()));
		socket.getOutputStream().write("""
				POST /graphql HTTP/1.1\r
				Host: localhost\r
				Authorization: Basic cmVwb3J0ZXI6ZnJpcnVt\r
				Accept: text/event-stream\r
				Content-Type: application/json\r
				Content-Length: %d\r
				\r
				%s""".formatted(body.length(), body).getBytes(StandardCharsets.UTF_8));
		return socket;
	}

	@Test
	void aCursorMustBeTheLogs() {
		String foreign = this.api.query("{ obstacles(first: 1) { edges { cursor } } }")
			.text("obstacles.edges.0.cursor");
		for (String cursor : List.of(foreign, "", "nonsense", Listing.cursor(EventLog.LIST, "x"),
				Listing.cursor(EventLog.LIST, "-00000000001"), Listing.cursor(EventLog.LIST, ""))) {
			try (Follower follower = this.api.follow(FOLLOW, Map.of("after", cursor));
					SocketClient socket = this.api.socket()) {
				assertThat(follower.next().errors()).as(cursor).containsExactly("BAD_REQUEST");
				follower.ends();
				socket.subscribe("a", FOLLOW, Map.of("after", cursor));
				assertThat(socket.next().errors()).as(cursor).containsExactly("BAD_REQUEST");
			}
		}
	}

	@Test
	void aSubscriptionIsAsLimitedAsAQuery() {
		String costly = """
				subscription { eventAdded { about { ... on Law { provisions(first: 100) { nodes {
				  obstacles(first: 100) { nodes { title } } } } } } } }""";
		String deep = "subscription { eventAdded { about { ... on Service { " + "parent { ".repeat(12) + "name"
				+ " }".repeat(16);
		for (String document : List.of(costly, deep)) {
			try (Follower follower = this.api.follow(document, Map.of()); SocketClient socket = this.api.socket()) {
				assertThat(follower.next().errors()).containsExactly("TOO_COSTLY");
				socket.subscribe("a", document, Map.of());
				assertThat(socket.next().errors()).containsExactly("TOO_COSTLY");
			}
		}
	}

	@Test
	void whatIsAskedOverAWebSocketIsCheckedAsOverHttp() {
		Map<String, Object> input = Map.of("input",
				Map.of("idempotencyKey", "socket-1", "title", "Hinder", "description", "Regeln hindrar."));
		try (SocketClient anybody = this.api.socket(); SocketClient reporter = this.api.as("reporter").socket()) {
			anybody.subscribe("a", Api.document("report-obstacle"), input);
			assertThat(anybody.next().errors()).containsExactly("UNAUTHORIZED");
			reporter.subscribe("a", Api.document("report-obstacle"), input);
			assertThat(reporter.next().text("reportObstacle.obstacle.id")).startsWith("obstacle:");
			reporter.message();
			reporter.subscribe("b", "{ lawImport(id: \"import:0\") { id } }", Map.of());
			assertThat(reporter.next().errors()).containsExactly("FORBIDDEN");
		}
	}

}
