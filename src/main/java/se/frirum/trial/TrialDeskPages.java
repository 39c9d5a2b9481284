package se.frirum.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.page.LastDay;
import se.frirum.platform.page.Links;
import se.frirum.platform.page.Pages;
import se.frirum.platform.page.Variables;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The desk of those who answer for trials: each thing that becomes of one, as a form.
@ConditionalOnWebApplication
@Controller
class TrialDeskPages {

	private static final Links LINKS = new Links();

	/// What a row of fields always says, since it is chosen from a list.
	private static final Set<String> CHOSEN = Set.of("perspective", "kind", "form");

	private final Pages pages;

	TrialDeskPages(Pages pages) {
		this.pages = pages;
	}

	@PostMapping("/trials/desk/participation")
	String decide(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return done("decide-participation",
				Variables
					.of(form, "id", "organisation", "status", "from", "decidedBy", "decision", "conditions", "reason")
					.with("until", LastDay.until(form.get("lastDay"))),
				form, "trial.decided", flash);
	}

	@PostMapping("/trials/desk/extension")
	String extend(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return done("extend-trial", versioned(form, "id", "by").with("until", LastDay.until(form.get("lastDay"))), form,
				"trial.extended", flash);
	}

	@PostMapping("/trials/desk/evaluation")
	String plan(@RequestParam MultiValueMap<String, String> fields, RedirectAttributes flash) {
		Map<String, String> form = fields.toSingleValueMap();
		return done("plan-evaluation",
				versioned(form, "id", "design", "question", "evaluator", "dueOn", "stopCriteria")
					.list("comparisonAreas", fields.get("comparison"))
					.with("indicators", rows(fields, "name", "perspective", "unit", "baseline", "target"))
					.orEmpty("indicators"),
				form, "trial.planned", flash);
	}

	@PostMapping("/trials/desk/measurement")
	String measure(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return done("record-measurement",
				cell(Variables.of(form, "id", "indicator", "area", "on", "note"), "value", form.get("value")), form,
				"trial.measured", flash);
	}

	@PostMapping("/trials/desk/outcome")
	String conclude(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return done("record-outcome", versioned(form, "id", "outcome", "on", "successor", "evaluation", "reason"), form,
				"trial.concluded", flash);
	}

	@PostMapping("/trials/desk/ruling")
	String rule(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return done("record-court-ruling", Variables.of(form, "id", "court", "caseNumber", "on"), form, "trial.ruled",
				flash);
	}

	@PostMapping("/trials/desk/support")
	String support(@RequestParam MultiValueMap<String, String> fields, RedirectAttributes flash) {
		Map<String, String> form = fields.toSingleValueMap();
		return done("record-trial-support", versioned(form, "id").with("partners", rows(fields, "name", "kind", "role"))
			.with("funding", rows(fields, "source", "form", "amount")), form, "trial.supported", flash);
	}

	private String done(String operation, Variables input, Map<String, String> form, String told,
			RedirectAttributes flash) {
		return this.pages.change(operation, input.all()).then(flash, LINKS.to(form.getOrDefault("id", "")), told);
	}

	private static Variables versioned(Map<String, String> form, String... names) {
		return Variables.of(form, names).number("expectedVersion", form.get("expectedVersion"));
	}

	/// The rows of a table of fields, but those in which nothing was written.
	private static List<Map<String, Object>> rows(MultiValueMap<String, String> fields, String... names) {
		List<Map<String, Object>> rows = new ArrayList<>();
		for (int row = 0; row < fields.getOrDefault(names[0], List.of()).size(); row++) {
			Variables values = Variables.none();
			for (String name : names) {
				List<String> column = fields.getOrDefault(name, List.of());
				cell(values, name, (row < column.size()) ? column.get(row) : null);
			}
			Map<String, Object> written = values.all();
			if (!CHOSEN.containsAll(written.keySet())) {
				written.putIfAbsent(names[0], "");
				rows.add(written);
			}
		}
		return rows;
	}

	/// A field as the API takes it.
	private static Variables cell(Variables row, String name, @Nullable String value) {
		return switch (name) {
			case "amount" -> row.number(name, value);
			case "baseline", "target", "value" -> row.with(name, decimal(value));
			default -> row.with(name, value);
		};
	}

	/// A number with a decimal comma or point; what is none is passed on for the API to
	/// refuse.
	private static Object decimal(@Nullable String value) {
		String plain = (value != null) ? value.replaceAll("[\\s\u00a0]", "").replace(',', '.') : "";
		return plain.matches("-?\\d{1,15}(\\.\\d{1,10})?") ? Double.valueOf(plain) : plain;
	}

}
