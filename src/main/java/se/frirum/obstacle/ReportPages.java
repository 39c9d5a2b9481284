package se.frirum.obstacle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.page.Change;
import se.frirum.platform.page.Links;
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

/// Reporting in four short steps, each of which keeps what was written: what is in the way,
/// which rule, whom it affects, and a last look. Between them, what others reported already.
@ConditionalOnWebApplication
@Controller
class ReportPages {

	private static final Links LINKS = new Links();

	private final Pages pages;

	private final Viewers viewers;

	ReportPages(Pages pages, Viewers viewers) {
		this.pages = pages;
		this.viewers = viewers;
	}

	@GetMapping("/report")
	String begin(@RequestParam Map<String, String> given, Model model) {
		if (!this.viewers.current().signedIn()) {
			throw new Refusal.NotSignedIn();
		}
		if (!this.pages.actForSomebody()) {
			return "nobody";
		}
		return first(given, UUID.randomUUID().toString(), model);
	}

	@PostMapping("/report")
	String begun(@RequestParam Map<String, String> form, Model model) {
		Map<String, Object> input = Variables.of(form, "idempotencyKey", "title", "description", "consequence", "kind")
			.with("submit", false)
			.list("blockedBy", rule(form.get("rule"), null))
			.all();
		Change change = this.pages.change("report-obstacle", input);
		if (change.accepted()) {
			return "redirect:" + step(change.row().text("id"), "rule");
		}
		model.addAttribute("problems", change.problems());
		return first(form, form.getOrDefault("idempotencyKey", ""), model);
	}

	/// The first step, beside the drafts that the organisation has begun.
	private String first(Map<String, String> form, String key, Model model) {
		Map<String, Object> drafts = Variables.none()
			.with("statuses", List.of(ObstacleStatus.DRAFT.name()))
			.with("organisation", this.viewers.current().organisation())
			.all();
		model.addAllAttributes(this.pages.read("find-obstacles", Map.of("filter", drafts, "first", 10)));
		model.addAttribute("key", key);
		model.addAttribute("written", form);
		return "obstacle/report-what";
	}

	@GetMapping("/report/{id}")
	String what(@PathVariable String id, Model model, RedirectAttributes flash) {
		return step("obstacle/report-what", id, model, flash);
	}

	@PostMapping("/report/{id}")
	String whatSaid(@PathVariable String id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
		return update(form, Variables.of(form, "title", "description", "kind").orNull("consequence", form), flash, "",
				"rule");
	}

	@GetMapping("/report/{id}/rule")
	String rule(@PathVariable String id, @RequestParam(defaultValue = "") String rule, Model model,
			RedirectAttributes flash) {
		model.addAttribute("rule", rule);
		if (!rule.isBlank()) {
			model.addAllAttributes(this.pages.read("find-rules", Map.of("text", rule)));
		}
		return step("obstacle/report-rule", id, model, flash);
	}

	@PostMapping("/report/{id}/rule")
	String ruleChosen(@PathVariable String id, @RequestParam Map<String, String> form, Model model,
			RedirectAttributes flash) {
		List<Map<String, Object>> rules = new ArrayList<>();
		for (Row rule : draft(id, model).rows("blockedBy")) {
			String target = rule.text("target");
			if (!target.equals(form.get("remove"))) {
				rules.addAll(rule(cited(rule), form.getOrDefault("how:" + target, rule.textOr("how", ""))));
			}
		}
		rules.addAll(rule(form.get("add"), null));
		if (form.containsKey("find")) {
			flash.addAttribute("rule", form.getOrDefault("rule", ""));
			if (rules.isEmpty()) {
				return "redirect:" + step(form, "rule");
			}
		}
		return update(form, Variables.none().with("blockedBy", rules).orEmpty("blockedBy"), flash, "rule",
				form.containsKey("go") ? "whom" : "rule");
	}

	/// The rule as an id: a target says its act by the number alone.
	private static String cited(Row rule) {
		String law = rule.row("law").orElseThrow().text("id");
		int place = rule.text("target").indexOf('#');
		return (place < 0) ? law : law + rule.text("target").substring(place);
	}

	private static List<Map<String, Object>> rule(@Nullable String citation, @Nullable String how) {
		return (citation == null || citation.isBlank()) ? List.of()
				: List.of(Variables.none().with("citation", citation).with("how", how).all());
	}

	@GetMapping("/report/{id}/whom")
	String whom(@PathVariable String id, Model model, RedirectAttributes flash) {
		return step("obstacle/report-whom", id, model, flash);
	}

	@PostMapping("/report/{id}/whom")
	String whomSaid(@RequestParam MultiValueMap<String, String> fields, RedirectAttributes flash) {
		Map<String, String> form = fields.toSingleValueMap();
		Map<String, Object> contact = Variables.none()
			.with("name", form.get("contactName"))
			.with("email", form.get("contactEmail"))
			.with("phone", form.get("contactPhone"))
			.all();
		return update(form,
				Variables.of(form, "mandate")
					.orNull("decision", form)
					.number("yearlyCost", form.get("yearlyCost"))
					.orNull("yearlyCost")
					.list("services", fields.get("service"))
					.orEmpty("services")
					.list("hinders", fields.get("hinders"))
					.orEmpty("hinders")
					.with("contact", contact)
					.orNull("contact"),
				flash, "whom", "preview");
	}

	@GetMapping("/report/{id}/preview")
	String preview(@PathVariable String id, Model model, RedirectAttributes flash) {
		return step("obstacle/report-preview", id, model, flash);
	}

	@PostMapping("/report/{id}/submit")
	String submit(@PathVariable String id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
		Change change = this.pages.change("submit-obstacle", subject(form));
		return change.then(flash, change.accepted() ? step(id, "receipt") : step(form, "preview"), "report.submitted");
	}

	@GetMapping("/report/{id}/receipt")
	String receipt(@PathVariable String id, Model model, RedirectAttributes flash) {
		Row handedIn = draft(id, model);
		boolean own = handedIn.row("reportedBy").orElseThrow().text("id").equals(this.viewers.current().organisation());
		return (own && handedIn.textOrNull("reference") != null) ? "obstacle/report-receipt"
				: toCase(handedIn, model, flash);
	}

	/// The page of a case that is not being written, which tells what was to be told
	/// here.
	private static String toCase(Row obstacle, Model model, RedirectAttributes flash) {
		for (String told : List.of("done", "problems", "refused")) {
			if (model.containsAttribute(told)) {
				flash.addFlashAttribute(told, model.getAttribute(told));
			}
		}
		return "redirect:" + LINKS.to(obstacle.text("id"));
	}

	/// Says that the organisation has an obstacle that stands there already, and throws
	/// the draft of the same away.
	@PostMapping("/report/{id}/endorse")
	String endorse(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		String other = form.getOrDefault("obstacle", "");
		Change endorsed = this.pages.change("endorse-obstacle", Map.of("id", other));
		if (endorsed.accepted()) {
			this.pages.change("discard-draft", subject(form));
		}
		return endorsed.then(flash, LINKS.to(other), "obstacle.endorsed");
	}

	@PostMapping("/report/{id}/discard")
	String discard(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages.change("discard-draft", subject(form)).then(flash, "/report", "report.discarded");
	}

	/// A step of a draft.
	private String step(String template, String id, Model model, RedirectAttributes flash) {
		Row draft = draft(id, model);
		if (!draft.texts("youMay").contains(ObstacleStep.UPDATE.name())) {
			return toCase(draft, model, flash);
		}
		model.addAttribute("written", draft.values());
		Map<String, Object> known = Variables.none()
			.with("title", draft.textOrNull("title"))
			.with("description", draft.textOrNull("description"))
			.with("citations", draft.rows("blockedBy").stream().map((rule) -> rule.text("target")).toList())
			.with("services", draft.rows("affects").stream().map((service) -> service.text("code")).toList())
			.all();
		model.addAllAttributes(this.pages.read("find-similar-obstacles", Map.of("input", known)));
		return template;
	}

	@SuppressWarnings("unchecked")
	private Row draft(String id, Model model) {
		model.addAllAttributes(this.pages.read("report-draft", Map.of("id", "obstacle:" + id), "obstacle"));
		return new Row((Map<String, Object>) Objects.requireNonNull(model.getAttribute("obstacle")));
	}

	private String update(Map<String, String> form, Variables changes, RedirectAttributes flash, String here,
			String next) {
		Map<String, Object> input = changes.with("id", form.get("id"))
			.number("expectedVersion", form.get("expectedVersion"))
			.all();
		Change change = this.pages.change("update-obstacle", input);
		return change.then(flash, step(form, change.accepted() ? next : here), "report.saved");
	}

	private static Map<String, Object> subject(Map<String, String> form) {
		return Variables.of(form, "id").number("expectedVersion", form.get("expectedVersion")).all();
	}

	private static String step(Map<String, String> form, String name) {
		return step(form.getOrDefault("id", ""), name);
	}

	private static String step(String id, String name) {
		String draft = id.replaceFirst("^obstacle:", "");
		return name.isEmpty() ? LINKS.path("report", draft) : LINKS.path("report", draft, name);
	}

}
