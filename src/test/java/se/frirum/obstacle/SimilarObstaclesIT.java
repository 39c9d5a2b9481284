package se.frirum.obstacle;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.frirum.RandomWord;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.Report;
import se.frirum.Report.Case;

import org.springframework.data.neo4j.core.Neo4jClient;

import static org.assertj.core.api.Assertions.assertThat;

/// Whoever is about to report finds what others reported that is like it, and learns why.
@FrirumTest
class SimilarObstaclesIT {

	private final Api api;

	private final Api reporter;

	private final Neo4jClient database;

	SimilarObstaclesIT(Api api, Neo4jClient database) {
		this.api = api;
		this.database = database;
		this.reporter = api.as("reporter");
	}

	@Test
	void aSectionWeighsMoreThanItsActThatMoreThanAServiceAndThatMoreThanWords() {
		String words = word() + " " + word() + " " + word();
		Case byWords = Report.by(this.reporter).with("title", words).takenUp();
		Case byService = Report.by(this.reporter).affecting("culture.museums").takenUp();
		Case byAct = Report.by(this.reporter).citing("3 § lagen (1997:736)").takenUp();
		Case bySection = Report.by(this.reporter).citing("2 § lagen (1997:736)").takenUp();
		Answer found = similar("public", Map.of("title", words, "description", words, "citations",
				List.of("2 § lagen (1997:736)"), "services", List.of("culture.museums")));
		assertThat(ids(found)).containsSubsequence(bySection.id(), byAct.id(), byService.id(), byWords.id());
		assertThat(score(found, bySection)).isGreaterThan(1000);
		assertThat(score(found, byAct)).isBetween(100.0, 1000.0);
		assertThat(score(found, byService)).isBetween(10.0, 100.0);
		assertThat(score(found, byWords)).isBetween(0.0, 10.0);
	}

	@Test
	void itIsSaidWhatTheCasesShare() {
		String title = word();
		Case subject = Report.by(this.reporter)
			.citing("5 § lagen (1997:736)")
			.affecting("culture.museums")
			.with("title", title)
			.takenUp();
		Answer found = similar("public", Map.of("title", title, "citations", List.of("5 § lagen (1997:736)"),
				"services", List.of("culture.museums")));
		assertThat(found.text("similarObstacles.nodes.0.obstacle.id")).isEqualTo(subject.id());
		List<String> because = found.at("similarObstacles.nodes.0.because")
			.valueStream()
			.map((reason) -> reason.asString())
			.toList();
		assertThat(because).hasSize(4);
		assertThat(because.get(0)).startsWith("same section: 5 § ").contains("1997:736");
		assertThat(because.get(1)).startsWith("same act: ").contains("1997:736");
		assertThat(because.get(2)).startsWith("same service: ");
		assertThat(because.get(3)).isEqualTo("similar words");
	}

	@Test
	void noNumberOfServicesWeighsAsMuchAsAnAct() {
		String[] services = { "social.addiction", "social.day-activities", "social.domestic-violence",
				"social.family-law", "social.guardianship", "social.home-care", "social.income-support",
				"social.meeting-places", "social.relatives", "social.elderly-housing", "social.children-families",
				"social.disability" };
		Case byServices = Report.by(this.reporter).affecting(services).takenUp();
		Case byAct = Report.by(this.reporter).citing("4 § lagen (1997:735)").takenUp();
		Answer found = similar("public",
				Map.of("citations", List.of("lagen (1997:735)"), "services", List.of(services)));
		assertThat(ids(found)).containsSubsequence(byAct.id(), byServices.id());
		assertThat(score(found, byServices)).isLessThan(100);
	}

	@Test
	void noNumberOfActsWeighsAsMuchAsASection() {
		String[] acts = IntStream.rangeClosed(1, 12)
			.mapToObj((number) -> "LIKAFS 2030:" + number)
			.toArray(String[]::new);
		Case byActs = Report.by(this.reporter).citing(acts).takenUp();
		Case bySection = Report.by(this.reporter).citing("6 § lagen (1997:735)").takenUp();
		Answer found = similar("public",
				Map.of("citations", Stream.concat(Stream.of("6 § lagen (1997:735)"), Stream.of(acts)).toList()));
		assertThat(ids(found)).containsSubsequence(bySection.id(), byActs.id());
		assertThat(score(found, byActs)).isLessThan(1000);
	}

	@ParameterizedTest
	@CsvSource({ "public, 1", "reporter2, 1", "reporter, 0", "analyst, 0", "liaison, 0", "admin, 0" })
	void ofCasesThatAwaitReviewOthersLearnOnlyHowManyThereAre(String account, int awaiting) {
		Map<String, Object> input = Map.of("citations", List.of("6 § lagen (1988:870)", "6 § lagen (1988:870)"));
		int before = similar(account, input).at("similarObstacles.awaitingReview").asInt();
		Case submitted = Report.by(this.reporter).citing("6 § lagen (1988:870)").submitted();
		Answer found = similar(account, input);
		assertThat(found.at("similarObstacles.awaitingReview").asInt()).isEqualTo(before + awaiting);
		assertThat(ids(found).contains(submitted.id())).isEqualTo(awaiting == 0);
		if (awaiting > 0) {
			assertThat(found.toString()).doesNotContain(submitted.id(), submitted.reference(), submitted.word());
		}
	}

	@Test
	void draftsAndCasesOnOtherSectionsDoNotAwaitReview() {
		Map<String, Object> input = Map.of("citations", List.of("7 § lagen (1988:870)"));
		int before = similar("public", input).at("similarObstacles.awaitingReview").asInt();
		Report.by(this.reporter).citing("7 § lagen (1988:870)").draft();
		Report.by(this.reporter).citing("8 § lagen (1988:870)").submitted();
		Report.by(this.reporter).citing("7 § lagen (1988:870)").takenUp();
		assertThat(similar("public", input).at("similarObstacles.awaitingReview").asInt()).isEqualTo(before);
	}

	@Test
	void aSectionCitedTwiceAwaitsReviewOnce() {
		Map<String, Object> input = Map.of("citations", List.of("9 § lagen (1988:870)", "10 § lagen (1988:870)"));
		int before = similar("public", input).at("similarObstacles.awaitingReview").asInt();
		Report.by(this.reporter).citing("9 § lagen (1988:870)", "10 § lagen (1988:870)").submitted();
		assertThat(similar("public", input).at("similarObstacles.awaitingReview").asInt()).isEqualTo(before + 1);
	}

	@Test
	void whatOthersMayNotSeeDoesNotCrowdOutWhatTheyMay() {
		String word = word();
		Case subject = Report.by(this.reporter).with("title", "Ett hinder om " + word + " och mycket annat").takenUp();
		this.database
			.query("""
					UNWIND range(1, 210) AS number
					WITH $word + '-' + number AS id
					CREATE (:Obstacle:Hidden {id: id, title: $word, status: 'DRAFT', audience: 'OWNER', owner: 'organisation:0581',
						newest: id, changed: id, endorsed: id})""")
			.bind(word)
			.to("word")
			.run();
		try {
			assertThat(ids(similar("public", Map.of("title", word)))).containsExactly(subject.id());
		}
		finally {
			this.database.query("MATCH (hidden:Hidden) DELETE hidden").run();
		}
	}

	@Test
	void whatCannotBeReadIsPassedOver() {
		Case subject = Report.by(this.reporter).citing("11 § lagen (1988:870)").takenUp();
		Answer found = similar("public",
				Map.of("citations", List.of("§§§", "", "99 kap. 1 § skollagen", "11 § lagen (1988:870)")));
		assertThat(ids(found)).contains(subject.id());
		assertThat(similar("public", Map.of()).at("similarObstacles.nodes").size()).isZero();
		assertThat(similar("public", Map.of("title", "*:* AND (")).errors()).isEmpty();
	}

	private Answer similar(String account, Map<String, ?> input) {
		return this.api.as(account)
			.query("""
					query ($input: SimilarObstaclesInput!) { similarObstacles(input: $input, first: 50) {
						awaitingReview nodes { score because obstacle { id reference title } } } }""",
					Map.of("input", input));
	}

	private static List<String> ids(Answer found) {
		return found.texts("similarObstacles.nodes", "obstacle.id");
	}

	private static double score(Answer found, Case subject) {
		return found.at("similarObstacles.nodes")
			.valueStream()
			.filter((node) -> node.at("/obstacle/id").asString().equals(subject.id()))
			.findFirst()
			.orElseThrow()
			.path("score")
			.asDouble();
	}

	private static String word() {
		return RandomWord.startingWith("ord");
	}

}
