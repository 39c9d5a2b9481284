package se.frirum.trial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.Test;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.RandomWord;
import se.frirum.law.Target;
import tools.jackson.databind.JsonNode;

import org.springframework.data.neo4j.core.Neo4jClient;

import static org.assertj.core.api.Assertions.assertThat;

/// What a trial collides with: other trials, changes of the law, and sections that nobody
/// may lean on meanwhile.
@FrirumTest
class TrialConflictsIT {

	private static final String ASKED = """
			query ($trial: ID, $draft: TrialDraftInput) {
				trialConflicts(trial: $trial, draft: $draft, first: 100) { totalCount nodes {
					kind from until explanation areas { code } provision { id }
					clause { id } other { trial { id reference } } } } }""";

	/// Heby was in Västmanland until 2007, then in Uppsala.
	private static final LocalDate HEBY_MOVED = LocalDate.of(2007, 1, 1);

	private static final List<String> MUNICIPALITIES = List.of("0331", "0380", "1980", "2583");

	/// An act whose sections run on through its chapters. Its first section has a new
	/// wording from 2061, and perhaps another; its second ceases in 2061; its third
	/// was always gone; its fourth, in chapter 2, stays.
	private static final String ACT = """
			CREATE (act:Law {id: 'sfs:' + $act, key: $act, designation: $act, title: 'Lag (' + $act + ') om konflikter',
				kind: 'ACT', known: true, runsOn: true, uri: 'https://example.org'})
			WITH act
			UNWIND range(1, 4) AS number
			CREATE (act)-[:HAS_PROVISION]->(:Provision {id: act.id + '#P' + number, key: act.id + '#.000' + number,
				chapter: CASE number WHEN 4 THEN '2' ELSE '1' END, section: toString(number)})
			WITH count(*) AS created
			UNWIND $wordings AS wording
			MATCH (section:Provision {id: 'sfs:' + $act + '#P' + wording.section})
			CREATE (section)-[:HAS_WORDING]->(:Wording {text: 'Så gäller.', inForceFrom: date(wording.from),
				ceasesOn: date(wording.until), repealed: wording.repealed, entryUndetermined: wording.undetermined})
			""";

	private static final List<Map<String, Object>> WORDINGS = List.of(Map.of("section", 1, "until", "2061-01-01"),
			Map.of("section", 1, "from", "2061-01-01"), Map.of("section", 1, "undetermined", true),
			Map.of("section", 2, "until", "2061-01-01"), Map.of("section", 2, "from", "2061-01-01", "repealed", true),
			Map.of("section", 3, "until", "2020-01-01"), Map.of("section", 4));

	private final Api api;

	private final Neo4jClient graph;

	private final String act = "2059:" + ThreadLocalRandom.current().nextInt(1_000, 10_000);

	TrialConflictsIT(Api api, Neo4jClient graph) {
		this.api = api;
		this.graph = graph;
	}

	private void createAct() {
		this.graph.query(ACT).bindAll(Map.of("act", this.act, "wordings", WORDINGS)).run();
	}

	private String section(String place) {
		return "%s lagen (%s)".formatted(place, this.act);
	}

	private List<String> changes(String citation, String from, String until) {
		return asked(draft(clause(citation, from, until, "SE"))).stream()
			.filter((each) -> each.path("kind").asString().equals("PROVISION_CHANGES"))
			.map((each) -> each.path("from").asString() + " " + each.path("explanation").asString())
			.toList();
	}

	@Test
	void tellsWhenARuleChangesWhileItIsSetAside() {
		createAct();
		assertThat(changes(section("1 §"), "2060-01-01", "2062-01-01")).satisfiesExactly(
				(undetermined) -> assertThat(undetermined).startsWith("2060-01-01")
					.contains("a day the government decides"),
				(wording) -> assertThat(wording).startsWith("2061-01-01").contains("new wording from 2061-01-01"));
		assertThat(changes(section("1 §"), "2061-01-01", "2062-01-01")).singleElement()
			.asString()
			.contains("a day the government decides");
		assertThat(changes(section("1 §"), "2018-01-01", "2019-01-01")).isEmpty();
	}

	@Test
	void tellsWhereThereIsNothingToSetAside() {
		createAct();
		assertThat(changes(section("2 §"), "2060-01-01", "2062-01-01")).singleElement()
			.asString()
			.startsWith("2061-01-01")
			.contains("holds through 2060-12-31, and clause 1 holds longer");
		assertThat(changes(section("2 §"), "2060-01-01", "2061-01-01")).isEmpty();
		assertThat(changes(section("3 §"), "2060-01-01", "2062-01-01")).singleElement()
			.asString()
			.startsWith("2060-01-01")
			.contains("no longer holds when clause 1 begins");
		assertThat(changes(section("4 §"), "2060-01-01", "2062-01-01")).isEmpty();
	}

	@Test
	void anActSetAsideChangesWithItsSections() {
		createAct();
		assertThat(changes("lagen (%s)".formatted(this.act), "2060-01-01", "2062-01-01")).hasSize(4);
	}

	@Test
	void aChapterHoldsSectionsThatRunOn() {
		createAct();
		String trial = registered(clause(section("2 kap."), "2060-01-01", "2061-01-01", "0581"));
		assertThat(asked(draft(clause(section("4 §"), "2060-01-01", "2061-01-01", "0581"))))
			.anySatisfy((each) -> assertThat(each.at("/other/trial/id").asString()).isEqualTo(trial));
		assertThat(asked(draft(clause(section("1 §"), "2060-01-01", "2060-06-01", "0581"))))
			.noneSatisfy((each) -> assertThat(each.at("/other/trial/id").asString()).isEqualTo(trial));
		assertThat(asked(draft(clause(section("2 kap."), "2060-01-01", "2061-01-01", "0581")))).singleElement()
			.satisfies((each) -> {
				assertThat(each.at("/provision/id").asString()).isEqualTo("sfs:" + this.act + "#P4");
				assertThat(each.path("explanation").asString()).contains("both concern 2 kap. lagen (" + this.act);
			});
	}

	@Test
	void whatOnlyAddsSetsNothingAside() {
		createAct();
		Map<String, Object> adding = clause(section("4 §"), "2060-01-01", "2061-01-01", "SE");
		adding.put("effect", "ADDS");
		registered(adding);
		assertThat(asked(draft(clause(section("4 §"), "2060-01-01", "2061-01-01", "SE")))).isEmpty();
		registered(clause(section("4 §"), "2060-01-01", "2061-01-01", "SE"));
		assertThat(asked(draft(adding))).isEmpty();
	}

	@Test
	void clausesOfOneDraftMustNotPullTheGroundFromEachOther() {
		createAct();
		Map<String, Object> resting = clause(section("1 §"), "2030-01-01", "2031-01-01", "0581");
		resting.put("authorisedBy", List.of(section("4 §")));
		Map<String, Object> aside = clause(section("4 §"), "2030-06-01", "2032-01-01", "05");
		assertThat(asked(draft(resting, aside)))
			.filteredOn((each) -> !each.path("explanation").asString().contains("a day"))
			.singleElement()
			.satisfies((each) -> {
				assertThat(each.path("kind").asString()).isEqualTo("DEPENDS_ON_SET_ASIDE");
				assertThat(each.path("explanation").asString()).contains("Clause 1 rests on 4 §",
						"which clause 2 sets aside in Norrköping from 2030-06-01 through 2030-12-31");
			});
		Answer trial = this.api.as("liaison")
			.run("register-trial",
					Map.of("input",
							Map.of("idempotencyKey", UUID.randomUUID().toString(), "title",
									RandomWord.startingWith("Försök "), "instrument", "NAMED_AREA_ACT", "clauses",
									List.of(resting, aside))));
		assertThat(asked(Map.of("trial", trial.text("registerTrial.trial.id"))))
			.filteredOn((each) -> each.path("kind").asString().equals("DEPENDS_ON_SET_ASIDE"))
			.hasSize(1);
	}

	private static Map<String, Object> clause(String citation, String from, String until, String... areas) {
		return new HashMap<>(Map.of("citations", List.of(citation), "text", "Paragrafen gäller inte.", "areas",
				List.of(areas), "from", from, "until", until));
	}

	private static Map<String, Object> draft(Object... clauses) {
		return Map.of("draft", Map.of("clauses", List.of(clauses)));
	}

	private String registered(Map<String, Object> clause) {
		Answer answer = this.api.as("liaison")
			.run("register-trial", Map.of("input", Map.of("idempotencyKey", UUID.randomUUID().toString(), "title",
					RandomWord.startingWith("Försök "), "instrument", "NAMED_AREA_ACT", "clauses", List.of(clause))));
		assertThat(answer.problems("registerTrial")).as(answer.toString()).isEmpty();
		return answer.text("registerTrial.trial.id");
	}

	private List<JsonNode> asked(Map<String, ?> variables) {
		Answer answer = this.api.query(ASKED, variables);
		assertThat(answer.errors()).as(answer.toString()).isEmpty();
		List<JsonNode> conflicts = new ArrayList<>();
		answer.at("trialConflicts.nodes").forEach(conflicts::add);
		return conflicts;
	}

	@Test
	void twoTrialsCollideWhereRuleAreaAndTimeMeet() {
		String trial = registered(clause("9 kap. 6 § miljöbalken", "2031-01-01", "2033-01-01", "25"));
		List<JsonNode> conflicts = asked(
				draft(clause("9 kap. 6 § första stycket miljöbalken", "2032-01-01", "2034-01-01", "2583", "0581")))
			.stream()
			.filter((each) -> each.at("/other/trial/id").asString().equals(trial))
			.toList();
		assertThat(conflicts).singleElement().satisfies((conflict) -> {
			assertThat(conflict.path("kind").asString()).isEqualTo("SAME_PROVISION");
			assertThat(conflict.path("from").asString()).isEqualTo("2032-01-01");
			assertThat(conflict.path("until").asString()).isEqualTo("2033-01-01");
			assertThat(conflict.path("areas").findValuesAsString("code")).containsExactly("2583");
			assertThat(conflict.path("clause").isNull()).isTrue();
			assertThat(conflict.path("explanation").asString()).contains("9 kap. 6 § miljöbalken (1998:808)",
					"Haparanda", "from 2032-01-01 through 2032-12-31");
		});
	}

	@Test
	void aRegisteredTrialShowsItsConflictsToo() {
		String first = registered(clause("9 kap. 7 § miljöbalken", "2041-01-01", "2042-01-01", "0581"));
		String second = registered(clause("9 kap. 7 § miljöbalken", "2041-01-01", "2042-01-01", "0581"));
		for (JsonNode conflict : List.of(asked(Map.of("trial", first)).getFirst(),
				this.api
					.query("""
							query ($id: ID!) { trial(id: $id) { conflicts { nodes { other { trial { id } } } } } }""",
							Map.of("id", first))
					.at("trial.conflicts.nodes.0"))) {
			assertThat(conflict.at("/other/trial/id").asString()).isEqualTo(second);
		}
	}

	@Test
	void aClauseMustNotRestOnWhatAnotherSetsAside() {
		Map<String, Object> resting = clause("9 kap. 9 § miljöbalken", "2051-01-01", "2052-01-01", "0581");
		resting.put("authorisedBy", List.of("9 kap. 10 § miljöbalken"));
		String trial = registered(resting);
		assertThat(asked(draft(clause("9 kap. 10 § miljöbalken", "2051-01-01", "2052-01-01", "SE"))))
			.filteredOn((each) -> each.path("kind").asString().equals("DEPENDS_ON_SET_ASIDE"))
			.extracting((each) -> each.at("/other/trial/id").asString())
			.contains(trial);
		String aside = registered(clause("9 kap. 10 § miljöbalken", "2051-06-01", "2052-01-01", "05"));
		assertThat(asked(Map.of("trial", trial)))
			.anySatisfy((each) -> assertThat(each.path("kind").asString() + each.at("/other/trial/id").asString())
				.isEqualTo("DEPENDS_ON_SET_ASIDE" + aside));
	}

	@Test
	void asksAboutATrialOrADraft() {
		assertThat(this.api.query(ASKED, Map.of()).errors()).containsExactly("BAD_REQUEST");
		Map<String, Object> both = new HashMap<>(
				draft(clause("9 kap. 6 § miljöbalken", "2032-01-01", "2034-01-01", "25")));
		both.put("trial", "trial:1");
		assertThat(this.api.query(ASKED, both).errors()).containsExactly("BAD_REQUEST");
	}

	@Test
	void tellsWhatIsWrongWithADraft() {
		assertThat(
				this.api.query(ASKED, draft(clause("9 kap. 6 § miljöbalken", "2034-01-01", "2032-01-01", "25", "25")))
					.body()
					.findValuesAsString("message")
					.toString())
			.contains("The end comes after the start", "Name each area once");
	}

	@Test
	void whatCanNotBecomeLawIsNotRegistered() {
		Answer answer = this.api.as("liaison")
			.run("register-trial",
					Map.of("input",
							Map.of("idempotencyKey", UUID.randomUUID().toString(), "title", "Utan stöd", "instrument",
									"ENABLED_ORDINANCE", "clauses",
									List.of(clause("9 kap. 6 § miljöbalken", "2032-01-01", "2034-01-01", "25")))));
		assertThat(answer.problems("registerTrial")).containsExactly("INVALID");
		assertThat(answer.texts("registerTrial.problems", "message").toString()).contains("only where an act lets it");
	}

	@Test
	void aTrialOnRecordShowsWhatItRestsOn() {
		Answer trial = this.api.query("{ trials(first: 1, filter: { law: \"2010:800\" }) { nodes { id } } }");
		Answer findings = this.api.query("""
				query ($id: ID!) { trialFeasibility(id: $id) { clause question verdict because { citation } } }""",
				Map.of("id", trial.text("trials.nodes.0.id")));
		assertThat(findings.texts("trialFeasibility", "question")).contains("RANK", "AUTHORITY", "MUNICIPAL_DUTIES");
	}

	/// Against an implementation that looks at every municipality on every day.
	@Test
	void agreesWithALookAtEveryDay() {
		long seed = ThreadLocalRandom.current().nextLong();
		Random random = new Random(seed);
		Map<String, RandomClause> trials = new HashMap<>();
		for (int number = 0; number < 12; number++) {
			RandomClause clause = RandomClause.of(random);
			trials.put(registered(clause.input()), clause);
		}
		int found = 0;
		for (int number = 0; number < 25; number++) {
			RandomClause draft = RandomClause.of(random);
			Set<String> expected = new HashSet<>();
			trials.forEach((id, clause) -> expected.addAll(clause.meeting(draft, id)));
			Set<String> actual = new HashSet<>();
			for (JsonNode conflict : asked(draft(draft.input()))) {
				String id = conflict.at("/other/trial/id").asString();
				if (trials.containsKey(id) && conflict.path("kind").asString().equals("SAME_PROVISION")) {
					LocalDate until = LocalDate.parse(conflict.path("until").asString());
					for (String area : conflict.path("areas").findValuesAsString("code")) {
						actual.addAll(days(id, area, LocalDate.parse(conflict.path("from").asString()), until));
					}
				}
			}
			assertThat(actual).as("seed %d, draft %s against %s", seed, draft, trials).isEqualTo(expected);
			found += expected.size();
		}
		assertThat(found).as("seed %d", seed).isPositive();
	}

	private static Set<String> days(String trial, String area, LocalDate from, LocalDate until) {
		Set<String> days = new HashSet<>();
		for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
			for (String municipality : MUNICIPALITIES) {
				if (lies(municipality, area, day)) {
					days.add(trial + " " + municipality + " " + day);
				}
			}
		}
		return days;
	}

	private static boolean lies(String municipality, String area, LocalDate day) {
		String county = switch (municipality) {
			case "0331" -> day.isBefore(HEBY_MOVED) ? "19" : "03";
			default -> municipality.substring(0, 2);
		};
		return area.equals("SE") || area.equals(municipality) || area.equals(county);
	}

	private record RandomClause(Target target, String citation, List<String> areas, LocalDate from, LocalDate until) {

		private static final Map<String, String> RULES = Map.of("sfs:1998:808#K9P6", "9 kap. 6 § miljöbalken",
				"sfs:1998:808#K9P6S1", "9 kap. 6 § första stycket miljöbalken", "sfs:1998:808#K9P6S2",
				"9 kap. 6 § andra stycket miljöbalken", "sfs:1998:808#K9P7", "9 kap. 7 § miljöbalken", "sfs:1998:808",
				"miljöbalken");

		static RandomClause of(Random random) {
			String rule = RULES.keySet().stream().sorted().toList().get(random.nextInt(RULES.size()));
			List<String> places = new ArrayList<>(List.of("SE", "03", "19", "0331", "0380", "1980", "2583"));
			Collections.shuffle(places, random);
			LocalDate from = HEBY_MOVED.plusDays(random.nextInt(-20, 20));
			return new RandomClause(Target.parse(rule).orElseThrow(), RULES.get(rule),
					places.subList(0, 1 + random.nextInt(3)), from, from.plusDays(1 + random.nextInt(20)));
		}

		Map<String, Object> input() {
			return clause(this.citation, this.from.toString(), this.until.toString(),
					this.areas.toArray(String[]::new));
		}

		Set<String> meeting(RandomClause other, String trial) {
			if (!this.target.holds(other.target) && !other.target.holds(this.target)) {
				return Set.of();
			}
			Set<String> days = new HashSet<>(places(trial));
			days.retainAll(other.places(trial));
			return days;
		}

		private Set<String> places(String trial) {
			Set<String> days = new HashSet<>();
			this.areas.forEach((area) -> days.addAll(days(trial, area, this.from, this.until)));
			return days;
		}

	}

}
