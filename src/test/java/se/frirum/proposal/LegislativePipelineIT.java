package se.frirum.proposal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// An accepted proposal goes step by step to law, or to another rule.
@FrirumTest
class LegislativePipelineIT {

	private static final String RULE = "21 kap. 4 § skollagen";

	private final Api api;

	private final LocalDate today;

	LegislativePipelineIT(Api api, Clock clock) {
		this.api = api;
		this.today = LocalDate.now(clock);
	}

	@Test
	void theFirstStepPutsAnAcceptedProposalIntoThePipeline() {
		Case accepted = accepted("ACT");
		accepted.after(as("analyst").step(accepted, "DIRECTIVE", "2021-05-01", "Dir. 2021:110"));
		Answer read = as("public").read(accepted);
		assertThat(read.text("proposal.status")).isEqualTo("IN_PIPELINE");
		assertThat(read.at("proposal.history.nodes"))
			.extracting((event) -> event.path("type").asString(), (event) -> event.path("from").asString(""),
					(event) -> event.path("to").asString(""), (event) -> event.path("reason").asString(""))
			.endsWith(tuple("PROPOSAL_STEP_RECORDED", "", "", "DIRECTIVE, Dir. 2021:110"),
					tuple("PROPOSAL_IN_PIPELINE", "ACCEPTED", "IN_PIPELINE", ""));
	}

	@Test
	void onlyAnAcceptedProposalTakesSteps() {
		Case taken = Proposing.by(this.api.as("reporter")).changing(RULE).takenUp();
		Answer refused = as("liaison").step(taken, "DIRECTIVE", "2021-05-01", "");
		assertThat(refused.problems("recordLegislativeStep")).containsExactly("ILLEGAL_TRANSITION");
		assertThat(refused.text("recordLegislativeStep.problems.0.message"))
			.isEqualTo("The proposal is UNDER_REVIEW; this is possible while it is ACCEPTED, ENACTED, IN_PIPELINE.");
	}

	@Test
	void stepsStandInTheirOrderAndSomeMayBeSkipped() {
		Case accepted = accepted("ACT");
		accepted.after(as("liaison").step(accepted, "BILL", "2024-12-01", "Prop. 2024/25:89"));
		accepted.after(as("liaison").step(accepted, "INQUIRY", "2023-12-01", "SOU 2023:94"));
		accepted.after(as("liaison").step(accepted, "COMMITTEE_REPORT", "2024-12-01", "bet. 2024/25:SoU23"));
		assertThat(as("public").read(accepted).at("proposal.steps"))
			.extracting((step) -> step.path("stage").asString(), (step) -> step.path("document").asString())
			.containsExactly(tuple("INQUIRY", "SOU 2023:94"), tuple("BILL", "Prop. 2024/25:89"),
					tuple("COMMITTEE_REPORT", "bet. 2024/25:SoU23"));
	}

	@Test
	void aStepIsNotBeforeTheOneItFollowsNorAfterTheOneThatFollowsIt() {
		Case accepted = accepted("ACT");
		accepted.after(as("liaison").step(accepted, "BILL", "2024-12-01", "Prop. 2024/25:89"));
		Answer early = as("liaison").step(accepted, "DECISION", "2024-11-30", "rskr. 2024/25:210");
		assertThat(early.problems("recordLegislativeStep")).containsExactly("INVALID");
		assertThat(early.text("recordLegislativeStep.problems.0.path.1")).isEqualTo("on");
		assertThat(early.text("recordLegislativeStep.problems.0.message"))
			.isEqualTo("This step follows BILL, which was on 2024-12-01; it can't have been before that.");
		Answer late = as("liaison").step(accepted, "INQUIRY", "2024-12-02", "SOU 2023:94");
		assertThat(late.text("recordLegislativeStep.problems.0.message"))
			.isEqualTo("This step comes before BILL, which was on 2024-12-01; it can't have been after that.");
		assertThat(as("public").read(accepted).at("proposal.steps")).hasSize(1);
	}

	@Test
	void theSameStepTwiceIsOne() {
		Case accepted = accepted("ACT");
		Case first = accepted.after(as("liaison").step(accepted, "INQUIRY", "2023-12-01", "SOU 2023:94"));
		Case again = accepted.after(as("analyst").step(accepted, "INQUIRY", "2023-12-01", "sou 2023:94"));
		assertThat(again.version()).isEqualTo(first.version());
		Answer read = as("public").read(accepted);
		assertThat(read.at("proposal.steps")).hasSize(1);
		assertThat(read.texts("proposal.history.nodes", "type"))
			.filteredOn((type) -> type.equals("PROPOSAL_STEP_RECORDED"))
			.hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
			"DIRECTIVE        | dir. 2021:110      | Dir. 2021:110", //
			"INQUIRY          | sou 2023:94        | SOU 2023:94", //
			"MEMORANDUM       | DS 2020:1          | Ds 2020:1", //
			"BILL             | prop 2024/25:89    | Prop. 2024/25:89", //
			"COMMITTEE_REPORT | Bet. 2024/25:SoU23 | bet. 2024/25:SoU23", //
			"DECISION         | Rskr. 2024/25:210  | rskr. 2024/25:210" })
	void aDocumentIsNamedAsItsSeriesWritesIt(String stage, String written, String name) {
		Case accepted = accepted("ACT");
		accepted.after(as("liaison").step(accepted, stage, "2025-01-01", written));
		Answer read = as("public").read(accepted);
		assertThat(read.text("proposal.steps.0.document")).isEqualTo(name);
		assertThat(read.at("proposal.steps.0.remark").isNull()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
			"DIRECTIVE        | Dir. 2021/22:110   | There is no such number in its series. Write it as 'Dir. 2021:110'.",
			"BILL             | Prop. 2024/26:89   | There is no such number in its series. Write it as 'Prop. 2024/25:89'.",
			"COMMITTEE_REPORT | bet. 2024/25:XX1   | There is no such number in its series. Write it as 'bet. 2024/25:SoU23'.",
			"INQUIRY          | SOU 2199:1         | There is no such number in its series. Write it as 'SOU 2023:94'.",
			"BILL             | SOU 2023:94        | SOU 2023:94 is no document of this step; its stage is INQUIRY." })
	void aDocumentThatItsSeriesOrItsStepDoesNotKnowIsRefused(String stage, String written, String told) {
		Case accepted = accepted("ACT");
		Answer refused = as("liaison").step(accepted, stage, "2025-01-01", written);
		assertThat(refused.problems("recordLegislativeStep")).containsExactly("INVALID");
		assertThat(refused.text("recordLegislativeStep.problems.0.path.1")).isEqualTo("document");
		assertThat(refused.text("recordLegislativeStep.problems.0.message")).isEqualTo(told);
		assertThat(as("public").read(accepted).text("proposal.status")).isEqualTo("ACCEPTED");
	}

	@Test
	void aDocumentOfAnUnknownSeriesIsKeptWithARemark() {
		Case accepted = accepted("ACT");
		accepted.after(as("liaison").step(accepted, "COUNCIL_REFERRAL", "2025-01-01", "Fi2025/00017"));
		Answer read = as("public").read(accepted);
		assertThat(read.text("proposal.steps.0.document")).isEqualTo("Fi2025/00017");
		assertThat(read.text("proposal.steps.0.remark")).contains("kept as it was written");
	}

	@Test
	void onlyAReferralIsAnsweredByADayAndNotBeforeItWasSent() {
		Case accepted = accepted("ACT");
		Map<String, Object> bill = Map.of("stage", "BILL", "on", "2025-01-01", "respondBy", "2025-04-01");
		assertThat(as("liaison").step(accepted, bill).text("recordLegislativeStep.problems.0.path.1"))
			.isEqualTo("respondBy");
		Map<String, Object> backwards = Map.of("stage", "REFERRAL", "on", "2025-01-01", "respondBy", "2024-12-31");
		assertThat(as("liaison").step(accepted, backwards).text("recordLegislativeStep.problems.0.path.1"))
			.isEqualTo("respondBy");
		accepted.after(as("liaison").step(accepted,
				Map.of("stage", "REFERRAL", "on", "2025-01-01", "respondBy", "2025-04-01")));
		assertThat(as("public").read(accepted).text("proposal.steps.0.respondBy")).isEqualTo("2025-04-01");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ISSUED", "IN_FORCE" })
	void enactsOnNoDayThatIsToCome(String stage) {
		Case accepted = accepted("ACT");
		Answer early = as("liaison").step(accepted, stage, this.today.plusDays(1).toString(), "SFS 2026:1");
		assertThat(early.problems("recordLegislativeStep")).containsExactly("INVALID");
		assertThat(as("public").read(accepted).text("proposal.status")).isEqualTo("ACCEPTED");
	}

	@ParameterizedTest
	@CsvSource({ "ACT, ISSUED", "ORDINANCE, IN_FORCE" })
	void anAmendingActIsNamedAndTheActItChangesIsWhatItWasEnactedAs(String route, String stage) {
		String number = number();
		Case accepted = accepted(route);
		accepted.after(as("liaison").step(accepted, "DECISION", "2025-01-01", ""));
		accepted.after(as("liaison").step(accepted, stage, "2025-06-01", number));
		Answer read = as("public").read(accepted);
		assertThat(read.text("proposal.status")).isEqualTo("ENACTED");
		assertThat(read.text("proposal.enactedBy")).isEqualTo(number);
		assertThat(read.text("proposal.enactedAs.designation")).isEqualTo("2010:800");
		assertThat(read.text("proposal.steps.1.document")).isEqualTo("SFS " + number);
		assertThat(read.texts("proposal.history.nodes", "type")).endsWith("PROPOSAL_STEP_RECORDED", "PROPOSAL_ENACTED");
		Answer law = this.api
			.query("{ law(designation: \"2010:800\") { amendments(first: 50) { nodes { designation } } } }");
		assertThat(law.errors()).as(law.toString()).isEmpty();
		assertThat(law.texts("law.amendments.nodes", "designation")).contains(number);
	}

	@Test
	void aRuleThatIsIssuedAtOnceGoesThroughThePipelineInOneStep() {
		Case accepted = accepted("ORDINANCE");
		accepted.after(as("liaison").step(accepted, "ISSUED", "2025-06-01", "SFS " + number()));
		assertThat(as("public").read(accepted).texts("proposal.history.nodes", "type"))
			.endsWith("PROPOSAL_STEP_RECORDED", "PROPOSAL_IN_PIPELINE", "PROPOSAL_ENACTED");
	}

	@Test
	void aNewActIsWhatItWasEnactedAsWhereNothingWasToChange() {
		String number = number();
		Case accepted = Proposing.by(this.api.as("reporter"))
			.addressing(Report.by(this.api.as("reporter")).takenUp().id())
			.accepted("ACT");
		accepted.after(as("liaison").step(accepted, "ISSUED", "2025-06-01", number));
		Answer read = as("public").read(accepted);
		assertThat(read.text("proposal.enactedBy")).isEqualTo(number);
		assertThat(read.text("proposal.enactedAs.designation")).isEqualTo(number);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Fi2025/00017", "SKOLFS 2025:4", "Prop. 2024/25:89" })
	void anActIsEnactedOnlyByANumberInSfs(String document) {
		Case accepted = accepted("ACT");
		Answer refused = as("liaison").step(accepted, "ISSUED", "2025-06-01", document);
		assertThat(refused.problems("recordLegislativeStep")).isNotEmpty().containsOnly("INVALID");
		assertThat(refused.text("recordLegislativeStep.problems.0.path.1")).isEqualTo("document");
		assertThat(as("public").read(accepted).text("proposal.status")).isEqualTo("ACCEPTED");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "AGENCY_REGULATION | SKOLFS 2025:4", "GUIDANCE | Skolverkets handledning 2025" })
	void anotherRuleIsEnactedByAnotherDocument(String route, String document) {
		Case accepted = accepted(route);
		assertThat(as("liaison").step(accepted, "ISSUED", "2025-06-01", "").problems("recordLegislativeStep"))
			.containsExactly("INVALID");
		accepted.after(as("liaison").step(accepted, "ISSUED", "2025-06-01", document));
		Answer read = as("public").read(accepted);
		assertThat(read.text("proposal.status")).isEqualTo("ENACTED");
		assertThat(read.text("proposal.enactedBy")).isEqualTo(document);
	}

	@Test
	void whatIsEnactedStillComesIntoForceButIsNotEnactedTwice() {
		String number = number();
		Case accepted = accepted("ACT");
		accepted.after(as("liaison").step(accepted, "ISSUED", "2025-06-01", number));
		accepted.after(as("liaison").step(accepted, "IN_FORCE", "2025-07-01", ""));
		Answer read = as("public").read(accepted);
		assertThat(read.text("proposal.enactedBy")).isEqualTo(number);
		assertThat(read.texts("proposal.steps", "stage")).containsExactly("ISSUED", "IN_FORCE");
		assertThat(read.texts("proposal.history.nodes", "type")).filteredOn((type) -> type.equals("PROPOSAL_ENACTED"))
			.hasSize(1);
	}

	@Test
	void whatComesToNothingOnTheWayLapsesWithAReason() {
		Case accepted = accepted("ACT");
		Case moving = accepted.after(as("liaison").step(accepted, "INQUIRY", "2023-12-01", "SOU 2023:94"));
		assertThat(as("liaison").review(moving, Map.of("decision", "LAPSE")).problems("reviewProposal"))
			.containsExactly("INVALID");
		Case lapsed = moving.after(as("liaison").review(moving, "LAPSE"));
		assertThat(as("public").read(lapsed).text("proposal.status")).isEqualTo("LAPSED");
		assertThat(as("liaison").step(lapsed, "BILL", "2024-12-01", "").problems("recordLegislativeStep"))
			.containsExactly("ILLEGAL_TRANSITION");
	}

	@Test
	void whatIsEnactedIsNotSuperseded() {
		Case accepted = accepted("ACT");
		Case enacted = accepted.after(as("liaison").step(accepted, "ISSUED", "2025-06-01", number()));
		assertThat(as("liaison").review(enacted, Map.of("decision", "SUPERSEDE", "supersededBy", accepted("ACT").id()))
			.problems("reviewProposal")).containsExactly("ILLEGAL_TRANSITION");
	}

	@Test
	void aRuleThatTheRegisterDoesNotHoldCanBeChangedToo() {
		String unknown = "1999:" + ThreadLocalRandom.current().nextInt(3_000, 10_000);
		Case accepted = Proposing.by(this.api.as("reporter")).changing(unknown).accepted("ACT");
		String number = number();
		accepted.after(as("liaison").step(accepted, "ISSUED", "2025-06-01", number));
		Answer read = this.api.query("""
				query ($id: ID!) { proposal(id: $id) { changes { target law { designation known } provision { id } }
					... on SimplificationProposal { enactedAs { designation } } } }""", Map.of("id", accepted.id()));
		assertThat(read.errors()).as(read.toString()).isEmpty();
		assertThat(read.text("proposal.changes.0.law.designation")).isEqualTo(unknown);
		assertThat(read.text("proposal.enactedAs.designation")).isEqualTo(unknown);
	}

	@Test
	void twoStepsAtTheSameTimeAreBothRecorded() {
		Case accepted = accepted("ACT");
		List<Answer> answers = Api
			.atOnce(List.of(() -> as("liaison").step(accepted, "INQUIRY", "2023-12-01", "SOU 2023:94"),
					() -> as("analyst").step(accepted, "BILL", "2024-12-01", "Prop. 2024/25:89")));
		assertThat(answers).allSatisfy(
				(answer) -> assertThat(answer.problems("recordLegislativeStep")).as(answer.toString()).isEmpty());
		Answer read = as("public").read(accepted);
		assertThat(read.texts("proposal.steps", "stage")).containsExactly("INQUIRY", "BILL");
		assertThat(read.texts("proposal.history.nodes", "type"))
			.filteredOn((type) -> type.equals("PROPOSAL_IN_PIPELINE"))
			.hasSize(1);
	}

	private Case accepted(String route) {
		return Proposing.by(this.api.as("reporter")).changing(RULE).accepted(route);
	}

	/// A number in SFS that no act has.
	private static String number() {
		return "2025:" + ThreadLocalRandom.current().nextInt(3_000, 10_000);
	}

	private ProposalMoves as(String account) {
		return ProposalMoves.by(this.api.as(account));
	}

}
