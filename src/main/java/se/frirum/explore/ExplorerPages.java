package se.frirum.explore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.page.Links;
import se.frirum.platform.page.ListRequest;
import se.frirum.platform.page.Pages;
import se.frirum.platform.page.Variables;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What leans on what, as a picture and as a list; and search over everything.
@ConditionalOnWebApplication
@Controller
class ExplorerPages {

	/// How many nodes an address can ask to see more of.
	private static final int MOST_OPENED = 20;

	/// What can be searched for and has something that leans on it.
	private static final List<String> STARTS = List.of("LAW", "PROVISION", "OBSTACLE", "PROPOSAL", "TRIAL");

	private static final Links LINKS = new Links();

	private final Pages pages;

	ExplorerPages(Pages pages) {
		this.pages = pages;
	}

	@GetMapping(path = "/explore", params = "!from")
	String begin(@RequestParam(defaultValue = "") String text, Model model) {
		model.addAttribute("text", text);
		if (!text.isBlank()) {
			model.addAllAttributes(this.pages.read("search", Map.of("text", text, "kinds", STARTS, "first", 10)));
		}
		model.addAllAttributes(this.pages.read("hotspots", Map.of("by", "PROVISION", "first", 6)));
		return "explore/begin";
	}

	@GetMapping(path = "/explore", params = "from")
	String explore(@RequestParam MultiValueMap<String, String> address, Model model) {
		Map<String, String> given = address.toSingleValueMap();
		if (given.getOrDefault("from", "").isBlank()) {
			return begin("", model);
		}
		Variables input = Variables.of(given, "from", "direction")
			.number("depth", given.getOrDefault("depth", "1"))
			.number("limit", given.getOrDefault("limit", "60"))
			.list("kinds", address.get("kind"));
		Exploration exploration = new Exploration();
		exploration.add(dependencies(input));
		address.getOrDefault("open", List.of())
			.stream()
			.limit(MOST_OPENED)
			.filter(exploration::holds)
			.forEach((id) -> exploration.add(dependencies(input.with("from", id).with("depth", 1))));
		model.addAttribute("address", address);
		model.addAttribute("truncated", exploration.truncated());
		model.addAttribute("edges", exploration.edges());
		List<Exploration.Place> places = exploration.places();
		model.addAttribute("places", places);
		model.addAttribute("start", places.getFirst());
		return "explore/explorer";
	}

	private Map<String, @Nullable Object> dependencies(Variables input) {
		return this.pages.read("dependencies", Map.of("input", input.all()));
	}

	@GetMapping("/search")
	String search(@RequestParam MultiValueMap<String, String> address, Model model) {
		model.addAttribute("address", address);
		String text = Objects.requireNonNullElse(address.getFirst("text"), "").strip();
		model.addAttribute("text", text);
		if (!text.isEmpty()) {
			Row found = this.pages.row("search-page",
					Variables.none()
						.with("text", text)
						.list("kinds", address.get("kind"))
						.with("first", ListRequest.ROWS)
						.with("after", address.getFirst("after"))
						.all());
			model.addAllAttributes(found.values());
			model.addAttribute("passages", passages(found.row("search").orElseThrow().rows("nodes")));
		}
		return "explore/search";
	}

	/// Why each hit was found, by the id of its node.
	private static Map<String, List<Passage>> passages(List<Row> hits) {
		Map<String, List<Passage>> passages = new HashMap<>();
		for (Row hit : hits) {
			passages.put(hit.row("node").orElseThrow().text("id"), Passage.of(hit.textOr("highlight", "")));
		}
		return passages;
	}

	/// To the page of a node, for those who know nothing but its id.
	@GetMapping("/nodes")
	String node(@RequestParam String id) {
		return "redirect:" + LINKS.to(id);
	}

}
