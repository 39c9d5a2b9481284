package se.frirum.law.importing;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.law.importing.ActReader.UnreadableException;
import se.frirum.law.importing.RecordedAct.RecordedAmendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Acts as the official database answers them.
class RattsbaserReaderTests {

	private static List<RecordedAct> read(String content) throws UnreadableException {
		return new RattsbaserReader().read(content);
	}

	@Test
	void aBareDocumentIsAnAct() throws UnreadableException {
		RecordedAct act = read(Archives.resource("json/2191-5.json")).getFirst();
		assertThat(act.id().value()).isEqualTo("sfs:2191:5");
		assertThat(act.title()).isEqualTo("Cykelstadga (2191:5)");
		assertThat(act.type()).isEqualTo("Förordning");
		assertThat(act.department()).isEqualTo("Justitiedepartementet L2");
		assertThat(act.issuedOn()).isEqualTo(LocalDate.of(2191, 4, 2));
		assertThat(act.inForceFrom()).isEqualTo(LocalDate.of(2191, 5, 1));
		assertThat(act.ceasesOn()).isNull();
		assertThat(act.text()).contains("ringklocka").doesNotContain("\r");
	}

	@Test
	void itsRegisterTellsWhatAmendedIt() throws UnreadableException {
		assertThat(read(Archives.resource("json/2191-5.json")).getFirst().amendments()).as("but for what was withdrawn")
			.containsExactly(new RecordedAmendment("2192:19", "Förordning (2192:19) om ändring i cykelstadgan (2191:5)",
					LocalDate.of(2192, 6, 1), "ändr. 1 §", null));
	}

	@Test
	void anAnswerHoldsSeveralActs() throws UnreadableException {
		List<RecordedAct> acts = read(Archives.resource("json/svar.json"));
		assertThat(acts).extracting((act) -> act.id().designation()).containsExactly("2191:6", "2191:7");
		assertThat(acts).extracting(RecordedAct::ceasesOn)
			.as("repealed, and its time up")
			.containsExactly(LocalDate.of(2195, 1, 1), LocalDate.of(2192, 1, 1));
		assertThat(acts.getLast().text()).isNull();
	}

	@Test
	void oneHitAndAListOfDocumentsAreReadToo() throws UnreadableException {
		String bare = Archives.resource("json/2191-5.json");
		assertThat(read("{\"_source\": " + bare + "}")).hasSize(1);
		assertThat(read("[" + bare + "," + Archives.resource("json/svar.json") + "]")).hasSize(3);
	}

	@Test
	void theSameDocumentHasTheSameFingerprintWrappedOrBare() throws UnreadableException {
		String bare = Archives.resource("json/2191-5.json");
		assertThat(read("{\"hits\":{\"hits\":[{\"_source\":" + bare.replaceAll("\\s*\n\\s*", "") + "}]}}").getFirst()
			.fingerprint()).isEqualTo(read(bare).getFirst().fingerprint());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{", "{}", "[]", "null", "1", "\"båt\"", "{\"hits\":{}}", "{\"hits\":[]}",
			"{\"hits\":{\"hits\":[]}}", "<html>", "{\"beteckning\":", "\u0000" })
	void whatHoldsNoActIsRefused(String content) {
		assertThatExceptionOfType(UnreadableException.class).isThrownBy(() -> read(content));
	}

	@Test
	void nestingWithoutEndIsRefused() {
		assertThatExceptionOfType(UnreadableException.class).isThrownBy(() -> read("[".repeat(1 << 20)));
		assertThatExceptionOfType(UnreadableException.class).isThrownBy(() -> read("{\"a\":".repeat(1 << 20)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"2191:5"              | "båt"              | 'båt' is not an SFS number
			"2191:5"              | null               | lacks 'beteckning'
			"2191:5"              | {}                 | lacks 'beteckning'
			"Cykelstadga (2191:5)"| 5                  | 'rubrik'
			"2191-05-01T00:00:00" | "2191-13-01"       | '2191-13-01' in 'ikraftDateTime' is not a moment
			""")
	void whatIsWrongWithADocumentIsSaid(String part, String instead, String reason) {
		String document = Archives.resource("json/2191-5.json").replaceFirst(Pattern.quote(part), instead);
		assertThatExceptionOfType(UnreadableException.class).isThrownBy(() -> read(document))
			.withMessageContaining(reason);
	}

}
