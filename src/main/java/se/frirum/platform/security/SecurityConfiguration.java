package se.frirum.platform.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.Http403ForbiddenEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/// Who can sign in, and what holds for every request. What an account may do is decided
/// for each GraphQL operation, not here.
@ConditionalOnWebApplication
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final Logger log = LoggerFactory.getLogger(SecurityConfiguration.class);

	private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; "
			+ "frame-ancestors 'none'; " + "object-src 'none'; base-uri 'none'; form-action 'self'";

	@Bean
	SecurityFilterChain everyRequest(HttpSecurity http, SignIn signIn, Viewers viewers,
			AuthenticationEntryPoint unauthenticated) {
		AuthenticationEntryPoint refusal = (request, response, failure) -> {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, signIn.challenge());
			unauthenticated.commence(request, response, failure);
		};
		http.exceptionHandling((denied) -> denied.defaultAuthenticationEntryPointFor(new Http403ForbiddenEntryPoint(),
				PathPatternRequestMatcher.pathPattern("/actuator/**")));
		http.logout((logout) -> logout.logoutSuccessUrl("/"));
		signIn.configure(http, refusal);
		return http
			.authorizeHttpRequests((requests) -> requests
				.requestMatchers("/actuator/health", "/actuator/health/**", "/actuator/prometheus")
				.permitAll()
				.requestMatchers("/actuator", "/actuator/**")
				.denyAll()
				.anyRequest()
				.permitAll())
			.csrf((csrf) -> csrf.ignoringRequestMatchers("/graphql"))
			.headers(SecurityConfiguration::headers)
			.requestCache(RequestCacheConfigurer::disable)
			.addFilterAfter(new UnreadCredentials(viewers, refusal), BasicAuthenticationFilter.class)
			.build();
	}

	private static void headers(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
			.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
	}

	@Bean
	SignIn signIn(IdentityProvider provider, ServerProperties server,
			@Value("${frirum.demo-password:frirum}") String demoPassword) {
		if (provider.configured()) {
			log.info("Accounts come from {}", provider.issuer());
			return new OpenIdSignIn(new Discovery(provider));
		}
		if (reachableFromHereOnly(server)) {
			log.info("Demo accounts can sign in from this machine: reporter, reporter2, analyst, liaison, admin");
			return new DemoSignIn(DemoAccounts.open(demoPassword));
		}
		log.warn("Nobody can sign in; reading is public. "
				+ "Set FRIRUM_OIDC_ISSUER, or bind to 127.0.0.1 for the demo accounts");
		return new DemoSignIn(DemoAccounts.none());
	}

	/// Where forwarded headers are read there is a proxy, and so no telling who calls.
	private static boolean reachableFromHereOnly(ServerProperties server) {
		ForwardHeadersStrategy strategy = server.getForwardHeadersStrategy();
		return server.getAddress() != null && server.getAddress().isLoopbackAddress()
				&& (strategy == null || strategy == ForwardHeadersStrategy.NONE);
	}

	/// Sends whoever wants to sign in to the identity provider, where there is one; else
	/// the
	/// form's page answers here.
	@Bean
	RouterFunction<ServerResponse> signInAtProvider(IdentityProvider provider) {
		return RouterFunctions.route(RequestPredicates.GET("/login").and((_) -> provider.configured()), (request) -> {
			PageToReturnTo.remember(request.servletRequest());
			return ServerResponse.status(303).header(HttpHeaders.LOCATION, OpenIdSignIn.START).build();
		});
	}

}
