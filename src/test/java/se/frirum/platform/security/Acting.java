package se.frirum.platform.security;

import java.util.List;
import java.util.function.Supplier;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/// Does something as an account of any kind, there being few that can sign in.
public final class Acting {

	private Acting() {
	}

	/// Does it as somebody.
	public static <T> T as(Viewer viewer, Supplier<T> what) {
		if (viewer.signedIn()) {
			SecurityContextHolder.getContext()
				.setAuthentication(
						UsernamePasswordAuthenticationToken.authenticated(new ViewerAccount(viewer), null, List.of()));
		}
		try {
			return what.get();
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

}
