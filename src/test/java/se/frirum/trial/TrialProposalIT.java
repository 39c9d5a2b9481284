package se.frirum.trial;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.Proposing;
import se.frirum.Report;
import se.frirum.Report.Case;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// A trial that was proposed and accepted becomes a trial; and an obstacle shows in which
/// stage what addresses it stands.
@FrirumTest
class TrialProposalIT {

	private static final String RULE = "21 kap. 4 § skollagen";

	private final Api api;

	private final LocalDate today;

	TrialProposalIT(Api api, Clock clock) {
		this.api = api;
		this.today = LocalDate.now(clock);
	}

	@Test
	void aTrialTakesItsClausesFromTheProposedChanges() {
		Case obstacle = Report.by(this.api.as("reporter")).takenUp();
		Case accepted = Proposing.by(this.api.as("reporter"))
			.addressing(obstacle.id())
			.with("changes",
					List.of(change(RULE, "SET_ASIDE", "Slöjd får ges på distans."),
							change("21 kap. 5 § skollagen", "AMEND", "Eleven är där."),
							change("21 kap. 6 § första stycket skollagen", "SET_ASIDE", "Även hemma.")))
			.asTrial("2027-07-01", "2030-07-01", "25", "0581")
			.accepted("TRIAL");
		Answer registered = register(accepted, Map.of());
		assertThat(registered.at("registerTrial.problems")).as(registered.toString()).isEmpty();
		assertThat(registered.text("registerTrial.trial.from")).isEqualTo("2027-07-01");
		assertThat(registered.text("registerTrial.trial.until")).isEqualTo("2030-07-01");
		assertThat(registered.at("registerTrial.trial.clauses"))
			.extracting((clause) -> clause.path("effect").asString(),
					(clause) -> texts(clause.path("targets"), "target"), (clause) -> clause.path("text").asString())
			.containsExactlyInAnyOrder(
					tuple("SETS_ASIDE", List.of("2010:800#K21P4", "2010:800#K21P6S1"),
							"Slöjd får ges på distans.\n\nÄven hemma."),
					tuple("REPLACES", List.of("2010:800#K21P5"), "Eleven är där."));
		assertThat(registered.at("registerTrial.trial.clauses"))
			.allSatisfy((clause) -> assertThat(texts(clause.path("areas"), "name"))
				.containsExactlyInAnyOrder("Norrköping", "Norrbottens län"));
		Answer read = this.api.query("""
				query ($id: ID!, $trial: ID!) {
					proposal(id: $id) { ... on TrialProposal { trial { id } } }
					trial(id: $trial) { addresses { id } } }""",
				Map.of("id", accepted.id(), "trial", registered.text("registerTrial.trial.id")));
		assertThat(read.text("proposal.trial.id")).isEqualTo(registered.text("registerTrial.trial.id"));
		assertThat(read.texts("trial.addresses", "id")).containsExactly(obstacle.id());
	}

	@Test
	void whatIsGivenGoesBeforeWhatWasProposed() {
		Case accepted = proposing().accepted("TRIAL");
		Answer registered = register(accepted,
				Map.of("clauses", List.of(Map.of("citations", List.of("21 kap. 5 § skollagen"), "text", "Annat gäller.",
						"areas", List.of("0581"), "from", "2027-01-01", "until", "2028-01-01"))));
		assertThat(registered.texts("registerTrial.trial.clauses", "text")).containsExactly("Annat gäller.");
		assertThat(registered.text("registerTrial.trial.until")).isEqualTo("2028-01-01");
	}

	@Test
	void anEndThatIsNotNamedFollowsFromTheMonths() {
		Case accepted = Proposing.by(this.api.as("reporter"))
			.changing(RULE)
			.asTrial("2027-01-31", "2028-01-31", "25")
			.with("durationMonths", 13)
			.accepted("TRIAL");
		assertThat(register(accepted, Map.of()).text("registerTrial.trial.until")).as("the day that was named")
			.isEqualTo("2028-01-31");
		Case lasting = lasting(Map.of("from", "2027-01-31", "durationMonths", 13));
		assertThat(register(lasting, Map.of()).text("registerTrial.trial.until")).isEqualTo("2028-02-29");
	}

	@Test
	void aProposalThatDoesNotSayFromWhenNeedsClauses() {
		Answer refused = register(lasting(Map.of("durationMonths", 24)), Map.of());
		assertThat(refused.problems("registerTrial")).containsExactly("INVALID");
		assertThat(refused.text("registerTrial.problems.0.path.1")).isEqualTo("clauses");
	}

	@Test
	void aTrialIsRegisteredFromItsProposalOnce() {
		Case accepted = proposing().accepted("TRIAL");
		register(accepted, Map.of());
		assertThat(register(accepted, Map.of()).problems("registerTrial")).containsExactly("DUPLICATE");
	}

	@Test
	void ofTwoWhoRegisterItAtTheSameTimeOneIsTooLate() {
		Case accepted = proposing().accepted("TRIAL");
		List<Answer> answers = Api
			.atOnce(List.of(() -> register(accepted, Map.of()), () -> register(accepted, Map.of())));
		assertThat(answers).extracting((answer) -> answer.problems("registerTrial"))
			.containsExactlyInAnyOrder(List.of(), List.of("DUPLICATE"));
	}

	@Test
	void onlyAnAcceptedTrialIsRegistered() {
		Case taken = proposing().takenUp();
		assertThat(register(taken, Map.of()).problems("registerTrial")).containsExactly("INVALID");
		Case simplification = Proposing.by(this.api.as("reporter")).changing(RULE).accepted("ACT");
		assertThat(register(simplification, Map.of()).problems("registerTrial")).containsExactly("INVALID");
		Case draft = proposing().draft();
		assertThat(register(draft, Map.of()).problems("registerTrial")).containsExactly("NOT_FOUND");
	}

	@ParameterizedTest
	@CsvSource({ "public, false", "reporter2, false", "reporter, true", "analyst, true" })
	void aHiddenProposalIsAStageForThoseWhoSeeItOnly(String account, boolean seen) {
		Case obstacle = Report.by(this.api.as("reporter")).takenUp();
		Proposing.by(this.api.as("reporter")).addressing(obstacle.id()).changing(RULE).submitted();
		assertThat(stages(account, obstacle)).isEqualTo(seen ? List.of("IN_PROPOSAL") : List.of());
		assertThat(found(account, obstacle, "IN_PROPOSAL")).isEqualTo(seen);
		assertThat(found(account, obstacle, "AMENDING", "IN_TRIAL")).isFalse();
		assertThat(proposals(account, obstacle)).hasSize(seen ? 1 : 0);
	}

	@Test
	void aDraftIsNoStage() {
		Case obstacle = Report.by(this.api.as("reporter")).takenUp();
		Proposing.by(this.api.as("reporter")).addressing(obstacle.id()).changing(RULE).draft();
		assertThat(stages("reporter", obstacle)).isEmpty();
		assertThat(found("reporter", obstacle, "IN_PROPOSAL")).isFalse();
	}

	@Test
	void aProposalOnItsWayToLawAmends() {
		Case obstacle = Report.by(this.api.as("reporter")).takenUp();
		Case accepted = Proposing.by(this.api.as("reporter")).addressing(obstacle.id()).changing(RULE).accepted("ACT");
		assertThat(stages("public", obstacle)).containsExactly("IN_PROPOSAL");
		step(accepted, "INQUIRY", "2023-12-01", "SOU 2023:94");
		assertThat(stages("public", obstacle)).containsExactly("AMENDING");
		assertThat(found("public", obstacle, "AMENDING")).isTrue();
		assertThat(found("public", obstacle, "IN_PROPOSAL")).isFalse();
		step(accepted, "ISSUED", "2025-01-01", "2025:" + ThreadLocalRandom.current().nextInt(3_000, 10_000));
		assertThat(stages("public", obstacle)).isEmpty();
		assertThat(found("public", obstacle, "AMENDING")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 1 })
	void anObstacleIsInTrialWhileTheTrialThatCameOfAProposalHolds(int days) {
		Case obstacle = Report.by(this.api.as("reporter")).takenUp();
		LocalDate from = this.today.minusDays(days);
		Case accepted = Proposing.by(this.api.as("reporter"))
			.addressing(obstacle.id())
			.changing(RULE)
			.asTrial(from.toString(), from.plusYears(2).toString(), "25")
			.accepted("TRIAL");
		register(accepted, Map.of());
		boolean holds = days >= 0;
		assertThat(stages("public", obstacle))
			.isEqualTo(holds ? List.of("IN_PROPOSAL", "IN_TRIAL") : List.of("IN_PROPOSAL"));
		assertThat(found("public", obstacle, "IN_TRIAL")).isEqualTo(holds);
	}

	private Proposing proposing() {
		return Proposing.by(this.api.as("reporter")).changing(RULE).asTrial("2027-01-01", "2030-01-01", "25");
	}

	/// An accepted trial of a time that was written like this.
	private Case lasting(Map<String, Object> time) {
		Case draft = proposing().draft();
		Map<String, Object> input = new HashMap<>(draft.subject());
		input.put("from", null);
		input.put("until", null);
		input.putAll(time);
		Case changed = draft.after(this.api.as("reporter").run("update-proposal", Map.of("input", input)));
		Case submitted = changed
			.after(this.api.as("reporter").run("submit-proposal", Map.of("input", changed.subject())));
		Case taken = submitted.after(review(submitted, Map.of("decision", "TAKE_UP")));
		Map<String, Object> assessment = new HashMap<>(taken.subject());
		assessment.putAll(Map.of("problem", "a", "zeroOption", "b", "alternatives", "c"));
		Case assessed = taken.after(this.api.as("analyst").run("assess-consequences", Map.of("input", assessment)));
		return assessed.after(review(assessed, Map.of("decision", "ACCEPT", "route", "TRIAL")));
	}

	private Answer review(Case subject, Map<String, ?> decision) {
		Map<String, Object> input = new HashMap<>(subject.subject());
		input.putAll(decision);
		return this.api.as("liaison").run("review-proposal", Map.of("input", input));
	}

	private static Map<String, Object> change(String citation, String kind, String wording) {
		return Map.of("citation", citation, "change", kind, "wording", wording);
	}

	private Answer register(Case proposal, Map<String, ?> more) {
		Map<String, Object> input = new HashMap<>(
				Map.of("idempotencyKey", UUID.randomUUID().toString(), "title", "Försök " + proposal.word(),
						"instrument", "NAMED_AREA_ACT", "proposal", proposal.id(), "clauses", List.of()));
		input.putAll(more);
		return this.api.as("liaison").run("register-trial", Map.of("input", input));
	}

	private void step(Case proposal, String stage, String on, String document) {
		proposal.after(this.api.as("liaison")
			.run("record-legislative-step",
					Map.of("input", Map.of("id", proposal.id(), "stage", stage, "on", on, "document", document))));
	}

	private List<String> stages(String account, Case obstacle) {
		return this.api.as(account)
			.query("query ($id: ID!) { obstacle(id: $id) { stages } }", Map.of("id", obstacle.id()))
			.at("obstacle.stages")
			.valueStream()
			.map((stage) -> stage.asString())
			.toList();
	}

	private List<String> proposals(String account, Case obstacle) {
		return this.api.as(account)
			.query("query ($id: ID!) { obstacle(id: $id) { proposals { id } } }", Map.of("id", obstacle.id()))
			.texts("obstacle.proposals", "id");
	}

	private boolean found(String account, Case obstacle, String... stages) {
		Answer answer = this.api.as(account)
			.query("query ($filter: ObstacleFilter) { obstacles(filter: $filter) { nodes { id } } }",
					Map.of("filter", Map.of("text", obstacle.word(), "stages", List.of(stages))));
		assertThat(answer.errors()).as(answer.toString()).isEmpty();
		return answer.texts("obstacles.nodes", "id").contains(obstacle.id());
	}

	private static List<String> texts(JsonNode list, String field) {
		return list.valueStream().map((item) -> item.path(field).asString()).toList();
	}

}
