package se.frirum.trial;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.frirum.platform.database.Row;

import static org.assertj.core.api.Assertions.assertThat;

/// An axis of whole years on which everything has room.
class TimelineTests {

	private static final LocalDate TODAY = LocalDate.of(2027, 7, 2);

	@Test
	void isTheYearOfTodayWhereNothingHolds() {
		Timeline line = line();
		assertThat(line.first()).isEqualTo("2027-01-01");
		assertThat(line.end()).isEqualTo("2028-01-01");
		assertThat(line.marks()).containsExactly(2027);
		assertThat(line.now()).isEqualTo("49.86%");
	}

	@Test
	void reachesFromTheFirstYearToTheLast() {
		Timeline line = line(period("2030-03-01", "2031-02-01"), period("2019-12-31", null));
		assertThat(line.first()).isEqualTo("2019-01-01");
		assertThat(line.end()).isEqualTo("2032-01-01");
		assertThat(line.year(2019)).isEqualTo("0.00%");
	}

	/// The last day is what people see, and the first day without is not on it.
	@Test
	void endsWithTheYearOfTheLastDay() {
		assertThat(line(period("2027-01-01", "2030-01-01")).end()).isEqualTo("2030-01-01");
		assertThat(line(period("2027-01-01", "2030-01-02")).end()).isEqualTo("2031-01-01");
	}

	@Test
	void drawsWhatHoldsAllYearOverAllOfIt() {
		Timeline line = line(period("2027-01-01", "2028-01-01"));
		assertThat(line.at("2027-01-01")).isEqualTo("0.00%");
		assertThat(line.length("2027-01-01", "2028-01-01")).isEqualTo("100.00%");
	}

	@Test
	void drawsWhatHasNoStartFromTheBeginningAndWhatHasNoEndToTheEnd() {
		Timeline line = line(period(null, null));
		assertThat(line.at(null)).isEqualTo("0.00%");
		assertThat(line.length(null, null)).isEqualTo("100.00%");
		assertThat(line.length("2027-07-02", null)).isEqualTo("50.14%");
		assertThat(line.length(null, "2027-07-02")).isEqualTo("49.86%");
	}

	/// A clause that was cut before it began is nothing that can be drawn.
	@ParameterizedTest
	@CsvSource({ "2027-05-01, 2027-05-01", "2027-05-01, 2027-04-01" })
	void drawsNothingOfWhatEndsNoLaterThanItBegins(String from, String until) {
		assertThat(line(period(from, until)).length(from, until)).isEqualTo("0.00%");
	}

	@ParameterizedTest
	@CsvSource({ "2027, 1", "2020, 8", "2019, 4", "2012, 8", "1998, 6", "1947, 4", "1736, 6" })
	void marksAFewRoundYears(int first, int marks) {
		Timeline line = line(period(first + "-05-01", null));
		assertThat(line.marks()).hasSize(marks).allSatisfy((year) -> assertThat(year).isBetween(first, 2027));
	}

	private static Timeline line(Row... periods) {
		return Timeline.of(Arrays.asList(periods), TODAY);
	}

	private static Row period(String from, String until) {
		Map<String, Object> values = new HashMap<>();
		values.put("from", from);
		values.put("until", until);
		return new Row(values);
	}

}
