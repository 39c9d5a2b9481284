package se.frirum;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.law.Citations;
import se.frirum.law.LawId;
import se.frirum.law.Resolution;
import se.frirum.law.Resolution.Found;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.seed.SeedFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// What an empty database starts with.
@FrirumTest
class SeedDataIT {

	private final Api api;

	private final Citations citations;

	private final Transactions transactions;

	SeedDataIT(Api api, Citations citations, Transactions transactions) {
		this.api = api;
		this.citations = citations;
		this.transactions = transactions;
	}

	@Test
	void knowsEveryMunicipalityWithItsCountyAndWhereItLies() {
		Api.Answer answer = this.api.query("{ municipalities { code name latitude longitude county { code } } }");
		assertThat(answer.at("municipalities")).hasSize(290).allSatisfy((municipality) -> {
			assertThat(municipality.path("name").asString()).isNotBlank();
			assertThat(municipality.path("latitude").asDouble()).isBetween(55.0, 69.5);
			assertThat(municipality.path("longitude").asDouble()).isBetween(10.5, 24.5);
		});
		assertThat(answer.texts("municipalities", "code")).doesNotHaveDuplicates().isSorted();
		assertThat(answer.at("municipalities")
			.valueStream()
			.filter((municipality) -> !municipality.path("code")
				.asString()
				.startsWith(municipality.at("/county/code").asString()))
			.map((municipality) -> municipality.path("name").asString())).as("moved without a new code")
			.isSubsetOf("Heby");
	}

	@Test
	void knowsThatHebyMovedToUppsala() {
		assertThat(this.api.query("{ area(code: \"0331\") { name ... on Municipality { county { name } } } }")
			.text("area.county.name")).isEqualTo("Uppsala län");
		assertThat(rows("""
				MATCH (:Municipality {code: '0331'})-[lies:IN]->(county:County)
				RETURN county.code AS county, lies.from AS from, lies.until AS until ORDER BY county"""))
			.extracting((row) -> row.text("county"), (row) -> row.dateOrNull("from"), (row) -> row.dateOrNull("until"))
			.containsExactly(tuple("03", LocalDate.of(2007, 1, 1), null), tuple("19", null, LocalDate.of(2007, 1, 1)));
	}

	@Test
	void knowsEveryCounty() {
		assertThat(rows("MATCH (county:County)-[:IN]->(:Country {code: 'SE'}) RETURN county.code AS code")).hasSize(21);
		assertThat(this.api.query("{ area(code: \"25\") { ... on County { municipalities { code } } } }")
			.texts("area.municipalities", "code")).hasSize(14).contains("2580", "2583");
	}

	@Test
	void hasAnOrganisationForEveryMunicipalityAndRegion() {
		assertThat(rows("""
				MATCH (area:Municipality|County)<-[:GOVERNS]-(organisation:Organisation)
				WITH area, collect(organisation.kind) AS kinds
				RETURN area.code AS code, kinds""")).hasSize(290 + 21)
			.allSatisfy((row) -> assertThat(row.texts("kinds")).containsExactly(
					(row.text("code").length() == 2 || row.text("code").equals("0980")) ? "REGION" : "MUNICIPALITY"));
	}

	@Test
	void knowsGotlandOnceAsOneRegionThatGovernsBoth() {
		List<Row> governing = rows("""
				MATCH (organisation:Organisation)-[:GOVERNS]->(area:Area) WHERE area.code IN ['09', '0980']
				RETURN organisation.id AS id, organisation.kind AS kind, collect(area.code) AS areas""");
		assertThat(governing).hasSize(1);
		assertThat(governing.getFirst().text("kind")).isEqualTo("REGION");
		assertThat(governing.getFirst().texts("areas")).containsExactlyInAnyOrder("09", "0980");
		assertThat(this.api
			.query("query ($id: ID!) { node(id: $id) { ... on Organisation { name area { code } } } }",
					Map.of("id", governing.getFirst().text("id")))
			.text("node.area.code")).isEqualTo("09");
	}

	@Test
	void hasATreeOfServices() {
		Api.Answer answer = this.api.query("""
				{ services { code name parent { code } children { code name parent { code }
					children { code name } } } }""");
		Set<String> codes = new HashSet<>();
		assertThat(answer.at("services")).allSatisfy((root) -> {
			assertThat(root.path("parent").isNull()).isTrue();
			codes.add(root.path("code").asString());
			root.path("children").valueStream().forEach((child) -> {
				assertThat(child.at("/parent/code")).isEqualTo(root.path("code"));
				codes.add(child.path("code").asString());
			});
		});
		assertThat(codes.stream().filter((code) -> code.contains("."))).isNotEmpty();
		assertThat(rows("MATCH (service:Service) RETURN service.code AS code")).hasSizeGreaterThanOrEqualTo(60);
		assertThat(rows("""
				MATCH (service:Service) WHERE NOT (service)-[:PART_OF*0..5]->(:Service)
					OR COUNT { (service)-[:PART_OF]->() } > 1
				RETURN service.code AS code""")).isEmpty();
	}

	@Test
	void hasALawRegisterWithSections() {
		assertThat(rows("MATCH (law:Law {known: true}) WHERE law.title IS NOT NULL RETURN law.id AS id"))
			.hasSizeGreaterThanOrEqualTo(60);
		assertThat(rows("""
				MATCH (law:Law {known: true}) WHERE EXISTS { (law)-[:HAS_PROVISION]->() } RETURN law.id AS id"""))
			.hasSizeGreaterThanOrEqualTo(15);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2010:800", "2025:400", "2017:725", "2017:30", "2010:900", "2016:1145", "2009:400",
			"1998:808" })
	void hasTheSectionsOfTheActsThatMunicipalitiesLiveBy(String designation) {
		Api.Answer answer = this.api.query("""
				query ($act: String!) { law(designation: $act) { name known responsible { name }
					provisions { totalCount } } }""", Map.of("act", designation));
		assertThat(answer.at("law.known").asBoolean()).isTrue();
		assertThat(answer.text("law.name")).isNotBlank();
		assertThat(answer.text("law.responsible.name")).isNotBlank();
		assertThat(answer.at("law.provisions.totalCount").asInt()).isGreaterThan(30);
	}

	@Test
	void findsEachActByEachOfItsNamesOnADayOfTheirs() {
		List<String> lost = new ArrayList<>();
		for (Row row : new SeedFile("laws/names.csv").rows()) {
			LawId act = LawId.parse(row.text("designation")).orElseThrow();
			Resolution resolution = this.citations.resolve(row.text("name"), dayOf(row));
			if (!(resolution instanceof Found found) || !found.target().law().equals(act)) {
				lost.add(row.values() + ": " + resolution);
			}
		}
		assertThat(lost).isEmpty();
	}

	@Test
	void hasTrialsWithSources() {
		List<Row> trials = rows("""
				MATCH (trial:Trial) WHERE trial.reference STARTS WITH 'T-SFS-' OR trial.reference STARTS WITH 'T-Dir'
					OR trial.reference STARTS WITH 'T-SOU'
				RETURN trial.reference AS reference, trial.sources AS sources,
					COUNT { (trial)-[:HAS_CLAUSE]->() } AS clauses""");
		assertThat(trials).hasSizeGreaterThanOrEqualTo(12).allSatisfy((trial) -> {
			assertThat(trial.texts("sources")).isNotEmpty();
			assertThat(trial.number("clauses")).isPositive();
		});
		assertThat(trials.stream().flatMap((trial) -> trial.texts("sources").stream())).contains("SOU 1991:68",
				"SOU 2022:59", "SOU 2023:94");
		assertThat(trials).extracting((trial) -> trial.text("reference"))
			.contains("T-SFS-1984:382", "T-SFS-1994:566", "T-SFS-1996:1414", "T-SFS-1997:1144", "T-SFS-2017:309",
					"T-SFS-2003:255", "T-SFS-2011:682", "T-SFS-2016:350", "T-SFS-2024:1231");
	}

	@Test
	void loadsEveryClauseWithAllThatItNames() {
		for (Row trial : new SeedFile("trials/trials.yaml").items()) {
			Row loaded = this.transactions
				.lookUp("""
						MATCH (trial:Trial {title: $title})-[:HAS_CLAUSE]->(clause:TrialClause)
						RETURN sum(COUNT { (clause)-[:SETS_ASIDE]->() }) AS targets,
							sum(COUNT { (clause)-[:APPLIES_IN]->() }) AS areas, sum(COUNT { (clause)-[:FOR]->() }) AS services,
							COUNT { (trial)<-[:TAKES_PART]-() } AS participants""",
						Map.of("title", trial.text("title")))
				.getFirst();
			for (String links : List.of("targets", "areas", "services")) {
				assertThat(loaded.number(links)).as("%s of %s", links, trial.text("title"))
					.isEqualTo(trial.rows("clauses").stream().mapToInt((clause) -> clause.texts(links).size()).sum());
			}
			assertThat(loaded.number("participants")).isEqualTo(trial.rows("participants").size());
		}
	}

	@Test
	void namesTheSectionsThatOrdinancesRestOn() {
		Api.Answer answer = this.api.query("""
				{ trial(reference: "T-SFS-2016:350") { clauses { authorisedBy { citation } targets { target } } } }""");
		assertThat(answer.text("trial.clauses.0.authorisedBy.0.citation"))
			.isEqualTo("2 kap. 22 b § skollagen (2010:800)");
		assertThat(answer.text("trial.clauses.0.targets.0.target")).isEqualTo("2010:800#K2P13");
	}

	@Test
	void hasSampleObstaclesThatAreMarkedAndTakenUp() {
		List<Row> samples = rows("""
				MATCH (case:Obstacle {sample: true})
				RETURN case.reference AS reference, case.status AS status, case.audience AS audience,
					COUNT { (case)-[:BLOCKED_BY]->() } AS rules, COUNT { (case)<-[:ENDORSES]-() } AS endorsements""");
		assertThat(samples).hasSizeGreaterThanOrEqualTo(25)
			.hasSameSizeAs(new SeedFile("obstacles/samples.yaml").items())
			.allSatisfy((sample) -> {
				assertThat(sample.text("status")).isNotIn("DRAFT", "SUBMITTED");
				assertThat(sample.text("audience")).isEqualTo("PUBLIC");
				assertThat(sample.text("reference")).matches("H-\\d{4}-\\d{4,}");
				assertThat(sample.number("rules")).isPositive();
			});
		assertThat(samples.stream().filter((sample) -> sample.number("endorsements") > 0)).hasSizeGreaterThan(2);
	}

	@Test
	void answersOneThatItIsPossibleToday() {
		List<Row> answered = rows(
				"""
								MATCH (case:Obstacle {sample: true, closure: 'POSSIBLE_TODAY'})-[:BLOCKED_BY]->(section:Provision)
						WHERE section.id = 'sfs:2010:800#K21P4'
								RETURN case.id AS id""");
		assertThat(answered).hasSize(1);
		Api.Answer answer = this.api.query("""
				query ($id: ID!) { obstacle(id: $id) {
				sample status closure guidance { text source asOf givenBy { name } } } }""",
				Map.of("id", answered.getFirst().text("id")));
		assertThat(answer.at("obstacle.sample").asBoolean()).isTrue();
		assertThat(answer.text("obstacle.status")).isEqualTo("CLOSED");
		assertThat(answer.text("obstacle.guidance.text")).contains("21 kap. 8 § skollagen", "förordning");
		assertThat(answer.text("obstacle.guidance.source")).isNotBlank();
		assertThat(answer.text("obstacle.guidance.asOf")).isNotBlank();
		assertThat(answer.text("obstacle.guidance.givenBy.name")).isNotBlank();
	}

	@Test
	void tellsHowEachSampleCameToWhereItStands() {
		for (Row sample : rows("MATCH (case:Obstacle {sample: true}) RETURN case.id AS id, case.status AS status")) {
			Api.Answer answer = this.api.as("analyst")
				.query("""
						query ($id: ID!) { obstacle(id: $id) { history(first: 100) { nodes { type from to at } } } }""",
						Map.of("id", sample.text("id")));
			String status = "DRAFT";
			for (var event : answer.at("obstacle.history.nodes")) {
				if (event.path("to").isString()) {
					assertThat(event.path("from").asString()).as(answer.toString()).isEqualTo(status);
					status = event.path("to").asString();
				}
			}
			assertThat(status).as(answer.toString()).isEqualTo(sample.text("status"));
			assertThat(answer.texts("obstacle.history.nodes", "at").stream().map(OffsetDateTime::parse)).isSorted();
		}
	}

	private List<Row> rows(String statement) {
		return this.transactions.lookUp(statement, Map.of());
	}

	/// The first day on which a name means its act; else the last; else a day of our
	/// time.
	private static LocalDate dayOf(Row name) {
		LocalDate until = day(name, "until");
		return Stream.of(day(name, "from"), (until != null) ? until.minusDays(1) : null)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(LocalDate.of(2026, 11, 23));
	}

	private static @Nullable LocalDate day(Row row, String name) {
		String text = row.textOrNull(name);
		return (text != null) ? LocalDate.parse(text) : null;
	}

}
