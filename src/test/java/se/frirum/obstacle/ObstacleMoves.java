package se.frirum.obstacle;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.Report.Case;

/// What people do with a case, as a client sends it.
record ObstacleMoves(Api api) {

	private static final String FIELDS = """
			id reference version title description consequence kind hinders yearlyCost mandate decision status reportedAt
			closure answerDueOn handler responsible { id } contact { name email phone }
			guidance { text source asOf givenBy { id } } caseNumbers { organisation { id } number registeredOn }
			duplicateOf { id } duplicates { totalCount nodes { id } }
			blockedBy { target how law { designation kind known } provision { citation } }
			affects { code } endorsementCount endorsements { nodes { organisation { id } note mandate decision } }""";

	static ObstacleMoves by(Api api) {
		return new ObstacleMoves(api);
	}

	Answer report(Map<String, Object> input) {
		return mutate("reportObstacle", "ReportObstacleInput", input);
	}

	Answer update(Case subject, Map<String, ?> values) {
		return mutate("updateObstacle", "UpdateObstacleInput", with(subject.subject(), values));
	}

	Answer submit(Case subject) {
		return mutate("submitObstacle", "SubjectInput", subject.subject());
	}

	Answer discard(Case subject, Map<String, ?> values) {
		return this.api.query(
				"mutation ($input: SubjectInput!) { discardDraft(input: $input) { discarded problems { code message path } } }",
				Map.of("input", with(subject.subject(), values)));
	}

	Answer endorse(Case subject, Map<String, ?> values) {
		return mutate("endorseObstacle", "EndorseObstacleInput", with(Map.of("id", subject.id()), values));
	}

	Answer withdraw(Case subject, Map<String, ?> values) {
		return mutate("withdrawEndorsement", "SubjectInput", with(subject.subject(), values));
	}

	Answer review(Case subject, Map<String, ?> values) {
		return mutate("reviewObstacle", "ReviewObstacleInput", with(subject.subject(), values));
	}

	Answer review(Case subject, String decision) {
		return review(subject, Map.of("decision", decision));
	}

	Answer verify(Case subject, Map<String, ?> values) {
		return mutate("verifyObstacle", "VerifyObstacleInput", with(subject.subject(), values));
	}

	Answer takeBack(Case subject, Map<String, ?> values) {
		return mutate("withdrawObstacle", "SubjectInput", with(subject.subject(), values));
	}

	Answer register(Case subject, String number, LocalDate on) {
		return mutate("addCaseNumber", "CaseNumberInput",
				Map.of("id", subject.id(), "number", number, "registeredOn", on.toString()));
	}

	Answer merge(Case duplicate, Case into) {
		return mutate("mergeObstacles", "MergeObstaclesInput",
				Map.of("duplicate", duplicate.id(), "into", into.id(), "reason", "Samma hinder."));
	}

	Answer split(Case subject) {
		return mutate("splitObstacle", "SubjectInput", subject.subject());
	}

	Answer assign(Case subject, Map<String, ?> values) {
		return this.api
			.query("""
					mutation ($input: AssignInput!) {
						assignCase(input: $input) {
							subject { ... on Obstacle { id reference version handler } } problems { code message path } } }""",
					Map.of("input", with(subject.subject(), values)));
	}

	/// The case as it can be read now.
	Answer read(String id) {
		return this.api.query("query ($id: ID!) { obstacle(id: $id) { " + FIELDS + " } }", Map.of("id", id));
	}

	/// What the log tells about a case.
	Answer history(Case subject) {
		return this.api.query("""
				query ($id: ID!) { events(about: $id) { totalCount
					nodes { type from to reason actor organisation { id name }
						onBehalfOf { id } about { id } } } }""", Map.of("id", subject.id()));
	}

	private Answer mutate(String mutation, String type, Map<String, Object> input) {
		return this.api
			.query("mutation ($input: %s!) { %s(input: $input) { obstacle { %s } problems { code message path } } }"
				.formatted(type, mutation, FIELDS), Map.of("input", input));
	}

	private static Map<String, Object> with(Map<String, Object> subject, Map<String, ?> values) {
		Map<String, Object> input = new HashMap<>(subject);
		input.putAll(values);
		return input;
	}

}
