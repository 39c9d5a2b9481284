package se.frirum.platform.page;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// The variables of an operation as a form gives them: what was left blank is left out.
public final class Variables {

	private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

	private Variables() {
	}

	/// None yet.
	public static Variables none() {
		return new Variables();
	}

	/// Takes the fields of a form over by their names.
	public static Variables of(Map<String, String> form, String... names) {
		Variables variables = new Variables();
		Arrays.stream(names).forEach((name) -> variables.with(name, form.get(name)));
		return variables;
	}

	/// Sets a value, unless it is missing, blank or empty.
	public Variables with(String name, @Nullable Object value) {
		if (value != null && !value.toString().isBlank() && !(value instanceof Collection<?> many && many.isEmpty())
				&& !(value instanceof Map<?, ?> fields && fields.isEmpty())) {
			this.values.put(name, value);
		}
		return this;
	}

	/// Sets a whole number; what is none is passed on for the API to refuse.
	public Variables number(String name, @Nullable String value) {
		String digits = (value != null) ? value.replaceAll("[\\s\u00a0]", "") : "";
		return with(name, digits.matches("-?\\d{1,9}") ? Integer.valueOf(digits) : digits);
	}

	/// Sets a list from what was chosen of one name.
	public Variables list(String name, @Nullable List<?> chosen) {
		return with(name, (chosen != null)
				? chosen.stream().filter((value) -> !value.toString().isBlank()).distinct().toList() : null);
	}

	/// Says that a field of a form takes its value away where it is blank.
	public Variables orNull(String name, Map<String, String> form) {
		return with(name, form.get(name)).orNull(name);
	}

	/// Says that a value is taken away where none was set.
	public Variables orNull(String name) {
		this.values.putIfAbsent(name, null);
		return this;
	}

	/// Says that a list is empty where none was set.
	public Variables orEmpty(String name) {
		this.values.putIfAbsent(name, List.of());
		return this;
	}

	/// Sets whether a box was ticked.
	public Variables ticked(String name, @Nullable String box) {
		this.values.put(name, box != null);
		return this;
	}

	/// All that was set.
	@SuppressWarnings("NullAway") // What takes a value away is null, which few callers
									// look at.
	public Map<String, Object> all() {
		return this.values;
	}

}
