package se.frirum.platform.projection;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The passage that shows why something was found.
class HighlightTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			kommun   | Kommunerna ska samverka.  | <mark>Kommunerna</mark> ska samverka.
			kommuner | En kommun får avstå.      | En <mark>kommun</mark> får avstå.
			AVSTÅ    | En kommun får avstå.      | En kommun får <mark>avstå</mark>.
			2010     | Skollag (2010:800)        | Skollag (<mark>2010</mark>:800)
			""")
	void wordsAreMarkedInAnyOfTheirForms(String word, String text, String highlight) {
		assertThat(Highlight.of(List.of(text), List.of(word))).contains(highlight);
	}

	@Test
	void everythingElseIsEscaped() {
		assertThat(
				Highlight.of(List.of("<b>vatten</b> & <script>'luft'</script> \"eld\""), List.of("vatten", "script")))
			.contains("&lt;b&gt;<mark>vatten</mark>&lt;/b&gt; &amp; &lt;<mark>script</mark>&gt;&#39;luft&#39;&lt;/"
					+ "<mark>script</mark>&gt; &quot;eld&quot;");
	}

	@Test
	void theTextThatHoldsMostOfTheWordsIsShownTheFirstOfEquals() {
		assertThat(Highlight.of(List.of("Bara vatten, vatten, vatten", "Vatten och luft", "Luft och vatten"),
				List.of("vatten", "luft")))
			.contains("<mark>Vatten</mark> och <mark>luft</mark>");
	}

	@Test
	void thePassageThatHoldsMostOfTheWordsIsShown() {
		String filling = "Här står något annat som ingen frågade efter. ".repeat(20);
		String text = "Vatten först. " + filling + "Här möts vatten och luft till sist. " + filling;
		String highlight = Highlight.of(List.of(text), List.of("vatten", "luft")).orElseThrow();
		assertThat(highlight).startsWith("… ")
			.endsWith(" …")
			.contains("möts <mark>vatten</mark> och <mark>luft</mark> till sist.")
			.doesNotContain("Vatten först");
		assertThat(highlight.replaceAll("</?mark>", "")).hasSizeBetween(150, 300);
	}

	@Test
	void linesAreJoined() {
		assertThat(Highlight.of(List.of("1. vatten\n\n2. luft"), List.of("luft")))
			.contains("1. vatten 2. <mark>luft</mark>");
	}

	@Test
	void nothingIsShownWhereNoWordStands() {
		assertThat(Highlight.of(List.of("Vatten", ""), List.of("eld"))).isEmpty();
		assertThat(Highlight.of(List.of(), List.of("eld"))).isEmpty();
		assertThat(Highlight.of(List.of("Vatten och luft"), List.of("och"))).isEmpty();
	}

	@Test
	void aLongTextOfOneWordTakesNoTime() {
		String highlight = Highlight.of(List.of("vatten ".repeat(20_000)), List.of("vatten")).orElseThrow();
		assertThat(highlight).hasSizeLessThan(1_000);
	}

}
