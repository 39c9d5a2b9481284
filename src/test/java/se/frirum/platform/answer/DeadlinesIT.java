package se.frirum.platform.answer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.Proposing;
import se.frirum.Report;
import se.frirum.Report.Case;
import se.frirum.platform.database.Transactions;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Days that must not be missed. Each test has a day of its own, far from all others.
@FrirumTest
class DeadlinesIT {

	private final Api api;

	private final Transactions transactions;

	private final LocalDate today;

	private final LocalDate day = LocalDate.of(2120, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(10_000));

	DeadlinesIT(Api api, Transactions transactions, Clock clock) {
		this.api = api;
		this.transactions = transactions;
		this.today = LocalDate.now(clock);
	}

	@Test
	void anAnswerToACaseIsDueThirtyDaysAfterItWasHandedIn() {
		Case submitted = Report.by(this.api.as("reporter")).submitted();
		assertThat(this.api.as("analyst")
			.query("query ($id: ID!) { obstacle(id: $id) { answerDueOn } }", Map.of("id", submitted.id()))
			.text("obstacle.answerDueOn")).isEqualTo(this.today.plusDays(30).toString());
	}

	@Test
	void tellsWhatIsDueInASentence() {
		Case subject = due(Report.by(this.api.as("reporter")).takenUp());
		JsonNode deadline = deadlines("public", on(this.day)).getFirst();
		assertThat(deadline.path("kind").asString()).isEqualTo("ANSWER_DUE");
		assertThat(deadline.path("on").asString()).isEqualTo(this.day.toString());
		assertThat(deadline.path("text").asString())
			.isEqualTo("Answer due on %s: %s, Hinder %s".formatted(this.day, subject.reference(), subject.word()));
	}

	@Test
	void aDayIsFoundFromItselfAndBeforeTheNext() {
		Case subject = due(Report.by(this.api.as("reporter")).takenUp());
		String itself = this.day.toString();
		String next = this.day.plusDays(1).toString();
		assertThat(ids(deadlines("public", Map.of("from", itself, "until", next)))).containsExactly(subject.id());
		assertThat(ids(deadlines("public", Map.of("from", itself)))).contains(subject.id());
		assertThat(ids(deadlines("public", Map.of("from", next)))).doesNotContain(subject.id());
		assertThat(ids(deadlines("public", Map.of("from", this.day.minusDays(1).toString(), "until", itself))))
			.doesNotContain(subject.id());
	}

	@Test
	void theFirstDayComesFirst() {
		Case later = due(Report.by(this.api.as("reporter")).takenUp(), this.day.plusDays(2));
		Case first = due(Proposing.by(this.api.as("reporter")).changing("skollagen").takenUp(), this.day);
		Case second = due(Report.by(this.api.as("reporter")).takenUp(), this.day.plusDays(1));
		assertThat(
				ids(deadlines("public", Map.of("from", this.day.toString(), "until", this.day.plusDays(3).toString()))))
			.containsExactly(first.id(), second.id(), later.id());
	}

	@Test
	void aReferralClosesOnTheDayByWhichItIsAnswered() {
		Case accepted = Proposing.by(this.api.as("reporter")).changing("skollagen").accepted("ACT");
		accepted.after(this.api.as("liaison")
			.run("record-legislative-step", Map.of("input", Map.of("id", accepted.id(), "stage", "REFERRAL", "on",
					this.today.toString(), "respondBy", this.day.toString()))));
		List<JsonNode> deadlines = deadlines("public", on(this.day));
		assertThat(ids(deadlines)).containsExactly(accepted.id());
		assertThat(deadlines.getFirst().path("kind").asString()).isEqualTo("REFERRAL_CLOSES");
		assertThat(deadlines.getFirst().path("text").asString()).startsWith("Referral closes on " + this.day + ": P-");
		assertThat(deadlines("public", with(on(this.day), "kinds", List.of("ANSWER_DUE")))).isEmpty();
		assertThat(deadlines("public", with(on(this.day), "kinds", List.of("REFERRAL_CLOSES", "ANSWER_DUE"))))
			.hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "0581, true", "05, true", "SE, true", "0580, false", "25, false", "9999, false" })
	void isOfTheAreaWhoseOrganisationWroteOrOfOneAroundIt(String area, boolean found) {
		Case obstacle = due(Report.by(this.api.as("reporter")).takenUp());
		Case proposal = due(Proposing.by(this.api.as("reporter")).changing("skollagen").takenUp());
		List<String> ids = ids(deadlines("public", with(on(this.day), "area", area)));
		if (found) {
			assertThat(ids).containsExactlyInAnyOrder(obstacle.id(), proposal.id());
		}
		else {
			assertThat(ids).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource({ "reporter, true", "analyst, true", "liaison, true", "reporter2, false", "public, false" })
	void onlyThoseWhoSeeACaseSeeItsDays(String account, boolean seen) {
		due(Report.by(this.api.as("reporter")).submitted());
		due(Proposing.by(this.api.as("reporter")).changing("skollagen").submitted());
		Answer answer = this.api.as(account).run("deadlines", on(this.day));
		assertThat(answer.at("deadlines.nodes")).hasSize(seen ? 2 : 0);
		assertThat(answer.at("deadlines.totalCount").asInt()).isEqualTo(seen ? 2 : 0);
	}

	@Test
	void noDayIsSetWhileInformationIsAwaitedNorOnceItIsAnswered() {
		Case taken = due(Report.by(this.api.as("reporter")).takenUp());
		Case asked = taken
			.after(review(taken, Map.of("decision", "REQUEST_INFORMATION", "reason", "Vilken skola gäller det?")));
		assertThat(deadlines("analyst", on(this.day))).isEmpty();
		Case answered = asked.after(this.api.as("reporter").run("submit-obstacle", Map.of("input", asked.subject())));
		assertThat(deadlines("analyst", on(this.day))).hasSize(1);
		answered.after(review(answered, Map.of("decision", "CONFIRM")));
		assertThat(deadlines("analyst", on(this.day))).isEmpty();
	}

	private Case due(Case subject) {
		return due(subject, this.day);
	}

	/// A case that is to be answered by a day.
	private Case due(Case subject, LocalDate on) {
		this.transactions
			.write(() -> this.transactions.query("MATCH (subject:Obstacle|Proposal {id: $id}) SET subject.dueOn = $on",
					Map.of("id", subject.id(), "on", on)));
		return subject;
	}

	private Answer review(Case subject, Map<String, ?> decision) {
		Map<String, Object> input = new HashMap<>(subject.subject());
		input.putAll(decision);
		return this.api.as("analyst").run("review-obstacle", Map.of("input", input));
	}

	private static Map<String, Object> on(LocalDate day) {
		return Map.of("from", day.toString(), "until", day.plusDays(1).toString());
	}

	private static Map<String, Object> with(Map<String, ?> arguments, String name, Object value) {
		Map<String, Object> more = new HashMap<>(arguments);
		more.put(name, value);
		return more;
	}

	private List<JsonNode> deadlines(String account, Map<String, ?> arguments) {
		Answer answer = this.api.as(account).run("deadlines", with(arguments, "first", 100));
		assertThat(answer.errors()).as(answer.toString()).isEmpty();
		return answer.at("deadlines.nodes").valueStream().toList();
	}

	private static List<String> ids(List<JsonNode> deadlines) {
		return deadlines.stream().map((deadline) -> deadline.at("/subject/id").asString()).toList();
	}

}
