package se.frirum.platform.security;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.platform.http.Edge;
import se.frirum.platform.http.Http;

import org.springframework.boot.test.web.server.LocalServerPort;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@Edge
class DemoSignInIT {

	private static final String NOBODY = "{\"data\":{\"viewer\":{\"account\":null,\"name\":null,\"roles\":[],\"organisation\":null}}}";

	private Http http;

	@BeforeEach
	void find(@LocalServerPort int port) {
		this.http = new Http(port);
	}

	@ParameterizedTest
	@CsvSource({ "reporter, REPORTER, organisation:0581", "reporter2, REPORTER, organisation:2583",
			"analyst, ANALYST, organisation:skr", "liaison, LIAISON, organisation:finansdepartementet",
			"admin, ADMIN, organisation:skr" })
	void signsInWithEachRequest(String account, String role, String organisation) throws Exception {
		HttpResponse<String> response = this.http
			.send(this.http.viewer().header("Authorization", Http.basic(account, "frirum")));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).contains("\"account\":\"" + account + "\"", "\"roles\":[\"" + role + "\"]",
				"\"organisation\":\"" + organisation + "\"");
		assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
	}

	@Test
	void letsAnyoneRead() throws Exception {
		HttpResponse<String> response = this.http.send(this.http.viewer());
		assertThat(response.body()).isEqualTo(NOBODY);
		assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Basic cmVwb3J0ZXI6d3Jvbmc=", "Basic bm9ib2R5OmZyaXJ1bQ==", "Basic !!!", "Basic",
			"Basic Og==", "Bearer abc", "Digest x", "nonsense" })
	void refusesOtherCredentials(String authorization) throws Exception {
		assertRefused(this.http.send(this.http.viewer().header("Authorization", authorization)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Forwarded: for=192.0.2.1", "X-Forwarded-For: 192.0.2.1", "X-Forwarded-Host: localhost",
			"X-Forwarded-Proto: https", "X-Real-IP: 192.0.2.1" })
	void refusesWhatWasForwarded(String header) throws Exception {
		String[] parts = header.split(": ", 2);
		assertRefused(this.http.send(this.http.viewer()
			.header("Authorization", Http.basic("reporter", "frirum"))
			.header(parts[0], parts[1])));
	}

	@ParameterizedTest
	@CsvSource({ "localhost, 200", "LOCALHOST:8080, 200", "127.0.0.1:8080, 200", "[::1]:8080, 200",
			"frirum.example, 401", "localhost.evil.example, 401", "127.0.0.1.evil.example:8080, 401",
			"192.168.0.1, 401" })
	void asksWhichHostWasMeant(String host, int status) throws Exception {
		String body = "{\"query\": \"{ viewer { account } }\"}";
		String answer = this.http.raw("""
				POST /graphql HTTP/1.1\r
				Host: %s\r
				Authorization: %s\r
				Content-Type: application/json\r
				Content-Length: %d\r
				Connection: close\r
				\r
				%s""".formatted(host, Http.basic("reporter", "frirum"), body.length(), body));
		assertThat(answer).startsWith("HTTP/1.1 " + status);
	}

	@Test
	void checksThePasswordQuickly() throws Exception {
		this.http.send(this.http.viewer().header("Authorization", Http.basic("reporter", "frirum")));
		long start = System.nanoTime();
		for (int i = 0; i < 50; i++) {
			this.http.send(this.http.viewer().header("Authorization", Http.basic("reporter", "frirum")));
		}
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
	}

	@Test
	void signsInByForm() throws Exception {
		HttpResponse<String> page = this.http.send(this.http.to("/login"));
		HttpResponse<String> signedIn = submit(page, token(page), "frirum");
		assertThat(signedIn.statusCode()).isEqualTo(302);
		assertThat(signedIn.headers().firstValue("Location")).hasValue(this.http.address("/"));
		assertThat(signedIn.headers().firstValue("Set-Cookie")).get()
			.asString()
			.contains("HttpOnly", "SameSite=Lax")
			.doesNotContain("Secure");
		assertThat(cookie(signedIn)).isNotEqualTo(cookie(page));
		HttpResponse<String> viewer = this.http.send(this.http.viewer().header("Cookie", cookie(signedIn)));
		assertThat(viewer.body()).contains("\"account\":\"liaison\"");
	}

	@Test
	void signsOutWithATokenOnly() throws Exception {
		HttpResponse<String> page = this.http.send(this.http.to("/login"));
		String session = cookie(submit(page, token(page), "frirum"));
		HttpResponse<String> forged = this.http.send(this.http.to("/logout")
			.header("Cookie", session)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("")));
		assertThat(forged.statusCode()).isEqualTo(403);
		assertThat(this.http.send(this.http.viewer().header("Cookie", session)).body()).contains("liaison");
		HttpResponse<String> logout = this.http.send(this.http.to("/login").header("Cookie", session));
		HttpResponse<String> signedOut = this.http.send(this.http.to("/logout")
			.header("Cookie", session)
			.header("Accept", "text/html")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("_csrf=" + token(logout))));
		assertThat(signedOut.statusCode()).isEqualTo(302);
		assertThat(this.http.send(this.http.viewer().header("Cookie", session)).body()).isEqualTo(NOBODY);
	}

	@ParameterizedTest
	@CsvSource({ "/trials?on=2027-01-01, /trials?on=2027-01-01", "//evil.example, /", "/\\evil.example, /",
			"https://evil.example, /", "/%0d%0aX: y, /", "javascript:alert(1), /" })
	void leadsBackToAPageOfThisServerOnly(String next, String landing) throws Exception {
		HttpResponse<String> page = this.http
			.send(this.http.to("/login?next=" + URLEncoder.encode(URLDecoder.decode(next, UTF_8), UTF_8)));
		assertThat(submit(page, token(page), "frirum").headers().firstValue("Location"))
			.hasValue(this.http.address(landing));
	}

	@Test
	void refusesAForgedForm() throws Exception {
		HttpResponse<String> page = this.http.send(this.http.to("/login"));
		assertThat(submit(page, "forged", "frirum").statusCode()).isEqualTo(403);
	}

	@Test
	void refusesAWrongPasswordByForm() throws Exception {
		HttpResponse<String> page = this.http.send(this.http.to("/login"));
		assertThat(submit(page, token(page), "wrong").headers().firstValue("Location"))
			.hasValue(this.http.address("/login?error"));
	}

	@Test
	void keepsBrowsersCareful() throws Exception {
		HttpResponse<String> response = this.http.send(this.http.to("/login"));
		assertThat(response.headers().firstValue("Content-Security-Policy")).hasValue(
				"default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; object-src 'none'; base-uri 'none'; form-action 'self'");
		assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
		assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
	}

	@ParameterizedTest
	@CsvSource({ "/actuator/health, 200", "/actuator/health/liveness, 200", "/actuator/health/readiness, 200",
			"/actuator/env, 403", "/actuator, 403", "/actuator/heapdump, 403" })
	void showsOnlyHealthAndMetrics(String path, int status) throws Exception {
		assertThat(this.http.send(this.http.to(path)).statusCode()).isEqualTo(status);
	}

	private HttpResponse<String> submit(HttpResponse<String> page, String token, String password) throws Exception {
		return this.http.send(this.http.to("/login")
			.header("Cookie", cookie(page))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("username=liaison&password=" + password + "&_csrf=" + token)));
	}

	private static String cookie(HttpResponse<String> response) {
		return response.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
	}

	private static String token(HttpResponse<String> page) {
		Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
		assertThat(token.find()).isTrue();
		return token.group(1);
	}

	private static void assertRefused(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().firstValue("WWW-Authenticate")).get().asString().startsWith("Basic");
		assertThat(response.headers().firstValue("Content-Type")).get().asString().startsWith("application/json");
		assertThat(response.body()).startsWith("{\"errors\":[{")
			.contains("\"message\":", "\"extensions\":{\"classification\":\"UNAUTHORIZED\"}")
			.doesNotContain("data");
	}

}
