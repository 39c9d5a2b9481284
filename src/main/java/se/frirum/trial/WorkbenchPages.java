package se.frirum.trial;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.page.Change;
import se.frirum.platform.page.Choices;
import se.frirum.platform.page.Links;
import se.frirum.platform.page.Pages;
import se.frirum.platform.page.Variables;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The workbench, where a trial is drafted: what it would lift and touch, whether it is
/// feasible, whom it collides with. Nothing is kept: the whole draft stands in the address,
/// as long as that has room for it.
@ConditionalOnWebApplication
@Controller
class WorkbenchPages {

	private static final String PATH = "/workbench";

	private static final int USUAL_YEARS = 3;

	private static final Links LINKS = new Links();

	private final Pages pages;

	private final Choices choices;

	private final Clock clock;

	WorkbenchPages(Pages pages, Choices choices, Clock clock) {
		this.pages = pages;
		this.choices = choices;
		this.clock = clock;
	}

	/// Makes the forms' token, and a session for it, before a long page is on its way.
	@ModelAttribute
	void prepare(CsrfToken token) {
		token.getToken();
	}

	@GetMapping(PATH)
	String workbench(@RequestParam MultiValueMap<String, String> address, Model model) {
		return show(new WrittenDraft(begun(address)), model);
	}

	/// Leads to the draft's address; what is too long for one is shown at once, and so
	/// is what a script asks for.
	@PostMapping(path = PATH, params = "!register")
	String draft(@RequestParam MultiValueMap<String, String> fields,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String script, Model model,
			HttpServletResponse response) {
		WrittenDraft draft = new WrittenDraft(fields);
		if (script == null && draft.fits()) {
			return "redirect:" + draft.at(PATH);
		}
		response.setHeader("HX-Replace-Url", draft.fits() ? draft.at(PATH) : PATH);
		return show(draft, model);
	}

	private String show(WrittenDraft draft, Model model) {
		model.addAttribute("draft", draft);
		model.addAttribute("given", draft.fields().toSingleValueMap());
		model.addAttribute("names", names());
		model.addAttribute("key", UUID.randomUUID().toString());
		try {
			if (!draft.areas().isEmpty() || !draft.services().isEmpty()) {
				model.addAllAttributes(this.pages.read("suggest-trial-scope", Map.of("input", draft.scope())));
			}
			if (draft.complete()) {
				model.addAllAttributes(read(draft));
			}
		}
		catch (Refusal.BadRequest refusal) {
			model.addAttribute("refusals", Refused.of(refusal));
		}
		return "trial/workbench";
	}

	/// Registers the draft as it stands; where that is refused, leads back to it.
	@PostMapping(path = PATH, params = "register")
	String register(@RequestParam MultiValueMap<String, String> fields, Model model, RedirectAttributes flash) {
		Map<String, String> form = fields.toSingleValueMap();
		WrittenDraft draft = new WrittenDraft(fields);
		Change change = this.pages.change("register-trial",
				Variables.of(form, "idempotencyKey", "title", "purpose", "instrument", "law", "proposal")
					.with("clauses", List.of(draft.clause(form.getOrDefault("title", ""))))
					.all());
		if (!change.accepted() && !draft.fits()) {
			model.addAttribute("problems", change.problems());
			return show(draft, model);
		}
		return change.then(flash, change.accepted() ? LINKS.to(change.row().text("id")) : draft.at(PATH),
				"trial.registered");
	}

	/// What the draft says and what would come of it, to keep.
	@RequestMapping(path = "/workbench.json", method = { RequestMethod.GET, RequestMethod.POST })
	ResponseEntity<Map<String, @Nullable Object>> export(@RequestParam MultiValueMap<String, String> fields) {
		WrittenDraft draft = new WrittenDraft(fields);
		Map<String, @Nullable Object> answer = read(draft);
		answer.put("draft", draft.clause(""));
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("frirum-draft.json").build().toString())
			.body(answer);
	}

	private Map<String, @Nullable Object> read(WrittenDraft draft) {
		return new LinkedHashMap<>(this.pages.read("workbench", Map.of("draft",
				Map.of("clauses", List.of(draft.clause("—"))), "impact", draft.impact(), "setsAside", !draft.adds())));
	}

	/// What areas and services are called, by their codes.
	private Map<String, String> names() {
		Map<String, String> names = new HashMap<>();
		for (Choices.County county : this.choices.counties()) {
			names.put(county.code(), county.name());
			name(county.municipalities().stream().map(Row::new), names);
		}
		for (Row service : this.choices.services().stream().map(Row::new).toList()) {
			name(Stream.of(service), names);
			for (Row part : service.rows("children")) {
				name(Stream.concat(Stream.of(part), part.rows("children").stream()), names);
			}
		}
		return names;
	}

	private static void name(Stream<Row> nodes, Map<String, String> names) {
		nodes.forEach((node) -> names.put(node.text("code"), node.text("name")));
	}

	/// The address, with days to begin with where it names none.
	private MultiValueMap<String, String> begun(MultiValueMap<String, String> address) {
		if (address.containsKey("from")) {
			return address;
		}
		LocalDate from = LocalDate.of(LocalDate.now(this.clock).getYear() + 1, 1, 1);
		MultiValueMap<String, String> begun = new LinkedMultiValueMap<>(address);
		begun.set("from", from.toString());
		begun.addIfAbsent("lastDay", from.plusYears(USUAL_YEARS).minusDays(1).toString());
		return begun;
	}

	/// A thing that is wrong with the draft.
	///
	/// @param field the input's field that it is about; empty where that is not said
	/// @param row the place in it, from 1; null where it has none
	record Refused(String field, @Nullable Integer row, String message) {

		private static final Pattern PATH = Pattern.compile("input\\.clauses\\.0\\.([a-zA-Z]+)(?:\\.(\\d+))?: (.*)");

		static List<Refused> of(Refusal.BadRequest refusal) {
			return Stream.of(String.valueOf(refusal.getMessage()).split("\n")).map(Refused::of).toList();
		}

		private static Refused of(String line) {
			Matcher said = PATH.matcher(line);
			if (!said.matches()) {
				return new Refused("", null, line);
			}
			return new Refused(said.group(1), (said.group(2) != null) ? Integer.parseInt(said.group(2)) + 1 : null,
					said.group(3));
		}

	}

}
