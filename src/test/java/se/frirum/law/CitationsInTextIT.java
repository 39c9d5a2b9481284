package se.frirum.law;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;

import static org.assertj.core.api.Assertions.assertThat;

/// The law that people's texts cite, as the API finds it.
@FrirumTest
class CitationsInTextIT {

	private final Api api;

	CitationsInTextIT(Api api) {
		this.api = api;
	}

	@Test
	void areFoundWithTheirPlacesActsAndSections() {
		String text = "Slöjd saknas bland ämnena i 21 kap. 4 § skollagen.";
		Answer answer = resolve(text, null);
		assertThat(answer.errors()).isEmpty();
		assertThat(answer.at("resolveCitations").size()).isEqualTo(1);
		assertThat(answer.text("resolveCitations.0.text")).isEqualTo("21 kap. 4 § skollagen");
		assertThat(answer.at("resolveCitations.0.start").asInt()).isEqualTo(text.indexOf("21"));
		assertThat(answer.at("resolveCitations.0.end").asInt()).isEqualTo(text.length() - 1);
		assertThat(answer.text("resolveCitations.0.target")).isEqualTo("2010:800#K21P4");
		assertThat(answer.text("resolveCitations.0.law.designation")).isEqualTo("2010:800");
		assertThat(answer.text("resolveCitations.0.provision.id")).isEqualTo("sfs:2010:800#K21P4");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Vi begär förhandling enligt 11 § MBL.            | 1976:580#P11
			Testamentet saknas, se 9 kap. 1 § ÄB.            | 1958:637#K9P1
			Det är straffbart enligt brottsbalken.           | 1962:700
			Rättegångsbalkens 36 kap. gäller för vittnen.    | 1942:740#K36
			Så står det i 2 kap. 14 § regeringsformen (RF).  | 1974:152#K2P14
			Efterforskning är förbjuden enligt 3 kap. TF.    | 1949:105#K3
			Upphandlingen bröt mot 4 kap. 1 § LOU.           | 2016:1145#K4P1
			Enligt 3 § lagen (1899:9999) om prov             | 1899:9999#P3, 1899:9999
			Med stöd av 3 § och 5 kap. 1-4 §§ andra stycket  | 9999:999#P3, 9999:999#K5, 9999:999#K5P1, 9999:999#K5P4S2
			""")
	void areTakenForWhatTheirNamesMeanToday(String text, String targets) {
		assertThat(resolve(text, "9999:999").texts("resolveCitations", "target")).containsExactly(targets.split(", "));
	}

	@Test
	void needNoActThatTheRegisterHolds() {
		Answer answer = resolve("Undantag medges enligt 3 §.", "9999:999");
		assertThat(answer.text("resolveCitations.0.target")).isEqualTo("9999:999#P3");
		assertThat(answer.at("resolveCitations.0.law").isNull()).isTrue();
		assertThat(answer.at("resolveCitations.0.provision").isNull()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sfs:2010:800#K21P4", "2010:800#K21P4" })
	void canBeAboutTheSectionAtHand(String section) {
		Answer answer = resolve("Trots första stycket och 3 § får slöjd ges på distans.", section);
		assertThat(answer.texts("resolveCitations", "target")).containsExactly("2010:800#K21P4S1", "2010:800#K21P3");
		assertThat(answer.texts("resolveCitations", "provision.id")).containsExactly("sfs:2010:800#K21P4",
				"sfs:2010:800#K21P3");
	}

	@Test
	void belongToNoActWhereNoneIsAtHand() {
		assertThat(resolve("Enligt 3 § och denna lag får kommunen besluta.", null).at("resolveCitations")).isEmpty();
	}

	@Test
	void areSoughtInTextsOfABoundedLength() {
		String most = "3 § MBL ".repeat(2_500);
		assertThat(resolve(most, null).at("resolveCitations").size()).isEqualTo(2_500);
		Answer tooLong = resolve(most + ".", null);
		assertThat(tooLong.errors()).containsExactly("BAD_REQUEST");
		assertThat(tooLong.messages().getFirst()).contains("20,000", "20,001", "in parts");
	}

	@ParameterizedTest
	@ValueSource(strings = { "skollagen", "", "2010", "sfs:2010:800#X1" })
	void needTheNumberOfTheActAtHand(String baseLaw) {
		Answer answer = resolve("Enligt 3 §", baseLaw);
		assertThat(answer.errors()).containsExactly("BAD_REQUEST");
		assertThat(answer.messages().getFirst()).contains("baseLaw", "2010:800");
	}

	@Test
	void areNoneInAnEmptyText() {
		assertThat(resolve("", null).at("resolveCitations")).isEmpty();
	}

	private Answer resolve(String text, @Nullable String baseLaw) {
		return this.api.run("resolve-citations",
				(baseLaw != null) ? Map.of("text", text, "baseLaw", baseLaw) : Map.of("text", text));
	}

}
