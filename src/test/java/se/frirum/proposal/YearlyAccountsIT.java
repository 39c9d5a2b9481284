package se.frirum.proposal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.Proposing;
import se.frirum.Report;
import se.frirum.Report.Case;
import se.frirum.platform.database.Transactions;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// What each organisation that answers received in a year, and what became of it. Each
/// test has an organisation of its own.
@FrirumTest
class YearlyAccountsIT {

	private final Api api;

	private final Transactions transactions;

	private final LocalDate today;

	YearlyAccountsIT(Api api, Transactions transactions, Clock clock) {
		this.api = api;
		this.transactions = transactions;
		this.today = LocalDate.now(clock);
	}

	@Test
	void aCaseIsReceivedOnceAndCountsWithEachAnswer() {
		String body = "organisation:kulturradet";
		Case forwarded = forwarded(body);
		waited(forwarded, 10);
		Case resolved = forwarded.after(review(forwarded, Map.of("decision", "RESOLVE")));
		Case reopened = resolved.after(review(resolved, Map.of("decision", "REOPEN", "reason", "Det står kvar.")));
		waited(reopened, 20);
		reopened.after(review(reopened, Map.of("decision", "CONFIRM")));
		JsonNode account = account("public", body);
		assertThat(account.path("received").asInt()).isEqualTo(1);
		assertThat(account.path("answered").asInt()).isEqualTo(2);
		assertThat(account.path("medianDays").asDouble()).isEqualTo(15);
		assertThat(outcomes(account)).isEqualTo(Map.of("CONFIRMED", 1, "RESOLVED", 1));
	}

	@Test
	void anAnswerStaysWithWhoeverGaveItWhereTheCaseGoesOnToAnother() {
		String first = "organisation:riksgalden";
		String second = "organisation:patent-och-registreringsverket";
		int reviewed = outcomes(account("public", "organisation:skr")).getOrDefault("CONFIRMED", 0);
		Case forwarded = forwarded(first);
		assertThat(outcomes(account("public", "organisation:skr"))).as("the first answer, by who reviewed")
			.containsEntry("CONFIRMED", reviewed + 1);
		Case resolved = forwarded.after(review(forwarded, Map.of("decision", "RESOLVE")));
		Case reopened = resolved.after(review(resolved, Map.of("decision", "REOPEN", "reason", "Det står kvar.")));
		Case confirmed = reopened.after(review(reopened, Map.of("decision", "CONFIRM")));
		confirmed.after(review(confirmed, Map.of("decision", "FORWARD", "responsible", second)));
		JsonNode account = account("public", first);
		assertThat(account.path("received").asInt()).isEqualTo(1);
		assertThat(outcomes(account)).isEqualTo(Map.of("CONFIRMED", 1, "RESOLVED", 1));
		account = account("public", second);
		assertThat(account.path("received").asInt()).isEqualTo(1);
		assertThat(account.path("answered").asInt()).isZero();
	}

	@Test
	void theMedianIsOfAllAnswers() {
		String body = "organisation:kemikalieinspektionen";
		for (int days : List.of(3, 50, 7)) {
			Case forwarded = forwarded(body);
			waited(forwarded, days);
			forwarded.after(review(forwarded, Map.of("decision", "CLOSE", "closure", "WRITTEN_OFF", "reason", "Nej.")));
		}
		JsonNode account = account("public", body);
		assertThat(account.path("received").asInt()).isEqualTo(3);
		assertThat(account.path("answered").asInt()).isEqualTo(3);
		assertThat(account.path("medianDays").asDouble()).as("of 3, 7, 50").isEqualTo(7);
		assertThat(outcomes(account)).isEqualTo(Map.of("WRITTEN_OFF", 3));
	}

	@Test
	void daysOfRestAreNotCounted() {
		String body = "organisation:konsumentverket";
		Case forwarded = forwarded(body);
		Case resolved = forwarded.after(review(forwarded, Map.of("decision", "RESOLVE")));
		Case taken = resolved.after(review(resolved, Map.of("decision", "REOPEN", "reason", "Det står kvar.")));
		waited(taken, 12);
		Case asked = taken.after(review(taken, Map.of("decision", "REQUEST_INFORMATION", "reason", "Var?")));
		changed("MATCH (it:Obstacle {id: $id}) SET it.restingSince = it.restingSince - duration({days: $days})", asked,
				5);
		Case answered = asked.after(this.api.as("reporter").run("submit-obstacle", Map.of("input", asked.subject())));
		answered.after(review(answered, Map.of("decision", "CONFIRM")));
		assertThat(account("public", body).path("medianDays").asDouble()).as("of 0 and 7").isEqualTo(3.5);
	}

	@Test
	void proposalsAreCountedWithWhoeverIssuesTheRuleThatChanges() {
		String body = "organisation:kulturdepartementet";
		JsonNode before = account("admin", body);
		Case ended = Proposing.by(this.api.as("reporter")).changing("språklagen").takenUp();
		ProposalMoves liaison = ProposalMoves.by(this.api.as("liaison"));
		Case notPursued = ended.after(liaison.review(ended, "NOT_PURSUE"));
		Proposing.by(this.api.as("reporter")).changing("språklagen").accepted("ACT");
		notPursued.after(ProposalMoves.by(this.api.as("reporter")).reconsider(notPursued));
		JsonNode after = account("admin", body);
		assertThat(after.path("received").asInt()).isEqualTo(before.path("received").asInt() + 2);
		assertThat(after.path("answered").asInt()).isEqualTo(before.path("answered").asInt() + 2);
		assertThat(outcomes(after)).containsEntry("ACCEPTED", outcomes(before).getOrDefault("ACCEPTED", 0) + 1)
			.containsEntry("NOT_PURSUED", outcomes(before).getOrDefault("NOT_PURSUED", 0) + 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "public", "reporter2" })
	void whatSomebodyMayNotSeeIsNotCountedForThem(String account) {
		String body = "organisation:forsvarsdepartementet";
		int before = account(account, body).path("received").asInt();
		int reviewers = account("analyst", body).path("received").asInt();
		Report.by(this.api.as("reporter")).citing("1 kap. 1 § lagen om skydd mot olyckor").submitted();
		assertThat(account(account, body).path("received").asInt()).isEqualTo(before);
		assertThat(account("analyst", body).path("received").asInt()).isEqualTo(reviewers + 1);
	}

	@Test
	void anotherYearIsAnotherAccount() {
		String body = "organisation:konkurrensverket";
		forwarded(body);
		assertThat(account("public", body).path("received").asInt()).isEqualTo(1);
		assertThat(accounts("public", this.today.getYear() + 1, body)).isEmpty();
		assertThat(this.api.query("{ yearlyAccounts(year: 1899) { received } }").errors())
			.containsExactly("BAD_REQUEST");
	}

	/// A confirmed case that went to an organisation.
	private Case forwarded(String body) {
		Case taken = Report.by(this.api.as("reporter")).takenUp();
		Case confirmed = taken.after(review(taken, Map.of("decision", "CONFIRM")));
		return confirmed.after(review(confirmed, Map.of("decision", "FORWARD", "responsible", body)));
	}

	/// As if a case had waited for so many days.
	private void waited(Case subject, int days) {
		changed("MATCH (it:Obstacle {id: $id}) SET it.waitingSince = it.waitingSince - duration({days: $days})",
				subject, days);
	}

	private void changed(String statement, Case subject, int days) {
		this.transactions.write(() -> this.transactions.query(statement, Map.of("id", subject.id(), "days", days)));
	}

	private Answer review(Case subject, Map<String, ?> decision) {
		Map<String, Object> input = new HashMap<>(subject.subject());
		input.putAll(decision);
		return this.api.as("analyst").run("review-obstacle", Map.of("input", input));
	}

	private JsonNode account(String account, String body) {
		JsonNode accounts = accounts(account, this.today.getYear(), body);
		return accounts.isEmpty() ? accounts : accounts.get(0);
	}

	private JsonNode accounts(String account, int year, String body) {
		Answer answer = this.api.as(account).run("yearly-accounts", Map.of("year", year, "organisation", body));
		assertThat(answer.errors()).as(answer.toString()).isEmpty();
		return answer.at("yearlyAccounts");
	}

	private static Map<String, Integer> outcomes(JsonNode account) {
		Map<String, Integer> outcomes = new HashMap<>();
		account.path("outcomes")
			.forEach((each) -> outcomes.put(each.path("outcome").asString(), each.path("count").asInt()));
		return outcomes;
	}

}
