package se.frirum.browser;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.Proposing;
import se.frirum.Report;
import se.frirum.Report.Case;
import se.frirum.browser.Browser.View;
import se.frirum.browser.Browser.Visitor;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/// A form that changes one thing leaves all others as they are.
@FrirumTest
class NothingIsLostIT {

	private static final String WORDING = "Paragrafen gäller inte.\nDet gäller även andra stycket.";

	private static final String PROPOSAL = """
			query ($id: ID!) { proposal(id: $id) { id status title rationale addresses { id }
				changes { target change wording }
				... on TrialProposal { areas { code } from until durationMonths } } }""";

	private final Api api;

	private final int port;

	NothingIsLostIT(Api api, @LocalServerPort int port) {
		this.api = api;
		this.port = port;
	}

	@Test
	void aDraftKeepsItsRulesAndAreasWhenItsTitleChanges() {
		Case first = Report.by(this.api.as("reporter")).takenUp();
		Case second = Report.by(this.api.as("reporter2")).takenUp();
		Case draft = Proposing.by(this.api.as("reporter"))
			.addressing(first.id(), second.id())
			.asTrial("2027-07-01", "2030-07-01", "05", "0581", "2583", "SE")
			.with("changes",
					List.of(Map.of("citation", "sfs:2010:800#K21P4S1", "change", "SET_ASIDE", "wording", WORDING),
							Map.of("citation", "sfs:2010:800#K21P4S2", "change", "REPEAL"),
							Map.of("citation", "21 kap. 8 § skollagen", "change", "AMEND", "wording", WORDING),
							Map.of("citation", "2017:725", "change", "ADD")))
			.with("rationale", "Därför.\n\nOch därför.")
			.draft();
		String before = recorded(draft).at("proposal").toString();
		try (Visitor reporter = Browser.visitor(this.port, View.WITHOUT_SCRIPTS).signIn("reporter")) {
			Page page = reporter.open("/proposals/" + draft.id()).page();
			press(page, "a[href$='/edit']");
			String title = page.locator("input[name=title]").inputValue();
			assertThat(page.locator("input[name=citation]")).hasCount(5);
			assertThat(page.locator("select[name=area]")).hasCount(5);
			page.locator("input[name=title]").fill("Ett annat namn");
			press(page, "main form.act button[type=submit]");
			assertThat(page.locator("h1")).hasText("Ett annat namn");
			assertThat(recorded(draft).at("proposal").toString()).isEqualTo(before.replace(title, "Ett annat namn"));
		}
	}

	@Test
	void aProposalThatCameBackIsMendedAndHandedInAgain() {
		Case obstacle = Report.by(this.api.as("reporter")).citing("21 kap. 4 § skollagen").takenUp();
		Case another = Report.by(this.api.as("reporter2")).takenUp();
		Case proposal = Proposing.by(this.api.as("reporter"))
			.addressing(obstacle.id())
			.changing("21 kap. 4 § skollagen", "21 kap. 8 § skollagen")
			.takenUp();
		proposal.after(this.api.as("liaison")
			.run("review-proposal", Map.of("input", Map.of("id", proposal.id(), "expectedVersion", proposal.version(),
					"decision", "RETURN", "reason", "Vilken lydelse?"))));
		try (Visitor reporter = Browser.visitor(this.port, View.WITHOUT_SCRIPTS).signIn("reporter")) {
			Page page = reporter.open("/proposals/" + proposal.reference() + "/edit").page();
			page.locator("input[name=more]").fill(another.reference() + ", H-1999-0001");
			page.locator("input[name=citation]").nth(1).fill("");
			page.locator("input[name=citation]").nth(2).fill("2 kap. 3 § kommunallagen");
			page.locator("textarea[name=wording]").first().fill("En ny lydelse.");
			press(page, "main form.act button[type=submit]");
			assertThat(page.locator("input[name=more]")).hasAttribute("aria-invalid", "true");
			page.locator("input[name=more]").fill(another.reference());
			press(page, "main form.act button[type=submit]");
			press(page, "form[action$='/submit'] button");
			Answer mended = recorded(proposal);
			assertThat(mended.text("proposal.status")).isEqualTo("UNDER_REVIEW");
			assertThat(mended.texts("proposal.changes", "target")).containsExactly("2010:800#K21P4", "2017:725#K2P3");
			assertThat(mended.text("proposal.changes.0.wording")).isEqualTo("En ny lydelse.");
			assertThat(mended.texts("proposal.addresses", "id")).containsExactlyInAnyOrder(obstacle.id(), another.id());
			assertThat(page.locator("a[href$='/edit']")).hasCount(0);
			assertThat(reporter.open("/proposals/" + proposal.id() + "/edit").page().url()).doesNotContain("edit");
		}
	}

	@Test
	void whatIsNotOnesOwnIsNotThereToEdit() {
		Case draft = Proposing.by(this.api.as("reporter")).draft();
		try (Visitor other = Browser.visitor(this.port, View.WITHOUT_SCRIPTS).signIn("reporter2")) {
			Page page = other.page();
			page.navigate("http://localhost:%d/proposals/%s/edit".formatted(this.port, draft.id()));
			assertThat(page.locator("form.act")).hasCount(0);
			assertThat(page.locator("h1")).hasText("Här finns inget att visa");
		}
	}

	@Test
	void aReportKeepsItsServicesAndRules() {
		Case draft = Report.by(this.api.as("reporter"))
			.citing("21 kap. 4 § skollagen", "21 kap. 8 § skollagen", "2 kap. 3 § kommunallagen",
					"2 kap. 1 § kommunallagen")
			.affecting("education", "education.adult", "education.adult.sfi", "culture")
			.draft();
		try (Visitor reporter = Browser.visitor(this.port, View.WITHOUT_SCRIPTS).signIn("reporter")) {
			Page page = reporter.open("/report/" + draft.id().replaceFirst("obstacle:", "") + "/rule").page();
			page.locator("#chosen textarea").last().fill("Den hindrar.");
			page.locator("input[name=rule]").fill("21 kap. 3 § skollagen");
			page.locator("input[name=rule]").press("Enter");
			assertThat(page.locator("#found article").first()).containsText("21 kap. 3 §");
			assertThat(page.locator("#chosen textarea").last()).hasValue("Den hindrar.");
			press(page, "button[name=go]");
			page.locator("input[name=yearlyCost]").fill("1000");
			press(page, "main form.act button[type=submit]");
			Answer kept = this.api.as("reporter").run("report-draft", Map.of("id", draft.id()));
			assertThat(kept.texts("obstacle.affects", "code")).containsExactlyInAnyOrder("education", "education.adult",
					"education.adult.sfi", "culture");
			assertThat(kept.at("obstacle.blockedBy")).hasSize(4);
			assertThat(kept.at("obstacle.yearlyCost").asInt()).isEqualTo(1000);
		}
	}

	@Test
	void aProposalOfManyObstaclesReadsThemAtOnce() {
		Case first = Report.by(this.api.as("reporter")).citing("21 kap. 4 § skollagen").takenUp();
		Case second = Report.by(this.api.as("reporter2")).takenUp();
		try (Visitor reporter = Browser.visitor(this.port, View.WITHOUT_SCRIPTS).signIn("reporter")) {
			Page page = reporter
				.open("/proposals/new?addresses=%s&addresses=%s&addresses=%1$s&addresses=obstacle:none"
					.formatted(first.id(), second.id()))
				.page();
			assertThat(page.locator("input[name=addresses]")).hasCount(2);
			assertThat(page.locator("input[name=addresses]").first()).hasValue(first.id());
			assertThat(page.locator("input[name=citation]").first()).hasValue("21 kap. 4 § skollagen (2010:800)");
		}
	}

	@Test
	void aPageThatGetsNoAnswerAnyMoreSaysSo() {
		try (Visitor reporter = Browser.visitor(this.port, View.DESKTOP).signIn("reporter")) {
			Page page = reporter.open("/workbench?citations=21+kap.+4+%C2%A7+skollagen").page();
			Locator unanswered = page.locator("#unanswered");
			assertThat(unanswered).isHidden();
			page.context().clearCookies();
			page.locator("textarea[name=citations]").fill("21 kap. 8 § skollagen");
			assertThat(unanswered).isVisible();
			assertThat(page.locator("textarea[name=citations]")).hasValue("21 kap. 8 § skollagen");
		}
	}

	@Test
	void aWordingWithoutItsRuleIsNotDropped() {
		try (Visitor reporter = Browser.visitor(this.port, View.WITHOUT_SCRIPTS).signIn("reporter")) {
			Page page = reporter.open("/proposals/new").page();
			page.locator("input[name=title]").fill("Ett förslag");
			page.locator("textarea[name=rationale]").fill("Därför.");
			page.locator("textarea[name=wording]").first().fill(WORDING);
			press(page, "main form.act button[type=submit]");
			assertThat(page.locator(".problems")).isVisible();
			assertThat(page.locator("textarea[name=wording]").first()).hasValue(WORDING);
		}
	}

	private Answer recorded(Case proposal) {
		return this.api.as("reporter").query(PROPOSAL, Map.of("id", proposal.id()));
	}

	private static void press(Page page, String selector) {
		page.locator(selector).first().click();
		page.waitForLoadState();
	}

}
