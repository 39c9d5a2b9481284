package se.frirum.trial;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.platform.database.Row;
import se.frirum.platform.page.Choices.County;

import static org.assertj.core.api.Assertions.assertThat;

/// Where trials hold on a day, counted in each municipality.
class CountryMapTests {

	private static final LocalDate DAY = LocalDate.of(2027, 5, 1);

	private static final List<County> COUNTIES = List.of(
			new County("25", "Norrbottens län", List.of(municipality("2580", "Luleå"), municipality("2584", "Kiruna"))),
			new County("24", "Västerbottens län", List.of(municipality("2480", "Umeå"))));

	@Test
	void everyMunicipalityHasItsPlaceWhereNoTrialHolds() {
		assertThat(CountryMap.of(List.of(), COUNTIES, DAY)).extracting(CountryMap.Place::name)
			.containsExactly("Luleå", "Kiruna", "Umeå");
		assertThat(counted()).isEqualTo(Map.of("Luleå", 0L, "Kiruna", 0L, "Umeå", 0L));
	}

	@Test
	void aPlaceLiesInItsCountyAndMayLackCoordinates() {
		CountryMap.Place place = CountryMap.of(List.of(), COUNTIES, DAY).getFirst();
		assertThat(place.code()).isEqualTo("2580");
		assertThat(place.county()).isEqualTo("Norrbottens län");
		assertThat(place.latitude()).isNull();
	}

	@Test
	void aTrialHoldsInTheWholeCountryInACountyOrInAMunicipality() {
		assertThat(counted(trial("ENABLED_ORDINANCE", clause("SE"))))
			.isEqualTo(Map.of("Luleå", 1L, "Kiruna", 1L, "Umeå", 1L));
		assertThat(counted(trial("ENABLED_ORDINANCE", clause("25"))))
			.isEqualTo(Map.of("Luleå", 1L, "Kiruna", 1L, "Umeå", 0L));
		assertThat(counted(trial("ENABLED_ORDINANCE", clause("2584"))))
			.isEqualTo(Map.of("Luleå", 0L, "Kiruna", 1L, "Umeå", 0L));
	}

	@Test
	void trialsAddUpAndTheClausesOfOneDoNot() {
		assertThat(counted(trial("ENABLED_ORDINANCE", clause("25"), clause("2580")),
				trial("NAMED_AREA_ACT", clause("2580"))))
			.isEqualTo(Map.of("Luleå", 2L, "Kiruna", 1L, "Umeå", 0L));
	}

	@Test
	void aClauseHoldsFromItsFirstDayThroughTheDayBeforeItsEnd() {
		assertThat(inLulea(dated("2027-05-01", null, "2580"))).isOne();
		assertThat(inLulea(dated("2027-05-02", null, "2580"))).isZero();
		assertThat(inLulea(dated("2026-01-01", "2027-05-02", "2580"))).isOne();
		assertThat(inLulea(dated("2026-01-01", "2027-05-01", "2580"))).isZero();
	}

	@Test
	void aClauseWithoutAStartOrWithoutAreasHoldsNowhere() {
		assertThat(inLulea(dated(null, "2030-01-01", "2580"))).isZero();
		assertThat(inLulea(dated("2026-01-01", null))).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "CONSENT", "GOVERNMENT_SELECTION", "PERMIT" })
	void whatIsJoinedHoldsOnlyWhereSomebodyTakesPart(String instrument) {
		Row trial = trial(instrument, List.of("2584"), clause("SE"));
		assertThat(counted(trial)).isEqualTo(Map.of("Luleå", 0L, "Kiruna", 1L, "Umeå", 0L));
		assertThat(counted(trial(instrument, clause("SE")))).isEqualTo(Map.of("Luleå", 0L, "Kiruna", 0L, "Umeå", 0L));
	}

	@Test
	void aRegionTakesPartInItsWholeCounty() {
		assertThat(counted(trial("PERMIT", List.of("25"), clause("SE"))))
			.isEqualTo(Map.of("Luleå", 1L, "Kiruna", 1L, "Umeå", 0L));
	}

	@Test
	void whoeverTakesPartOutsideTheTrialsAreasIsNotUnderIt() {
		assertThat(counted(trial("CONSENT", List.of("2480", "2580"), clause("25"))))
			.isEqualTo(Map.of("Luleå", 1L, "Kiruna", 0L, "Umeå", 0L));
	}

	@Test
	void aParticipantThatGovernsNoAreaIsOnNoMap() {
		assertThat(counted(trial("PERMIT", Arrays.asList(null, "2580"), clause("SE"))))
			.isEqualTo(Map.of("Luleå", 1L, "Kiruna", 0L, "Umeå", 0L));
	}

	@Test
	void aTrialOfTheWholeCountryHoldsEverywhereUnlessItIsJoined() {
		assertThat(CountryMap.isEverywhere(trial("ENABLED_ORDINANCE", clause("25"), clause("SE")), DAY)).isTrue();
		assertThat(CountryMap.isEverywhere(trial("ENABLED_ORDINANCE", dated("2028-01-01", null, "SE")), DAY)).isFalse();
		assertThat(CountryMap.isEverywhere(trial("ENABLED_ORDINANCE", clause("25"), clause("24")), DAY)).isFalse();
		assertThat(CountryMap.isEverywhere(trial("PERMIT", clause("SE")), DAY)).isFalse();
	}

	private static Map<String, Long> counted(Row... trials) {
		return CountryMap.of(List.of(trials), COUNTIES, DAY)
			.stream()
			.collect(Collectors.toMap(CountryMap.Place::name, CountryMap.Place::trials));
	}

	private static long inLulea(Map<String, Object> clause) {
		return CountryMap.of(List.of(trial("ENABLED_ORDINANCE", clause)), COUNTIES, DAY).getFirst().trials();
	}

	private static Map<String, Object> municipality(String code, String name) {
		return Map.of("code", code, "name", name);
	}

	@SafeVarargs
	private static Row trial(String instrument, Map<String, Object>... clauses) {
		return trial(instrument, List.of(), clauses);
	}

	@SafeVarargs
	private static Row trial(String instrument, List<@Nullable String> participants, Map<String, Object>... clauses) {
		return new Row(Map
			.of("instrument", instrument, "clauses", List.of(clauses), "participants", participants.stream()
				.map((area) -> Map.of("organisation", (area != null) ? Map.of("area", Map.of("code", area)) : Map.of()))
				.toList()));
	}

	private static Map<String, Object> clause(String... areas) {
		return dated("2027-01-01", null, areas);
	}

	private static Map<String, Object> dated(@Nullable String from, @Nullable String until, String... areas) {
		Map<String, Object> clause = new HashMap<>();
		if (from != null) {
			clause.put("from", from);
		}
		if (until != null) {
			clause.put("until", until);
		}
		clause.put("areas", Arrays.stream(areas).map((code) -> Map.of("code", code)).toList());
		return clause;
	}

}
