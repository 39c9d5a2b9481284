package se.frirum.platform.projection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLUnionType;
import graphql.schema.SelectedField;
import org.jspecify.annotations.Nullable;

/// Walks a selection once and writes it as one Cypher expression, and beside it how the
/// answer is read back.
///
/// Each hop gets names of its own: `this` and `it` become the nodes' variables, `_name`
/// becomes unique, `$arg` becomes the parameter that holds the field's arguments. Who may
/// see a node is written here, for every hop, and nowhere else.
final class Composer {

	private static final Pattern NAMES = Pattern.compile("\\$arg\\b|\\bthis\\b|\\bit\\b|(?<![\\w$.'])_[a-zA-Z]\\w*");

	private final Projections projections;

	private final GraphQLSchema schema;

	private final Asked viewpoint;

	private final Map<String, Object> parameters = new HashMap<>();

	private int names;

	/// @param viewpoint who asks and when
	Composer(Projections projections, GraphQLSchema schema, Asked viewpoint) {
		this.projections = projections;
		this.schema = schema;
		this.viewpoint = viewpoint;
	}

	Map<String, Object> parameters() {
		return this.parameters;
	}

	/// One field: the expression for its value, and how to read that.
	record Composed(String expression, Reading reading) {
	}

	/// Writes a field of an object.
	/// @param variable the object's name in Cypher, unused for root fields
	Composed field(String type, String name, Map<String, Object> arguments, List<SelectedField> selected,
			String variable) {
		Asked asked = new Asked(this.viewpoint.request(), arguments);
		FieldSource source = this.projections.get(type).field(name);
		return switch (source) {
			case FieldSource.Value value -> new Composed(
					text(value.expression(), scope(variable, asked.arguments(), Map.of())), value.read()::apply);
			case FieldSource.Computed computed -> computed(computed, asked, variable);
			case FieldSource.One one -> one(one, asked, selected, variable);
			case FieldSource.Many many -> many(many, asked, selected, variable);
			case FieldSource.Live live -> many(live.part(), asked, selected, variable);
			case FieldSource.Count count -> count(count, asked, variable);
			case FieldSource.Connection connection ->
				connection(type + "." + name, connection, asked, selected, variable);
		};
	}

	private Composed computed(FieldSource.Computed computed, Asked asked, String variable) {
		Scope scope = scope(variable, asked.arguments(), Map.of());
		String expression = new TreeMap<>(computed.needs()).entrySet()
			.stream()
			.map((need) -> need.getKey() + ": " + text(need.getValue(), scope))
			.collect(Collectors.joining(", ", "{", "}"));
		return new Composed(expression, (raw) -> computed.computation().from(Reading.map(notNull(raw)), asked));
	}

	private Composed one(FieldSource.One one, Asked asked, List<SelectedField> selected, String variable) {
		Hop hop = one.hop().apply(asked);
		if (hop == null) {
			return new Composed("null", (_) -> null);
		}
		Scope scope = scope(variable, asked.arguments(), hop.parameters());
		String target = (hop.type() != null) ? hop.type() : one.type();
		String found = found(hop, target, scope);
		Shape object = object(target, selected, scope.it());
		return new Composed(
				"head(COLLECT { %s%s RETURN %s LIMIT 1 })".formatted(found, order(hop, scope), object.expression()),
				Reading.object(object.selection()));
	}

	private Composed many(FieldSource.Many many, Asked asked, List<SelectedField> selected, String variable) {
		Hop hop = many.hop().apply(asked);
		if (hop == null) {
			return new Composed("[]", (_) -> List.of());
		}
		Scope scope = scope(variable, asked.arguments(), hop.parameters());
		String found = found(hop, many.type(), scope);
		Shape object = object(many.type(), selected, scope.it());
		return new Composed("COLLECT { %s%s RETURN %s }".formatted(found, order(hop, scope), object.expression()),
				Reading.list(object.selection()));
	}

	private static String order(Hop hop, Scope scope) {
		return (hop.order() != null) ? " WITH %s ORDER BY %s".formatted(scope.it(), text(hop.order(), scope)) : "";
	}

	private Composed count(FieldSource.Count count, Asked asked, String variable) {
		Scope scope = scope(variable, asked.arguments(), count.hop().parameters());
		return new Composed(
				"COUNT { %s RETURN DISTINCT %s }".formatted(found(count.hop(), count.type(), scope), scope.it()),
				(raw) -> ((Number) notNull(raw)).intValue());
	}

	private Composed connection(String list, FieldSource.Connection source, Asked asked, List<SelectedField> selected,
			String variable) {
		Listing listing = source.listing().apply(asked);
		String name = list + " " + listing.order();
		PageRequest page = PageRequest.of(asked, name);
		Listing walked = page.backward() ? listing.reversed() : listing;
		Hop hop = listing.hop()
			.with("after", page.after())
			.with("before", page.before())
			.with("limit", (long) page.size() + 1);
		Scope scope = scope(variable, asked.arguments(), hop.parameters());
		ConnectionSelection wanted = new ConnectionSelection(source, selected, scope.it());
		StringJoiner answer = new StringJoiner(", ", "{", "}");
		if (wanted.pages) {
			answer.add("items: COLLECT { %s WITH %s ORDER BY %s LIMIT %s RETURN %s }".formatted(
					found(between(hop, listing, page), source.type(), scope), scope.it(),
					text(walked.key(), scope) + (walked.descending() ? " DESC" : ""), text("$arg.limit", scope),
					"{c: " + text(listing.key(), scope) + wanted.items + "}"));
		}
		if (wanted.counts) {
			Hop counted = (listing.all() != null) ? listing.all() : within(hop, listing);
			answer.add("total: COUNT { %s }".formatted(found(counted, source.type(), scope)));
		}
		return new Composed(answer.toString(),
				(raw) -> new ProjectedConnection(wanted.selection, Page.of(Reading.map(notNull(raw)), page, name)));
	}

	/// The range starts at the key's index, in its order.
	private static Hop within(Hop hop, Listing listing) {
		return hop.where(listing.key() + " > ''");
	}

	private static Hop between(Hop hop, Listing listing, PageRequest page) {
		Hop range = within(hop, listing);
		if (page.after() != null) {
			range = range.where(listing.key() + (listing.descending() ? " < $arg.after" : " > $arg.after"));
		}
		if (page.before() != null) {
			range = range.where(listing.key() + (listing.descending() ? " > $arg.before" : " < $arg.before"));
		}
		return range;
	}

	/// What was selected of a connection: its shape, what each item carries, and which
	/// parts of the statement that takes.
	private final class ConnectionSelection {

		private final String name;

		private final String type;

		private final String it;

		private final Selection selection;

		private final StringBuilder items = new StringBuilder();

		private boolean pages;

		private boolean counts;

		private int nodes;

		ConnectionSelection(FieldSource.Connection source, List<SelectedField> selected, String it) {
			this.name = source.name();
			this.type = source.type();
			this.it = it;
			this.selection = new Selection(this.name + "Connection");
			selected.forEach(this::add);
		}

		private void add(SelectedField field) {
			switch (field.getName()) {
				case "totalCount" -> {
					at("total", field, (raw) -> ((Number) notNull(raw)).intValue());
					this.counts = true;
				}
				case "pageInfo" -> page("pageInfo", field, (raw) -> raw);
				case "nodes" -> page("items", field, nodes(field));
				case "edges" -> page("items", field, Reading.list(edge(field)));
				default -> {
					// __typename is the engine's own
				}
			}
		}

		private void page(String key, SelectedField field, Reading reading) {
			at(key, field, reading);
			this.pages = true;
		}

		private void at(String key, SelectedField field, Reading reading) {
			this.selection.at(key, this.name + "Connection", field.getResultKey(), reading);
		}

		private Reading nodes(SelectedField field) {
			Shape node = object(this.type, children(field), this.it);
			String key = carry(node);
			Reading reading = Reading.object(node.selection());
			return (raw) -> ((List<?>) notNull(raw)).stream()
				.map((item) -> reading.read(Reading.map(notNull(item)).get(key)))
				.toList();
		}

		private Selection edge(SelectedField field) {
			Selection edge = new Selection(this.name + "Edge");
			for (SelectedField part : children(field)) {
				if (part.getName().equals("cursor")) {
					edge.at("c", this.name + "Edge", part.getResultKey(), (raw) -> raw);
				}
				else if (part.getName().equals("node")) {
					Shape node = object(this.type, children(part), this.it);
					edge.at(carry(node), this.name + "Edge", part.getResultKey(), Reading.object(node.selection()));
				}
			}
			return edge;
		}

		/// Each item carries its node once for each time that it was selected.
		private String carry(Shape node) {
			String key = "n" + this.nodes++;
			this.items.append(", ").append(key).append(": ").append(node.expression());
			return key;
		}

	}

	/// An object as selected: the expression for its map, and how to read that.
	private record Shape(String expression, Selection selection) {
	}

	private Shape object(String type, List<SelectedField> selected, String variable) {
		List<String> concrete = concrete(type);
		if (concrete.equals(List.of(type))) {
			Selection selection = new Selection(type);
			return new Shape(map(type, selected, variable, selection, List.of()), selection);
		}
		Selection selection = new Selection(null);
		String cases = concrete.stream()
			.map((each) -> "WHEN %s:%s THEN %s".formatted(variable, each,
					map(each, selected, variable, selection, List.of(Selection.TYPE + ": '" + each + "'"))))
			.collect(Collectors.joining(" ", "CASE ", " END"));
		return new Shape(cases, selection);
	}

	private String map(String type, List<SelectedField> selected, String variable, Selection selection,
			List<String> fixed) {
		List<String> entries = new ArrayList<>(fixed);
		Map<String, SelectedField> distinct = new LinkedHashMap<>();
		for (SelectedField field : selected) {
			if (field.getObjectTypeNames().contains(type) && !field.getName().startsWith("__")) {
				distinct.put(field.getResultKey(), field);
			}
		}
		distinct.forEach((resultKey, field) -> {
			Composed composed = field(type, field.getName(), field.getArguments(), children(field), variable);
			String key = selection.place(type, resultKey, composed.reading());
			entries.add(key + ": " + composed.expression());
		});
		return entries.stream().collect(Collectors.joining(", ", "{", "}"));
	}

	private static List<SelectedField> children(SelectedField field) {
		return (field.getSelectionSet() != null) ? field.getSelectionSet().getImmediateFields()
				: Collections.emptyList();
	}

	/// The object types that a declared type can be, of those that are nodes.
	private List<String> concrete(String type) {
		return switch (this.schema.getType(type)) {
			case GraphQLInterfaceType declared ->
				labelled(Objects.requireNonNull(this.schema.getImplementations(declared))
					.stream()
					.map(GraphQLNamedType::getName)
					.toList());
			case GraphQLUnionType declared ->
				labelled(declared.getTypes().stream().map(GraphQLNamedType::getName).toList());
			case null, default -> List.of(type);
		};
	}

	private List<String> labelled(List<String> types) {
		return types.stream().filter((type) -> this.projections.isNode(type)).sorted().toList();
	}

	/// A hop's match with its conditions, and the one under which the caller may see what
	/// it finds.
	private String found(Hop hop, String type, Scope scope) {
		List<String> conditions = new ArrayList<>();
		hop.conditions().forEach((condition) -> conditions.add(text(condition, scope)));
		String visible = visible(type, scope.it());
		if (visible != null) {
			conditions.add(visible);
		}
		String match = text(hop.match(), scope);
		return conditions.isEmpty() ? match
				: match + conditions.stream().collect(Collectors.joining(") AND (", " WHERE (", ")"));
	}

	private @Nullable String visible(String type, String variable) {
		List<String> concrete = concrete(type);
		String all = concrete.stream()
			.map(this.projections::get)
			.filter((each) -> each.visible() != null)
			.map((each) -> {
				String condition = text(String.valueOf(each.visible()), scope(variable, Map.of(), Map.of()));
				return (concrete.size() == 1) ? condition
						: "(NOT %s:%s OR (%s))".formatted(variable, each.name(), condition);
			})
			.collect(Collectors.joining(" AND "));
		return all.isEmpty() ? null : all;
	}

	/// The names that hold in one hop.
	private record Scope(String self, String it, String suffix, String argument) {
	}

	private Scope scope(String self, Map<String, Object> arguments, Map<String, @Nullable Object> added) {
		int number = this.names++;
		Scope scope = new Scope(self, "n" + number, "_" + number, "a" + number);
		Map<String, @Nullable Object> all = new HashMap<>(arguments);
		all.putAll(added);
		this.parameters.put(scope.argument(), all);
		return scope;
	}

	private static String text(String fragment, Scope scope) {
		return NAMES.matcher(fragment).replaceAll((name) -> Matcher.quoteReplacement(switch (name.group()) {
			case "this" -> scope.self();
			case "it" -> scope.it();
			case "$arg" -> "$" + scope.argument();
			default -> name.group() + scope.suffix();
		}));
	}

	private static Object notNull(@Nullable Object raw) {
		return Objects.requireNonNull(raw, "The database answered null where a value was composed");
	}

}
