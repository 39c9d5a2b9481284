package se.frirum.trial;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.page.Choices;
import se.frirum.platform.page.LastDay;
import se.frirum.platform.page.Links;
import se.frirum.platform.page.ListRequest;
import se.frirum.platform.page.Pages;
import se.frirum.platform.page.Variables;
import se.frirum.platform.security.Viewer;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Trials to find and to read, and what those who take part do with them.
@ConditionalOnWebApplication
@Controller
class TrialPages {

	private static final Links LINKS = new Links();

	private final Pages pages;

	private final Choices choices;

	private final Clock clock;

	TrialPages(Pages pages, Choices choices, Clock clock) {
		this.pages = pages;
		this.choices = choices;
		this.clock = clock;
	}

	@GetMapping("/trials")
	String trials(@RequestParam MultiValueMap<String, String> address,
			@RequestParam(required = false) @Nullable LocalDate on, Model model) {
		Map<String, Object> filter = Variables
			.of(address.toSingleValueMap(), "text", "state", "on", "area", "service", "law", "outcome")
			.with("includeUnknown", (address.getFirst("includeUnknown") != null) ? true : null)
			.all();
		LocalDate today = LocalDate.now(this.clock);
		LocalDate day = (on != null) ? on : today;
		Map<String, @Nullable Object> answer = this.pages.read("trials-page",
				ListRequest.of(address).with("filter", filter).with("on", day.toString()).all());
		model.addAllAttributes(answer);
		model.addAttribute("address", address);
		List<Row> trials = row(answer, "trials").rows("nodes");
		model.addAttribute("line", Timeline.of(trials, today));
		model.addAttribute("on", day.toString());
		List<Row> somewhere = trials.stream().filter((trial) -> !CountryMap.isEverywhere(trial, day)).toList();
		model.addAttribute("everywhere", trials.size() - somewhere.size());
		model.addAttribute("places", CountryMap.of(somewhere, this.choices.counties(), day));
		return "trial/trials";
	}

	@GetMapping("/trials/{id}")
	String trial(@PathVariable String id, @ModelAttribute(name = "viewer", binding = false) Viewer viewer,
			Model model) {
		Row answer = this.pages.found("trial-page",
				id.startsWith("T-") ? Map.of("reference", id) : Map.of("id", "trial:" + id), "trial");
		Row trial = answer.row("trial").orElseThrow();
		model.addAllAttributes(answer.values());
		model.addAttribute("own",
				OwnPart.of(trial, answer.row("account").flatMap((account) -> account.row("organisation")), viewer,
						LocalDate.now(this.clock)));
		model.addAttribute("line",
				Timeline.of(Stream.of(List.of(trial), trial.rows("clauses"), trial.rows("participants"))
					.flatMap(List::stream)
					.toList(), LocalDate.now(this.clock)));
		return "trial/trial";
	}

	@SuppressWarnings("unchecked")
	private static Row row(Map<String, @Nullable Object> answer, String field) {
		return new Row((Map<String, Object>) Objects.requireNonNull(answer.get(field)));
	}

	@PostMapping("/trials/join")
	String join(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages.change("join-trial", Variables.of(form, "id", "status", "from", "decision").all())
			.then(flash, LINKS.to(form.getOrDefault("id", "")), "trial.joined");
	}

	@PostMapping("/trials/leave")
	String leave(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages
			.change("leave-trial",
					Variables.of(form, "id", "reason").with("on", LastDay.until(form.get("lastDay"))).all())
			.then(flash, LINKS.to(form.getOrDefault("id", "")), "trial.left");
	}

}
