package se.frirum.platform.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;

/// The ways of signing in that this server offers.
sealed interface SignIn permits DemoSignIn, OpenIdSignIn {

	/// What the refused may send instead (`WWW-Authenticate`).
	String challenge();

	/// Adds the ways of signing in to the chain.
	/// @param refusal answers whoever could not be signed in
	void configure(HttpSecurity http, AuthenticationEntryPoint refusal);

}
