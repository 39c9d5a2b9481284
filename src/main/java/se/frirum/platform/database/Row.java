package se.frirum.platform.database;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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

	/// A text, or what stands in for a missing one.
	public String textOr(String name, String missing) {
		return Objects.requireNonNullElse(textOrNull(name), missing);
	}

	/// A day that may be missing.
	public @Nullable LocalDate dateOrNull(String name) {
		return (LocalDate) this.values.get(name);
	}

	/// A day that is always there.
	public LocalDate date(String name) {
		return Objects.requireNonNull(dateOrNull(name), () -> "No day for " + name + " in " + this.values);
	}

	/// A whole number that may be missing.
	public @Nullable Long numberOrNull(String name) {
		Object value = this.values.get(name);
		return (value != null) ? ((Number) value).longValue() : null;
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

	/// The row inside this one, where there is one.
	@SuppressWarnings("unchecked")
	public Optional<Row> row(String name) {
		return Optional.ofNullable((Map<String, Object>) this.values.get(name)).map(Row::new);
	}

	/// The rows of a list; none when it is missing.
	@SuppressWarnings("unchecked")
	public List<Row> rows(String name) {
		Object value = this.values.get(name);
		return (value != null) ? ((List<Map<String, Object>>) value).stream().map(Row::new).toList() : List.of();
	}

}
