package se.frirum.platform.projection;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// How the value that a statement answered for a field is turned into what GraphQL
/// expects.
@FunctionalInterface
interface Reading {

	@Nullable Object read(@Nullable Object raw);

	/// A node, or null where there is none.
	static Reading object(Selection selection) {
		return (raw) -> (raw != null) ? new Projected(selection, map(raw)) : null;
	}

	/// A list of nodes.
	static Reading list(Selection selection) {
		return (raw) -> ((List<?>) Objects.requireNonNull(raw)).stream()
			.map((item) -> new Projected(selection, map(item)))
			.toList();
	}

	@SuppressWarnings("unchecked")
	static Map<String, Object> map(Object raw) {
		return (Map<String, Object>) raw;
	}

}
