package se.frirum.platform.security;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/// Somebody whom the identity provider let in through its own pages.
final class OpenIdAccount extends DefaultOidcUser implements Account {

	OpenIdAccount(OidcIdToken token, @Nullable OidcUserInfo info) {
		super(List.of(), token, info);
	}

	@Override
	public Viewer viewer() {
		return Claims.viewer(this);
	}

}
