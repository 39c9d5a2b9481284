package se.frirum.obstacle;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.Report;
import se.frirum.Report.Case;

import static org.assertj.core.api.Assertions.assertThat;

/// Whoever repeats a request with the same key, because an answer was lost, does it once.
@FrirumTest
class IdempotencyIT {

	private final Api api;

	private final Api reporter;

	IdempotencyIT(Api api) {
		this.api = api;
		this.reporter = api.as("reporter");
	}

	@Test
	void theSameKeyTwiceIsTheSameObstacle() {
		Report report = Report.by(this.reporter);
		Case first = report.submitted();
		assertThat(report.submitted()).isEqualTo(first);
		Answer history = ObstacleMoves.by(this.reporter).history(first);
		assertThat(history.texts("events.nodes", "type")).containsExactly("OBSTACLE_SUBMITTED");
	}

	@Test
	void theSameKeyManyTimesAtOnceIsOneObstacleWithOneReference() {
		Report report = Report.by(this.reporter);
		List<Answer> answers = Api.atOnce(Collections.nCopies(20, report::send));
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.problems("reportObstacle")).isEmpty());
		Stream<String> ids = answers.stream().map((answer) -> answer.text("reportObstacle.obstacle.id"));
		assertThat(ids.distinct()).hasSize(1);
		Stream<String> references = answers.stream().map((answer) -> answer.text("reportObstacle.obstacle.reference"));
		assertThat(references.distinct()).hasSize(1);
		Case subject = report.submitted();
		assertThat(ObstacleMoves.by(this.reporter).history(subject).at("events.totalCount").asInt()).isOne();
		Answer found = this.reporter.query("query ($text: String!) { obstacles(filter: {text: $text}) { totalCount } }",
				Map.of("text", subject.word()));
		assertThat(found.at("obstacles.totalCount").asInt()).isOne();
	}

	@Test
	void theSameKeyAnswersWithTheCaseAsItIsNow() {
		Report report = Report.by(this.reporter);
		Case taken = report.takenUp();
		Answer again = report.send();
		assertThat(again.problems("reportObstacle")).isEmpty();
		assertThat(again.text("reportObstacle.obstacle.status")).isEqualTo("UNDER_REVIEW");
		assertThat(again.at("reportObstacle.obstacle.version").asInt()).isEqualTo(taken.version());
	}

	@Test
	void anotherAccountWithTheSameKeyGetsItsOwn() {
		String key = UUID.randomUUID().toString();
		Case norrköpings = Report.by(this.reporter).with("idempotencyKey", key).submitted();
		Case haparandas = Report.by(this.api.as("reporter2")).with("idempotencyKey", key).submitted();
		assertThat(haparandas.id()).isNotEqualTo(norrköpings.id());
		assertThat(haparandas.reference()).isNotEqualTo(norrköpings.reference());
	}

	@Test
	void theSameKeyWithOtherInputIsRefused() {
		Report report = Report.by(this.reporter);
		Case first = report.submitted();
		Answer other = report.with("title", "Något annat").send();
		assertThat(other.problems("reportObstacle")).containsExactly("INVALID");
		assertThat(other.text("reportObstacle.problems.0.path.1")).isEqualTo("idempotencyKey");
		assertThat(ObstacleMoves.by(this.reporter).read(first.id()).text("obstacle.title")).contains(first.word());
	}

	@Test
	void aRefusedRequestLeavesItsKeyFree() {
		Report report = Report.by(this.reporter).with("yearlyCost", -1);
		assertThat(report.send().problems("reportObstacle")).containsExactly("INVALID");
		assertThat(report.with("yearlyCost", 1).submitted().reference()).isNotEmpty();
	}

	@Test
	void theKeyOfADiscardedDraftIsUsedUp() {
		Report report = Report.by(this.reporter);
		Case draft = report.draft();
		ObstacleMoves.by(this.reporter).discard(draft, Map.of());
		assertThat(report.send().problems("reportObstacle")).containsExactly("NOT_FOUND");
	}

	@Test
	void aKeyOfTwoHundredCharactersWillDo() {
		String key = UUID.randomUUID() + "k".repeat(164);
		assertThat(Report.by(this.reporter).with("idempotencyKey", key).submitted().reference()).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 3, 201 })
	void aKeyThatIsBlankOrTooLongIsRefused(int length) {
		String key = ((length > 200) ? "k" : " ").repeat(length);
		Answer obstacle = Report.by(this.reporter).with("idempotencyKey", key).send();
		assertThat(obstacle.problems("reportObstacle")).containsExactly("INVALID");
		Answer trial = register("liaison", trial(key, "Ett försök"));
		assertThat(trial.problems("registerTrial")).containsExactly("INVALID");
	}

	@Test
	void theSameKeyManyTimesAtOnceIsOneTrial() {
		Map<String, Object> input = trial(UUID.randomUUID().toString(), "Ett försök");
		Callable<Answer> request = () -> register("liaison", input);
		List<Answer> answers = Api.atOnce(Collections.nCopies(20, request));
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.problems("registerTrial")).isEmpty());
		assertThat(answers).extracting((answer) -> answer.text("registerTrial.trial.id"))
			.containsOnly(answers.getFirst().text("registerTrial.trial.id"));
		assertThat(answers).extracting((answer) -> answer.text("registerTrial.trial.reference"))
			.containsOnly(answers.getFirst().text("registerTrial.trial.reference"));
		Answer events = this.api.query("query ($id: ID!) { events(about: $id) { totalCount } }",
				Map.of("id", answers.getFirst().text("registerTrial.trial.id")));
		assertThat(events.at("events.totalCount").asInt()).isOne();
	}

	@Test
	void anotherAccountWithTheSameKeyGetsItsOwnTrial() {
		Map<String, Object> input = trial(UUID.randomUUID().toString(), "Ett försök");
		assertThat(register("admin", input).text("registerTrial.trial.id"))
			.isNotEqualTo(register("liaison", input).text("registerTrial.trial.id"));
	}

	@Test
	void theSameKeyWithAnotherTrialIsRefused() {
		String key = UUID.randomUUID().toString();
		register("liaison", trial(key, "Ett försök"));
		assertThat(register("liaison", trial(key, "Ett annat")).problems("registerTrial")).containsExactly("INVALID");
	}

	@Test
	void anObstacleAndATrialMayShareAKey() {
		String key = UUID.randomUUID().toString();
		Report.by(this.api.as("liaison")).with("idempotencyKey", key).submitted();
		assertThat(register("liaison", trial(key, "Ett försök")).problems("registerTrial")).isEmpty();
	}

	private Answer register(String account, Map<String, Object> input) {
		return this.api.as(account).run("register-trial", Map.of("input", input));
	}

	private static Map<String, Object> trial(String key, String title) {
		return Map.of("idempotencyKey", key, "title", title, "instrument", "NAMED_AREA_ACT", "clauses",
				List.of(Map.of("effect", "ADDS", "text", "Annat gäller.", "areas", List.of("2583"), "from",
						"2140-01-01", "until", "2141-01-01")));
	}

}
