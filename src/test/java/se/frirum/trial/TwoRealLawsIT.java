package se.frirum.trial;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import tools.jackson.databind.JsonNode;

import org.springframework.data.neo4j.core.Neo4jClient;

import static org.assertj.core.api.Assertions.assertThat;

/// Two trial laws as they were, on every day: the act (1996:1414) on changed regional division
/// of tasks and the act (1997:1144) on joint county administration in Gotland. A trial that
/// somebody had thought of in their time would have collided with them where and when they
/// held, and nowhere else.
@FrirumTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoRealLawsIT {

	private static final LocalDate BEFORE = LocalDate.of(1996, 12, 1);

	private static final LocalDate AFTER = LocalDate.of(2011, 2, 1);

	/// The acts that they set aside have no sections in the seed data.
	private static final String ADD_SECTIONS = """
			UNWIND ['sfs:1982:877', 'sfs:1979:429'] AS id
			MATCH (act:Law {id: id})
			CREATE (act)-[:HAS_PROVISION]->(:Provision {id: id + '#P1', key: id + '#.0001', section: '1', forTest: true})
			""";

	private static final String REMOVE_SECTIONS = """
			MATCH (section:Provision) WHERE section.id IN ['sfs:1982:877#P1', 'sfs:1979:429#P1'] AND section.forTest
			DETACH DELETE section
			""";

	private final Api api;

	private final Neo4jClient graph;

	TwoRealLawsIT(Api api, Neo4jClient graph) {
		this.api = api;
		this.graph = graph;
	}

	@BeforeAll
	void addSections() {
		this.graph.query(ADD_SECTIONS).run();
	}

	@AfterAll
	void removeSections() {
		this.graph.query(REMOVE_SECTIONS).run();
	}

	/// From a day until a day.
	private static Set<LocalDate> days(LocalDate from, LocalDate until) {
		return new TreeSet<>(from.datesUntil(until).toList());
	}

	@ParameterizedTest
	@CsvSource({ "T-SFS-1996:1414, 1982:877, 08, 1997-07-01, 2003-01-01",
			"T-SFS-1996:1414, 1982:877, 0980, 1997-07-01, 2003-01-01",
			"T-SFS-1996:1414, 1982:877, 12, 1997-07-01, 2011-01-01",
			"T-SFS-1996:1414, 1982:877, 1480, 1999-01-01, 2011-01-01",
			"T-SFS-1996:1414, 1982:877, 25, 1999-01-01, 1999-01-01",
			"T-SFS-1997:1144, 1979:429, 09, 1998-01-01, 2011-01-01",
			"T-SFS-1997:1144, 1979:429, 0980, 1998-01-01, 2011-01-01",
			"T-SFS-1997:1144, 1979:429, 0880, 1999-01-01, 1999-01-01" })
	void collideWithWhatConcernsTheSameActThereAndThen(String reference, String act, String area, LocalDate from,
			LocalDate until) {
		Map<String, Object> clause = Map.of("citations", List.of(act), "text", "Något annat gäller.", "areas",
				List.of(area), "from", BEFORE.toString(), "until", AFTER.toString());
		Answer conflicts = this.api.query("""
				query ($draft: TrialDraftInput!) { trialConflicts(draft: $draft, first: 100) { nodes {
					kind from until other { trial { reference } } } } }""",
				Map.of("draft", Map.of("clauses", List.of(clause))));
		assertThat(covered(conflicts.at("trialConflicts.nodes"), reference)).isEqualTo(days(from, until));
		Answer impact = this.api.query("""
				query ($input: ImpactInput!) { impact(input: $input) { overlapping(first: 100) { nodes {
					kind from until other { trial { reference } } } } } }""", Map.of("input", Map.of("citations",
				List.of(act), "areas", List.of(area), "from", BEFORE.toString(), "until", AFTER.toString())));
		assertThat(covered(impact.at("impact.overlapping.nodes"), reference)).isEqualTo(days(from, until));
	}

	private static Set<LocalDate> covered(JsonNode conflicts, String reference) {
		Set<LocalDate> covered = new TreeSet<>();
		for (JsonNode conflict : conflicts) {
			if (conflict.path("kind").asString().equals("SAME_PROVISION")
					&& conflict.at("/other/trial/reference").asString().equals(reference)) {
				covered.addAll(days(LocalDate.parse(conflict.path("from").asString()),
						LocalDate.parse(conflict.path("until").asString())));
			}
		}
		return covered;
	}

	@ParameterizedTest
	@CsvSource({ "T-SFS-1996:1414, 14, 1999-01-01, 2011-01-01", "T-SFS-1997:1144, 0980, 1998-01-01, 2011-01-01" })
	void holdOnTheirDaysAndOnNoOther(String reference, String area, LocalDate from, LocalDate until) {
		Set<LocalDate> held = new TreeSet<>();
		List<LocalDate> all = List.copyOf(days(BEFORE, AFTER));
		for (int start = 0; start < all.size(); start += 20) {
			List<LocalDate> some = all.subList(start, Math.min(start + 20, all.size()));
			StringBuilder document = new StringBuilder("query ($area: String!) {");
			some.forEach(
					(day) -> document.append(" on%d: effectiveRules(area: $area, on: \"%s\") { trial { reference } }"
						.formatted(day.toEpochDay(), day)));
			Answer answer = this.api.query(document.append(" }").toString(), Map.of("area", area));
			some.stream()
				.filter((day) -> answer.texts("on" + day.toEpochDay(), "trial.reference").contains(reference))
				.forEach(held::add);
		}
		assertThat(held).isEqualTo(days(from, until));
	}

}
