package se.frirum.explore;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.summary.Plan;
import se.frirum.FrirumApplication;
import se.frirum.StatementCount;
import se.frirum.platform.graphql.Operations;
import se.frirum.platform.security.Viewer;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/// How long the graph's questions take on the whole law, with 10,000 generated obstacles and
/// with 100,000, of which as many lie in the scope; and whether any of their statements scans
/// a label: `mvn verify -Dtest=NoUnit -Dsurefire.failIfNoSpecifiedTests=false
/// -Dit.test=ExploreBenchmark -Dbenchmark.laws=<archive>`.
///
/// Every call asks something else, one after the other, in this process and as the public.
@EnabledIfSystemProperty(named = "benchmark.laws", matches = ".+")
class ExploreBenchmark {

	private static final long SEED = 20_261_126;

	private static final int WARM_UP = 30;

	private static final int CALLS = 150;

	private static final Set<String> SCANS = Set.of("NodeByLabelScan", "AllNodesScan", "UnionNodeByLabelsScan",
			"IntersectionNodeByLabelsScan", "PartitionedNodeByLabelScan", "DirectedAllRelationshipsScan",
			"UndirectedAllRelationshipsScan", "DirectedRelationshipTypeScan", "UndirectedRelationshipTypeScan");

	/// A question, asked anew for each call.
	private record Question(String operation, Function<Random, Map<String, Object>> variables) {
	}

	/// In milliseconds.
	private record Times(double median, double late) {
	}

	@TempDir
	private Path home;

	@Test
	void theGraphAnswersAsFastAmongTenTimesAsMany() {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(FrirumApplication.class,
				StatementCount.class)
			.web(WebApplicationType.NONE)
			.run("import-laws", System.getProperty("benchmark.laws"), "--frirum.home=" + this.home,
					"--frirum.seed=reference")) {
			GeneratedCases cases = new GeneratedCases(context.getBean(Driver.class), SEED);
			cases.addTrials();
			cases.addObstacles(10_000, 0.1);
			Map<String, Question> questions = questions(cases);
			Map<String, Times> few = measured(context, questions);
			cases.addObstacles(90_000, 0);
			Map<String, Times> many = measured(context, questions);
			print(few, many);
			assertThat(scans(context, questions)).isEmpty();
		}
	}

	private static Map<String, Question> questions(GeneratedCases cases) {
		Map<String, Question> questions = new LinkedHashMap<>();
		questions.put("`effectiveRules` of a municipality", new Question("effective-rules", (random) -> Map.of("area",
				"25" + List.of("05", "06", "10", "13", "14", "21", "23", "60", "80", "81", "82", "83", "84", "18")
					.get(random.nextInt(14)),
				"on", LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4000)).toString())));
		questions.put("`impact` of a section in a county, depth 2",
				new Question("impact", (random) -> Map.of("input", Map.of("citations", List.of(cases.section(random)),
						"areas", List.of(GeneratedCases.COUNTY), "depth", 2), "first", 25)));
		questions.put("`dependencies` of a section, limit 200", new Question("dependencies",
				(random) -> Map.of("input", Map.of("from", cases.section(random), "limit", 200))));
		questions.put("`trialConflicts` of a trial",
				new Question("conflicts-of-trial", (random) -> Map.of("trial", cases.trial(random), "first", 100)));
		questions.put("`suggestTrialScope` of a county", new Question("suggest-trial-scope", (random) -> Map.of("input",
				Map.of("areas", List.of(GeneratedCases.COUNTY), "maxProvisions", 2 + random.nextInt(6)))));
		questions.put("`hotspots` of a county", new Question("hotspots",
				(random) -> Map.of("by", any(random), "filter", Map.of("area", GeneratedCases.COUNTY))));
		// Asked for another number of places each time, so that no kept answer is
		// measured.
		questions.put("`hotspots` of the country, none kept",
				new Question("hotspots", (random) -> Map.of("by", any(random), "first", 1 + random.nextInt(100))));
		return questions;
	}

	private static String any(Random random) {
		HotspotDimension[] all = HotspotDimension.values();
		return all[random.nextInt(all.length)].name();
	}

	private static Map<String, Times> measured(ConfigurableApplicationContext context,
			Map<String, Question> questions) {
		Operations operations = context.getBean(Operations.class);
		Map<String, Times> times = new LinkedHashMap<>();
		questions.forEach((name, question) -> {
			Random random = new Random(SEED);
			List<Double> taken = new ArrayList<>();
			for (int call = 0; call < WARM_UP + CALLS; call++) {
				Map<String, Object> variables = question.variables().apply(random);
				long started = System.nanoTime();
				operations.run(question.operation(), variables, Viewer.PUBLIC);
				if (call >= WARM_UP) {
					taken.add((System.nanoTime() - started) / 1e6);
				}
			}
			taken.sort(null);
			times.put(name, new Times(taken.get(CALLS / 2), taken.get(CALLS * 99 / 100)));
			System.out.println(name + " " + times.get(name));
		});
		return times;
	}

	private static void print(Map<String, Times> few, Map<String, Times> many) {
		System.out.println("| | 10,000 obstacles, median and 99th percentile | 100,000 | median grows |");
		System.out.println("|---|---|---|---|");
		few.forEach((name, before) -> {
			Times after = many.get(name);
			System.out.printf("| %s | %.0f and %.0f ms | %.0f and %.0f ms | %.2f times |%n", name, before.median(),
					before.late(), after.median(), after.late(), after.median() / before.median());
		});
	}

	/// The operators of any statement's plan that look at every node of a label.
	private static Set<String> scans(ConfigurableApplicationContext context, Map<String, Question> questions) {
		StatementCount count = context.getBean(StatementCount.class);
		count.reset();
		Random random = new Random(SEED);
		questions.values()
			.forEach((question) -> context.getBean(Operations.class)
				.run(question.operation(), question.variables().apply(random), Viewer.PUBLIC));
		Set<String> scans = new TreeSet<>();
		try (Session session = context.getBean(Driver.class).session()) {
			for (String statement : new LinkedHashSet<>(count.statements())) {
				scans(session.run("EXPLAIN " + statement).consume().plan(), statement, scans);
			}
		}
		return scans;
	}

	private static void scans(Plan plan, String statement, Set<String> scans) {
		String operator = plan.operatorType().replaceFirst("@.*", "");
		if (SCANS.contains(operator)) {
			scans.add(operator + " " + plan.arguments().get("Details") + " in " + statement);
		}
		plan.children().forEach((child) -> scans(child, statement, scans));
	}

}
