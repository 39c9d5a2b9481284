package se.frirum.record;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.graphql.Operations;
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

/// A case file as one page to print, and as JSON to file.
@ConditionalOnWebApplication
@Controller
class CaseFilePages {

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

	private Object file(String id) {
		Map<String, @Nullable Object> answer = this.operations.run("case-file", Map.of("id", id),
				this.viewers.current());
		Object file = answer.get("caseFile");
		if (file == null) {
			throw new ResponseStatusException(NOT_FOUND, "There is no such case, or none that you may see.");
		}
		return file;
	}

}
