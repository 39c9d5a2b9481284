package se.frirum.law;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.page.ListRequest;
import se.frirum.platform.page.Pages;
import se.frirum.platform.page.Variables;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import static org.springframework.http.HttpStatus.NOT_FOUND;

/// Acts and their sections to read: on a day, with what leans on them and who meets them.
@ConditionalOnWebApplication
@Controller
class LawPages {

	private final Pages pages;

	private final Clock clock;

	LawPages(Pages pages, Clock clock) {
		this.pages = pages;
		this.clock = clock;
	}

	@GetMapping("/laws")
	String laws(@RequestParam MultiValueMap<String, String> address, Model model) {
		Map<String, Object> filter = Variables.of(address.toSingleValueMap(), "text", "inForceOn")
			.list("kinds", address.get("kind"))
			.with("trialLegislation", (address.getFirst("trialLegislation") != null) ? true : null)
			.all();
		model.addAllAttributes(this.pages.read("laws-page",
				ListRequest.of(address)
					.with("filter", filter)
					.with("orderBy", filter.containsKey("text") ? null : "MOST_CITED")
					.all()));
		model.addAttribute("address", address);
		return "law/laws";
	}

	@GetMapping("/laws/{designation}")
	String law(@PathVariable String designation, @RequestParam(required = false) @Nullable String chapter,
			@RequestParam(required = false) @Nullable String after,
			@RequestParam(required = false) @Nullable LocalDate on, Model model) {
		LocalDate day = (on != null) ? on : LocalDate.now(this.clock);
		String act = designation(designation).designation();
		model.addAllAttributes(this.pages.read("law-page",
				Variables.none()
					.with("designation", act)
					.with("chapter", chapter)
					.with("after", after)
					.with("on", day.toString())
					.all(),
				"law"));
		model.addAttribute("chapter", chapter);
		model.addAttribute("on", day.toString());
		model.addAttribute("chosen", on);
		return "law/law";
	}

	@GetMapping("/laws/{designation}/{place}")
	String provision(@PathVariable String designation, @PathVariable String place,
			@RequestParam(required = false) @Nullable LocalDate on, Model model) {
		LocalDate day = (on != null) ? on : LocalDate.now(this.clock);
		model.addAttribute("on", day.toString());
		model.addAllAttributes(this.pages.read("provision-page",
				Map.of("citation", designation(designation).value() + "#" + place, "on", day.toString()), "provision"));
		return "law/provision";
	}

	private static LawId designation(String written) {
		return LawId.parse(written).orElseThrow(() -> new ResponseStatusException(NOT_FOUND));
	}

}
