package se.frirum.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;
import se.frirum.Api;
import se.frirum.FrirumTest;
import se.frirum.browser.Browser.View;
import se.frirum.browser.Browser.Visitor;

import org.springframework.boot.test.web.server.LocalServerPort;

/// Pictures of the main pages, light and dark, on a desktop and a phone, into
/// `target/screenshots`. The README says how to make them.
@FrirumTest
class Screenshots {

	private record Shot(String name, String account, String path) {
	}

	private final Api api;

	private final int port;

	Screenshots(Api api, @LocalServerPort int port) {
		this.api = api;
		this.port = port;
	}

	@Test
	void areTaken() {
		String trial = this.api.run("trials-page", Map.of("filter", Map.of(), "first", 1)).text("trials.nodes.0.id");
		String obstacle = this.api.as("analyst")
			.run("find-obstacles", Map.of("orderBy", "MOST_ENDORSED", "first", 1))
			.text("obstacles.edges.0.node.id");
		List<Shot> shots = List.of(new Shot("start", "", "/"), new Shot("report", "reporter", "/report"),
				new Shot("obstacles", "", "/obstacles"),
				new Shot("obstacle", "", "/obstacles/" + obstacle.replaceFirst("obstacle:", "")),
				new Shot("provision", "", "/laws/2010:800/K21P4"), new Shot("area", "", "/areas/0980?on=2005-06-01"),
				new Shot("trial", "", "/trials/" + trial.replaceFirst("trial:", "")),
				new Shot("workbench", "",
						"/workbench?citations=21+kap.+4+%C2%A7+skollagen&area=25&from=2027-07-01&lastDay=2030-06-30"),
				new Shot("explore", "", "/explore?from=sfs:2010:800%23K21P4"),
				new Shot("review", "analyst", "/review/" + obstacle));
		for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
			for (int width : new int[] { 1440, 375 }) {
				shots.forEach((shot) -> take(shot, new View("sv", width, theme, true)));
			}
		}
	}

	private void take(Shot shot, View view) {
		try (Visitor visitor = Browser.visitor(this.port, view)) {
			if (!shot.account().isEmpty()) {
				visitor.signIn(shot.account());
			}
			Page page = visitor.open(shot.path()).page();
			page.waitForLoadState(LoadState.NETWORKIDLE);
			page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
				.setPath(Path.of("target", "screenshots",
						"%s-%s-%d.png".formatted(shot.name(), view.theme().name().toLowerCase(), view.width()))));
		}
	}

}
