package se.frirum.trial;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.Test;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.RandomWord;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// How a trial is evaluated, and what came out.
@FrirumTest
class TrialEvaluationIT {

	private static final Map<String, Object> WAITING = Map.of("name", "Väntetid", "unit", "dagar", "baseline", 30,
			"target", 20);

	private static final Map<String, Object> CONTENT = Map.of("name", "Nöjda användare", "unit", "procent",
			"perspective", "CITIZENS", "baseline", 60, "target", 70);

	private static final Map<String, Object> STAFF = Map.of("name", "Nöjd personal", "unit", "procent", "perspective",
			"STAFF", "baseline", 50, "target", 60);

	private final Api api;

	private final LocalDate today;

	TrialEvaluationIT(Api api, Clock clock) {
		this.api = api;
		this.today = LocalDate.now(clock);
	}

	private String trial(String instrument, String... areas) {
		Answer answer = this.api.as("liaison")
			.run("register-trial",
					Map.of("input",
							Map.of("idempotencyKey", UUID.randomUUID().toString(), "title",
									RandomWord.startingWith("Försök "), "instrument", instrument, "clauses",
									List.of(Map.of("citations", List.of("9 kap. 11 § miljöbalken"), "text",
											"Paragrafen gäller inte.", "areas", List.of(areas), "from", "2020-01-01",
											"until", "2050-01-01")))));
		assertThat(answer.problems("registerTrial")).as(answer.toString()).isEmpty();
		return answer.text("registerTrial.trial.id");
	}

	private int version(String trial) {
		return this.api.query("query ($id: ID!) { trial(id: $id) { version } }", Map.of("id", trial))
			.at("trial.version")
			.asInt();
	}

	private Answer plan(String trial, List<Map<String, Object>> indicators, Map<String, ?> more) {
		Map<String, Object> input = new HashMap<>(
				Map.of("id", trial, "expectedVersion", version(trial), "question", "Blir väntan kortare?", "indicators",
						indicators, "evaluator", "Linköpings universitet", "dueOn", "2049-01-01"));
		input.putAll(more);
		return this.api.as("liaison").run("plan-evaluation", Map.of("input", input));
	}

	private void planned(String trial, List<Map<String, Object>> indicators, String... comparison) {
		Answer answer = plan(trial, indicators, Map.of("comparisonAreas", List.of(comparison)));
		assertThat(answer.problems("planEvaluation")).as(answer.toString()).isEmpty();
	}

	private Answer measure(String account, String trial, String area, LocalDate on, double value) {
		return this.api.as(account)
			.run("record-measurement", Map.of("input",
					Map.of("id", trial, "indicator", "Väntetid", "area", area, "on", on.toString(), "value", value)));
	}

	private void measured(String trial, String area, LocalDate on, double value) {
		Answer answer = measure("analyst", trial, area, on, value);
		assertThat(answer.problems("recordMeasurement")).as(answer.toString()).isEmpty();
	}

	private List<String> log(String trial) {
		return this.api
			.query("query ($id: ID!) { trial(id: $id) { history(first: 100) { nodes { type reason } } } }",
					Map.of("id", trial))
			.texts("trial.history.nodes", "reason");
	}

	@Test
	void beginsWithOneOfThreeTemplates() {
		Answer templates = this.api
			.query("{ evaluationTemplates { design when question claim indicators { name perspective unit } } }");
		assertThat(templates.texts("evaluationTemplates", "design")).containsExactly("BEFORE_AND_AFTER",
				"WITH_COMPARISON", "EXPERIENCE");
		assertThat(templates.texts("evaluationTemplates", "claim"))
			.allSatisfy((claim) -> assertThat(claim).containsPattern("does not|no proof|neither"));
	}

	@Test
	void asksAndMeasuresWhatThePlanSays() {
		String trial = trial("NAMED_AREA_ACT", "0581");
		Answer answer = plan(trial, List.of(WAITING),
				Map.of("comparisonAreas", List.of("0580"), "stopCriteria", "Väntan blir längre än i dag."));
		assertThat(answer.problems("planEvaluation")).as(answer.toString()).isEmpty();
		JsonNode plan = answer.at("planEvaluation.trial.evaluation");
		assertThat(plan.path("design").asString()).isEqualTo("WITH_COMPARISON");
		assertThat(plan.path("claim").asString()).contains("no proof");
		assertThat(plan.path("comparisonAreas").findValuesAsString("code")).containsExactly("0580");
		assertThat(plan.at("/indicators/0/baseline").asDouble()).isEqualTo(30);
		assertThat(log(trial)).contains("Linköpings universitet, 2049-01-01");
	}

	@Test
	void comparesWithAreasThatGoOnAsBefore() {
		String named = trial("NAMED_AREA_ACT", "05");
		assertThat(plan(named, List.of(WAITING), Map.of("comparisonAreas", List.of("0580"))).problems("planEvaluation"))
			.containsExactly("INVALID");
		assertThat(plan(named, List.of(WAITING), Map.of("comparisonAreas", List.of("SE"))).problems("planEvaluation"))
			.containsExactly("INVALID");
		assertThat(plan(named, List.of(WAITING), Map.of("comparisonAreas", List.of("9999"))).problems("planEvaluation"))
			.containsExactly("NOT_FOUND");
		assertThat(plan(named, List.of(WAITING), Map.of("design", "WITH_COMPARISON")).problems("planEvaluation"))
			.containsExactly("INVALID");
		planned(named, List.of(WAITING), "25");
		String consented = trial("CONSENT", "SE");
		Answer joined = this.api.as("reporter")
			.run("join-trial", Map.of("input", Map.of("id", consented, "from", "2021-01-01", "status", "NOTIFIED")));
		assertThat(joined.problems("joinTrial")).as(joined.toString()).isEmpty();
		assertThat(plan(consented, List.of(WAITING), Map.of("comparisonAreas", List.of("0581")))
			.problems("planEvaluation")).containsExactly("INVALID");
		planned(consented, List.of(WAITING), "0580");
	}

	@Test
	void asksUsersAndStaffAlikeWhereItIsAboutTheirExperience() {
		String trial = trial("NAMED_AREA_ACT", "0581");
		assertThat(plan(trial, List.of(CONTENT), Map.of("design", "EXPERIENCE")).problems("planEvaluation"))
			.containsExactly("INVALID");
		assertThat(plan(trial, List.of(CONTENT, STAFF), Map.of("design", "EXPERIENCE")).problems("planEvaluation"))
			.isEmpty();
	}

	@Test
	void tellsAllThatIsWrongWithAPlan() {
		String trial = trial("NAMED_AREA_ACT", "0581");
		assertThat(plan(trial, List.of(), Map.of("dueOn", "2019-01-01", "evaluator", " ")).problems("planEvaluation"))
			.containsExactlyInAnyOrder("INVALID", "INVALID", "INVALID");
		assertThat(plan(trial, List.of(WAITING, WAITING), Map.of()).problems("planEvaluation"))
			.containsExactly("INVALID");
		assertThat(plan(trial, List.of(WAITING), Map.of("expectedVersion", 99)).problems("planEvaluation"))
			.containsExactly("STALE");
	}

	@Test
	void keepsWhatWasMeasured() {
		String trial = trial("NAMED_AREA_ACT", "0581");
		planned(trial, List.of(WAITING, CONTENT), "0580");
		measured(trial, "0581", this.today, 25);
		measured(trial, "0580", this.today, 31);
		assertThat(plan(trial, List.of(CONTENT), Map.of("comparisonAreas", List.of("0580"))).problems("planEvaluation"))
			.containsExactly("INVALID");
		assertThat(plan(trial, List.of(WAITING), Map.of()).problems("planEvaluation")).containsExactly("INVALID");
		planned(trial, List.of(WAITING), "0580", "0582");
		assertThat(this.api
			.query("query ($id: ID!) { trial(id: $id) { evaluation { indicators { name measurements { value } } } } }",
					Map.of("id", trial))
			.at("trial.evaluation.indicators")
			.toString()).contains("25").contains("31").doesNotContain("Nöjda");
	}

	@Test
	void canBeChangedAfterAnAreaToCompareWithHasJoined() {
		String trial = trial("CONSENT", "SE");
		planned(trial, List.of(WAITING), "0581");
		measured(trial, "0581", this.today, 25);
		Answer joined = this.api.as("reporter")
			.run("join-trial", Map.of("input", Map.of("id", trial, "from", "2021-01-01", "status", "NOTIFIED")));
		assertThat(joined.problems("joinTrial")).as(joined.toString()).isEmpty();
		planned(trial, List.of(WAITING, CONTENT), "0581");
	}

	@Test
	void measuresOnceAndCorrectsInTheOpen() {
		String trial = trial("NAMED_AREA_ACT", "0581");
		planned(trial, List.of(WAITING));
		measured(trial, "0581", this.today, 25);
		measured(trial, "0581", this.today, 25);
		measured(trial, "0581", this.today, 24.5);
		assertThat(log(trial)).filteredOn((reason) -> reason.startsWith("Väntetid"))
			.containsExactly("Väntetid, Norrköping, %s: 25.0 dagar".formatted(this.today),
					"Väntetid, Norrköping, %s: 25.0 → 24.5 dagar".formatted(this.today));
	}

	@Test
	void measuresWhereTheTrialIsOrIsComparedWith() {
		String trial = trial("NAMED_AREA_ACT", "0581");
		assertThat(measure("analyst", trial, "0581", this.today, 1).problems("recordMeasurement"))
			.containsExactly("NOT_FOUND");
		planned(trial, List.of(WAITING), "0580");
		assertThat(measure("analyst", trial, "2583", this.today, 1).problems("recordMeasurement"))
			.containsExactly("INVALID");
		assertThat(measure("analyst", trial, "0581", this.today.plusDays(1), 1).problems("recordMeasurement"))
			.containsExactly("INVALID");
		assertThat(measure("reporter", trial, "0581", this.today, 1).problems("recordMeasurement")).isEmpty();
		assertThat(measure("reporter", trial, "0580", this.today, 1).errors()).containsExactly("FORBIDDEN");
	}

	/// Against means worked out one by one.
	@Test
	void setsAreasOfTheTrialBesideOthers() {
		long seed = ThreadLocalRandom.current().nextLong();
		Random random = new Random(seed);
		List<String> tried = List.of("0581", "0582", "0583");
		List<String> compared = List.of("0580", "0509");
		String trial = trial("NAMED_AREA_ACT", tried.toArray(String[]::new));
		planned(trial, List.of(WAITING), compared.toArray(String[]::new));
		Map<LocalDate, Map<String, Double>> values = new TreeMap<>();
		for (int number = 0; number < 25; number++) {
			List<String> all = new ArrayList<>(tried);
			all.addAll(compared);
			String area = all.get(random.nextInt(all.size()));
			LocalDate day = this.today.minusDays(random.nextInt(5));
			double value = random.nextInt(1000) / 10.0;
			measured(trial, area, day, value);
			values.computeIfAbsent(day, (_) -> new HashMap<>()).put(area, value);
		}
		JsonNode series = this.api.query("""
				query ($id: ID!) { trial(id: $id) { evaluation { indicators { series {
					on participants participantAreas comparison comparisonAreas sinceBaseline difference } } } } }""",
				Map.of("id", trial))
			.at("trial.evaluation.indicators.0.series");
		assertThat(series.findValuesAsString("on")).as("seed %d", seed)
			.containsExactlyElementsOf(values.keySet().stream().map(LocalDate::toString).toList());
		for (JsonNode point : series) {
			Map<String, Double> there = values.get(LocalDate.parse(point.path("on").asString()));
			List<Double> ours = there.keySet().stream().filter(tried::contains).map(there::get).toList();
			List<Double> others = there.keySet().stream().filter(compared::contains).map(there::get).toList();
			assertThat(point.path("participantAreas").asInt()).as("seed %d", seed).isEqualTo(ours.size());
			assertThat(point.path("comparisonAreas").asInt()).as("seed %d", seed).isEqualTo(others.size());
			assertMean(point.path("participants"), ours, 0, seed);
			assertMean(point.path("comparison"), others, 0, seed);
			assertMean(point.path("sinceBaseline"), ours, 30, seed);
			assertMean(point.path("difference"), others.isEmpty() ? others : ours, mean(others), seed);
		}
	}

	private static void assertMean(JsonNode actual, List<Double> values, double less, long seed) {
		if (values.isEmpty()) {
			assertThat(actual.isNull()).as("seed %d", seed).isTrue();
		}
		else {
			assertThat(actual.asDouble()).as("seed %d", seed).isCloseTo(mean(values) - less, within(1e-9));
		}
	}

	private static double mean(List<Double> values) {
		return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
	}

}
