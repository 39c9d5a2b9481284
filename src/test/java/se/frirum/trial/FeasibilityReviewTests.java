package se.frirum.trial;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.frirum.trial.ClauseFacts.Authority;
import se.frirum.trial.ClauseFacts.Power;
import se.frirum.trial.ClauseFacts.Rule;

import static org.assertj.core.api.Assertions.assertThat;

/// What can stand in a clause's way, as far as the register can tell.
class FeasibilityReviewTests {

	private static final String ENABLING = "sfs:2010:800#K21P8";

	private static Rule rule(@Nullable String kind, @Nullable String text, Power... powers) {
		return new Rule("sfs:2010:800#K21P4", "21 kap. 4 § skollagen", kind, text, List.of(powers), List.of());
	}

	private static ClauseFacts clause(boolean ordinance, List<Authority> authorities, Rule... rules) {
		return new ClauseFacts(0, ClauseEffect.SETS_ASIDE, "Paragrafen gäller inte.", ordinance, false, List.of(rules),
				authorities);
	}

	private static FeasibilityFinding finding(FeasibilityQuestion question, ClauseFacts clause) {
		return FeasibilityReview.of(clause)
			.stream()
			.filter((each) -> each.question() == question)
			.findFirst()
			.orElseThrow();
	}

	private static FeasibilityVerdict verdict(FeasibilityQuestion question, ClauseFacts clause) {
		return finding(question, clause).verdict();
	}

	@Test
	void everyQuestionGetsOneAnswer() {
		assertThat(FeasibilityReview.of(clause(false, List.of(), rule("ACT", null))))
			.extracting(FeasibilityFinding::question)
			.containsExactly(FeasibilityQuestion.values());
	}

	@ParameterizedTest
	@CsvSource({ "CONSTITUTION, BLOCKED", "EU_ACT, BLOCKED", "ACT, CLEAR", "ORDINANCE, CLEAR",
			"AGENCY_REGULATION, CLEAR", "OTHER, UNKNOWN", ", UNKNOWN" })
	void anActReachesWhatRanksNoHigher(@Nullable String kind, FeasibilityVerdict verdict) {
		assertThat(verdict(FeasibilityQuestion.RANK, clause(false, List.of(), rule(kind, null)))).isEqualTo(verdict);
	}

	@ParameterizedTest
	@CsvSource({ "ACT, GOVERNMENT, REGULATION, CLEAR", "ACT, AGENCY, REGULATION, CHECK",
			"ACT, GOVERNMENT, INDIVIDUAL_DECISION, CHECK", "CONSTITUTION, GOVERNMENT, REGULATION, BLOCKED",
			"ORDINANCE, GOVERNMENT, REGULATION, BLOCKED", ", GOVERNMENT, REGULATION, BLOCKED" })
	void anOrdinanceReachesAnActOnlyWhereAnActLetsTheGovernment(@Nullable String kindOfAuthority, String holder,
			String form, FeasibilityVerdict verdict) {
		List<Authority> authorities = List.of(new Authority(ENABLING, "21 kap. 8 § skollagen", kindOfAuthority));
		Rule rule = rule("ACT", null, new Power(ENABLING, holder, form));
		assertThat(verdict(FeasibilityQuestion.RANK, clause(true, authorities, rule))).isEqualTo(verdict);
	}

	@Test
	void anyOtherSectionOfAnActIsToBeChecked() {
		List<Authority> authorities = List.of(new Authority(ENABLING, "21 kap. 8 § skollagen", "ACT"));
		assertThat(verdict(FeasibilityQuestion.RANK, clause(true, authorities, rule("ACT", null))))
			.isEqualTo(FeasibilityVerdict.CHECK);
	}

	@ParameterizedTest
	@CsvSource({ "CONSTITUTION, BLOCKED", "EU_ACT, BLOCKED", "ACT, CHECK", "ORDINANCE, CLEAR", "OTHER, UNKNOWN",
			", UNKNOWN" })
	void authorityDependsOnWhatIsSetAside(@Nullable String kind, FeasibilityVerdict verdict) {
		assertThat(verdict(FeasibilityQuestion.AUTHORITY, clause(false, List.of(), rule(kind, null))))
			.isEqualTo(verdict);
	}

	@ParameterizedTest
	@CsvSource({ "CONSTITUTION, BLOCKED", "ACT, CLEAR", "OTHER, UNKNOWN", ", UNKNOWN" })
	void nobodyTakesAnUnloadedActForOneBelowTheConstitution(@Nullable String kind, FeasibilityVerdict verdict) {
		assertThat(verdict(FeasibilityQuestion.CONSTITUTION, clause(false, List.of(), rule(kind, null))))
			.isEqualTo(verdict);
	}

	@Test
	void anOrdinanceWithoutAuthorityIsToldWhichSectionsCouldBeOne() {
		Rule rule = rule("ACT", null, new Power(ENABLING, "GOVERNMENT", "REGULATION"));
		FeasibilityFinding finding = finding(FeasibilityQuestion.RANK, clause(true, List.of(), rule));
		assertThat(finding.verdict()).isEqualTo(FeasibilityVerdict.BLOCKED);
		assertThat(finding.because()).contains(ENABLING);
	}

	@Test
	void anAuthorityIsClearWhereTheRegisterKnowsThatItReachesTheRule() {
		List<Authority> authorities = List.of(new Authority(ENABLING, "21 kap. 8 § skollagen", "ACT"));
		Rule reached = rule("ACT", null, new Power(ENABLING, "GOVERNMENT", "REGULATION"));
		assertThat(verdict(FeasibilityQuestion.AUTHORITY, clause(true, authorities, reached)))
			.isEqualTo(FeasibilityVerdict.CLEAR);
		assertThat(verdict(FeasibilityQuestion.AUTHORITY, clause(true, authorities, rule("ACT", null))))
			.isEqualTo(FeasibilityVerdict.CHECK);
	}

	@Test
	void aConstitutionIsNotSetAsideForATime() {
		FeasibilityFinding finding = finding(FeasibilityQuestion.CONSTITUTION,
				clause(false, List.of(), rule("ACT", null), rule("CONSTITUTION", null)));
		assertThat(finding.verdict()).isEqualTo(FeasibilityVerdict.BLOCKED);
		assertThat(finding.because()).contains("sfs:1974:152#K8P14");
	}

	@Test
	void nothingIsSaidOfEuLawThatTheRegisterDoesNotKnow() {
		assertThat(verdict(FeasibilityQuestion.EU_LAW, clause(false, List.of(), rule("ACT", null))))
			.isEqualTo(FeasibilityVerdict.UNKNOWN);
		Rule european = new Rule("sfs:2016:1145#K1P1", "1 kap. 1 § LOU", "ACT", null, List.of(),
				List.of("sfs:2016:1145#K1P1"));
		assertThat(finding(FeasibilityQuestion.EU_LAW, clause(false, List.of(), european)).because())
			.containsExactly("sfs:2016:1145#K1P1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "Eleven har rätt till stöd.; CHECK",
			"Beslutet får överklagas hos domstol.; CHECK", "Myndigheten för register.; CLEAR", "; UNKNOWN" })
	void asksWhoseRightsTheWordingSpeaksOf(@Nullable String text, FeasibilityVerdict verdict) {
		assertThat(verdict(FeasibilityQuestion.INDIVIDUAL_RIGHTS, clause(false, List.of(), rule("ACT", text))))
			.isEqualTo(verdict);
	}

	@ParameterizedTest
	@CsvSource({ "REPLACES, Kommunen ska rapportera varje år., true, CHECK",
			"REPLACES, Kommunen ska rapportera varje år., false, CHECK",
			"ADDS, Socialnämnden är skyldig att svara., false, CHECK",
			"REPLACES, Den nämnda skolan ska ordna kommunikation och regional samverkan., false, CLEAR",
			"REPLACES, Kommunen får låta bli., true, CLEAR",
			"SETS_ASIDE, Kommunen ska rapportera varje år., true, CLEAR" })
	void aDutyOnMunicipalitiesTakesAnAct(ClauseEffect effect, String text, boolean ordinance,
			FeasibilityVerdict verdict) {
		assertThat(verdict(FeasibilityQuestion.MUNICIPAL_DUTIES,
				new ClauseFacts(0, effect, text, ordinance, true, List.of(rule("ACT", null)), List.of())))
			.isEqualTo(verdict);
	}

	@Test
	void asksWhyJustTheseAreas() {
		assertThat(verdict(FeasibilityQuestion.EQUAL_TREATMENT, clause(false, List.of(), rule("ACT", null))))
			.isEqualTo(FeasibilityVerdict.CHECK);
	}

}
