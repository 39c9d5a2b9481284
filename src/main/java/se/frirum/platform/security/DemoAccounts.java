package se.frirum.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/// Accounts for trying Frirum out on one's own machine. They share one password, which is
/// no secret, and let nobody in who calls from elsewhere.
final class DemoAccounts implements AuthenticationProvider {

	private static final Map<String, Viewer> EVERYONE = Map.of( //
			"reporter", account("reporter", "Reporter, Norrköping", Role.REPORTER, "organisation:0581"), //
			"reporter2", account("reporter2", "Reporter, Haparanda", Role.REPORTER, "organisation:2583"), //
			"analyst", account("analyst", "Analyst, SKR", Role.ANALYST, "organisation:skr"), //
			"liaison",
			account("liaison", "Liaison, Finansdepartementet", Role.LIAISON, "organisation:finansdepartementet"), //
			"admin", account("admin", "Administrator", Role.ADMIN, "organisation:skr"));

	private final Map<String, Viewer> accounts;

	private final byte[] password;

	private DemoAccounts(Map<String, Viewer> accounts, String password) {
		this.accounts = accounts;
		this.password = password.getBytes(StandardCharsets.UTF_8);
	}

	static DemoAccounts open(String password) {
		return new DemoAccounts(EVERYONE, password);
	}

	/// No accounts: every attempt fails like a wrong password.
	static DemoAccounts none() {
		return new DemoAccounts(Map.of(), "");
	}

	private static Viewer account(String id, String name, Role role, String organisation) {
		return new Viewer(id, name, Set.of(role), organisation);
	}

	@Override
	public Authentication authenticate(Authentication attempt) throws AuthenticationException {
		Viewer viewer = this.accounts.get(attempt.getName());
		boolean local = attempt.getDetails() instanceof Caller caller && caller.local();
		if (viewer == null || !local || !isPassword(attempt.getCredentials())) {
			throw new BadCredentialsException("The name or the password is wrong.");
		}
		return UsernamePasswordAuthenticationToken.authenticated(new ViewerAccount(viewer), null, List.of());
	}

	/// A slow hash would protect nothing here, and cost 60 ms a request.
	private boolean isPassword(@Nullable Object given) {
		return given != null && this.password.length > 0
				&& MessageDigest.isEqual(this.password, given.toString().getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
