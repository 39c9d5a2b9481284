package se.frirum.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.Cases;
import se.frirum.FrirumTest;
import se.frirum.RandomWord;
import se.frirum.law.Target;

import org.springframework.data.neo4j.core.Neo4jClient;

import static org.assertj.core.api.Assertions.assertThat;

/// What it would touch to set rules aside.
@FrirumTest
class ImpactIT {

	private static final Map<String, String> RULES = Map.of("sfs:1998:808#K9P6", "9 kap. 6 § miljöbalken",
			"sfs:1998:808#K9P6S1", "9 kap. 6 § första stycket miljöbalken", "sfs:1998:808#K9P6S2",
			"9 kap. 6 § andra stycket miljöbalken", "sfs:1998:808#K9P7", "9 kap. 7 § miljöbalken", "sfs:1998:808",
			"miljöbalken");

	private static final String CITE = """
			MERGE (act:Law {id: $act})
			SET act.key = $act, act.designation = $act, act.title = $act, act.known = true
			WITH act
			UNWIND $sections AS number
			CREATE (act)-[:HAS_PROVISION]->(section:Provision {id: $act + '#P' + number, key: $act + '#P' + number,
				designation: $act, section: toString(number)})
			WITH count(*) AS created
			UNWIND $citations AS citation
			MATCH (from:Provision {id: $act + '#P' + citation[0]})
			MATCH (to:Provision {id: citation[1]})
			CREATE (from)-[:CITES {from: date('2020-01-01'), until: date('2040-01-01')}]->(to)
			""";

	private final Api api;

	private final Neo4jClient graph;

	ImpactIT(Api api, Neo4jClient graph) {
		this.api = api;
		this.graph = graph;
	}

	private Answer asked(Map<String, ?> input) {
		return this.api.run("impact", Map.of("input", input, "first", 100));
	}

	private static List<String> found(Answer answer, String list, Cases own) {
		List<String> titles = new ArrayList<>(answer.texts("impact." + list + ".nodes", "title"));
		titles.removeIf((title) -> !title.contains(own.word()));
		return titles;
	}

	private static Map<String, Object> blockedBy(String... citations) {
		return Map.of("blockedBy", List.of(citations).stream().map((citation) -> Map.of("citation", citation)).toList(),
				"services", List.of("culture.libraries"));
	}

	@Test
	void liftsWhatNothingElseBlocks() {
		Cases cases = Cases.of(this.api);
		cases.reported("reporter", "Helt", blockedBy("9 kap. 8 § miljöbalken"));
		cases.reported("reporter", "Delvis", blockedBy("9 kap. 8 § miljöbalken", "9 kap. 9 § miljöbalken"));
		cases.submitted("reporter", "Oläst", blockedBy("9 kap. 8 § miljöbalken"));
		Answer answer = asked(Map.of("citations", List.of("9 kap. 8 § miljöbalken"), "areas", List.of("05")));
		assertThat(found(answer, "obstaclesLifted", cases)).containsExactly("Helt " + cases.word());
		assertThat(found(answer, "obstaclesPartlyLifted", cases)).containsExactly("Delvis " + cases.word());
		assertThat(answer.texts("impact.services", "code")).contains("culture.libraries");
		assertThat(answer.texts("impact.provisions", "citation")).containsExactly("9 kap. 8 § miljöbalken (1998:808)");
		assertThat(answer.at("impact.municipalities").asInt()).isEqualTo(13);
		assertThat(found(asked(Map.of("citations", List.of("9 kap. 8 § miljöbalken"), "areas", List.of("25"))),
				"obstaclesLifted", cases))
			.isEmpty();
	}

	@Test
	void tellsOfTrialsThatSetTheSameAside() {
		Map<String, Object> clause = Map.of("citations", List.of("9 kap. 11 § miljöbalken"), "text", "Gäller inte.",
				"areas", List.of("2583"), "from", "2061-01-01", "until", "2062-01-01");
		String title = RandomWord.startingWith("Försök ");
		this.api.as("liaison")
			.run("register-trial", Map.of("input", Map.of("idempotencyKey", UUID.randomUUID().toString(), "title",
					title, "instrument", "NAMED_AREA_ACT", "clauses", List.of(clause))));
		Map<String, Object> input = new HashMap<>(Map.of("citations", List.of("9 kap. 11 § miljöbalken"), "areas",
				List.of("25"), "from", "2061-06-01", "until", "2063-01-01"));
		assertThat(asked(input).texts("impact.overlapping.nodes", "explanation")).singleElement()
			.asString()
			.contains(title, "Haparanda", "2061-12-31");
		input.put("areas", List.of("05"));
		assertThat(asked(input).at("impact.overlapping.totalCount").asInt()).isZero();
	}

	@Test
	void tellsWhatLeansOnASectionAndHow() {
		String act = RandomWord.startingWith("sfs:");
		this.graph.query(CITE)
			.bindAll(Map.of("act", act, "sections", List.of(1, 2, 3), "citations",
					List.of(List.of("1", "sfs:1998:808#K9P12"), List.of("2", act + "#P1"), List.of("1", act + "#P2"),
							List.of("3", act + "#P2"))))
			.run();
		Map<String, Object> input = new HashMap<>(
				Map.of("citations", List.of("9 kap. 12 § miljöbalken"), "depth", 4, "from", "2030-01-01"));
		Answer answer = asked(input);
		List<String> own = new ArrayList<>();
		answer.at("impact.citing.nodes").forEach((each) -> {
			if (each.at("/provision/citation").asString().contains(act)) {
				own.add(each.path("distance").asInt() + " " + each.path("through").size());
			}
		});
		assertThat(own).as(answer.toString()).containsExactly("1 1", "2 2", "3 3");
		input.put("from", "2040-01-01");
		assertThat(asked(input).texts("impact.citing.nodes", "provision.citation").toString()).doesNotContain(act);
	}

	@Test
	void saysWhatTheRegisterCanNotTell() {
		Answer unloaded = asked(Map.of("citations", List.of("1 § lagen (1891:35)")));
		assertThat(unloaded.errors()).as(unloaded.toString()).isEmpty();
		assertThat(unloaded.at("impact.unknown").toString()).contains("1 § lagen (1891:35)", "is not loaded");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "{depth: 5, citations: [\"9 kap. 6 § miljöbalken\"]}",
					"{depth: 0, citations: [\"9 kap. 6 § miljöbalken\"]}", "{citations: []}",
					"{citations: [\"9 kap. 600 § miljöbalken\"]}",
					"{citations: [\"9 kap. 6 § miljöbalken\"], areas: [\"9999\"]}",
					"{citations: [\"9 kap. 6 § miljöbalken\"], from: \"2030-01-01\", until: \"2030-01-01\"}" })
	void refusesWhatMakesNoSense(String input) {
		assertThat(this.api.query("{ impact(input: " + input + ") { municipalities } }").errors()).as(input)
			.containsExactly("BAD_REQUEST");
	}

	@Test
	void refusesTooManyCitations() {
		List<String> citations = new ArrayList<>();
		for (int number = 0; number < 200; number++) {
			citations.add("9 kap. 6 § miljöbalken");
		}
		assertThat(asked(Map.of("citations", citations)).errors()).containsExactly("BAD_REQUEST");
	}

	@Test
	void takesAnAreaThatIsNamedTwiceOnce() {
		assertThat(asked(Map.of("citations", List.of("9 kap. 6 § miljöbalken"), "areas", List.of("0581", "0581")))
			.at("impact.municipalities")
			.asInt()).isEqualTo(1);
	}

	/// Against an implementation that compares every target with every other.
	@Test
	void agreesWithALookAtEveryObstacle() {
		long seed = ThreadLocalRandom.current().nextLong();
		Random random = new Random(seed);
		Cases cases = Cases.of(this.api);
		Map<String, Set<String>> obstacles = new HashMap<>();
		for (int number = 0; number < 20; number++) {
			Set<String> rules = some(random, 3);
			String title = "H" + (char) ('a' + number);
			cases.reported("reporter", title, blockedBy(rules.stream().map(RULES::get).toArray(String[]::new)));
			obstacles.put(title + " " + cases.word(), rules);
		}
		for (int number = 0; number < 15; number++) {
			Set<String> aside = some(random, 2);
			Answer answer = asked(
					Map.of("citations", aside.stream().map(RULES::get).toList(), "areas", List.of("0581")));
			Set<String> lifted = new HashSet<>();
			Set<String> partly = new HashSet<>();
			obstacles.forEach((title, rules) -> {
				boolean touched = rules.stream()
					.anyMatch((rule) -> aside.stream().anyMatch((other) -> holds(rule, other) || holds(other, rule)));
				boolean all = rules.stream().allMatch((rule) -> aside.stream().anyMatch((other) -> holds(other, rule)));
				if (touched) {
					(all ? lifted : partly).add(title);
				}
			});
			assertThat(Set.copyOf(found(answer, "obstaclesLifted", cases)))
				.as("seed %d: %s of %s", seed, aside, obstacles)
				.isEqualTo(lifted);
			assertThat(Set.copyOf(found(answer, "obstaclesPartlyLifted", cases)))
				.as("seed %d: %s of %s", seed, aside, obstacles)
				.isEqualTo(partly);
		}
	}

	private static Set<String> some(Random random, int most) {
		List<String> all = RULES.keySet().stream().sorted().toList();
		Set<String> some = new TreeSet<>();
		for (int count = 1 + random.nextInt(most); count > 0; count--) {
			some.add(all.get(random.nextInt(all.size())));
		}
		return some;
	}

	private static boolean holds(String outer, String inner) {
		return Target.parse(outer).orElseThrow().holds(Target.parse(inner).orElseThrow());
	}

}
