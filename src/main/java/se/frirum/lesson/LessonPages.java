package se.frirum.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.page.Change;
import se.frirum.platform.page.Links;
import se.frirum.platform.page.ListRequest;
import se.frirum.platform.page.Pages;
import se.frirum.platform.page.Variables;
import se.frirum.platform.security.Viewers;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Lessons to find, read, publish and take up.
@ConditionalOnWebApplication
@Controller
class LessonPages {

	private static final Links LINKS = new Links();

	private final Pages pages;

	private final Viewers viewers;

	LessonPages(Pages pages, Viewers viewers) {
		this.pages = pages;
		this.viewers = viewers;
	}

	@GetMapping("/lessons")
	String lessons(@RequestParam MultiValueMap<String, String> address, Model model) {
		Map<String, Object> filter = Variables
			.of(address.toSingleValueMap(), "text", "service", "value", "novelty", "evidence", "method", "country")
			.with("failed", (address.getFirst("failed") != null) ? true : null)
			.all();
		model.addAllAttributes(this.pages.read("lessons-page", ListRequest.of(address).with("filter", filter).all()));
		model.addAttribute("address", address);
		return "lesson/lessons";
	}

	@GetMapping("/lessons/{id}")
	String lesson(@PathVariable String id, Model model) {
		model.addAllAttributes(this.pages.read("lesson-page", Map.of("id", "lesson:" + id), "node"));
		return "lesson/lesson";
	}

	@GetMapping("/lessons/new")
	String write(@RequestParam Map<String, String> given, Model model) {
		if (!this.viewers.current().signedIn()) {
			throw new Refusal.NotSignedIn();
		}
		model.addAttribute("key", UUID.randomUUID().toString());
		model.addAttribute("trial", given.get("trial"));
		return "lesson/new-lesson";
	}

	@PostMapping("/lessons/new")
	String publish(@RequestParam MultiValueMap<String, String> form, RedirectAttributes flash) {
		Map<String, String> given = form.toSingleValueMap();
		Map<String, Object> lesson = Variables
			.of(given, "idempotencyKey", "title", "trial", "context", "whatWorked", "whatFailed", "conditions",
					"novelty", "evidence", "country")
			.list("values", form.get("value"))
			.list("services", form.get("service"))
			.list("methods", Arrays.asList(given.getOrDefault("methods", "").split("\\s*,\\s*")))
			.orEmpty("values")
			.all();
		List.of("title", "context").forEach((needed) -> lesson.putIfAbsent(needed, ""));
		Change change = this.pages.change("publish-lesson", lesson);
		return change.then(flash, change.accepted() ? LINKS.to(change.row().text("id")) : "/lessons/new",
				"lesson.published");
	}

	@PostMapping("/lessons/adopt")
	String adopt(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages.change("adopt-lesson", Variables.of(form, "id", "note").all())
			.then(flash, LINKS.to(form.getOrDefault("id", "")), "lesson.adopted");
	}

}
