package se.frirum.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.page.Choices;

/// What the start page's map shows of each municipality: its obstacles, and the trials that
/// hold in it on a day.
final class CountryMap {

	private static final String COUNTRY = "SE";

	/// Whoever takes part in these is under their rules, and nobody else.
	private static final Set<String> BY_PARTICIPATION = Set.of("CONSENT", "GOVERNMENT_SELECTION", "PERMIT");

	private CountryMap() {
	}

	/// A municipality.
	///
	/// @param obstacles how many its organisation reported or endorsed
	/// @param trials how many hold there, those of the whole country too
	record Place(String code, String name, String county, @Nullable Object latitude, @Nullable Object longitude,
			long obstacles, long trials) {
	}

	/// Where a trial holds: the codes of areas.
	private record Reach(Set<String> areas, Optional<Set<String>> participants) {

		static Reach of(Row trial, LocalDate day) {
			Set<String> areas = trial.rows("clauses")
				.stream()
				.filter((clause) -> holds(clause, day))
				.flatMap((clause) -> clause.rows("areas").stream())
				.map((area) -> area.text("code"))
				.collect(Collectors.toSet());
			return new Reach(areas, BY_PARTICIPATION.contains(trial.text("instrument"))
					? Optional.of(participants(trial)) : Optional.empty());
		}

		private static boolean holds(Row clause, LocalDate day) {
			String from = clause.textOrNull("from");
			String until = clause.textOrNull("until");
			return from != null && !LocalDate.parse(from).isAfter(day)
					&& (until == null || LocalDate.parse(until).isAfter(day));
		}

		private static Set<String> participants(Row trial) {
			return trial.rows("participants")
				.stream()
				.flatMap((part) -> part.row("organisation").orElseThrow().row("area").stream())
				.map((area) -> area.text("code"))
				.collect(Collectors.toSet());
		}

		boolean covers(String municipality, String county) {
			return (this.areas.contains(COUNTRY) || this.areas.contains(county) || this.areas.contains(municipality))
					&& this.participants.map((codes) -> codes.contains(municipality) || codes.contains(county))
						.orElse(true);
		}

	}

	/// Reads the start page's answer.
	static List<Place> of(Row answer, List<Choices.County> counties, LocalDate day) {
		Map<String, Long> obstacles = answer.rows("hotspots")
			.stream()
			.collect(Collectors.toMap((spot) -> spot.text("key"), (spot) -> spot.number("obstacles")));
		List<Reach> trials = answer.row("trials")
			.orElseThrow()
			.rows("nodes")
			.stream()
			.map((trial) -> Reach.of(trial, day))
			.toList();
		return counties.stream().flatMap((county) -> county.municipalities().stream().map(Row::new).map((place) -> {
			String code = place.text("code");
			return new Place(code, place.text("name"), county.name(), place.values().get("latitude"),
					place.values().get("longitude"), obstacles.getOrDefault(code, 0L),
					trials.stream().filter((trial) -> trial.covers(code, county.code())).count());
		})).toList();
	}

}
