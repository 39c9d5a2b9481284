package se.frirum;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import se.frirum.Api.Answer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// A case that a test brings along, reported over the API as anybody would. Its title
/// holds a word that stands nowhere else.
public final class Report {

	private static final String REVIEW = """
			mutation ($input: ReviewObstacleInput!) {
				reviewObstacle(input: $input) { obstacle { id reference version status } problems { code message path } }
			}""";

	private final Api api;

	private final String word = RandomWord.startingWith("ord");

	private final Map<String, Object> input = new LinkedHashMap<>();

	private Report(Api api) {
		this.api = api;
		this.input.put("idempotencyKey", UUID.randomUUID().toString());
		this.input.put("title", "Hinder " + this.word);
		this.input.put("description", "Det vi vill göra och hur regeln hindrar det.");
	}

	/// A case of the organisation that somebody acts for.
	public static Report by(Api api) {
		return new Report(api);
	}

	/// Blocked by these rules.
	public Report citing(String... citations) {
		return with("blockedBy", Arrays.stream(citations).map((citation) -> Map.of("citation", citation)).toList());
	}

	/// Affecting these services.
	public Report affecting(String... codes) {
		return with("services", List.of(codes));
	}

	/// With another value in a field of the input.
	public Report with(String field, Object value) {
		this.input.put(field, value);
		return this;
	}

	/// Sends it as it is.
	public Answer send() {
		return this.api.run("report-obstacle", Map.of("input", this.input));
	}

	/// Keeps it as a draft.
	public Case draft() {
		this.input.put("submit", false);
		return Case.of(send(), "reportObstacle", this.word);
	}

	/// Hands it in.
	public Case submitted() {
		this.input.put("submit", true);
		return Case.of(send(), "reportObstacle", this.word);
	}

	/// Hands it in; it is taken up, and everybody sees it.
	public Case takenUp() {
		return takenUp(true);
	}

	/// Hands it in; it is taken up, and everybody sees it or only those who review.
	public Case takenUp(boolean published) {
		Case submitted = submitted();
		Answer answer = this.api.as("analyst")
			.query(REVIEW, Map.of("input", Map.of("id", submitted.id(), "expectedVersion", submitted.version(),
					"decision", "TAKE_UP", "publish", published)));
		return Case.of(answer, "reviewObstacle", this.word);
	}

	/// A case as it was last read.
	///
	/// @param reference empty for a draft
	/// @param word the one in its title that stands nowhere else
	public record Case(String id, String reference, int version, String word) {

		static Case of(Answer answer, String field, String word) {
			assertThat(answer.problems(field)).as(answer.toString()).isEmpty();
			assertThat(answer.errors()).as(answer.toString()).isEmpty();
			String obstacle = field + ".obstacle.";
			return new Case(answer.text(obstacle + "id"),
					answer.at(obstacle + "reference").isNull() ? "" : answer.text(obstacle + "reference"),
					answer.at(obstacle + "version").asInt(), word);
		}

		/// The same case, or the one that a move answers with, after nothing stood in the
		/// way of it.
		public Case after(Answer answer) {
			assertThat(answer.errors()).as(answer.toString()).isEmpty();
			JsonNode payload = answer.body().path("data").iterator().next();
			assertThat(payload.path("problems")).as(answer.toString()).isEmpty();
			JsonNode subject = payload.iterator().next();
			return new Case(subject.path("id").asString(), subject.path("reference").asString(""),
					subject.path("version").asInt(), this.word);
		}

		/// What names it in the input of a mutation that only it is subject to.
		public Map<String, Object> subject() {
			return Map.of("id", this.id, "expectedVersion", this.version);
		}

	}

}
