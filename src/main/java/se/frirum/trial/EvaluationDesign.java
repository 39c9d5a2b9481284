package se.frirum.trial;

import java.util.List;

/// How an evaluation is set up, and what can be claimed of it. Each is a template to begin
/// with.
enum EvaluationDesign {

	BEFORE_AND_AFTER("Use it where every area of the country takes part, or where nobody else's figures can be had.",
			"What changed from before the trial to the end of it, where it holds?",
			"It shows what changed where the trial holds. It does not show that the trial changed it: other things changed, too.",
			List.of(new Example("Waiting time", Perspective.EFFECT, "days"),
					new Example("Cost of the service", Perspective.COST, "SEK per user and year"))),

	WITH_COMPARISON("Use it where similar areas go on under the ordinary rules: name them, and measure the same there.",
			"Did what the trial aims at change more where it holds than in similar areas?",
			"It shows how areas of the trial and others changed side by side. The areas were not drawn by lot, so that the difference is a hint, and no proof of what caused it.",
			List.of(new Example("Waiting time", Perspective.EFFECT, "days"),
					new Example("Cost of the service", Perspective.COST, "SEK per user and year"),
					new Example("Users who are content", Perspective.CITIZENS, "percent"))),

	EXPERIENCE("Use it where the trial is about how a service is met and carried out: ask users and staff alike.",
			"How do those who use the service, and those who carry it out, find the trial?",
			"It shows what those who were asked say. It shows neither what others would have said nor what the trial led to.",
			List.of(new Example("Users who are content", Perspective.CITIZENS, "percent"),
					new Example("Staff who would keep the new way of working", Perspective.STAFF, "percent")));

	private final String when;

	private final String question;

	private final String claim;

	private final List<Example> examples;

	EvaluationDesign(String when, String question, String claim, List<Example> examples) {
		this.when = when;
		this.question = question;
		this.claim = claim;
		this.examples = examples;
	}

	/// An indicator that suits it.
	record Example(String name, Perspective perspective, String unit) {
	}

	/// When to choose it.
	String when() {
		return this.when;
	}

	/// The question that it can answer.
	String question() {
		return this.question;
	}

	/// What its figures show, and what not.
	String claim() {
		return this.claim;
	}

	List<Example> examples() {
		return this.examples;
	}

	/// Whether it needs areas to compare with.
	boolean compares() {
		return this == WITH_COMPARISON;
	}

	/// The perspectives that it can't do without.
	List<Perspective> needs() {
		return (this == EXPERIENCE) ? List.of(Perspective.CITIZENS, Perspective.STAFF) : List.of();
	}

}
