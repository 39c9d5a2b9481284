package se.frirum.platform.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/// Who vouches for accounts: nobody, unless an issuer is named.
///
/// @param issuer the OpenID Connect issuer, exactly as its metadata names it
/// @param clientId this server, as the provider knows it
/// @param clientSecret blank for a public client
/// @param audience what a machine's token must be meant for; the client id unless set
@ConfigurationProperties("frirum.oidc")
record IdentityProvider(@DefaultValue("") String issuer, @DefaultValue("") String clientId,
		@DefaultValue("") String clientSecret, @DefaultValue("") String audience) {

	IdentityProvider {
		Assert.isTrue(issuer.isBlank() || !clientId.isBlank(),
				"FRIRUM_OIDC_ISSUER is set: set FRIRUM_OIDC_CLIENT_ID too");
		audience = audience.isBlank() ? clientId : audience;
	}

	boolean configured() {
		return !this.issuer.isBlank();
	}

}
