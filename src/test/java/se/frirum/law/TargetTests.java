package se.frirum.law;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Places in an act, and the ids they have.
class TargetTests {

	@ParameterizedTest
	@CsvSource({ "sfs:2010:800, 2010:800", "sfs:2010:800#K21, 2010:800#K21", "sfs:2010:800#K21P4, 2010:800#K21P4",
			"sfs:2010:800#K13aP2b, 2010:800#K13aP2b", "sfs:1990:782#P3, 1990:782#P3",
			"sfs:2010:800#K21P3S2, 2010:800#K21P3S2", "sfs:2010:800#K21P3S2N1, 2010:800#K21P3S2N1",
			"sfs:2010:800#K21P3S2N1a, 2010:800#K21P3S2N1a", "sfs:2010:800#K21P3Na, 2010:800#K21P3Na",
			"sfs:2010:800#K21P3S2N1M2, 2010:800#K21P3S2N1M2", "sfs:N1985:40#P1, N1985:40#P1",
			"fs:HSLF-FS 2017:40#K4P2, HSLF-FS 2017:40#K4P2", "celex:32014L0024#P12, 32014L0024#P12" })
	void areReadFromIds(String id, String written) {
		assertThat(Target.parse(id)).map(Target::toString).contains(written);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2010:800#K21P4", "sfs:#K21P4", "sfs:skollagen#K21P4", "sfs:2010:800#P4K21",
			"sfs:2010:800#K21p4", "sfs:2010:800#K21P4 skollagen", "sfs:2010:800#K12345", "sfs:2010:800##K1P1",
			"obstacle:2010:800#K1P1" })
	void areNotReadFromAnythingElse(String text) {
		assertThat(Target.parse(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "sfs:2010:800#K21P3S2N1M2, sfs:2010:800#K21P3", "sfs:2010:800#K13aP2b, sfs:2010:800#K13aP2b",
			"sfs:1990:782#P3S1, sfs:1990:782#P3" })
	void lieInASection(String id, String section) {
		assertThat(Target.parse(id).flatMap(Target::provisionId)).contains(section);
	}

	@ParameterizedTest
	@ValueSource(strings = { "sfs:2010:800", "sfs:2010:800#K21" })
	void lieInNoneWhereTheActOrAChapterIsMeant(String id) {
		assertThat(Target.parse(id)).isPresent();
		assertThat(Target.parse(id).flatMap(Target::provisionId)).isEmpty();
	}

	@Test
	void canBeMovedToTheChapterThatHoldsTheSection() {
		Target target = new Target(new LawId("sfs:2010:800"), null, "4", "2", "1", null);
		assertThat(target.inChapter("21")).hasToString("2010:800#K21P4S2N1");
	}

	@ParameterizedTest
	@CsvSource({ "sfs:2010:800, sfs:2010:800#K21P4, true", "sfs:2010:800#K21, sfs:2010:800#K21P4S1, true",
			"sfs:2010:800#K2, sfs:2010:800#K21P4, false", "sfs:2010:800#K21P4, sfs:2010:800#K21P4, true",
			"sfs:2010:800#K21P4, sfs:2010:800#K21P4a, false", "sfs:2010:800#K21P4S1, sfs:2010:800#K21P4, false",
			"sfs:2010:800#K21P4S1, sfs:2010:800#K21P4S1N2, true", "sfs:2010:800#K21P4N2, sfs:2010:800#K21P4S1N2, true",
			"sfs:2010:800#K21P4S1, sfs:2010:800#K21P4S2, false", "sfs:2010:801, sfs:2010:800#K21P4, false",
			"sfs:2010:800#P4, sfs:2010:800#K21P4, false" })
	void holdWhatLiesInThem(String outer, String inner, boolean holds) {
		Target place = Target.parse(outer).orElseThrow();
		assertThat(place.holds(Target.parse(inner).orElseThrow())).isEqualTo(holds);
	}

}
