package se.frirum.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.page.Choices;
import se.frirum.platform.page.Pages;
import se.frirum.trial.CountryMap;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where everybody begins.
@ConditionalOnWebApplication
@Controller
class StartPages {

	private static final int NEWS = 8;

	/// Entries that tell others little.
	private static final Pattern CLERICAL = Pattern
		.compile("OBSTACLE_(MET|REGISTERED)|.+_(DRAFTED|DISCARDED|UPDATED|ASSIGNED|REDACTED|ERASED)");

	private final Pages pages;

	private final Choices choices;

	private final Clock clock;

	StartPages(Pages pages, Choices choices, Clock clock) {
		this.pages = pages;
		this.choices = choices;
		this.clock = clock;
	}

	@GetMapping("/")
	String start(@RequestParam(required = false) @Nullable LocalDate on, Model model) {
		LocalDate today = LocalDate.now(this.clock);
		LocalDate day = (on != null) ? on : today;
		model.addAllAttributes(this.pages.counts("start-figures", Map.of("today", today.toString())).values());
		Row start = this.pages.row("start-page", Map.of("on", day.toString()));
		model.addAllAttributes(start.values());
		model.addAttribute("on", day.toString());
		model.addAttribute("today", today.toString());
		model.addAttribute("places",
				CountryMap.of(start.row("trials").orElseThrow().rows("nodes"), this.choices.counties(), day));
		model.addAttribute("obstaclesOf",
				start.rows("hotspots")
					.stream()
					.collect(Collectors.toMap((spot) -> spot.text("key"), (spot) -> spot.number("obstacles"))));
		model.addAttribute("news", news(start.row("events").orElseThrow().rows("nodes")));
		return "web/start";
	}

	/// The latest that tell something, one of each case, and one of the acts: an import
	/// can
	/// change many.
	private static List<Map<String, Object>> news(List<Row> events) {
		Set<String> told = new HashSet<>();
		return events.reversed()
			.stream()
			.filter((event) -> !CLERICAL.matcher(event.text("type")).matches())
			.filter((event) -> event.row("about").filter((about) -> told.add(kind(event, about))).isPresent())
			.limit(NEWS)
			.map(Row::values)
			.toList();
	}

	private static String kind(Row event, Row about) {
		return event.text("type").equals("LAW_CHANGED") ? "LAW_CHANGED" : about.text("id");
	}

}
