package se.frirum.trial;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// From when until when a trial holds, as the law writes it.
class TrialDatesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Här får försök bedrivas under tiden den 1 januari 1998-31 december 2010.        | 1998-01-01 | 2011-01-01
			Försöket pågår under tiden 1 juli 2009–30 juni 2012.                            | 2009-07-01 | 2012-07-01
			Försöket pågår under tiden den 1 februari till och med den 30 april 2004.       | 2004-02-01 | 2004-05-01
			Förordningen gäller till och med den 31 december 2010.                          |            | 2011-01-01
			Denna lag gäller t.o.m. den 28 februari 2012.                                   |            | 2012-02-29
			Lagen gäller till utgången av juni 2011.                                        |            | 2011-07-01
			Förordningen upphör att gälla vid utgången av år 2010.                          |            | 2011-01-01
			Förordningen upphör att gälla vid utgången av 2010.                             |            | 2011-01-01
			Förordningen upphör att gälla den 1 juli 2022.                                  |            | 2022-07-01
			Denna lag ska tillämpas från och med den 1 januari 2007.                        | 2007-01-01 |
			Försöksverksamhet med skolor budgetåret 1976/77                                 | 1976-07-01 | 1977-07-01
			""")
	void areRead(String text, @Nullable LocalDate from, @Nullable LocalDate until) {
		assertThat(TrialDates.read(text)).isEqualTo(new TrialPeriod(from, until));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Förordningen gäller för kurser som påbörjas under tiden 1 juli 2009–30 juni 2012.",
			"Ansökan ska ha kommit in senast den 1 december 2008.", "Bidrag lämnas till och med den 31 maj 2010.",
			"I förordningen ska 3 § upphöra att gälla den 1 juli 2022.", "Försöksverksamhet läsåret 1977/78", "" })
	void areNotReadWhereSomethingElseIsDated(String text) {
		assertThat(TrialDates.read(text)).isEqualTo(new TrialPeriod(null, null));
	}

	@Test
	void aDayThatNoMonthHasIsItsLast() {
		assertThat(TrialDates.read("Lagen gäller till och med den 31 juni 2010.").until())
			.isEqualTo(LocalDate.of(2010, 7, 1));
	}

	@Test
	void theEndOfSingleSectionsIsNotTheEndOfTheAct() {
		assertThat(TrialDates
			.read("2 och 5 §§ förordningen (2190:1) om försöksverksamhet med sång ska upphöra att gälla "
					+ "vid utgången av december 2191.")
			.until()).isNull();
	}

}
