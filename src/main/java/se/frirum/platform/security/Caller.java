package se.frirum.platform.security;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

/// Where somebody who wants to sign in calls from, as far as the request tells.
///
/// @param local whether the request names this machine and nothing forwarded it
record Caller(boolean local) {

	private static final Pattern LOCAL_HOST = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?",
			Pattern.CASE_INSENSITIVE);

	private static final Set<String> SENT_BY_PROXIES = Set.of("forwarded", "x-real-ip", "via");

	static Caller of(HttpServletRequest request) {
		String host = request.getHeader(HttpHeaders.HOST);
		return new Caller(host != null && LOCAL_HOST.matcher(host).matches() && !forwarded(request));
	}

	private static boolean forwarded(HttpServletRequest request) {
		return Collections.list(request.getHeaderNames())
			.stream()
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.anyMatch((name) -> name.startsWith("x-forwarded-") || SENT_BY_PROXIES.contains(name));
	}

}
