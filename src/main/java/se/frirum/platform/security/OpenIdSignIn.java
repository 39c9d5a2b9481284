package se.frirum.platform.security;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.client.ResourceAccessException;

/// OpenID Connect for people, its bearer tokens for machines.
record OpenIdSignIn(Discovery discovery) implements SignIn {

	/// Where a browser starts to sign in.
	static final String START = "/oauth2/authorization/" + Discovery.REGISTRATION;

	@Override
	public String challenge() {
		return "Bearer";
	}

	@Override
	public void configure(HttpSecurity http, AuthenticationEntryPoint refusal) {
		AuthenticationEntryPointFailureHandler refused = new AuthenticationEntryPointFailureHandler(refusal);
		refused.setRethrowAuthenticationServiceException(false);
		http.oauth2Login((login) -> pages(login, this::refuseInWords))
			.logout((logout) -> logout.logoutSuccessHandler(endAtTheProvider()))
			.oauth2ResourceServer((machines) -> machines.authenticationEntryPoint(refusal)
				.withObjectPostProcessor(answeredBy(refused))
				.jwt((jwt) -> jwt.decoder(this::decode).jwtAuthenticationConverter(OpenIdSignIn::signedIn)));
	}

	private void pages(OAuth2LoginConfigurer<HttpSecurity> login, AuthenticationFailureHandler refused) {
		OidcUserService users = new OidcUserService();
		users.setOidcUserConverter(
				(source) -> new OpenIdAccount(source.getUserRequest().getIdToken(), source.getUserInfo()));
		login.loginPage(START)
			.clientRegistrationRepository(this::registration)
			.authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
			.userInfoEndpoint((endpoint) -> endpoint.oidcUserService(users))
			.failureHandler(refused)
			.successHandler(new PageToReturnTo())
			.withObjectPostProcessor(redirectAnsweredBy(refused));
	}

	/// Ends the provider's session too, where it says how, and comes back.
	private LogoutSuccessHandler endAtTheProvider() {
		OidcClientInitiatedLogoutSuccessHandler end = new OidcClientInitiatedLogoutSuccessHandler(this::registration);
		end.setPostLogoutRedirectUri("{baseUrl}/");
		end.setRedirectStrategy(OpenIdSignIn::goOn);
		return end;
	}

	/// Goes on from an answer of its own, since a browser stops a form whose answer leads
	/// straight to another server.
	private static void goOn(HttpServletRequest request, HttpServletResponse response, String address) {
		response.setHeader("Refresh", "0; url=" + address);
	}

	/// Leads a browser to the page that says what went wrong, and on from there.
	private void refuseInWords(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException {
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge());
		response.sendError(isProviderAway(failure) ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
				: HttpServletResponse.SC_UNAUTHORIZED);
	}

	private static boolean isProviderAway(@Nullable Throwable failure) {
		return failure instanceof AuthenticationServiceException || failure instanceof ResourceAccessException
				|| (failure != null && isProviderAway(failure.getCause()));
	}

	private ClientRegistration registration(String id) {
		return this.discovery.found().registration();
	}

	private Jwt decode(String token) throws JwtException {
		return this.discovery.found().decoder().decode(token);
	}

	private static JwtAuthenticationToken signedIn(Jwt jwt) {
		return new JwtAuthenticationToken(jwt, new ViewerAccount(Claims.viewer(jwt)), List.of());
	}

	private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answeredBy(
			AuthenticationFailureHandler refused) {
		return new ObjectPostProcessor<>() {
			@Override
			public <T extends BearerTokenAuthenticationFilter> T postProcess(T filter) {
				filter.setAuthenticationFailureHandler(refused);
				return filter;
			}
		};
	}

	private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> redirectAnsweredBy(
			AuthenticationFailureHandler refused) {
		return new ObjectPostProcessor<>() {
			@Override
			public <T extends OAuth2AuthorizationRequestRedirectFilter> T postProcess(T filter) {
				filter.setAuthenticationFailureHandler(refused);
				return filter;
			}
		};
	}

}
