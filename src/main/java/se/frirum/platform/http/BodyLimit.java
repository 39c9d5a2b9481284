package se.frirum.platform.http;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import se.frirum.platform.graphql.Classification;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses bodies over 1 MiB. One whose length isn't told beforehand is read, up to the
/// limit, before anything else sees the request.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimit extends OncePerRequestFilter {

	static final int LIMIT = 1024 * 1024;

	private static final ErrorAnswer TOO_LARGE = new ErrorAnswer(HttpStatus.CONTENT_TOO_LARGE,
			Classification.BAD_REQUEST, "At most 1 MiB can be sent at once.");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		long length = request.getContentLengthLong();
		if (length > LIMIT) {
			TOO_LARGE.writeTo(response);
		}
		else if (isForm(request)) {
			form(request, response, chain);
		}
		else if (length >= 0) {
			chain.doFilter(request, response);
		}
		else {
			byte[] body = request.getInputStream().readNBytes(LIMIT + 1);
			if (body.length > LIMIT) {
				TOO_LARGE.writeTo(response);
			}
			else {
				chain.doFilter(new ReadRequest(request, body), response);
			}
		}
	}

	private static boolean isForm(HttpServletRequest request) {
		String type = request.getContentType();
		return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
	}

	/// The container reads a form itself, within `max-http-form-post-size`, and fails
	/// where somebody asks for one of its fields.
	private static void form(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (InvalidParameterException refused) {
			if (refused.getErrorCode() != TOO_LARGE.status().value() || response.isCommitted()) {
				throw refused;
			}
			TOO_LARGE.writeTo(response);
		}
	}

}
