package se.frirum.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Assumptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/// The system's Chromium, started once for all tests of a JVM. Where none is installed, the
/// tests that need it are skipped, and say so.
final class Browser {

	private static final Logger log = LoggerFactory.getLogger(Browser.class);

	/// In milliseconds: a page's first statement is planned while others run.
	private static final int PATIENCE = 30_000;

	private static final int MOST_TRIES = 4;

	private static final class Holder {

		private static final Optional<com.microsoft.playwright.Browser> SHARED = installed().map(Holder::launch);

		private static com.microsoft.playwright.Browser launch(Path chromium) {
			Playwright playwright = Playwright
				.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
			return playwright.chromium()
				.launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(List.of("--no-sandbox")));
		}

	}

	/// How somebody looks at a page.
	///
	/// @param width in CSS pixels
	record View(String language, int width, ColorScheme theme, boolean scripts) {

		static final View DESKTOP = new View("sv", 1440, ColorScheme.LIGHT, true);

		static final View PHONE = new View("en", 375, ColorScheme.DARK, true);

		static final View WITHOUT_SCRIPTS = new View("sv", 1440, ColorScheme.LIGHT, false);

	}

	/// Somebody at a browser, with what it complained about.
	static final class Visitor implements AutoCloseable {

		private final BrowserContext context;

		private final Page page;

		private final String home;

		private final List<String> complaints = new ArrayList<>();

		private Visitor(int port, View view) {
			this.home = "http://localhost:" + port;
			this.context = shared().newContext(new com.microsoft.playwright.Browser.NewContextOptions()
				.setViewportSize(view.width(), (view.width() < 500) ? 812 : 900)
				.setColorScheme(view.theme())
				.setLocale(view.language().equals("sv") ? "sv-SE" : "en-GB")
				.setJavaScriptEnabled(view.scripts()));
			this.page = this.context.newPage();
			this.page.setDefaultTimeout(PATIENCE);
			PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
			this.page.onConsoleMessage((message) -> {
				if (message.type().equals("error")) {
					this.complaints.add(message.text() + " at " + message.location());
				}
			});
			this.page.onPageError((error) -> this.complaints.add(error));
			this.page.onDialog((dialog) -> {
				this.complaints.add("A dialog: " + dialog.message());
				dialog.dismiss();
			});
			this.page.onRequest((request) -> {
				if (!request.url().startsWith(this.home) && !request.url().startsWith("data:")
						&& !request.url().startsWith("blob:")) {
					this.complaints.add("Asked another host: " + request.url());
				}
			});
			if (view.language().equals("en")) {
				open("/about?language=en");
			}
		}

		Page page() {
			return this.page;
		}

		/// Where the server is.
		String home() {
			return this.home;
		}

		/// Opens a page of the server, which must answer well: after some tries where its
		/// statements take too long to plan.
		Visitor open(String path) {
			int status = this.page.navigate(this.home + path).status();
			for (int again = 0; status == 503 && again < MOST_TRIES; again++) {
				this.complaints.clear();
				status = this.page.navigate(this.home + path).status();
			}
			assertThat(status).as(path).isEqualTo(200);
			return this;
		}

		Visitor signIn(String account) {
			open("/login");
			this.page.locator("input[name=username]").fill(account);
			this.page.locator("input[name=password]").fill("frirum");
			this.page.locator("main form button[type=submit]").click();
			assertThat(this.page.url()).doesNotContain("error");
			return this;
		}

		/// What the browser complained about since it was asked last.
		List<String> complaints() {
			List<String> since = List.copyOf(this.complaints);
			this.complaints.clear();
			return since;
		}

		@Override
		public void close() {
			this.context.close();
		}

	}

	private Browser() {
	}

	/// Somebody who looks at a server's pages.
	static Visitor visitor(int port, View view) {
		return new Visitor(port, view);
	}

	private static com.microsoft.playwright.Browser shared() {
		Optional<com.microsoft.playwright.Browser> browser = Holder.SHARED;
		if (browser.isEmpty()) {
			log.warn("NO BROWSER: the pages are NOT tested. Install Debian's 'chromium' (see the README).");
		}
		Assumptions.assumeTrue(browser.isPresent(), "No Chromium is installed");
		return browser.orElseThrow();
	}

	private static Optional<Path> installed() {
		return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
	}

}
