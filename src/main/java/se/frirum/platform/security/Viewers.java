package se.frirum.platform.security;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Tells who asks.
@Component
public class Viewers {

	/// Who sent the request that this thread answers; [Viewer#PUBLIC] where nobody is
	/// signed in.
	public Viewer current() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof Account account) ? account.viewer()
				: Viewer.PUBLIC;
	}

}
