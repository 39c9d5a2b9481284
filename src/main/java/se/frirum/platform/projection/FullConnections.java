package se.frirum.platform.projection;

import graphql.language.Description;
import graphql.language.FieldDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeName;
import graphql.schema.idl.TypeDefinitionRegistry;

import org.springframework.graphql.execution.TypeDefinitionConfigurer;

/// Completes the connection types that Spring for GraphQL makes from their use: `nodes`
/// beside `edges`, a `totalCount`, and a description on everything. What the schema
/// itself describes stays as it is.
final class FullConnections implements TypeDefinitionConfigurer {

	private static final String CONNECTION = "Connection";

	private static final String EDGE = "Edge";

	@Override
	public void configure(TypeDefinitionRegistry registry) {
		for (ObjectTypeDefinition type : registry.getTypes(ObjectTypeDefinition.class)) {
			if (type.getDescription() != null) {
				continue;
			}
			String name = type.getName();
			if (name.endsWith(CONNECTION)) {
				replace(registry, type, connection(type, name.substring(0, name.length() - CONNECTION.length())));
			}
			else if (name.endsWith(EDGE)) {
				replace(registry, type, described(type, "An item of a list, with its place there."));
			}
			else if (name.equals("PageInfo")) {
				replace(registry, type, described(type, "Where a page stands in its list."));
			}
		}
	}

	private static void replace(TypeDefinitionRegistry registry, ObjectTypeDefinition old, ObjectTypeDefinition type) {
		registry.remove(old);
		registry.add(type);
	}

	private static ObjectTypeDefinition connection(ObjectTypeDefinition type, String node) {
		ObjectTypeDefinition full = type.transform((builder) -> builder
			.fieldDefinition(field("nodes", new NonNullType(new ListType(new NonNullType(new TypeName(node))))))
			.fieldDefinition(field("totalCount", new NonNullType(new TypeName("Int")))));
		return described(full, "A page of a list that can grow.");
	}

	private static FieldDefinition field(String name, graphql.language.Type<?> type) {
		return FieldDefinition.newFieldDefinition().name(name).type(type).build();
	}

	private static ObjectTypeDefinition described(ObjectTypeDefinition type, String description) {
		return type.transform((builder) -> builder.description(text(description))
			.fieldDefinitions(type.getFieldDefinitions()
				.stream()
				.map((field) -> field.transform((each) -> each.description(text(description(field.getName())))))
				.toList()));
	}

	private static String description(String field) {
		return switch (field) {
			case "edges" -> "The items of this page, each with its cursor.";
			case "nodes" -> "The items of this page.";
			case "pageInfo" -> "Where this page stands in the list.";
			case "totalCount" -> "How many items the whole list has, of those the caller may see.";
			case "cursor" -> "The item's place, for `after` and `before`.";
			case "node" -> "The item.";
			case "hasNextPage" -> "Whether more follows.";
			case "hasPreviousPage" -> "Whether something stands before.";
			case "startCursor" -> "The place of the first item, null on an empty page.";
			case "endCursor" -> "The place of the last item, null on an empty page.";
			default -> throw new IllegalStateException("Undescribed field of a connection: " + field);
		};
	}

	private static Description text(String content) {
		return new Description(content, null, false);
	}

}
