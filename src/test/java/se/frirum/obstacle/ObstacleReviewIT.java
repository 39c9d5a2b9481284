package se.frirum.obstacle;

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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// Analysts and liaisons take up what was handed in and publish it; the log tells each as
/// much as they may know.
@FrirumTest
class ObstacleReviewIT {

	private static final Map<String, Object> TAKE_UP = Map.of("decision", "TAKE_UP", "publish", true);

	private static final Map<String, Object> TAKE_UP_UNPUBLISHED = Map.of("decision", "TAKE_UP", "publish", false);

	private static final Map<String, Object> PUBLISH = Map.of("decision", "PUBLISH");

	private final Api api;

	ObstacleReviewIT(Api api) {
		this.api = api;
	}

	@ParameterizedTest
	@ValueSource(strings = { "analyst", "liaison", "admin" })
	void everybodySeesACaseThatIsTakenUpAndPublished(String account) {
		Case submitted = Report.by(this.api.as("reporter")).submitted();
		Answer taken = as(account).review(submitted, TAKE_UP);
		assertThat(taken.problems("reviewObstacle")).isEmpty();
		assertThat(taken.text("reviewObstacle.obstacle.status")).isEqualTo("UNDER_REVIEW");
		assertThat(taken.at("reviewObstacle.obstacle.version").asInt()).isEqualTo(submitted.version() + 1);
		assertThat(as("public").read(submitted.id()).text("obstacle.reference")).isEqualTo(submitted.reference());
	}

	@Test
	void aCaseCanBeTakenUpNowAndPublishedLater() {
		Case submitted = Report.by(this.api.as("reporter")).submitted();
		Case taken = moved(submitted, as("analyst").review(submitted, TAKE_UP_UNPUBLISHED));
		assertThat(as("public").read(taken.id()).at("obstacle").isNull()).isTrue();
		assertThat(as("reporter").read(taken.id()).text("obstacle.status")).isEqualTo("UNDER_REVIEW");
		Answer published = as("liaison").review(taken, PUBLISH);
		assertThat(published.problems("reviewObstacle")).isEmpty();
		assertThat(published.text("reviewObstacle.obstacle.status")).isEqualTo("UNDER_REVIEW");
		assertThat(as("public").read(taken.id()).text("obstacle.title")).contains(taken.word());
	}

	@Test
	void onlyWhatSomebodyHasReadIsPublished() {
		Case submitted = Report.by(this.api.as("reporter")).submitted();
		Answer refused = as("analyst").review(submitted, PUBLISH);
		assertThat(refused.problems("reviewObstacle")).containsExactly("ILLEGAL_TRANSITION");
		assertThat(as("public").read(submitted.id()).at("obstacle").isNull()).isTrue();
		assertThat(as("analyst").read(submitted.id()).at("obstacle.version").asInt()).isEqualTo(submitted.version());
	}

	@Test
	void aCaseIsTakenUpOnce() {
		Case taken = Report.by(this.api.as("reporter")).takenUp();
		Answer again = as("liaison").review(taken, TAKE_UP);
		assertThat(again.problems("reviewObstacle")).containsExactly("ILLEGAL_TRANSITION");
		assertThat(again.text("reviewObstacle.problems.0.message"))
			.isEqualTo("The case is UNDER_REVIEW; it can become UNDER_REVIEW from SUBMITTED.");
	}

	@Test
	void aDraftIsNotTakenUpEvenByItsOwnOrganisation() {
		Case draft = Report.by(this.api.as("analyst")).draft();
		assertThat(as("analyst").review(draft, TAKE_UP).problems("reviewObstacle"))
			.containsExactly("ILLEGAL_TRANSITION");
		assertThat(as("analyst").review(draft, PUBLISH).problems("reviewObstacle"))
			.containsExactly("ILLEGAL_TRANSITION");
	}

	@Test
	void ofTwoWhoTakeACaseUpAtTheSameTimeOneIsStale() {
		Case submitted = Report.by(this.api.as("reporter")).submitted();
		List<Answer> answers = Api.atOnce(List.of(() -> as("analyst").review(submitted, TAKE_UP),
				() -> as("liaison").review(submitted, TAKE_UP)));
		assertThat(answers).extracting((answer) -> answer.problems("reviewObstacle"))
			.containsExactlyInAnyOrder(List.of(), List.of("STALE"));
		assertThat(as("analyst").history(submitted).texts("events.nodes", "type")).containsExactly("OBSTACLE_SUBMITTED",
				"OBSTACLE_TAKEN_UP");
	}

	@Test
	void aReasonHasItsLimit() {
		Case submitted = Report.by(this.api.as("reporter")).submitted();
		Answer refused = as("analyst").review(submitted, Map.of("decision", "TAKE_UP", "reason", "x".repeat(5_001)));
		assertThat(refused.problems("reviewObstacle")).containsExactly("INVALID");
		assertThat(as("analyst").read(submitted.id()).text("obstacle.status")).isEqualTo("SUBMITTED");
	}

	@Test
	void eachMoveIsOneEntryInTheLog() {
		Case draft = Report.by(this.api.as("reporter")).draft();
		Case submitted = moved(draft, as("reporter").submit(draft), "submitObstacle");
		Case taken = moved(submitted,
				as("analyst").review(submitted, Map.of("decision", "TAKE_UP", "publish", false, "reason", "Hör hit.")));
		as("liaison").review(taken, PUBLISH);
		Answer log = as("reporter").history(draft);
		assertThat(log.at("events.nodes"))
			.extracting((event) -> event.path("type").asString(), (event) -> event.path("from").asString(""),
					(event) -> event.path("to").asString(""), (event) -> event.path("reason").asString(""),
					(event) -> event.at("/organisation/id").asString())
			.containsExactly(tuple("OBSTACLE_DRAFTED", "", "DRAFT", "", "organisation:0581"),
					tuple("OBSTACLE_SUBMITTED", "DRAFT", "SUBMITTED", "", "organisation:0581"),
					tuple("OBSTACLE_TAKEN_UP", "SUBMITTED", "UNDER_REVIEW", "Hör hit.", "organisation:skr"),
					tuple("OBSTACLE_PUBLISHED", "UNDER_REVIEW", "UNDER_REVIEW", "",
							"organisation:finansdepartementet"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
			"reporter  | OBSTACLE_DRAFTED, OBSTACLE_SUBMITTED, OBSTACLE_TAKEN_UP, OBSTACLE_PUBLISHED, OBSTACLE_ENDORSED",
			"analyst   | OBSTACLE_SUBMITTED, OBSTACLE_TAKEN_UP, OBSTACLE_PUBLISHED, OBSTACLE_ENDORSED",
			"liaison   | OBSTACLE_SUBMITTED, OBSTACLE_TAKEN_UP, OBSTACLE_PUBLISHED, OBSTACLE_ENDORSED",
			"admin     | OBSTACLE_SUBMITTED, OBSTACLE_TAKEN_UP, OBSTACLE_PUBLISHED, OBSTACLE_ENDORSED",
			"reporter2 | OBSTACLE_PUBLISHED, OBSTACLE_ENDORSED", //
			"public    | OBSTACLE_PUBLISHED, OBSTACLE_ENDORSED" })
	void eachSeesOfThePastWhatTheyMightHaveSeenThen(String account, String types) {
		Case draft = Report.by(this.api.as("reporter")).draft();
		Case submitted = moved(draft, as("reporter").submit(draft), "submitObstacle");
		Case taken = moved(submitted, as("analyst").review(submitted, TAKE_UP_UNPUBLISHED));
		as("liaison").review(taken, PUBLISH);
		as("reporter2").endorse(taken, Map.of());
		Answer log = as(account).history(draft);
		assertThat(String.join(", ", log.texts("events.nodes", "type"))).isEqualTo(types);
		assertThat(log.at("events.totalCount").asInt()).isEqualTo(log.at("events.nodes").size());
		Answer history = this.api.as(account)
			.query("query ($id: ID!) { obstacle(id: $id) { history { totalCount nodes { type } } } }",
					Map.of("id", draft.id()));
		assertThat(String.join(", ", history.texts("obstacle.history.nodes", "type"))).isEqualTo(types);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
			"analyst   | Analyst, SKR | Reporter, Haparanda", //
			"liaison   | Analyst, SKR | Reporter, Haparanda", //
			"admin     | Analyst, SKR | Reporter, Haparanda", //
			"reporter2 | *            | Reporter, Haparanda", //
			"reporter  | *            | *", //
			"public    | *            | *" })
	void whoDidItIsNamedToTheOwnOrganisationAndToThoseWhoReview(String account, String takenUpBy, String endorsedBy) {
		Case subject = Report.by(this.api.as("reporter")).takenUp();
		as("reporter2").endorse(subject, Map.of());
		List<String> actors = as(account).history(subject).texts("events.nodes", "actor");
		List<String> organisations = as(account).history(subject).texts("events.nodes", "organisation.name");
		int last = actors.size() - 1;
		assertThat(actors.get(last - 1)).isEqualTo(takenUpBy.equals("*") ? organisations.get(last - 1) : takenUpBy);
		assertThat(actors.get(last)).isEqualTo(endorsedBy.equals("*") ? organisations.get(last) : endorsedBy);
		assertThat(organisations).doesNotContain("Analyst, SKR", "Reporter, Haparanda");
	}

	private ObstacleMoves as(String account) {
		return ObstacleMoves.by(this.api.as(account));
	}

	private static Case moved(Case subject, Answer answer) {
		return moved(subject, answer, "reviewObstacle");
	}

	private static Case moved(Case subject, Answer answer, String mutation) {
		assertThat(answer.problems(mutation)).isEmpty();
		return new Case(subject.id(), answer.text(mutation + ".obstacle.reference"),
				answer.at(mutation + ".obstacle.version").asInt(), subject.word());
	}

}
