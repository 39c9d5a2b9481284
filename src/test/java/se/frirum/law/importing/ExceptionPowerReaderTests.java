package se.frirum.law.importing;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Who may already grant an exception, and what only looks like it.
class ExceptionPowerReaderTests {

	@ParameterizedTest
	@CsvSource(delimiter = '!', quoteCharacter = '~',
			textBlock = """
					Regeringen får meddela föreskrifter om undantag från <2099:1#K2P3|3 §>.                     ! GOVERNMENT REGULATION
					Konstverket får i enskilda fall medge undantag från <2099:1#K2P3|3 §>.                      ! AGENCY INDIVIDUAL_DECISION
					Om det finns särskilda skäl, får länsstyrelsen ge dispens från kravet i <2099:1#K2P3|3 §>.  ! AGENCY INDIVIDUAL_DECISION
					Den myndighet som regeringen bestämmer får meddela föreskrifter om undantag från <2099:1#K2P3|3 §>. ! AGENCY REGULATION
					Byggnadsnämnden får medge avvikelse från <2099:1#K2P3|3 §>.                                 ! MUNICIPALITY INDIVIDUAL_DECISION
					Dispens från <2099:1#K2P3|3 §> får ges av kommunen.                                         ! MUNICIPALITY INDIVIDUAL_DECISION
					Domstolen får besluta att <2099:1#K2P3|3 §> inte ska gälla.                                 ! COURT INDIVIDUAL_DECISION
					Rektorn får befria en elev från skyldigheten enligt <2099:1#K2P3|3 §>.                      ! OTHER INDIVIDUAL_DECISION
					Undantag från <2099:1#K2P3|3 §> får medges om det finns skäl.                               ! OTHER INDIVIDUAL_DECISION
					Regeringen får meddela föreskrifter som avviker från <2099:1#K2P3|3 §>.                     ! GOVERNMENT REGULATION
					""")
	void somebodyMayGrantAnException(String text, String power) {
		assertThat(powers(text)).extracting(ExceptionPowerReaderTests::written).containsExactly("2099:1#K2P3 " + power);
	}

	@Test
	void severalHoldersAreSeveralPowers() {
		assertThat(powers("""
				Regeringen eller den myndighet som regeringen bestämmer får meddela föreskrifter om eller i \
				enskilda fall besluta om undantag från <2099:1#K2P3|3 §>."""))
			.extracting(ExceptionPowerReaderTests::written)
			.containsExactlyInAnyOrder("2099:1#K2P3 GOVERNMENT REGULATION",
					"2099:1#K2P3 GOVERNMENT INDIVIDUAL_DECISION", "2099:1#K2P3 AGENCY REGULATION",
					"2099:1#K2P3 AGENCY INDIVIDUAL_DECISION");
	}

	@Test
	void aTrialInOtherMattersThanASectionListsIsAnExceptionFromIt() {
		assertThat(powers("""
				Regeringen får meddela föreskrifter om en försöksverksamhet med konst i
				1. förskolor, och
				2. skolor i andra ämnen än de som anges i <2099:1#K2P4|4 §>.
				I övrigt ska <2099:1#K2|detta kapitel> tillämpas.""")).extracting(ExceptionPowerReaderTests::written)
			.containsExactly("2099:1#K2P4 GOVERNMENT REGULATION");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '!', quoteCharacter = '~',
			textBlock = """
					Konst ska visas i ljus. Konstverket får medge undantag från första stycket.        ! 2099:1#K2P7S1
					Konstverket får medge undantag från första och andra styckena.                     ! 2099:1#K2P7S1,2099:1#K2P7S2
					Konstverket får medge undantag från bestämmelserna i denna lag.                    ! 2099:1
					Konstverket får medge undantag från kraven i detta kapitel.                        ! 2099:1#K2
					Konstverket får medge undantag från <2098:5#P3|3 § visningslagen> och <2099:1#K2P3|3 §>. ! 2098:5#P3,2099:1#K2P3
					""")
	void theExceptionIsFromAnActOrAPartOfIt(String text, String targets) {
		assertThat(powers(text)).extracting((power) -> power.target().toString()).containsExactly(targets.split(","));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Konstverket får inte medge undantag från <2099:1#K2P3|3 §>.",
			"Regeringen får meddela föreskrifter om avgifter för prövning av undantag från <2099:1#K2P3|3 §>.",
			"En ansökan om undantag från <2099:1#K2P3|3 §> får lämnas av ägaren.",
			"Parterna får genom avtal bestämma att <2099:1#K2P3|3 §> inte ska tillämpas.",
			"Genom ett kollektivavtal får det göras avvikelser från <2099:1#K2P3|3 §>.",
			"Den som har fått undantag från <2099:1#K2P3|3 §> ska anmäla det.",
			"Med undantag från <2099:1#K2P3|3 §> får tillstånd lämnas till skolor.",
			"Konstverket får medge undantag om det finns skäl.", "Kommunen får visa konst enligt <2099:1#K2P3|3 §>." })
	void whatGrantsNothingIsNoPower(String text) {
		assertThat(powers(text)).isEmpty();
	}

	@Test
	void aListHoldsWhatMayBeExcepted() {
		List<ExceptionPower> powers = powers("""
				Regeringen får meddela föreskrifter om
				1. hur konst ska visas, och
				2. undantag från kravet i <2099:1#K2P3|3 §>.""");
		assertThat(powers).extracting(ExceptionPowerReaderTests::written)
			.containsExactly("2099:1#K2P3 GOVERNMENT REGULATION");
		assertThat(powers.getFirst().passage())
			.isEqualTo("Regeringen får meddela föreskrifter om … undantag från kravet i 3 §.");
	}

	private static List<ExceptionPower> powers(String text) {
		return CitingText.of(text).exceptions().powers();
	}

	private static String written(ExceptionPower power) {
		return power.target() + " " + power.holder() + " " + power.form();
	}

}
