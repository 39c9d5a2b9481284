package se.frirum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Cases of a test's own, told from all others by a word that nobody else uses.
public record Cases(Api api, String word) {

	/// With a fresh word.
	public static Cases of(Api api) {
		return new Cases(api, RandomWord.startingWith("ord"));
	}

	/// What a report of a case holds, where nothing else is said.
	public Map<String, Object> input(String title) {
		Map<String, Object> input = new HashMap<>();
		input.put("idempotencyKey", UUID.randomUUID().toString());
		input.put("title", title + " " + this.word);
		input.put("description", "Regeln står i vägen.");
		return input;
	}

	/// Hands a case in.
	/// @return its id
	public String submitted(String account, String title, Map<String, ?> more) {
		Map<String, Object> input = input(title);
		input.putAll(more);
		Api.Answer answer = this.api.as(account).run("report-obstacle", Map.of("input", input));
		return id(answer, "reportObstacle");
	}

	/// Takes a case up and shows it to everybody.
	public void published(String id) {
		id(this.api.as("analyst").run("take-up-obstacle", Map.of("id", id, "expectedVersion", version(id))),
				"reviewObstacle");
	}

	/// Hands a case in and has it shown to everybody.
	/// @return its id
	public String reported(String account, String title, Map<String, ?> more) {
		String id = submitted(account, title, more);
		published(id);
		return id;
	}

	/// Says that an account's organisation has the same obstacle.
	public void endorsed(String id, String... accounts) {
		for (String account : accounts) {
			id(this.api.as(account).run("endorse-obstacle", Map.of("input", Map.of("id", id))), "endorseObstacle");
		}
	}

	private int version(String id) {
		return this.api.as("analyst")
			.query("query ($id: ID!) { obstacle(id: $id) { version } }", Map.of("id", id))
			.at("obstacle.version")
			.asInt();
	}

	private static String id(Api.Answer answer, String operation) {
		if (!answer.errors().isEmpty() || !answer.problems(operation).equals(List.of())) {
			throw new AssertionError(answer.toString());
		}
		return answer.text(operation + ".obstacle.id");
	}

}
