package se.frirum.trial;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/// A draft as the workbench's form writes it.
class WrittenDraftTests {

	private static final String SCHOOL = "21 kap. 4 § skollagen";

	private final MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();

	@Test
	void citesARuleALineOnce() {
		write("citations", " 21 kap. 4 § skollagen \r\n\r\n1 kap. 9 § regeringsformen;21 kap. 4 § skollagen");
		write("citations", "3 § MBL");
		assertThat(draft().citations()).containsExactly(SCHOOL, "1 kap. 9 § regeringsformen", "3 § MBL");
		assertThat(draft().text("citations")).isEqualTo(SCHOOL + "\n1 kap. 9 § regeringsformen\n3 § MBL");
	}

	@Test
	void isIncompleteWhereNothingIsWritten() {
		assertThat(draft().complete()).isFalse();
		assertThat(draft().until()).isNull();
		assertThat(draft().areas()).isEmpty();
		assertThat(draft().fits()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "SETS_ASIDE, 1 §, 25, 2027-01-01, true", "SETS_ASIDE, '', 25, 2027-01-01, false",
			"REPLACES, '', 25, 2027-01-01, false", "ADDS, '', 25, 2027-01-01, true", "ADDS, 1 §, '', 2027-01-01, false",
			"ADDS, '', 25, '', false" })
	void needsARuleUnlessItOnlyAddsAndAPlaceAndADay(String effect, String citations, String area, String from,
			boolean complete) {
		write("effect", effect);
		write("citations", citations);
		write("area", area);
		write("from", from);
		assertThat(draft().complete()).isEqualTo(complete);
	}

	@Test
	void holdsThroughItsLastDay() {
		write("lastDay", "2029-12-31");
		assertThat(draft().until()).isEqualTo("2030-01-01");
	}

	@Test
	void leavesADayThatIsNoneForTheApiToRefuse() {
		write("lastDay", "2029-02-30");
		assertThat(draft().until()).isEqualTo("2029-02-30");
	}

	@Test
	void becomesAClause() {
		write("effect", "REPLACES");
		write("citations", SCHOOL);
		write("area", "25", "", "25", "05");
		write("from", "2027-07-01");
		write("lastDay", "2027-07-01");
		assertThat(draft().clause("–")).containsOnly(entry("effect", "REPLACES"), entry("from", "2027-07-01"),
				entry("until", "2027-07-02"), entry("citations", List.of(SCHOOL)), entry("areas", List.of("25", "05")),
				entry("text", "–"));
		write("text", "Kommunen får\r\npröva.");
		assertThat(draft().clause("–")).containsEntry("text", "Kommunen får\npröva.");
	}

	@Test
	void saysThatItHasNoRulesAndAreasWhereTheApiMustBeTold() {
		assertThat(draft().clause("–")).containsEntry("areas", List.of()).containsEntry("citations", List.of());
		assertThat(draft().impact()).containsEntry("citations", List.of());
		assertThat(draft().scope()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "SETS_ASIDE, SET_ASIDE", "REPLACES, AMEND", "ADDS, ADD", ", SET_ASIDE", "WHATEVER, SET_ASIDE" })
	void isProposedAsAChangeOfEachRule(String effect, String change) {
		if (effect != null) {
			write("effect", effect);
		}
		write("citations", SCHOOL + "\n3 § MBL");
		assertThat(draft().changes()).containsExactly(change, change);
	}

	@Test
	void isTheSameBehindItsAddress() {
		write("citations", SCHOOL + "\n3 § MBL");
		write("area", "25", "0581");
		write("text", "Får pröva: 100 % & mer + annat = bra?\nPå två rader.");
		write("strange", "left out");
		String address = draft().at("/workbench");
		assertThat(address).startsWith("/workbench?citations=").doesNotContain("strange");
		MultiValueMap<String, String> again = new LinkedMultiValueMap<>();
		UriComponentsBuilder.fromUriString(address)
			.build()
			.getQueryParams()
			.forEach((name, values) -> values.forEach(
					(value) -> again.add(name, URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8))));
		assertThat(new WrittenDraft(again).clause("–")).isEqualTo(draft().clause("–"));
	}

	@Test
	void fitsInAnAddressUnlessItIsLong() {
		write("citations", SCHOOL);
		write("text", "å".repeat(300));
		assertThat(draft().fits()).isTrue();
		write("text", "å".repeat(300));
		assertThat(draft().fits()).isFalse();
	}

	private WrittenDraft draft() {
		return new WrittenDraft(this.fields);
	}

	private void write(String name, String... values) {
		this.fields.addAll(name, List.of(values));
	}

}
