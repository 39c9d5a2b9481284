package se.frirum.browser;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;
import se.frirum.Api;
import se.frirum.FrirumTest;
import se.frirum.RandomWord;
import se.frirum.Report;
import se.frirum.Report.Case;
import se.frirum.browser.Browser.View;
import se.frirum.browser.Browser.Visitor;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/// The main job of each group of people, start to finish, in a real browser.
@FrirumTest
class TheMainJobsIT {

	private final Api api;

	private final int port;

	TheMainJobsIT(Api api, @LocalServerPort int port) {
		this.api = api;
		this.port = port;
	}

	static Stream<View> views() {
		return Stream.of(View.DESKTOP, View.PHONE, View.WITHOUT_SCRIPTS);
	}

	@ParameterizedTest
	@MethodSource("views")
	void aMunicipalityReportsAnObstacle(View view) {
		String word = RandomWord.startingWith("fjarr");
		try (Visitor reporter = Browser.visitor(this.port, view).signIn("reporter")) {
			Page page = reporter.open("/report").page();
			page.locator("input[name=title]").fill("Vi får inte ge " + word + " på distans");
			page.locator("textarea[name=description]").fill("Vi vill undervisa i " + word + " men får inte.");
			press(page, "main form.act button[type=submit]");
			page.locator("input[name=rule]").fill("21 kap. 4 § skollagen");
			if (!view.scripts()) {
				press(page, "main [role=search] button");
			}
			press(page, "button[name=add][value='sfs:2010:800#K21P4'] >> nth=0");
			page.locator("#chosen textarea").fill("Ämnet saknas i listan.");
			press(page, "button[name=go]");
			page.locator("select[name=service] >> nth=0").selectOption("education");
			press(page, "main form.act button[type=submit]");
			assertThat(page.locator("main article.box")).containsText(word);
			press(page, "form[action$='/submit'] button");
			assertThat(page.locator("main .lead strong")).hasText(Pattern.compile("H-\\d{4}-\\d{4}"));
			org.assertj.core.api.Assertions.assertThat(reporter.complaints()).isEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("views")
	void aMunicipalityEndorsesWhatStandsThere(View view) {
		Case obstacle = Report.by(this.api.as("reporter")).takenUp();
		try (Visitor reporter = Browser.visitor(this.port, view).signIn("reporter2")) {
			Page page = reporter.open("/obstacles/" + obstacle.reference()).page();
			press(page, "form[action$='/endorse'] > button");
			assertThat(page.locator(".told")).isVisible();
			assertThat(page.locator("aside")).containsText("Haparanda");
		}
	}

	@ParameterizedTest
	@MethodSource("views")
	void aMunicipalitySeesItsRulesOnADay(View view) {
		try (Visitor visitor = Browser.visitor(this.port, view)) {
			Page page = visitor.open("/areas").page();
			page.locator("main select[name=code]").selectOption("0980");
			press(page, "main form:has(select[name=code]) button");
			page.locator("input[name=on]").fill("2005-06-01");
			press(page, "main form:has(input[name=on]) button");
			assertThat(page.locator("main")).containsText("1997:1144");
			assertThat(page.locator("main a[href$='.ics'], main a[href^='webcal']").first()).isVisible();
		}
	}

	@Test
	void anAnalystGoesFromASectionToADraftAndTakesItAlong() {
		try (Visitor analyst = Browser.visitor(this.port, View.DESKTOP).signIn("analyst")) {
			Page page = analyst.open("/laws/2017:725/K2P3").page();
			press(page, "main a[href^='/explore?from=']");
			assertThat(page.locator("main table").first()).isVisible();
			page.goBack();
			press(page, "main a[href^='/workbench']");
			page.locator("select[name=area]").first().selectOption("25");
			assertThat(page.locator("#results")).containsText("2 kap. 3 §");
			assertThat(page.locator("a[href^='/workbench.json']")).isVisible();
		}
	}

	@Test
	void englishIsAClickAwayFromEveryAddress() {
		try (Visitor visitor = Browser.visitor(this.port, View.DESKTOP)) {
			for (String path : new String[] { "/laws/2010%3A800/K21P4", "/search?text=fj%C3%A4rrundervisning",
					"/areas/0581" }) {
				Page page = visitor.open(path).page();
				String heading = page.locator("h1").textContent();
				press(page, "header a[hreflang=en]");
				assertThat(page.locator("html")).hasAttribute("lang", "en");
				press(page, "header a[hreflang=sv]");
				assertThat(page.locator("h1")).hasText(heading);
			}
		}
	}

	private static void press(Page page, String selector) {
		page.locator(selector).first().click();
		page.waitForLoadState();
	}

}
