package se.frirum.area;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.page.Pages;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

/// An area's page: the rules that apply differently here and now, its trials, obstacles and
/// days not to be missed.
@ConditionalOnWebApplication
@Controller
class AreaPages {

	private static final int COUNTY = 2;

	private static final int DEADLINES = 10;

	private final Pages pages;

	private final Clock clock;

	AreaPages(Pages pages, Clock clock) {
		this.pages = pages;
		this.clock = clock;
	}

	@GetMapping("/areas")
	String areas(Model model) {
		model.addAttribute("places", this.pages.row("map", Map.of())
			.rows("municipalities")
			.stream()
			.collect(groupingBy((place) -> place.text("code").substring(0, COUNTY), mapping(Row::values, toList()))));
		return "area/areas";
	}

	/// The page of the area that somebody chose in a form.
	@GetMapping(path = "/areas", params = "code")
	String chosen(@RequestParam String code) {
		return "redirect:/areas" + (code.isBlank() ? "" : "/" + code.replaceAll("[^0-9A-Z]", ""));
	}

	@GetMapping("/areas/{code}")
	String area(@PathVariable String code, @RequestParam(required = false) @Nullable LocalDate on, Model model) {
		String today = LocalDate.now(this.clock).toString();
		String day = (on != null) ? on.toString() : today;
		Row answer = this.pages.found("area-page", Map.of("code", code, "on", day, "today", today), "area");
		Row calendar = this.pages.row("calendar", Map.of("area", code, "from", today, "first", DEADLINES));
		model.addAllAttributes(answer.values());
		model.addAttribute("deadlines", calendar.row("deadlines").orElseThrow().values());
		model.addAttribute("on", day);
		model.addAttribute("today", today);
		model.addAttribute("clauses", byClause(answer.rows("effectiveRules")));
		List<Row> holding = nodes(answer, "holding");
		Set<String> ids = holding.stream().map((trial) -> trial.text("id")).collect(toSet());
		model.addAttribute("holding", values(holding.stream()));
		model.addAttribute("elsewhere",
				values(Stream.concat(nodes(answer, "inForce").stream(), nodes(answer, "planned").stream())
					.filter((trial) -> !ids.contains(trial.text("id")))));
		return "area/area";
	}

	/// The rules that each clause changes.
	private static Collection<List<Map<String, Object>>> byClause(List<Row> rules) {
		return rules.stream()
			.collect(groupingBy((rule) -> rule.row("clause").orElseThrow().text("id"), LinkedHashMap::new,
					mapping(Row::values, toList())))
			.values();
	}

	private static List<Row> nodes(Row answer, String list) {
		return answer.row(list).orElseThrow().rows("nodes");
	}

	private static List<Map<String, Object>> values(Stream<Row> rows) {
		return rows.map(Row::values).toList();
	}

}
