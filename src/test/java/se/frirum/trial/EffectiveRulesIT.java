package se.frirum.trial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.instancio.junit.Given;
import org.instancio.junit.InstancioExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.seed.SeedFile;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Which rules apply differently where and when: random trials against the domain's words
/// written down once more, and two real trial laws month by month.
@FrirumTest
@ExtendWith(InstancioExtension.class)
class EffectiveRulesIT {

	private static final int TRIALS = 150;

	private static final LocalDate HEBY_MOVES = LocalDate.of(2007, 1, 1);

	private static final List<LocalDate> DAYS = Stream
		.of("1997-07-01", "2002-12-31", "2003-01-01", "2006-12-30", "2006-12-31", "2007-01-01", "2007-01-02",
				"2010-12-31", "2011-01-01", "2026-11-23", "2027-01-01", "2029-12-31", "2030-01-01")
		.map(LocalDate::parse)
		.toList();

	private static final List<String> PLACES = List.of("0331", "1981", "0380", "0330", "0980", "2580", "2583", "0180",
			"03", "19", "09", "25", "01", "SE");

	private static final String REMOTE_TEACHING = "sfs:2010:800#K21P4";

	private static final String LICENSED_TEACHERS = "sfs:2010:800#K2P13";

	private static final String SCHOOL_ACT = "sfs:2010:800";

	private static final String SOCIAL_SERVICES_ACT = "sfs:2025:400";

	private static final List<String> TARGETS = List.of(REMOTE_TEACHING, LICENSED_TEACHERS, SCHOOL_ACT,
			SOCIAL_SERVICES_ACT, "sfs:2025:400#K1P1");

	private static final String CREATE = """
			UNWIND $trials AS row
			CREATE (trial:Trial {id: row.id, reference: row.id, version: 1, title: 'Random', instrument: row.instrument,
				derived: false, sources: [], key: '9999|' + row.id})
			WITH trial, row
			CALL (trial, row) {
				UNWIND row.clauses AS c
				CREATE (trial)-[:HAS_CLAUSE]->(clause:TrialClause {id: c.id, place: 0, effect: c.effect, text: 'Random',
					from: c.from, until: c.until})
				FOREACH (code IN c.areas | MERGE (area:Area {id: 'area:' + code}) CREATE (clause)-[:APPLIES_IN]->(area))
				WITH clause, c
				UNWIND c.targets AS target
				MATCH (place:Provision|Law {id: target})
				CREATE (clause)-[:SETS_ASIDE {target: target, place: 0}]->(place)
			}
			CALL (trial, row) {
				UNWIND row.parts AS p
				MATCH (organisation:Organisation {id: 'organisation:' + p.organisation})
				CREATE (organisation)-[:TAKES_PART {status: p.status, from: p.from, until: p.until}]->(trial)
			}
			""";

	private static final String DELETE = """
			UNWIND $ids AS id
			MATCH (trial:Trial {id: id})
			OPTIONAL MATCH (trial)-[:HAS_CLAUSE]->(clause:TrialClause)
			DETACH DELETE trial, clause
			""";

	private final Api api;

	private final Transactions transactions;

	private final List<String> created = new ArrayList<>();

	EffectiveRulesIT(Api api, Transactions transactions) {
		this.api = api;
		this.transactions = transactions;
	}

	@AfterEach
	void takeTheTrialsAwayAgain() {
		this.transactions.write(() -> this.transactions.query(DELETE, Map.of("ids", this.created)));
	}

	@Test
	void followFromAreasPeriodsTargetsAndParticipation(@Given long seed) {
		Random random = new Random(seed);
		Sweden sweden = Sweden.ofSeedData();
		List<RandomTrial> trials = Stream.generate(() -> RandomTrial.of(random, sweden)).limit(TRIALS).toList();
		create(trials);
		List<String> seen = new ArrayList<>();
		for (LocalDate day : days(random)) {
			for (String place : sweden.thereOn(day)) {
				Answer answer = rules(place, day);
				assertThat(targets(answer, trials)).as("rules in %s on %s (seed %d)", place, day, seed)
					.isEqualTo(expected(trials, sweden, place, day));
				seen.addAll(targets(answer, trials));
				agreesWithSections(answer, trials, place, day, seed);
			}
			agreesWithMunicipalities(trials, sweden, day, seed);
		}
		assertThat(seen).hasSizeGreaterThan(TRIALS);
	}

	@Test
	void moveWithHebyFromVastmanlandToUppsala() {
		RandomTrial uppsala = RandomTrial.everlasting("NAMED_AREA_ACT", "03");
		RandomTrial vastmanland = RandomTrial.everlasting("NAMED_AREA_ACT", "19");
		RandomTrial uppsalaTakesPart = RandomTrial.everlasting("CONSENT", "SE").with("region-03");
		create(List.of(uppsala, vastmanland, uppsalaTakesPart));
		assertThat(trialsAmongOwn("0331", HEBY_MOVES.minusDays(1))).containsExactly(vastmanland.id());
		assertThat(trialsAmongOwn("0331", HEBY_MOVES)).containsExactlyInAnyOrder(uppsala.id(), uppsalaTakesPart.id());
	}

	@Test
	void holdInGotlandsCountyWhereItsOnlyMunicipalityIsNamedAndTakesPart() {
		RandomTrial municipality = RandomTrial.everlasting("PERMIT", "0980").with("region-09");
		create(List.of(municipality));
		assertThat(trialsAmongOwn("09", HEBY_MOVES)).containsExactly(municipality.id());
	}

	/// Kalmar and Gotland until 2003, Skåne until 2011, Västra Götaland from 1999.
	@ParameterizedTest
	@CsvSource({ "08, 1997-07-01, 2003-01-01", "0880, 1997-07-01, 2003-01-01", "09, 1997-07-01, 2003-01-01",
			"0980, 1997-07-01, 2003-01-01", "12, 1997-07-01, 2011-01-01", "1280, 1997-07-01, 2011-01-01",
			"14, 1999-01-01, 2011-01-01", "1480, 1999-01-01, 2011-01-01", "25,,", "SE,," })
	void followTheActOnChangedRegionalDivisionOfTasks(String area, @Nullable LocalDate from,
			@Nullable LocalDate until) {
		holds("T-SFS-1996:1414", area, from, until);
	}

	@ParameterizedTest
	@CsvSource({ "09, 1998-01-01, 2011-01-01", "0980, 1998-01-01, 2011-01-01", "08,,", "0880,,", "SE,," })
	void followTheActOnJointCountyAdministration(String area, @Nullable LocalDate from, @Nullable LocalDate until) {
		holds("T-SFS-1997:1144", area, from, until);
	}

	@Test
	void areFewerInVastraGotalandThanInSkane() {
		LocalDate day = LocalDate.of(2000, 1, 1);
		assertThat(rulesOf("T-SFS-1996:1414", "14", day)).isNotEmpty()
			.hasSizeLessThan(rulesOf("T-SFS-1996:1414", "12", day).size());
	}

	@Test
	void areNoneInAnAreaThatIsNot() {
		Answer answer = rules("9999", HEBY_MOVES);
		assertThat(answer.errors()).isEmpty();
		assertThat(answer.at("effectiveRules")).isEmpty();
	}

	/// On the first of each month, and on the edge days and those before them.
	private void holds(String reference, String area, @Nullable LocalDate from, @Nullable LocalDate until) {
		List<LocalDate> months = Stream.iterate(LocalDate.of(1996, 12, 1), (month) -> month.plusMonths(1))
			.limit(12 * 15 + 2)
			.toList();
		Set<LocalDate> days = new TreeSet<>(months);
		Stream.of(from, until).filter(Objects::nonNull).forEach((edge) -> days.add(edge.minusDays(1)));
		List<LocalDate> expected = days.stream()
			.filter((day) -> from != null && until != null && includes(from, until, day))
			.toList();
		assertThat(daysOf(reference, area, List.copyOf(days))).isEqualTo(expected);
	}

	/// The days on which a trial has a rule that holds in an area, asked for twenty at a
	/// time.
	private List<LocalDate> daysOf(String reference, String area, List<LocalDate> days) {
		List<LocalDate> held = new ArrayList<>();
		for (int start = 0; start < days.size(); start += 20) {
			List<LocalDate> some = days.subList(start, Math.min(start + 20, days.size()));
			Answer answer = this.api.query(some.stream()
				.map((day) -> "on%s: effectiveRules(area: $area, on: \"%s\") { trial { reference } }"
					.formatted(day.toString().replace("-", ""), day))
				.collect(Collectors.joining(" ", "query ($area: String!) { ", " }")), Map.of("area", area));
			assertThat(answer.errors()).as(answer.toString()).isEmpty();
			some.stream()
				.filter((day) -> answer.texts("on" + day.toString().replace("-", ""), "trial.reference")
					.contains(reference))
				.forEach(held::add);
		}
		return held;
	}

	private List<JsonNode> rulesOf(String reference, String area, LocalDate day) {
		return this.api.query(
				"query ($area: String!, $on: Date!) { effectiveRules(area: $area, on: $on) { trial { reference } } }",
				Map.of("area", area, "on", day.toString()))
			.at("effectiveRules")
			.valueStream()
			.filter((rule) -> rule.at("/trial/reference").asString().equals(reference))
			.toList();
	}

	private Answer rules(String area, LocalDate day) {
		Answer answer = this.api.query("""
				query ($area: String!, $on: Date!) {
					effectiveRules(area: $area, on: $on) { clause { id } trial { id } law { id } provision { id } }
				}""", Map.of("area", area, "on", day.toString()));
		assertThat(answer.errors()).as(answer.toString()).isEmpty();
		return answer;
	}

	private List<String> trialsAmongOwn(String area, LocalDate day) {
		return rules(area, day).texts("effectiveRules", "trial.id").stream().filter(this.created::contains).toList();
	}

	/// What each clause sets aside, as the API tells it: `clause > section or act`.
	private static List<String> targets(Answer answer, List<RandomTrial> trials) {
		Set<String> own = ids(trials);
		return answer.at("effectiveRules")
			.valueStream()
			.filter((rule) -> own.contains(rule.at("/trial/id").asString()))
			.map((rule) -> {
				JsonNode place = rule.at("/provision/id").isMissingNode() ? rule.at("/law/id")
						: rule.at("/provision/id");
				return rule.at("/clause/id").asString() + " > " + (place.isMissingNode() ? "" : place.asString());
			})
			.sorted()
			.toList();
	}

	private static List<String> expected(List<RandomTrial> trials, Sweden sweden, String place, LocalDate day) {
		return trials.stream()
			.flatMap((trial) -> trial.clauses()
				.stream()
				.filter((clause) -> holds(trial, clause, sweden, place, day))
				.flatMap((clause) -> clause.targets().isEmpty() ? Stream.of(clause.id() + " > ")
						: clause.targets().stream().map((target) -> clause.id() + " > " + target)))
			.sorted()
			.toList();
	}

	/// The rule as the domain words it, for a municipality, a county or the country.
	private static boolean holds(RandomTrial trial, RandomClause clause, Sweden sweden, String place, LocalDate day) {
		return sweden.municipalities(place, day)
			.stream()
			.allMatch((municipality) -> holdsInMunicipality(trial, clause, sweden, municipality, day));
	}

	private static boolean holdsInMunicipality(RandomTrial trial, RandomClause clause, Sweden sweden,
			String municipality, LocalDate day) {
		if (clause.from() == null || clause.areas().isEmpty()) {
			return false;
		}
		if (clause.targets().isEmpty() && !clause.effect().equals("ADDS")) {
			return false;
		}
		if (!includes(clause.from(), clause.until(), day)) {
			return false;
		}
		List<String> around = List.of(municipality, sweden.county(municipality, day), "SE");
		if (around.stream().noneMatch(clause.areas()::contains)) {
			return false;
		}
		return switch (trial.instrument()) {
			case "CONSENT", "GOVERNMENT_SELECTION",
					"PERMIT" ->
				trial.parts()
					.stream()
					.filter((part) -> part.status().equals("NOTIFIED") || part.status().equals("GRANTED"))
					.filter((part) -> includes(part.from(), part.until(), day))
					.flatMap((part) -> sweden.governed(part.organisation()).stream())
					.anyMatch((area) -> area.equals(municipality) || area.equals(sweden.county(municipality, day)));
			default -> true;
		};
	}

	private static boolean includes(@Nullable LocalDate from, @Nullable LocalDate until, LocalDate day) {
		return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
	}

	private void agreesWithMunicipalities(List<RandomTrial> trials, Sweden sweden, LocalDate day, long seed) {
		for (String place : sweden.thereOn(day)) {
			if (place.length() == 4) {
				Set<String> own = ids(trials);
				List<String> shown = this.api.query("""
						query ($code: String!, $on: Date!) {
							area(code: $code) { ... on Municipality { trials(on: $on) { id } } }
						}""", Map.of("code", place, "on", day.toString())).texts("area.trials", "id");
				assertThat(shown.stream().filter(own::contains)).as("trials of %s on %s (seed %d)", place, day, seed)
					.containsExactlyInAnyOrderElementsOf(trials.stream()
						.filter((trial) -> trial.clauses()
							.stream()
							.anyMatch((clause) -> holds(trial, clause, sweden, place, day)))
						.map(RandomTrial::id)
						.toList());
			}
		}
	}

	/// A section is set aside by what targets it, or its act as a whole.
	private void agreesWithSections(Answer rules, List<RandomTrial> trials, String place, LocalDate day, long seed) {
		Set<String> own = ids(trials);
		JsonNode sections = this.api
			.query("""
					query ($area: String!, $on: Date!, $remote: String!, $teachers: String!) {
						remote: provision(citation: $remote) { ...aside }
						teachers: provision(citation: $teachers) { ...aside }
					}
					fragment aside on Provision { id setAsideBy(area: $area, on: $on) { id trial { id } } }
					""",
					Map.of("area", place, "on", day.toString(), "remote", REMOTE_TEACHING, "teachers",
							LICENSED_TEACHERS))
			.at("");
		for (JsonNode section : sections) {
			List<String> shown = section.path("setAsideBy")
				.valueStream()
				.filter((clause) -> own.contains(clause.at("/trial/id").asString()))
				.map((clause) -> clause.path("id").asString())
				.toList();
			Set<String> aside = Set.of(section.path("id").asString(), SCHOOL_ACT);
			assertThat(shown).as("aside %s in %s on %s (seed %d)", section.path("id"), place, day, seed)
				.containsExactlyInAnyOrderElementsOf(targets(rules, trials).stream()
					.map((rule) -> rule.split(" > ", -1))
					.filter((rule) -> aside.contains(rule[1]))
					.map((rule) -> rule[0])
					.distinct()
					.toList());
		}
	}

	private static Set<String> ids(List<RandomTrial> trials) {
		return trials.stream().map(RandomTrial::id).collect(Collectors.toSet());
	}

	private void create(List<RandomTrial> trials) {
		trials.stream().map(RandomTrial::id).forEach(this.created::add);
		this.transactions.write(() -> this.transactions.query(CREATE,
				Map.of("trials", trials.stream().map(RandomTrial::row).toList())));
	}

	private static Set<LocalDate> days(Random random) {
		Set<LocalDate> days = new TreeSet<>(DAYS);
		while (days.size() < DAYS.size() + 5) {
			days.add(LocalDate.of(1996, 1, 1).plusDays(random.nextInt(13_000)));
		}
		return days;
	}

	/// Which municipality lies in which county when, and who governs what, as the seed
	/// data says.
	private record Sweden(List<Row> lies, Map<String, List<String>> governs) {

		static Sweden ofSeedData() {
			Map<String, List<String>> governs = new LinkedHashMap<>();
			new SeedFile("organisations/organisations.csv").rows()
				.stream()
				.filter((row) -> row.textOrNull("governs") != null)
				.forEach((row) -> governs.put(row.text("id"), Arrays.asList(row.text("governs").split("\\s*,\\s*"))));
			return new Sweden(new SeedFile("areas/municipality-counties.csv").rows(), governs);
		}

		List<String> municipalities(String place, LocalDate day) {
			return this.lies.stream()
				.filter((row) -> includes(date(row, "from"), date(row, "until"), day))
				.filter((row) -> place.equals("SE") || row.text("county").equals(place)
						|| row.text("municipality").equals(place))
				.map((row) -> row.text("municipality"))
				.toList();
		}

		String county(String municipality, LocalDate day) {
			return this.lies.stream()
				.filter((row) -> row.text("municipality").equals(municipality))
				.filter((row) -> includes(date(row, "from"), date(row, "until"), day))
				.map((row) -> row.text("county"))
				.findFirst()
				.orElseThrow();
		}

		List<String> governed(String organisation) {
			return this.governs.getOrDefault(organisation, List.of());
		}

		/// The places under test; a municipality that was formed later isn't there yet.
		List<String> thereOn(LocalDate day) {
			return PLACES.stream().filter((place) -> !municipalities(place, day).isEmpty()).toList();
		}

		private static @Nullable LocalDate date(Row row, String name) {
			String text = row.textOrNull(name);
			return (text != null) ? LocalDate.parse(text) : null;
		}

	}

	private record RandomClause(String id, String effect, @Nullable LocalDate from, @Nullable LocalDate until,
			List<String> areas, List<String> targets) {

		static RandomClause of(Random random, Sweden sweden) {
			LocalDate from = day(random, 8);
			LocalDate until = day(random, 4);
			boolean backwards = from != null && until != null && !from.isBefore(until);
			return new RandomClause("clause:" + UUID.randomUUID(), pick(random, "SETS_ASIDE", "REPLACES", "ADDS"), from,
					backwards ? null : until, areas(random, sweden), some(random, TARGETS, 3));
		}

		/// A few places, or every municipality of a county as it was on a day, with or
		/// without one.
		private static List<String> areas(Random random, Sweden sweden) {
			if (random.nextInt(3) > 0) {
				return some(random, PLACES, 4);
			}
			List<String> all = new ArrayList<>(
					sweden.municipalities(pick(random, "03", "19", "25", "09"), DAYS.get(random.nextInt(DAYS.size()))));
			if (random.nextInt(3) == 0) {
				all.remove(random.nextInt(all.size()));
			}
			return all;
		}

		Map<String, Object> row() {
			Map<String, Object> row = new HashMap<>();
			row.put("id", this.id);
			row.put("effect", this.effect);
			row.put("from", this.from);
			row.put("until", this.until);
			row.put("areas", this.areas);
			row.put("targets", this.targets);
			return row;
		}

	}

	private record RandomPart(String organisation, String status, @Nullable LocalDate from, @Nullable LocalDate until) {

		Map<String, Object> row() {
			Map<String, Object> row = new HashMap<>();
			row.put("organisation", this.organisation);
			row.put("status", this.status);
			row.put("from", this.from);
			row.put("until", this.until);
			return row;
		}

	}

	private record RandomTrial(String id, String instrument, List<RandomClause> clauses, List<RandomPart> parts) {

		static RandomTrial of(Random random, Sweden sweden) {
			TrialInstrument[] instruments = TrialInstrument.values();
			return new RandomTrial("trial:" + UUID.randomUUID(),
					(random.nextInt(2) > 0) ? pick(random, "CONSENT", "GOVERNMENT_SELECTION", "PERMIT")
							: instruments[random.nextInt(instruments.length)].name(),
					Stream.generate(() -> RandomClause.of(random, sweden)).limit(1 + random.nextInt(3)).toList(),
					parts(random, sweden));
		}

		private static List<RandomPart> parts(Random random, Sweden sweden) {
			List<RandomPart> parts = new ArrayList<>();
			for (String organisation : sweden.governs().keySet()) {
				boolean near = PLACES.stream().anyMatch(sweden.governed(organisation)::contains);
				if (random.nextInt(near ? 3 : 40) == 0) {
					parts.add(new RandomPart(organisation,
							pick(random, "APPLIED", "NOTIFIED", "GRANTED", "GRANTED", "REFUSED", "REVOKED"),
							day(random, 2), day(random, 2)));
				}
			}
			return parts;
		}

		/// One that sets a section aside in an area as long as one can think.
		static RandomTrial everlasting(String instrument, String area) {
			return new RandomTrial(
					"trial:" + UUID.randomUUID(), instrument, List.of(new RandomClause("clause:" + UUID.randomUUID(),
							"SETS_ASIDE", LocalDate.of(1990, 1, 1), null, List.of(area), List.of(REMOTE_TEACHING))),
					List.of());
		}

		RandomTrial with(String organisation) {
			return new RandomTrial(this.id, this.instrument, this.clauses,
					List.of(new RandomPart(organisation, "GRANTED", null, null)));
		}

		Map<String, Object> row() {
			return Map.of("id", this.id, "instrument", this.instrument, "clauses",
					this.clauses.stream().map(RandomClause::row).toList(), "parts",
					this.parts.stream().map(RandomPart::row).toList());
		}

	}

	@SafeVarargs
	private static <T> T pick(Random random, T... values) {
		return values[random.nextInt(values.length)];
	}

	private static List<String> some(Random random, List<String> all, int most) {
		return random.ints(random.nextInt(most + 1), 0, all.size()).mapToObj(all::get).distinct().toList();
	}

	/// Mostly an edge day, sometimes any day, and sometimes (one in `rare`) none.
	private static @Nullable LocalDate day(Random random, int rare) {
		if (random.nextInt(rare) == 0) {
			return null;
		}
		return (random.nextInt(4) > 0) ? DAYS.get(random.nextInt(DAYS.size()))
				: LocalDate.of(1996, 1, 1).plusDays(random.nextInt(13_000));
	}

}
