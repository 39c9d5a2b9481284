package se.frirum.platform.security;

import org.springframework.security.core.AuthenticatedPrincipal;

/// Whoever signed in, however they did: each way of signing in ends in one of these.
interface Account extends AuthenticatedPrincipal {

	/// Who asks, as the rest of the system knows them.
	Viewer viewer();

}
