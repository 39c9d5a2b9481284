package se.frirum.platform.projection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// One object type of the schema, a line for each of its fields. Features add their own
/// fields to the types of earlier ones.
public final class TypeProjection {

	/// Names in Cypher that are neither `this`, `it` nor begin with an underscore could
	/// clash when hops nest.
	private static final Pattern FOREIGN_NAME = Pattern.compile("[(\\[](?!this\\b|it\\b|_)([a-zA-Z]\\w*)[:)\\]]");

	private final String name;

	private final Map<String, FieldSource> fields = new LinkedHashMap<>();

	private @Nullable Predicate<String> ids;

	private @Nullable String visible;

	private @Nullable Searchable searchable;

	TypeProjection(String name) {
		this.name = name;
	}

	/// Its nodes carry the type's name as their label, and ids that begin so.
	public TypeProjection node(String idPrefix) {
		return node((id) -> id.startsWith(idPrefix));
	}

	/// Its nodes carry the type's name as their label, and such ids.
	public TypeProjection node(Predicate<String> owned) {
		this.ids = owned;
		return this;
	}

	/// The condition under which the caller may see `this`.
	public TypeProjection visibleIf(String condition) {
		this.visible = checked(condition);
		return this;
	}

	/// Properties that are called as the fields are.
	public TypeProjection properties(String... names) {
		for (String property : names) {
			value(property, "this." + property);
		}
		return this;
	}

	/// An expression over `this`.
	public TypeProjection value(String field, String expression) {
		return value(field, expression, UnaryOperator.identity());
	}

	/// An expression over `this`, read back by a function.
	public TypeProjection value(String field, String expression, UnaryOperator<@Nullable Object> read) {
		return add(field, new FieldSource.Value(checked(expression), read));
	}

	/// A value worked out from expressions over `this`.
	public TypeProjection computed(String field, Map<String, String> needs, Computation computation) {
		needs.values().forEach(TypeProjection::checked);
		return add(field, new FieldSource.Computed(Map.copyOf(needs), computation));
	}

	/// At most one node.
	public TypeProjection one(String field, String type, Hop hop) {
		checked(hop);
		return one(field, type, (_) -> hop);
	}

	/// At most one node, reached as the arguments say; none at all where the hop is null.
	public TypeProjection one(String field, String type, Function<Asked, @Nullable Hop> hop) {
		return add(field, new FieldSource.One(type, hop, 1));
	}

	/// The answer of something that looks further than one hop.
	/// @param degree how many nodes it looks at, typically
	public TypeProjection found(String field, String type, int degree, Function<Asked, @Nullable Hop> hop) {
		return add(field, new FieldSource.One(type, hop, degree));
	}

	/// All nodes of a short list.
	/// @param degree how many there are, typically
	public TypeProjection many(String field, String type, int degree, Hop hop) {
		checked(hop);
		return many(field, type, degree, (_) -> hop);
	}

	/// All nodes of a short list, reached as the arguments say.
	public TypeProjection many(String field, String type, int degree, Function<Asked, @Nullable Hop> hop) {
		return add(field, new FieldSource.Many(type, hop, degree));
	}

	/// What a subscription delivers node by node.
	/// @param most how many nodes a part holds at most
	/// @param part reaches those within the bounds that the delivery gives
	public TypeProjection live(String field, String type, int most, Function<Asked, @Nullable Hop> part,
			Delivery delivery) {
		return add(field, new FieldSource.Live(new FieldSource.Many(type, part, most), delivery));
	}

	/// How many different nodes there are, of those the caller may see.
	public TypeProjection count(String field, String type, int degree, Hop hop) {
		checked(hop);
		return add(field, new FieldSource.Count(type, hop, degree));
	}

	/// A list that can grow.
	public TypeProjection connection(String field, String type, int degree, Listing listing) {
		checked(listing.hop());
		return connection(field, type, degree, (_) -> listing);
	}

	/// A list that can grow, filtered and sorted as the arguments say.
	public TypeProjection connection(String field, String type, int degree, Function<Asked, Listing> listing) {
		return connection(field, type, type, degree, listing);
	}

	/// The same of a connection that is not called as what it lists.
	public TypeProjection connection(String field, String name, String type, int degree,
			Function<Asked, Listing> listing) {
		return add(field, new FieldSource.Connection(name, type, listing, degree));
	}

	/// Its nodes can be searched for.
	public TypeProjection searched(Searchable searchable) {
		this.searchable = searchable;
		return this;
	}

	String name() {
		return this.name;
	}

	boolean isNode() {
		return this.ids != null;
	}

	boolean owns(String id) {
		return this.ids != null && this.ids.test(id);
	}

	@Nullable String visible() {
		return this.visible;
	}

	/// How its nodes are searched for, of those the caller may see.
	@Nullable Searchable searchable() {
		return (this.searchable != null && this.visible != null)
				? this.searchable.visibleIf(this.visible.replaceAll("\\bthis\\b", "it")) : this.searchable;
	}

	Map<String, FieldSource> fields() {
		return this.fields;
	}

	FieldSource field(String field) {
		return Objects.requireNonNull(this.fields.get(field), () -> this.name + "." + field + " has no source");
	}

	private TypeProjection add(String field, FieldSource source) {
		if (this.fields.putIfAbsent(field, source) != null) {
			throw new IllegalStateException(this.name + "." + field + " has two sources");
		}
		return this;
	}

	private static void checked(Hop hop) {
		checked(hop.match());
		hop.conditions().forEach(TypeProjection::checked);
	}

	static String checked(String cypher) {
		Matcher foreign = FOREIGN_NAME.matcher(cypher);
		if (foreign.find() && !List.of("null").contains(foreign.group(1))) {
			throw new IllegalArgumentException(
					"Name '" + foreign.group(1) + "' must begin with an underscore in: " + cypher);
		}
		return cypher;
	}

}
