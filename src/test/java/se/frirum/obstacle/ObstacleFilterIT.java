package se.frirum.obstacle;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.Api;
import se.frirum.Cases;
import se.frirum.FrirumTest;
import se.frirum.platform.database.Transactions;

import static org.assertj.core.api.Assertions.assertThat;

/// A list of obstacles holds those that fulfil all that is given, wherever the search
/// starts.
@FrirumTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObstacleFilterIT {

	private static final String FIND = """
			query ($filter: ObstacleFilter, $after: String) {
				obstacles(filter: $filter, first: 100, after: $after) { nodes { id } totalCount pageInfo { endCursor hasNextPage } }
			}""";

	private final Api api;

	private final Transactions transactions;

	private final Cases cases;

	/// The tests' names of the cases, by id.
	private final Map<String, String> names = new HashMap<>();

	/// Norrköping, on a section and a part of a service; Haparanda has it too, and a
	/// trial is meant for it.
	private String school = "";

	/// Haparanda, on an act as a whole; Gotland has it too.
	private String council = "";

	/// Norrköping, on two sections of one act and a service as a whole; not taken up.
	private String unread = "";

	/// Haparanda, on nothing at all; Region Norrbotten has it too.
	private String bare = "";

	ObstacleFilterIT(Api api, Transactions transactions) {
		this.api = api;
		this.transactions = transactions;
		this.cases = Cases.of(api);
	}

	@BeforeAll
	void fourCases() {
		this.school = named("school",
				this.cases.reported("reporter", "Fjärrundervisning i hemkunskap",
						Map.of("kind", "PROHIBITION", "consequence", "Eleverna reser långt", "blockedBy",
								List.of(Map.of("citation", "21 kap. 4 § skollagen")), "services",
								List.of("education.adult.sfi"))));
		this.cases.endorsed(this.school, "reporter2");
		this.council = named("council",
				this.cases.reported("reporter2", "Nämnder över gränsen", Map.of("kind", "MISSING_POWER", "blockedBy",
						List.of(Map.of("citation", "2017:725")), "services", List.of("culture.libraries"))));
		endorses("organisation:region-09", this.council);
		this.unread = named("unread",
				this.cases.submitted("reporter", "Fjärrundervisning i slöjd",
						Map.of("kind", "PROHIBITION", "blockedBy",
								List.of(Map.of("citation", "21 kap. 4 § skollagen"),
										Map.of("citation", "22 kap. 1 § skollagen")),
								"services", List.of("education"))));
		this.bare = named("bare", this.cases.reported("reporter2", "Oklar regel", Map.of("kind", "UNCLEAR_RULE")));
		endorses("organisation:region-25", this.bare);
		trialFor(this.school);
	}

	private String named(String name, String id) {
		this.names.put(id, name);
		return id;
	}

	private void endorses(String organisation, String obstacle) {
		this.transactions.write(() -> this.transactions.query("""
				MATCH (obstacle:Obstacle {id: $obstacle})
				MATCH (organisation:Organisation {id: $organisation})
				CREATE (organisation)-[:ENDORSES {at: datetime(), key: $key, mandate: 'OBSERVATION'}]->(obstacle)
				""", Map.of("obstacle", obstacle, "organisation", organisation, "key", UUID.randomUUID().toString())));
	}

	private void trialFor(String obstacle) {
		Map<String, Object> clause = Map.of("citations", List.of("21 kap. 4 § skollagen"), "text",
				"Får hållas på distans.", "areas", List.of("0581"), "from", "2020-01-01", "until", "2190-01-01");
		Api.Answer answer = this.api.as("liaison")
			.run("register-trial",
					Map.of("input",
							Map.of("idempotencyKey", UUID.randomUUID().toString(), "title", "Försök", "instrument",
									"NAMED_AREA_ACT", "addresses", List.of(obstacle), "clauses", List.of(clause))));
		assertThat(answer.problems("registerTrial")).as(answer.toString()).isEmpty();
	}

	/// The cases of this test's that an account finds: the same with their word among the
	/// filters and without it.
	private List<String> found(String account, Map<String, ?> filter) {
		List<String> found = names(account, filter);
		if (!filter.containsKey("text")) {
			Map<String, Object> worded = new HashMap<>(filter);
			worded.put("text", this.cases.word());
			assertThat(names(account, worded)).isEqualTo(found);
		}
		return found;
	}

	private List<String> names(String account, Map<String, ?> filter) {
		List<String> ids = new ArrayList<>();
		Map<String, Object> variables = new HashMap<>(Map.of("filter", filter));
		Api.Answer page;
		do {
			page = this.api.as(account).query(FIND, variables);
			assertThat(page.errors()).as(page.toString()).isEmpty();
			ids.addAll(page.texts("obstacles.nodes", "id"));
			variables.put("after", page.text("obstacles.pageInfo.endCursor"));
		}
		while (page.at("obstacles.pageInfo.hasNextPage").asBoolean());
		assertThat(ids).doesNotHaveDuplicates();
		return ids.stream().filter(this.names::containsKey).map(this.names::get).sorted().toList();
	}

	private List<String> found(Map<String, ?> filter) {
		return found("analyst", filter);
	}

	private List<String> found(String filter, Object value) {
		return found(Map.of(filter, value));
	}

	@Test
	void anEmptyFilterLeavesNothingOut() {
		assertThat(found(Map.of())).containsExactly("bare", "council", "school", "unread");
		Map<String, Object> nothing = new HashMap<>();
		List.of("text", "statuses", "law", "provision", "service", "area", "organisation", "reportedFrom")
			.forEach((filter) -> nothing.put(filter, null));
		assertThat(names("analyst", nothing)).containsExactly("bare", "council", "school", "unread");
	}

	@Test
	void whatNobodyHasReadIsFoundByReviewersAndItsReporterOnly() {
		for (Map<String, ?> filter : List.of(Map.<String, Object>of(), Map.of("provision", "sfs:2010:800#K21P4"),
				Map.of("law", "2010:800"), Map.of("service", "education"), Map.of("organisation", "organisation:0581"),
				Map.of("area", "05"), Map.of("kinds", List.of("PROHIBITION")))) {
			assertThat(found("analyst", filter)).contains("school", "unread");
			assertThat(found("reporter", filter)).contains("school", "unread");
			assertThat(found("reporter2", filter)).contains("school").doesNotContain("unread");
			assertThat(found("public", filter)).contains("school").doesNotContain("unread");
		}
	}

	@Test
	void wordsAreFoundInTitleDescriptionAndConsequence() {
		assertThat(found("text", this.cases.word())).containsExactly("bare", "council", "school", "unread");
		assertThat(found("text", this.cases.word() + " fjärrundervisning")).containsExactly("school", "unread");
		assertThat(found("text", "fjärrundervisning eleverna står " + this.cases.word())).containsExactly("school");
		assertThat(found("text", "fjärrundervisning nämnder " + this.cases.word())).isEmpty();
	}

	@Test
	void wordsAreFoundInOtherForms() {
		assertThat(found("text", this.cases.word() + " NÄMND")).containsExactly("council");
		assertThat(found("text", this.cases.word() + " gränser")).containsExactly("council");
	}

	@Test
	void casesAreNamedByTheirIds() {
		List<String> named = List.of(this.school, this.unread, "obstacle:none", this.school);
		assertThat(found("ids", named)).containsExactly("school", "unread");
		assertThat(found("reporter2", Map.of("ids", named))).containsExactly("school");
		assertThat(found(Map.of("ids", named, "provision", "22 kap. 1 § skollagen"))).containsExactly("unread");
		assertThat(found("ids", List.of())).isEmpty();
		Api.Answer many = this.api.query(FIND, Map.of("filter", Map.of("ids", Collections.nCopies(101, this.school))));
		assertThat(many.messages()).containsExactly("At most 100 ids in a filter.");
	}

	@Test
	void statusesAreAlternatives() {
		assertThat(found("statuses", List.of("SUBMITTED"))).containsExactly("unread");
		assertThat(found("statuses", List.of("UNDER_REVIEW"))).containsExactly("bare", "council", "school");
		assertThat(found("statuses", List.of("SUBMITTED", "UNDER_REVIEW"))).hasSize(4);
		assertThat(found("statuses", List.of("CLOSED"))).isEmpty();
		assertThat(found("statuses", List.of())).isEmpty();
	}

	@Test
	void aStageFollowsFromATrialInForce() {
		assertThat(found("stages", List.of("IN_TRIAL"))).containsExactly("school");
		assertThat(found("stages", List.of("IN_PROPOSAL", "IN_TRIAL"))).containsExactly("school");
		assertThat(found("stages", List.of("IN_PROPOSAL", "AMENDING"))).isEmpty();
	}

	@Test
	void kindsAreAlternatives() {
		assertThat(found("kinds", List.of("PROHIBITION"))).containsExactly("school", "unread");
		assertThat(found("kinds", List.of("MISSING_POWER", "UNCLEAR_RULE"))).containsExactly("bare", "council");
		assertThat(found("kinds", List.of("STATE_GRANT"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2010:800", "sfs:2010:800", "skollagen", "Skollagen (2010:800)" })
	void anActIncludesItsSections(String law) {
		assertThat(found("law", law)).containsExactly("school", "unread");
	}

	@Test
	void anActAsAWholeBlocksToo() {
		assertThat(found("law", "2017:725")).containsExactly("council");
		assertThat(found("law", "2010:900")).isEmpty();
		assertThat(found("law", "1066:1")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sfs:2010:800#K21P4", "21 kap. 4 § skollagen", "21:4 SkolL",
			"21 kap. 4 § skollagen (2010:800)" })
	void aSectionIsNamedByItsIdOrAsPeopleCiteIt(String provision) {
		assertThat(found("provision", provision)).containsExactly("school", "unread");
	}

	@Test
	void anotherSectionOfTheActIsAnother() {
		assertThat(found("provision", "22 kap. 1 § skollagen")).containsExactly("unread");
		assertThat(found("provision", "21 kap. 8 § skollagen")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "skollagen", "99 kap. 1 § skollagen", "1 § finnsintelagen", "x", "" })
	void whatIsNoSectionIsRefusedWithWhatToWrite(String provision) {
		Api.Answer answer = this.api.query(FIND, Map.of("filter", Map.of("provision", provision)));
		assertThat(answer.errors()).containsExactly("BAD_REQUEST");
		assertThat(answer.messages()).singleElement().asString().hasSizeGreaterThan(10);
	}

	@Test
	void aServiceIncludesItsParts() {
		assertThat(found("service", "education")).containsExactly("school", "unread");
		assertThat(found("service", "education.adult")).containsExactly("school");
		assertThat(found("service", "education.adult.sfi")).containsExactly("school");
		assertThat(found("service", "culture")).containsExactly("council");
		assertThat(found("service", "business")).isEmpty();
	}

	@Test
	void anAreaIncludesWhatLiesInIt() {
		assertThat(found("area", "0581")).containsExactly("school", "unread");
		assertThat(found("area", "05")).containsExactly("school", "unread");
		assertThat(found("area", "2583")).containsExactly("bare", "council", "school");
		assertThat(found("area", "25")).containsExactly("bare", "council", "school");
		assertThat(found("area", "SE")).hasSize(4);
		assertThat(found("area", "0180")).isEmpty();
	}

	@Test
	void aRegionSpeaksForItsCountyAndForNoneOfItsMunicipalities() {
		assertThat(found("area", "2580")).isEmpty();
	}

	@Test
	void gotlandIsOneOrganisationForItsMunicipalityAndItsCounty() {
		assertThat(found("area", "0980")).containsExactly("council");
		assertThat(found("area", "09")).containsExactly("council");
		assertThat(found("organisation", "organisation:region-09")).containsExactly("council");
	}

	@Test
	void anOrganisationsCasesAreThoseItReportedOrEndorsed() {
		assertThat(found("organisation", "organisation:0581")).containsExactly("school", "unread");
		assertThat(found("organisation", "organisation:2583")).containsExactly("bare", "council", "school");
		assertThat(found("organisation", "organisation:region-25")).containsExactly("bare");
		assertThat(found("organisation", "organisation:none")).isEmpty();
	}

	@Test
	void daysRunFromTheFirstUntilBeforeTheLast() {
		LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneId.of("Europe/Stockholm"));
		String id = this.cases.reported("reporter", "Inlämnat en annan dag", Map.of());
		reportedAt(id, "2026-02-10T12:00:00Z");
		this.names.put(id, "earlier");
		try {
			assertThat(found("reportedFrom", "2026-02-10")).contains("earlier", "school");
			assertThat(found("reportedFrom", "2026-02-11")).contains("school").doesNotContain("earlier");
			assertThat(found("reportedUntil", "2026-02-11")).containsExactly("earlier");
			assertThat(found("reportedUntil", "2026-02-10")).isEmpty();
			assertThat(found(Map.of("reportedFrom", "2026-02-10", "reportedUntil", "2026-02-11")))
				.containsExactly("earlier");
			assertThat(found("reportedFrom", today.plusDays(1).toString())).isEmpty();
			assertThat(found("reportedUntil", today.plusDays(1).toString())).hasSize(5);
		}
		finally {
			this.names.remove(id);
		}
	}

	@Test
	void aDayBeginsAtMidnightInSweden() {
		String id = this.cases.reported("reporter", "Inlämnat strax efter midnatt", Map.of());
		reportedAt(id, "2026-06-30T22:30:00Z");
		this.names.put(id, "night");
		try {
			assertThat(found(Map.of("reportedFrom", "2026-07-01", "reportedUntil", "2026-07-02")))
				.containsExactly("night");
			assertThat(found(Map.of("reportedFrom", "2026-06-30", "reportedUntil", "2026-07-01"))).isEmpty();
		}
		finally {
			this.names.remove(id);
		}
	}

	private void reportedAt(String id, String moment) {
		this.transactions.write(() -> this.transactions.query("""
				MATCH (obstacle:Obstacle {id: $id})
				SET obstacle.reportedAt = datetime($moment),
					obstacle.newest = replace($moment, 'Z', '.000000|') + $id
				""", Map.of("id", id, "moment", moment)));
	}

	@Test
	void allThatIsGivenMustHold() {
		assertThat(found(Map.of("law", "2010:800", "statuses", List.of("UNDER_REVIEW")))).containsExactly("school");
		assertThat(found(Map.of("law", "2010:800", "provision", "22 kap. 1 § skollagen"))).containsExactly("unread");
		assertThat(found(Map.of("law", "2017:725", "provision", "22 kap. 1 § skollagen"))).isEmpty();
		assertThat(found(Map.of("law", "2010:800", "organisation", "organisation:2583"))).containsExactly("school");
		assertThat(found(Map.of("provision", "21:4 SkolL", "organisation", "organisation:2583", "law", "2010:800")))
			.containsExactly("school");
		assertThat(found(Map.of("area", "25", "kinds", List.of("MISSING_POWER"), "service", "culture.libraries")))
			.containsExactly("council");
		assertThat(found(Map.of("area", "25", "stages", List.of("IN_TRIAL"), "kinds", List.of("PROHIBITION"), "service",
				"education", "law", "2010:800", "provision", "21:4 SkolL", "organisation", "organisation:0581",
				"statuses", List.of("UNDER_REVIEW"), "reportedFrom", "2026-01-01", "reportedUntil", "2190-01-01")))
			.containsExactly("school");
	}

	@Test
	void theCountIsOfWhatIsFound() {
		Api.Answer answer = this.api.query(FIND,
				Map.of("filter", Map.of("text", this.cases.word(), "law", "2010:800", "area", "25")));
		assertThat(answer.at("obstacles.totalCount").asInt()).isEqualTo(1);
		assertThat(answer.texts("obstacles.nodes", "id")).containsExactly(this.school);
	}

}
