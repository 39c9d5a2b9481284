package se.frirum.platform.page;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Keeps what a form held that was refused, until the page that it leads to has shown it
/// again.
class RefusedForms implements HandlerInterceptor {

	static final String REFUSED = "refused";

	private final ObjectProvider<ThymeleafViewResolver> views;

	RefusedForms(ObjectProvider<ThymeleafViewResolver> views) {
		this.views = views;
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) throws Exception {
		Map<String, ?> kept = Objects.requireNonNullElse(RequestContextUtils.getInputFlashMap(request), Map.of());
		Map<String, Object> told = RequestContextUtils.getOutputFlashMap(request);
		if (!HttpMethod.POST.matches(request.getMethod())) {
			if (page != null && kept.get(REFUSED) instanceof RefusedForm refused) {
				refill(page, refused, request);
			}
		}
		else if (told.containsKey(Change.PROBLEMS)) {
			told.put(REFUSED, sent(request, told.get(Change.PROBLEMS)));
		}
		else if (page != null && page.getModel().containsKey(Change.PROBLEMS)) {
			refill(page, sent(request, page.getModel().get(Change.PROBLEMS)), request);
		}
	}

	private void refill(ModelAndView page, RefusedForm refused, HttpServletRequest request) throws Exception {
		String name = page.getViewName();
		if (name != null) {
			View view = Objects
				.requireNonNull(this.views.getObject().resolveViewName(name, RequestContextUtils.getLocale(request)));
			page.setView(refilled(view, refused));
		}
	}

	/// What an address asks for.
	static RefusedForm asked(HttpServletRequest request) {
		return new RefusedForm(request.getRequestURI(), fields(request), false, false);
	}

	private static RefusedForm sent(HttpServletRequest request, @Nullable Object problems) {
		boolean stale = problems instanceof List<?> all && all.stream()
			.anyMatch((each) -> each instanceof Map<?, ?> problem && "STALE".equals(problem.get("code")));
		return new RefusedForm(request.getRequestURI(), fields(request), stale, true);
	}

	private static Map<String, List<String>> fields(HttpServletRequest request) {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		request.getParameterMap().forEach((name, values) -> fields.put(name, Arrays.asList(values)));
		return fields;
	}

	private static View refilled(View view, RefusedForm refused) {
		return (model, request, response) -> {
			StringWriter html = new StringWriter();
			view.render(model, request, new HttpServletResponseWrapper(response) {
				@Override
				public PrintWriter getWriter() {
					return new PrintWriter(html);
				}
			});
			write(response, refused.in(html.toString()));
		};
	}

	private static void write(HttpServletResponse response, String html) throws IOException {
		response.getWriter().write(html);
	}

}
