package se.frirum.platform.projection;

import java.util.List;

import graphql.ExecutionResult;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Refuses a query that asks for too much before anything of it runs: too deep, too many
/// fields or aliases, or too much work, estimated from the selection, its page sizes and
/// how many nodes a hop typically leads to.
@Component
class QueryLimits extends SimplePerformantInstrumentation {

	static final int DEPTH = 12;

	static final int ROOTS = 20;

	static final int ALIASES = 100;

	/// Connections that stand inside the items of other lists.
	static final int NESTED_CONNECTIONS = 2;

	static final long COST = 50_000;

	private final Projections projections;

	QueryLimits(Projections projections) {
		this.projections = projections;
	}

	@Override
	public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
		ExecutableNormalizedOperation operation = parameters.getExecutionContext().getNormalizedQueryTree().get();
		List<ExecutableNormalizedField> roots = operation.getTopLevelFields()
			.stream()
			.filter((field) -> !field.getName().startsWith("__"))
			.toList();
		require(roots.size() <= ROOTS, "At most %d operations in one request.".formatted(ROOTS));
		int depth = roots.stream().mapToInt(QueryLimits::depth).max().orElse(0);
		require(depth <= DEPTH, "At most %d levels deep; this has %d.".formatted(DEPTH, depth));
		int aliases = roots.stream().mapToInt(QueryLimits::aliases).sum();
		require(aliases <= ALIASES, "At most %d aliases; this has %d.".formatted(ALIASES, aliases));
		long cost = roots.stream().mapToLong((field) -> cost(field, 1, -1)).sum();
		require(cost <= COST, "Too much at once (%,d where %,d is the most). Ask for smaller pages or fewer fields."
			.formatted(cost, COST));
		return null;
	}

	private static int depth(ExecutableNormalizedField field) {
		return 1 + field.getChildren().stream().mapToInt(QueryLimits::depth).max().orElse(0);
	}

	private static int aliases(ExecutableNormalizedField field) {
		return ((field.getAlias() != null) ? 1 : 0) + field.getChildren().stream().mapToInt(QueryLimits::aliases).sum();
	}

	/// @param times how many objects carry the field
	/// @param lists how many lists it stands inside, the outermost not counted
	private long cost(ExecutableNormalizedField field, long times, int lists) {
		FieldSource source = source(field);
		int inside = lists;
		long reached = times;
		if (source != null) {
			reached = times * ((source instanceof FieldSource.One) ? 1 : Math.max(1, source.degree()));
			if (source instanceof FieldSource.Connection) {
				inside = lists + 1;
				require(inside <= NESTED_CONNECTIONS,
						"At most %d paged lists inside one another.".formatted(NESTED_CONNECTIONS + 1));
				int page = pageSize(field);
				long carried = times * ((inside == 0) ? page : Math.min(page, source.degree()));
				return addition(times * ((inside == 0) ? page : source.degree()), field, carried, inside);
			}
		}
		long own = (source != null) ? times * Math.max(1, source.degree()) : times;
		return addition(own, field, reached, inside);
	}

	private long addition(long own, ExecutableNormalizedField field, long times, int lists) {
		long sum = own;
		for (ExecutableNormalizedField child : field.getChildren()) {
			sum += cost(child, times, lists);
			require(sum <= COST * 1_000, "Too much at once. Ask for smaller pages or fewer fields.");
		}
		return sum;
	}

	private @Nullable FieldSource source(ExecutableNormalizedField field) {
		return field.getObjectTypeNames()
			.stream()
			.map(this.projections::find)
			.filter((type) -> type != null && type.fields().containsKey(field.getName()))
			.map((type) -> (type != null) ? type.field(field.getName()) : null)
			.findFirst()
			.orElse(null);
	}

	private static int pageSize(ExecutableNormalizedField field) {
		Object first = field.getResolvedArguments().get("first");
		Object size = (first != null) ? first : field.getResolvedArguments().get("last");
		return (size instanceof Integer number) ? Math.clamp(number, 1, PageRequest.MOST) : PageRequest.DEFAULT;
	}

	private static void require(boolean holds, String message) {
		if (!holds) {
			throw new AbortExecutionException(message);
		}
	}

}
