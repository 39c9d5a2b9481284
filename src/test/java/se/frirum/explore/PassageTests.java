package se.frirum.explore;

import java.util.List;

import org.junit.jupiter.api.Test;
import se.frirum.platform.projection.Highlight;

import static org.assertj.core.api.Assertions.assertThat;

class PassageTests {

	@Test
	void marksWhatWasSearchedFor() {
		assertThat(Passage.of("… om <mark>elever</mark> och <mark>skolan</mark> …")).containsExactly(
				new Passage("… om ", false), new Passage("elever", true), new Passage(" och ", false),
				new Passage("skolan", true), new Passage(" …", false));
	}

	@Test
	void whatIsWrittenAsHtmlStaysText() {
		String hostile = "<script>alert(1)</script> & <mark>elever</mark>";
		String highlight = Highlight.of(List.of(hostile), List.of("script")).orElseThrow();
		assertThat(Passage.of(highlight)).containsExactly(new Passage("<", false), new Passage("script", true),
				new Passage(">alert(1)</", false), new Passage("script", true),
				new Passage("> & <mark>elever</mark>", false));
	}

	@Test
	void nothingHasNoParts() {
		assertThat(Passage.of("")).isEmpty();
	}

}
