package se.frirum.trial;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// How a trial is to be evaluated.
///
/// @param design null: WITH_COMPARISON where there are areas to compare with, else
/// BEFORE_AND_AFTER
/// @param comparisonAreas codes of areas where the trial does not hold
/// @param stopCriteria what would end the trial early
record PlanEvaluationInput(String id, int expectedVersion, @Nullable EvaluationDesign design, String question,
		List<IndicatorInput> indicators, List<String> comparisonAreas, String evaluator, LocalDate dueOn,
		@Nullable String stopCriteria) {

	EvaluationDesign designOrUsual() {
		if (this.design != null) {
			return this.design;
		}
		return this.comparisonAreas.isEmpty() ? EvaluationDesign.BEFORE_AND_AFTER : EvaluationDesign.WITH_COMPARISON;
	}

}
