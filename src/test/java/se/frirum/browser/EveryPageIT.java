package se.frirum.browser;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.microsoft.playwright.Response;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.frirum.Api;
import se.frirum.FrirumTest;
import se.frirum.Proposing;
import se.frirum.Report;
import se.frirum.Report.Case;
import se.frirum.browser.Browser.View;
import se.frirum.browser.Browser.Visitor;

import org.springframework.boot.test.web.server.LocalServerPort;

import static se.frirum.browser.PageChecks.assertValid;
import static se.frirum.browser.PageChecks.assertWell;
import static org.assertj.core.api.Assertions.assertThat;

/// What holds for every page, whoever looks at it and how: accessible, valid, quiet, small, and
/// all its own.
@FrirumTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageIT {

	private static final long LARGEST = 200 * 1024;

	private final Api api;

	private final int port;

	private Case obstacle;

	private Case proposal;

	private Case draft;

	private String lesson;

	EveryPageIT(Api api, @LocalServerPort int port) {
		this.api = api;
		this.port = port;
	}

	@BeforeAll
	void prepare() {
		this.obstacle = Report.by(this.api.as("reporter")).citing("21 kap. 4 § skollagen").takenUp();
		this.proposal = Proposing.by(this.api.as("reporter"))
			.addressing(this.obstacle.id())
			.changing("21 kap. 4 § skollagen")
			.accepted("ACT");
		this.draft = Report.by(this.api.as("reporter")).citing("21 kap. 4 § skollagen").draft();
		this.lesson = this.api.as("reporter")
			.run("publish-lesson",
					Map.of("input",
							Map.of("idempotencyKey", UUID.randomUUID().toString(), "title", "Fråga tidigt", "context",
									"I ett försök", "whatFailed", "Att fråga sent.", "values", List.of("SOCIAL"),
									"novelty", "NEW_TO_ORGANISATION", "evidence", "ANECDOTE")))
			.text("publishLesson.lesson.id");
	}

	Stream<Arguments> pages() {
		String trial = this.api.run("trials-page", Map.of("filter", Map.of(), "first", 1)).text("trials.nodes.0.id");
		String journey = this.api.query("{ journeys { code } }").text("journeys.0.code");
		String report = "/report/" + this.draft.id().replaceFirst("obstacle:", "");
		return Stream.of(Stream.of("/", "/?on=2005-06-01", "/search?text=skollagen", "/search?text=xyzzy", "/obstacles",
				"/obstacles?text=xyzzy", "/obstacles/" + this.obstacle.reference(), "/laws", "/laws/2010:800",
				"/laws/2010:800/K21P4", "/areas", "/areas/0581", "/areas/05", "/areas/SE", "/areas/0980?on=2005-06-01",
				"/trials", "/trials/" + trial.replaceFirst("trial:", ""), "/workbench",
				"/workbench?citations=21+kap.+4+%C2%A7+skollagen&area=25&from=2027-07-01&lastDay=2030-06-30&effect=SETS_ASIDE",
				"/proposals", "/proposals/" + this.proposal.id(), "/explore", "/explore?from=sfs:2010:800%23K21P4",
				"/lessons", "/lessons/" + this.lesson.replaceFirst("lesson:", ""), "/journeys", "/journeys/" + journey,
				"/case-files/" + this.obstacle.reference(), "/case-files/" + this.proposal.reference(), "/statistics",
				"/about", "/about/accessibility", "/about/privacy", "/login", "/login?error")
			.map((path) -> Arguments.of("", path)),
				Stream.of("/report", report, report + "/rule", report + "/rule?rule=skollagen", report + "/whom",
						report + "/preview", "/report/" + this.obstacle.id().replaceFirst("obstacle:", "") + "/receipt",
						"/obstacles/" + this.obstacle.reference(), "/lessons/new", "/following", "/about/me",
						"/proposals/new?kind=TRIAL&addresses=" + this.obstacle.id())
					.map((path) -> Arguments.of("reporter", path)),
				Stream.of("/review", "/review/" + this.obstacle.id()).map((path) -> Arguments.of("analyst", path)),
				Stream.of("/review/" + this.proposal.id(), "/trials/" + trial.replaceFirst("trial:", ""))
					.map((path) -> Arguments.of("liaison", path)),
				Stream.of("/admin").map((path) -> Arguments.of("admin", path)))
			.flatMap((each) -> each);
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("pages")
	void isAccessibleValidAndQuietOnADesktop(String account, String path) throws Exception {
		try (Visitor visitor = as(account, View.DESKTOP)) {
			visitor.open(path);
			assertThat(bytes(visitor)).as("bytes at the first visit").isLessThan(LARGEST);
			assertWell(visitor);
			assertValid(visitor.page().request().get(visitor.page().url()).body());
		}
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("pages")
	void isAccessibleAndQuietOnAPhoneInTheDark(String account, String path) {
		try (Visitor visitor = as(account, View.PHONE)) {
			visitor.open(path);
			assertWell(visitor);
			assertThat(visitor.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
				.as("scrolls sideways")
				.isEqualTo(true);
		}
	}

	@ParameterizedTest
	@CsvSource({ "'', /nowhere, 404", "'', /obstacles/H-1999-0001, 404", "'', /obstacles?after=xyz, 400",
			"reporter, /review, 403" })
	void saysInPlainWordsWhatIsWrong(String account, String path, int status) throws Exception {
		for (View view : List.of(View.DESKTOP, View.PHONE)) {
			try (Visitor visitor = as(account, view)) {
				Response answer = visitor.page().navigate(visitor.home() + path);
				assertThat(answer.status()).isEqualTo(status);
				assertValid(answer.body());
				assertThat(visitor.complaints()).allMatch((complaint) -> complaint.contains(String.valueOf(status)));
				assertWell(visitor);
				assertThat(visitor.page().locator("main a").count()).as("ways on").isPositive();
			}
		}
	}

	/// All that a visit transfers but the libraries that draw pictures; what signing in
	/// brought along isn't counted twice.
	private static long bytes(Visitor visitor) {
		return ((Number) visitor.page().evaluate("""
				performance.getEntries().filter((entry) => !/cytoscape|leaflet|chart\\.js/.test(entry.name))
					.reduce((sum, entry) => sum + (entry.transferSize || 0), 0)""")).longValue();
	}

	private Visitor as(String account, View view) {
		Visitor visitor = Browser.visitor(this.port, view);
		if (!account.isEmpty()) {
			visitor.signIn(account);
		}
		return visitor;
	}

}
