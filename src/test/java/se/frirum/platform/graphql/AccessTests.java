package se.frirum.platform.graphql;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.frirum.platform.security.Role;
import se.frirum.platform.security.Viewer;

import static org.assertj.core.api.Assertions.assertThat;

/// A root field is open to those whom the schema names, and to nobody where it names
/// none.
class AccessTests {

	private static final String SCHEMA = """
			directive @public on FIELD_DEFINITION
			directive @signedIn on FIELD_DEFINITION
			directive @allowed(to: [Role!]!) on FIELD_DEFINITION
			enum Role { REPORTER ANALYST LIAISON ADMIN }
			type Query { open: Thing @public  forAccounts: Thing @signedIn  silent: Thing  forLiaisons: Thing @allowed(to: [LIAISON]) }
			type Mutation { silent: Thing  report: Thing @allowed(to: [REPORTER, ANALYST]) }
			type Thing { name: String }
			""";

	private static final Viewer NOBODY = Viewer.PUBLIC;

	private final GraphQL graphQl = GraphQL
		.newGraphQL(new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SCHEMA),
				RuntimeWiring.newRuntimeWiring()
					.type("Query", (type) -> type.defaultDataFetcher((_) -> Map.of("name", "found")))
					.type("Mutation", (type) -> type.defaultDataFetcher((_) -> Map.of("name", "changed")))
					.build()))
		.instrumentation(new Access())
		.defaultDataFetcherExceptionHandler(new Refusals())
		.build();

	private static Viewer viewer(Role... roles) {
		return new Viewer("account", "Somebody", Set.of(roles), "organisation:0581");
	}

	private ExecutionResult ask(Viewer viewer, String document) {
		return this.graphQl.execute(ExecutionInput.newExecutionInput(document)
			.graphQLContext(Map.of(RequestContext.class, RequestContext.starting(viewer, Clock.systemUTC()))));
	}

	private List<String> refusals(Viewer viewer, String document) {
		return ask(viewer, document).getErrors().stream().map((error) -> error.getErrorType().toString()).toList();
	}

	@Test
	void whatIsPublicAnswersAnybody() {
		ExecutionResult answer = ask(NOBODY, "{ open { name } }");
		assertThat(answer.getErrors()).isEmpty();
		assertThat(answer.<Map<String, Object>>getData()).containsEntry("open", Map.of("name", "found"));
	}

	@ParameterizedTest
	@EnumSource
	void whatSaysNothingIsClosedToEveryRole(Role role) {
		assertThat(refusals(viewer(role), "{ silent { name } }")).containsExactly("FORBIDDEN");
		assertThat(refusals(viewer(role), "mutation { silent { name } }")).containsExactly("FORBIDDEN");
	}

	@Test
	void whoeverIsNotSignedInIsAskedTo() {
		assertThat(refusals(NOBODY, "{ silent { name } }")).containsExactly("UNAUTHORIZED");
		assertThat(refusals(NOBODY, "{ forLiaisons { name } }")).containsExactly("UNAUTHORIZED");
		assertThat(refusals(NOBODY, "mutation { report { name } }")).containsExactly("UNAUTHORIZED");
	}

	@Test
	void whoeverIsSignedInMayWhateverTheirRolesWhereTheSchemaSaysSo() {
		assertThat(refusals(viewer(), "{ forAccounts { name } }")).isEmpty();
		assertThat(refusals(NOBODY, "{ forAccounts { name } }")).containsExactly("UNAUTHORIZED");
	}

	@Test
	void aRoleThatIsNamedMay() {
		assertThat(refusals(viewer(Role.LIAISON), "{ forLiaisons { name } }")).isEmpty();
		assertThat(refusals(viewer(Role.REPORTER), "mutation { report { name } }")).isEmpty();
		assertThat(refusals(viewer(Role.REPORTER, Role.LIAISON), "{ forLiaisons { name } }")).isEmpty();
	}

	@Test
	void aRoleThatIsNotNamedMayNot() {
		assertThat(refusals(viewer(Role.REPORTER), "{ forLiaisons { name } }")).containsExactly("FORBIDDEN");
		assertThat(refusals(viewer(), "{ forLiaisons { name } }")).containsExactly("FORBIDDEN");
		assertThat(refusals(viewer(Role.LIAISON), "mutation { report { name } }")).containsExactly("FORBIDDEN");
	}

	@Test
	void anAdministratorMayWhateverSomeRoleMay() {
		assertThat(refusals(viewer(Role.ADMIN), "{ forLiaisons { name } }")).isEmpty();
		assertThat(refusals(viewer(Role.ADMIN), "mutation { report { name } }")).isEmpty();
	}

	@Test
	void oneRefusalLeavesTheOthersAnswered() {
		ExecutionResult answer = ask(NOBODY, "{ open { name } forLiaisons { name } other: open { name } }");
		assertThat(answer.getErrors()).hasSize(1);
		Map<String, Object> data = answer.getData();
		assertThat(data).containsKeys("open", "other").containsEntry("forLiaisons", null);
	}

	@Test
	void anAliasOpensNothing() {
		assertThat(refusals(NOBODY, "{ open: forLiaisons { name } }")).containsExactly("UNAUTHORIZED");
		assertThat(refusals(NOBODY, "{ ...hidden } fragment hidden on Query { open: silent { name } }"))
			.containsExactly("UNAUTHORIZED");
	}

	@Test
	void theSchemaItselfIsNoSecret() {
		assertThat(refusals(NOBODY, "{ __typename __schema { queryType { name } } }")).isEmpty();
	}

	/// Tells refusals by their classification.
	private static final class Refusals implements DataFetcherExceptionHandler {

		@Override
		public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
				DataFetcherExceptionHandlerParameters failure) {
			Refusal refusal = (Refusal) failure.getException();
			return CompletableFuture.completedFuture(
					DataFetcherExceptionHandlerResult
						.newResult(GraphqlErrorBuilder.newError()
							.errorType(refusal.classification())
							.message("%s", String.valueOf(refusal.getMessage()))
							.build())
						.build());
		}

	}

}
