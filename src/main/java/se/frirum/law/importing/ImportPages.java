package se.frirum.law.importing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.page.Change;
import se.frirum.platform.page.ListRequest;
import se.frirum.platform.page.Pages;
import se.frirum.platform.page.Variables;
import se.frirum.platform.security.Role;
import se.frirum.platform.security.Viewers;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/// For whoever runs the registry: imports as they go, and whether all is well.
@ConditionalOnWebApplication
@Controller
class ImportPages {

	private final Pages pages;

	private final Viewers viewers;

	private final HealthEndpoint health;

	ImportPages(Pages pages, Viewers viewers, HealthEndpoint health) {
		this.pages = pages;
		this.viewers = viewers;
		this.health = health;
	}

	@GetMapping("/admin")
	String admin(@RequestParam MultiValueMap<String, String> address, Model model) {
		if (!this.viewers.current().signedIn()) {
			throw new Refusal.NotSignedIn();
		}
		if (!this.viewers.current().is(Role.ADMIN)) {
			throw new Refusal.NotAllowed("This page is for those who run the registry.");
		}
		model.addAttribute("health", health());
		model.addAttribute("roles", Role.values());
		model.addAttribute("address", address);
		model.addAllAttributes(this.pages.read("administration",
				Variables.none().with("first", ListRequest.ROWS).with("after", address.getFirst("after")).all()));
		String id = address.getFirst("import");
		if (id != null && !id.isBlank()) {
			model.addAllAttributes(this.pages.read("follow-import", Map.of("id", id), "lawImport"));
		}
		return "law/importing/admin";
	}

	@PostMapping("/admin/imports")
	String start(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		Change change = this.pages.change("import-laws", Variables.of(form, "source", "path").all());
		return change.then(flash, change.accepted() ? page(change.row().text("id")) : "/admin", "admin.started");
	}

	@PostMapping("/admin/imports/cancel")
	String cancel(@RequestParam String id, RedirectAttributes flash) {
		return this.pages.changeById("cancel-import", id).then(flash, page(id), "admin.cancelled");
	}

	/// The state of each part: `UP`, `DOWN`.
	private SortedMap<String, String> health() {
		SortedMap<String, String> states = new TreeMap<>();
		if (this.health.health() instanceof CompositeHealthDescriptor all) {
			Objects.requireNonNull(all.getComponents())
				.forEach((part, state) -> states.put(part, state.getStatus().getCode()));
		}
		return states;
	}

	private static String page(String id) {
		return "/admin?import=" + UriUtils.encodeQueryParam(id, StandardCharsets.UTF_8);
	}

}
