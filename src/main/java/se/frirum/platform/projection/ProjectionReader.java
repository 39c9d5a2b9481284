package se.frirum.platform.projection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.RequestContext;

/// Answers a root field with one statement, or each part of one that goes on answering.
final class ProjectionReader {

	private final Projections projections;

	private final Transactions transactions;

	ProjectionReader(Projections projections, Transactions transactions) {
		this.projections = projections;
		this.transactions = transactions;
	}

	/// @param type the root: `Query` or a mutation's payload
	@Nullable Object read(String type, Map<String, Object> arguments, DataFetchingEnvironment environment) {
		return read(type, arguments, environment, RequestContext.of(environment));
	}

	/// Reads what a mutation wrote, in time of its own: whoever waited long for the write
	/// is told that it was done.
	@Nullable Object readBack(String payload, Map<String, Object> arguments, DataFetchingEnvironment environment) {
		return read(payload, arguments, environment, RequestContext.of(environment).anew());
	}

	/// The stream of a root field that goes on answering.
	Publisher<?> follow(String type, DataFetchingEnvironment environment) {
		RequestContext context = RequestContext.of(environment);
		FieldSource.Live live = (FieldSource.Live) this.projections.get(type).field(environment.getField().getName());
		Asked asked = new Asked(context, environment.getArguments());
		return live.delivery().deliver(asked, (bounds) -> part(type, bounds, environment));
	}

	private List<?> part(String type, Map<String, Object> bounds, DataFetchingEnvironment environment) {
		Map<String, Object> arguments = new HashMap<>(environment.getArguments());
		arguments.putAll(bounds);
		RequestContext context = RequestContext.of(environment).anew();
		return (List<?>) Objects.requireNonNull(read(type, arguments, environment, context));
	}

	private @Nullable Object read(String type, Map<String, Object> arguments, DataFetchingEnvironment environment,
			RequestContext context) {
		context.timeLeft();
		Asked viewpoint = new Asked(context, Map.of());
		Composer composer = new Composer(this.projections, environment.getGraphQLSchema(), viewpoint);
		Composer.Composed composed = composer.field(type, environment.getField().getName(), arguments,
				environment.getSelectionSet().getImmediateFields(), "root");
		Map<String, Object> parameters = new HashMap<>(composer.parameters());
		parameters.putAll(viewpoint.parameters());
		List<Row> rows = this.transactions.read(context.timeLeft(), "RETURN " + composed.expression() + " AS answer",
				parameters);
		return composed.reading().read(rows.getFirst().values().get("answer"));
	}

}
