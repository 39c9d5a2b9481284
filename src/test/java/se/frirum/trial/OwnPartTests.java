package se.frirum.trial;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.frirum.platform.database.Row;
import se.frirum.platform.security.Role;
import se.frirum.platform.security.Viewer;
import se.frirum.trial.OwnPart.Move;

import static org.assertj.core.api.Assertions.assertThat;

/// What a municipality or a region can do about its own part in a trial.
class OwnPartTests {

	private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

	private static final Viewer REPORTER = viewer(Role.REPORTER);

	@ParameterizedTest
	@CsvSource({ "0581, 0581, JOIN", "0581, 05, JOIN", "05, 0581, JOIN", "0581, SE, JOIN", "0581, 0580, ELSEWHERE",
			"0581, 25, ELSEWHERE", "05, 2580, ELSEWHERE" })
	void joinsATrialThatHoldsWhereItIs(String own, String area, Move move) {
		assertThat(part(trial(area), own, REPORTER).move()).isEqualTo(move);
	}

	@Test
	void joinsATrialWhoseAreasNobodyKnows() {
		assertThat(part(trial(), "0581", REPORTER).move()).isEqualTo(Move.JOIN);
	}

	@Test
	void leavesATrialInWhichItTakesPart() {
		Map<String, Object> trial = trial("0581");
		trial.put("participants", List.of(participant("GRANTED", null)));
		OwnPart part = part(trial, "0581", REPORTER);
		assertThat(part.move()).isEqualTo(Move.LEAVE);
		assertThat(part.current()).containsEntry("status", "GRANTED");
	}

	@ParameterizedTest
	@CsvSource({ "GRANTED, 2027-03-01", "REFUSED,", "REVOKED," })
	void joinsAnewWhereItsPartIsOver(String status, String until) {
		Map<String, Object> trial = trial("0581");
		trial.put("participants", List.of(participant(status, until)));
		assertThat(part(trial, "0581", REPORTER).move()).isEqualTo(Move.JOIN);
	}

	@Test
	void canDoNothingAboutWhatIsOverOrNobodysTrial() {
		assertThat(part(with("derived", true), "0581", REPORTER).move()).isEqualTo(Move.DERIVED);
		assertThat(part(with("outcome", "EXPIRED"), "0581", REPORTER).move()).isEqualTo(Move.CONCLUDED);
		assertThat(part(with("state", "ENDED"), "0581", REPORTER).move()).isEqualTo(Move.ENDED);
	}

	@Test
	void joinsAnewAfterItsApplicationWasTakenBack() {
		assertThat(part(with("participants", List.of(participant("APPLIED", null))), "0581", REPORTER).move())
			.isEqualTo(Move.LEAVE);
		assertThat(part(with("participants", List.of(participant("APPLIED", "2999-01-01"))), "0581", REPORTER).move())
			.isEqualTo(Move.JOIN);
	}

	@Test
	void isAskedOfMunicipalitiesAndRegionsOnly() {
		Row agency = new Row(Map.of("kind", "AGENCY"));
		assertThat(OwnPart.of(new Row(trial("SE")), Optional.of(agency), viewer(Role.LIAISON), TODAY).move()).isNull();
		assertThat(OwnPart.of(new Row(trial("SE")), Optional.empty(), Viewer.PUBLIC, TODAY).move()).isNull();
		assertThat(part(trial("SE"), "0581", viewer()).move()).isNull();
	}

	@Test
	void measuresWhereTheTrialHoldsAndWhereItIsComparedWith() {
		Map<String, Object> trial = trial("0581");
		assertThat(part(trial, "0581", REPORTER).measures()).as("without a plan").isFalse();
		trial.put("evaluation", Map.of("comparisonAreas", List.of(Map.of("code", "0580"))));
		assertThat(part(trial, "0581", REPORTER).measures()).isTrue();
		assertThat(part(trial, "0580", REPORTER).measures()).isTrue();
		assertThat(part(trial, "2580", REPORTER).measures()).isFalse();
		assertThat(part(trial, "2580", viewer(Role.ANALYST)).measures()).isTrue();
		trial.put("instrument", "CONSENT");
		assertThat(part(trial, "0581", REPORTER).measures()).as("without taking part").isFalse();
		trial.put("participants", List.of(participant("NOTIFIED", null)));
		assertThat(part(trial, "0581", REPORTER).measures()).isTrue();
	}

	private static OwnPart part(Map<String, Object> trial, String area, Viewer viewer) {
		Row organisation = new Row(
				Map.of("kind", (area.length() == 2) ? "REGION" : "MUNICIPALITY", "area", Map.of("code", area)));
		return OwnPart.of(new Row(trial), Optional.of(organisation), viewer, TODAY);
	}

	private static Viewer viewer(Role... roles) {
		return new Viewer("account", "Kim", Set.of(roles), "organisation:0581");
	}

	private static Map<String, Object> with(String name, Object value) {
		Map<String, Object> trial = trial("0581");
		trial.put(name, value);
		return trial;
	}

	private static Map<String, Object> trial(String... areas) {
		List<Map<String, Object>> places = List.of(areas)
			.stream()
			.map((code) -> Map.<String, Object>of("code", code))
			.toList();
		return new HashMap<>(Map.of("state", "IN_FORCE", "instrument", "NAMED_AREA_ACT", "clauses",
				List.of(Map.of("areas", places)), "participants", List.of()));
	}

	private static Map<String, Object> participant(String status, String until) {
		Map<String, Object> part = new HashMap<>(Map.of("status", status, "organisation",
				Map.of("id", "organisation:0581", "area", Map.of("code", "0581"))));
		part.put("until", until);
		return part;
	}

}
