package se.frirum.platform.graphql;

import java.util.List;
import java.util.Objects;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;
import org.jspecify.annotations.Nullable;
import se.frirum.platform.security.Role;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Component;

/// Who may call which operation. The schema says it at each root field: `@public`,
/// `@signedIn`, or `@allowed(to: [ANALYST, LIAISON])`; where it says nothing, nobody may.
@Component
class Access extends SimplePerformantInstrumentation {

	static final String PUBLIC = "public";

	static final String SIGNED_IN = "signedIn";

	static final String ALLOWED = "allowed";

	@Override
	public DataFetcher<?> instrumentDataFetcher(DataFetcher<?> fetcher, InstrumentationFieldFetchParameters parameters,
			@Nullable InstrumentationState state) {
		boolean root = parameters.getExecutionStepInfo().getPath().getLevel() == 1;
		GraphQLFieldDefinition field = Objects.requireNonNull(parameters.getExecutionStepInfo().getFieldDefinition());
		return root && !field.getName().startsWith("__") ? guarded(fetcher, field) : fetcher;
	}

	private static DataFetcher<?> guarded(DataFetcher<?> fetcher, GraphQLFieldDefinition field) {
		return (environment) -> {
			check(field, RequestContext.of(environment).viewer());
			return fetcher.get(environment);
		};
	}

	private static void check(GraphQLFieldDefinition field, Viewer viewer) {
		if (field.hasAppliedDirective(PUBLIC)) {
			return;
		}
		if (!viewer.signedIn()) {
			throw new Refusal.NotSignedIn();
		}
		if (!field.hasAppliedDirective(SIGNED_IN) && allowed(field).stream().noneMatch(viewer::is)) {
			throw new Refusal.NotAllowed("Your role does not include " + field.getName() + ".");
		}
	}

	private static List<Role> allowed(GraphQLFieldDefinition field) {
		GraphQLAppliedDirective directive = field.getAppliedDirective(ALLOWED);
		if (directive == null) {
			return List.of();
		}
		List<String> roles = Objects.requireNonNull(directive.getArgument("to")).getValue();
		return roles.stream().map(Role::valueOf).toList();
	}

}
