package se.frirum.platform.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// How one gets from a node to the nodes of a field: Cypher that binds `it`, starting
/// from `this`. Names of its own begin with an underscore (`_edge`), so that hops nest
/// without clashing; the field's arguments and what [#with] adds are in `$arg`, who asks
/// in `$viewer`, and the day in `$today`.
///
/// Who may see what `it` binds is not written here: the composer adds it to every hop.
public final class Hop {

	private final String match;

	private final List<String> conditions;

	private final Map<String, @Nullable Object> parameters;

	private final @Nullable String order;

	private final @Nullable String type;

	private Hop(String match, List<String> conditions, Map<String, @Nullable Object> parameters, @Nullable String order,
			@Nullable String type) {
		this.match = match;
		this.conditions = conditions;
		this.parameters = parameters;
		this.order = order;
		this.type = type;
	}

	/// A hop along a pattern, with its `MATCH`.
	public static Hop along(String match) {
		return new Hop(match, List.of(), Map.of(), null, null);
	}

	/// Only what fulfils a condition too.
	public Hop where(String condition) {
		List<String> all = new ArrayList<>(this.conditions);
		all.add(condition);
		return new Hop(this.match, all, this.parameters, this.order, this.type);
	}

	/// Carried on by further Cypher.
	public Hop then(String cypher) {
		return new Hop(this.match + "\n" + cypher, this.conditions, this.parameters, this.order, this.type);
	}

	/// With its conditions applied where they stand, so that further Cypher can take `it`
	/// on
	/// to something else.
	public Hop folded() {
		return this.conditions.isEmpty() ? this
				: new Hop(this.match + "\nWITH it WHERE (" + String.join(") AND (", this.conditions) + ")", List.of(),
						this.parameters, this.order, this.type);
	}

	/// With a value, as `$arg.<name>`.
	public Hop with(String name, @Nullable Object value) {
		Map<String, @Nullable Object> all = new HashMap<>(this.parameters);
		all.put(name, value);
		return new Hop(this.match, this.conditions, all, this.order, this.type);
	}

	/// Sorted by an expression over `it`, for lists.
	public Hop orderBy(String expression) {
		return new Hop(this.match, this.conditions, this.parameters, expression, this.type);
	}

	/// To nodes of just this type, where the field's type is an interface.
	public Hop to(String objectType) {
		return new Hop(this.match, this.conditions, this.parameters, this.order, objectType);
	}

	String match() {
		return this.match;
	}

	List<String> conditions() {
		return this.conditions;
	}

	Map<String, @Nullable Object> parameters() {
		return this.parameters;
	}

	@Nullable String order() {
		return this.order;
	}

	@Nullable String type() {
		return this.type;
	}

}
