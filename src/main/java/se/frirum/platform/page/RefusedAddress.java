package se.frirum.platform.page;

import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;

/// An address that asks for what can't be read: answered by the page without that, whose
/// form holds what was written and says what is wrong with it.
///
/// @param form what was asked, as the page's form
/// @param problems what is wrong
/// @param unread what the page is shown without; empty for all that was asked
record RefusedAddress(RefusedForm form, List<Map<String, Object>> problems, Optional<String> unread) {

	private static final String BEFORE = RefusedAddress.class.getName();

	private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");

	static RefusedAddress of(HttpServletRequest request, String message) {
		if (request.getAttribute(BEFORE) instanceof RefusedAddress before) {
			return new RefusedAddress(before.form,
					Stream.concat(before.problems.stream(), Stream.of(problem(before.form, message)))
						.distinct()
						.toList(),
					Optional.empty());
		}
		RefusedForm form = RefusedForms.asked(request);
		return new RefusedAddress(form, List.of(problem(form, message)), field(form, message));
	}

	private static Map<String, Object> problem(RefusedForm form, String message) {
		return field(form, message).map((field) -> Map.<String, Object>of("message", message, "path", List.of(field)))
			.orElseGet(() -> Map.of("message", message));
	}

	/// A problem is with the field whose value it repeats first.
	private static Optional<String> field(RefusedForm form, String message) {
		return form.sent()
			.keySet()
			.stream()
			.filter((name) -> NAME.matcher(name).matches() && place(form, name, message) >= 0)
			.min(Comparator.comparingInt((name) -> place(form, name, message)));
	}

	private static int place(RefusedForm form, String name, String message) {
		return form.sent()
			.getOrDefault(name, List.of())
			.stream()
			.mapToInt((value) -> message.indexOf("'" + value.strip() + "'"))
			.filter((place) -> place >= 0)
			.min()
			.orElse(-1);
	}

	/// Whether a page is there without what was asked.
	static boolean hasPage(HttpServletRequest request, HandlerMethod handler) {
		return HttpMethod.GET.matches(request.getMethod()) && !request.getParameterMap().isEmpty()
				&& handler.getReturnType().getParameterType() == String.class;
	}

	void forward(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
		response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
		request.setAttribute(BEFORE, this);
		request.setAttribute(DispatcherServlet.INPUT_FLASH_MAP_ATTRIBUTE,
				Map.of(Change.PROBLEMS, told(), RefusedForms.REFUSED, this.form));
		request.getRequestDispatcher(request.getRequestURI()).forward(new Unasked(request, this.unread), response);
	}

	private List<Map<String, Object>> told() {
		Map<String, Object> without = Map.of("message", "What is shown below is without this choice.");
		return Stream.concat(this.problems.stream(), Stream.of(without)).toList();
	}

	/// The request as though something had not been asked.
	private static final class Unasked extends HttpServletRequestWrapper {

		private final Map<String, String[]> asked;

		Unasked(HttpServletRequest request, Optional<String> unread) {
			super(request);
			this.asked = new LinkedHashMap<>(unread.isPresent() ? request.getParameterMap() : Map.of());
			unread.ifPresent(this.asked::remove);
		}

		@Override
		public @Nullable String getParameter(String name) {
			String[] values = this.asked.get(name);
			return (values != null) ? values[0] : null;
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			return Collections.unmodifiableMap(this.asked);
		}

		@Override
		public Enumeration<String> getParameterNames() {
			return Collections.enumeration(this.asked.keySet());
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			return this.asked.get(name);
		}

	}

}
