package se.frirum.law;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/// Chapters' and sections' numbers: how they are read, written and sorted.
class ProvisionNumberTests {

	@ParameterizedTest
	@CsvSource({ "1, 1, ''", "26b, 26, b", "13a, 13, a", "1234, 1234, ''", "' 4 ', 4, ''" })
	void areANumberAndMaybeALetter(String text, int number, String letter) {
		assertThat(ProvisionNumber.parse(text)).isEqualTo(new ProvisionNumber(number, letter));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "4 b", "4B", "4bb", "12345", "-1", "4-5", "4å", "§" })
	void areNothingElse(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> ProvisionNumber.parse(text)).withMessageContaining(text);
	}

	@Test
	void sortByNumberAndThenByLetter() {
		List<String> sorted = List.of("1", "2", "2a", "2b", "3", "10", "10a", "11", "100");
		assertThat(sorted.reversed().stream().map(ProvisionNumber::parse).map(ProvisionNumber::key).sorted())
			.containsExactlyElementsOf(keys(sorted));
	}

	@Test
	void areListedCompactly() {
		assertThat(ProvisionNumber.parseAll("1-3,3a-3c,4,10-11,11a")).map(ProvisionNumber::toString)
			.containsExactly("1", "2", "3", "3a", "3b", "3c", "4", "10", "11", "11a");
	}

	@ParameterizedTest
	@CsvSource({ "26b, 26 b", "13a, 13 a", "4, 4" })
	void areWrittenWithASpaceBeforeTheLetter(String compact, String written) {
		assertThat(ProvisionNumber.written(compact)).isEqualTo(written);
	}

	@Test
	void areNotWrittenWhereThereIsNone() {
		assertThat(ProvisionNumber.written(null)).isNull();
	}

	private static List<String> keys(List<String> numbers) {
		return numbers.stream().map(ProvisionNumber::parse).map(ProvisionNumber::key).toList();
	}

}
