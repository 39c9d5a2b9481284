package se.frirum.trial;

import java.util.List;
import java.util.Map;

/// The answer to one question about one clause.
///
/// @param clause its place in the draft, from 0
/// @param because ids of the sections that the answer rests on
record FeasibilityFinding(int clause, FeasibilityQuestion question, FeasibilityVerdict verdict, String explanation,
		List<String> because) {

	Map<String, Object> row() {
		return Map.of("clause", this.clause, "question", this.question.name(), "verdict", this.verdict.name(),
				"explanation", this.explanation, "because", this.because, "place",
				"%03d%02d".formatted(this.clause, this.question.ordinal()));
	}

}
