package se.frirum.record;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import se.frirum.Api;
import se.frirum.FrirumTest;
import se.frirum.Proposing;
import se.frirum.Report;
import se.frirum.Report.Case;
import se.frirum.platform.database.Transactions;

import static org.assertj.core.api.Assertions.assertThat;

/// A case can be printed and filed whole, by whoever may see it, with what they may see.
@FrirumTest
class CaseFileIT {

	private static final String ENDORSED_BY_MANY = """
			MATCH (obstacle:Obstacle {id: $id})
			MATCH (organisation:Organisation)
			WHERE organisation.id > ''
			WITH obstacle, organisation ORDER BY organisation.id LIMIT 230
			CREATE (organisation)-[:ENDORSES {at: datetime(), key: 'many|' + organisation.id, mandate: 'OBSERVATION'}]->(obstacle)
			RETURN organisation.name AS name
			""";

	private final Api api;

	private final Transactions transactions;

	CaseFileIT(Api api, Transactions transactions) {
		this.api = api;
		this.transactions = transactions;
	}

	@Test
	void holdsTheCaseItsLogAndItsDocuments() {
		Case subject = Report.by(this.api.as("reporter")).citing("21 kap. 4 § skollagen").takenUp();
		this.api.as("reporter")
			.run("add-case-number",
					Map.of("input", Map.of("id", subject.id(), "number", "KS 2026/17", "registeredOn", "2026-01-15")));
		Case proposal = Proposing.by(this.api.as("reporter"))
			.addressing(subject.id())
			.changing("21 kap. 4 § skollagen")
			.accepted("ACT");
		this.api.as("liaison")
			.run("record-legislative-step", Map.of("input",
					Map.of("id", proposal.id(), "stage", "INQUIRY", "on", "2026-01-20", "document", "SOU 2026:7")));
		Api.Answer file = this.api.run("case-file", Map.of("id", subject.reference()));
		assertThat(file.text("caseFile.subject.title")).contains(subject.word());
		assertThat(file.texts("caseFile.log", "type")).containsExactly("OBSTACLE_TAKEN_UP", "OBSTACLE_REGISTERED");
		assertThat(file.texts("caseFile.documents", "reference")).containsExactly("Norrköpings kommun, KS 2026/17",
				"SOU 2026:7");
		String page = page("public", subject.reference());
		assertThat(page).contains(subject.reference(), subject.word(), "21 kap. 4 § skollagen (2010:800)", "SOU 2026:7",
				"KS 2026/17", "Upptaget för granskning");
	}

	@Test
	void holdsAllWhoEndorsedHoweverMany() {
		Case subject = Report.by(this.api.as("reporter")).takenUp();
		List<String> names = this.transactions
			.write(() -> this.transactions.query(ENDORSED_BY_MANY, Map.of("id", subject.id())))
			.stream()
			.map((row) -> row.text("name"))
			.toList();
		assertThat(names).hasSize(230);
		assertThat(page("public", subject.reference())).contains(names);
	}

	@Test
	void holdsWhatWasMergedIntoItAlsoByWayOfAnother() {
		Case first = Report.by(this.api.as("reporter"))
			.with("blockedBy", List.of(Map.of("citation", "26 kap. 1 § OSL", "how", "Sekretessen hindrar.")))
			.takenUp();
		Case second = Report.by(this.api.as("reporter2")).takenUp();
		Case survivor = Report.by(this.api.as("reporter")).takenUp();
		merge(first, second);
		merge(second, survivor);
		assertThat(this.api.run("case-file", Map.of("id", survivor.id())).texts("caseFile.merged", "reference"))
			.containsExactly(first.reference(), second.reference());
		assertThat(page("public", survivor.reference())).contains(first.word(), second.word(), "Haparanda stad",
				"Sekretessen hindrar.");
	}

	private void merge(Case duplicate, Case into) {
		Api.Answer merged = this.api.as("analyst")
			.run("merge-obstacles",
					Map.of("input", Map.of("duplicate", duplicate.id(), "into", into.id(), "reason", "Samma sak.")));
		assertThat(merged.problems("mergeObstacles")).isEmpty();
	}

	@Test
	void isPrintedOfATrialProposalWithItsAreasTimeAndSteps() {
		Case proposal = Proposing.by(this.api.as("reporter"))
			.changing("21 kap. 4 § skollagen")
			.asTrial("2149-01-01", "2150-01-01", "0581")
			.accepted("TRIAL");
		this.api.as("liaison")
			.run("record-legislative-step", Map.of("input",
					Map.of("id", proposal.id(), "stage", "REFERRAL", "on", "2026-01-20", "respondBy", "2026-03-20")));
		assertThat(page("public", proposal.reference())).contains("Norrköping", "fr.o.m. 2149-01-01 t.o.m. 2149-12-31",
				"Förslag om försök", "Remiss", "svar senast 2026-03-20");
	}

	@Test
	void isPrintedOfAProposalToo() {
		Case proposal = Proposing.by(this.api.as("reporter")).changing("21 kap. 4 § skollagen").accepted("ORDINANCE");
		assertThat(page("public", proposal.reference())).contains(proposal.reference(), proposal.word(),
				"Förslag ska genomföras", "Förordning");
	}

	@Test
	void isPrintedInEnglishTooAndLeadsBackToTheCase() {
		Case subject = Report.by(this.api.as("reporter")).citing("21 kap. 4 § skollagen").takenUp();
		String id = subject.id().replaceFirst("obstacle:", "");
		assertThat(page("public", subject.reference() + "?language=en")).contains("<html lang=\"en\">",
				"<h2>Rules in the way</h2>", "<span lang=\"sv\">21 kap. 4 § skollagen (2010:800)</span>",
				"href=\"/obstacles/" + id + "\"");
	}

	@Test
	void holdsWhomToAskForThoseOnlyWhoMayKnow() {
		Case subject = Report.by(this.api.as("reporter")).with("contact", Map.of("name", "Anna Andersson")).takenUp();
		assertThat(page("analyst", subject.reference())).contains("Anna Andersson");
		assertThat(page("reporter", subject.reference())).contains("Anna Andersson");
		assertThat(page("reporter2", subject.reference())).doesNotContain("Anna Andersson");
		assertThat(page("public", subject.reference())).doesNotContain("Anna Andersson");
	}

	@Test
	void isNotThereForThoseWhoMayNotSeeTheCase() {
		Case submitted = Report.by(this.api.as("reporter")).submitted();
		assertThat(get("public", submitted.reference()).statusCode()).isEqualTo(404);
		assertThat(get("public", submitted.reference() + ".json").statusCode()).isEqualTo(404);
		assertThat(get("public", "H-1999-0001").statusCode()).isEqualTo(404);
		assertThat(get("analyst", submitted.reference()).statusCode()).isEqualTo(200);
	}

	@Test
	void showsWhatPeopleWroteAsText() {
		Case subject = Report.by(this.api.as("reporter"))
			.with("description", "<script>alert(1)</script> & \"citat\"")
			.takenUp();
		assertThat(page("public", subject.reference())).contains("&lt;script&gt;").doesNotContain("<script>");
	}

	private String page(String account, String id) {
		HttpResponse<String> answer = get(account, id);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
		return answer.body();
	}

	private HttpResponse<String> get(String account, String id) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.api.uri("/case-files/" + id));
		if (!account.equals("public")) {
			request.header("Authorization", "Basic "
					+ Base64.getEncoder().encodeToString((account + ":frirum").getBytes(StandardCharsets.UTF_8)));
		}
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException failure) {
			throw new IllegalStateException(failure);
		}
	}

}
