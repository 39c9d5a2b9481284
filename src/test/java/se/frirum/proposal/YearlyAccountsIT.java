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
		forwarded.after(review(forwarded, Map.of("decision", "RESOLVE")));
		JsonNode account = account("public", body);
		assertThat(account.path("received").asInt()).isEqualTo(1);
		assertThat(account.path("answered").asInt()).isEqualTo(2);
		assertThat(account.path("medianDays").asDouble()).isEqualTo(5);
		assertThat(outcomes(account)).isEqualTo(Map.of("CONFIRMED", 1, "RESOLVED", 1));
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
		assertThat(account.path("answered").asInt()).isEqualTo(6);
		assertThat(account.path("medianDays").asDouble()).as("of 0, 0, 0, 3, 7, 50").isEqualTo(1.5);
		assertThat(outcomes(account)).isEqualTo(Map.of("CONFIRMED", 3, "WRITTEN_OFF", 3));
	}

	@Test
	void daysOfRestAreNotCounted() {
		String body = "organisation:konsumentverket";
		Case taken = Report.by(this.api.as("reporter")).takenUp();
		waited(taken, 12);
		Case asked = taken.after(review(taken, Map.of("decision", "REQUEST_INFORMATION", "reason", "Var?")));
		changed("MATCH (it:Obstacle {id: $id}) SET it.restingSince = it.restingSince - duration({days: $days})", asked,
				5);
		Case answered = asked.after(this.api.as("reporter").run("submit-obstacle", Map.of("input", asked.subject())));
		Case confirmed = answered.after(review(answered, Map.of("decision", "CONFIRM")));
		confirmed.after(review(confirmed, Map.of("decision", "FORWARD", "responsible", body)));
		assertThat(account("public", body).path("medianDays").asDouble()).isEqualTo(7);
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
