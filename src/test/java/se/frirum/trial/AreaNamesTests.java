package se.frirum.trial;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// How the law names municipalities and counties.
class AreaNamesTests {

	private final AreaNames names = new AreaNames(Map.of("Emmaboda", "0862", "Göteborg", "1480", "Stockholm", "0180",
			"Skellefteå", "2482", "Höganäs", "1284", "Kalmar", "0880", "Gotland", "0980", "Gotlands län", "09",
			"Kalmar län", "08", "Västra Götalands län", "14"));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			I Gotlands län får försök bedrivas.                  | 09
			Försök får bedrivas i Emmaboda kommun.               | 0862
			Göteborgs kommun får ta ut en avgift.                | 1480
			Höganäs kommun får ta ut en avgift.                  | 1284
			Det gäller i Kalmar, Gotlands och Västra Götalands län. | 08, 09, 14
			Emmaboda och Kalmar kommuner får delta.              | 0862, 0880
			Det gäller skolan i Stockholm.                       |
			Det gäller skolan i hela landet.                     |
			""")
	void areKnownByTheirKind(String text, @Nullable String codes) {
		assertThat(this.names.in(text)).containsExactly((codes != null) ? codes.split(", ") : new String[0]);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Försöksverksamhet med finskspråkig utbildning i Stockholm       | 0180
			Försöksverksamhet med kontakter i Stockholm och Skellefteå      | 0180, 2482
			Försöksverksamhet med förvaltning i Kalmar län                  | 08
			Försöksverksamhet vid skolan i Emmaboda kommun                  | 0862
			""")
	void canStandAloneInATitle(String title, String codes) {
		assertThat(this.names.inTitle(title)).containsExactly(codes.split(", "));
	}

	@Test
	void areNoPartOfAWord() {
		assertThat(this.names.inTitle("Försöksverksamhet i Stockholmsområdet och med Kalmarunionen")).isEmpty();
	}

}
