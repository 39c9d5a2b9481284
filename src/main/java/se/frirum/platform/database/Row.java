package se.frirum.platform.database;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// Named values: a row that a statement answered, or one of a seed file.
///
/// @param values by name; what has no value is null or missing
public record Row(Map<String, Object> values) {

	/// A text that is always there.
	public String text(String name) {
		return Objects.requireNonNull(textOrNull(name), () -> "No value for " + name + " in " + this.values);
	}

	/// A text that may be missing.
	public @Nullable String textOrNull(String name) {
		Object value = this.values.get(name);
		return (value != null) ? value.toString() : null;
	}

	/// A day that may be missing.
	public @Nullable LocalDate dateOrNull(String name) {
		return (LocalDate) this.values.get(name);
	}

	/// Whether a flag is set; no when it is missing.
	public boolean is(String name) {
		return Boolean.TRUE.equals(this.values.get(name));
	}

	/// A whole number that is always there.
	public long number(String name) {
		return ((Number) Objects.requireNonNull(this.values.get(name), name)).longValue();
	}

	/// The texts of a list; none when it is missing.
	@SuppressWarnings("unchecked")
	public List<String> texts(String name) {
		Object value = this.values.get(name);
		return (value != null) ? (List<String>) value : List.of();
	}

	/// The rows of a list; none when it is missing.
	@SuppressWarnings("unchecked")
	public List<Row> rows(String name) {
		Object value = this.values.get(name);
		return (value != null) ? ((List<Map<String, Object>>) value).stream().map(Row::new).toList() : List.of();
	}

}
