package se.frirum.obstacle;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.Report;
import se.frirum.Report.Case;

import org.springframework.data.neo4j.core.Neo4jClient;

import static org.assertj.core.api.Assertions.assertThat;

/// Other organisations say "we have this too", and can take it back.
@FrirumTest
class ObstacleEndorsementIT {

	private final Api api;

	private final Neo4jClient database;

	private final Api norrköping;

	private final ObstacleMoves haparanda;

	ObstacleEndorsementIT(Api api, Neo4jClient database) {
		this.api = api;
		this.database = database;
		this.norrköping = api.as("reporter");
		this.haparanda = ObstacleMoves.by(api.as("reporter2"));
	}

	@Test
	void anOrganisationEndorsesWithANoteAndAMandate() {
		Case subject = Report.by(this.norrköping).takenUp();
		Answer endorsed = this.haparanda.endorse(subject,
				Map.of("note", "Hos oss också.", "mandate", "BOARD_DECISION", "decision", "KS § 7"));
		assertThat(endorsed.problems("endorseObstacle")).isEmpty();
		Answer seen = ObstacleMoves.by(this.api).read(subject.id());
		assertThat(seen.at("obstacle.endorsementCount").asInt()).isOne();
		assertThat(seen.text("obstacle.endorsements.nodes.0.organisation.id")).isEqualTo("organisation:2583");
		assertThat(seen.text("obstacle.endorsements.nodes.0.note")).isEqualTo("Hos oss också.");
		assertThat(seen.text("obstacle.endorsements.nodes.0.mandate")).isEqualTo("BOARD_DECISION");
		assertThat(seen.text("obstacle.endorsements.nodes.0.decision")).isEqualTo("KS § 7");
		assertThat(types(subject)).endsWith("OBSTACLE_ENDORSED");
	}

	@Test
	void endorsingAgainChangesNothing() {
		Case subject = Report.by(this.norrköping).takenUp();
		this.haparanda.endorse(subject, Map.of("note", "Hos oss också."));
		List<String> before = types(subject);
		Answer again = this.haparanda.endorse(subject, Map.of("note", "Hos oss också."));
		assertThat(again.problems("endorseObstacle")).isEmpty();
		assertThat(again.at("endorseObstacle.obstacle.endorsementCount").asInt()).isOne();
		assertThat(types(subject)).isEqualTo(before);
	}

	@Test
	void endorsingAgainWithAnotherNoteChangesTheNote() {
		Case subject = Report.by(this.norrköping).takenUp();
		this.haparanda.endorse(subject, Map.of("note", "Hos oss också."));
		Answer again = this.haparanda.endorse(subject, Map.of("note", "Värre hos oss."));
		assertThat(again.at("endorseObstacle.obstacle.endorsementCount").asInt()).isOne();
		assertThat(again.texts("endorseObstacle.obstacle.endorsements.nodes", "note"))
			.containsExactly("Värre hos oss.");
	}

	@Test
	void endorsingManyTimesAtOnceCountsOnce() {
		Case subject = Report.by(this.norrköping).takenUp();
		Callable<Answer> request = () -> this.haparanda.endorse(subject, Map.of());
		List<Answer> answers = Api.atOnce(List.of(request, request, request, request, request));
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.problems("endorseObstacle")).isEmpty());
		assertThat(this.haparanda.read(subject.id()).texts("obstacle.endorsements.nodes", "organisation.id"))
			.containsExactly("organisation:2583");
		assertThat(types(subject)).containsOnlyOnce("OBSTACLE_ENDORSED");
	}

	@Test
	void whoeverReportedItCountsAlready() {
		Case subject = Report.by(this.norrköping).takenUp();
		Answer refused = ObstacleMoves.by(this.norrköping).endorse(subject, Map.of());
		assertThat(refused.problems("endorseObstacle")).containsExactly("INVALID");
		assertThat(this.haparanda.read(subject.id()).at("obstacle.endorsementCount").asInt()).isZero();
	}

	@Test
	void whatNobodyTookUpCannotBeEndorsed() {
		Case submitted = Report.by(this.norrköping).submitted();
		ObstacleMoves skr = ObstacleMoves.by(this.api.as("analyst"));
		Answer refused = skr.endorse(submitted, Map.of());
		assertThat(refused.problems("endorseObstacle")).containsExactly("ILLEGAL_TRANSITION");
		assertThat(refused.text("endorseObstacle.problems.0.message")).contains("SUBMITTED",
				"CONFIRMED, NEEDS_INFORMATION, RESOLVED, UNDER_REVIEW");
		Case draft = Report.by(this.norrköping).draft();
		assertThat(skr.endorse(draft, Map.of()).problems("endorseObstacle")).containsExactly("NOT_FOUND");
	}

	@Test
	void aClosedCaseCannotBeEndorsed() {
		Case subject = Report.by(this.norrköping).takenUp();
		this.database.query("MATCH (obstacle:Obstacle {id: $id}) SET obstacle.status = 'CLOSED'")
			.bind(subject.id())
			.to("id")
			.run();
		assertThat(this.haparanda.endorse(subject, Map.of()).problems("endorseObstacle"))
			.containsExactly("ILLEGAL_TRANSITION");
	}

	@Test
	void aBoardsDecisionHasANumber() {
		Case subject = Report.by(this.norrköping).takenUp();
		assertThat(this.haparanda.endorse(subject, Map.of("mandate", "BOARD_DECISION")).problems("endorseObstacle"))
			.containsExactly("INVALID");
		assertThat(this.haparanda.endorse(subject, Map.of("note", "x".repeat(2_001))).problems("endorseObstacle"))
			.containsExactly("INVALID");
		assertThat(this.haparanda.read(subject.id()).at("obstacle.endorsementCount").asInt()).isZero();
	}

	@Test
	void anEndorsementIsTakenBackOnce() {
		Case subject = Report.by(this.norrköping).takenUp();
		this.haparanda.endorse(subject, Map.of());
		Answer withdrawn = this.haparanda.withdraw(subject, Map.of("reason", "Löst hos oss"));
		assertThat(withdrawn.problems("withdrawEndorsement")).isEmpty();
		assertThat(withdrawn.at("withdrawEndorsement.obstacle.endorsementCount").asInt()).isZero();
		assertThat(types(subject)).endsWith("OBSTACLE_ENDORSED", "OBSTACLE_ENDORSEMENT_WITHDRAWN");
		List<String> before = types(subject);
		assertThat(this.haparanda.withdraw(subject, Map.of()).problems("withdrawEndorsement")).isEmpty();
		assertThat(types(subject)).isEqualTo(before);
		assertThat(this.haparanda.endorse(subject, Map.of()).at("endorseObstacle.obstacle.endorsementCount").asInt())
			.isOne();
	}

	@Test
	void whoReadAnOlderVersionTakesNothingBack() {
		Case subject = Report.by(this.norrköping).takenUp();
		this.haparanda.endorse(subject, Map.of());
		Case older = new Case(subject.id(), subject.reference(), subject.version() - 1, subject.word());
		assertThat(this.haparanda.withdraw(older, Map.of()).problems("withdrawEndorsement")).containsExactly("STALE");
		assertThat(this.haparanda.read(subject.id()).at("obstacle.endorsementCount").asInt()).isOne();
	}

	@Test
	void theReasonForTakingBackIsCheckedLikeAnyText() {
		Case subject = Report.by(this.norrköping).takenUp();
		this.haparanda.endorse(subject, Map.of());
		assertThat(this.haparanda.withdraw(subject, Map.of("reason", "Löst\u0007")).problems("withdrawEndorsement"))
			.containsExactly("INVALID");
		assertThat(
				this.haparanda.withdraw(subject, Map.of("reason", "x".repeat(20_001))).problems("withdrawEndorsement"))
			.containsExactly("INVALID");
		assertThat(this.haparanda.read(subject.id()).at("obstacle.endorsementCount").asInt()).isOne();
	}

	@Test
	void theMostEndorsedStandsFirst() {
		Case older = Report.by(this.norrköping).affecting("culture.arts-school").takenUp();
		Case newer = Report.by(this.norrköping).with("title", "Hinder " + older.word()).takenUp();
		assertThat(mostEndorsed(older.word())).containsExactly(newer.id(), older.id());
		this.haparanda.endorse(older, Map.of());
		assertThat(mostEndorsed(older.word())).containsExactly(older.id(), newer.id());
		this.haparanda.endorse(newer, Map.of());
		ObstacleMoves.by(this.api.as("analyst")).endorse(newer, Map.of());
		assertThat(mostEndorsed(older.word())).containsExactly(newer.id(), older.id());
		this.haparanda.withdraw(newer, Map.of());
		ObstacleMoves.by(this.api.as("analyst")).withdraw(newer, Map.of());
		assertThat(mostEndorsed(older.word())).containsExactly(older.id(), newer.id());
	}

	private List<String> mostEndorsed(String word) {
		return this.api.query(
				"query ($text: String!) { obstacles(filter: {text: $text}, orderBy: MOST_ENDORSED) { nodes { id } } }",
				Map.of("text", word))
			.texts("obstacles.nodes", "id");
	}

	private List<String> types(Case subject) {
		return this.haparanda.history(subject).texts("events.nodes", "type");
	}

}
