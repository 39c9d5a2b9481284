package se.frirum.platform.security;

import org.springframework.security.authentication.AuthenticationServiceException;

/// The identity provider does not answer, or not as itself.
final class ProviderAway extends AuthenticationServiceException {

	ProviderAway(String issuer, Throwable cause) {
		super("The identity provider at " + issuer + " does not answer.", cause);
	}

}
