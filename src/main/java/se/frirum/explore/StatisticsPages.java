package se.frirum.explore;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.page.Pages;
import se.frirum.platform.page.Variables;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where the obstacles are, and how those who answer for the rules answer: the yearly account.
@ConditionalOnWebApplication
@Controller
class StatisticsPages {

	private final Pages pages;

	private final Clock clock;

	StatisticsPages(Pages pages, Clock clock) {
		this.pages = pages;
		this.clock = clock;
	}

	@GetMapping("/statistics")
	String statistics(@RequestParam(required = false) @Nullable Integer year,
			@RequestParam(defaultValue = "PROVISION") HotspotDimension by, Model model) {
		int now = LocalDate.now(this.clock).getYear();
		model.addAttribute("thisYear", now);
		model.addAttribute("year", (year != null) ? year : now);
		model.addAttribute("by", by.name());
		model.addAllAttributes(
				this.pages.read("statistics-page", Map.of("year", (year != null) ? year : now, "by", by.name())));
		return "explore/statistics";
	}

}
