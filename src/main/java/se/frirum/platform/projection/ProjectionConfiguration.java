package se.frirum.platform.projection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.Payload;

import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/// Puts the read path behind the schema's fields.
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

	private static final DataFetcher<Object> PROJECTED = (environment) -> Objects
		.requireNonNull(environment.<Projected>getSource())
		.get(environment.getMergedField().getResultKey());

	@Bean
	Projections projections(List<ProjectionTable> tables) {
		return new Projections(tables);
	}

	@Bean
	RuntimeWiringConfigurer projectionWiring(Projections projections, Transactions transactions) {
		ProjectionReader reader = new ProjectionReader(projections, transactions);
		return (wiring) -> {
			projections.types()
				.forEach((type) -> wire(wiring, type.name(), fetcher(type, projections, reader),
						type.fields().keySet()));
			projections.connectionTypes().keySet().forEach((type) -> {
				wire(wiring, type + "Connection", PROJECTED, Set.of("edges", "nodes", "pageInfo", "totalCount"));
				wire(wiring, type + "Edge", PROJECTED, Set.of("cursor", "node"));
			});
		};
	}

	private static void wire(RuntimeWiring.Builder wiring, String type, DataFetcher<?> fetcher, Set<String> fields) {
		TypeRuntimeWiring.Builder fetchers = TypeRuntimeWiring.newTypeWiring(type);
		fields.forEach((field) -> fetchers.dataFetcher(field, fetcher));
		wiring.type(fetchers);
	}

	private static DataFetcher<?> fetcher(TypeProjection type, Projections projections, ProjectionReader reader) {
		if (type == projections.query()) {
			return (environment) -> RootFields.of(environment)
				.answer(() -> reader.read(type.name(), environment.getArguments(), environment));
		}
		if (type == projections.subscription()) {
			return (environment) -> reader.follow(type.name(), environment);
		}
		return projections.payloads().containsKey(type.name())
				? (environment) -> subject(type.name(), environment, reader) : PROJECTED;
	}

	private static @Nullable Object subject(String type, DataFetchingEnvironment environment, ProjectionReader reader) {
		Payload payload = Objects.requireNonNull(environment.<Payload>getSource());
		if (payload.subjectId() == null) {
			return null;
		}
		Map<String, Object> arguments = new HashMap<>(environment.getArguments());
		arguments.put("subject", payload.subjectId());
		return reader.readBack(type, arguments, environment);
	}

	@Bean
	GraphQlSourceBuilderCustomizer projectedTypes() {
		return (builder) -> builder.defaultTypeResolver((environment) -> environment.getSchema()
			.getObjectType(Objects.requireNonNull(environment.<Projected>getObject()).type()));
	}

	@Bean
	GraphQlSourceBuilderCustomizer fullConnections() {
		return (builder) -> builder.configureTypeDefinitions(new FullConnections());
	}

}
