package se.frirum.platform.language;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Both languages say everything.
class MessagesTests {

	private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

	private final Map<String, String> swedish = messages(Locale.of("sv"));

	private final Map<String, String> english = messages(Locale.ENGLISH);

	@Test
	void standInBothLanguages() {
		assertThat(this.english.keySet()).isEqualTo(this.swedish.keySet());
		assertThat(this.swedish).doesNotContainValue("");
		assertThat(this.english).doesNotContainValue("");
	}

	@Test
	void leaveTheSamePlacesOpen() {
		this.swedish.forEach(
				(key, text) -> assertThat(places(this.english.getOrDefault(key, ""))).as(key).isEqualTo(places(text)));
	}

	@Test
	void canBeFilled() {
		this.swedish.values().stream().filter((text) -> text.contains("{")).forEach(MessageFormat::new);
		this.english.values().stream().filter((text) -> text.contains("{")).forEach(MessageFormat::new);
	}

	@Test
	void sentencesOfTheApiAreSaidInSwedish() {
		assertThat(Words.SWEDISH.said("Write something here.")).isEqualTo("Skriv något här.");
		assertThat(Words.ENGLISH.said("Write something here.")).isEqualTo("Write something here.");
	}

	@Test
	void anEndIsSaidAsItsLastDay() {
		assertThat(Words.SWEDISH.period("2027-01-01", "2030-01-01")).isEqualTo("fr.o.m. 2027-01-01 t.o.m. 2029-12-31");
		assertThat(Words.ENGLISH.period(null, "2030-01-01")).isEqualTo("through 31 December 2029");
	}

	private static Set<String> places(String text) {
		return PLACE.matcher(text).results().map((found) -> found.group(1)).collect(Collectors.toSet());
	}

	private static Map<String, String> messages(Locale language) {
		ResourceBundle bundle = ResourceBundle.getBundle("messages", language,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
		return bundle.keySet()
			.stream()
			.collect(Collectors.toMap((key) -> key, bundle::getString, (a, _) -> a, TreeMap::new));
	}

}
