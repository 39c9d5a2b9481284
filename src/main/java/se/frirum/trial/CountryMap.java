package se.frirum.trial;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.page.Choices;

/// What a map of the country shows of each municipality: how many trials hold in it on a
/// day.
public final class CountryMap {

	private static final String COUNTRY = "SE";

	private CountryMap() {
	}

	/// A municipality.
	///
	/// @param trials how many hold there, those of the whole country too
	public record Place(String code, String name, String county, @Nullable Object latitude, @Nullable Object longitude,
			long trials) {
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
			return new Reach(areas, TrialInstrument.valueOf(trial.text("instrument")).needsParticipation()
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

		boolean isEverywhere() {
			return this.areas.contains(COUNTRY) && this.participants.isEmpty();
		}

		boolean covers(String municipality, String county) {
			return (this.areas.contains(COUNTRY) || this.areas.contains(county) || this.areas.contains(municipality))
					&& this.participants.map((codes) -> codes.contains(municipality) || codes.contains(county))
						.orElse(true);
		}

	}

	/// Whether a trial, as `of` takes it, holds in the whole country on a day.
	static boolean isEverywhere(Row trial, LocalDate day) {
		return Reach.of(trial, day).isEverywhere();
	}

	/// The municipalities of counties.
	/// @param trials each with its `instrument`, its `clauses` with their days and areas,
	/// and the areas of its `participants` on that day
	public static List<Place> of(List<Row> trials, List<Choices.County> counties, LocalDate day) {
		List<Reach> reaches = trials.stream().map((trial) -> Reach.of(trial, day)).toList();
		return counties.stream().flatMap((county) -> county.municipalities().stream().map(Row::new).map((place) -> {
			String code = place.text("code");
			return new Place(code, place.text("name"), county.name(), place.values().get("latitude"),
					place.values().get("longitude"),
					reaches.stream().filter((reach) -> reach.covers(code, county.code())).count());
		})).toList();
	}

}
