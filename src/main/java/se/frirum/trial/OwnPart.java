package se.frirum.trial;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.security.Role;
import se.frirum.platform.security.Viewer;

/// What somebody's municipality or region can do about a trial.
///
/// @param area the code of the area that it governs; empty where it governs none
/// @param current its part in the trial, or what it has applied for; null where it has none
/// @param move what it can do, or why nothing; null where this is not for it
/// @param measures whether whoever asks can record what was measured
record OwnPart(String area, @Nullable Map<String, Object> current, @Nullable Move move, boolean measures) {

	private static final String COUNTRY = "SE";

	/// What can be done, or why nothing can.
	enum Move {

		JOIN, LEAVE, DERIVED, CONCLUDED, ENDED, ELSEWHERE

	}

	/// @param trial as its page reads it
	/// @param organisation for which the viewer acts, with its `area`
	static OwnPart of(Row trial, Optional<Row> organisation, Viewer viewer, LocalDate today) {
		String area = organisation.filter((it) -> Set.of("MUNICIPALITY", "REGION").contains(it.text("kind")))
			.flatMap((it) -> it.row("area"))
			.map((it) -> it.text("code"))
			.orElse("");
		boolean mayAct = !area.isEmpty() && (viewer.is(Role.REPORTER) || viewer.reviews());
		Row current = current(trial, String.valueOf(viewer.organisation()), today);
		return new OwnPart(area, (current != null) ? current.values() : null,
				mayAct ? move(trial, current != null, area) : null,
				!trial.is("derived") && trial.row("evaluation").isPresent()
						&& (viewer.reviews() || (mayAct && measured(trial, area))));
	}

	/// What it has applied for is current until it is decided or taken back.
	private static @Nullable Row current(Row trial, String organisation, LocalDate today) {
		return trial.rows("participants")
			.stream()
			.filter((part) -> part.row("organisation").orElseThrow().text("id").equals(organisation))
			.filter((part) -> !ParticipationStatus.valueOf(part.text("status")).next().isEmpty())
			.filter((part) -> !part.text("status").equals(ParticipationStatus.APPLIED.name())
					|| part.textOrNull("until") == null)
			.filter((part) -> part.textOr("until", "9999").compareTo(today.toString()) > 0)
			.findFirst()
			.orElse(null);
	}

	private static Move move(Row trial, boolean takesPart, String area) {
		if (trial.is("derived")) {
			return Move.DERIVED;
		}
		if (trial.textOrNull("outcome") != null) {
			return Move.CONCLUDED;
		}
		if (trial.text("state").equals("ENDED")) {
			return Move.ENDED;
		}
		if (takesPart) {
			return Move.LEAVE;
		}
		return (areas(trial).isEmpty() || meets(area, areas(trial))) ? Move.JOIN : Move.ELSEWHERE;
	}

	/// Where the trial's rules are tried, or compared with.
	private static boolean measured(Row trial, String area) {
		boolean chosen = TrialInstrument.valueOf(trial.text("instrument")).needsParticipation();
		boolean tried = meets(area, areas(trial)) && (!chosen || meets(area, participants(trial)));
		return tried || trial.row("evaluation")
			.stream()
			.flatMap((plan) -> plan.rows("comparisonAreas").stream())
			.anyMatch((compared) -> compared.text("code").startsWith(area));
	}

	private static List<String> areas(Row trial) {
		return trial.rows("clauses")
			.stream()
			.flatMap((clause) -> clause.rows("areas").stream())
			.map((place) -> place.text("code"))
			.toList();
	}

	private static List<String> participants(Row trial) {
		return trial.rows("participants")
			.stream()
			.filter((part) -> ParticipationStatus.valueOf(part.text("status")).takesPart())
			.flatMap((part) -> part.row("organisation").orElseThrow().row("area").stream())
			.map((place) -> place.text("code"))
			.toList();
	}

	/// Whether an area is one of others, lies in one or holds one: a municipality's code
	/// begins with its county's.
	private static boolean meets(String area, List<String> others) {
		return others.stream()
			.flatMap((other) -> Stream.of(other.equals(COUNTRY), area.startsWith(other), other.startsWith(area)))
			.anyMatch(Boolean::booleanValue);
	}

}
