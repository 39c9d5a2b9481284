package se.frirum.platform.projection;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// An object as the database answered it: only what was asked for.
sealed class Projected permits ProjectedConnection {

	private final Selection selection;

	private final Map<String, Object> values;

	Projected(Selection selection, Map<String, Object> values) {
		this.selection = selection;
		this.values = values;
	}

	String type() {
		return this.selection.typeOf(this.values);
	}

	@Nullable Object get(String resultKey) {
		return this.selection.read(this.values, resultKey);
	}

}
