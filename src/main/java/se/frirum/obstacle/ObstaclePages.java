package se.frirum.obstacle;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import se.frirum.platform.database.Row;
import se.frirum.platform.page.Links;
import se.frirum.platform.page.ListRequest;
import se.frirum.platform.page.Pages;
import se.frirum.platform.page.Table;
import se.frirum.platform.page.Variables;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Obstacles to find and to read, and what anybody may do with one of them.
@ConditionalOnWebApplication
@Controller
class ObstaclePages {

	private static final Links LINKS = new Links();

	private static final int ROWS_AT_ONCE = 100;

	private static final int MOST_PARTS = 100;

	private static final List<String> COLUMNS = List.of("reference", "title", "status", "stages", "reportedAt",
			"reportedBy.name", "blockedBy.target", "affects.code", "endorsementCount");

	private final Pages pages;

	private final AlikeCases alike;

	ObstaclePages(Pages pages, AlikeCases alike) {
		this.pages = pages;
		this.alike = alike;
	}

	@GetMapping("/obstacles")
	String obstacles(@RequestParam MultiValueMap<String, String> address, Model model) {
		model.addAllAttributes(this.pages.read("find-obstacles",
				ListRequest.of(address)
					.with("filter", filter(address))
					.with("orderBy", address.getFirst("order"))
					.all()));
		model.addAttribute("address", address);
		model.addAttribute("named", named(address.toSingleValueMap()));
		return "obstacle/obstacles";
	}

	/// The filters that no field of the form shows, by what they are called.
	private Map<String, String> named(Map<String, String> address) {
		String provision = address.getOrDefault("provision", "");
		String organisation = address.getOrDefault("organisation", "");
		Map<String, String> named = new LinkedHashMap<>();
		if (!provision.isBlank() || !organisation.isBlank()) {
			Row names = this.pages.row("filter-names",
					Variables.of(address, "provision", "organisation")
						.with("inProvision", !provision.isBlank())
						.with("ofOrganisation", !organisation.isBlank())
						.all());
			if (!provision.isBlank()) {
				named.put("provision",
						names.row("provision").map((section) -> section.text("citation")).orElse(provision));
			}
			if (!organisation.isBlank()) {
				named.put("organisation",
						names.row("node").map((body) -> body.textOr("name", organisation)).orElse(organisation));
			}
		}
		return named;
	}

	/// The same list as a file: 10,000 rows at most.
	@GetMapping(path = "/obstacles.csv", produces = "text/csv;charset=UTF-8")
	void file(@RequestParam MultiValueMap<String, String> address, HttpServletResponse response) throws IOException {
		Variables variables = Variables.none()
			.with("filter", filter(address))
			.with("orderBy", address.getFirst("order"))
			.with("first", ROWS_AT_ONCE);
		Row part = part(variables);
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename("frirum-obstacles.csv").build().toString());
		try (CsvWriter file = CsvWriter.builder().build(response.getWriter())) {
			file.writeRecord(COLUMNS);
			write(part, file);
			for (int parts = 1; parts < MOST_PARTS && info(part).is("hasNextPage"); parts++) {
				part = part(variables.with("after", info(part).text("endCursor")));
				write(part, file);
			}
		}
	}

	private Row part(Variables variables) {
		return this.pages.row("find-obstacles", variables.all()).row("obstacles").orElseThrow();
	}

	private static Row info(Row part) {
		return part.row("pageInfo").orElseThrow();
	}

	private static void write(Row part, CsvWriter file) {
		part.rows("edges").forEach((edge) -> file.writeRecord(Table.cells(edge.row("node").orElseThrow(), COLUMNS)));
	}

	/// The filter that a list's address names.
	static Map<String, Object> filter(MultiValueMap<String, String> address) {
		return Variables
			.of(address.toSingleValueMap(), "text", "law", "provision", "service", "area", "organisation",
					"reportedFrom", "reportedUntil")
			.list("statuses", address.get("status"))
			.list("stages", address.get("stage"))
			.list("kinds", address.get("kind"))
			.list("closures", address.get("closure"))
			.all();
	}

	@GetMapping("/obstacles/{id}")
	String obstacle(@PathVariable String id, Model model) {
		Row answer = this.pages.found("obstacle-page",
				id.startsWith("H-") ? Map.of("reference", id) : Map.of("id", "obstacle:" + id), "obstacle");
		model.addAllAttributes(answer.values());
		model.addAllAttributes(this.alike.to(answer.row("obstacle").orElseThrow()));
		return "obstacle/obstacle";
	}

	@PostMapping("/obstacles/endorse")
	String endorse(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages.change("endorse-obstacle", Variables.of(form, "id", "note", "mandate", "decision").all())
			.then(flash, page(form), "obstacle.endorsed");
	}

	@PostMapping("/obstacles/withdraw-endorsement")
	String withdrawEndorsement(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages.change("withdraw-endorsement", subject(form, "reason").all())
			.then(flash, page(form), "obstacle.unendorsed");
	}

	@PostMapping("/obstacles/meet")
	String meet(@RequestParam MultiValueMap<String, String> form, RedirectAttributes flash) {
		Map<String, String> given = form.toSingleValueMap();
		return this.pages
			.change("meet-obstacle", Variables.of(given, "id", "as", "often").list("ledTo", form.get("ledTo")).all())
			.then(flash, page(given), "obstacle.met");
	}

	@PostMapping("/obstacles/answer")
	String answer(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages.change("submit-obstacle", subject(form, "reason").all())
			.then(flash, page(form), "obstacle.answered");
	}

	@PostMapping("/obstacles/verify")
	String verify(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages
			.change("verify-obstacle", subject(form, "note").with("gone", "true".equals(form.get("gone"))).all())
			.then(flash, page(form), "obstacle.verified");
	}

	@PostMapping("/obstacles/withdraw")
	String withdraw(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages.change("withdraw-obstacle", subject(form, "reason").all())
			.then(flash, page(form), "obstacle.withdrawn");
	}

	@PostMapping("/obstacles/number")
	String number(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages.change("add-case-number", Variables.of(form, "id", "number", "registeredOn").all())
			.then(flash, page(form), "obstacle.numbered");
	}

	private static Variables subject(Map<String, String> form, String... more) {
		return Variables.of(form, more)
			.with("id", form.get("id"))
			.number("expectedVersion", form.get("expectedVersion"));
	}

	private static String page(Map<String, String> form) {
		return LINKS.to(form.getOrDefault("id", ""));
	}

}
