package se.frirum.proposal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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

/// Somebody proposes to change a rule, somebody else answers, and both may come back to
/// it.
@FrirumTest
class ProposalIT {

	private static final String RULE = "21 kap. 4 § skollagen";

	private static final String EDUCATION = "organisation:utbildningsdepartementet";

	private final Api api;

	private final LocalDate today;

	ProposalIT(Api api, Clock clock) {
		this.api = api;
		this.today = LocalDate.now(clock);
	}

	@ParameterizedTest
	@ValueSource(strings = { "reporter", "analyst" })
	void isMadeForTheOwnOrganisationAndAnswersAreDueInNinetyDays(String account) {
		Case obstacle = Report.by(this.api.as("reporter2")).citing(RULE).takenUp();
		Case proposal = Proposing.by(this.api.as(account)).addressing(obstacle.id()).changing(RULE).submitted();
		assertThat(proposal.reference()).matches("P-" + this.today.getYear() + "-\\d{4,}");
		Answer read = as("liaison").read(proposal);
		assertThat(read.text("proposal.status")).isEqualTo("SUBMITTED");
		assertThat(read.text("proposal.proposedBy.id"))
			.isEqualTo(account.equals("analyst") ? "organisation:skr" : "organisation:0581");
		assertThat(read.texts("proposal.addresses", "id")).containsExactly(obstacle.id());
		assertThat(read.text("proposal.changes.0.target")).isEqualTo("2010:800#K21P4");
		assertThat(read.text("proposal.responsible.id")).isEqualTo(EDUCATION);
		assertThat(read.text("proposal.answerDueOn")).isEqualTo(this.today.plusDays(90).toString());
		assertThat(as("public").read(proposal).at("proposal").isNull()).isTrue();
	}

	@Test
	void isADraftOfItsOrganisationUntilItIsHandedIn() {
		Case draft = proposing().draft();
		assertThat(draft.reference()).isEmpty();
		assertThat(as("analyst").read(draft).at("proposal").isNull()).isTrue();
		Case changed = draft.after(as("reporter").update(draft, Map.of("rationale", "Nya skäl.")));
		Case submitted = changed.after(as("reporter").submit(changed));
		assertThat(submitted.reference()).startsWith("P-");
		assertThat(as("analyst").read(submitted).text("proposal.rationale")).isEqualTo("Nya skäl.");
		assertThat(types(submitted)).containsExactly("PROPOSAL_DRAFTED", "PROPOSAL_UPDATED", "PROPOSAL_SUBMITTED");
	}

	@Test
	void needsReasonsAndSomethingToChangeOrAddressOnceItIsHandedIn() {
		Case draft = Proposing.by(this.api.as("reporter")).with("rationale", "").draft();
		assertThat(paths(as("reporter").submit(draft), "submitProposal")).containsExactly("rationale");
		Case reasoned = draft.after(as("reporter").update(draft, Map.of("rationale", "Därför.")));
		assertThat(paths(as("reporter").submit(reasoned), "submitProposal")).containsExactly("addresses");
		Case complete = reasoned.after(as("reporter").update(reasoned,
				Map.of("changes", List.of(Map.of("citation", RULE, "change", "REPEAL")))));
		complete.after(as("reporter").submit(complete));
	}

	@Test
	void needsAnAreaAndAnEndWhereItIsATrial() {
		Answer nowhere = Proposing.by(this.api.as("reporter"))
			.changing(RULE)
			.asTrial("2027-01-01", "2030-01-01")
			.send();
		assertThat(paths(nowhere, "proposeTrial")).containsExactly("areas");
		Answer nothing = Proposing.by(this.api.as("reporter"))
			.addressing(Report.by(this.api.as("reporter")).takenUp().id())
			.asTrial("2027-01-01", "2030-01-01", "25")
			.send();
		assertThat(paths(nothing, "proposeTrial")).containsExactly("changes");
		Answer backwards = Proposing.by(this.api.as("reporter"))
			.changing(RULE)
			.asTrial("2030-01-01", "2030-01-01", "25")
			.send();
		assertThat(paths(backwards, "proposeTrial")).containsExactly("until");
		Answer endless = Proposing.by(this.api.as("reporter"))
			.changing(RULE)
			.asTrial("2027-01-01", "2030-01-01", "25")
			.with("durationMonths", 0)
			.send();
		assertThat(paths(endless, "proposeTrial")).containsExactly("durationMonths");
		Case complete = Proposing.by(this.api.as("reporter"))
			.changing(RULE)
			.asTrial("2027-01-01", "2030-01-01", "25")
			.submitted();
		Answer read = as("reporter").read(complete);
		assertThat(read.texts("proposal.areas", "code")).containsExactly("25");
		assertThat(read.text("proposal.until")).isEqualTo("2030-01-01");
	}

	@Test
	void namesOnlyWhatIsThere() {
		Case draft = Report.by(this.api.as("reporter2")).draft();
		Answer answer = Proposing.by(this.api.as("reporter"))
			.addressing(draft.id(), "obstacle:none")
			.changing("21 kap. 99 § skollagen", RULE, RULE)
			.send();
		assertThat(answer.problems("proposeSimplification")).containsExactly("NOT_FOUND", "NOT_FOUND", "NOT_FOUND",
				"INVALID");
		assertThat(paths(answer, "proposeSimplification")).containsExactly("addresses.0", "addresses.1",
				"changes.0.citation", "changes.2.citation");
	}

	@Test
	void isTheSameForTheSameKey() {
		Proposing proposing = proposing();
		Case first = proposing.submitted();
		Case again = proposing.submitted();
		assertThat(again.id()).isEqualTo(first.id());
		assertThat(again.reference()).isEqualTo(first.reference());
		assertThat(proposing.with("rationale", "Annat.").send().problems("proposeSimplification"))
			.containsExactly("INVALID");
		assertThat(types(first)).containsExactly("PROPOSAL_SUBMITTED");
	}

	@Test
	void isTheSameForTheSameKeyAtTheSameTime() {
		Proposing proposing = proposing().with("idempotencyKey", UUID.randomUUID().toString());
		List<Answer> answers = Api.atOnce(List.of(proposing::send, proposing::send, proposing::send, proposing::send));
		assertThat(answers).extracting((answer) -> answer.text("proposeSimplification.proposal.id"))
			.doesNotContain("")
			.containsOnly(answers.getFirst().text("proposeSimplification.proposal.id"));
	}

	@Test
	void everybodySeesItOnceItIsTakenUp() {
		Case taken = proposing().takenUp();
		Answer read = as("public").read(taken);
		assertThat(read.text("proposal.status")).isEqualTo("UNDER_REVIEW");
		assertThat(read.at("proposal.handler").isNull()).isTrue();
		assertThat(as("analyst").read(taken).text("proposal.handler")).isEqualTo("Liaison, Finansdepartementet");
		assertThat(as("liaison").read(taken).text("proposal.history.nodes.1.onBehalfOf.id")).isEqualTo(EDUCATION);
	}

	@Test
	void comesBackWithAReasonAndIsHandedInAgain() {
		Case taken = proposing().takenUp();
		assertThat(as("liaison").review(taken, Map.of("decision", "RETURN")).problems("reviewProposal"))
			.containsExactly("INVALID");
		Case returned = taken.after(as("liaison").review(taken, "RETURN"));
		assertThat(as("public").read(returned).at("proposal.answerDueOn").isNull()).isTrue();
		Case changed = returned.after(as("reporter").update(returned, Map.of("rationale", "Bättre skäl.")));
		Case again = changed.after(as("reporter").submit(changed));
		Answer read = as("public").read(again);
		assertThat(read.text("proposal.status")).isEqualTo("UNDER_REVIEW");
		assertThat(read.text("proposal.rationale")).isEqualTo("Bättre skäl.");
		assertThat(read.text("proposal.answerDueOn")).isEqualTo(this.today.plusDays(90).toString());
		assertThat(again.reference()).isEqualTo(taken.reference());
		assertThat(types(again)).endsWith("PROPOSAL_RETURNED", "PROPOSAL_UPDATED", "PROPOSAL_RESUBMITTED");
	}

	@Test
	void isChangedOnlyByItsProposerAndOnlyWhileItIsWritten() {
		Case taken = proposing().takenUp();
		Answer late = as("reporter").update(taken, Map.of("title", "Annat"));
		assertThat(late.problems("updateProposal")).containsExactly("ILLEGAL_TRANSITION");
		assertThat(late.text("updateProposal.problems.0.message"))
			.isEqualTo("The proposal is UNDER_REVIEW; this is possible while it is DRAFT, RETURNED.");
		Case returned = taken.after(as("liaison").review(taken, "RETURN"));
		assertThat(as("reporter2").update(returned, Map.of("title", "Annat")).problems("updateProposal"))
			.containsExactly("INVALID");
		assertThat(as("analyst").submit(returned).problems("submitProposal")).containsExactly("INVALID");
	}

	@Test
	void isAcceptedWithItsConsequencesAssessedAndARoute() {
		Case taken = proposing().takenUp();
		Map<String, Object> acceptance = Map.of("decision", "ACCEPT", "route", "ORDINANCE");
		Answer unassessed = as("liaison").review(taken, acceptance);
		assertThat(unassessed.problems("reviewProposal")).containsExactly("INVALID");
		assertThat(unassessed.text("reviewProposal.problems.0.message")).contains("assessConsequences");
		assertThat(as("public").read(taken).text("proposal.status")).isEqualTo("UNDER_REVIEW");
		Case assessed = taken.after(as("reporter").assess(taken));
		assertThat(paths(as("liaison").review(assessed, Map.of("decision", "ACCEPT")), "reviewProposal"))
			.containsExactly("route");
		Case accepted = assessed.after(as("liaison").review(assessed, acceptance));
		Answer read = as("public").read(accepted);
		assertThat(read.text("proposal.status")).isEqualTo("ACCEPTED");
		assertThat(read.text("proposal.route")).isEqualTo("ORDINANCE");
		assertThat(read.text("proposal.assessment.problem")).isEqualTo("Väntetid.");
		assertThat(read.at("proposal.answerDueOn").isNull()).isTrue();
	}

	@Test
	void isAssessedByItsProposerOrThoseWhoReviewUntilItIsDecided() {
		Case taken = proposing().takenUp();
		assertThat(as("reporter2").assess(taken).problems("assessConsequences")).containsExactly("INVALID");
		Case assessed = taken.after(as("analyst").assess(taken));
		Case ended = assessed.after(as("liaison").review(assessed, "NOT_PURSUE"));
		assertThat(as("reporter").assess(ended).problems("assessConsequences")).containsExactly("ILLEGAL_TRANSITION");
	}

	@Test
	void becomesATrialOnlyWhereOneWasProposed() {
		Case taken = proposing().takenUp();
		Case assessed = taken.after(as("reporter").assess(taken));
		assertThat(
				paths(as("liaison").review(assessed, Map.of("decision", "ACCEPT", "route", "TRIAL")), "reviewProposal"))
			.containsExactly("route");
	}

	@Test
	void isPutOffAndTakenUpAgain() {
		Case taken = proposing().takenUp();
		assertThat(paths(as("liaison").review(taken, Map.of("decision", "DEFER")), "reviewProposal"))
			.containsExactly("reason");
		Case deferred = taken.after(as("liaison").review(taken, "DEFER"));
		assertThat(as("public").read(deferred).at("proposal.answerDueOn").isNull()).isTrue();
		Case again = deferred.after(as("liaison").review(deferred, "TAKE_UP"));
		Answer read = as("public").read(again);
		assertThat(read.text("proposal.status")).isEqualTo("UNDER_REVIEW");
		assertThat(read.text("proposal.answerDueOn")).isEqualTo(this.today.plusDays(90).toString());
	}

	@Test
	void isReconsideredOnceWhereItWasNotPursued() {
		Case taken = proposing().takenUp();
		assertThat(paths(as("liaison").review(taken, Map.of("decision", "NOT_PURSUE")), "reviewProposal"))
			.containsExactly("reason");
		Case ended = taken.after(as("liaison").review(taken, "NOT_PURSUE"));
		assertThat(as("liaison").review(ended, "TAKE_UP").problems("reviewProposal"))
			.containsExactly("ILLEGAL_TRANSITION");
		assertThat(as("analyst").reconsider(ended).problems("requestReconsideration")).containsExactly("INVALID");
		Case again = ended.after(as("reporter").reconsider(ended));
		assertThat(as("public").read(again).text("proposal.status")).isEqualTo("UNDER_REVIEW");
		Case endedAgain = again.after(as("liaison").review(again, "NOT_PURSUE"));
		Answer refused = as("reporter").reconsider(endedAgain);
		assertThat(refused.problems("requestReconsideration")).containsExactly("ILLEGAL_TRANSITION");
		assertThat(refused.text("requestReconsideration.problems.0.message")).contains("once");
		assertThat(as("public").read(endedAgain).text("proposal.status")).isEqualTo("NOT_PURSUED");
	}

	@Test
	void isTakenBackByItsProposerBeforeADecision() {
		Case draft = proposing().draft();
		draft.after(as("reporter").review(draft, "WITHDRAW"));
		Case submitted = proposing().submitted();
		assertThat(as("liaison").review(submitted, "WITHDRAW").problems("reviewProposal")).containsExactly("INVALID");
		assertThat(as("analyst").review(submitted, "WITHDRAW").problems("reviewProposal")).containsExactly("INVALID");
		Case withdrawn = submitted.after(as("reporter").review(submitted, "WITHDRAW"));
		assertThat(as("reporter").read(withdrawn).text("proposal.status")).isEqualTo("WITHDRAWN");
		Case accepted = proposing().accepted("ACT");
		assertThat(as("reporter").review(accepted, "WITHDRAW").problems("reviewProposal"))
			.containsExactly("ILLEGAL_TRANSITION");
	}

	@Test
	void givesItsPlaceToAnotherAndTellsWhich() {
		Case old = proposing().takenUp();
		Case better = proposing().takenUp();
		assertThat(paths(as("reporter").review(old, Map.of("decision", "SUPERSEDE")), "reviewProposal"))
			.containsExactly("supersededBy");
		Case superseded = old.after(as("reporter").review(old, superseding(better)));
		Answer read = as("public").read(superseded);
		assertThat(read.text("proposal.status")).isEqualTo("SUPERSEDED");
		assertThat(read.text("proposal.supersededBy.id")).isEqualTo(better.id());
	}

	@Test
	void givesItsPlaceOnlyToOneThatIsOpenAndThatOthersCanRead() {
		Case old = proposing().takenUp();
		Case ended = proposing().takenUp();
		as("reporter").review(ended, "WITHDRAW");
		for (Case other : List.of(proposing().draft(), proposing().submitted(), ended)) {
			assertThat(paths(as("reporter").review(old, superseding(other)), "reviewProposal"))
				.contains("supersededBy");
		}
		assertThat(as("public").read(old).text("proposal.status")).isEqualTo("UNDER_REVIEW");
	}

	@Test
	void addressesNoDraftNotEvenItsOwn() {
		Case draft = Report.by(this.api.as("reporter")).draft();
		Answer answer = Proposing.by(this.api.as("reporter")).addressing(draft.id()).changing(RULE).send();
		assertThat(paths(answer, "proposeSimplification")).containsExactly("addresses.0");
	}

	@Test
	void givesItsPlaceToNoneThatStoodInItsPlaceBefore() {
		Case first = proposing().takenUp();
		Case second = proposing().takenUp();
		Case third = proposing().takenUp();
		assertThat(paths(as("liaison").review(first, superseding(first)), "reviewProposal"))
			.containsExactly("supersededBy");
		first.after(as("liaison").review(first, superseding(second)));
		second.after(as("reporter").review(second, superseding(third)));
		Answer circle = as("reporter").review(third, superseding(first));
		assertThat(paths(circle, "reviewProposal")).containsExactly("supersededBy");
		assertThat(as("public").read(third).text("proposal.status")).isEqualTo("UNDER_REVIEW");
	}

	@Test
	void ofTwoThatGiveTheirPlacesToEachOtherAtTheSameTimeOneStays() {
		for (int round = 0; round < 3; round++) {
			Case one = proposing().takenUp();
			Case other = proposing().takenUp();
			List<Answer> answers = Api.atOnce(List.of(() -> as("liaison").review(one, superseding(other)),
					() -> as("reporter").review(other, superseding(one))));
			assertThat(answers).extracting((answer) -> answer.problems("reviewProposal"))
				.containsExactlyInAnyOrder(List.of(), List.of("INVALID"));
			assertThat(List.of(one, other)).extracting((each) -> as("public").read(each).text("proposal.status"))
				.containsExactlyInAnyOrder("UNDER_REVIEW", "SUPERSEDED");
		}
	}

	@Test
	void givesItsPlaceToNoneThatTheCallerDoesNotKnow() {
		Case old = proposing().takenUp();
		Case hidden = Proposing.by(this.api.as("reporter2")).changing(RULE).draft();
		assertThat(as("reporter").review(old, superseding(hidden)).problems("reviewProposal"))
			.containsExactly("NOT_FOUND");
		assertThat(as("public").read(old).text("proposal.status")).isEqualTo("UNDER_REVIEW");
	}

	@ParameterizedTest
	@ValueSource(strings = { "TAKE_UP", "RETURN", "ACCEPT", "DEFER", "NOT_PURSUE", "LAPSE" })
	void isNotAnsweredByWhoeverMadeIt(String decision) {
		Case own = Proposing.by(this.api.as("analyst")).changing(RULE).submitted();
		Map<String, Object> input = decision.equals("ACCEPT") ? Map.of("decision", decision, "route", "ACT")
				: Map.of("decision", decision, "reason", "Därför.");
		Answer refused = as("admin").review(own, input);
		assertThat(refused.problems("reviewProposal")).containsExactly("INVALID");
		assertThat(refused.text("reviewProposal.problems.0.message")).contains("another one answers it");
		assertThat(as("analyst").review(own, input).errors()).containsExactly("FORBIDDEN");
		assertThat(as("analyst").read(own).text("proposal.status")).isEqualTo("SUBMITTED");
	}

	@Test
	void isAnsweredByOneOfTwoAtTheSameTime() {
		Case taken = proposing().takenUp();
		List<Answer> answers = Api
			.atOnce(List.of(() -> as("liaison").review(taken, "NOT_PURSUE"), () -> as("admin").review(taken, "DEFER")));
		assertThat(answers).extracting((answer) -> answer.problems("reviewProposal"))
			.containsExactlyInAnyOrder(List.of(), List.of("STALE"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
			"ACCEPT     | it can become ACCEPTED from UNDER_REVIEW.", //
			"RETURN     | it can become RETURNED from UNDER_REVIEW.", //
			"DEFER      | it can become DEFERRED from UNDER_REVIEW.", //
			"NOT_PURSUE | it can become NOT_PURSUED from UNDER_REVIEW.", //
			"LAPSE      | it can become LAPSED from IN_PIPELINE." })
	void tellsFromWhereAnIllegalMoveIsLegal(String decision, String told) {
		Case submitted = proposing().submitted();
		Map<String, Object> input = decision.equals("ACCEPT") ? Map.of("decision", decision, "route", "ACT")
				: Map.of("decision", decision, "reason", "Därför.");
		Answer refused = as("liaison").review(submitted, input);
		assertThat(refused.problems("reviewProposal")).containsExactly("ILLEGAL_TRANSITION");
		assertThat(refused.text("reviewProposal.problems.0.message")).isEqualTo("The proposal is SUBMITTED; " + told);
	}

	@Test
	void isFollowedMoveByMoveInTheLog() {
		Case taken = proposing().takenUp();
		Case deferred = taken.after(as("liaison").review(taken, "DEFER"));
		assertThat(as("reporter").read(deferred).at("proposal.history.nodes"))
			.extracting((event) -> event.path("type").asString(), (event) -> event.path("from").asString(""),
					(event) -> event.path("to").asString(""))
			.containsExactly(tuple("PROPOSAL_SUBMITTED", "DRAFT", "SUBMITTED"),
					tuple("PROPOSAL_TAKEN_UP", "SUBMITTED", "UNDER_REVIEW"),
					tuple("PROPOSAL_DEFERRED", "UNDER_REVIEW", "DEFERRED"));
		assertThat(as("public").read(deferred).texts("proposal.history.nodes", "type"))
			.containsExactly("PROPOSAL_TAKEN_UP", "PROPOSAL_DEFERRED");
	}

	private Proposing proposing() {
		return Proposing.by(this.api.as("reporter")).changing(RULE);
	}

	private static Map<String, Object> superseding(Case by) {
		return Map.of("decision", "SUPERSEDE", "supersededBy", by.id());
	}

	private List<String> types(Case subject) {
		return as("reporter").read(subject).texts("proposal.history.nodes", "type");
	}

	/// Where the problems lie, below the input.
	private static List<String> paths(Answer answer, String mutation) {
		assertThat(answer.errors()).as(answer.toString()).isEmpty();
		List<String> paths = new ArrayList<>();
		answer.at(mutation + ".problems")
			.forEach((problem) -> paths.add(String.join(".",
					problem.path("path").valueStream().skip(1).map((step) -> step.asString()).toList())));
		return paths;
	}

	private ProposalMoves as(String account) {
		return ProposalMoves.by(this.api.as(account));
	}

}
