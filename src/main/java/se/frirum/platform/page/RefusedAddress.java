package se.frirum.platform.page;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;

/// An address that asks for what can't be read: answered by the page without what was
/// asked, whose form holds what was written and says what is wrong with it.
///
/// @param form what was asked, as the page's form
/// @param problem what is wrong
record RefusedAddress(RefusedForm form, Map<String, Object> problem) {

	static RefusedAddress of(HttpServletRequest request, String message) {
		RefusedForm form = RefusedForms.sent(request, null);
		return new RefusedAddress(form, problem(form.sent(), message));
	}

	/// A problem is with the field whose value it repeats.
	private static Map<String, Object> problem(Map<String, List<String>> asked, String message) {
		return asked.entrySet()
			.stream()
			.filter((field) -> field.getValue()
				.stream()
				.anyMatch((value) -> message.contains("'" + value.strip() + "'")))
			.findFirst()
			.map((field) -> Map.<String, Object>of("message", message, "path", List.of(field.getKey())))
			.orElseGet(() -> Map.of("message", message));
	}

	/// Whether a page is there without what was asked.
	static boolean hasPage(HttpServletRequest request, HandlerMethod handler) {
		return HttpMethod.GET.matches(request.getMethod()) && !request.getParameterMap().isEmpty()
				&& handler.getReturnType().getParameterType() == String.class;
	}

	void forward(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
		response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
		request.setAttribute(DispatcherServlet.INPUT_FLASH_MAP_ATTRIBUTE,
				Map.of(Change.PROBLEMS, List.of(this.problem), RefusedForms.REFUSED, this.form));
		request.getRequestDispatcher(request.getRequestURI()).forward(new Unasked(request), response);
	}

	/// The request as though nothing had been asked.
	private static final class Unasked extends HttpServletRequestWrapper {

		Unasked(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getParameter(String name) {
			return null;
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			return Map.of();
		}

		@Override
		public Enumeration<String> getParameterNames() {
			return Collections.emptyEnumeration();
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			return null;
		}

	}

}
