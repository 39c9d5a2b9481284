package se.frirum.obstacle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.Report;
import se.frirum.Report.Case;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// A report deserves an answer with a reason, by a day: what those who review decide, and
/// what the reporter says to it.
@FrirumTest
class ObstacleAnswersIT {

	private static final String SCHOOL_ACT = "21 kap. 4 § skollagen";

	private static final String EDUCATION = "organisation:utbildningsdepartementet";

	private static final String FINANCE = "organisation:finansdepartementet";

	private static final Map<String, Object> GUIDANCE = Map.of("text", "Gör så här.", "source",
			"21 kap. 8 § skollagen");

	private final Api api;

	private final Transactions transactions;

	private final LocalDate today;

	ObstacleAnswersIT(Api api, Transactions transactions, Clock clock) {
		this.api = api;
		this.transactions = transactions;
		this.today = LocalDate.now(clock);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SUBMITTED", "UNDER_REVIEW" })
	void anAnswerGoesBackToWhereTheQuestionCameFrom(String status) {
		Case asked = asked(standing(status));
		assertThat(status(asked)).isEqualTo("NEEDS_INFORMATION");
		Case answered = asked.after(as("reporter").submit(asked));
		assertThat(status(answered)).isEqualTo(status);
		assertThat(answered.reference()).isEqualTo(asked.reference());
		Answer log = as("reporter").history(asked);
		int last = log.at("events.nodes").size() - 1;
		assertThat(log.at("events.nodes." + (last - 1) + ".reason").asString()).isEqualTo("Vilken skola?");
		assertThat(log.text("events.nodes." + last + ".type")).isEqualTo("OBSTACLE_INFORMATION_GIVEN");
		assertThat(log.text("events.nodes." + last + ".to")).isEqualTo(status);
	}

	@Test
	void aQuestionNeedsWords() {
		Case taken = standing("UNDER_REVIEW");
		Answer refused = as("analyst").review(taken, "REQUEST_INFORMATION");
		assertThat(refused.problems("reviewObstacle")).containsExactly("INVALID");
		assertThat(refused.text("reviewObstacle.problems.0.path.1")).isEqualTo("reason");
		assertThat(status(taken)).isEqualTo("UNDER_REVIEW");
	}

	@Test
	void whoeverWasAskedChangesTheCaseUntilItIsAnswered() {
		Case asked = asked(standing("UNDER_REVIEW"));
		Case changed = asked.after(as("reporter").update(asked, Map.of("consequence", "Eleverna får vänta.")));
		assertThat(as("public").read(changed.id()).text("obstacle.consequence")).isEqualTo("Eleverna får vänta.");
		assertThat(status(changed)).isEqualTo("NEEDS_INFORMATION");
		assertThat(as("reporter").update(changed, Map.of("description", " ")).problems("updateObstacle"))
			.containsExactly("INVALID");
		Case answered = changed.after(as("reporter").submit(changed));
		Answer late = as("reporter").update(answered, Map.of("consequence", "Och till."));
		assertThat(late.problems("updateObstacle")).containsExactly("ILLEGAL_TRANSITION");
		assertThat(late.text("updateObstacle.problems.0.message"))
			.isEqualTo("The case is UNDER_REVIEW; this is possible while it is DRAFT, NEEDS_INFORMATION.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "reporter2", "analyst", "liaison" })
	void nobodyElseAnswersForTheReporter(String account) {
		Case asked = asked(standing("UNDER_REVIEW"));
		assertThat(as(account).update(asked, Map.of("title", "Annat")).problems("updateObstacle"))
			.containsExactly("INVALID");
		assertThat(as(account).submit(asked).problems("submitObstacle")).containsExactly("INVALID");
		assertThat(as(account).takeBack(asked, Map.of("reason", "Därför.")).problems("withdrawObstacle"))
			.containsExactly("INVALID");
		assertThat(status(asked)).isEqualTo("NEEDS_INFORMATION");
	}

	@Test
	void aConfirmedCaseGoesToWhoeverIssuesTheFirstRule() {
		Case confirmed = confirmed(SCHOOL_ACT, "1 kap. 2 § kommunallagen");
		assertThat(as("public").read(confirmed.id()).text("obstacle.responsible.id")).isEqualTo(EDUCATION);
		Case forwarded = confirmed.after(as("analyst").review(confirmed, "FORWARD"));
		Answer read = as("public").read(forwarded.id());
		assertThat(read.text("obstacle.status")).isEqualTo("CONFIRMED");
		assertThat(read.text("obstacle.responsible.id")).isEqualTo(EDUCATION);
	}

	@Test
	void aConfirmedCaseGoesToWhoeverIsNamedAndOnFromThere() {
		Case confirmed = confirmed(SCHOOL_ACT);
		Case forwarded = confirmed
			.after(as("analyst").review(confirmed, Map.of("decision", "FORWARD", "responsible", FINANCE)));
		assertThat(as("public").read(forwarded.id()).text("obstacle.responsible.id")).isEqualTo(FINANCE);
		Case onward = forwarded
			.after(as("liaison").review(forwarded, Map.of("decision", "FORWARD", "responsible", EDUCATION)));
		assertThat(as("public").read(onward.id()).text("obstacle.responsible.id")).isEqualTo(EDUCATION);
	}

	@Test
	void aCaseWithoutARuleIsForwardedOnlyToSomebodyNamed() {
		Case confirmed = confirmed();
		Answer nobody = as("analyst").review(confirmed, "FORWARD");
		assertThat(nobody.problems("reviewObstacle")).containsExactly("INVALID");
		assertThat(nobody.text("reviewObstacle.problems.0.path.1")).isEqualTo("responsible");
		assertThat(as("analyst").review(confirmed, Map.of("decision", "FORWARD", "responsible", "organisation:ingen"))
			.problems("reviewObstacle")).containsExactly("NOT_FOUND");
		assertThat(as("analyst").read(confirmed.id()).at("obstacle.version").asInt()).isEqualTo(confirmed.version());
		confirmed.after(as("analyst").review(confirmed, Map.of("decision", "FORWARD", "responsible", FINANCE)));
	}

	@Test
	void anObstacleIsGoneWhenThoseWhoMetItSaySo() {
		Case resolved = standing("RESOLVED");
		assertThat(as("analyst").verify(resolved, Map.of("gone", true)).problems("verifyObstacle"))
			.containsExactly("INVALID");
		Case verified = resolved.after(as("reporter").verify(resolved, Map.of("gone", true)));
		assertThat(status(verified)).isEqualTo("VERIFIED");
	}

	@Test
	void anObstacleThatRemainsIsTakenUpAgain() {
		Case resolved = standing("RESOLVED");
		Answer silent = as("reporter").verify(resolved, Map.of("gone", false));
		assertThat(silent.problems("verifyObstacle")).containsExactly("INVALID");
		assertThat(silent.text("verifyObstacle.problems.0.path.1")).isEqualTo("note");
		Case remains = resolved.after(as("reporter").verify(resolved, Map.of("gone", false, "note", "Det står kvar.")));
		assertThat(status(remains)).isEqualTo("UNDER_REVIEW");
		assertThat(dueOn(remains)).isEqualTo(this.today.plusDays(30).toString());
	}

	@Test
	void onlyWhatIsResolvedIsVerified() {
		Case confirmed = confirmed();
		Answer refused = as("reporter").verify(confirmed, Map.of("gone", true));
		assertThat(refused.problems("verifyObstacle")).containsExactly("ILLEGAL_TRANSITION");
		assertThat(refused.text("verifyObstacle.problems.0.message"))
			.isEqualTo("The case is CONFIRMED; it can become VERIFIED from RESOLVED.");
	}

	@ParameterizedTest
	@CsvSource({ "NOT_AN_OBSTACLE, SUBMITTED", "OUT_OF_SCOPE, UNDER_REVIEW", "WRITTEN_OFF, CONFIRMED",
			"WRITTEN_OFF, NEEDS_INFORMATION" })
	void aCaseIsClosedWithAReason(String closure, String status) {
		Case open = standing(status);
		Answer silent = as("liaison").review(open, Map.of("decision", "CLOSE", "closure", closure));
		assertThat(silent.problems("reviewObstacle")).containsExactly("INVALID");
		assertThat(silent.text("reviewObstacle.problems.0.path.1")).isEqualTo("reason");
		Case closed = open.after(as("liaison").review(open, closing(closure)));
		Answer read = as("reporter").read(closed.id());
		assertThat(read.text("obstacle.status")).isEqualTo("CLOSED");
		assertThat(read.text("obstacle.closure")).isEqualTo(closure);
		assertThat(read.at("obstacle.answerDueOn").isNull()).isTrue();
	}

	@Test
	void whatIsPossibleTodayIsSaidWithItsSourceWhoSaysItAndWhen() {
		Case open = standing("UNDER_REVIEW");
		Map<String, Object> closing = closing("POSSIBLE_TODAY");
		Answer unguided = as("analyst").review(open, closing);
		assertThat(unguided.problems("reviewObstacle")).containsExactly("INVALID");
		assertThat(unguided.text("reviewObstacle.problems.0.message")).contains("exceptionPowers");
		closing.put("guidance", Map.of("text", "Gör så här."));
		Answer unsourced = as("analyst").review(open, closing);
		assertThat(unsourced.problems("reviewObstacle")).containsExactly("INVALID");
		assertThat(unsourced.text("reviewObstacle.problems.0.path.2")).isEqualTo("source");
		closing.put("guidance", GUIDANCE);
		Case closed = open.after(as("analyst").review(open, closing));
		Answer read = as("public").read(closed.id());
		assertThat(read.text("obstacle.guidance.text")).isEqualTo("Gör så här.");
		assertThat(read.text("obstacle.guidance.source")).isEqualTo("21 kap. 8 § skollagen");
		assertThat(read.text("obstacle.guidance.givenBy.id")).isEqualTo("organisation:skr");
		assertThat(read.text("obstacle.guidance.asOf")).isEqualTo(this.today.toString());
	}

	@Test
	void guidanceEndsWithTheAnswerItBelongsTo() {
		Map<String, Object> closing = closing("POSSIBLE_TODAY");
		closing.put("guidance", GUIDANCE);
		Case open = standing("UNDER_REVIEW");
		Case closed = open.after(as("analyst").review(open, closing));
		Case reopened = closed.after(reopen(closed));
		assertThat(as("public").read(reopened.id()).at("obstacle.guidance").isNull()).isTrue();
		closing.put("guidance", Map.of("text", "Eller så här.", "source", "Handboken"));
		reopened.after(as("liaison").review(reopened, closing));
		assertThat(as("public").read(reopened.id()).text("obstacle.guidance.text")).isEqualTo("Eller så här.");
		assertThat(as("public").read(reopened.id()).text("obstacle.guidance.givenBy.id")).isEqualTo(FINANCE);
	}

	@Test
	void aCaseTellsWhoMayAlreadyGrantAnException() {
		Case open = Report.by(this.api.as("reporter")).citing("20 § lagen om kommunalekonomisk utjämning").takenUp();
		assertThat(changed("""
				MATCH (by:Provision {id: 'sfs:2004:773#P21'})
				MATCH (rule:Provision {id: 'sfs:2004:773#P20'})
				CREATE (by)-[:EMPOWERS_EXCEPTION {holder: 'GOVERNMENT', form: 'REGULATION', target: '2004:773#P20',
					passage: 'Regeringen får meddela undantag.'}]->(rule)
				RETURN rule.id AS id""")).hasSize(1);
		Answer read = this.api.query("""
				query ($id: ID!) {
					obstacle(id: $id) { blockedBy { provision { id } } exceptionPowers { holder form by { id } } } }""",
				Map.of("id", open.id()));
		changed("MATCH (:Provision {id: 'sfs:2004:773#P21'})-[power:EMPOWERS_EXCEPTION]->() DELETE power");
		assertThat(read.errors()).as(read.toString()).isEmpty();
		assertThat(read.text("obstacle.blockedBy.0.provision.id")).as(read.toString()).isEqualTo("sfs:2004:773#P20");
		assertThat(read.at("obstacle.exceptionPowers"))
			.extracting((each) -> each.path("holder").asString(), (each) -> each.path("form").asString(),
					(each) -> each.at("/by/id").asString())
			.containsExactly(tuple("GOVERNMENT", "REGULATION", "sfs:2004:773#P21"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
			"DUPLICATE | Merge the case into the other one with 'mergeObstacles': that keeps both readable.",
			"WITHDRAWN | Only the reporter takes a case back, with 'withdrawObstacle'." })
	void someClosuresHaveAWayOfTheirOwn(String closure, String instead) {
		Case open = standing("UNDER_REVIEW");
		Answer refused = as("analyst").review(open, closing(closure));
		assertThat(refused.problems("reviewObstacle")).containsExactly("INVALID");
		assertThat(refused.text("reviewObstacle.problems.0.message")).isEqualTo(instead);
		assertThat(status(open)).isEqualTo("UNDER_REVIEW");
	}

	@ParameterizedTest
	@CsvSource({ "CONFIRM, closure", "CLOSE, closure", "CONFIRM, guidance", "CONFIRM, responsible" })
	void whatIsGivenFitsTheDecision(String decision, String field) {
		Case open = standing("UNDER_REVIEW");
		Map<String, Object> input = new HashMap<>(Map.of("decision", decision, "reason", "Därför."));
		if (decision.equals("CONFIRM")) {
			input.put(field,
					Map.of("closure", (Object) "WRITTEN_OFF", "guidance", GUIDANCE, "responsible", FINANCE).get(field));
		}
		Answer refused = as("analyst").review(open, input);
		assertThat(refused.problems("reviewObstacle")).containsExactly("INVALID");
		assertThat(refused.text("reviewObstacle.problems.0.path.1")).isEqualTo(field);
	}

	@ParameterizedTest
	@ValueSource(strings = { "CLOSED", "RESOLVED" })
	void whatHasEndedIsTakenUpAgainWithAReason(String status) {
		Case ended = standing(status);
		assertThat(as("analyst").review(ended, "REOPEN").problems("reviewObstacle")).containsExactly("INVALID");
		Case reopened = ended.after(reopen(ended));
		Answer read = as("public").read(reopened.id());
		assertThat(read.text("obstacle.status")).isEqualTo("UNDER_REVIEW");
		assertThat(read.at("obstacle.closure").isNull()).isTrue();
		assertThat(read.text("obstacle.answerDueOn")).isEqualTo(this.today.plusDays(30).toString());
	}

	@Test
	void itIsTakenBackForAReason() {
		Case open = standing("UNDER_REVIEW");
		assertThat(as("reporter").takeBack(open, Map.of()).problems("withdrawObstacle")).containsExactly("INVALID");
		assertThat(status(open)).isEqualTo("UNDER_REVIEW");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SUBMITTED", "UNDER_REVIEW", "NEEDS_INFORMATION", "CONFIRMED" })
	void whatItsReporterTookBackIsNotReopened(String status) {
		Case open = standing(status);
		Case withdrawn = open.after(as("reporter").takeBack(open, Map.of("reason", "Det löste sig.")));
		assertThat(as("analyst").read(withdrawn.id()).text("obstacle.closure")).isEqualTo("WITHDRAWN");
		Answer refused = reopen(withdrawn);
		assertThat(refused.problems("reviewObstacle")).containsExactly("ILLEGAL_TRANSITION");
		assertThat(refused.text("reviewObstacle.problems.0.message")).contains("reported anew");
	}

	@Test
	void whatWasMergedIsSplitAndNotReopened() {
		Case duplicate = standing("UNDER_REVIEW");
		as("analyst").merge(duplicate, standing("UNDER_REVIEW"));
		Answer refused = reopen(read(duplicate));
		assertThat(refused.problems("reviewObstacle")).containsExactly("ILLEGAL_TRANSITION");
		assertThat(refused.text("reviewObstacle.problems.0.message")).contains("Split it");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
			"CONFIRM | SUBMITTED | it can become CONFIRMED from UNDER_REVIEW.",
			"CONFIRM | NEEDS_INFORMATION | it can become CONFIRMED from UNDER_REVIEW.",
			"FORWARD | UNDER_REVIEW | it can be forwarded from CONFIRMED.",
			"RESOLVE | UNDER_REVIEW | it can become RESOLVED from CONFIRMED.",
			"TAKE_UP | CONFIRMED | it can become UNDER_REVIEW from SUBMITTED.",
			"REQUEST_INFORMATION | CONFIRMED | it can become NEEDS_INFORMATION from SUBMITTED, UNDER_REVIEW.",
			"CLOSE | RESOLVED | it can become CLOSED from CONFIRMED, NEEDS_INFORMATION, SUBMITTED, UNDER_REVIEW.",
			"CLOSE | CLOSED | it can become CLOSED from CONFIRMED, NEEDS_INFORMATION, SUBMITTED, UNDER_REVIEW.",
			"REOPEN | CONFIRMED | it can become UNDER_REVIEW from CLOSED, RESOLVED.",
			"REOPEN | VERIFIED | it can become UNDER_REVIEW from CLOSED, RESOLVED." })
	void anIllegalMoveIsToldFromWhereItIsLegal(String decision, String status, String told) {
		Case subject = standing(status);
		Map<String, Object> input = decision.equals("CLOSE") ? closing("WRITTEN_OFF")
				: Map.of("decision", decision, "reason", "Därför.");
		Answer refused = as("analyst").review(subject, input);
		assertThat(refused.problems("reviewObstacle")).containsExactly("ILLEGAL_TRANSITION");
		assertThat(refused.text("reviewObstacle.problems.0.message"))
			.isEqualTo("The case is %s; %s".formatted(status, told));
		assertThat(status(subject)).isEqualTo(status);
	}

	@Test
	void theFirstAnswerIsDueThirtyDaysAfterTheReport() {
		Case draft = Report.by(this.api.as("reporter")).draft();
		assertThat(as("reporter").read(draft.id()).at("obstacle.answerDueOn").isNull()).isTrue();
		Case submitted = draft.after(as("reporter").submit(draft));
		assertThat(dueOn(submitted)).isEqualTo(this.today.plusDays(30).toString());
		Case taken = submitted.after(as("analyst").review(submitted, "TAKE_UP"));
		assertThat(dueOn(taken)).isEqualTo(this.today.plusDays(30).toString());
		Case confirmed = taken.after(as("analyst").review(taken, "CONFIRM"));
		assertThat(as("public").read(confirmed.id()).at("obstacle.answerDueOn").isNull()).isTrue();
	}

	@Test
	void thoseWhoIssueTheRuleHaveNinetyDaysFromWhenItIsForwarded() {
		Case confirmed = confirmed(SCHOOL_ACT);
		Case forwarded = confirmed.after(as("analyst").review(confirmed, "FORWARD"));
		assertThat(dueOn(forwarded)).isEqualTo(this.today.plusDays(90).toString());
		Case resolved = forwarded.after(as("liaison").review(forwarded, "RESOLVE"));
		assertThat(as("public").read(resolved.id()).at("obstacle.answerDueOn").isNull()).isTrue();
	}

	@Test
	void theClockRestsWhileInformationIsAwaited() {
		Case asked = asked(standing("UNDER_REVIEW"));
		assertThat(as("analyst").read(asked.id()).at("obstacle.answerDueOn").isNull()).isTrue();
		changed("""
				MATCH (obstacle:Obstacle {id: '%s'})
				SET obstacle.restingSince = obstacle.restingSince - duration('P5D')""".formatted(asked.id()));
		Case answered = asked.after(as("reporter").submit(asked));
		assertThat(dueOn(answered)).isEqualTo(this.today.plusDays(35).toString());
	}

	@Test
	void theLogSaysForWhomACaseOfAnotherBodyWasAnswered() {
		Case confirmed = confirmed(SCHOOL_ACT);
		Case forwarded = confirmed.after(as("liaison").review(confirmed, "FORWARD"));
		forwarded.after(as("liaison").review(forwarded, "RESOLVE"));
		assertThat(onBehalfOf(forwarded)).endsWith("", EDUCATION, EDUCATION);
	}

	@Test
	void thoseWhoAnswerTheirOwnDoItForNobodyElse() {
		Case confirmed = confirmed("1 kap. 2 § kommunallagen");
		Case forwarded = confirmed.after(as("analyst").review(confirmed, "FORWARD"));
		forwarded.after(as("liaison").review(forwarded, "RESOLVE"));
		assertThat(onBehalfOf(forwarded)).endsWith(FINANCE, "");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
			"reporter  | Kim Ek | ", //
			"analyst   | Kim Ek | Analyst, SKR", //
			"liaison   | Kim Ek | Analyst, SKR", //
			"reporter2 |        | ", //
			"public    |        | " })
	void whomToAskAndWhoIsAtWorkIsForThoseItConcerns(String account, String contact, String handler) {
		Case taken = Report.by(this.api.as("reporter"))
			.with("contact", Map.of("name", "Kim Ek", "email", "kim.ek@norrkoping.se", "phone", "011-15 00 00"))
			.takenUp();
		Answer read = as(account).read(taken.id());
		assertThat(read.at("obstacle.contact.name").asString("")).isEqualTo((contact != null) ? contact : "");
		assertThat(read.at("obstacle.contact.email").isMissingNode()).isEqualTo(contact == null);
		assertThat(read.at("obstacle.handler").asString("")).isEqualTo((handler != null) ? handler : "");
	}

	@Test
	void aCaseIsGivenToSomebodyElseToWorkOn() {
		Case taken = standing("UNDER_REVIEW");
		Case mine = taken.after(as("liaison").assign(taken, Map.of()));
		assertThat(as("analyst").read(mine.id()).text("obstacle.handler")).isEqualTo("Liaison, Finansdepartementet");
		Case back = mine.after(as("liaison").assign(mine, Map.of("to", "analyst", "reason", "Semester.")));
		assertThat(as("liaison").read(back.id()).text("obstacle.handler")).isEqualTo("Analyst, SKR");
		assertThat(as("liaison").assign(mine, Map.of()).problems("assignCase")).containsExactly("STALE");
		assertThat(as("liaison").assign(back, Map.of("to", "nobody")).problems("assignCase"))
			.containsExactly("NOT_FOUND");
		assertThat(as("reporter").history(back).texts("events.nodes", "type")).endsWith("OBSTACLE_ASSIGNED",
				"OBSTACLE_ASSIGNED");
	}

	@Test
	void anAuthoritysOwnNumberIsNotedOnce() {
		Case taken = standing("UNDER_REVIEW");
		LocalDate yesterday = this.today.minusDays(1);
		as("reporter").register(taken, "KS 2026/123", yesterday);
		as("reporter").register(taken, " KS 2026/123 ", yesterday);
		as("liaison").register(taken, "Fi2026/00017", this.today);
		assertThat(as("public").read(taken.id()).at("obstacle.caseNumbers"))
			.extracting((each) -> each.at("/organisation/id").asString(), (each) -> each.path("number").asString(),
					(each) -> each.path("registeredOn").asString())
			.containsExactly(tuple("organisation:0581", "KS 2026/123", yesterday.toString()),
					tuple(FINANCE, "Fi2026/00017", this.today.toString()));
		assertThat(as("public").history(taken).texts("events.nodes", "type"))
			.filteredOn((type) -> type.equals("OBSTACLE_REGISTERED"))
			.hasSize(2);
	}

	@Test
	void aNumberIsRegisteredOnADayThatHasBeen() {
		Case taken = standing("UNDER_REVIEW");
		assertThat(as("reporter").register(taken, "KS 1", this.today.plusDays(1)).problems("addCaseNumber"))
			.containsExactly("INVALID");
		assertThat(as("reporter").register(taken, " ", this.today).problems("addCaseNumber"))
			.containsExactly("INVALID");
	}

	@ParameterizedTest
	@ValueSource(strings = { "CONFIRM", "CLOSE" })
	void ofTwoWhoAnswerAtTheSameTimeOneIsStale(String decision) {
		Case taken = standing("UNDER_REVIEW");
		Map<String, Object> other = decision.equals("CLOSE") ? closing("WRITTEN_OFF") : Map.of("decision", decision);
		List<Answer> answers = Api.atOnce(List.of(() -> as("analyst").review(taken, other),
				() -> as("liaison").review(taken, Map.of("decision", "CONFIRM"))));
		assertThat(answers).extracting((answer) -> answer.problems("reviewObstacle"))
			.containsExactlyInAnyOrder(List.of(), List.of("STALE"));
	}

	/// A case that was reported from Norrköping and led to where it is to stand.
	private Case standing(String status) {
		return switch (status) {
			case "SUBMITTED" -> Report.by(this.api.as("reporter")).submitted();
			case "UNDER_REVIEW" -> Report.by(this.api.as("reporter")).takenUp();
			case "NEEDS_INFORMATION" -> asked(standing("UNDER_REVIEW"));
			case "CONFIRMED" -> confirmed();
			case "RESOLVED" -> next(confirmed(), Map.of("decision", "RESOLVE"));
			case "CLOSED" -> next(standing("UNDER_REVIEW"), closing("OUT_OF_SCOPE"));
			case "VERIFIED" -> {
				Case resolved = standing("RESOLVED");
				yield resolved.after(as("reporter").verify(resolved, Map.of("gone", true)));
			}
			default -> throw new IllegalArgumentException(status);
		};
	}

	private Case confirmed(String... citations) {
		return next(Report.by(this.api.as("reporter")).citing(citations).takenUp(), Map.of("decision", "CONFIRM"));
	}

	private Case asked(Case subject) {
		return next(subject, Map.of("decision", "REQUEST_INFORMATION", "reason", "Vilken skola?"));
	}

	private Case next(Case subject, Map<String, Object> decision) {
		return subject.after(as("analyst").review(subject, decision));
	}

	private Answer reopen(Case subject) {
		return as("analyst").review(subject, Map.of("decision", "REOPEN", "reason", "Det gick inte."));
	}

	private static Map<String, Object> closing(String closure) {
		return new HashMap<>(Map.of("decision", "CLOSE", "closure", closure, "reason", "Därför."));
	}

	private Case read(Case subject) {
		return new Case(subject.id(), subject.reference(),
				as("analyst").read(subject.id()).at("obstacle.version").asInt(), subject.word());
	}

	private String status(Case subject) {
		return as("analyst").read(subject.id()).text("obstacle.status");
	}

	private String dueOn(Case subject) {
		return as("analyst").read(subject.id()).text("obstacle.answerDueOn");
	}

	private List<Row> changed(String statement) {
		return this.transactions.write(() -> this.transactions.query(statement, Map.of()));
	}

	/// For whom each entry was made, empty where it was nobody else.
	private List<String> onBehalfOf(Case subject) {
		return as("public").history(subject)
			.at("events.nodes")
			.valueStream()
			.map((event) -> event.at("/onBehalfOf/id").asString(""))
			.toList();
	}

	private ObstacleMoves as(String account) {
		return ObstacleMoves.by(this.api.as(account));
	}

}
