package se.frirum.proposal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
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

/// Proposals to find, to read and to write, and what others say about them.
@ConditionalOnWebApplication
@Controller
class ProposalPages {

	private static final Links LINKS = new Links();

	private final Pages pages;

	private final WrittenCases written;

	private final Viewers viewers;

	ProposalPages(Pages pages, WrittenCases written, Viewers viewers) {
		this.pages = pages;
		this.written = written;
		this.viewers = viewers;
	}

	@GetMapping("/proposals")
	String proposals(@RequestParam MultiValueMap<String, String> address, Model model) {
		Map<String, Object> filter = Variables
			.of(address.toSingleValueMap(), "text", "kind", "law", "area", "responsible")
			.list("statuses", address.get("status"))
			.all();
		model.addAllAttributes(this.pages.read("proposals-page", ListRequest.of(address).with("filter", filter).all()));
		model.addAttribute("address", address);
		model.addAttribute("named", named(address.getFirst("responsible")));
		return "proposal/proposals";
	}

	/// The filter that no field of the form shows, by what it is called.
	private Map<String, String> named(@Nullable String responsible) {
		if (responsible == null || responsible.isBlank()) {
			return Map.of();
		}
		Row names = this.pages.row("filter-names",
				Map.of("organisation", responsible, "inProvision", false, "ofOrganisation", true));
		return Map.of("responsible",
				names.row("node").map((body) -> body.textOr("name", responsible)).orElse(responsible));
	}

	@GetMapping("/proposals/{id}")
	String proposal(@PathVariable String id, Model model) {
		model.addAllAttributes(this.pages.read("proposal-page",
				id.contains(":") ? Map.of("id", id) : Map.of("reference", id), "proposal"));
		return "proposal/proposal";
	}

	/// A proposal begun from an obstacle, or from a draft on the workbench.
	@GetMapping({ "/proposals/new", "/proposals/begin" })
	String write(@RequestParam MultiValueMap<String, String> given, Model model) {
		if (!this.viewers.current().signedIn()) {
			throw new Refusal.NotSignedIn();
		}
		if (!this.viewers.current().proposes()) {
			throw new Refusal.NotAllowed("Your role does not include proposing.");
		}
		if (!this.pages.actForSomebody()) {
			return "nobody";
		}
		return form(given, UUID.randomUUID().toString(), model);
	}

	/// The same from a draft that is too long for an address.
	@PostMapping("/proposals/begin")
	String begin(@RequestParam MultiValueMap<String, String> given, Model model) {
		return write(given, model);
	}

	@PostMapping("/proposals/new")
	String propose(@RequestParam MultiValueMap<String, String> fields, Model model, RedirectAttributes flash) {
		Map<String, String> form = fields.toSingleValueMap();
		ProposalForm proposed = ProposalForm.sent(this.written.addressed(fields), trial(fields), List.of());
		Change change = this.pages.change(proposed.trial() ? "propose-trial" : "propose-simplification",
				proposed.input()
					.with("idempotencyKey", form.get("idempotencyKey"))
					.with("submit", form.containsKey("submit"))
					.all());
		if (!change.accepted()) {
			model.addAttribute("problems", change.problems());
			return form(fields, form.getOrDefault("idempotencyKey", ""), model);
		}
		return change.then(flash, LINKS.to(change.row().text("id")), "proposal.written");
	}

	private static boolean trial(MultiValueMap<String, String> fields) {
		return ProposalKind.TRIAL.name().equals(fields.getFirst("kind"));
	}

	private String form(MultiValueMap<String, String> given, String key, Model model) {
		ProposalForm proposed = ProposalForm.sent(given, trial(given), List.of());
		List<Row> addressed = addressed(proposed.addresses());
		model.addAttribute("addressed", addressed.stream().map(Row::values).toList());
		boolean begun = addressed.isEmpty() || given.containsKey("citation");
		model.addAttribute("proposed", begun ? proposed : proposed.with(addressed.getFirst().rows("blockedBy")));
		model.addAttribute("key", key);
		return "proposal/new-proposal";
	}

	/// The obstacles of these that one may see, as many as a proposal addresses at most.
	private List<Row> addressed(List<String> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		List<String> some = ids.stream().limit(ProposalLinks.MOST_OBSTACLES).toList();
		return this.pages.row("addressed-obstacles", Map.of("ids", some))
			.row("obstacles")
			.orElseThrow()
			.rows("nodes")
			.stream()
			.sorted(Comparator.comparing((obstacle) -> some.indexOf(obstacle.text("id"))))
			.toList();
	}

	/// A draft, or what came back, to change.
	@GetMapping("/proposals/{id}/edit")
	String edit(@PathVariable String id, Model model) {
		if (!this.viewers.current().signedIn()) {
			throw new Refusal.NotSignedIn();
		}
		Row proposal = written(id);
		if (!proposal.texts("youMay").contains(ProposalStep.UPDATE.name())) {
			return "redirect:" + LINKS.to(proposal.text("id"));
		}
		model.addAttribute("proposal", proposal.values());
		model.addAttribute("addressed", proposal.rows("addresses").stream().map(Row::values).toList());
		model.addAttribute("proposed", ProposalForm.recorded(proposal));
		return "proposal/new-proposal";
	}

	@PostMapping("/proposals/{id}/edit")
	String save(@PathVariable String id, @RequestParam MultiValueMap<String, String> fields, RedirectAttributes flash) {
		Row proposal = written(id);
		ProposalForm recorded = ProposalForm.recorded(proposal);
		Map<String, Object> changed = ProposalForm
			.sent(this.written.addressed(fields), recorded.trial(), recorded.rules())
			.changed(recorded);
		changed.putAll(Variables.none()
			.with("id", proposal.text("id"))
			.number("expectedVersion", fields.getFirst("expectedVersion"))
			.all());
		Change change = this.pages.change("update-proposal", changed);
		String page = LINKS.to(proposal.text("id"));
		return change.then(flash, change.accepted() ? page : page + "/edit", "proposal.written");
	}

	private Row written(String id) {
		return this.pages
			.found("proposal-draft", id.contains(":") ? Map.of("id", id) : Map.of("reference", id), "proposal")
			.row("proposal")
			.orElseThrow();
	}

	@PostMapping("/proposals/submit")
	String submit(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages
			.change("submit-proposal",
					Variables.of(form, "id", "reason").number("expectedVersion", form.get("expectedVersion")).all())
			.then(flash, LINKS.to(form.getOrDefault("id", "")), "proposal.submitted");
	}

	/// What its proposer decides about it.
	@PostMapping("/proposals/decide")
	String decide(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages
			.change("review-proposal",
					Variables.of(form, "id", "decision", "reason")
						.number("expectedVersion", form.get("expectedVersion"))
						.with("supersededBy", this.written.successor(form))
						.all())
			.then(flash, LINKS.to(form.getOrDefault("id", "")), "proposal.decided");
	}

	@PostMapping("/proposals/opinion")
	String opinion(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages
			.change("give-opinion", Variables.of(form, "id", "stance", "text", "mandate", "decision").all())
			.then(flash, LINKS.to(form.getOrDefault("id", "")), "proposal.opinionGiven");
	}

	@PostMapping("/proposals/reconsider")
	String reconsider(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages
			.change("request-reconsideration",
					Variables.of(form, "id", "grounds").number("expectedVersion", form.get("expectedVersion")).all())
			.then(flash, LINKS.to(form.getOrDefault("id", "")), "proposal.reconsidered");
	}

}
