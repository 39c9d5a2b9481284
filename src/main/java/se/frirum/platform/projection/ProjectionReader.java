package se.frirum.platform.projection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.RequestContext;
import se.frirum.platform.security.Audience;
import se.frirum.platform.security.Role;
import se.frirum.platform.security.Viewer;

/// Answers a root field with one statement.
final class ProjectionReader {

	private final Projections projections;

	private final Transactions transactions;

	ProjectionReader(Projections projections, Transactions transactions) {
		this.projections = projections;
		this.transactions = transactions;
	}

	/// @param type the root: `Query` or a mutation's payload
	@Nullable Object read(String type, Map<String, Object> arguments, DataFetchingEnvironment environment) {
		RequestContext context = RequestContext.of(environment);
		context.timeLeft();
		Composer composer = new Composer(this.projections, environment.getGraphQLSchema(),
				new Asked(context.viewer(), context.today(), Map.of()));
		Composer.Composed composed = composer.field(type, environment.getField().getName(), arguments,
				environment.getSelectionSet().getImmediateFields(), "root");
		Map<String, Object> parameters = new HashMap<>(composer.parameters());
		parameters.put("viewer", parameters(context.viewer()));
		parameters.put("today", context.today());
		List<Row> rows = this.transactions.read(context.timeLeft(), "RETURN " + composed.expression() + " AS answer",
				parameters);
		return composed.reading().read(rows.getFirst().values().get("answer"));
	}

	private static Map<String, Object> parameters(Viewer viewer) {
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("audiences", Audience.of(viewer).stream().map(Audience::name).toList());
		parameters.put("name", viewer.name());
		parameters.put("roles", viewer.roles().stream().map(Role::name).sorted().toList());
		parameters.put("organisation", viewer.organisation());
		parameters.put("reviews", viewer.reviews());
		return parameters;
	}

}
