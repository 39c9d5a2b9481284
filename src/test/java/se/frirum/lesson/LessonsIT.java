package se.frirum.lesson;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.RandomWord;

import static org.assertj.core.api.Assertions.assertThat;

/// What was learned, and who took it up.
@FrirumTest
class LessonsIT {

	private final Api api;

	LessonsIT(Api api) {
		this.api = api;
	}

	private static Map<String, Object> lesson(Map<String, ?> more) {
		Map<String, Object> lesson = new HashMap<>(Map.of("idempotencyKey", UUID.randomUUID().toString(), "title",
				RandomWord.startingWith("Lärdom "), "context", "Ett försök med fjärrundervisning.", "whatFailed",
				"Lärarna hann inte förbereda sig.", "values", List.of("SOCIAL"), "novelty", "NEW_TO_ORGANISATION",
				"evidence", "MEASURED"));
		lesson.putAll(more);
		return lesson;
	}

	private Answer publish(Map<String, ?> input) {
		return this.api.as("reporter").run("publish-lesson", Map.of("input", input));
	}

	private String published(Map<String, ?> more) {
		Answer answer = publish(lesson(more));
		assertThat(answer.problems("publishLesson")).as(answer.toString()).isEmpty();
		return answer.text("publishLesson.lesson.id");
	}

	private List<String> found(Map<String, ?> filter) {
		return this.api.run("lessons", Map.of("filter", filter, "first", 100)).texts("lessons.nodes", "id");
	}

	@Test
	void areThereForEverybodyToRead() {
		String word = RandomWord.startingWith("vattenprov");
		String trial = this.api.query("{ trials(first: 1) { nodes { id } } }").text("trials.nodes.0.id");
		String lesson = published(Map.of("whatWorked", "Ett " + word + " gav svar.", "trial", trial, "methods",
				List.of("Innovationstävling")));
		assertThat(found(Map.of("text", word))).containsExactly(lesson);
		assertThat(this.api
			.query("query ($text: String!) { search(text: $text, kinds: [LESSON]) { nodes { kind title highlight } } }",
					Map.of("text", word))
			.toString()).contains("<mark>");
		assertThat(this.api
			.query("query ($id: ID!) { trial(id: $id) { lessons { id } } node(id: \"%s\") { id } }".formatted(lesson),
					Map.of("id", trial))
			.toString()).contains(lesson);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "value; ECONOMIC; SOCIAL", "novelty; NEW_TO_WORLD; NEW_TO_MARKET", "evidence; COMPARED; ANECDOTE",
					"country; DK; FR", "method; social investeringsfond; utfallskontrakt",
					"service; education; culture" })
	void areFoundByWhatTheyAreTaggedWith(String tag, String value, String other) {
		String lesson = published(Map.of("values", List.of("ECONOMIC"), "novelty", "NEW_TO_WORLD", "evidence",
				"COMPARED", "country", "DK", "methods", List.of("Social investeringsfond"), "services",
				List.of("education.preschool")));
		assertThat(found(Map.of(tag, value))).contains(lesson);
		assertThat(found(Map.of(tag, other))).doesNotContain(lesson);
	}

	@Test
	void tellOfFailuresToo() {
		String failure = published(Map.of());
		String success = published(Map.of("whatWorked", "Det gick fort."));
		Map<String, Object> onlyWorked = lesson(Map.of("whatWorked", "Det gick fort."));
		onlyWorked.remove("whatFailed");
		String flawless = publish(onlyWorked).text("publishLesson.lesson.id");
		assertThat(found(Map.of("failed", true))).contains(failure, success).doesNotContain(flawless);
		assertThat(found(Map.of("failed", false))).contains(flawless).doesNotContain(failure);
	}

	@Test
	void arePublishedOnce() {
		Map<String, Object> input = lesson(Map.of());
		assertThat(publish(input).text("publishLesson.lesson.id"))
			.isEqualTo(publish(input).text("publishLesson.lesson.id"));
		input.put("title", "En annan lärdom");
		assertThat(publish(input).problems("publishLesson")).containsExactly("INVALID");
	}

	@Test
	void areRefusedWithEverythingThatIsWrong() {
		Map<String, Object> input = lesson(Map.of("title", " ", "values", List.of(), "country", "Sverige", "services",
				List.of("nothing"), "trial", "trial:nothing"));
		input.remove("whatFailed");
		assertThat(publish(input).problems("publishLesson")).containsExactlyInAnyOrder("INVALID", "INVALID", "INVALID",
				"INVALID", "NOT_FOUND", "NOT_FOUND");
		assertThat(publish(lesson(Map.of("context", "Ring 19811218-9876 om det."))).problems("publishLesson"))
			.containsExactly("INVALID");
	}

	@Test
	void areTakenUpByOthersWhoTellWhatCameOfIt() {
		String lesson = published(Map.of());
		adopt("reporter2", lesson, null);
		adopt("reporter2", lesson, null);
		adopt("reporter2", lesson, "Väntetiden halverades.");
		Answer answer = adopt("reporter2", lesson, "Väntetiden halverades.");
		assertThat(answer.texts("adoptLesson.lesson.adoptions", "note")).containsExactly("Väntetiden halverades.");
		assertThat(this.api
			.query("query ($id: ID!) { node(id: $id) { ... on Lesson { history { nodes { type reason } } } } }",
					Map.of("id", lesson))
			.texts("node.history.nodes", "type"))
			.containsExactly("LESSON_PUBLISHED", "LESSON_ADOPTED", "LESSON_ADOPTED");
		assertThat(this.api.as("reporter")
			.run("adopt-lesson", Map.of("input", Map.of("id", lesson)))
			.problems("adoptLesson")).containsExactly("INVALID");
	}

	@Test
	void areMaskedWhereverTheySayWhatMustNotBeRead() {
		String secret = RandomWord.startingWith("Hemlig");
		String lesson = published(Map.of("title", "Lärdom om " + secret, "whatFailed", secret + " sade nej.", "methods",
				List.of("Samtal med " + secret)));
		adopt("reporter2", lesson, "Vi frågade också " + secret);
		Answer masked = this.api.as("analyst")
			.query("""
					mutation ($input: RedactInput!) { redact(input: $input) {
						subject { ... on Lesson { version title } } problems { code } } }""", Map.of("input",
					Map.of("id", lesson, "expectedVersion", 1, "passage", secret, "reason", "Ett namn.")));
		assertThat(masked.problems("redact")).as(masked.toString()).isEmpty();
		assertThat(masked.text("redact.subject.title")).isEqualTo("Lärdom om [maskerat]");
		assertThat(this.api.query("""
				query ($id: ID!) { node(id: $id) { ... on Lesson { title whatFailed methods adoptions { note }
					history { nodes { type reason } } } } }""", Map.of("id", lesson)).toString())
			.contains("LESSON_REDACTED", "Vi frågade också [maskerat]")
			.doesNotContain(secret);
		assertThat(found(Map.of("text", secret))).isEmpty();
	}

	private Answer adopt(String account, String lesson, @Nullable String note) {
		Map<String, Object> input = new HashMap<>(Map.of("id", lesson));
		if (note != null) {
			input.put("note", note);
		}
		Answer answer = this.api.as(account).run("adopt-lesson", Map.of("input", input));
		assertThat(answer.problems("adoptLesson")).as(answer.toString()).isEmpty();
		return answer;
	}

}
