package se.frirum.proposal;

import java.util.List;
import java.util.Map;

import se.frirum.obstacle.AlikeCases;
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

/// The desk of those who answer: what waits, a case beside its law and its likes, and each
/// decision as a form.
@ConditionalOnWebApplication
@Controller
class ReviewPages {

	private static final Links LINKS = new Links();

	private static final String NONE_CHOSEN = "Choose the case that goes on, or write its reference.";

	private static final String UNKNOWN = "There is no such case. Write its reference, like 'H-2026-0012', or its page's address.";

	private final Pages pages;

	private final WrittenCases written;

	private final AlikeCases alike;

	private final Viewers viewers;

	ReviewPages(Pages pages, WrittenCases written, AlikeCases alike, Viewers viewers) {
		this.pages = pages;
		this.written = written;
		this.alike = alike;
		this.viewers = viewers;
	}

	@GetMapping("/review")
	String queue(@RequestParam MultiValueMap<String, String> address, Model model) {
		Map<String, Object> filter = Variables.of(address.toSingleValueMap(), "responsible")
			.with("overdue", (address.getFirst("overdue") != null) ? true : null)
			.all();
		model.addAllAttributes(this.pages.read("review-queue", ListRequest.of(address).with("filter", filter).all()));
		model.addAttribute("address", address);
		return "proposal/review-queue";
	}

	@GetMapping("/review/{id}")
	String item(@PathVariable String id, Model model) {
		if (!this.viewers.current().signedIn()) {
			throw new Refusal.NotSignedIn();
		}
		if (!this.viewers.current().reviews()) {
			throw new Refusal.NotAllowed("This page is for those who review.");
		}
		return id.startsWith("obstacle:") ? obstacle(id, model) : proposal(id, model);
	}

	private String obstacle(String id, Model model) {
		Row answer = this.pages.found("obstacle-page", Map.of("id", id), "obstacle");
		model.addAllAttributes(answer.values());
		model.addAllAttributes(this.alike.to(answer.row("obstacle").orElseThrow()));
		return "proposal/review-obstacle";
	}

	private String proposal(String id, Model model) {
		model.addAllAttributes(this.pages.read("proposal-page", Map.of("id", id), "proposal"));
		return "proposal/review-proposal";
	}

	@PostMapping("/review/obstacle")
	String decideObstacle(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		Variables input = versioned(form, "id", "decision", "reason", "closure", "responsible").with("guidance",
				Variables.none().with("text", form.get("guidance")).with("source", form.get("source")).all());
		if (form.containsKey("publishes")) {
			input.ticked("publish", form.get("publish"));
		}
		return this.pages.change("review-obstacle", input.all()).then(flash, page(form), "review.decided");
	}

	@PostMapping("/review/merge")
	String merge(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		String other = form.getOrDefault("other", "");
		String into = other.isBlank() ? form.getOrDefault("into", "") : this.written.obstacle(other).orElse("");
		Change change = into.isEmpty()
				? new Change(null, List.of(Map.of("message", other.isBlank() ? NONE_CHOSEN : UNKNOWN))) : this.pages
					.change("merge-obstacles", Variables.of(form, "duplicate", "reason").with("into", into).all());
		return change.then(flash, LINKS.path("review", form.getOrDefault("duplicate", "")), "review.merged");
	}

	@PostMapping("/review/split")
	String split(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages.change("split-obstacle", versioned(form, "id", "reason").all())
			.then(flash, page(form), "review.split");
	}

	@PostMapping("/review/proposal")
	String decideProposal(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages
			.change("review-proposal",
					versioned(form, "id", "decision", "reason", "route")
						.with("supersededBy", this.written.successor(form))
						.all())
			.then(flash, page(form), "review.decided");
	}

	@PostMapping("/review/assessment")
	String assess(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages
			.change("assess-consequences",
					versioned(form, "id", "problem", "zeroOption", "alternatives", "costsState", "costsMunicipalities",
							"costsRegions", "effectsIndividuals", "effectsCompanies", "selfGovernment", "euLaw",
							"financing")
						.all())
			.then(flash, page(form), "review.assessed");
	}

	@PostMapping("/review/step")
	String step(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages
			.change("record-legislative-step", Variables.of(form, "id", "stage", "on", "document", "respondBy").all())
			.then(flash, page(form), "review.stepRecorded");
	}

	@PostMapping("/review/assign")
	String assign(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages.change("assign-case", versioned(form, "id").all()).then(flash, page(form), "review.assigned");
	}

	@PostMapping("/review/mask")
	String mask(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages.change("redact", versioned(form, "id", "passage", "reason").all())
			.then(flash, maskedPage(form), "review.masked");
	}

	/// Trials and lessons are masked on their own pages: nothing of them is decided here.
	private static String maskedPage(Map<String, String> form) {
		String id = form.getOrDefault("id", "");
		return (id.startsWith("trial:") || id.startsWith("lesson:")) ? LINKS.to(id) : page(form);
	}

	private static Variables versioned(Map<String, String> form, String... names) {
		return Variables.of(form, names).number("expectedVersion", form.get("expectedVersion"));
	}

	private static String page(Map<String, String> form) {
		return LINKS.path("review", form.getOrDefault("id", ""));
	}

}
