package se.frirum.trial;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.RandomWord;
import se.frirum.platform.database.Row;
import tools.jackson.databind.JsonNode;

import org.springframework.data.neo4j.core.Neo4jClient;

import static org.assertj.core.api.Assertions.assertThat;

/// The days of a trial that must not be missed.
@FrirumTest
class TrialDeadlinesIT {

	private static final List<Row> LEAD_TIMES = List.of(lead("ACT", "REFERRAL", 150),
			lead("ACT", "COUNCIL_REFERRAL", 45), lead("ACT", "BILL", 100), lead("ACT", "DECISION", 21),
			lead("ACT", "ISSUED", 28), lead("ORDINANCE", "REFERRAL", 150), lead("ORDINANCE", "ISSUED", 28));

	private final Api api;

	private final Neo4jClient graph;

	private final LocalDate today;

	TrialDeadlinesIT(Api api, Neo4jClient graph, Clock clock) {
		this.api = api;
		this.graph = graph;
		this.today = LocalDate.now(clock);
	}

	private static Row lead(String route, String stage, int days) {
		return new Row(
				Map.of("route", route, "stage", stage, "days", String.valueOf(days), "basis", "Så brukar det vara"));
	}

	private String trial(String instrument, LocalDate from, LocalDate until, List<String> authorisedBy) {
		Answer answer = this.api.as("liaison")
			.run("register-trial",
					Map.of("input",
							Map.of("idempotencyKey", UUID.randomUUID().toString(), "title",
									RandomWord.startingWith("Försök "), "instrument", instrument, "clauses",
									List.of(Map.of("citations", List.of("9 kap. 12 § miljöbalken"), "text",
											"Paragrafen gäller inte.", "areas", List.of("2583"), "authorisedBy",
											authorisedBy, "from", from.toString(), "until", until.toString())))));
		assertThat(answer.problems("registerTrial")).as(answer.toString()).isEmpty();
		return answer.text("registerTrial.trial.id");
	}

	private JsonNode read(String trial) {
		return this.api
			.query("""
					query ($id: ID!) { trial(id: $id) { version
						deadlines { kind on text subject { id } } extensionSteps { stage by basis } } }""",
					Map.of("id", trial))
			.at("trial");
	}

	private List<String> deadlines(String trial) {
		List<String> deadlines = new ArrayList<>();
		for (JsonNode deadline : read(trial).path("deadlines")) {
			assertThat(deadline.at("/subject/id").asString()).isEqualTo(trial);
			deadlines.add(deadline.path("kind").asString() + " " + deadline.path("on").asString());
		}
		return deadlines;
	}

	@Test
	void aTrialToComeNeedsAnEvaluationPlanAndInTimeAProposalToGoOn() {
		LocalDate end = LocalDate.of(2040, 1, 1);
		String trial = trial("NAMED_AREA_ACT", this.today.plusDays(10), end, List.of());
		assertThat(deadlines(trial)).containsExactly("EVALUATION_PLAN_MISSING " + this.today.plusDays(10),
				"TRIAL_STARTS " + this.today.plusDays(10), "EXTENSION_MUST_BE_PROPOSED " + end.minusDays(149),
				"TRIAL_ENDS " + end);
		Answer planned = this.api.as("liaison")
			.run("plan-evaluation",
					Map.of("input",
							Map.of("id", trial, "expectedVersion", read(trial).path("version").asInt(), "question",
									"Blir det bättre?", "indicators",
									List.of(Map.of("name", "Väntetid", "unit", "dagar", "baseline", 3, "target", 2)),
									"evaluator", "Umeå universitet", "dueOn", "2039-01-01")));
		assertThat(planned.problems("planEvaluation")).as(planned.toString()).isEmpty();
		assertThat(deadlines(trial)).contains("EVALUATION_DUE 2039-01-01")
			.noneMatch((deadline) -> deadline.startsWith("EVALUATION_PLAN_MISSING"));
	}

	@Test
	void theStepsTowardsAnExtensionAreCountedBackwards() {
		LocalDate end = LocalDate.of(2040, 1, 1);
		JsonNode act = read(trial("NAMED_AREA_ACT", this.today, end, List.of())).path("extensionSteps");
		assertThat(act.findValuesAsString("stage")).containsExactly("REFERRAL", "COUNCIL_REFERRAL", "BILL", "DECISION",
				"ISSUED");
		assertThat(act.findValuesAsString("by")).containsExactly(end.minusDays(344).toString(),
				end.minusDays(194).toString(), end.minusDays(149).toString(), end.minusDays(49).toString(),
				end.minusDays(28).toString());
		String ordinance = trial("ENABLED_ORDINANCE", this.today, end, List.of("9 kap. 13 § miljöbalken"));
		assertThat(read(ordinance).path("extensionSteps").findValuesAsString("stage")).containsExactly("REFERRAL",
				"ISSUED");
		assertThat(deadlines(ordinance)).contains("EXTENSION_MUST_BE_PROPOSED " + end.minusDays(178));
	}

	@Test
	void whatHasEndedNeedsItsOutcomeOnly() {
		String trial = trial("NAMED_AREA_ACT", LocalDate.of(2010, 1, 1), LocalDate.of(2012, 1, 1), List.of());
		assertThat(deadlines(trial)).containsExactly("TRIAL_STARTS 2010-01-01", "OUTCOME_MISSING 2012-01-01");
		assertThat(read(trial).path("extensionSteps")).isEmpty();
	}

	@Test
	void anOrdinanceTakesNoBillWhateverItsForm() {
		String trial = trial("PERMIT", this.today, LocalDate.of(2044, 1, 1), List.of());
		assertThat(read(trial).path("extensionSteps").findValuesAsString("stage")).contains("BILL");
		this.graph.query("""
				MATCH (trial:Trial {id: $id})
				CREATE (trial)-[:ENACTED_AS]->(:Law {id: $law, key: $law, designation: $law, title: $law, uri: $law,
					kind: 'ORDINANCE', known: true})""")
			.bindAll(Map.of("id", trial, "law", RandomWord.startingWith("sfs:")))
			.run();
		assertThat(read(trial).path("extensionSteps").findValuesAsString("stage")).containsExactly("REFERRAL",
				"ISSUED");
	}

	@Test
	void ofAnAreaAreNotThoseOfAnother() {
		String trial = trial("NAMED_AREA_ACT", this.today, LocalDate.of(2043, 1, 1), List.of());
		assertThat(inArea("2583")).contains(trial);
		assertThat(inArea("25")).contains(trial);
		assertThat(inArea("SE")).contains(trial);
		assertThat(inArea("0581")).doesNotContain(trial);
		assertThat(inArea("05")).doesNotContain(trial);
	}

	private List<String> inArea(String code) {
		return this.api
			.run("deadlines", Map.of("area", code, "kinds", List.of("TRIAL_ENDS"), "from", "2043-01-01", "until",
					"2043-01-02", "first", 100))
			.texts("deadlines.nodes", "subject.id");
	}

	@Test
	void aBodyThatIssuesTheRuleSeesItsDays() {
		String trial = trial("NAMED_AREA_ACT", this.today, LocalDate.of(2041, 1, 1), List.of());
		String body = this.api.query("{ law(designation: \"1998:808\") { responsible { id } } }")
			.text("law.responsible.id");
		assertThat(subjects(body)).contains(trial);
		assertThat(subjects("organisation:utbildningsdepartementet")).doesNotContain(trial);
	}

	private List<String> subjects(String body) {
		return this.api
			.run("deadlines", Map.of("responsible", body, "kinds", List.of("TRIAL_ENDS"), "from", "2041-01-01", "until",
					"2041-01-02", "first", 100))
			.texts("deadlines.nodes", "subject.id");
	}

	/// Against a look at one session after the other.
	@RepeatedTest(20)
	void theBillComesInTimeForTheLastSessionThatDecidesBeforeTheEnd() {
		long seed = ThreadLocalRandom.current().nextLong();
		Random random = new Random(seed);
		List<Row> sessions = new ArrayList<>();
		LocalDate day = LocalDate.of(2027, 1, 1);
		for (int number = random.nextInt(5); number > 0; number--) {
			LocalDate lastDay = day.plusDays(1 + random.nextInt(200));
			day = lastDay.plusDays(1 + random.nextInt(120));
			sessions.add(new Row(Map.of("session", "2026/27", "lastDay", lastDay.toString(), "decidedBy",
					day.toString(), "source", "Kammaren")));
		}
		ExtensionCalendar calendar = new ExtensionCalendar(sessions, LEAD_TIMES);
		for (int round = 0; round < 20; round++) {
			LocalDate end = LocalDate.of(2027, 1, 1).plusDays(random.nextInt(1500));
			Object proposedBy = this.graph.query("""
					OPTIONAL MATCH (_subject:Trial {id: 'trial:nowhere'})
					WITH _subject, $end AS _end
					RETURN %s AS on""".formatted(ExtensionCalendar.PROPOSED_BY))
				.bindAll(Map.of("arg", calendar.values(), "end", end))
				.fetch()
				.one()
				.orElseThrow()
				.get("on");
			assertThat(proposedBy).as("seed %d: %s, %s", seed, end, sessions).isEqualTo(billDay(sessions, end));
		}
	}

	private static LocalDate billDay(List<Row> sessions, LocalDate end) {
		LocalDate inTime = null;
		boolean knowsOfOneTooLate = false;
		for (Row session : sessions) {
			if (LocalDate.parse(session.text("decidedBy")).plusDays(49).isAfter(end)) {
				knowsOfOneTooLate = true;
			}
			else {
				inTime = LocalDate.parse(session.text("lastDay"));
			}
		}
		return (inTime != null && knowsOfOneTooLate) ? inTime : end.minusDays(149);
	}

}
