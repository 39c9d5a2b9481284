package se.frirum.platform.security;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/// Where somebody who signs in was: kept in the session meanwhile, and only ever a page of
/// this server.
public final class PageToReturnTo implements AuthenticationSuccessHandler {

	private static final String KEY = PageToReturnTo.class.getName();

	/// A path of this server: `//host` and `/\host` lead elsewhere.
	private static final Pattern HERE = Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]{0,2000}");

	PageToReturnTo() {
	}

	/// Remembers the page that the request's `next` names.
	public static void remember(HttpServletRequest request) {
		String next = request.getParameter("next");
		if (next != null && HERE.matcher(next).matches()) {
			request.getSession().setAttribute(KEY, next);
		}
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		HttpSession session = request.getSession();
		Object page = session.getAttribute(KEY);
		session.removeAttribute(KEY);
		response.sendRedirect((page != null) ? page.toString() : "/");
	}

}
