package se.frirum.trial;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.RandomWord;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;

import static org.assertj.core.api.Assertions.assertThat;

/// A liaison registers trials, and everyone sees where and when they hold.
@FrirumTest
class TrialRegistrationIT {

	private static final String LULEA = "2580";

	private static final String STOCKHOLM = "0180";

	private static final String TRIALS = """
			query ($filter: TrialFilter, $after: String) {
				trials(filter: $filter, first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
			}""";

	private final Api api;

	private final Api liaison;

	private final LocalDate today;

	TrialRegistrationIT(Api api, Clock clock) {
		this.api = api;
		this.liaison = api.as("liaison");
		this.today = LocalDate.now(clock);
	}

	@Test
	void makesATrialHoldInItsCountyFromItsStartUntilItsEnd() {
		Answer registered = register(trial(List.of(clause())));
		String id = registered.text("registerTrial.trial.id");
		assertThat(registered.at("registerTrial.problems")).isEmpty();
		assertThat(registered.text("registerTrial.trial.reference")).matches("T-" + this.today.getYear() + "-\\d{4,}");
		assertThat(registered.text("registerTrial.trial.clauses.0.targets.0.target")).isEqualTo("2010:800#K21P4");
		assertThat(registered.text("registerTrial.trial.clauses.0.authorisedBy.0.citation"))
			.isEqualTo("21 kap. 8 § skollagen (2010:800)");
		assertThat(holds(id, LULEA, "2027-01-01")).isTrue();
		assertThat(holds(id, LULEA, "2029-12-31")).isTrue();
		assertThat(holds(id, "25", "2027-01-01")).isTrue();
		assertThat(holds(id, LULEA, "2030-01-01")).isFalse();
		assertThat(holds(id, LULEA, "2026-12-31")).isFalse();
		assertThat(holds(id, STOCKHOLM, "2027-01-01")).isFalse();
		assertThat(holds(id, "SE", "2027-01-01")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "21 kap. 4 § skollagen, true, false", "21 kap. skollagen, true, false", "skollagen, true, true",
			"22 kap. skollagen, false, false", "21 kap. 5 § skollagen, false, false",
			"21 kap. 4 § andra stycket skollagen, true, false" })
	void setsASectionAsideByItselfByItsChapterOrByItsAct(String citation, boolean remoteTeaching, boolean purpose) {
		Map<String, Object> clause = clause();
		clause.put("citations", List.of(citation));
		String id = idOf(trial(List.of(clause)));
		assertThat(setsAside(id, "21 kap. 4 § skollagen")).containsOnly(remoteTeaching);
		assertThat(setsAside(id, "1 kap. 4 § skollagen")).containsOnly(purpose);
	}

	@Test
	void recordsThatItHappened() {
		String id = idOf(trial(List.of(clause())));
		assertThat(
				this.api.query("query ($id: ID!) { trial(id: $id) { history { nodes { type } } } }", Map.of("id", id))
					.texts("trial.history.nodes", "type"))
			.containsExactly("TRIAL_REGISTERED");
	}

	@Test
	void givesTheSameTrialForTheSameKey() {
		Map<String, Object> input = trial(List.of(clause()));
		assertThat(idOf(input)).isEqualTo(idOf(input));
		input.put("title", "Something else");
		assertThat(register(input).problems("registerTrial")).containsExactly("INVALID");
	}

	@Test
	void tellsAllThatANewTrialLacksAtOnce() {
		Map<String, Object> nothing = clause();
		nothing.put("areas", List.of());
		nothing.remove("until");
		nothing.remove("citations");
		Map<String, Object> backwards = clause();
		backwards.put("until", "2027-01-01");
		Answer answer = register(trial(List.of(nothing, backwards)));
		assertThat(answer.at("registerTrial.trial").isNull()).isTrue();
		assertThat(paths(answer)).containsExactlyInAnyOrder("input.clauses.0.areas", "input.clauses.0.until",
				"input.clauses.0.citations", "input.clauses.1.until");
		assertThat(answer.problems("registerTrial")).containsOnly("INVALID");
	}

	@Test
	void tellsWhatCannotBeFound() {
		Map<String, Object> clause = clause();
		clause.put("areas", List.of("25", "9999"));
		clause.put("services", List.of("no.such.service"));
		clause.put("citations", List.of("21 kap. 99 § skollagen"));
		clause.put("authorisedBy", List.of("21 kap. 98 § skollagen"));
		Answer answer = register(trial(List.of(clause)));
		assertThat(answer.problems("registerTrial")).containsOnly("NOT_FOUND");
		assertThat(paths(answer)).containsExactlyInAnyOrder("input.clauses.0.areas.1", "input.clauses.0.services.0",
				"input.clauses.0.citations.0", "input.clauses.0.authorisedBy.0");
	}

	@Test
	void restsOnSectionsOnly() {
		Map<String, Object> clause = clause();
		clause.put("authorisedBy", List.of("skollagen"));
		assertThat(paths(register(trial(List.of(clause))))).containsExactly("input.clauses.0.authorisedBy");
	}

	@Test
	void needsAClauseForANewTrial() {
		assertThat(paths(register(trial(List.of())))).containsExactly("input.clauses");
	}

	@Test
	void needsNothingSetAsideWhereRulesAreAdded() {
		Map<String, Object> clause = clause();
		clause.put("effect", "ADDS");
		clause.remove("citations");
		String id = idOf(trial(List.of(clause)));
		assertThat(holds(id, LULEA, "2027-01-01")).isTrue();
		assertThat(isListed(id, Map.of())).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "SETS_ASIDE", "REPLACES" })
	void needsSomethingToSetAsideOrReplace(String effect) {
		Map<String, Object> clause = clause();
		clause.put("effect", effect);
		clause.remove("citations");
		assertThat(paths(register(trial(List.of(clause))))).containsExactly("input.clauses.0.citations");
	}

	@ParameterizedTest
	@ValueSource(strings = { "areas", "citations" })
	void keepsWhatAnActLeavesOutAndLetsItHoldNowhere(String missing) {
		Map<String, Object> clause = clause();
		clause.put(missing, List.of());
		clause.remove("until");
		String id = idOf(recorded(designation(), List.of(clause)));
		assertThat(holds(id, LULEA, "2027-01-01")).isFalse();
		assertThat(holds(id, "SE", "2027-01-01")).isFalse();
		assertThat(isListed(id, Map.of())).isFalse();
		assertThat(isListed(id, Map.of("includeUnknown", true))).isTrue();
		Answer answer = this.api.query("query ($id: ID!) { trial(id: $id) { until clauses { until areas { id } } } }",
				Map.of("id", id));
		assertThat(answer.at("trial.until").isNull()).isTrue();
		assertThat(answer.at("trial.clauses.0.until").isNull()).isTrue();
	}

	@Test
	void keepsATrialThatIsRecordedWithoutAnyClause() {
		String id = idOf(recorded(designation(), List.of()));
		assertThat(state(id, null)).isEqualTo("UNKNOWN");
		assertThat(isListed(id, Map.of())).isFalse();
		assertThat(isListed(id, Map.of("state", "UNKNOWN"))).isTrue();
	}

	@Test
	void holdsOnWhereTheActSetsNoEnd() {
		Map<String, Object> clause = clause();
		clause.remove("until");
		String id = idOf(recorded(designation(), List.of(clause)));
		assertThat(holds(id, LULEA, "2099-12-31")).isTrue();
	}

	@Test
	void findsOneTrialUnderEachAct() {
		String act = designation();
		Answer first = register(recorded(act, List.of(clause())));
		assertThat(first.problems("registerTrial")).isEmpty();
		Answer second = register(recorded(act, List.of(clause())));
		assertThat(second.problems("registerTrial")).containsExactly("DUPLICATE");
		assertThat(paths(second)).containsExactly("input.law");
		assertThat(second.text("registerTrial.problems.0.message"))
			.contains(first.text("registerTrial.trial.reference"));
		assertThat(register(recorded("2016:350", List.of(clause()))).text("registerTrial.problems.0.message"))
			.contains("T-SFS-2016:350");
		assertThat(this.api
			.query("query ($act: String!) { law(designation: $act) { known trial { id } } }", Map.of("act", act))
			.text("law.trial.id")).isEqualTo(first.text("registerTrial.trial.id"));
	}

	@Test
	void refusesAnActThatIsNone() {
		assertThat(paths(register(recorded("skollagen", List.of(clause()))))).containsExactly("input.law");
	}

	@Test
	void addressesOnlyWhatTheLiaisonSees() {
		String draft = obstacle(false);
		Map<String, Object> input = trial(List.of(clause()));
		input.put("addresses", List.of(draft, "obstacle:" + UUID.randomUUID()));
		Answer answer = register(input);
		assertThat(answer.problems("registerTrial")).containsExactly("NOT_FOUND", "NOT_FOUND");
		assertThat(paths(answer)).containsExactly("input.addresses.0", "input.addresses.1");
		assertThat(answer.at("registerTrial.problems.0.message"))
			.isEqualTo(answer.at("registerTrial.problems.1.message"));
	}

	@Test
	void showsOnTheObstacleThatATrialForItIsInForce() {
		String today = published();
		String tomorrow = published();
		addressing(today, this.today, this.today.plusDays(1));
		addressing(tomorrow, this.today.plusDays(1), this.today.plusDays(2));
		assertThat(stages(today)).containsExactly("IN_TRIAL");
		assertThat(stages(tomorrow)).isEmpty();
		assertThat(inTrial()).contains(today).doesNotContain(tomorrow);
	}

	@ParameterizedTest
	@CsvSource({ "2026-12-31, PLANNED", "2027-01-01, IN_FORCE", "2029-12-31, IN_FORCE", "2030-01-01, ENDED" })
	void hasTheStateThatFollowsFromItsDates(String day, String state) {
		String id = idOf(trial(List.of(clause())));
		assertThat(state(id, day)).isEqualTo(state);
		for (TrialState each : TrialState.values()) {
			assertThat(isListed(id, Map.of("on", day, "state", each.name()))).as("listed as %s", each)
				.isEqualTo(each.name().equals(state));
		}
		assertThat(isListed(id, Map.of("on", day))).isEqualTo(state.equals("IN_FORCE"));
	}

	@ParameterizedTest
	@CsvSource({ "25, true", "2580, true", "SE, true", "2583, true", "0180, false", "01, false", "9999, false" })
	void isFoundByItsAreaAndThoseAroundAndInsideIt(String area, boolean found) {
		assertThat(isListed(idOf(trial(List.of(clause()))), Map.of("area", area))).isEqualTo(found);
	}

	@Test
	void isFoundByAnAreaInsideTheCountry() {
		Map<String, Object> clause = clause();
		clause.put("areas", List.of("SE"));
		assertThat(isListed(idOf(trial(List.of(clause))), Map.of("area", STOCKHOLM))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "education, true", "education.compulsory, true", "education.compulsory.remote-teaching, true",
			"education.preschool, false", "health, false" })
	void isFoundByItsServiceAndThoseItIsAPartOf(String service, boolean found) {
		Map<String, Object> clause = clause();
		clause.put("services", List.of("education.compulsory.remote-teaching"));
		assertThat(isListed(idOf(trial(List.of(clause))), Map.of("service", service))).isEqualTo(found);
	}

	@Test
	void isFoundByTheActItIsAndTheActsItSetsAside() {
		String act = designation();
		String id = idOf(recorded(act, List.of(clause())));
		assertThat(isListed(id, Map.of("law", act))).isTrue();
		assertThat(isListed(id, Map.of("law", "2010:800"))).isTrue();
		assertThat(isListed(id, Map.of("law", "2017:725"))).isFalse();
	}

	@Test
	void isFoundByTheWordsOfItsTitleAndPurpose() {
		String word = RandomWord.startingWith("x");
		Map<String, Object> input = trial(List.of(clause()));
		input.put("title", "Försök " + word);
		input.put("purpose", "Att pröva fjärrundervisning");
		String id = idOf(input);
		assertThat(listed(Map.of("text", word))).containsExactly(id);
		assertThat(listed(Map.of("text", word + " fjärrundervisning"))).containsExactly(id);
		assertThat(listed(Map.of("text", word + " landsväg"))).isEmpty();
	}

	@Test
	void isFoundByWhatBecameOfIt() {
		List<String> expired = this.api
			.query("{ trials(filter: {outcome: EXPIRED}, first: 100) { nodes { outcome reference } } }")
			.texts("trials.nodes", "reference");
		assertThat(expired).contains("T-SFS-1997:1144").doesNotContain("T-SFS-1996:1414");
		assertThat(isListed(idOf(trial(List.of(clause()))), Map.of("outcome", "EXPIRED"))).isFalse();
	}

	@Test
	void isListedWithTheLatestFirst() {
		Map<String, Object> later = clause();
		later.put("from", "2028-01-01");
		String early = idOf(trial(List.of(clause())));
		String late = idOf(trial(List.of(later)));
		assertThat(listed(Map.of("area", LULEA, "on", "2028-06-01"))).containsSubsequence(late, early);
	}

	/// Remote teaching in Norrbotten, 2027 to 2029.
	private static Map<String, Object> clause() {
		return new HashMap<>(Map.of("text", "Fjärrundervisning får användas i alla ämnen.", "citations",
				List.of("21 kap. 4 § skollagen"), "authorisedBy", List.of("21 kap. 8 § skollagen"), "areas",
				List.of("25"), "from", "2027-01-01", "until", "2030-01-01"));
	}

	private static Map<String, Object> trial(List<Map<String, Object>> clauses) {
		return new HashMap<>(Map.of("idempotencyKey", UUID.randomUUID().toString(), "title",
				RandomWord.startingWith("Försök "), "instrument", "ENABLED_ORDINANCE", "clauses", clauses));
	}

	private static Map<String, Object> recorded(String act, List<Map<String, Object>> clauses) {
		Map<String, Object> input = trial(clauses);
		input.put("law", act);
		return input;
	}

	/// The designation of an act that nobody else uses.
	private static String designation() {
		return "PROVFS %d:%d".formatted(ThreadLocalRandom.current().nextInt(1000, 10_000),
				ThreadLocalRandom.current().nextInt(1, 10_000));
	}

	private Answer register(Map<String, Object> input) {
		return this.liaison.run("register-trial", Map.of("input", input));
	}

	private String idOf(Map<String, Object> input) {
		Answer answer = register(input);
		assertThat(answer.at("registerTrial.problems")).as(answer.toString()).isNotNull().isEmpty();
		return answer.text("registerTrial.trial.id");
	}

	private static List<String> paths(Answer answer) {
		return answer.at("registerTrial.problems")
			.valueStream()
			.map((problem) -> String.join(".",
					problem.path("path").valueStream().map((part) -> part.asString()).toList()))
			.toList();
	}

	private boolean holds(String trial, String area, String day) {
		return this.api
			.query("""
					query ($area: String!, $on: Date!) { effectiveRules(area: $area, on: $on) { trial { id } } }""",
					Map.of("area", area, "on", day))
			.texts("effectiveRules", "trial.id")
			.contains(trial);
	}

	/// Whether a trial sets a section aside: at any time, on a day, in Luleå on a day.
	private Set<Boolean> setsAside(String trial, String section) {
		Answer answer = this.api.query("""
				query ($section: String!) { provision(citation: $section) {
					ever: setAsideBy { trial { id } } then: setAsideBy(on: "2028-01-01") { trial { id } }
					there: setAsideBy(area: "2580", on: "2028-01-01") { trial { id } } } }""",
				Map.of("section", section));
		return Stream.of("ever", "then", "there")
			.map((when) -> answer.texts("provision." + when, "trial.id").contains(trial))
			.collect(Collectors.toSet());
	}

	private String state(String trial, @Nullable String day) {
		Map<String, Object> variables = new HashMap<>(Map.of("id", trial));
		variables.put("on", day);
		return this.api.query("query ($id: ID!, $on: Date) { trial(id: $id) { state(on: $on) } }", variables)
			.text("trial.state");
	}

	private boolean isListed(String trial, Map<String, Object> filter) {
		return listed(filter).contains(trial);
	}

	private List<String> listed(Map<String, Object> filter) {
		List<String> ids = new ArrayList<>();
		Map<String, Object> variables = new HashMap<>(Map.of("filter", filter));
		boolean more = true;
		while (more) {
			Answer answer = this.api.query(TRIALS, variables);
			assertThat(answer.errors()).as(answer.toString()).isEmpty();
			ids.addAll(answer.texts("trials.nodes", "id"));
			variables.put("after", answer.text("trials.pageInfo.endCursor"));
			more = answer.at("trials.pageInfo.hasNextPage").asBoolean();
		}
		return ids;
	}

	private String obstacle(boolean submit) {
		Map<String, Object> input = Map.of("idempotencyKey", UUID.randomUUID().toString(), "title",
				RandomWord.startingWith("Hinder "), "description", "Ämnet får inte ges på distans.", "blockedBy",
				List.of(Map.of("citation", "21 kap. 4 § skollagen")), "submit", submit);
		Answer answer = this.api.as("reporter").run("report-obstacle", Map.of("input", input));
		assertThat(answer.at("reportObstacle.problems")).as(answer.toString()).isEmpty();
		return answer.text("reportObstacle.obstacle.id");
	}

	private String published() {
		String id = obstacle(true);
		int version = this.liaison.query("query ($id: ID!) { obstacle(id: $id) { version } }", Map.of("id", id))
			.at("obstacle.version")
			.asInt();
		Answer answer = this.liaison.run("take-up-obstacle", Map.of("id", id, "expectedVersion", version));
		assertThat(answer.problems("reviewObstacle")).as(answer.toString()).isEmpty();
		return id;
	}

	private void addressing(String obstacle, LocalDate from, LocalDate until) {
		Map<String, Object> clause = clause();
		clause.put("from", from.toString());
		clause.put("until", until.toString());
		Map<String, Object> input = trial(List.of(clause));
		input.put("addresses", List.of(obstacle));
		idOf(input);
	}

	private List<String> stages(String obstacle) {
		return this.api.query("query ($id: ID!) { obstacle(id: $id) { stages } }", Map.of("id", obstacle))
			.at("obstacle.stages")
			.valueStream()
			.map((stage) -> stage.asString())
			.toList();
	}

	private List<String> inTrial() {
		return this.api.query("{ obstacles(filter: {stages: [IN_TRIAL]}, first: 100) { nodes { id } } }")
			.texts("obstacles.nodes", "id");
	}

}
