package se.frirum;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.frirum.Api.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/// Two processes of the application work on one database, as one.
@FrirumTest
class TwoProcessesIT {

	private static final String FOLLOW = "subscription ($after: String) { eventAdded(after: $after) { cursor } }";

	private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

	private final List<Process> processes = Collections.synchronizedList(new ArrayList<>());

	@TempDir
	private Path home;

	/// The application in a process of its own.
	private record Server(Process process, Api api) {

		/// Asks it to stop, and waits until it has.
		void stop() throws InterruptedException {
			this.process.destroy();
			assertThat(this.process.waitFor(20, TimeUnit.SECONDS)).isTrue();
		}

	}

	private Server start() throws Exception {
		String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.contains("test-classes"))
			.collect(Collectors.joining(File.pathSeparator));
		ProcessBuilder command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
				classPath, FrirumApplication.class.getName())
			.redirectErrorStream(true);
		TestDatabase database = TestDatabase.shared();
		command.environment()
			.putAll(Map.of("SERVER_PORT", "0", "FRIRUM_HOME", this.home.toString(), "FRIRUM_SEED", "false",
					"SPRING_NEO4J_URI", database.uri().toString(), "SPRING_NEO4J_AUTHENTICATION_USERNAME", "neo4j",
					"SPRING_NEO4J_AUTHENTICATION_PASSWORD", database.password()));
		Process process = command.start();
		this.processes.add(process);
		return new Server(process, Api.at(port(process)).as("reporter"));
	}

	/// Reads what the process says, to its end.
	private static int port(Process process) throws Exception {
		CompletableFuture<Integer> port = new CompletableFuture<>();
		List<String> said = new ArrayList<>();
		Thread.startVirtualThread(() -> {
			try (BufferedReader lines = process.inputReader()) {
				for (String line = lines.readLine(); line != null; line = lines.readLine()) {
					said.add(line);
					Matcher started = STARTED.matcher(line);
					if (started.find()) {
						port.complete(Integer.valueOf(started.group(1)));
					}
				}
			}
			catch (IOException ended) {
				// told below
			}
			port.completeExceptionally(new AssertionError(String.join("\n", said)));
		});
		return port.get(2, TimeUnit.MINUTES);
	}

	@AfterEach
	void stopAll() {
		this.processes.forEach(Process::destroyForcibly);
	}

	private static void write(Server server, int many) {
		for (int number = 0; number < many; number++) {
			Report.by(server.api()).draft();
		}
	}

	private static List<String> cursors(Follower follower, int many) {
		return follower.next(many).stream().map((event) -> event.text("eventAdded.cursor")).toList();
	}

	private static List<String> listed(Server server, String after) {
		Answer page = server.api()
			.query("query ($after: String) { events(after: $after, first: 100) { nodes { cursor } } }",
					Map.of("after", after));
		return page.texts("events.nodes", "cursor");
	}

	/// Both write at the same time.
	private static void write(int many, Server one, Server other) throws Exception {
		CompletableFuture<Void> atOther = CompletableFuture.runAsync(() -> write(other, many));
		write(one, many);
		atOther.get();
	}

	@Test
	void eachDeliversWhatTheOtherWritesInOrderAndAcrossARestart() throws Exception {
		FutureTask<Server> starting = new FutureTask<>(this::start);
		Thread.startVirtualThread(starting);
		Server one = start();
		Server other = starting.get();
		try (Follower atOther = other.api().follow(FOLLOW, Map.of())) {
			String first;
			String last;
			try (Follower atOne = one.api().follow(FOLLOW, Map.of())) {
				write(one, 1);
				first = cursors(atOne, 1).getFirst();
				assertThat(cursors(atOther, 1)).containsExactly(first);
				write(15, one, other);
				last = cursors(atOne, 30).getLast();
				assertThat(last).isEqualTo(listed(one, first).getLast());
				CompletableFuture<Void> meanwhile = CompletableFuture.runAsync(() -> write(other, 15));
				one.stop();
				atOne.ends();
				meanwhile.get();
			}
			Server again = start();
			try (Follower atAgain = again.api().follow(FOLLOW, Map.of("after", last))) {
				write(5, again, other);
				List<String> all = listed(other, first);
				assertThat(all).hasSize(30 + 15 + 10);
				assertThat(cursors(atOther, all.size())).isEqualTo(all);
				assertThat(cursors(atAgain, 15 + 10)).isEqualTo(listed(again, last));
				other.process().destroyForcibly();
				atOther.isCut();
				write(again, 1);
				assertThat(cursors(atAgain, 1)).isEqualTo(listed(again, all.getLast()));
			}
		}
	}

}
