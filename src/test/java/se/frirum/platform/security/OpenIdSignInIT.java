package se.frirum.platform.security;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.frirum.platform.http.Edge;
import se.frirum.platform.http.Http;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@Edge
@DirtiesContext
@TestMethodOrder(OrderAnnotation.class)
class OpenIdSignInIT {

	private static final Issuer ISSUER = issuer();

	private final Http http;

	OpenIdSignInIT(@LocalServerPort int port) {
		this.http = new Http(port);
	}

	private static Issuer issuer() {
		try {
			return new Issuer();
		}
		catch (IOException failure) {
			throw new IllegalStateException(failure);
		}
	}

	@DynamicPropertySource
	static void provider(DynamicPropertyRegistry properties) {
		properties.add("frirum.oidc.issuer", ISSUER::address);
		properties.add("frirum.oidc.client-id", () -> Issuer.CLIENT);
		properties.add("frirum.oidc.client-secret", () -> "secret");
	}

	@BeforeEach
	void open(TestInfo test) throws IOException {
		ISSUER.close();
		if (!test.getTags().contains("away")) {
			ISSUER.open();
		}
	}

	@AfterAll
	static void close() {
		ISSUER.close();
	}

	@Test
	@Order(0)
	@Tag("away")
	void startsWhileTheProviderIsAway() throws Exception {
		assertThat(this.http.send(this.http.viewer()).statusCode()).isEqualTo(200);
		HttpResponse<String> page = this.http.send(this.http.to(OpenIdSignIn.START).header("Accept", "text/html"));
		assertThat(page.statusCode()).isEqualTo(503);
		assertThat(page.body()).contains("<h1>Det tar för lång tid just nu</h1>");
		HttpResponse<String> machine = bearer(ISSUER.token((_) -> {
		}));
		assertThat(machine.statusCode()).isEqualTo(503);
		assertThat(machine.body()).contains("\"classification\":\"UNAVAILABLE\"");
	}

	@Test
	void signsPeopleIn() throws Exception {
		HttpResponse<String> login = this.http.send(this.http.to("/login"));
		assertThat(login.statusCode()).isEqualTo(303);
		HttpResponse<String> start = this.http.send(this.http.to(location(login)));
		assertThat(location(start))
			.startsWith(ISSUER.address() + "/authorize?response_type=code&client_id=" + Issuer.CLIENT);
		HttpResponse<String> back = this.http
			.send(HttpRequest.newBuilder(ISSUER.consent(location(start))).header("Cookie", cookie(start)));
		assertThat(back.statusCode()).isEqualTo(302);
		assertThat(location(back)).isEqualTo(this.http.address("/"));
		assertThat(cookie(back)).isNotEqualTo(cookie(start));
		assertIsKim(this.http.send(this.http.viewer().header("Cookie", cookie(back))));
	}

	@Test
	void signsPeopleOutAtTheProviderToo() throws Exception {
		HttpResponse<String> start = this.http.send(this.http.to(OpenIdSignIn.START));
		HttpResponse<String> back = this.http
			.send(HttpRequest.newBuilder(ISSUER.consent(location(start))).header("Cookie", cookie(start)));
		HttpResponse<String> page = this.http.send(this.http.to("/about").header("Cookie", cookie(back)));
		String token = page.body().replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
		HttpResponse<String> end = this.http.send(this.http.to("/logout")
			.header("Cookie", cookie(back))
			.header("X-CSRF-TOKEN", token)
			.POST(HttpRequest.BodyPublishers.noBody()));
		assertThat(end.headers().firstValue("Refresh").orElseThrow())
			.startsWith("0; url=" + ISSUER.address() + "/end?id_token_hint=")
			.endsWith("&post_logout_redirect_uri=" + this.http.address("/"));
	}

	@Test
	void refusesAReturnThatNobodyAskedFor() throws Exception {
		HttpResponse<String> response = this.http
			.send(this.http.to("/login/oauth2/code/oidc?code=code&state=forged").header("Accept", "text/html"));
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.body()).contains("Du är inte inloggad", "href=\"/login\"");
	}

	@Test
	void signsMachinesIn() throws Exception {
		HttpResponse<String> response = bearer(ISSUER.token((_) -> {
		}));
		assertIsKim(response);
		assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
	}

	@Test
	void acceptsAccessTokensThatSaySo() throws Exception {
		assertIsKim(bearer(ISSUER.token(new JOSEObjectType("at+jwt"), ISSUER.key(), (_) -> {
		})));
	}

	@Test
	void acceptsTokensForMoreThanUs() throws Exception {
		assertIsKim(bearer(ISSUER.token((claims) -> claims.audience(List.of("other", Issuer.CLIENT)))));
	}

	@Test
	void signsInWithoutAnyRole() throws Exception {
		HttpResponse<String> response = bearer(
				ISSUER.token((claims) -> claims.claim("roles", null).claim("organisation", null)));
		assertThat(response.body()).contains("#17\"", "\"roles\":[]", "\"organisation\":null");
	}

	static Stream<Consumer<JWTClaimsSet.Builder>> flaws() {
		return Stream.of((claims) -> claims.audience("other"), (claims) -> claims.audience((String) null),
				(claims) -> claims.issuer("http://evil.example"), (claims) -> claims.issuer(null),
				(claims) -> claims.subject(null), (claims) -> claims.subject(" "),
				(claims) -> claims.expirationTime(null),
				(claims) -> claims.expirationTime(Date.from(Instant.now().minusSeconds(300))),
				(claims) -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(300))),
				(claims) -> claims.claim("cnf", Map.of("jkt", "bound-to-a-key")));
	}

	@ParameterizedTest
	@MethodSource("flaws")
	void refusesFlawedTokens(Consumer<JWTClaimsSet.Builder> flaw) throws Exception {
		assertRefused(bearer(ISSUER.token(flaw)));
	}

	@Test
	void refusesForgedTokens() throws Exception {
		assertRefused(bearer("nonsense"));
		assertRefused(bearer("a.b.c"));
		assertRefused(bearer(ISSUER.token(JOSEObjectType.JWT, Issuer.newKey(), (_) -> {
		})));
		assertRefused(bearer(new PlainJWT(new JWTClaimsSet.Builder().issuer(ISSUER.address())
			.audience(Issuer.CLIENT)
			.subject("17")
			.expirationTime(Date.from(Instant.now().plusSeconds(300)))
			.build()).serialize()));
		assertRefused(bearer(ISSUER.token(new JOSEObjectType("logout+jwt"), ISSUER.key(), (_) -> {
		})));
	}

	@Test
	void hasNoDemoAccounts() throws Exception {
		assertRefused(this.http.send(this.http.viewer().header("Authorization", Http.basic("reporter", "frirum"))));
	}

	private HttpResponse<String> bearer(String token) throws Exception {
		return this.http.send(this.http.viewer().header("Authorization", "Bearer " + token));
	}

	private static void assertIsKim(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("{\"data\":{\"viewer\":{\"account\":\"" + ISSUER.address()
				+ "#17\",\"name\":\"Kim\",\"roles\":[\"LIAISON\"],\"organisation\":\"organisation:finansdepartementet\"}}}");
	}

	private static void assertRefused(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
		assertThat(response.body()).startsWith("{\"errors\":[{")
			.contains("\"extensions\":{\"classification\":\"UNAUTHORIZED\"}")
			.doesNotContain("data");
	}

	private static String location(HttpResponse<String> response) {
		return response.headers().firstValue("Location").orElseThrow();
	}

	private static String cookie(HttpResponse<String> response) {
		return response.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
	}

}
