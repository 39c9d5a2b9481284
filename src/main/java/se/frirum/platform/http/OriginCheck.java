package se.frirum.platform.http;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import se.frirum.platform.graphql.Classification;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.InvalidUrlException;

/// Refuses what another site's page sends: a browser names that page's origin, and only
/// the server's own may change anything here, or open a WebSocket, which no browser keeps
/// to one site. `/graphql` rests on this and on demanding JSON, since it has no token;
/// forms have theirs too.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class OriginCheck extends OncePerRequestFilter {

	private static final Set<String> HARMLESS = Set.of("GET", "HEAD");

	private static final ErrorAnswer FOREIGN = new ErrorAnswer(HttpStatus.FORBIDDEN, Classification.FORBIDDEN,
			"Requests from another site's pages are not accepted.");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!isHarmless(request) && isForeign(request)) {
			FOREIGN.writeTo(response);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private static boolean isHarmless(HttpServletRequest request) {
		return HARMLESS.contains(request.getMethod()) && request.getHeader(HttpHeaders.UPGRADE) == null;
	}

	private static boolean isForeign(HttpServletRequest request) {
		try {
			return CorsUtils.isCorsRequest(request);
		}
		catch (InvalidUrlException unreadable) {
			return true;
		}
	}

}
