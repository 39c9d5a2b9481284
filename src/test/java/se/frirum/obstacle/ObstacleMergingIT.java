package se.frirum.obstacle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.Report;
import se.frirum.Report.Case;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;

import static org.assertj.core.api.Assertions.assertThat;

/// Cases that say the same become one, and a split restores what was.
@FrirumTest
class ObstacleMergingIT {

	private final Api api;

	private final Transactions transactions;

	ObstacleMergingIT(Api api, Transactions transactions) {
		this.api = api;
		this.transactions = transactions;
	}

	@Test
	void aMergedCaseEndsAsADuplicateAndStaysReadable() {
		Case duplicate = taken();
		Case into = taken();
		Case survivor = into.after(as("liaison").merge(duplicate, into));
		assertThat(survivor.id()).isEqualTo(into.id());
		Answer merged = as("public").read(duplicate.id());
		assertThat(merged.text("obstacle.status")).isEqualTo("CLOSED");
		assertThat(merged.text("obstacle.closure")).isEqualTo("DUPLICATE");
		assertThat(merged.text("obstacle.duplicateOf.id")).isEqualTo(into.id());
		assertThat(merged.text("obstacle.title")).contains(duplicate.word());
		assertThat(merged.at("obstacle.answerDueOn").isNull()).isTrue();
		assertThat(as("public").read(into.id()).texts("obstacle.duplicates.nodes", "id"))
			.containsExactly(duplicate.id());
		assertThat(types(into)).endsWith("OBSTACLE_MERGE_RECEIVED");
		assertThat(types(duplicate)).endsWith("OBSTACLE_MERGED");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SUBMITTED", "UNDER_REVIEW", "NEEDS_INFORMATION", "CONFIRMED", "FORWARDED" })
	void aSplitRestoresExactlyWhatWas(String standing) {
		Case duplicate = standing(standing);
		as("reporter2").endorse(duplicate, Map.of("note", "Vi med."));
		Map<String, Object> before = stored(duplicate);
		Answer read = as("analyst").read(duplicate.id());
		Case into = taken();
		into.after(as("analyst").merge(duplicate, into));
		Case merged = current(duplicate);
		Case split = merged.after(as("liaison").split(merged));
		assertThat(split.id()).isEqualTo(duplicate.id());
		assertThat(stored(duplicate)).isEqualTo(before);
		Answer after = as("analyst").read(duplicate.id());
		assertThat(after.text("obstacle.answerDueOn")).isEqualTo(read.text("obstacle.answerDueOn"));
		assertThat(after.at("obstacle.endorsements")).isEqualTo(read.at("obstacle.endorsements"));
		assertThat(after.at("obstacle.duplicateOf").isNull()).isTrue();
		assertThat(as("public").read(into.id()).at("obstacle.duplicates.totalCount").asInt()).isZero();
		assertThat(types(into)).endsWith("OBSTACLE_MERGE_UNDONE");
	}

	@Test
	void whatWasAskedBeforeAMergeIsAnsweredAfterTheSplit() {
		Case submitted = Report.by(this.api.as("reporter")).submitted();
		Case asked = submitted.after(as("analyst").review(submitted, question()));
		as("analyst").merge(asked, taken());
		Case merged = current(asked);
		Case split = merged.after(as("analyst").split(merged));
		Case answered = split.after(as("reporter").submit(split));
		assertThat(as("analyst").read(answered.id()).text("obstacle.status")).isEqualTo("SUBMITTED");
	}

	@Test
	void eachEndorsingOrganisationCountsOnce() {
		Case duplicate = taken();
		Case into = taken();
		as("reporter2").endorse(duplicate, Map.of("note", "Hos oss."));
		as("analyst").endorse(duplicate, Map.of());
		as("reporter2").endorse(into, Map.of("note", "Också hos oss."));
		as("liaison").endorse(into, Map.of());
		assertThat(endorsements(into)).isEqualTo(2);
		into.after(as("analyst").merge(duplicate, into));
		assertThat(endorsements(into)).isEqualTo(3);
		assertThat(endorsements(duplicate)).isEqualTo(2);
		assertThat(as("public").read(duplicate.id()).texts("obstacle.endorsements.nodes", "note")).contains("Hos oss.");
		Case merged = current(duplicate);
		merged.after(as("analyst").split(merged));
		assertThat(endorsements(into)).isEqualTo(2);
		assertThat(endorsements(duplicate)).isEqualTo(2);
	}

	@Test
	void aMergeOfMergesShowsAllAndEndorsersStay() {
		Case first = taken();
		Case second = taken();
		Case third = taken();
		as("reporter2").endorse(first, Map.of());
		second.after(as("analyst").merge(first, second));
		third.after(as("analyst").merge(second, third));
		assertThat(endorsements(third)).isEqualTo(1);
		assertThat(as("public").read(first.id()).text("obstacle.duplicateOf.id")).isEqualTo(second.id());
	}

	@Test
	void whatTheMergedCasesLoseTheSurvivorLosesAmongTheMostEndorsed() {
		String rule = "19 § lagen om kommunalekonomisk utjämning";
		Case once = Report.by(this.api.as("reporter")).citing(rule).takenUp();
		Case survivor = Report.by(this.api.as("reporter")).citing(rule).takenUp();
		Case middle = taken();
		Case duplicate = taken();
		as("liaison").endorse(once, Map.of());
		as("reporter2").endorse(duplicate, Map.of());
		as("analyst").endorse(duplicate, Map.of());
		middle.after(as("analyst").merge(duplicate, middle));
		survivor.after(as("analyst").merge(middle, survivor));
		assertThat(mostEndorsed(rule)).containsSubsequence(survivor.id(), once.id());
		Case merged = current(duplicate);
		as("reporter2").withdraw(merged, Map.of());
		as("analyst").withdraw(merged, Map.of());
		assertThat(endorsements(survivor)).isZero();
		assertThat(mostEndorsed(rule)).containsSubsequence(once.id(), survivor.id());
	}

	@Test
	void mergingAgainChangesNothing() {
		Case duplicate = taken();
		Case into = taken();
		into.after(as("analyst").merge(duplicate, into));
		Case merged = current(duplicate);
		Answer again = as("liaison").merge(duplicate, into);
		assertThat(again.problems("mergeObstacles")).isEmpty();
		assertThat(again.text("mergeObstacles.obstacle.id")).isEqualTo(into.id());
		assertThat(current(duplicate).version()).isEqualTo(merged.version());
		assertThat(types(duplicate)).filteredOn((type) -> type.equals("OBSTACLE_MERGED")).hasSize(1);
		assertThat(types(into)).filteredOn((type) -> type.equals("OBSTACLE_MERGE_RECEIVED")).hasSize(1);
	}

	@Test
	void twoCasesAreNotMergedIntoEachOther() {
		Case one = taken();
		Case other = taken();
		other.after(as("analyst").merge(one, other));
		Answer back = as("analyst").merge(other, one);
		assertThat(back.problems("mergeObstacles")).containsExactly("INVALID");
		assertThat(back.text("mergeObstacles.problems.0.path.1")).isEqualTo("into");
		assertThat(as("public").read(other.id()).text("obstacle.status")).isEqualTo("UNDER_REVIEW");
	}

	@Test
	void aCaseIsNotMergedIntoItself() {
		Case alone = taken();
		assertThat(as("analyst").merge(alone, alone).problems("mergeObstacles")).containsExactly("INVALID");
		assertThat(as("public").read(alone.id()).text("obstacle.status")).isEqualTo("UNDER_REVIEW");
	}

	@Test
	void aCaseGoesOnOnlyInOneThatIsOpen() {
		Case closed = taken();
		closed.after(as("analyst").review(closed,
				Map.of("decision", "CLOSE", "closure", "OUT_OF_SCOPE", "reason", "Inte här.")));
		Case duplicate = taken();
		Answer refused = as("analyst").merge(duplicate, closed);
		assertThat(refused.problems("mergeObstacles")).containsExactly("INVALID");
		assertThat(refused.text("mergeObstacles.problems.0.message")).startsWith("The case to go on with is CLOSED.");
		Case merged = taken();
		as("analyst").merge(merged, taken());
		assertThat(as("analyst").merge(duplicate, merged).problems("mergeObstacles")).containsExactly("INVALID");
		assertThat(as("public").read(duplicate.id()).text("obstacle.status")).isEqualTo("UNDER_REVIEW");
	}

	@Test
	void whatOthersReadDoesNotGoOnInACaseThatTheyDoNot() {
		Case read = taken();
		assertThat(as("analyst").merge(read, standing("SUBMITTED")).problems("mergeObstacles"))
			.containsExactly("INVALID");
		assertThat(as("public").read(read.id()).text("obstacle.status")).isEqualTo("UNDER_REVIEW");
	}

	@Test
	void whatHasEndedIsNotMerged() {
		Case confirmed = standing("CONFIRMED");
		Case resolved = confirmed.after(as("analyst").review(confirmed, "RESOLVE"));
		assertThat(as("analyst").merge(resolved, taken()).problems("mergeObstacles"))
			.containsExactly("ILLEGAL_TRANSITION");
	}

	@Test
	void onlyAMergedCaseIsSplitAndOnlyAsItWasRead() {
		Case alone = taken();
		assertThat(as("analyst").split(alone).problems("splitObstacle")).containsExactly("ILLEGAL_TRANSITION");
		as("analyst").merge(alone, taken());
		assertThat(as("analyst").split(alone).problems("splitObstacle")).containsExactly("STALE");
		assertThat(as("public").read(alone.id()).text("obstacle.status")).isEqualTo("CLOSED");
	}

	@Test
	void draftsAndUnknownCasesAreNobodysToMerge() {
		Case draft = Report.by(this.api.as("reporter")).draft();
		Case taken = taken();
		assertThat(as("analyst").merge(draft, taken).problems("mergeObstacles")).containsExactly("NOT_FOUND");
		assertThat(as("analyst").merge(taken, draft).problems("mergeObstacles")).containsExactly("NOT_FOUND");
		assertThat(as("analyst").merge(taken, new Case("obstacle:none", "", 1, "")).problems("mergeObstacles"))
			.containsExactly("NOT_FOUND");
	}

	@Test
	void aHiddenCaseLeavesNoTraceForThePublic() {
		Case hidden = Report.by(this.api.as("reporter")).takenUp(false);
		as("analyst").endorse(hidden, Map.of("note", "Internt."));
		Case into = Report.by(this.api.as("reporter2")).takenUp();
		Answer before = everything("public", into);
		into.after(as("analyst").merge(hidden, into));
		assertThat(everything("public", into).body()).isEqualTo(before.body());
		assertThat(everything("reporter2", into).at("obstacle.duplicates.nodes").isEmpty()).isTrue();
		assertThat(as("public").read(hidden.id()).at("obstacle").isNull()).isTrue();
		Answer reviewers = everything("liaison", into);
		assertThat(reviewers.texts("obstacle.duplicates.nodes", "id")).containsExactly(hidden.id());
		assertThat(reviewers.at("obstacle.endorsementCount").asInt()).isEqualTo(1);
		assertThat(reviewers.texts("obstacle.history.nodes", "type")).endsWith("OBSTACLE_MERGE_RECEIVED");
		Case merged = current(hidden);
		merged.after(as("analyst").split(merged));
		assertThat(everything("public", into).body()).isEqualTo(before.body());
	}

	@Test
	void twoCrosswiseMergesAtOnceLeaveOneSurvivor() {
		for (int round = 0; round < 5; round++) {
			Case one = taken();
			Case other = taken();
			List<Answer> answers = Api
				.atOnce(List.of(() -> as("analyst").merge(one, other), () -> as("liaison").merge(other, one)));
			assertThat(answers).allSatisfy((answer) -> assertThat(answer.errors()).isEmpty());
			assertThat(answers).extracting((answer) -> answer.problems("mergeObstacles"))
				.containsExactlyInAnyOrder(List.of(), List.of("INVALID"));
			assertThat(List.of(one, other)).extracting((each) -> as("public").read(each.id()).text("obstacle.status"))
				.containsExactlyInAnyOrder("CLOSED", "UNDER_REVIEW");
		}
	}

	private Case taken() {
		return Report.by(this.api.as("reporter")).takenUp();
	}

	private Case standing(String standing) {
		return switch (standing) {
			case "SUBMITTED" -> Report.by(this.api.as("reporter")).submitted();
			case "UNDER_REVIEW" -> taken();
			case "NEEDS_INFORMATION" -> {
				Case taken = taken();
				yield taken.after(as("analyst").review(taken, question()));
			}
			case "CONFIRMED" -> {
				Case taken = taken();
				yield taken.after(as("analyst").review(taken, "CONFIRM"));
			}
			case "FORWARDED" -> {
				Case confirmed = standing("CONFIRMED");
				yield confirmed.after(as("analyst").review(confirmed,
						Map.of("decision", "FORWARD", "responsible", "organisation:finansdepartementet")));
			}
			default -> throw new IllegalArgumentException(standing);
		};
	}

	private static Map<String, Object> question() {
		return Map.of("decision", "REQUEST_INFORMATION", "reason", "När hände det?");
	}

	private Case current(Case subject) {
		return new Case(subject.id(), subject.reference(),
				as("analyst").read(subject.id()).at("obstacle.version").asInt(), subject.word());
	}

	/// All that is kept of a case itself, but for what tells that it changed.
	private Map<String, Object> stored(Case subject) {
		Row row = this.transactions
			.lookUp("MATCH (obstacle:Obstacle {id: $id}) RETURN properties(obstacle) AS all",
					Map.of("id", subject.id()))
			.getFirst();
		Map<String, Object> stored = new HashMap<>(row.row("all").orElseThrow().values());
		stored.keySet().removeAll(List.of("version", "changed"));
		return stored;
	}

	private int endorsements(Case subject) {
		return as("public").read(subject.id()).at("obstacle.endorsementCount").asInt();
	}

	private List<String> mostEndorsed(String rule) {
		return this.api
			.query("""
					query ($rule: String!) {
						obstacles(filter: {provision: $rule}, orderBy: MOST_ENDORSED, first: 100) { nodes { id } } }""",
					Map.of("rule", rule))
			.texts("obstacles.nodes", "id");
	}

	private List<String> types(Case subject) {
		return as("analyst").history(subject).texts("events.nodes", "type");
	}

	/// What somebody can read of a case that others may be merged into.
	private Answer everything(String account, Case subject) {
		return this.api.as(account).query("""
				query ($id: ID!) {
					obstacle(id: $id) { version status endorsementCount endorsements { totalCount nodes { note } }
						duplicates { totalCount nodes { id } } history { totalCount nodes { type reason } } }
					events(about: $id) { totalCount nodes { type } } }""", Map.of("id", subject.id()));
	}

	private ObstacleMoves as(String account) {
		return ObstacleMoves.by(this.api.as(account));
	}

}
