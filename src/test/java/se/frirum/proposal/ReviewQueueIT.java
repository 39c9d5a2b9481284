package se.frirum.proposal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.Proposing;
import se.frirum.Report;
import se.frirum.Report.Case;
import se.frirum.platform.answer.AnsweredCase;
import se.frirum.platform.database.Transactions;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// What waits for an answer: the own first, of that what is overdue, of that what has
/// waited longest.
@FrirumTest
class ReviewQueueIT {

	private static final String OWN = "1 kap. 2 § kommunallagen";

	private static final String OTHERS = "21 kap. 4 § skollagen";

	private static final String QUEUE = """
			query ($filter: ReviewQueueFilter, $after: String) {
				reviewQueue(filter: $filter, first: 100, after: $after) {
					nodes { waitingSince dueOn overdue
						subject { ... on Obstacle { id } ... on SimplificationProposal { id } ... on TrialProposal { id } } }
					pageInfo { hasNextPage endCursor } } }""";

	private final Api api;

	private final Transactions transactions;

	private final LocalDate today;

	ReviewQueueIT(Api api, Transactions transactions, Clock clock) {
		this.api = api;
		this.transactions = transactions;
		this.today = LocalDate.now(clock);
	}

	@Test
	void theOwnComesFirstThenWhatIsOverdueThenWhatHasWaitedLongest() {
		Case othersNew = Report.by(this.api.as("reporter")).citing(OTHERS).submitted();
		Case othersOld = waiting(Proposing.by(this.api.as("reporter")).changing(OTHERS).submitted(), 20, 70);
		Case othersOverdue = waiting(Report.by(this.api.as("reporter")).citing(OTHERS).takenUp(), 90, -60);
		Case ownNew = Proposing.by(this.api.as("reporter")).changing(OWN).takenUp();
		Case ownOld = waiting(Report.by(this.api.as("reporter")).citing(OWN).submitted(), 10, 20);
		Case ownOverdue = waiting(Report.by(this.api.as("reporter")).citing(OWN).submitted(), 31, -1);
		Case ownLongOverdue = waiting(Proposing.by(this.api.as("reporter")).changing(OWN).submitted(), 100, -10);
		List<Case> all = List.of(othersNew, othersOld, othersOverdue, ownNew, ownOld, ownOverdue, ownLongOverdue);
		assertThat(among(all, queue("liaison", null))).containsExactly(ownLongOverdue, ownOverdue, ownOld, ownNew,
				othersOverdue, othersOld, othersNew);
		assertThat(among(all, queue("analyst", null))).containsExactly(ownLongOverdue, othersOverdue, ownOverdue,
				othersOld, ownOld, othersNew, ownNew);
	}

	@Test
	void whatIsDueTodayIsNotOverdue() {
		Case dueToday = waiting(Report.by(this.api.as("reporter")).submitted(), 30, 0);
		Case dueYesterday = waiting(Report.by(this.api.as("reporter")).submitted(), 31, -1);
		List<JsonNode> queue = queue("analyst", null);
		assertThat(item(dueToday, queue).path("overdue").asBoolean()).isFalse();
		assertThat(item(dueToday, queue).path("dueOn").asString()).isEqualTo(this.today.toString());
		assertThat(item(dueYesterday, queue).path("overdue").asBoolean()).isTrue();
	}

	@Test
	void aForwardedCaseIsTheOwnOfWhoeverItWentToToo() {
		Case taken = Report.by(this.api.as("reporter")).citing(OTHERS).takenUp();
		Case confirmed = taken.after(review(taken, Map.of("decision", "CONFIRM")));
		assertThat(item(confirmed, queue("liaison", null)).path("dueOn").isNull()).isTrue();
		Case forwarded = confirmed
			.after(review(confirmed, Map.of("decision", "FORWARD", "responsible", "organisation:finansdepartementet")));
		Case older = waiting(Report.by(this.api.as("reporter")).citing(OTHERS).submitted(), 200, 50);
		assertThat(among(List.of(forwarded, older), queue("liaison", null))).containsExactly(forwarded, older);
		assertThat(among(List.of(forwarded, older), queue("analyst", null))).containsExactly(older, forwarded);
	}

	@ParameterizedTest
	@CsvSource({ "organisation:finansdepartementet,, own ownOverdue",
			"organisation:finansdepartementet, true, ownOverdue", "organisation:finansdepartementet, false, own",
			", true, ownOverdue othersOverdue", "organisation:utbildningsdepartementet,, othersOverdue",
			"organisation:none,," })
	void isNarrowedToABodyAndToWhatIsOverdue(@Nullable String responsible, @Nullable Boolean overdue,
			@Nullable String expected) {
		Map<String, Case> cases = Map.of("own", Report.by(this.api.as("reporter")).citing(OWN).submitted(),
				"ownOverdue", waiting(Report.by(this.api.as("reporter")).citing(OWN).submitted(), 40, -10),
				"othersOverdue", waiting(Report.by(this.api.as("reporter")).citing(OTHERS).submitted(), 40, -10));
		Map<String, Object> filter = new HashMap<>();
		filter.put("responsible", responsible);
		filter.put("overdue", overdue);
		List<Case> found = among(List.copyOf(cases.values()), queue("liaison", filter));
		List<String> names = (expected != null) ? List.of(expected.split(" ")) : List.of();
		assertThat(found).containsExactlyInAnyOrderElementsOf(names.stream().map(cases::get).toList());
	}

	@Test
	void holdsOnlyWhatWaitsForThoseWhoReview() {
		Case draft = Report.by(this.api.as("analyst")).draft();
		Case submitted = Report.by(this.api.as("reporter")).submitted();
		Case asked = submitted.after(review(submitted, Map.of("decision", "REQUEST_INFORMATION", "reason", "Var?")));
		Case other = Report.by(this.api.as("reporter")).takenUp();
		Case closed = other
			.after(review(other, Map.of("decision", "CLOSE", "closure", "OUT_OF_SCOPE", "reason", "Inte här.")));
		Case proposal = Proposing.by(this.api.as("reporter")).changing(OWN).takenUp();
		Case returned = proposal.after(ProposalMoves.by(this.api.as("liaison")).review(proposal, "RETURN"));
		Case accepted = Proposing.by(this.api.as("reporter")).changing(OWN).accepted("ACT");
		Case hidden = Report.by(this.api.as("reporter")).takenUp(false);
		assertThat(among(List.of(draft, asked, closed, returned, accepted, hidden), queue("liaison", null)))
			.containsExactly(hidden);
	}

	/// A case that has waited for so many days, and is due in so many.
	private Case waiting(Case subject, int days, int due) {
		LocalDate since = this.today.minusDays(days);
		this.transactions.write(() -> this.transactions.query("""
				MATCH (subject:Obstacle|Proposal {id: $id})
				SET subject.waiting = $waiting, subject.waitingSince = datetime($since + 'T00:00+01:00'),
					subject.dueOn = date($due)
				""", Map.of("id", subject.id(), "waiting", AnsweredCase.sortable(since) + "|" + subject.id(), "since",
				since.toString(), "due", this.today.plusDays(due).toString())));
		return subject;
	}

	private Answer review(Case subject, Map<String, ?> decision) {
		Map<String, Object> input = new HashMap<>(subject.subject());
		input.putAll(decision);
		return this.api.as("analyst").run("review-obstacle", Map.of("input", input));
	}

	private List<JsonNode> queue(String account, @Nullable Map<String, Object> filter) {
		List<JsonNode> items = new ArrayList<>();
		Map<String, Object> variables = new HashMap<>();
		variables.put("filter", filter);
		Answer page;
		do {
			page = this.api.as(account).query(QUEUE, variables);
			assertThat(page.errors()).as(page.toString()).isEmpty();
			page.at("reviewQueue.nodes").forEach(items::add);
			variables.put("after", page.text("reviewQueue.pageInfo.endCursor"));
		}
		while (page.at("reviewQueue.pageInfo.hasNextPage").asBoolean());
		return items;
	}

	private static JsonNode item(Case subject, List<JsonNode> queue) {
		return queue.stream()
			.filter((item) -> item.at("/subject/id").asString().equals(subject.id()))
			.findFirst()
			.orElseThrow();
	}

	/// Of these cases those that stand in the queue, as it has them.
	private static List<Case> among(List<Case> cases, List<JsonNode> queue) {
		return queue.stream()
			.map((item) -> item.at("/subject/id").asString())
			.flatMap((id) -> cases.stream().filter((each) -> each.id().equals(id)))
			.toList();
	}

}
