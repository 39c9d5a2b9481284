package se.frirum.proposal;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.graphql.Problems;

/// What a change would bring with it: what an impact assessment must hold by förordning
/// (2024:183), and the principles by which local government is funded.
record AssessmentInput(String id, int expectedVersion, String problem, String zeroOption, String alternatives,
		@Nullable String costsState, @Nullable String costsMunicipalities, @Nullable String costsRegions,
		@Nullable String effectsIndividuals, @Nullable String effectsCompanies, @Nullable String selfGovernment,
		@Nullable String euLaw, @Nullable String financing) {

	private static final int TEXT = 20_000;

	/// The texts by the assessment's fields, checked and tidied.
	Map<String, @Nullable String> checked(Problems problems) {
		Map<String, @Nullable String> given = new LinkedHashMap<>();
		given.put("costsState", this.costsState);
		given.put("costsMunicipalities", this.costsMunicipalities);
		given.put("costsRegions", this.costsRegions);
		given.put("effectsIndividuals", this.effectsIndividuals);
		given.put("effectsCompanies", this.effectsCompanies);
		given.put("selfGovernment", this.selfGovernment);
		given.put("euLaw", this.euLaw);
		given.put("financing", this.financing);
		Map<String, @Nullable String> checked = new LinkedHashMap<>();
		checked.put("problem", problems.text(this.problem, true, TEXT, "input", "problem"));
		checked.put("zeroOption", problems.text(this.zeroOption, true, TEXT, "input", "zeroOption"));
		checked.put("alternatives", problems.text(this.alternatives, true, TEXT, "input", "alternatives"));
		given.forEach((field, text) -> checked.put(field, problems.text(text, false, TEXT, "input", field)));
		return checked;
	}

}
