package se.frirum.platform.http;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import se.frirum.platform.graphql.Classification;

import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/// Answers whoever sent credentials that let nobody in.
@Component
class Unauthenticated implements AuthenticationEntryPoint {

	private static final ErrorAnswer WRONG = new ErrorAnswer(HttpStatus.UNAUTHORIZED, Classification.UNAUTHORIZED,
			"You could not be signed in: the credentials are wrong, out of date, or not for this server.");

	private static final ErrorAnswer UNKNOWABLE = new ErrorAnswer(HttpStatus.SERVICE_UNAVAILABLE,
			Classification.UNAVAILABLE, "Accounts can't be checked just now. Try again in a moment.");

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException {
		boolean serviceAway = failure instanceof AuthenticationServiceException
				|| failure.getCause() instanceof AuthenticationServiceException;
		(serviceAway ? UNKNOWABLE : WRONG).writeTo(response);
	}

}
