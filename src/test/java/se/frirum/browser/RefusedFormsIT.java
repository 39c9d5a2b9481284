package se.frirum.browser;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.frirum.Api;
import se.frirum.FrirumTest;
import se.frirum.Report;
import se.frirum.Report.Case;
import se.frirum.browser.Browser.View;
import se.frirum.browser.Browser.Visitor;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/// A form that is refused comes back as it was written, and says what is wrong and where.
@FrirumTest
class RefusedFormsIT {

	private static final String SOMEBODY = "Hon är född 19811218-9876 och väntar.";

	private final Api api;

	private final int port;

	RefusedFormsIT(Api api, @LocalServerPort int port) {
		this.api = api;
		this.port = port;
	}

	static Stream<View> views() {
		return Stream.of(View.DESKTOP, View.PHONE, View.WITHOUT_SCRIPTS);
	}

	@ParameterizedTest
	@MethodSource("views")
	void keepsAnAnswerThatNamesAPerson(View view) throws Exception {
		Case obstacle = Report.by(this.api.as("reporter")).takenUp();
		this.api.as("analyst")
			.run("review-obstacle", Map.of("input", Map.of("id", obstacle.id(), "expectedVersion", obstacle.version(),
					"decision", "REQUEST_INFORMATION", "reason", "Vilken regel är det?")));
		try (Visitor reporter = Browser.visitor(this.port, view).signIn("reporter")) {
			Page page = reporter.open("/obstacles/" + obstacle.reference()).page();
			Locator answer = page.locator("form[action='/obstacles/answer'] textarea");
			answer.fill(SOMEBODY);
			page.locator("form[action='/obstacles/answer'] button[type=submit]").click();
			assertRefused(page, answer);
			if (view.scripts()) {
				PageChecks.assertWell(reporter);
			}
			else {
				PageChecks.assertValid(page.content().getBytes(StandardCharsets.UTF_8));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("views")
	void keepsADecisionAmongTheOthersOfTheDesk(View view) {
		Case obstacle = Report.by(this.api.as("reporter")).takenUp();
		try (Visitor analyst = Browser.visitor(this.port, view).signIn("analyst")) {
			Page page = analyst.open("/review/" + obstacle.id()).page();
			Locator close = page.locator("form:has(button[value=CLOSE])");
			close.locator("select[name=closure]").selectOption("OUT_OF_SCOPE");
			close.locator("textarea[name=reason]").fill(SOMEBODY);
			close.locator("textarea[name=guidance]").fill("Det går redan.");
			close.locator("button[value=CLOSE]").click();
			assertRefused(page, close.locator("textarea[name=reason]"));
			assertThat(close.locator("select[name=closure]")).hasValue("OUT_OF_SCOPE");
			assertThat(close.locator("textarea[name=guidance]")).hasValue("Det går redan.");
			assertThat(page.locator("form:has(button[value=CONFIRM]) textarea")).hasValue("");
		}
	}

	@ParameterizedTest
	@MethodSource("views")
	void keepsTheFirstStepOfAReport(View view) {
		try (Visitor reporter = Browser.visitor(this.port, view).signIn("reporter")) {
			Page page = reporter.open("/report").page();
			Locator description = page.locator("textarea[name=description]");
			page.locator("input[name=title]").fill("Vi får inte ge undervisning på distans");
			description.fill(SOMEBODY);
			page.locator("main form.act select[name=kind]").selectOption("PROHIBITION");
			page.locator("main form.act button[type=submit]").click();
			assertRefused(page, description);
			assertThat(page.locator("input[name=title]")).hasValue("Vi får inte ge undervisning på distans");
			assertThat(page.locator("select[name=kind]")).hasValue("PROHIBITION");
		}
	}

	@Test
	void showsWhatSomebodyElseHasWrittenMeanwhile() {
		Case draft = Report.by(this.api.as("reporter")).draft();
		try (Visitor reporter = Browser.visitor(this.port, View.DESKTOP).signIn("reporter")) {
			Page page = reporter.open("/report/" + draft.id().replaceFirst("obstacle:", "")).page();
			Locator description = page.locator("textarea[name=description]");
			description.fill("Det som jag skriver.");
			this.api.as("reporter")
				.run("update-obstacle", Map.of("input", Map.of("id", draft.id(), "expectedVersion", draft.version(),
						"description", "Det som en kollega skrev.")));
			page.locator("main form.act button[type=submit]").click();
			assertThat(page.locator("section.problems")).isFocused();
			assertThat(description).hasValue("Det som jag skriver.");
			assertThat(page.locator("label:has(textarea[name=description]) + small"))
				.hasText("Nu står det: Det som en kollega skrev.");
		}
	}

	private static void assertRefused(Page page, Locator field) {
		assertThat(page.locator("section.problems")).isFocused();
		assertThat(field).hasValue(SOMEBODY);
		assertThat(field).hasAttribute("aria-invalid", "true");
		page.locator("section.problems a[href='#%s']".formatted(field.getAttribute("id"))).click();
		assertThat(field).isFocused();
	}

}
