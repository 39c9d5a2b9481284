package se.frirum.platform.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// A demo account's session counts only for requests from this machine, as its password
/// does.
final class LocalSessions extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!Caller.of(request).local()) {
			SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
		}
		chain.doFilter(request, response);
	}

}
