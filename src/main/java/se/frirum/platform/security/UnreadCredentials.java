package se.frirum.platform.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses credentials of a kind that this server does not read, rather than answer as if
/// nobody had asked.
final class UnreadCredentials extends OncePerRequestFilter {

	private final Viewers viewers;

	private final AuthenticationEntryPoint refusal;

	UnreadCredentials(Viewers viewers, AuthenticationEntryPoint refusal) {
		this.viewers = viewers;
		this.refusal = refusal;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getHeader(HttpHeaders.AUTHORIZATION) != null && !this.viewers.current().signedIn()) {
			this.refusal.commence(request, response, new BadCredentialsException("These credentials are not read."));
		}
		else {
			chain.doFilter(request, response);
		}
	}

}
