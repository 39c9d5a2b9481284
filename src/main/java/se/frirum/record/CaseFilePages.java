package se.frirum.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.graphql.Operations;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.graphql.RequestContext;
import se.frirum.platform.security.Viewers;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

/// A case file as one page to print, and as JSON to file.
@ConditionalOnWebApplication
@Controller
class CaseFilePages {

	/// What comes in pages.
	private static final List<String> LISTS = List.of("endorsements", "opinions");

	private final Operations operations;

	private final Viewers viewers;

	CaseFilePages(Operations operations, Viewers viewers) {
		this.operations = operations;
		this.viewers = viewers;
	}

	@GetMapping(path = "/case-files/{id}", produces = MediaType.TEXT_HTML_VALUE)
	String page(@PathVariable String id, Model model) {
		model.addAttribute("file", file(id));
		return "record/case-file";
	}

	@GetMapping(path = "/case-files/{id}.json", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	ResponseEntity<Object> json(@PathVariable String id) {
		return ResponseEntity.ok(file(id));
	}

	private Map<String, Object> file(String id) {
		RequestContext context = this.operations.starting(this.viewers.current());
		try {
			return whole(variables(id, context), context);
		}
		catch (Refusal.TimedOut | Refusal.Unavailable later) {
			throw new ResponseStatusException(SERVICE_UNAVAILABLE,
					"This takes too long just now. Try again in a moment.", later);
		}
	}

	private Map<String, Object> whole(Map<String, Object> variables, RequestContext context) {
		Map<String, Object> file = read("case-file", variables, context);
		LISTS.forEach((list) -> part(file, list).ifPresent((page) -> addRest(variables, list, page, context)));
		return file;
	}

	/// Says which kind of case it is, so that only what such a case has is read.
	private Map<String, Object> variables(String id, RequestContext context) {
		Row kind = new Row(read("case-kind", Map.of("id", id), context)).row("subject").orElseThrow();
		boolean reported = kind.text("__typename").equals("Obstacle");
		return Map.of("id", id, "reported", reported, "proposed", !reported);
	}

	/// Adds the pages that follow, each read with the file as it is then.
	private void addRest(Map<String, Object> variables, String list, Map<String, Object> page, RequestContext context) {
		List<Object> nodes = new ArrayList<>();
		Optional<Map<String, Object>> next = Optional.of(page);
		while (next.isPresent()) {
			nodes.addAll((List<?>) Objects.requireNonNull(next.get().get("nodes")));
			next = cursor(next.get()).flatMap((cursor) -> part(after(cursor, list, variables, context), list));
		}
		page.put("nodes", nodes);
		page.remove("pageInfo");
	}

	private Map<String, Object> after(String cursor, String list, Map<String, Object> variables,
			RequestContext context) {
		Map<String, Object> next = new HashMap<>(variables);
		next.put(list + "After", cursor);
		return read("case-file", next, context);
	}

	private static Optional<String> cursor(Map<String, Object> page) {
		Row info = new Row(page).row("pageInfo").orElseThrow();
		return info.is("hasNextPage") ? Optional.of(info.text("endCursor")) : Optional.empty();
	}

	@SuppressWarnings("unchecked")
	private static Optional<Map<String, Object>> part(Map<String, Object> file, String list) {
		Map<String, Object> subject = (Map<String, Object>) Objects.requireNonNull(file.get("subject"));
		return Optional.ofNullable((Map<String, Object>) subject.get(list));
	}

	@SuppressWarnings("unchecked")
	private Map<String, Object> read(String operation, Map<String, Object> variables, RequestContext context) {
		Map<String, @Nullable Object> answer = this.operations.run(operation, variables, context);
		Object file = answer.get("caseFile");
		if (file == null) {
			throw new ResponseStatusException(NOT_FOUND, "There is no such case, or none that you may see.");
		}
		return (Map<String, Object>) file;
	}

}
