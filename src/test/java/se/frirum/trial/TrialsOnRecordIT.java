package se.frirum.trial;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.law.LawId;
import se.frirum.platform.database.Transactions;

import static org.assertj.core.api.Assertions.assertThat;

/// Trials that are derived from imported acts.
@FrirumTest
class TrialsOnRecordIT {

	private static final String TRIAL = """
			query ($reference: String!) { trial(reference: $reference) {
				reference version title derived sources instrument from until state(on: "2031-01-01") law { designation }
				history(first: 10) { nodes { type actor } }
				clauses { effect text areas { code } targets { target } unknown } } }""";

	private static final String CREATE = """
			CREATE (law:Law {id: $id, key: $id, designation: $designation, title: $title, kind: 'ACT', known: true,
				uri: 'https://example.org', inForceFrom: $inForceFrom})
			CREATE (law)-[:HAS_PROVISION]->(section:Provision {id: $id + '#P1', key: $id + '#.0001', section: '1'})
			CREATE (section)-[:HAS_WORDING]->(:Wording {text: $text})
			""";

	private static final String DELETE = """
			MATCH (law:Law {id: $id})
			OPTIONAL MATCH (law)-[:HAS_PROVISION]->(section)-[:HAS_WORDING]->(wording)
			OPTIONAL MATCH (law)<-[:ENACTED_AS]-(trial)
			OPTIONAL MATCH (trial)-[:HAS_CLAUSE]->(clause)
			OPTIONAL MATCH (event:Event)-[:ABOUT]->(trial)
			DETACH DELETE law, section, wording, trial, clause, event
			""";

	private final Api api;

	private final Transactions transactions;

	private final TrialsOnRecord trials;

	private final LawId act = new LawId("sfs:%d:9997".formatted(ThreadLocalRandom.current().nextInt(2100, 10_000)));

	TrialsOnRecordIT(Api api, Transactions transactions, TrialsOnRecord trials) {
		this.api = api;
		this.transactions = transactions;
		this.trials = trials;
	}

	@AfterEach
	void takeTheActAwayAgain() {
		write(DELETE, Map.of("id", this.act.value()));
	}

	@Test
	void anActBecomesATrialWithAllThatCanBeRead() {
		importAct("om försöksverksamhet med gemensamma nämnder i Gotlands län",
				"I länet får under tiden den 1 juli 2030-30 juni 2034 nämnder vara gemensamma, trots 3 kap. 1 §.");
		setAside("sfs:2017:725#K3P9", "2017:725#K3P9S1");
		Answer answer = derived();
		assertThat(answer.text("trial.reference")).isEqualTo(reference());
		assertThat(answer.text("trial.title")).isEqualTo("Försöksverksamhet med gemensamma nämnder i Gotlands län");
		assertThat(answer.at("trial.derived").asBoolean()).isTrue();
		assertThat(answer.text("trial.sources.0")).isEqualTo("SFS " + this.act.designation());
		assertThat(answer.text("trial.law.designation")).isEqualTo(this.act.designation());
		assertThat(answer.text("trial.instrument")).isEqualTo("NAMED_AREA_ACT");
		assertThat(answer.text("trial.from")).isEqualTo("2030-07-01");
		assertThat(answer.text("trial.until")).isEqualTo("2034-07-01");
		assertThat(answer.text("trial.state")).isEqualTo("IN_FORCE");
		assertThat(answer.text("trial.clauses.0.effect")).isEqualTo("SETS_ASIDE");
		assertThat(answer.texts("trial.clauses.0.areas", "code")).containsExactly("09");
		assertThat(answer.texts("trial.clauses.0.targets", "target")).containsExactly("2017:725#K3P9S1");
		assertThat(answer.at("trial.clauses.0.unknown")).isEmpty();
	}

	@Test
	void whatIsKnownHoldsInItsAreaLikeAnyOtherTrial() {
		importAct("om försöksverksamhet med gemensamma nämnder i Gotlands län",
				"I länet får under tiden den 1 juli 2030-30 juni 2034 nämnder vara gemensamma.");
		setAside("sfs:2017:725#K3P9", "2017:725#K3P9");
		derived();
		assertThat(this.api.query("{ effectiveRules(area: \"0980\", on: \"2031-01-01\") { trial { reference } } }")
			.texts("effectiveRules", "trial.reference")).contains(reference());
	}

	@Test
	void whatSomebodyEntersTakesItsPlaceAndItsReference() {
		importAct("om försöksverksamhet med sång i Emmaboda kommun", "Sång får höras.");
		derived();
		Map<String, Object> clause = Map.of("text", "Sång får höras.", "effect", "ADDS", "areas", List.of("0862"),
				"from", "2030-01-01", "until", "2032-01-01");
		Answer entered = this.api.as("liaison")
			.run("register-trial",
					Map.of("input",
							Map.of("idempotencyKey", this.act.value(), "title", "Sång i Emmaboda", "instrument",
									"SINGLE_MUNICIPALITY_ORDINANCE", "law", this.act.designation(), "clauses",
									List.of(clause))));
		assertThat(entered.text("registerTrial.trial.reference")).isEqualTo(reference());
		Answer answer = derived();
		assertThat(answer.text("trial.title")).isEqualTo("Sång i Emmaboda");
		assertThat(answer.at("trial.derived").asBoolean()).isFalse();
		Answer log = this.api.query("{ events(last: 2) { nodes { type about { ... on Trial { title } } } } }");
		assertThat(log.texts("events.nodes", "type")).containsExactly("TRIAL_READ_OFF_REGISTER", "TRIAL_REGISTERED");
		assertThat(log.texts("events.nodes", "about.title")).containsExactly("Sång i Emmaboda", "Sång i Emmaboda");
	}

	@Test
	void theSameActAgainWritesNothing() {
		importAct("om försöksverksamhet med sång i Emmaboda kommun", "Sång får höras.");
		derived();
		Answer again = derived();
		assertThat(again.at("trial.version").asInt()).isEqualTo(1);
		assertThat(again.texts("trial.history.nodes", "type")).containsExactly("TRIAL_READ_OFF_REGISTER");
	}

	@Test
	void theLogTellsOfWhatAnImportBrought() {
		importAct("om försöksverksamhet med sång i Emmaboda kommun", "Sång får höras.");
		assertThat(derived().text("trial.history.nodes.0.actor")).isEqualTo("Frirum");
	}

	@Test
	void aChangedActChangesTheTrial() {
		importAct("om försöksverksamhet med sång i Emmaboda kommun", "Sång får höras.");
		setAside("sfs:2017:725#K3P9", "2017:725#K3P9");
		derived();
		write("MATCH (:Law {id: $id})-[:HAS_PROVISION]->(section)-[:HAS_WORDING]->(wording) "
				+ "SET wording.text = 'Försöket pågår under tiden 1 juli 2030–30 juni 2032.' "
				+ "WITH section MATCH (section)-[derogation:DEROGATES_FROM]->() DELETE derogation",
				Map.of("id", this.act.value()));
		write("MATCH (law:Law {id: $id}) SET law.title = 'Förordning om försöksverksamhet med sång i Kalmar kommun'",
				Map.of("id", this.act.value()));
		Answer answer = derived();
		assertThat(answer.at("trial.version").asInt()).isEqualTo(2);
		assertThat(answer.text("trial.until")).isEqualTo("2032-07-01");
		assertThat(answer.texts("trial.clauses.0.areas", "code")).containsExactly("0880");
		assertThat(answer.texts("trial.clauses.0.targets", "target")).isEmpty();
	}

	@Test
	void aNoticeStaysOutOfListsUnlessAskedFor() {
		write("CREATE (:Law {id: $id, key: $id, designation: $designation, title: $title, kind: 'OTHER', known: true, "
				+ "uri: 'https://example.org'})",
				Map.of("id", this.act.value(), "designation", this.act.designation(), "title",
						"Förordning (%s) om försöksverksamhet med sång".formatted(this.act.designation())));
		Answer answer = derived();
		assertThat(answer.text("trial.state")).isEqualTo("UNKNOWN");
		assertThat(answer.at("trial.clauses.0.unknown").valueStream().map((part) -> part.asString()))
			.containsExactlyInAnyOrder("AREA", "START", "END", "TARGET");
		assertThat(listed(false)).isEmpty();
		assertThat(listed(true)).containsExactly(reference());
	}

	@Test
	void aTrialThatSomebodyEnteredWins() {
		importAct("om försöksverksamhet med sång i Emmaboda kommun", "Sång får höras.");
		Answer entered = this.api.as("liaison").run("register-trial", Map.of("input", entered()));
		assertThat(entered.problems("registerTrial")).isEmpty();
		assertThat(derived().at("trial").isNull()).isTrue();
		assertThat(listed(true)).containsExactly(entered.text("registerTrial.trial.reference"));
	}

	@Test
	void aSeededTrialWins() {
		this.trials.imported(List.of(new LawId("sfs:1997:1144")));
		Answer answer = this.api.query(TRIAL, Map.of("reference", "T-SFS-1997:1144"));
		assertThat(answer.at("trial.derived").asBoolean()).isFalse();
		assertThat(answer.at("trial.version").asInt()).isEqualTo(1);
		assertThat(answer.text("trial.until")).isEqualTo("2011-01-01");
	}

	@Test
	void anActThatAmendsATrialIsNone() {
		importAct("om ändring i lagen (1984:382) om försöksverksamhet", "Sång får höras.");
		assertThat(derived().at("trial").isNull()).isTrue();
	}

	private void importAct(String title, @Nullable String text) {
		Map<String, Object> values = new HashMap<>();
		values.put("id", this.act.value());
		values.put("designation", this.act.designation());
		values.put("title", "Lag (%s) %s".formatted(this.act.designation(), title));
		values.put("text", text);
		values.put("inForceFrom", LocalDate.of(2030, 1, 1));
		write(CREATE, values);
	}

	private void setAside(String id, String target) {
		write("""
				MATCH (:Law {id: $act})-[:HAS_PROVISION]->(section)
				MATCH (place:Provision {id: $id})
				CREATE (section)-[:DEROGATES_FROM {kind: 'NOTWITHSTANDING', passage: 'Trots det.', target: $target}]->(place)
				""",
				Map.of("act", this.act.value(), "id", id, "target", target));
	}

	private Answer derived() {
		this.trials.imported(List.of(this.act, new LawId("sfs:2010:800")));
		return this.api.query(TRIAL, Map.of("reference", reference()));
	}

	private List<String> listed(boolean unknown) {
		return this.api
			.query("query ($filter: TrialFilter) { trials(filter: $filter) { nodes { reference } } }",
					Map.of("filter", Map.of("law", this.act.designation(), "includeUnknown", unknown)))
			.texts("trials.nodes", "reference");
	}

	private Map<String, Object> entered() {
		return Map.of("idempotencyKey", this.act.value(), "title", "Försök med sång", "instrument", "NOT_STATED", "law",
				this.act.designation(), "clauses", List.of());
	}

	private String reference() {
		return "T-SFS-" + this.act.designation();
	}

	private void write(String statement, Map<String, Object> parameters) {
		this.transactions.write(() -> this.transactions.query(statement, parameters));
	}

}
