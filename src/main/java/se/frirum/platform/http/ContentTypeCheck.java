package se.frirum.platform.http;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import se.frirum.platform.graphql.Classification;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses content types with a wildcard, on which Spring fails before it finds a
/// handler.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class ContentTypeCheck extends OncePerRequestFilter {

	private static final ErrorAnswer WILDCARD = new ErrorAnswer(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
			Classification.BAD_REQUEST, "Say which type the content has.");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String type = request.getContentType();
		if (type != null && type.contains("*")) {
			WILDCARD.writeTo(response);
		}
		else {
			chain.doFilter(request, response);
		}
	}

}
