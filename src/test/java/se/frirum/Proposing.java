package se.frirum;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import se.frirum.Api.Answer;
import se.frirum.Report.Case;

import static org.assertj.core.api.Assertions.assertThat;

/// A proposal that a test brings along, made over the API as anybody would. Its title holds
/// a word that stands nowhere else.
public final class Proposing {

	private final Api api;

	private final String word = RandomWord.startingWith("ord");

	private final Map<String, Object> input = new LinkedHashMap<>();

	private String operation = "propose-simplification";

	private Proposing(Api api) {
		this.api = api;
		this.input.put("idempotencyKey", UUID.randomUUID().toString());
		this.input.put("title", "Förslag " + this.word);
		this.input.put("rationale", "Varför det ska ändras.");
		this.input.put("addresses", List.of());
		this.input.put("changes", List.of());
	}

	/// A proposal of the organisation that somebody acts for.
	public static Proposing by(Api api) {
		return new Proposing(api);
	}

	/// Addressing these obstacles.
	public Proposing addressing(String... obstacles) {
		return with("addresses", List.of(obstacles));
	}

	/// Amending these rules.
	public Proposing changing(String... citations) {
		return with("changes",
				Arrays.stream(citations).map((citation) -> Map.of("citation", citation, "change", "AMEND")).toList());
	}

	/// As a trial, from a day until a day, in these areas.
	public Proposing asTrial(String from, String until, String... areas) {
		this.operation = "propose-trial";
		return with("areas", List.of(areas)).with("from", from).with("until", until);
	}

	/// With another value in a field of the input.
	public Proposing with(String field, Object value) {
		this.input.put(field, value);
		return this;
	}

	/// Sends it as it is.
	public Answer send() {
		return this.api.run(this.operation, Map.of("input", this.input));
	}

	/// Keeps it as a draft.
	public Case draft() {
		this.input.put("submit", false);
		return of(send(), mutation());
	}

	/// Hands it in.
	public Case submitted() {
		this.input.put("submit", true);
		return of(send(), mutation());
	}

	/// Hands it in; a liaison takes it up.
	public Case takenUp() {
		return reviewed(submitted(), Map.of("decision", "TAKE_UP"));
	}

	/// Hands it in; it is taken up, assessed and accepted.
	public Case accepted(String route) {
		Case taken = takenUp();
		Answer assessed = this.api.as("analyst")
			.run("assess-consequences", Map.of("input", Map.of("id", taken.id(), "expectedVersion", taken.version(),
					"problem", "a", "zeroOption", "b", "alternatives", "c")));
		return reviewed(of(assessed, "assessConsequences"), Map.of("decision", "ACCEPT", "route", route));
	}

	private Case reviewed(Case subject, Map<String, Object> decision) {
		Map<String, Object> review = new LinkedHashMap<>(subject.subject());
		review.putAll(decision);
		return of(this.api.as("liaison").run("review-proposal", Map.of("input", review)), "reviewProposal");
	}

	private String mutation() {
		return this.operation.equals("propose-trial") ? "proposeTrial" : "proposeSimplification";
	}

	private Case of(Answer answer, String field) {
		assertThat(answer.errors()).as(answer.toString()).isEmpty();
		assertThat(answer.problems(field)).as(answer.toString()).isEmpty();
		String proposal = field + ".proposal.";
		return new Case(answer.text(proposal + "id"),
				answer.at(proposal + "reference").isNull() ? "" : answer.text(proposal + "reference"),
				answer.at(proposal + "version").asInt(), this.word);
	}

}
