package se.frirum.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import se.frirum.Api;
import se.frirum.FrirumTest;
import se.frirum.Proposing;
import se.frirum.RandomWord;
import se.frirum.Report;
import se.frirum.Report.Case;
import se.frirum.browser.Browser.View;
import se.frirum.browser.Browser.Visitor;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/// The main jobs without a mouse: from one field to the next with the tabulator, as far as it
/// takes.
@FrirumTest
class ByKeyboardAloneIT {

	/// More stops than any page has.
	private static final int MOST_STOPS = 400;

	private final Api api;

	private final int port;

	ByKeyboardAloneIT(Api api, @LocalServerPort int port) {
		this.api = api;
		this.port = port;
	}

	@Test
	void aMunicipalityReportsAnObstacle() {
		String word = RandomWord.startingWith("knapp");
		try (Visitor reporter = Browser.visitor(this.port, View.DESKTOP).signIn("reporter")) {
			Page page = reporter.open("/report").page();
			write(page, "input[name=title]", "Vi får inte ge " + word + " på distans");
			write(page, "textarea[name=description]", "Vi vill undervisa i " + word + " men får inte.");
			press(page, "main form.act button[type=submit]");
			assertThat(page.locator("input[name=rule]")).isVisible();
			write(page, "input[name=rule]", "21 kap. 4 § skollagen");
			assertThat(page.locator("button[name=add]").first()).isVisible();
			press(page, "button[name=add][value='sfs:2010:800#K21P4']");
			assertThat(page.locator("#chosen")).containsText("21 kap. 4 §");
			press(page, "button[name=go]");
			assertThat(page.locator("select[name=service]").first()).isVisible();
			choose(page, "select[name=service]", "education");
			press(page, "main form.act button[type=submit]");
			assertThat(page.locator("form[action$='/submit']")).isVisible();
			press(page, "form[action$='/submit'] button");
			assertThat(page.locator("main .lead strong")).hasText(Pattern.compile("H-\\d{4}-\\d{4}"));
		}
	}

	@Test
	void aMunicipalityEndorsesWhatStandsThere() {
		Case obstacle = Report.by(this.api.as("reporter")).takenUp();
		try (Visitor reporter = Browser.visitor(this.port, View.DESKTOP).signIn("reporter2")) {
			Page page = reporter.open("/obstacles/" + obstacle.reference()).page();
			press(page, "form[action$='/endorse'] > button");
			assertDone(page);
		}
	}

	@Test
	void anAnalystTakesUpConfirmsForwardsMergesAndSplits() {
		String word = RandomWord.startingWith("lika");
		Case first = Report.by(this.api.as("reporter"))
			.with("title", "Om " + word)
			.with("description", "Om " + word)
			.takenUp();
		Case second = Report.by(this.api.as("reporter2"))
			.citing("21 kap. 4 § skollagen")
			.with("title", "Om " + word)
			.with("description", "Om " + word)
			.submitted();
		try (Visitor analyst = Browser.visitor(this.port, View.DESKTOP).signIn("analyst")) {
			Page page = analyst.open("/review/" + second.id()).page();
			for (String decision : new String[] { "TAKE_UP", "CONFIRM", "FORWARD" }) {
				press(page, "button[value=%s]".formatted(decision));
				assertDone(page);
			}
			choose(page, "select[name=into]", first.id());
			write(page, "form[action$='/merge'] textarea", "Samma hinder.");
			press(page, "form[action$='/merge'] button");
			assertDone(page);
			assertThat(page.locator("main")).containsText("Sammanfört");
			press(page, "form[action$='/split'] button");
			assertDone(page);
			assertThat(page.locator(".status").first()).hasText("Bekräftat");
		}
	}

	@Test
	void aLiaisonAcceptsAndRecordsTwoSteps() {
		Case obstacle = Report.by(this.api.as("reporter")).citing("21 kap. 4 § skollagen").takenUp();
		Case proposal = Proposing.by(this.api.as("reporter"))
			.addressing(obstacle.id())
			.changing("21 kap. 4 § skollagen")
			.submitted();
		try (Visitor liaison = Browser.visitor(this.port, View.DESKTOP).signIn("liaison")) {
			Page page = liaison.open("/review/" + proposal.id()).page();
			press(page, "button[value=TAKE_UP]");
			assertDone(page);
			for (String needed : new String[] { "problem", "zeroOption", "alternatives" }) {
				write(page, "textarea[name=%s]".formatted(needed), "Utrett.");
			}
			press(page, "form[action$='/assessment'] button");
			assertDone(page);
			choose(page, "select[name=route]", "ACT");
			press(page, "button[value=ACCEPT]");
			assertDone(page);
			step(page, "REFERRAL", "Fi2026/1");
			step(page, "BILL", "prop. 2026/27:12");
			assertThat(page.locator("main")).containsText("prop. 2026/27:12");
			assertThat(page.locator(".status").first()).hasText("I lagstiftningskedjan");
		}
	}

	private static void step(Page page, String stage, String document) {
		choose(page, "select[name=stage]", stage);
		tabTo(page, "input[name=on]");
		for (String key : new String[] { "ArrowUp", "ArrowRight", "ArrowUp", "ArrowRight", "ArrowUp" }) {
			page.keyboard().press(key);
		}
		write(page, "input[name=document]", document);
		press(page, "form[action$='/step'] button");
		assertDone(page);
	}

	private static void write(Page page, String field, String text) {
		tabTo(page, field);
		page.keyboard().type(text);
	}

	private static void choose(Page page, String select, String value) {
		tabTo(page, select);
		for (int option = 0; option < MOST_STOPS; option++) {
			if (value.equals(page.evaluate("document.activeElement.value"))) {
				return;
			}
			page.keyboard().press("ArrowDown");
		}
		fail("The keys do not lead to %s of %s", value, select);
	}

	/// Presses a button that leads to another page, and waits for that one.
	private static void press(Page page, String button) {
		tabTo(page, button);
		page.waitForNavigation(() -> page.keyboard().press("Enter"));
	}

	private static void tabTo(Page page, String selector) {
		for (int stop = 0; stop < MOST_STOPS; stop++) {
			page.keyboard().press("Tab");
			if (Boolean.TRUE
				.equals(page.evaluate("(selector) => document.activeElement.matches(selector)", selector))) {
				return;
			}
		}
		fail("No tabulator leads to %s", selector);
	}

	private static void assertDone(Page page) {
		assertThat(page.locator(".told")).isVisible();
	}

}
