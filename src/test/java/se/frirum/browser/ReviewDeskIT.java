package se.frirum.browser;

import com.microsoft.playwright.Locator;
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

/// Those who answer choose freely whom a case goes to and which case it is a part of.
@FrirumTest
class ReviewDeskIT {

	private final Api api;

	private final int port;

	ReviewDeskIT(Api api, @LocalServerPort int port) {
		this.api = api;
		this.port = port;
	}

	@Test
	void aCaseThatCitesNoRuleIsForwardedToWhomeverOneChooses() {
		Case obstacle = Report.by(this.api.as("reporter")).takenUp();
		try (Visitor analyst = Browser.visitor(this.port, View.WITHOUT_SCRIPTS).signIn("analyst")) {
			Page page = analyst.open("/review/" + obstacle.id()).page();
			press(page, "button[value=CONFIRM]");
			page.locator("select[name=responsible]").selectOption("organisation:socialstyrelsen");
			press(page, "button[value=FORWARD]");
			assertThat(page.locator(".told")).isVisible();
			analyst.open("/obstacles/" + obstacle.reference());
			assertThat(page.locator("main aside")).containsText("Socialstyrelsen");
		}
	}

	@Test
	void aCaseIsMergedIntoOneThatNothingFound() {
		Case first = Report.by(this.api.as("reporter")).takenUp();
		Case second = Report.by(this.api.as("reporter2")).takenUp();
		try (Visitor analyst = Browser.visitor(this.port, View.WITHOUT_SCRIPTS).signIn("analyst")) {
			Page page = analyst.open("/review/" + second.id()).page();
			merge(page, "H-2019-0001");
			assertThat(page.locator(".problems")).containsText("Ärendet finns inte.");
			merge(page, "");
			assertThat(page.locator(".problems")).containsText("Välj ärendet");
			merge(page, "http://localhost:%d/obstacles/%s?language=sv".formatted(this.port, first.reference()));
			assertThat(page.locator("main")).containsText("Sammanfört");
			analyst.open("/obstacles/" + second.reference());
			assertThat(page.locator("main .callout").first()).containsText(first.reference());
		}
	}

	@Test
	void aProposalGivesItsPlaceToOneThatIsNamedByItsReference() {
		Case old = proposal();
		Case better = proposal();
		try (Visitor reporter = Browser.visitor(this.port, View.WITHOUT_SCRIPTS).signIn("reporter")) {
			Page page = reporter.open("/proposals/" + old.reference()).page();
			supersede(page, "P-2019-0001");
			assertThat(page.locator(".problems")).isVisible();
			supersede(page, better.reference());
			assertThat(page.locator("main .callout").first()).containsText(better.reference());
		}
	}

	private Case proposal() {
		Case obstacle = Report.by(this.api.as("reporter")).citing("21 kap. 4 § skollagen").takenUp();
		return Proposing.by(this.api.as("reporter"))
			.addressing(obstacle.id())
			.changing("21 kap. 4 § skollagen")
			.takenUp();
	}

	private static void supersede(Page page, String by) {
		Locator form = page.locator("details", new Page.LocatorOptions().setHas(page.locator("[name=supersededBy]")));
		if (form.getAttribute("open") == null) {
			form.locator("summary").click();
		}
		form.locator("[name=supersededBy]").fill(by);
		form.locator("textarea").fill("Ett bättre finns.");
		form.locator("button").click();
		page.waitForLoadState();
	}

	private static void merge(Page page, String other) {
		page.locator("input[name=other]").fill(other);
		page.locator("form[action$='/merge'] textarea").fill("Samma hinder.");
		press(page, "form[action$='/merge'] button");
	}

	private static void press(Page page, String selector) {
		page.locator(selector).first().click();
		page.waitForLoadState();
	}

}
