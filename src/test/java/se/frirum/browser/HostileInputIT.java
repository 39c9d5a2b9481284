package se.frirum.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.Api;
import se.frirum.FrirumTest;
import se.frirum.Report;
import se.frirum.Report.Case;
import se.frirum.browser.Browser.View;
import se.frirum.browser.Browser.Visitor;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/// What people write is shown as they wrote it, and never run; and nobody acts for them.
@FrirumTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputIT {

	private static final String SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg onload=alert(3)>";

	private final Api api;

	private final RequestMappingHandlerMapping mappings;

	private final int port;

	HostileInputIT(Api api, RequestMappingHandlerMapping requestMappingHandlerMapping, @LocalServerPort int port) {
		this.api = api;
		this.mappings = requestMappingHandlerMapping;
		this.port = port;
	}

	@Test
	void isShownAsItWasWritten() {
		Case obstacle = Report.by(this.api.as("reporter"))
			.with("title", SCRIPT)
			.with("description", SCRIPT)
			.with("consequence", SCRIPT)
			.with("contact", Map.of("name", SCRIPT))
			.takenUp();
		this.api.as("reporter2").run("endorse-obstacle", Map.of("input", Map.of("id", obstacle.id(), "note", SCRIPT)));
		try (Visitor analyst = Browser.visitor(this.port, View.DESKTOP).signIn("analyst")) {
			for (String path : new String[] { "/obstacles", "/obstacles/" + obstacle.reference(),
					"/review/" + obstacle.id(), "/search?text=onerror", "/explore?from=" + obstacle.id(), "/",
					"/case-files/" + obstacle.id() }) {
				analyst.open(path);
				assertThat(analyst.complaints()).as(path).isEmpty();
			}
			assertThat(analyst.open("/obstacles/" + obstacle.reference()).page().locator("h1").textContent())
				.isEqualTo(SCRIPT);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "//example.org/", "/admin", "obstacle:1/../../admin", "obstacle:1?text=a",
			"obstacle:1\r\nX: y" })
	void anIdInAFormLeadsNowhereElse(String id) {
		try (Visitor analyst = Browser.visitor(this.port, View.WITHOUT_SCRIPTS).signIn("analyst")) {
			String token = analyst.open("/review").page().locator("input[name=_csrf]").first().getAttribute("value");
			APIResponse answer = analyst.page()
				.request()
				.post("http://localhost:%d/review/assign".formatted(this.port),
						RequestOptions.create()
							.setMaxRedirects(0)
							.setForm(FormData.create().set("_csrf", token).set("id", id).set("expectedVersion", "1")));
			assertThat(answer.status()).isEqualTo(302);
			assertThat(answer.headers()).doesNotContainKey("x");
			assertThat(answer.headers().get("location").replaceFirst("http://localhost:\\d+", ""))
				.matches("/review/[^/?#]+");
		}
	}

	@Test
	void staysTextInEveryFieldOfAnAddress() {
		try (Visitor visitor = Browser.visitor(this.port, View.DESKTOP)) {
			String script = "%3Cscript%3Ealert(1)%3C/script%3E%22%3E%3Cimg%20src=x%20onerror=alert(2)%3E";
			for (String path : new String[] { "/search?text=", "/obstacles?text=", "/laws?text=", "/trials?text=",
					"/proposals?text=", "/lessons?text=", "/workbench?citations=" }) {
				visitor.open(path + script);
				assertThat(visitor.complaints()).as(path).isEmpty();
				assertThat(visitor.page().locator("img[src=x]").count()).as(path).isZero();
			}
		}
	}

	Stream<String> forms() {
		return this.mappings.getHandlerMethods()
			.keySet()
			.stream()
			.filter((mapping) -> mapping.getMethodsCondition().getMethods().equals(Set.of(RequestMethod.POST)))
			.flatMap((mapping) -> mapping.getPatternValues().stream());
	}

	@ParameterizedTest
	@MethodSource("forms")
	void noFormIsTakenFromAnotherSite(String path) throws Exception {
		HttpRequest forged = HttpRequest
			.newBuilder(URI.create("http://localhost:%d%s".formatted(this.port, path.replaceAll("\\{.*?}", "x"))))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("id=x"))
			.build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			assertThat(client.send(forged, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(403);
		}
	}

}
