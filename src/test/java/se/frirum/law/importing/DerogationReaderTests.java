package se.frirum.law.importing;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.law.CitationMatch;
import se.frirum.law.LawId;
import se.frirum.law.Target;

import static org.assertj.core.api.Assertions.assertThat;

/// Where a section sets provisions of other acts aside, and what only looks like it.
class DerogationReaderTests {

	@ParameterizedTest
	@CsvSource(delimiter = '!', quoteCharacter = '~',
			textBlock = """
					Vid en sådan visning ska <2098:5#K2P3|2 kap. 3 § visningslagen> inte gälla.                    ! 2098:5#K2P3
					Bestämmelsen i <2098:5#P3|3 § visningslagen> om ljus tillämpas inte på ateljéer.               ! 2098:5#P3
					För ateljéer gäller inte kravet på anmälan enligt <2098:5#P4|4 § visningslagen>.               ! 2098:5#P4
					Det som sägs i <2098:5#P3|3 § visningslagen> gäller dock inte ateljéer.                        ! 2098:5#P3
					Skyldigheten att anmäla visningar enligt <2098:5#P4|4 § visningslagen> gäller inte skolor.     ! 2098:5#P4
					<2098:5|Visningslagen (2098:5)> om visning av konst ska inte tillämpas på nämnden.             ! 2098:5
					I ärenden om konst är <2098:5#P3|3 § visningslagen> inte tillämplig.                           ! 2098:5#P3
					Om verket är litet, tillämpas varken <2098:5#P3|3 §> eller <2098:5#P4|4 § visningslagen>.      ! 2098:5#P3,2098:5#P4
					Nämnden ska inte tillämpa det som sägs i <2098:5#P3|3 § visningslagen>.                       ! 2098:5#P3
					Bestämmelserna i 2 kap. 3 § <2098:5#K2P3N1|1>-<2098:5#K2P3N4|4> visningslagen gäller inte här. ! 2098:5#K2P3N1,2098:5#K2P3N4
					Stadgandet i <2098:5#P3|3 § visningslagen> skall icke äga tillämpning.                         ! 2098:5#P3
					""")
	void aProvisionOfAnotherActDoesNotApply(String text, String targets) {
		assertThat(derogations(text)).extracting(DerogationReaderTests::written)
			.containsExactlyInAnyOrder(written(DerogationKind.DOES_NOT_APPLY, targets));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '!', quoteCharacter = '~',
			textBlock = """
					Trots <2098:5#P3|3 § visningslagen> får ateljéer hållas öppna.                                ! NOTWITHSTANDING ! 2098:5#P3
					En skola får, utan hinder av vad som föreskrivs i <2098:5#P3|3 § visningslagen>, visa konst.  ! NOTWITHSTANDING ! 2098:5#P3
					Uppgiften ska lämnas trots sekretess enligt <2098:9#K1P2|1 kap. 2 § hemlighetslagen>.         ! NOTWITHSTANDING ! 2098:9#K1P2
					Nämnden får avvika från det som anges i <2098:5#P3|3 § visningslagen>.                        ! MAY_DEVIATE     ! 2098:5#P3
					I planen får avvikelse göras från <2098:5#P3|3 § visningslagen>.                              ! MAY_DEVIATE     ! 2098:5#P3
					Bestämmelserna i <2098:5#P3|3 § visningslagen> om ljus behöver inte tillämpas på skisser.     ! MAY_DEVIATE     ! 2098:5#P3
					En skola får, med undantag från <2098:5#P3|3 § visningslagen>, visa konst på kvällen.         ! EXCEPT          ! 2098:5#P3
					Konst i skolor ska undantas från <2098:5#P3|3 § visningslagen>.                               ! EXCEPT          ! 2098:5#P3
					Med avvikelse från <2098:5#P3|3 § visningslagen> gäller följande.                             ! EXCEPT          ! 2098:5#P3
					""")
	void aSectionSetsItAsideInOtherWords(String text, DerogationKind kind, String targets) {
		assertThat(derogations(text)).extracting(DerogationReaderTests::written)
			.containsExactlyInAnyOrder(written(kind, targets));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Lagen gäller inte i fråga om konst som avses i <2098:5#P3|3 § visningslagen>.",
			"Denna lag tillämpas inte på visningar enligt <2098:5|visningslagen (2098:5)>.",
			"Första stycket gäller inte skolor enligt <2098:5#P3|3 § visningslagen>.",
			"Bestämmelserna i <2099:1#K2P3|3 §> gäller inte visningar enligt <2098:5#P3|3 § visningslagen>.",
			"Detta gäller dock inte bestämmelserna i <2098:5#P3|3 § visningslagen>.",
			"Ett avtal som strider mot <2098:5#P3|3 § visningslagen> gäller inte.",
			"Föreskrifter som har meddelats med stöd av <2098:5#P3|3 § visningslagen> gäller inte.",
			"Trots att visningen är anmäld enligt <2098:5#P4|4 § visningslagen> får den stoppas.",
			"Trots ett beslut enligt <2098:5#P4|4 § visningslagen> får visningen hållas.",
			"Den ska, utan hinder av sekretess, lämna uppgifter som avses i <2098:5#P4|4 § visningslagen>.",
			"Planen får inte avvika från <2098:5#P3|3 § visningslagen>.",
			"Regeringen får meddela föreskrifter om avvikelser från <2098:5#P3|3 § visningslagen>.",
			"Stödet lämnas till ateljéer, med undantag för sådana som avses i <2098:5#P3|3 § visningslagen>.",
			"Med skola avses enheter som är undantagna från skatt enligt <2098:5#P3|3 § visningslagen>.",
			"<2098:5#P3|3 § visningslagen> tillämpas inte förrän den 1 juli.", "Lagen gäller inte i ateljéer." })
	void whatSaysWhereAnActAppliesSetsNothingAside(String text) {
		assertThat(derogations(text)).isEmpty();
	}

	@Test
	void aListNamesTheSectionsOfTheActBeforeIt() {
		List<Derogation> derogations = derogations("""
				Följande bestämmelser i <2098:7|styrförordningen (2098:7)> ska inte tillämpas på nämnden:
				- <2099:1#K2P3|3 §> om chefen,
				- <2099:1#K2P9a|9 a §> om stämpeln.""");
		assertThat(derogations).extracting((derogation) -> derogation.target().toString())
			.containsExactly("2098:7#P3", "2098:7#P9a");
		assertThat(derogations.getLast().passage())
			.startsWith("Följande bestämmelser i styrförordningen (2098:7) ska inte tillämpas på nämnden: … 9 a §");
	}

	@Test
	void anAuthorityCanBeToldNotToApplyAList() {
		assertThat(derogations("""
				Nämnden ska inte tillämpa följande bestämmelser i <2098:7|styrförordningen (2098:7)>:
				1. <2099:1#K2P3|3 §> om chefen, och
				2. <2099:1#K2P9a|9 a §> om stämpeln.""")).extracting(DerogationReaderTests::written)
			.containsExactly("DOES_NOT_APPLY 2098:7#P3", "DOES_NOT_APPLY 2098:7#P9a");
	}

	@Test
	void aListCanStandWithoutBullets() {
		assertThat(derogations("""
				Följande bestämmelser i <2098:7|styrförordningen (2098:7)> ska inte tillämpas på nämnden:

				<2099:1#K2P3|3 §> om chefen, och

				<2099:1#K2P4|4 §> om beslut.""")).extracting((derogation) -> derogation.target().toString())
			.containsExactly("2098:7#P3", "2098:7#P4");
	}

	@Test
	void whatIsExceptedStandsInTheActThatApplies() {
		assertThat(derogations("""
				Om ingen anmälan görs ska <2098:5|visningslagen (2098:5)> tillämpas, med undantag av \
				bestämmelserna i <2099:1#K2P29|29–36 §§> om avgift.""")).extracting(DerogationReaderTests::written)
			.containsExactly("EXCEPT 2098:5#P29");
	}

	@Test
	void severalSectionsMayHaveTheirChapterAndActInCommon() {
		assertThat(derogations("""
				Trots 3 kap. <2098:5#K3P1|1>, <2098:5#K3P2|2> eller <2098:5#K3P4|4 §> visningslagen (2098:5) om \
				ljus får skolor visa konst.""")).extracting(DerogationReaderTests::written)
			.containsExactly("NOTWITHSTANDING 2098:5#K3P1", "NOTWITHSTANDING 2098:5#K3P2",
					"NOTWITHSTANDING 2098:5#K3P4");
	}

	@Test
	void whatIsExceptedStandsInTheChapterThatAppliesUnlessItSaysAnother() {
		assertThat(derogations("""
				I övrigt tillämpas <2098:5#K4|4 kap.> visningslagen (2098:5), med undantag för <2099:1#K2P1|1 §> \
				och 3 kap. <2099:1#K3P2|2> och <2099:1#K3P3|3 §§>.""")).extracting(DerogationReaderTests::written)
			.containsExactly("EXCEPT 2098:5#K4P1", "EXCEPT 2098:5#K3P2", "EXCEPT 2098:5#K3P3");
	}

	@Test
	void thePassageIsTheSentence() {
		assertThat(derogations(
				"""
						Visningar ska anmälas. Trots <2098:5#P3|3 § visningslagen> får skolor visa konst. Det gäller inte kyrkor.""")
			.getFirst()
			.passage()).isEqualTo("Trots 3 § visningslagen får skolor visa konst.");
	}

	@Test
	void theLawOfTheUnionIsNeverSetAside() {
		Exceptions exceptions = Exceptions.of(CitingText.SECTION, "Trots 32016R0679 får uppgiften lämnas.",
				List.of(new CitationMatch(6, 16, Target.of(new LawId("celex:32016R0679")))));
		assertThat(exceptions.derogations()).isEmpty();
	}

	private static List<Derogation> derogations(String text) {
		return CitingText.of(text).exceptions().derogations();
	}

	private static String written(Derogation derogation) {
		return derogation.kind() + " " + derogation.target();
	}

	private static String[] written(DerogationKind kind, String targets) {
		return List.of(targets.split(",")).stream().map((target) -> kind + " " + target).toArray(String[]::new);
	}

}
