package se.frirum.journey;

import java.util.Map;

import se.frirum.platform.page.Pages;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Life events to follow step by step.
@ConditionalOnWebApplication
@Controller
class JourneyPages {

	private final Pages pages;

	JourneyPages(Pages pages) {
		this.pages = pages;
	}

	@GetMapping("/journeys")
	String journeys(Model model) {
		model.addAllAttributes(this.pages.counts("journeys-page", Map.of()).values());
		return "journey/journeys";
	}

	@GetMapping("/journeys/{code}")
	String journey(@PathVariable String code, Model model) {
		model.addAllAttributes(this.pages.read("journey-page", Map.of("code", code), "journey"));
		return "journey/journey";
	}

}
