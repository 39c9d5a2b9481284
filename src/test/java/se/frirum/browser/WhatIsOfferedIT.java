package se.frirum.browser;

import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import se.frirum.Api;
import se.frirum.FrirumTest;
import se.frirum.Proposing;
import se.frirum.Report;
import se.frirum.Report.Case;
import se.frirum.browser.Browser.View;
import se.frirum.browser.Browser.Visitor;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/// Pages offer what whoever looks at them may do, and nothing else.
@FrirumTest
class WhatIsOfferedIT {

	private final Api api;

	private final int port;

	WhatIsOfferedIT(Api api, @LocalServerPort int port) {
		this.api = api;
		this.port = port;
	}

	private Visitor as(String account) {
		return Browser.visitor(this.port, View.DESKTOP).signIn(account);
	}

	@Test
	void anEndorsementIsGivenOnceAndTakenBack() {
		Case obstacle = Report.by(this.api.as("reporter")).takenUp();
		try (Visitor visitor = as("reporter2")) {
			Page page = visitor.open("/obstacles/" + obstacle.reference()).page();
			page.locator("form[action$='/endorse'] > button").click();
			assertThat(page.locator("form[action$='/endorse']")).hasCount(0);
			page.locator("details:has(form[action$='/withdraw-endorsement']) > summary").click();
			page.locator("form[action$='/withdraw-endorsement'] textarea").fill("Det löste sig hos oss.");
			page.locator("form[action$='/withdraw-endorsement'] button").click();
			assertThat(page.locator("form[action$='/endorse']")).hasCount(1);
			assertThat(page.locator("main")).containsText("Det löste sig hos oss.");
		}
	}

	@Test
	void whoeverProposedTakesTheProposalBack() {
		Case proposal = Proposing.by(this.api.as("reporter")).changing("21 kap. 4 § skollagen").takenUp();
		try (Visitor visitor = as("reporter")) {
			Page page = visitor.open("/proposals/" + proposal.id()).page();
			page.locator("details:has(button[value=WITHDRAW]) > summary").click();
			page.locator("button[value=WITHDRAW]").click();
			assertThat(page.locator(".told")).isVisible();
			assertThat(page.locator("button[value=WITHDRAW], form[action$='/opinion']")).hasCount(0);
		}
	}

	@Test
	void anAnalystIsToldWhoAnswersAProposal() {
		Case proposal = Proposing.by(this.api.as("reporter")).changing("21 kap. 4 § skollagen").takenUp();
		try (Visitor visitor = as("analyst")) {
			Page page = visitor.open("/review/" + proposal.id()).page();
			assertThat(page.locator("button[name=decision]")).hasCount(0);
			assertThat(page.locator("main")).containsText("Ditt konto har inte den rollen.");
		}
	}

	@Test
	void consequencesAreAssessedBeforeAProposalIsAccepted() {
		Case proposal = Proposing.by(this.api.as("reporter")).changing("21 kap. 4 § skollagen").takenUp();
		try (Visitor visitor = as("liaison")) {
			Page page = visitor.open("/review/" + proposal.id()).page();
			assertThat(page.locator("button[value=RETURN]")).hasCount(1);
			assertThat(page.locator("button[value=ACCEPT], button[value=LAPSE]")).hasCount(0);
		}
	}

	@Test
	void theStepsOfAReportAreForWhoeverWritesIt() {
		Case obstacle = Report.by(this.api.as("reporter")).takenUp();
		String steps = "/report/" + obstacle.id().replaceFirst("obstacle:", "");
		Pattern itsPage = Pattern.compile(".*/obstacles/.*");
		for (Map.Entry<String, String> step : Map
			.of("reporter", "/rule", "reporter2", "/preview", "analyst", "/receipt")
			.entrySet()) {
			try (Visitor visitor = as(step.getKey())) {
				assertThat(visitor.open(steps + step.getValue()).page()).hasURL(itsPage);
			}
		}
		try (Visitor visitor = as("reporter")) {
			assertThat(visitor.open(steps + "/receipt").page().locator("main")).containsText(obstacle.reference());
		}
	}

}
