package se.frirum.law.importing;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.instancio.Instancio;
import org.instancio.Select;
import org.instancio.junit.InstancioExtension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What a section says about exceptions, on the whole, and what no text may do to the
/// reader.
@ExtendWith(InstancioExtension.class)
class ExceptionsTests {

	private static final List<String> PIECES = List.of("Bestämmelserna", "i", "<2098:5#P3|3 §>", "<2099:1#K2P3|3 §>",
			"ska", "inte", "tillämpas", "gäller", "får", "regeringen", "meddela", "föreskrifter", "om", "undantag",
			"från", "av", "utan hinder", "trots", "med", ",", ".", ":", "\n", "\n1.", "\n\n", "första stycket",
			"denna lag", "och", "kap.", "§", "{0}", "[99]", "•", "\u0000", "\ud83d\ude00");

	@Test
	void aSectionCanDoBoth() {
		Exceptions exceptions = CitingText.of("""
				Trots <2098:5#P3|3 § visningslagen> får skolor visa konst.

				Konstverket får medge undantag från första stycket.""").exceptions();
		assertThat(exceptions.derogations()).hasSize(1);
		assertThat(exceptions.powers()).hasSize(1);
	}

	@RepeatedTest(50)
	@Timeout(value = 5, unit = TimeUnit.SECONDS)
	void anyTextIsReadInTime() {
		List<Integer> picks = Instancio.ofList(Integer.class)
			.size(150)
			.generate(Select.allInts(), (gen) -> gen.ints().range(0, PIECES.size() - 1))
			.create();
		String text = String.join(" ", picks.stream().map(PIECES::get).toList());
		assertThat(CitingText.of(text).exceptions()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "undantag från ", "får undantag ", "bestämmelse", "får ", "i ", "<2098:5#P3|3 §> och ",
			"a", "1. ", ": ", "första och ", "\n" })
	@Timeout(value = 10, unit = TimeUnit.SECONDS)
	void whatRepeatsWithoutEndIsReadInTime(String piece) {
		String text = "Trots bestämmelserna i <2098:5#P3|3 §> får regeringen inte tillämpas " + piece.repeat(400)
				+ " <2098:5#P4|4 §> gälla.";
		assertThat(CitingText.of(text).exceptions()).isNotNull();
	}

}
