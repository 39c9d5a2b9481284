package se.frirum.browser;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import se.frirum.Api;
import se.frirum.FrirumTest;
import se.frirum.RandomWord;
import se.frirum.browser.Browser.View;
import se.frirum.browser.Browser.Visitor;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/// Those who review mask what must not be read where they read it.
@FrirumTest
class MaskingIT {

	private final Api api;

	private final int port;

	MaskingIT(Api api, @LocalServerPort int port) {
		this.api = api;
		this.port = port;
	}

	@Test
	void masksALessonOnItsPage() {
		String secret = RandomWord.startingWith("namn");
		String lesson = this.api.as("reporter")
			.run("publish-lesson",
					Map.of("input",
							Map.of("idempotencyKey", UUID.randomUUID().toString(), "title", "Fråga tidigt", "context",
									"Som " + secret + " sade", "whatFailed", "Att fråga sent.", "values",
									List.of("SOCIAL"), "novelty", "NEW_TO_ORGANISATION", "evidence", "ANECDOTE")))
			.text("publishLesson.lesson.id");
		mask("/lessons/" + lesson.replaceFirst("lesson:", ""), secret);
	}

	@Test
	void masksATrialOnItsPage() {
		String secret = RandomWord.startingWith("namn");
		String trial = this.api.as("liaison")
			.run("register-trial",
					Map.of("input",
							Map.of("idempotencyKey", UUID.randomUUID().toString(), "title", "Försök", "purpose",
									"Som " + secret + " sade", "instrument", "PERMIT", "clauses",
									List.of(Map.of("citations", List.of("21 kap. 4 § skollagen"), "text", "Undantag.",
											"areas", List.of("0581"), "from", "2020-01-01", "until", "2050-01-01")))))
			.text("registerTrial.trial.id");
		mask("/trials/" + trial.replaceFirst("trial:", ""), secret);
	}

	private void mask(String path, String secret) {
		try (Visitor analyst = Browser.visitor(this.port, View.DESKTOP).signIn("analyst")) {
			Page page = analyst.open(path).page();
			assertThat(page.locator("main")).containsText(secret);
			Locator form = page.locator("form[action='/review/mask']");
			page.locator("details:has(form[action='/review/mask']) > summary").click();
			form.locator("input[name=passage]").fill(secret);
			form.locator("textarea[name=reason]").fill("Ett namn.");
			form.locator("button[type=submit]").click();
			assertThat(page.locator(".told")).isVisible();
			assertThat(page.locator("main")).containsText("[maskerat]");
			assertThat(page.locator("main")).not().containsText(secret);
			PageChecks.assertWell(analyst);
		}
	}

}
