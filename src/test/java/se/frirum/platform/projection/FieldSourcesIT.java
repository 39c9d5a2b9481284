package se.frirum.platform.projection;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.RuntimeWiring;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.frirum.FrirumTest;
import se.frirum.platform.graphql.Problem;

import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.graphql.execution.SchemaMappingInspector;
import org.springframework.graphql.execution.SchemaReport;
import org.springframework.stereotype.Controller;

import static org.assertj.core.api.Assertions.assertThat;

/// Each field of the schema is answered from exactly one place, described, and open to
/// whom it says.
@FrirumTest
class FieldSourcesIT {

	private final GraphQLSchema schema;

	private final Projections projections;

	private final Collection<RuntimeWiringConfigurer> wirings;

	private final Map<String, Method> controllers;

	private final Map<String, Class<?>> records = new HashMap<>(
			Map.of("Problem", Problem.class, "PageInfo", PageInfo.class));

	FieldSourcesIT(GraphQlSource source, Projections projections, ApplicationContext context) {
		this.schema = source.schema();
		this.wirings = context.getBeansOfType(RuntimeWiringConfigurer.class).values();
		this.projections = projections;
		this.controllers = context.getBeansWithAnnotation(Controller.class)
			.values()
			.stream()
			.flatMap((bean) -> Arrays.stream(bean.getClass().getDeclaredMethods()))
			.filter((method) -> AnnotatedElementUtils.hasAnnotation(method, SchemaMapping.class))
			.collect(Collectors.toMap(FieldSourcesIT::field, (method) -> method));
		mutations().forEach((field) -> {
			Method method = this.controllers.get("Mutation." + field.getName());
			if (method != null) {
				this.records.put(GraphQLTypeUtil.unwrapAllAs(field.getType()) instanceof GraphQLNamedType type
						? type.getName() : "", method.getReturnType());
			}
		});
	}

	private static String field(Method method) {
		SchemaMapping mapping = Objects
			.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(method, SchemaMapping.class));
		return mapping.typeName() + "." + (mapping.field().isEmpty() ? method.getName() : mapping.field());
	}

	private List<GraphQLFieldDefinition> mutations() {
		return Objects.requireNonNull(this.schema.getMutationType()).getFieldDefinitions();
	}

	private <T extends GraphQLNamedType> Stream<T> types(Class<T> kind) {
		return this.schema.getAllTypesAsList()
			.stream()
			.filter((type) -> !type.getName().startsWith("__"))
			.filter(kind::isInstance)
			.map(kind::cast);
	}

	private Stream<String> fields() {
		return types(GraphQLObjectType.class).flatMap(
				(type) -> type.getFieldDefinitions().stream().map((field) -> type.getName() + "." + field.getName()));
	}

	private List<String> sources(String coordinates) {
		String type = coordinates.substring(0, coordinates.indexOf('.'));
		String field = coordinates.substring(type.length() + 1);
		List<String> sources = new ArrayList<>();
		TypeProjection projection = this.projections.find(type);
		if (projection != null && projection.fields().containsKey(field)) {
			sources.add("the projection of " + type);
		}
		if (paging(type).contains(field)) {
			sources.add("paging");
		}
		if (this.controllers.containsKey(coordinates)) {
			sources.add("a controller's method");
		}
		if (components(this.records.get(type)).contains(field)) {
			sources.add("a record's component");
		}
		return sources;
	}

	private Set<String> paging(String type) {
		return this.projections.connectionTypes()
			.keySet()
			.stream()
			.map((node) -> type.equals(node + "Connection") ? Set.of("edges", "nodes", "pageInfo", "totalCount")
					: type.equals(node + "Edge") ? Set.of("cursor", "node") : Set.<String>of())
			.flatMap(Set::stream)
			.collect(Collectors.toSet());
	}

	private static Set<String> components(@Nullable Class<?> type) {
		return (type != null && type.isRecord())
				? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).collect(Collectors.toSet())
				: Set.of();
	}

	@Test
	void eachFieldHasExactlyOneSource() {
		assertThat(fields()).hasSizeGreaterThan(150)
			.allSatisfy((field) -> assertThat(sources(field)).as(field).hasSize(1));
	}

	@Test
	void eachLineOfTheTableAnswersAField() {
		Set<String> fields = fields().collect(Collectors.toSet());
		List<String> lines = this.projections.types()
			.stream()
			.flatMap((type) -> type.fields().keySet().stream().map((field) -> type.name() + "." + field))
			.toList();
		assertThat(fields).containsAll(lines);
		assertThat(fields).containsAll(this.controllers.keySet());
	}

	@Test
	void eachLineLeadsToTheTypeOfItsField() {
		for (TypeProjection type : this.projections.types()) {
			type.fields().forEach((name, source) -> {
				String declared = typeName(
						Objects.requireNonNull(this.schema.getObjectType(type.name())).getFieldDefinition(name));
				String reached = switch (source) {
					case FieldSource.One one -> one.type();
					case FieldSource.Many many -> many.type();
					case FieldSource.Live live -> live.part().type();
					case FieldSource.Connection connection -> connection.name() + "Connection";
					case FieldSource.Count _ -> "Int";
					case FieldSource.Value _, FieldSource.Computed _ -> declared;
				};
				assertThat(reached).as(type.name() + "." + name).isEqualTo(declared);
			});
		}
	}

	private static String typeName(@Nullable GraphQLFieldDefinition field) {
		return ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(Objects.requireNonNull(field).getType())).getName();
	}

	@Test
	void springFindsNothingUnmapped() {
		RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
		this.wirings.forEach((each) -> each.configure(wiring));
		SchemaReport report = SchemaMappingInspector.inspect(this.schema, wiring.build());
		assertThat(report.unmappedFields()).isEmpty();
		assertThat(report.unmappedRegistrations()).isEmpty();
		assertThat(report.unmappedArguments()).isEmpty();
		assertThat(report.fieldNullnessErrors()).isEmpty();
		assertThat(report.argumentNullnessErrors()).isEmpty();
		assertThat(report.skippedTypes()).as("what Spring can't look into, the table answers")
			.allMatch((skipped) -> isProjected(skipped.type()));
	}

	private boolean isProjected(GraphQLType type) {
		return type instanceof GraphQLNamedType named && this.projections.find(named.getName()) != null
				|| type instanceof GraphQLInterfaceType declared
						&& this.schema.getImplementations(declared).stream().allMatch(this::isProjected);
	}

	@Test
	void everythingInTheSchemaIsDescribed() {
		Map<String, @Nullable String> descriptions = new HashMap<>();
		types(GraphQLNamedType.class)
			.filter((type) -> !Set.of("Int", "Float", "String", "Boolean", "ID").contains(type.getName()))
			.forEach((type) -> descriptions.put(type.getName(), type.getDescription()));
		Stream.concat(types(GraphQLObjectType.class), types(GraphQLInterfaceType.class))
			.forEach((type) -> fields((GraphQLFieldsContainer) type, descriptions));
		types(GraphQLEnumType.class).forEach((type) -> type.getValues()
			.forEach((value) -> descriptions.put(type.getName() + "." + value.getName(), value.getDescription())));
		types(GraphQLInputObjectType.class).forEach((type) -> type.getFieldDefinitions()
			.forEach((field) -> descriptions.put(type.getName() + "." + field.getName(), field.getDescription())));
		assertThat(descriptions).hasSizeGreaterThan(300)
			.allSatisfy((part, description) -> assertThat(description).as(part).isNotBlank());
	}

	private static void fields(GraphQLFieldsContainer type, Map<String, @Nullable String> descriptions) {
		for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
			String name = type.getName() + "." + field.getName();
			descriptions.put(name, field.getDescription());
			for (GraphQLArgument argument : field.getArguments()) {
				descriptions.put(name + "(" + argument.getName() + ")", argument.getDescription());
			}
		}
	}

	@Test
	void eachRootFieldSaysWhoMayCallIt() {
		Stream<GraphQLFieldDefinition> roots = Stream
			.of(this.schema.getQueryType(), this.schema.getMutationType(), this.schema.getSubscriptionType())
			.flatMap((type) -> Objects.requireNonNull(type).getFieldDefinitions().stream());
		assertThat(roots).allSatisfy(
				(field) -> assertThat(Stream.of("public", "signedIn", "allowed").filter(field::hasAppliedDirective))
					.as(field.getName())
					.hasSize(1));
		assertThat(mutations()).noneMatch((field) -> field.hasAppliedDirective("public"));
	}

	@Test
	void listsThatCanGrowArePagedByKeyAndCountedWhole() {
		assertThat(this.projections.connectionTypes()).isNotEmpty().allSatisfy((name, node) -> {
			GraphQLObjectType connection = Objects.requireNonNull(this.schema.getObjectType(name + "Connection"));
			assertThat(connection.getFieldDefinitions()
				.stream()
				.collect(Collectors.toMap(GraphQLFieldDefinition::getName,
						(field) -> GraphQLTypeUtil.simplePrint(field.getType()))))
				.containsExactlyInAnyOrderEntriesOf(Map.of("edges", "[" + name + "Edge]", "nodes", "[" + node + "!]!",
						"pageInfo", "PageInfo!", "totalCount", "Int!"));
		});
	}

}
