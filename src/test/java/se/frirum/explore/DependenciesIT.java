package se.frirum.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.RandomWord;
import se.frirum.Report;
import se.frirum.Report.Case;
import tools.jackson.databind.JsonNode;

import org.springframework.data.neo4j.core.Neo4jClient;

import static org.assertj.core.api.Assertions.assertThat;

/// What leans on what, step by step from any node.
@FrirumTest
class DependenciesIT {

	private static final String SECTION = "sfs:2010:800#K21P6";

	private static final String CREATE = """
			CREATE (act:Law {id: $act, key: $act, designation: $act, title: $act, known: true})
			WITH act
			UNWIND range(0, $sections - 1) AS number
			CREATE (act)-[:HAS_PROVISION]->(:Provision {id: $act + '#P' + number, key: $act + '#P' + number,
				designation: $act, section: toString(number)})
			WITH count(*) AS created
			UNWIND $citations AS citation
			MATCH (from:Provision {id: $act + '#P' + citation[0]})
			MATCH (to:Provision {id: $act + '#P' + citation[1]})
			CREATE (from)-[:CITES]->(to)
			""";

	private final Api api;

	private final Neo4jClient graph;

	DependenciesIT(Api api, Neo4jClient graph) {
		this.api = api;
		this.graph = graph;
	}

	private Answer asked(String account, Map<String, ?> input) {
		return this.api.as(account).run("dependencies", Map.of("input", input));
	}

	private static Map<String, Integer> distances(Answer answer) {
		Map<String, Integer> distances = new HashMap<>();
		answer.at("dependencies.nodes")
			.forEach((node) -> distances.put(node.at("/node/id").asString(), node.path("distance").asInt()));
		return distances;
	}

	private static List<String> edges(Answer answer) {
		List<String> edges = new ArrayList<>();
		for (JsonNode edge : answer.at("dependencies.edges")) {
			edges.add("%s %s %s".formatted(edge.path("from").asString(), edge.path("kind").asString(),
					edge.path("to").asString()));
		}
		return edges;
	}

	@Test
	void leadFromASectionToWhoMeetsIt() {
		Case obstacle = Report.by(this.api.as("reporter")).citing("21 kap. 6 § skollagen").takenUp();
		Answer answer = asked("public", Map.of("from", obstacle.id(), "depth", 2));
		assertThat(distances(answer)).containsEntry(obstacle.id(), 0)
			.containsEntry(SECTION, 1)
			.containsEntry("organisation:0581", 1)
			.containsEntry("sfs:2010:800", 2);
		assertThat(edges(answer)).contains(obstacle.id() + " BLOCKED_BY " + SECTION,
				obstacle.id() + " REPORTED_BY organisation:0581", SECTION + " PART_OF sfs:2010:800");
		assertThat(answer.texts("dependencies.nodes", "label")).contains("21 kap. 6 § skollagen (2010:800)",
				"Norrköpings kommun", "skollagen");
		assertThat(distances(asked("public",
				Map.of("from", SECTION, "depth", 1, "direction", "IN", "kinds", List.of("BLOCKED_BY")))))
			.containsKey(obstacle.id());
	}

	@Test
	void goOnlyWhereTheyAreToldTo() {
		Case obstacle = Report.by(this.api.as("reporter")).citing("21 kap. 6 § skollagen").takenUp();
		assertThat(
				distances(asked("public", Map.of("from", obstacle.id(), "depth", 1, "kinds", List.of("BLOCKED_BY")))))
			.containsOnlyKeys(obstacle.id(), SECTION);
		assertThat(distances(asked("public", Map.of("from", obstacle.id(), "depth", 1, "direction", "IN"))))
			.containsOnlyKeys(obstacle.id());
	}

	@Test
	void leadToNoDraftAndFromNone() {
		Case draft = Report.by(this.api.as("reporter")).citing("21 kap. 6 § skollagen").draft();
		Map<String, Object> around = Map.of("from", SECTION, "depth", 1, "limit", 1000);
		assertThat(distances(asked("public", around))).doesNotContainKey(draft.id());
		assertThat(distances(asked("reporter", around))).containsKey(draft.id());
		Answer fromDraft = asked("public", Map.of("from", draft.id()));
		Answer fromNothing = asked("public", Map.of("from", "obstacle:nothing"));
		assertThat(fromDraft.body()).isEqualTo(fromNothing.body());
		assertThat(fromDraft.errors()).containsExactly("BAD_REQUEST");
	}

	@ParameterizedTest
	@CsvSource({ "5, 200", "0, 200", "2, 1001", "2, 0" })
	void areBounded(int depth, int limit) {
		assertThat(asked("public", Map.of("from", SECTION, "depth", depth, "limit", limit)).errors())
			.containsExactly("BAD_REQUEST");
	}

	@Test
	void tellThatThereIsMore() {
		Answer all = asked("public", Map.of("from", "area:SE", "depth", 1, "kinds", List.of("PART_OF")));
		assertThat(all.at("dependencies.nodes")).hasSize(22);
		assertThat(all.at("dependencies.truncated").asBoolean()).isFalse();
		Answer some = asked("public", Map.of("from", "area:SE", "depth", 1, "kinds", List.of("PART_OF"), "limit", 9));
		assertThat(some.at("dependencies.nodes")).hasSize(9);
		assertThat(some.at("dependencies.truncated").asBoolean()).isTrue();
	}

	@Test
	void showEveryEdgeAmongWhatIsShownBehindAHub() {
		String act = RandomWord.startingWith("sfs:");
		List<List<Integer>> citations = IntStream.rangeClosed(1, 100).mapToObj((to) -> List.of(0, to)).toList();
		this.graph.query(CREATE).bindAll(Map.of("act", act, "sections", 101, "citations", citations)).run();
		Answer answer = asked("public", Map.of("from", act + "#P100", "kinds", List.of("CITES"), "limit", 10));
		assertThat(distances(answer)).hasSize(10).containsEntry(act + "#P0", 1);
		assertThat(answer.at("dependencies.truncated").asBoolean()).isTrue();
		assertThat(edges(answer)).hasSize(9)
			.containsExactlyInAnyOrderElementsOf(among(act, citations, distances(answer).keySet()));
	}

	@Test
	void goAlongAtMostFiftyLinksOfAKindFromWhatTheyFind() {
		String act = RandomWord.startingWith("sfs:");
		List<List<Integer>> citations = IntStream.rangeClosed(1, 100).mapToObj((to) -> List.of(0, to)).toList();
		this.graph.query(CREATE).bindAll(Map.of("act", act, "sections", 101, "citations", citations)).run();
		Answer answer = asked("public", Map.of("from", act + "#P100", "kinds", List.of("CITES"), "limit", 1000));
		assertThat(distances(answer)).hasSizeBetween(51, 52);
		assertThat(answer.at("dependencies.truncated").asBoolean()).isTrue();
	}

	@Test
	void leadOnlyToTrialsThatAnOrganisationTakesPartInToday() {
		Answer trial = this.api.as("liaison")
			.run("register-trial",
					Map.of("input",
							Map.of("idempotencyKey", UUID.randomUUID().toString(), "title",
									RandomWord.startingWith("Försök "), "instrument", "CONSENT", "clauses",
									List.of(Map.of("citations", List.of("21 kap. 6 § skollagen"), "text",
											"Paragrafen gäller inte.", "areas", List.of("05"), "from", "2020-01-01",
											"until", "2050-01-01")))));
		String id = trial.text("registerTrial.trial.id");
		this.graph
			.query("""
					MATCH (trial:Trial {id: $id}), (left:Organisation {id: 'organisation:0581'}), (here:Organisation {id: 'organisation:0580'})
					CREATE (left)-[:TAKES_PART {status: 'GRANTED', from: date('2020-01-01'), until: date('2021-01-01')}]->(trial)
					CREATE (here)-[:TAKES_PART {status: 'GRANTED', from: date('2020-01-01')}]->(trial)
					""")
			.bind(id)
			.to("id")
			.run();
		assertThat(distances(asked("public", Map.of("from", id, "depth", 1, "kinds", List.of("TAKES_PART")))))
			.containsOnlyKeys(id, "organisation:0580");
	}

	/// Against a search through all citations, cycles and all.
	@Test
	void areTheNearestFirst() {
		long seed = ThreadLocalRandom.current().nextLong();
		Random random = new Random(seed);
		for (int round = 0; round < 10; round++) {
			String act = RandomWord.startingWith("sfs:");
			int sections = 2 + random.nextInt(12);
			List<List<Integer>> citations = new ArrayList<>();
			for (int number = random.nextInt(3 * sections); number > 0; number--) {
				citations.add(List.of(random.nextInt(sections), random.nextInt(sections)));
			}
			this.graph.query(CREATE).bindAll(Map.of("act", act, "sections", sections, "citations", citations)).run();
			String direction = List.of("OUT", "IN", "BOTH").get(random.nextInt(3));
			int depth = 1 + random.nextInt(4);
			Answer answer = asked("public",
					Map.of("from", act + "#P0", "depth", depth, "direction", direction, "kinds", List.of("CITES")));
			assertThat(distances(answer)).as("seed %d, round %d: %s %d %s", seed, round, direction, depth, citations)
				.isEqualTo(naive(act, citations, direction, depth));
			assertThat(edges(answer)).as("seed %d, round %d", seed, round)
				.containsExactlyInAnyOrderElementsOf(among(act, citations, distances(answer).keySet()));
		}
	}

	private static Map<String, Integer> naive(String act, List<List<Integer>> citations, String direction, int depth) {
		Map<Integer, Integer> distances = new HashMap<>(Map.of(0, 0));
		Deque<Integer> queue = new ArrayDeque<>(List.of(0));
		while (!queue.isEmpty()) {
			int here = queue.removeFirst();
			int distance = distances.get(here);
			for (List<Integer> citation : citations) {
				for (boolean out : List.of(true, false)) {
					boolean along = out ? !direction.equals("IN") : !direction.equals("OUT");
					int there = citation.get(out ? 1 : 0);
					if (along && citation.get(out ? 0 : 1) == here && distance < depth
							&& !distances.containsKey(there)) {
						distances.put(there, distance + 1);
						queue.add(there);
					}
				}
			}
		}
		Map<String, Integer> named = new HashMap<>();
		distances.forEach((section, distance) -> named.put(act + "#P" + section, distance));
		return named;
	}

	private static Set<String> among(String act, List<List<Integer>> citations, Set<String> shown) {
		Set<String> edges = new HashSet<>();
		for (List<Integer> citation : citations) {
			String from = act + "#P" + citation.get(0);
			String to = act + "#P" + citation.get(1);
			if (shown.contains(from) && shown.contains(to)) {
				edges.add(from + " CITES " + to);
			}
		}
		return edges;
	}

}
