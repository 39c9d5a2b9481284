package se.frirum.platform.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jsoup.select.Elements;

import org.springframework.web.util.UriUtils;

/// A form that was refused, as it was sent: so that the page that says what is wrong shows
/// the form with all that was written in it.
///
/// @param action where it was sent
/// @param sent what it held, by the names of its fields
/// @param stale whether somebody has changed what it was about meanwhile
/// @param posted whether somebody filled it in, where an address can hold anybody's words
record RefusedForm(String action, Map<String, List<String>> sent, boolean stale, boolean posted) {

	private static final String FILLED = "input:not([type=hidden], [type=submit], [type=button]), select, textarea";

	private static final String BOXES = "[type=checkbox], [type=radio]";

	/// What a page gives to a form anew, each time that it is shown.
	private static final Set<String> OF_THE_PAGE = Set.of("_csrf", "expectedVersion", "idempotencyKey");

	/// The page with the form in sight, filled in as it was sent, and each problem beside
	/// its field.
	String in(String html) {
		Document page = Jsoup.parse(html);
		page.outputSettings().prettyPrint(false);
		form(page).ifPresentOrElse((form) -> {
			fill(form, this.stale ? page.select(".problems[data-now]").attr("data-now") : "");
			Stream.concat(form.parents().stream(), form.select("details").stream())
				.filter((element) -> element.is("details:not(.several), details:has([checked])"))
				.forEach((details) -> details.attr("open", true));
			page.select(".problems li[data-path]").forEach((problem) -> pointOut(problem, form));
		}, () -> page.select(".problems [data-written]").forEach(this::repeat));
		return page.outerHtml();
	}

	/// Where the page has no such form any more, since somebody else was faster, at least
	/// what was written in sentences.
	private void repeat(Element written) {
		List<String> texts = this.sent.values()
			.stream()
			.flatMap(List::stream)
			.filter((text) -> this.posted && text.strip().contains(" "))
			.toList();
		written.attr("hidden", texts.isEmpty());
		texts.forEach((text) -> written.appendElement("p").addClass("text").attr("lang", "sv").text(text));
	}

	/// Of many forms with the same action, the one that asks for the same.
	private Optional<FormElement> form(Document page) {
		Set<String> fields = new HashSet<>(this.sent.keySet());
		fields.removeAll(page.select("button[name]").eachAttr("name"));
		Set<String> shown = new HashSet<>(page.select("[name]").eachAttr("name"));
		shown.retainAll(fields);
		return page.forms()
			.stream()
			.filter((form) -> decoded(form.attr("action")).equals(decoded(this.action)))
			.filter((form) -> form.select("input[type=hidden]")
				.stream()
				.filter((hidden) -> !OF_THE_PAGE.contains(hidden.attr("name")))
				.allMatch(this::wasSent))
			.filter((form) -> form.select("[name]").eachAttr("name").containsAll(isAddress(form) ? shown : fields))
			.filter((form) -> !isSentByAnother(form))
			.findFirst();
	}

	private static String decoded(String address) {
		return UriUtils.decode(address, StandardCharsets.UTF_8);
	}

	/// Whether it asks by the address, which can hold more than a form.
	private static boolean isAddress(FormElement form) {
		return !form.attr("method").equalsIgnoreCase("post");
	}

	/// Whether the button that was pressed has the name of a form's, but not its value.
	private boolean isSentByAnother(FormElement form) {
		Elements buttons = form.select("button[name]");
		return buttons.stream().anyMatch((button) -> !sent(button).isEmpty())
				&& buttons.stream().noneMatch(this::wasSent);
	}

	private boolean wasSent(Element field) {
		return sent(field).contains(field.val());
	}

	private List<String> sent(Element field) {
		return this.sent.getOrDefault(field.attr("name"), List.of());
	}

	/// Where several fields have one name, each gets what stood at its place, boxes that
	/// were ticked aside.
	/// @param now what introduces values that somebody has changed; or empty
	private void fill(FormElement form, String now) {
		Map<String, Integer> places = new HashMap<>();
		for (Element field : form.select(FILLED)) {
			if (field.is(BOXES)) {
				field.attr("checked", wasSent(field));
			}
			else if (field.is("select[multiple]")) {
				field.select("option").forEach((option) -> option.attr("selected", sent(field).contains(option.val())));
			}
			else {
				int place = places.merge(field.attr("name"), 1, Integer::sum) - 1;
				List<String> written = new ArrayList<>(sent(field));
				form.select(BOXES)
					.select("[name=%s]".formatted(field.attr("name")))
					.forEach((box) -> written.remove(box.val()));
				if (place < written.size()) {
					String recorded = recorded(field);
					write(field, written.get(place));
					if (!now.isEmpty() && !recorded.isBlank() && !recorded.equals(recorded(field))) {
						beside(field)
							.after(new Element("small").addClass("hint").attr("lang", "sv").text(now + " " + recorded));
					}
				}
			}
		}
		if (this.sent.containsKey("idempotencyKey")) {
			form.select("input[name=idempotencyKey]").val(this.sent.get("idempotencyKey").getFirst());
		}
	}

	private static void write(Element field, String value) {
		if (field.is("select")) {
			field.select("option").forEach((option) -> option.attr("selected", option.val().equals(value)));
		}
		else {
			field.val(value);
		}
	}

	/// Says beside the field what is wrong with it, and leads there from the list of
	/// problems.
	private static void pointOut(Element problem, FormElement form) {
		field(List.of(problem.attr("data-path").replaceFirst("^input\\.", "").split("\\.")), form)
			.ifPresent((field) -> {
				String told = "problem-" + problem.elementSiblingIndex();
				if (field.id().isEmpty()) {
					field.id("refused-" + problem.elementSiblingIndex());
				}
				field.attr("aria-invalid", "true");
				field.attr("aria-describedby", (told + " " + field.attr("aria-describedby")).trim());
				beside(field).after(new Element("small").id(told).addClass("problem").text(problem.text()));
				problem.html(new Element("a").attr("href", "#" + field.id()).text(problem.text()).outerHtml());
			});
	}

	/// The field that an input's path leads to, by its name, in the plural or not, or by
	/// what it says it is about. A number counts the fields that were filled in, unless a
	/// field says that it is about that one.
	private static Optional<Element> field(List<String> path, FormElement form) {
		List<String> names = path.stream().filter((part) -> !part.matches("\\d+")).toList();
		long place = path.stream()
			.filter((part) -> part.matches("\\d+"))
			.mapToLong(Long::parseLong)
			.findFirst()
			.orElse(0);
		String name = names.getLast();
		return Stream
			.of("[data-about=%s]".formatted(String.join(".", path)),
					"[data-about=%s]".formatted(String.join(".", names)), "[name=%s]".formatted(name),
					"[name=%s]".formatted(name.replaceFirst("s$", "")), "[data-about=%s]".formatted(names.getFirst()))
			.map((selector) -> form.select(FILLED).select(selector))
			.filter((fields) -> !fields.isEmpty())
			.findFirst()
			.map((fields) -> fields.stream()
				.filter((field) -> fields.size() == 1 || isFilled(field))
				.skip(place)
				.findFirst()
				.orElse(fields.getFirst()));
	}

	/// Whether a row of fields holds something, or a field that stands alone.
	private static boolean isFilled(Element field) {
		Element row = field.closest(".box, fieldset");
		if (row == null || row.select("[name=%s]".formatted(field.attr("name"))).size() > 1) {
			return !value(field).isBlank();
		}
		return row.select(FILLED).not("select").stream().anyMatch((each) -> !value(each).isBlank());
	}

	private static Element beside(Element field) {
		return Optional.ofNullable(field.closest("label")).orElse(field);
	}

	private static String value(Element field) {
		return field.is("select") ? field.select("option[selected]").val() : field.val();
	}

	/// What a field says to people.
	private static String recorded(Element field) {
		return field.is("select") ? field.select("option[selected]").text() : field.val().replace("\r\n", "\n").strip();
	}

}
