package se.frirum.platform.security;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/// Learns from the identity provider what it takes to sign in there: when somebody first
/// wants to, so that this server starts while the provider is away.
final class Discovery {

	static final String REGISTRATION = "oidc";

	private static final Duration CONNECT = Duration.ofSeconds(2);

	private static final Duration READ = Duration.ofSeconds(5);

	private final IdentityProvider provider;

	private final RestTemplate http = new RestTemplate();

	private volatile @Nullable Found found;

	/// What pages need, and what reads machines' tokens.
	record Found(ClientRegistration registration, JwtDecoder decoder) {
	}

	Discovery(IdentityProvider provider) {
		this.provider = provider;
		SimpleClientHttpRequestFactory patience = new SimpleClientHttpRequestFactory();
		patience.setConnectTimeout(CONNECT);
		patience.setReadTimeout(READ);
		this.http.setRequestFactory(patience);
	}

	/// Asks once; again only after a failure. No lock: while the provider hangs, nobody
	/// waits for more than their own question.
	/// @throws ProviderAway when it does not answer
	Found found() {
		Found known = this.found;
		if (known == null) {
			known = ask();
			this.found = known;
		}
		return known;
	}

	private Found ask() {
		try {
			Map<String, Object> metadata = Objects.requireNonNull(this.http.exchange(metadataAddress(), HttpMethod.GET,
					null, new ParameterizedTypeReference<Map<String, Object>>() {
					})
				.getBody());
			ClientRegistration registration = registration(metadata);
			return new Found(registration, decoder(registration));
		}
		catch (RuntimeException failure) {
			throw new ProviderAway(this.provider.issuer(), failure);
		}
	}

	private String metadataAddress() {
		return this.provider.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration";
	}

	private ClientRegistration registration(Map<String, Object> metadata) {
		ClientRegistration.Builder builder = ClientRegistrations.fromOidcConfiguration(metadata)
			.registrationId(REGISTRATION)
			.clientId(this.provider.clientId())
			.clientSecret(this.provider.clientSecret())
			.scope("openid", "profile");
		if (this.provider.clientSecret().isBlank()) {
			builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
		}
		ClientRegistration registration = builder.build();
		if (!this.provider.issuer().equals(registration.getProviderDetails().getIssuerUri())) {
			throw new IllegalStateException("It calls itself " + registration.getProviderDetails().getIssuerUri());
		}
		return registration;
	}

	private JwtDecoder decoder(ClientRegistration registration) {
		NimbusJwtDecoder decoder = NimbusJwtDecoder
			.withJwkSetUri(Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()))
			.jwsAlgorithms((algorithms) -> algorithms.addAll(List.of(SignatureAlgorithm.values())))
			.restOperations(this.http)
			.build();
		decoder.setJwtValidator(validator());
		return decoder;
	}

	/// An ID token says to this application who signed in; it is no leave to call the
	/// API.
	private static OAuth2TokenValidatorResult isAccessToken(Jwt token) {
		return (token.hasClaim("nonce") || token.hasClaim("at_hash"))
				? OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN))
				: OAuth2TokenValidatorResult.success();
	}

	/// Tokens of RFC 9068 (`at+jwt`) and of those who predate it; all say for whom, about
	/// whom and until when.
	private OAuth2TokenValidator<Jwt> validator() {
		JwtTypeValidator type = new JwtTypeValidator("JWT", "at+jwt", "application/at+jwt");
		type.setAllowEmpty(true);
		JwtTimestampValidator time = new JwtTimestampValidator();
		time.setAllowEmptyExpiryClaim(false);
		return JwtValidators.createDefaultWithValidators(List.of(type, time,
				new JwtIssuerValidator(this.provider.issuer()), new JwtAudienceValidator(this.provider.audience()),
				new JwtClaimValidator<String>(JwtClaimNames.SUB, (subject) -> subject != null && !subject.isBlank()),
				Discovery::isAccessToken));
	}

}
