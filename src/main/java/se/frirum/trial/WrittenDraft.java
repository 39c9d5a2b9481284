package se.frirum.trial;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.page.LastDay;
import se.frirum.platform.page.Variables;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/// A trial of one clause as the workbench's form writes it, and its address where that is
/// not too long for one.
///
/// @param fields `citations` and `authorisedBy` with a citation a line, `area` and `service`
/// with codes, `effect`, `text`, `from`, and `lastDay`
record WrittenDraft(MultiValueMap<String, String> fields) {

	private static final List<String> NAMES = List.of("citations", "authorisedBy", "area", "service", "effect", "text",
			"from", "lastDay", "proposal");

	/// What browsers, mail and this server take as an address, with room for where it is
	/// repeated.
	private static final int LONGEST_ADDRESS = 2_000;

	WrittenDraft {
		MultiValueMap<String, String> written = new LinkedMultiValueMap<>();
		fields.forEach((name, values) -> values.forEach((value) -> written.add(name, value.replace("\r\n", "\n"))));
		fields = written;
	}

	/// What it sets aside or replaces.
	public List<String> citations() {
		return cited("citations");
	}

	/// What it rests on.
	public List<String> authorisedBy() {
		return cited("authorisedBy");
	}

	/// The citations of a field, each on a line of its own.
	public String text(String name) {
		return String.join("\n", cited(name));
	}

	/// The codes of the areas where it holds.
	public List<String> areas() {
		return chosen("area");
	}

	/// The codes of the services it is for.
	public List<String> services() {
		return chosen("service");
	}

	/// The first day on which it no longer holds.
	public @Nullable String until() {
		return LastDay.until(this.fields.getFirst("lastDay"));
	}

	/// Whether it only adds to what holds, and so sets nothing aside.
	public boolean adds() {
		return "ADDS".equals(this.fields.getFirst("effect"));
	}

	/// What is proposed of each rule.
	public List<String> changes() {
		String change = switch (String.valueOf(this.fields.getFirst("effect"))) {
			case "ADDS" -> "ADD";
			case "REPLACES" -> "AMEND";
			default -> "SET_ASIDE";
		};
		return citations().stream().map((_) -> change).toList();
	}

	/// Whether enough is written to say something about it.
	boolean complete() {
		return (!citations().isEmpty() || adds()) && !areas().isEmpty() && !blank("from");
	}

	/// Whether it fits in an address, and so can be shared as a link.
	public boolean fits() {
		return at("").length() <= LONGEST_ADDRESS;
	}

	/// The areas and services to look for sections in.
	Map<String, Object> scope() {
		return Variables.none().list("areas", areas()).list("services", services()).all();
	}

	/// The clause, as it is checked and registered.
	/// @param unwritten what stands in for words that nobody wrote
	Map<String, Object> clause(String unwritten) {
		Map<String, Object> clause = Variables.of(this.fields.toSingleValueMap(), "effect", "from")
			.with("until", until())
			.list("citations", citations())
			.orEmpty("citations")
			.list("authorisedBy", authorisedBy())
			.list("areas", areas())
			.orEmpty("areas")
			.list("services", services())
			.all();
		clause.put("text", blank("text") ? unwritten : String.valueOf(this.fields.getFirst("text")));
		return clause;
	}

	/// What is asked about its impact.
	Map<String, Object> impact() {
		return Variables.of(this.fields.toSingleValueMap(), "from")
			.with("until", until())
			.list("citations", citations())
			.orEmpty("citations")
			.list("areas", areas())
			.all();
	}

	/// The page at a path about this draft.
	public String at(String path) {
		StringJoiner query = new StringJoiner("&", path + "?", "");
		NAMES.forEach((name) -> given(name).forEach((value) -> query.add(parameter(name, value))));
		return query.toString();
	}

	private static String parameter(String name, String value) {
		return name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8);
	}

	private Stream<String> given(String name) {
		return this.fields.getOrDefault(name, List.of()).stream().filter((value) -> !value.isBlank());
	}

	private List<String> cited(String name) {
		return given(name).flatMap((text) -> Arrays.stream(text.split("[\\n;]")))
			.map(String::strip)
			.filter((line) -> !line.isEmpty())
			.distinct()
			.toList();
	}

	private List<String> chosen(String name) {
		return given(name).distinct().toList();
	}

	private boolean blank(String name) {
		return given(name).findAny().isEmpty();
	}

}
