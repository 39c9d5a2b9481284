package se.frirum.platform.page;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.language.Words;
import se.frirum.platform.security.Viewer;
import se.frirum.platform.security.Viewers;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// What every template has at hand, and what becomes of a page that gets no answer.
@ConditionalOnWebApplication
@ControllerAdvice
class PageAdvice {

	private static final Links LINKS = new Links();

	private static final int LONGEST_QUOTE = 60;

	private final Viewers viewers;

	private final Choices choices;

	PageAdvice(Viewers viewers, Choices choices) {
		this.viewers = viewers;
		this.choices = choices;
	}

	@ModelAttribute("viewer")
	Viewer viewer() {
		return this.viewers.current();
	}

	@ModelAttribute("words")
	Words words(Locale language) {
		return Words.in(language);
	}

	@ModelAttribute("choices")
	Choices choices() {
		return this.choices;
	}

	@ModelAttribute("links")
	Links links() {
		return LINKS;
	}

	/// Where one is, to come back to after signing in.
	@ModelAttribute("here")
	String here(HttpServletRequest request) {
		String query = request.getQueryString();
		return request.getRequestURI() + ((query != null) ? "?" + query : "");
	}

	/// The same page in the other language; null where it shows what was sent in a form,
	/// which no address holds.
	@ModelAttribute("inOtherLanguage")
	@Nullable String inOtherLanguage(Locale language, HttpServletRequest request) {
		if (HttpMethod.POST.matches(request.getMethod())) {
			return null;
		}
		String rest = Stream.of(Objects.requireNonNullElse(request.getQueryString(), "").split("&"))
			.filter((part) -> !part.isEmpty() && !part.startsWith("language="))
			.map((part) -> part + "&")
			.collect(Collectors.joining());
		return "%s?%slanguage=%s".formatted(request.getRequestURI(), rest,
				(Words.in(language) == Words.SWEDISH) ? "en" : "sv");
	}

	@ExceptionHandler
	void unread(MethodArgumentTypeMismatchException part, HandlerMethod page, HttpServletRequest request,
			HttpServletResponse response) throws IOException, ServletException {
		String written = StringUtils.truncate(String.valueOf(part.getValue()), LONGEST_QUOTE);
		refused(new Refusal.BadRequest("'%s' can't be read. Choose or write another.".formatted(written)), page,
				request, response);
	}

	@ExceptionHandler
	void refused(Refusal refusal, HandlerMethod page, HttpServletRequest request, HttpServletResponse response)
			throws IOException, ServletException {
		switch (refusal) {
			case Refusal.NotSignedIn _ -> response.sendRedirect("/login?next=" + URLEncoder
				.encode(HttpMethod.GET.matches(request.getMethod()) ? here(request) : "/", StandardCharsets.UTF_8));
			case Refusal.NotAllowed no -> response.sendError(HttpStatus.FORBIDDEN.value(), no.getMessage());
			case Refusal.BadRequest bad when RefusedAddress.hasPage(request, page) ->
				RefusedAddress.of(request, String.valueOf(bad.getMessage())).forward(request, response);
			case Refusal.BadRequest bad -> response.sendError(HttpStatus.BAD_REQUEST.value(), bad.getMessage());
			case Refusal.TimedOut _, Refusal.Busy _, Refusal.Unavailable _ -> response.sendError(
					HttpStatus.SERVICE_UNAVAILABLE.value(), "This takes too long just now. Try again in a moment.");
		}
	}

}
