package se.frirum.law;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.platform.database.Row;

import static org.assertj.core.api.Assertions.assertThat;

/// What acts are called.
class LawNamesTests {

	private static final LocalDate CHANGE = LocalDate.of(2011, 7, 1);

	private final LawNames names = LawNames.of(List.of(row("skollagen", "1985:1100", null, CHANGE),
			row("skollagen", "2010:800", CHANGE, null), row("datalagen", "1973:289", null, CHANGE),
			row("provlagen", "2001:1", null, null), row("provlagen", "2002:2", null, null),
			row("lagen om hundar m.m.", "2003:3", null, null), row("plan- och bygglagen", "2010:900", null, null)));

	@Test
	void meanOneActUntilTheDayTheyMeanAnother() {
		assertThat(this.names.meaning("skollagen", CHANGE.minusDays(1))).contains(new LawId("sfs:1985:1100"));
		assertThat(this.names.meaning("skollagen", CHANGE)).contains(new LawId("sfs:2010:800"));
	}

	@Test
	void meanTheOnlyActThatEverHadThemOnAnyDay() {
		assertThat(this.names.meaning("datalagen", CHANGE.plusYears(9))).contains(new LawId("sfs:1973:289"));
	}

	@Test
	void meanNothingWhereTheyMeanTwoActs() {
		assertThat(this.names.meaning("provlagen", CHANGE)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "skollagen", "Skollagen", "skollagens", "skol-\nlagen", "skol\u00adlagen", "skol-lagen" })
	void areKnownHoweverTheyAreInflectedAndBroken(String name) {
		assertThat(this.names.meaning(name, CHANGE)).contains(new LawId("sfs:2010:800"));
	}

	@ParameterizedTest
	@CsvSource({ "lagen om hundar m.m., 2003:3", "lagen om hundar m.m, 2003:3", "plan-  och\u00a0bygglagen, 2010:900",
			"'plan-\noch bygglagens', 2010:900" })
	void areKnownWithTheirPointsAndSpaces(String name, String act) {
		assertThat(this.names.meaning(name, CHANGE)).contains(new LawId("sfs:" + act));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Skollag (2010:800)                               | skollagen
			Plan- och bygglag (2010:900)                     | plan- och bygglagen
			Radio- och tv-lag (2010:696)                     | radio- och tv-lagen
			Miljöbalk (1998:808)                             | miljöbalken
			Skolförordning (2011:185)                        | skolförordningen
			Riksdagsordning (2014:801)                       | riksdagsordningen
			Förundersökningskungörelse (1947:948)            | förundersökningskungörelsen
			Lag (2008:962) om valfrihetssystem               | lagen om valfrihetssystem
			Förordning (2011:1108) om vuxenutbildning        | förordningen om vuxenutbildning
			Lag (2018:1197) om Förenta nationernas konvention | lagen om förenta nationernas konvention
			""")
	void followFromTitles(String title, String name) {
		assertThat(LawNames.ofTitle(title)).contains(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2010:800", "Lag (2010:800)", "HSLF-FS 2017:40", "Direktiv 2014/24/EU",
			"Skollag (2010:800) om mycket", "Tillkännagivande (2000:1) om avtal" })
	void followFromNoOtherTitles(String title) {
		assertThat(LawNames.ofTitle(title)).isEmpty();
	}

	private static Row row(String name, String act, @Nullable LocalDate from, @Nullable LocalDate until) {
		Map<String, Object> row = new HashMap<>(Map.of("name", name, "law", "sfs:" + act));
		if (from != null) {
			row.put("from", from);
		}
		if (until != null) {
			row.put("until", until);
		}
		return new Row(row);
	}

}
