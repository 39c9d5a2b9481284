package se.frirum.platform.person;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.Proposing;
import se.frirum.Report;
import se.frirum.Report.Case;

import static org.assertj.core.api.Assertions.assertThat;

/// People see what is kept about them, and have it erased: at once what is theirs alone, in
/// public records only by a decision.
@FrirumTest
class PersonalDataIT {

	private static final String ERASE = """
			mutation ($input: ErasePersonalDataInput!) {
				erasePersonalData(input: $input) { erased problems { code message path } } }""";

	private final Api api;

	private final Api person;

	PersonalDataIT(Api api) {
		this.api = api;
		this.person = api.as("reporter2");
	}

	@Test
	void showsAPersonWhatIsKeptAboutThem() {
		Case subject = Report.by(this.person).with("contact", Map.of("name", "Anna Andersson")).submitted();
		Case draft = Report.by(this.person).draft();
		this.person.run("follow", Map.of("input", Map.of("law", "2017:725")));
		Answer data = exported();
		assertThat(data.text("exportPersonalData.account")).isEqualTo("reporter2");
		assertThat(data.text("exportPersonalData.name")).isEqualTo("Reporter, Haparanda");
		assertThat(data.texts("exportPersonalData.records", "kind")).contains("CONTACT", "DRAFT", "FOLLOW");
		assertThat(data.texts("exportPersonalData.records", "about.id")).contains(subject.id(), draft.id(),
				"sfs:2017:725");
		assertThat(data.at("exportPersonalData.events.totalCount").asInt()).isPositive();
	}

	@Test
	void erasesAtOnceWhatIsThePersonsAlone() {
		Case subject = Report.by(this.person).with("contact", Map.of("name", "Anna Andersson")).takenUp();
		Case draft = Report.by(this.person).draft();
		Case proposal = Proposing.by(this.person).draft();
		this.person.run("follow", Map.of("input", Map.of("law", "2017:725")));
		assertThat(erase(this.person, Map.of()).text("erasePersonalData.erased")).isEqualTo("reporter2");
		assertThat(read(draft.id()).at("node").isNull()).isTrue();
		assertThat(read(proposal.id()).at("node").isNull()).isTrue();
		assertThat(exported().texts("exportPersonalData.records", "kind")).doesNotContain("DRAFT", "FOLLOW");
		assertThat(contact(subject)).isEqualTo("Anna Andersson");
		assertThat(this.api.as("analyst")
			.query("query ($id: ID!) { events(about: $id) { nodes { actor } } }", Map.of("id", subject.id()))
			.texts("events.nodes", "actor")).first().isEqualTo("Haparanda stad");
	}

	@Test
	void erasesInSubmittedRecordsOnlyByADecision() {
		Case subject = Report.by(this.person).with("contact", Map.of("name", "Anna Andersson")).takenUp();
		assertThat(erase(this.person, Map.of("decision", "KS § 12")).errors()).containsExactly("FORBIDDEN");
		assertThat(contact(subject)).isEqualTo("Anna Andersson");
		Answer erased = erase(this.api.as("admin"), Map.of("account", "reporter2", "decision", "KS § 12"));
		assertThat(erased.problems("erasePersonalData")).isEmpty();
		assertThat(contact(subject)).isEmpty();
	}

	@Test
	void showsAndErasesAnothersDataOnlyToWhoeverRunsTheRegistry() {
		String query = "{ exportPersonalData(account: \"reporter\") { account } }";
		assertThat(this.person.query(query).errors()).containsExactly("FORBIDDEN");
		assertThat(this.api.as("admin").query(query).text("exportPersonalData.account")).isEqualTo("reporter");
		assertThat(erase(this.person, Map.of("account", "reporter")).errors()).containsExactly("FORBIDDEN");
	}

	@Test
	void tellsWhoeverRunsTheRegistryWhoDidSomethingWithWhichRolesUntilTheyWishToBeForgotten() {
		Report.by(this.person).draft();
		String query = "{ accounts(first: 100) { nodes { id name roles actedAt organisation { id } } } }";
		assertThat(account(this.api.as("admin").query(query))).contains("Reporter, Haparanda", "REPORTER",
				"organisation:2583");
		erase(this.person, Map.of());
		assertThat(account(this.api.as("admin").query(query))).isEmpty();
	}

	private static String account(Answer accounts) {
		return accounts.at("accounts.nodes")
			.valueStream()
			.filter((account) -> account.path("id").asString().equals("reporter2"))
			.map((account) -> account.toString())
			.collect(Collectors.joining());
	}

	private Answer exported() {
		return this.person.query("""
				{ exportPersonalData { account name records { kind text about { id } } events { totalCount } } }""");
	}

	private static Answer erase(Api caller, Map<String, Object> input) {
		return caller.query(ERASE, Map.of("input", input));
	}

	private Answer read(String id) {
		return this.person.query("query ($id: ID!) { node(id: $id) { id } }", Map.of("id", id));
	}

	private String contact(Case subject) {
		List<String> names = this.api.as("analyst")
			.query("query ($id: ID!) { obstacle(id: $id) { contact { name } } }", Map.of("id", subject.id()))
			.body()
			.findValuesAsString("name");
		return String.join("", names);
	}

}
