package se.frirum.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.page.LastDay;
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

/// Proposals to find, to read and to write, and what others say about them.
@ConditionalOnWebApplication
@Controller
class ProposalPages {

	private static final Links LINKS = new Links();

	private final Pages pages;

	private final Viewers viewers;

	ProposalPages(Pages pages, Viewers viewers) {
		this.pages = pages;
		this.viewers = viewers;
	}

	@GetMapping("/proposals")
	String proposals(@RequestParam MultiValueMap<String, String> address, Model model) {
		Map<String, Object> filter = Variables
			.of(address.toSingleValueMap(), "text", "kind", "law", "area", "responsible")
			.list("statuses", address.get("status"))
			.all();
		model.addAllAttributes(this.pages.read("proposals-page",
				Variables.none()
					.with("filter", filter)
					.with("first", ListRequest.ROWS)
					.with("after", address.getFirst("after"))
					.all()));
		model.addAttribute("address", address);
		return "proposal/proposals";
	}

	@GetMapping("/proposals/{id}")
	String proposal(@PathVariable String id, Model model) {
		model.addAllAttributes(this.pages.read("proposal-page",
				id.contains(":") ? Map.of("id", id) : Map.of("reference", id), "proposal"));
		return "proposal/proposal";
	}

	/// A proposal begun from an obstacle, or from a draft on the workbench.
	@GetMapping("/proposals/new")
	String write(@RequestParam MultiValueMap<String, String> given, Model model) {
		if (!this.viewers.current().signedIn()) {
			throw new Refusal.NotSignedIn();
		}
		return form(given, UUID.randomUUID().toString(), model);
	}

	@PostMapping("/proposals/new")
	String propose(@RequestParam MultiValueMap<String, String> fields, Model model, RedirectAttributes flash) {
		Map<String, String> form = fields.toSingleValueMap();
		boolean trial = ProposalKind.TRIAL.name().equals(form.get("kind"));
		Variables input = Variables.of(form, "idempotencyKey", "title", "rationale")
			.with("submit", form.containsKey("submit"))
			.list("addresses", fields.get("addresses"))
			.orEmpty("addresses")
			.with("changes", changes(fields))
			.orEmpty("changes");
		if (trial) {
			input.with("from", form.get("from"))
				.with("until", LastDay.until(form.get("lastDay")))
				.number("durationMonths", form.get("durationMonths"))
				.list("areas", fields.get("area"))
				.orEmpty("areas");
		}
		Change change = this.pages.change(trial ? "propose-trial" : "propose-simplification", input.all());
		if (!change.accepted()) {
			model.addAttribute("problems", change.problems());
			return form(fields, form.getOrDefault("idempotencyKey", ""), model);
		}
		return change.then(flash, LINKS.to(change.row().text("id")), "proposal.written", form);
	}

	private String form(MultiValueMap<String, String> given, String key, Model model) {
		List<Object> addressed = new ArrayList<>();
		for (String id : given.getOrDefault("addresses", List.of())) {
			addressed.add(this.pages.read("report-draft", Map.of("id", id), "obstacle").get("obstacle"));
		}
		model.addAttribute("addressed", addressed);
		model.addAttribute("address", given);
		model.addAttribute("form", given.toSingleValueMap());
		model.addAttribute("key", key);
		return "proposal/new-proposal";
	}

	private static List<Map<String, Object>> changes(MultiValueMap<String, String> fields) {
		List<Map<String, Object>> changes = new ArrayList<>();
		List<String> citations = fields.getOrDefault("citation", List.of());
		for (int row = 0; row < citations.size(); row++) {
			if (!citations.get(row).isBlank()) {
				changes.add(Variables.none()
					.with("citation", citations.get(row))
					.with("change", cell(fields, "change", row))
					.with("wording", cell(fields, "wording", row))
					.all());
			}
		}
		return changes;
	}

	private static @Nullable String cell(MultiValueMap<String, String> fields, String name, int row) {
		List<String> column = fields.getOrDefault(name, List.of());
		return (row < column.size()) ? column.get(row) : null;
	}

	@PostMapping("/proposals/submit")
	String submit(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages
			.change("submit-proposal",
					Variables.of(form, "id", "reason").number("expectedVersion", form.get("expectedVersion")).all())
			.then(flash, LINKS.to(form.getOrDefault("id", "")), "proposal.submitted", form);
	}

	@PostMapping("/proposals/opinion")
	String opinion(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages
			.change("give-opinion", Variables.of(form, "id", "stance", "text", "mandate", "decision").all())
			.then(flash, LINKS.to(form.getOrDefault("id", "")), "proposal.opinionGiven", form);
	}

	@PostMapping("/proposals/reconsider")
	String reconsider(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages
			.change("request-reconsideration",
					Variables.of(form, "id", "grounds").number("expectedVersion", form.get("expectedVersion")).all())
			.then(flash, LINKS.to(form.getOrDefault("id", "")), "proposal.reconsidered", form);
	}

}
