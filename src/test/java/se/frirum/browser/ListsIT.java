package se.frirum.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.FrirumTest;
import se.frirum.browser.Browser.View;
import se.frirum.browser.Browser.Visitor;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/// Lists go on and back, and keep what one asked of them.
@FrirumTest
class ListsIT {

	private static final String CHOSEN = "/obstacles?status=CONFIRMED&status=UNDER_REVIEW&closure=POSSIBLE_TODAY"
			+ "&kind=OTHER&kind=SECRECY&stage=IN_TRIAL&provision=sfs:2017:725%23K2P3&organisation=organisation:0581"
			+ "&reportedFrom=2020-01-01&reportedUntil=2030-01-01&service=education.adult.sfi&area=SE&law=2017:725";

	private final int port;

	ListsIT(@LocalServerPort int port) {
		this.port = port;
	}

	@ParameterizedTest
	@ValueSource(strings = { "/laws", "/trials" })
	void whatOneLeftOneFindsAgain(String list) {
		try (Visitor visitor = Browser.visitor(this.port, View.WITHOUT_SCRIPTS)) {
			Page page = visitor.open(list).page();
			List<String> first = page.locator("tbody th a").allTextContents();
			page.locator(".paging a[rel=next]").click();
			assertThat(page.locator(".paging a[rel=prev]")).isVisible();
			assertThat(page.locator("tbody th a").allTextContents()).doesNotContainAnyElementsOf(first);
			page.locator(".paging a[rel=prev]").click();
			assertThat(page.locator(".paging a[rel=prev]")).hasCount(0);
			assertThat(page.locator("tbody th a").allTextContents()).isEqualTo(first);
		}
	}

	@Test
	void noFilterIsDroppedWhenTheFormIsSent() {
		try (Visitor visitor = Browser.visitor(this.port, View.WITHOUT_SCRIPTS)) {
			Page page = visitor.open(CHOSEN).page();
			page.locator("form.filters input[name=text]").fill("samtycke");
			page.locator("form.filters button").click();
			page.waitForURL((url) -> url.contains("text=samtycke"));
			assertThat(parts(page.url())).containsAll(parts(CHOSEN)).contains("text=samtycke");
			assertThat(page.locator(".several summary").first()).containsText("Under granskning, Bekräftat");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"/proposals?kind=TRIAL&status=SUBMITTED&law=2010:800&area=0581&responsible=organisation:skolverket",
			"/lessons?service=education&value=SOCIAL&evidence=MEASURED&novelty=NEW_TO_MARKET&method=samverkan"
					+ "&country=dk&failed=true" })
	void noFilterOfProposalsOrLessonsIsDroppedEither(String chosen) {
		try (Visitor visitor = Browser.visitor(this.port, View.WITHOUT_SCRIPTS)) {
			Page page = visitor.open(chosen).page();
			page.locator("form.filters input[name=text]").fill("distans");
			page.locator("form.filters button").click();
			page.waitForURL((url) -> url.contains("text=distans"));
			assertThat(parts(page.url())).containsAll(parts(chosen));
		}
	}

	@Test
	void aFilterWithoutAFieldIsNamedAndCanBeTakenAway() {
		try (Visitor visitor = Browser.visitor(this.port, View.WITHOUT_SCRIPTS)) {
			Page page = visitor.open(CHOSEN).page();
			Locator tags = page.locator("a.tag");
			assertThat(tags).hasText(
					new String[] { "Paragraf: 2 kap. 3 § kommunallagen (2017:725) ✕", "Hos: Norrköpings kommun ✕" });
			tags.first().click();
			page.waitForURL((url) -> !url.contains("provision"));
			assertThat(parts(page.url())).contains("organisation=organisation:0581", "status=CONFIRMED")
				.noneMatch((part) -> part.startsWith("provision"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/obstacles?law=skollagn&status=CONFIRMED&nyss=skollagn&x%5B=skollagn",
			"/obstacles?law=skollagn&reportedFrom=ig%C3%A5r", "/obstacles?after=nyss&status=CONFIRMED",
			"/laws/2010:800?on=nyss&y=Ring+oss+nu" })
	void anAddressThatCantBeReadIsToldOnThePageWithoutWhatIsWrong(String address) {
		try (Visitor visitor = Browser.visitor(this.port, View.WITHOUT_SCRIPTS)) {
			Page page = visitor.page();
			assertThat(page.navigate(visitor.home() + address).status()).isEqualTo(400);
			assertThat(page.locator(".problems")).containsText("Det som visas nedan är utan det valet.");
			assertThat(page.locator("main")).not().containsText("Ring oss nu");
		}
	}

	@ParameterizedTest
	@CsvSource({ "/obstacles?law=skollagn&status=CONFIRMED&organisation=organisation:0581, law",
			"/proposals?law=skollagn&status=SUBMITTED, law", "/trials?law=skollagn&text=skola, law",
			"/trials?on=nyss, on", "/laws?inForceOn=0010-01-01, inForceOn", "/laws/2010:800?on=0010-01-01, on",
			"/obstacles?reportedFrom=ig%C3%A5r, reportedFrom", "/obstacles?law=skollagn&text=%27skollagen%27, law" })
	void aFilterThatCantBeReadIsToldBesideItsField(String address, String field) {
		try (Visitor visitor = Browser.visitor(this.port, View.WITHOUT_SCRIPTS)) {
			Page page = visitor.page();
			assertThat(page.navigate(visitor.home() + address).status()).isEqualTo(400);
			assertThat(page.locator("main [name=%s]".formatted(field))).hasAttribute("aria-invalid", "true");
			assertThat(page.locator("main small.problem")).hasCount(1);
			if (address.contains("status=")) {
				assertThat(page.locator("main [name=law]")).hasValue("skollagn");
				assertThat(page.locator("main [name=status]:checked")).hasCount(1);
			}
		}
	}

	private static List<String> parts(String address) {
		return List.of(URI.create(address.replace("%23", "_")).getQuery().split("&"));
	}

	@Test
	void anActIsReadOnOneDayFromChapterToChapter() {
		try (Visitor visitor = Browser.visitor(this.port, View.WITHOUT_SCRIPTS)) {
			Page page = visitor.open("/laws/2010:800?chapter=21").page();
			page.locator("input[name=on]").fill("2020-02-01");
			page.locator("form.day button").click();
			page.waitForURL((url) -> url.contains("on=2020-02-01"));
			page.locator(".paging a[rel=next]").last().click();
			page.waitForURL((url) -> url.contains("chapter=22"));
			assertThat(page.locator("input[name=on]")).hasValue("2020-02-01");
			assertThat(page.locator("ol.sections li a").first()).hasAttribute("href",
					Pattern.compile(".*[?]on=2020-02-01"));
		}
	}

	@Test
	void severalAreChosenFromOneField() {
		try (Visitor visitor = Browser.visitor(this.port, View.PHONE)) {
			Page page = visitor.open("/obstacles").page();
			page.locator(".several summary").first().click();
			page.locator("input[name=status][value=CONFIRMED]").check();
			page.locator("input[name=status][value=CLOSED]").check();
			page.locator("form.filters button").click();
			assertThat(page.locator(".several summary").first()).containsText("Confirmed, Closed");
			assertThat(page.locator("input[name=status]:checked")).hasCount(2);
			assertThat(visitor.complaints()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "status=WRONG", "law=%C3%A5", "reportedFrom=today", "order=WRONG" })
	void aFileWithABadFilterIsRefusedInWords(String filter) throws Exception {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://localhost:%d/obstacles.csv?%s".formatted(this.port, filter)))
			.header("Accept", "text/html,*/*;q=0.8")
			.build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
			assertThat(answer.statusCode()).isEqualTo(400);
			assertThat(answer.body()).contains("Det där gick inte att läsa").doesNotContain("reference,title");
			assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
		}
	}

	@Test
	void whatIsFoundIsToldWhereItIsListenedFor() {
		try (Visitor reporter = Browser.visitor(this.port, View.DESKTOP).signIn("reporter")) {
			Page page = reporter.open("/report").page();
			page.locator("input[name=title]").fill("Vi får inte");
			page.locator("textarea[name=description]").fill("Vi vill men får inte.");
			page.locator("main form.act button[type=submit]").click();
			page.evaluate("document.querySelector('#found').dataset.kept = 'yes'");
			page.locator("input[name=rule]").fill("21 kap. 4 § skollagen");
			assertThat(page.locator("#found[data-kept=yes] article").first()).containsText("21 kap. 4 §");
			page.locator("input[name=rule]").fill("xyzzy");
			assertThat(page.locator("#found[data-kept=yes] > .callout")).isVisible();
			assertThat(page.locator("#found")).hasCount(1);
		}
	}

}
