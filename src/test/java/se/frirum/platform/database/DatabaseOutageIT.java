package se.frirum.platform.database;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import se.frirum.Api;
import se.frirum.Follower;
import se.frirum.FrirumApplication;
import se.frirum.Report;
import se.frirum.TestDatabase;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/// What callers and the platform see while the database is gone, and after.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseOutageIT {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final CuttableProxy line = new CuttableProxy(TestDatabase.shared().uri());

	private final ConfigurableApplicationContext server = SpringApplication.run(FrirumApplication.class,
			"--server.port=0", "--spring.neo4j.uri=" + this.line.uri(), "--spring.neo4j.authentication.username=neo4j",
			"--spring.neo4j.authentication.password=" + TestDatabase.shared().password());

	@BeforeAll
	void theDatabaseIsThere() throws Exception {
		assertThat(law().body()).contains("Skollag");
		assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
	}

	@AfterAll
	void stop() {
		this.server.close();
		this.line.close();
	}

	@Test
	void whileTheDatabaseIsGoneTheServerSaysSoAtOnceAndItIsBackWithoutARestart() throws Exception {
		this.line.cut();
		HttpResponse<String> answer = law();
		assertThat(answer.body()).contains("UNAVAILABLE").doesNotContain("Exception");
		assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
		assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
		this.line.mend();
		assertThat(law().body()).contains("Skollag");
		assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
	}

	/// What is written meanwhile comes another way.
	@Test
	void aStreamGoesOnWhereItWasWhenTheDatabaseIsBack() throws Exception {
		Api reporter = Api.at(uri("/").getPort()).as("reporter");
		try (Follower follower = reporter.follow("subscription { eventAdded { about { id } } }", Map.of())) {
			Report.Case before = Report.by(reporter).draft();
			assertThat(follower.next().text("eventAdded.about.id")).isEqualTo(before.id());
			this.line.cut();
			assertThat(law().body()).contains("UNAVAILABLE");
			append(before.id());
			this.line.mend();
			assertThat(follower.next().text("eventAdded.about.id")).isEqualTo(before.id());
			Report.Case after = Report.by(reporter).draft();
			assertThat(follower.next().text("eventAdded.about.id")).isEqualTo(after.id());
		}
	}

	private static void append(String about) {
		TestDatabase database = TestDatabase.shared();
		try (Driver driver = GraphDatabase.driver(database.uri(), AuthTokens.basic("neo4j", database.password()))) {
			driver.executableQuery("""
					MATCH (log:Counter {name: 'events'}), (subject:Obstacle {id: $about})
					SET log.value = log.value + 1
					WITH log.value AS number, subject
					CREATE (event:Event {id: 'event:' + randomUUID(), sequence: number,
						key: right('000000000000' + toString(number), 12), subject: $about, type: 'OBSTACLE_UPDATED',
						at: datetime(), audience: 'OWNER', owner: 'organisation:0581'})-[:ABOUT]->(subject)""")
				.withParameters(Map.of("about", about))
				.execute();
		}
	}

	/// The client gives up after two seconds: an answer that takes longer fails the test.
	private HttpResponse<String> law() throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(uri("/graphql"))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers
				.ofString("{\"query\": \"{ law(designation: \\\"2010:800\\\") { title } }\"}")));
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(uri(path)));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return CLIENT.send(request.timeout(Duration.ofSeconds(2)).build(), HttpResponse.BodyHandlers.ofString());
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.server.getEnvironment().getProperty("local.server.port") + path);
	}

}
