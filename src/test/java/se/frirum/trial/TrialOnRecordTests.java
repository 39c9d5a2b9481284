package se.frirum.trial;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.law.LawId;
import se.frirum.trial.TrialAct.Derogation;
import se.frirum.trial.TrialAct.Section;

import static org.assertj.core.api.Assertions.assertThat;

/// What can be read of a trial from its act.
class TrialOnRecordTests {

	private static final AreaNames NAMES = new AreaNames(
			Map.of("Emmaboda", "0862", "Gotland", "0980", "Gotlands län", "09"));

	private static final LocalDate FIRST = LocalDate.of(2030, 7, 1);

	@Test
	void anActThatNamesACountyAndItsDays() {
		TrialOnRecord trial = read("Lag (2030:1) om försöksverksamhet med gemensamma nämnder i Gotlands län", FIRST,
				null, null,
				new Section("I länet får under tiden den 1 juli 2030-30 juni 2034 nämnder vara gemensamma.", null));
		assertThat(trial.title()).isEqualTo("Försöksverksamhet med gemensamma nämnder i Gotlands län");
		assertThat(trial.instrument()).isEqualTo(TrialInstrument.NAMED_AREA_ACT);
		assertThat(trial.areas()).containsExactly("09");
		assertThat(trial.period()).isEqualTo(new TrialPeriod(FIRST, LocalDate.of(2034, 7, 1)));
		assertThat(trial.text()).startsWith("I länet får");
	}

	@Test
	void anOrdinanceForOneMunicipality() {
		TrialOnRecord trial = read("Förordning (2030:1) om försöksverksamhet med skolbuss i Emmaboda kommun", FIRST,
				null, null);
		assertThat(trial.instrument()).isEqualTo(TrialInstrument.SINGLE_MUNICIPALITY_ORDINANCE);
		assertThat(trial.areas()).containsExactly("0862");
		assertThat(trial.period()).isEqualTo(new TrialPeriod(FIRST, null));
	}

	@Test
	void anOrdinanceThatRestsOnAnAct() {
		assertThat(read("Förordning (2030:1) om försöksverksamhet med skolbuss", FIRST, null, null,
				new Section("Denna förordning är meddelad med stöd av 3 § skolbusslagen.", null))
			.instrument()).isEqualTo(TrialInstrument.ENABLED_ORDINANCE);
	}

	@Test
	void aTrialThatNeedsAPermit() {
		assertThat(read("Förordning (2030:1) om försöksverksamhet med små bussar", FIRST, null, null,
				new Section("Försök får bedrivas endast av den som har tillstånd.", null))
			.instrument()).isEqualTo(TrialInstrument.PERMIT);
	}

	@Test
	void aNoticeWithoutTextStaysUnknown() {
		TrialOnRecord trial = read("Förordning (N1977:999) om försöksverksamhet\r med sång", null, null, null);
		assertThat(trial).isEqualTo(new TrialOnRecord("Försöksverksamhet med sång", TrialInstrument.NOT_STATED,
				"Försöksverksamhet med sång", List.of(), new TrialPeriod(null, null), List.of()));
	}

	@Test
	void endsWhenItsTransitionalProvisionsSayAndNotWhenThoseOfAnAmendmentDo() {
		String transitional = """
				2030:1
				Denna lag träder i kraft den 1 juli 2030 och gäller till och med den 30 juni 2033.

				2031:77
				Denna lag gäller till och med den 31 december 2031.
				""";
		assertThat(read("Lag (2030:1) om försöksverksamhet med sång", FIRST, null, transitional).period().until())
			.isEqualTo(LocalDate.of(2033, 7, 1));
	}

	@Test
	void endsEarlierWhereTheActIsGone() {
		Section section = new Section("Försöksverksamhet bedrivs under tiden 1 juli 2030–30 juni 2034.", null);
		assertThat(read("Lag (2030:1) om försöksverksamhet med sång", FIRST, LocalDate.of(2032, 1, 1), null, section)
			.period()
			.until()).isEqualTo(LocalDate.of(2032, 1, 1));
	}

	@Test
	void endsWithTheLastSectionThatIsMarked() {
		LocalDate last = LocalDate.of(2033, 1, 1);
		String title = "Lag (2030:1) om försöksverksamhet med sång";
		Section early = new Section("Sång får höras.", LocalDate.of(2032, 1, 1));
		assertThat(read(title, FIRST, null, null, early, new Section("Sång ska mätas.", last)).period().until())
			.isEqualTo(last);
		assertThat(read(title, FIRST, null, null, early, new Section("Sång ska mätas.", null)).period().until())
			.isNull();
	}

	@Test
	void setsAsideWhatItsSectionsSetAside() {
		Derogation derogation = new Derogation("sfs:2029:5#P3", "2029:5#P3S1");
		TrialAct act = new TrialAct(new LawId("sfs:2030:1"), "Lag (2030:1) om försöksverksamhet", FIRST, null, null,
				List.of(), List.of(derogation));
		assertThat(TrialOnRecord.read(act, NAMES).targets()).containsExactly(derogation);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Lag (2030:1) om försöksverksamhet med sång",
			"Förordning (N1979:1) om fortsatt försöksverksamhet med ändrad sång",
			"Förordning (2030:1) om statsbidrag till försöksverksamhet med sång" })
	void actsThatTrySomethingAreTrials(String title) {
		assertThat(TrialAct.isTrial(title)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Förordning (N1989:1) om ändring i förordningen om försöksverksamhet med sång",
			"Förordning (2030:2) om upphävande av förordningen (2030:1) om försöksverksamhet med sång",
			"Lag (2030:3) om sång" })
	void actsThatAmendOrRepealThemAreNone(String title) {
		assertThat(TrialAct.isTrial(title)).isFalse();
	}

	private static TrialOnRecord read(String title, @Nullable LocalDate inForceFrom, @Nullable LocalDate ceasesOn,
			@Nullable String transitional, Section... sections) {
		return TrialOnRecord.read(new TrialAct(new LawId("sfs:2030:1"), title, inForceFrom, ceasesOn, transitional,
				List.of(sections), List.of()), NAMES);
	}

}
