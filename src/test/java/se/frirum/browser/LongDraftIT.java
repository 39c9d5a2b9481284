package se.frirum.browser;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.FrirumTest;
import se.frirum.browser.Browser.View;
import se.frirum.browser.Browser.Visitor;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/// A draft as long as its fields take, from the workbench to a proposal.
@FrirumTest
class LongDraftIT {

	private static final int AREAS = 20;

	private static final String SHORT = "/workbench?citations=2+kap.+3+%C2%A7+kommunallagen&from=2027-07-01&lastDay=2030-06-30";

	private static final String TEXT = ("Kommunen får pröva det här på försök. ".repeat(200)).substring(0, 4_980)
			+ "\nPå en rad till.";

	private final int port;

	LongDraftIT(@LocalServerPort int port) {
		this.port = port;
	}

	static Stream<View> views() {
		return Stream.of(View.DESKTOP, View.PHONE, View.WITHOUT_SCRIPTS);
	}

	@ParameterizedTest
	@MethodSource("views")
	void goesOnToAProposalAndAFile(View view) throws Exception {
		try (Visitor analyst = Browser.visitor(this.port, view).signIn("analyst")) {
			Page page = begin(analyst);
			page.locator("#draft details > summary").click();
			page.locator("#draft select[name=effect]").selectOption("REPLACES");
			page.locator("#draft textarea[name=text]").fill(TEXT);
			page.locator("#draft textarea[name=authorisedBy]").fill("21 kap. 8 § skollagen");
			page.locator("#draft textarea[name=citations]")
				.fill(IntStream.rangeClosed(1, 20)
					.mapToObj((chapter) -> chapter + " kap. 1 § skollagen")
					.collect(Collectors.joining("\n")));
			page.locator("#draft button[type=submit]").last().click();
			Locator on = page.locator("form[action='/proposals/begin'] button");
			assertThat(on).isVisible();
			assertThat(page.locator("#results > .callout").first()).isVisible();
			assertThat(page.locator("#draft textarea[name=text]")).hasValue(TEXT);
			if (view.scripts()) {
				PageChecks.assertWell(analyst);
			}
			else {
				PageChecks.assertValid(page.content().getBytes(StandardCharsets.UTF_8));
			}
			Download file = page.waitForDownload(() -> page.locator("form[action='/workbench.json'] button").click());
			assertThat(Files.readString(file.path())).contains("På en rad till.", "20 kap. 1 § skollagen");
			on.click();
			assertThat(page.locator("textarea[name=rationale]")).hasValue(TEXT);
			assertThat(page.locator("input[name=citation]").nth(19)).hasValue("20 kap. 1 § skollagen");
			assertThat(page.locator("select[name=change]").nth(19)).hasValue("AMEND");
			assertThat(page.locator("select[name=area]").nth(AREAS - 1)).not().hasValue("");
		}
	}

	/// With a short draft, which stands in the address.
	private static Page begin(Visitor visitor) {
		Page page = visitor
			.open(SHORT + IntStream.rangeClosed(1, 25)
				.filter((county) -> county != 2 && county != 11 && county != 15 && county != 16 && county != 24)
				.mapToObj("&area=%02d"::formatted)
				.collect(Collectors.joining()))
			.page();
		assertThat(page.locator("#draft input[name=area]")).hasCount(AREAS);
		return page;
	}

	@ParameterizedTest
	@MethodSource("views")
	void isSharedByItsAddressAsLongAsItIsShort(View view) {
		try (Visitor somebody = Browser.visitor(this.port, view)) {
			Page page = somebody.open(SHORT + "&area=25").page();
			page.locator("#draft textarea[name=citations]").fill("2 kap. 1 § kommunallagen");
			page.locator("#draft button[type=submit]").last().click();
			assertThat(page.locator("a[href^='/workbench.json']")).isVisible();
			assertThat(page.url()).contains("citations=2%20kap.%201");
			somebody.open(page.url().substring(somebody.home().length()));
			assertThat(page.locator("#results")).containsText("2 kap. 1 § kommunallagen");
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void isNotLostToTheOtherLanguageWhereItsRegistrationWasRefused(boolean isShort) {
		try (Visitor liaison = Browser.visitor(this.port, View.WITHOUT_SCRIPTS).signIn("liaison")) {
			Page page = begin(liaison);
			page.locator("#draft details > summary").click();
			page.locator("#draft textarea[name=text]").fill(isShort ? "Arbetssättet får prövas." : TEXT);
			page.locator("#draft textarea[name=citations]").fill("2 kap. 3 § kommunallagen");
			page.locator("#draft button[type=submit]").last().click();
			page.locator("#register summary").click();
			page.locator("#register input[name=title]").fill("Försök");
			page.locator("#register textarea[name=purpose]").fill("Hon är född 19811218-9876 och väntar.");
			page.locator("#register button[type=submit]").click();
			assertThat(page.locator("#register input[name=title]")).hasValue("Försök");
			if (isShort) {
				page.locator("header a[hreflang=en]").click();
				assertThat(page.locator("html")).hasAttribute("lang", "en");
			}
			else {
				assertThat(page.locator("header a[hreflang]")).hasCount(0);
			}
			assertThat(page.locator("#draft textarea[name=citations]")).hasValue("2 kap. 3 § kommunallagen");
		}
	}

	@Test
	void isRegisteredAgainWithAllThatWasWrittenWhereThatWasRefused() {
		try (Visitor liaison = Browser.visitor(this.port, View.WITHOUT_SCRIPTS).signIn("liaison")) {
			Page page = begin(liaison);
			page.locator("#draft details > summary").click();
			page.locator("#draft textarea[name=text]").fill(TEXT);
			page.locator("#draft textarea[name=citations]").fill("2 kap. 3 § kommunallagen");
			page.locator("#draft button[type=submit]").last().click();
			page.locator("#register summary").click();
			page.locator("#register select[name=instrument]").selectOption("NAMED_AREA_ACT");
			page.locator("#register input[name=title]").fill("Försök med nya arbetssätt");
			page.locator("#register textarea[name=purpose]").fill("Hon är född 19811218-9876 och väntar.");
			page.locator("#register button[type=submit]").click();
			assertThat(page.locator("#register textarea[name=purpose]"))
				.hasValue("Hon är född 19811218-9876 och väntar.");
			assertThat(page.locator("#register input[name=title]")).hasValue("Försök med nya arbetssätt");
			page.locator("#register textarea[name=purpose]").fill("Se om det går bättre.");
			page.locator("#register button[type=submit]").click();
			page.waitForURL("**/trials/**");
			liaison.open(page.url().substring(liaison.home().length()));
			assertThat(page.locator("h1")).hasText("Försök med nya arbetssätt");
			assertThat(page.locator("#clause-1")).containsText("På en rad till.");
		}
	}

}
