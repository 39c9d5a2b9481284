package se.frirum.platform.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/// An identity provider with one user, who always consents.
final class Issuer implements AutoCloseable {

	static final String CLIENT = "frirum-test";

	private static final RSAKey KEY = newKey();

	private final Map<String, String> nonces = new ConcurrentHashMap<>();

	private final int port;

	private @Nullable HttpServer server;

	Issuer() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
			this.port = socket.getLocalPort();
		}
	}

	static RSAKey newKey() {
		try {
			return new RSAKeyGenerator(2048).keyID("one").generate();
		}
		catch (JOSEException failure) {
			throw new IllegalStateException(failure);
		}
	}

	String address() {
		return "http://127.0.0.1:" + this.port;
	}

	void open() throws IOException {
		HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), 0);
		opened.createContext("/.well-known/openid-configuration", (exchange) -> answer(exchange, """
				{"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
				"end_session_endpoint": "%1$s/end",
				"jwks_uri": "%1$s/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
				"id_token_signing_alg_values_supported": ["RS256"]}""".formatted(address())));
		opened.createContext("/keys", (exchange) -> answer(exchange, new JWKSet(KEY).toString()));
		opened.createContext("/token", this::token);
		opened.start();
		this.server = opened;
	}

	/// What the provider's page does once the user consents: sends the browser back.
	URI consent(String request) {
		var parameters = UriComponentsBuilder.fromUriString(request).build().getQueryParams();
		String nonce = URLDecoder.decode(String.valueOf(parameters.getFirst("nonce")), StandardCharsets.UTF_8);
		this.nonces.put("code", nonce);
		return URI.create(URLDecoder.decode(String.valueOf(parameters.getFirst("redirect_uri")), StandardCharsets.UTF_8)
				+ "?code=code&state=" + parameters.getFirst("state"));
	}

	private void token(HttpExchange exchange) throws IOException {
		String token = token((claims) -> claims.claim("nonce", this.nonces.get("code")));
		answer(exchange, "{\"access_token\": \"x\", \"token_type\": \"Bearer\", \"expires_in\": 60, \"id_token\": \""
				+ token + "\"}");
	}

	/// A good token, but for what the test changes.
	String token(Consumer<JWTClaimsSet.Builder> changes) {
		return token(JOSEObjectType.JWT, KEY, changes);
	}

	String token(JOSEObjectType type, RSAKey key, Consumer<JWTClaimsSet.Builder> changes) {
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(address())
			.audience(CLIENT)
			.subject("17")
			.claim("name", "Kim")
			.claim("roles", List.of("LIAISON", "SOMETHING"))
			.claim("organisation", "finansdepartementet")
			.issueTime(Date.from(Instant.now()))
			.expirationTime(Date.from(Instant.now().plusSeconds(300)));
		changes.accept(claims);
		try {
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).type(type).keyID("one").build(),
					claims.build());
			token.sign(new RSASSASigner(key));
			return token.serialize();
		}
		catch (JOSEException failure) {
			throw new IllegalStateException(failure);
		}
	}

	RSAKey key() {
		return KEY;
	}

	private static void answer(HttpExchange exchange, String json) throws IOException {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.getResponseHeaders().set("Connection", "close");
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	@Override
	public void close() {
		HttpServer opened = this.server;
		if (opened != null) {
			opened.stop(0);
			this.server = null;
		}
	}

}
