package se.frirum.platform.projection;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// The whole table of how the schema's fields are answered from the graph.
public final class Projections {

	private final Map<String, TypeProjection> types = new LinkedHashMap<>();

	private final Map<String, String> payloads = new LinkedHashMap<>();

	Projections(List<ProjectionTable> tables) {
		tables.forEach((table) -> table.addTo(this));
	}

	/// The lines of an object type; features come back to it to add theirs.
	public TypeProjection type(String name) {
		return this.types.computeIfAbsent(name, TypeProjection::new);
	}

	/// The root fields that read.
	public TypeProjection query() {
		return type("Query");
	}

	/// The root fields that go on answering.
	public TypeProjection subscription() {
		return type("Subscription");
	}

	/// A mutation's payload whose one node is read back through the read path.
	public void payload(String type, String field, String nodeType) {
		this.payloads.put(type, field);
		type(type).one(field, nodeType, Hop.along("MATCH (it:" + nodeType + " {id: $arg.subject})"));
	}

	/// The same of a node of whichever type.
	public void payload(String type, String field) {
		this.payloads.put(type, field);
		type(type).one(field, "Node",
				(asked) -> NodeProjection.node(String.valueOf(asked.text("subject")), "subject", this));
	}

	/// The condition under which the caller may see a node of a type, for statements that
	/// search before the read path projects what they found.
	/// @param variable the node's name in Cypher
	public String visible(String type, String variable) {
		String condition = get(type).visible();
		return (condition != null) ? condition.replaceAll("\\bthis\\b", variable) : "true";
	}

	/// The type of the node that an id belongs to.
	public Optional<String> nodeType(String id) {
		return this.types.values().stream().filter((type) -> type.owns(id)).map(TypeProjection::name).findFirst();
	}

	Collection<TypeProjection> types() {
		return this.types.values();
	}

	/// What can be searched for, of that which the caller may see.
	public List<Searchable> searchables() {
		return this.types.values().stream().map(TypeProjection::searchable).filter(Objects::nonNull).toList();
	}

	/// The names of the connections that some field lists page by page, and what they
	/// list.
	Map<String, String> connectionTypes() {
		return this.types.values()
			.stream()
			.flatMap((type) -> type.fields().values().stream())
			.filter(FieldSource.Connection.class::isInstance)
			.map(FieldSource.Connection.class::cast)
			.collect(Collectors.toMap(FieldSource.Connection::name, FieldSource.Connection::type, (one, _) -> one));
	}

	Map<String, String> payloads() {
		return this.payloads;
	}

	@Nullable TypeProjection find(String name) {
		return this.types.get(name);
	}

	boolean isNode(String name) {
		TypeProjection type = find(name);
		return type != null && type.isNode();
	}

	TypeProjection get(String name) {
		return Objects.requireNonNull(this.types.get(name), () -> "No projection of " + name);
	}

}
