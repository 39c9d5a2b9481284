package se.frirum.explore;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import se.frirum.FrirumApplication;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;

/// How long a server takes for a page, whole, on its seed data and, where
/// an archive of law is given, on the whole law with 100,000 generated obstacles: `mvn verify -Dtest=NoUnit
/// -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=PagesBenchmark -Dbenchmark.laws=<archive>`.
///
/// Every call asks for another page of its kind where there are others, in turns and one after
/// the other, as the public; of a server that has answered for a while.
class PagesBenchmark {

	private static final long SEED = 20_261_126;

	private static final int WARM_UP = 60;

	private static final int CALLS = 40;

	@TempDir
	private Path home;

	@Test
	void pagesOfTheSeedData() {
		try (ConfigurableApplicationContext server = server("seed", "true")) {
			print(measured(server));
		}
	}

	@Test
	@EnabledIfSystemProperty(named = "benchmark.laws", matches = ".+")
	void pagesOfTheWholeLawAmongManyObstacles() {
		new SpringApplicationBuilder(FrirumApplication.class).web(WebApplicationType.NONE)
			.run("import-laws", System.getProperty("benchmark.laws"), "--frirum.home=" + this.home.resolve("law"),
					"--frirum.seed=reference")
			.close();
		try (ConfigurableApplicationContext server = server("law", "reference")) {
			GeneratedCases cases = new GeneratedCases(server.getBean(Driver.class), SEED);
			cases.addTrials();
			cases.addObstacles(100_000, 0.05);
			print(measured(server));
		}
	}

	private static void print(Map<String, Double> times) {
		times.forEach((page, time) -> System.out.printf("| %s | %.0f ms |%n", page, time));
	}

	private ConfigurableApplicationContext server(String folder, String seed) {
		return new SpringApplicationBuilder(FrirumApplication.class).run("--server.port=0", "--frirum.warm-up=false",
				"--frirum.home=" + this.home.resolve(folder), "--frirum.seed=" + seed);
	}

	private static Map<String, Double> measured(ConfigurableApplicationContext server) {
		String home = "http://localhost:" + server.getEnvironment().getProperty("local.server.port");
		Map<String, Function<Random, String>> pages = pages(server.getBean(Driver.class));
		Map<String, List<Double>> times = new LinkedHashMap<>();
		Random random = new Random(SEED);
		try (HttpClient client = HttpClient.newHttpClient()) {
			for (int call = 0; call < WARM_UP + CALLS; call++) {
				boolean counted = call >= WARM_UP;
				pages.forEach((name, page) -> {
					double time = time(client, URI.create(home + page.apply(random)));
					if (counted) {
						times.computeIfAbsent(name, (_) -> new ArrayList<>()).add(time);
					}
				});
			}
		}
		return times.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (page) -> median(page.getValue()), (one, _) -> one,
					LinkedHashMap::new));
	}

	private static double median(List<Double> times) {
		return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
	}

	/// In milliseconds. A first statement may be planned for longer than a request may
	/// take.
	private static double time(HttpClient client, URI page) {
		try {
			long started = System.nanoTime();
			int status = client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
				.statusCode();
			if (status == 503) {
				return time(client, page);
			}
			assertThat(status).as(page.toString()).isEqualTo(200);
			return (System.nanoTime() - started) / 1e6;
		}
		catch (IOException | InterruptedException failure) {
			throw new IllegalStateException(failure);
		}
	}

	private static Map<String, Function<Random, String>> pages(Driver driver) {
		List<String> obstacles = ids(driver,
				"MATCH (n:Obstacle) WHERE n.audience = 'PUBLIC' RETURN n.reference AS id LIMIT 1000");
		List<String> acts = ids(driver,
				"MATCH (n:Law {kind: 'ACT', known: true}) WHERE EXISTS { (n)-[:HAS_PROVISION]->() } RETURN n.designation AS id LIMIT 200");
		List<String> sections = ids(driver,
				"MATCH (n:Provision) WHERE n.id STARTS WITH 'sfs:' RETURN substring(n.id, 4) AS id LIMIT 1000");
		List<String> trials = ids(driver, "MATCH (n:Trial) RETURN substring(n.id, 6) AS id LIMIT 500");
		List<String> areas = ids(driver, "MATCH (n:Municipality) RETURN n.code AS id ORDER BY id");
		List<String> services = ids(driver, "MATCH (n:Service) RETURN n.code AS id ORDER BY id");
		List<String> words = List.of("skola", "sekretess", "anmälan", "avgift", "bygglov", "nämnd", "distans", "barn",
				"tillstånd", "rapport");
		Map<String, Function<Random, String>> pages = new LinkedHashMap<>();
		pages.put("start", (random) -> "/?on=20%02d-06-01".formatted(random.nextInt(10, 27)));
		pages.put("search", (random) -> "/search?text=" + encoded(any(words, random) + " " + any(words, random)));
		pages.put("obstacles by service", (random) -> "/obstacles?service=" + any(services, random));
		pages.put("obstacles by text", (random) -> "/obstacles?text=" + encoded(any(words, random)));
		pages.put("obstacle", (random) -> "/obstacles/" + any(obstacles, random));
		pages.put("laws", (random) -> "/laws?text=" + encoded(any(words, random)));
		pages.put("act", (random) -> "/laws/" + UriUtils.encodePath(any(acts, random), StandardCharsets.UTF_8));
		pages.put("section", (random) -> "/laws/"
				+ UriUtils.encodePath(any(sections, random).replace("#", "/"), StandardCharsets.UTF_8));
		pages.put("area on a day",
				(random) -> "/areas/%s?on=20%02d-06-01".formatted(any(areas, random), random.nextInt(10, 30)));
		pages.put("trials", (random) -> "/trials?area=" + any(areas, random));
		pages.put("trial", (random) -> "/trials/" + any(trials, random));
		pages.put("proposals", (_) -> "/proposals");
		pages.put("explorer", (random) -> "/explore?from=" + encoded("sfs:" + any(sections, random)));
		pages.put("lessons", (_) -> "/lessons");
		pages.put("journeys", (_) -> "/journeys");
		pages.put("statistics", (_) -> "/statistics");
		return pages;
	}

	private static String any(List<String> of, Random random) {
		return of.get(random.nextInt(of.size()));
	}

	private static String encoded(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

	private static List<String> ids(Driver driver, String statement) {
		try (Session session = driver.session()) {
			return session.run(statement).list((row) -> row.get("id").asString());
		}
	}

}
