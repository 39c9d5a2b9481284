package se.frirum.law.importing;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.law.importing.ActReader.UnreadableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Acts in text files with a short head.
class TextFileReaderTests {

	private static RecordedAct read(String content) throws UnreadableException {
		return new TextFileReader().read(content).getFirst();
	}

	@Test
	void anActIsReadWithItsHead() throws UnreadableException {
		RecordedAct act = read(Archives.resource("text/md/SFS_2191_1.md"));
		assertThat(act.id().value()).isEqualTo("sfs:2191:1");
		assertThat(act.title()).as("of two lines").isEqualTo("Lag (2191:1) om lånecyklar");
		assertThat(act.type()).isEqualTo("Lag");
		assertThat(act.department()).isEqualTo("Infrastrukturdepartementet");
		assertThat(act.inForceFrom()).isEqualTo(LocalDate.of(2191, 2, 1));
		assertThat(act.text()).startsWith("FÖRSTA AVDELNINGEN").endsWith("får behållas.");
		assertThat(act.amendments()).isEmpty();
	}

	@Test
	void aNoticeHasNoTextAndMaybeNoDay() throws UnreadableException {
		RecordedAct act = read(Archives.resource("text/md/SFS_2191_3.md"));
		assertThat(act.text()).isNull();
		assertThat(act.inForceFrom()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1736:0123 1", "1845:50 s.1", "N1985:40" })
	void oddNumbersAreNumbers(String number) throws UnreadableException {
		assertThat(read(Archives.resource("text/md/SFS_2191_3.md").replace("** 2191:3", "** " + number)).id()
			.designation()).isEqualTo(number);
	}

	@Test
	void theSameFileHasTheSameFingerprintHoweverItsLinesEnd() throws UnreadableException {
		String file = Archives.resource("text/md/SFS_2191_1.md");
		assertThat(read(file.replace("\n", "\r\n")).fingerprint()).isEqualTo(read(file).fingerprint());
		assertThat(read(file + "Mer.").fingerprint()).isNotEqualTo(read(file).fingerprint());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			## Författningstext | ## Text            | it is cut off, or not an act
			# Lag               | Lag                | no title and SFS number
			**SFS-nummer:**     | **Nummer:**        | no title and SFS number
			** 2191:1           | ** tjugonio        | 'tjugonio' is not an SFS number
			2191-02-01          | 2191-02-30         | '2191-02-30' is not a day
			""")
	void whatIsWrongWithAFileIsSaid(String part, String instead, String reason) {
		String file = Archives.resource("text/md/SFS_2191_1.md")
			.replaceFirst(Pattern.quote(part), Matcher.quoteReplacement(instead));
		assertThatExceptionOfType(UnreadableException.class).isThrownBy(() -> read(file)).withMessageContaining(reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "# Lag", "\u0000", "<html>", "# ## Författningstext" })
	void whatIsNoActIsRefused(String content) {
		assertThatExceptionOfType(UnreadableException.class).isThrownBy(() -> read(content));
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "*", "**", "**a:**", "**Typ:** a ", "\t", "\n", "#", "a" })
	@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void aHeadOfAMegabyteIsRefusedAtOnce(String piece) {
		String file = Archives.resource("text/md/SFS_2191_1.md")
			.replaceFirst("\\*\\*Typ:\\*\\*", "**Typ:** a" + piece.repeat((1 << 20) / piece.length()) + "b");
		assertThatExceptionOfType(UnreadableException.class).isThrownBy(() -> read(file));
	}

}
