package se.frirum.law.importing;

import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.frirum.platform.seed.SeedFile;

import static org.assertj.core.api.Assertions.assertThat;

/// Who answers today for what a ministry of any age has issued.
class DepartmentsTests {

	private final Departments departments = Departments.load();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Justitiedepartementet L3                        | justitiedepartementet
			Justitiedepartementet DÅ                        | justitiedepartementet
			Finansdepartementet BA ToT                      | finansdepartementet
			Landsbygds- och infrastrukturdepartementet SPN BB | landsbygds-och-infrastrukturdepartementet
			Kommunikationsdepartementet                     | landsbygds-och-infrastrukturdepartementet
			Näringsdepartementet                            | klimat-och-naringslivsdepartementet
			Näringsdepartementet RS T                       | landsbygds-och-infrastrukturdepartementet
			Civildepartementet LPP                          | finansdepartementet
			Civildepartementet KY                           | socialdepartementet
			Riksförsäkringsverket                           | forsakringskassan
			""")
	void areToldByTheirSpelling(String spelling, String organisation) {
		assertThat(this.departments.organisation(spelling)).contains(organisation);
	}

	@Test
	void theKingIssuesNoRulesToday() {
		assertThat(this.departments.knows("H.M. Konungen")).isTrue();
		assertThat(this.departments.organisation("H.M. Konungen")).isEmpty();
	}

	@Test
	void aSpellingThatTheTableLacksIsKnownAsSuch() {
		assertThat(this.departments.knows("Trolldepartementet L3")).isFalse();
		assertThat(this.departments.organisation("Trolldepartementet L3")).isEmpty();
	}

	@Test
	void allWhoTookOverAreOrganisationsOfToday() {
		Set<String> organisations = column("organisations/organisations.csv", "id");
		assertThat(organisations).containsAll(column("laws/departments.csv", "organisation"));
	}

	@Test
	void whoeverSucceededStandsInTheTableOrIsAnAgencyOfToday() {
		assertThat(column("laws/departments.csv", "successor"))
			.allSatisfy((successor) -> assertThat(column("laws/departments.csv", "name").contains(successor)
					|| column("organisations/organisations.csv", "name").contains(successor))
				.as(successor)
				.isTrue());
	}

	private static Set<String> column(String file, String name) {
		return new SeedFile(file).rows()
			.stream()
			.map((row) -> row.textOr(name, ""))
			.filter((value) -> !value.isEmpty())
			.collect(Collectors.toSet());
	}

}
