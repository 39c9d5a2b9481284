package se.frirum.platform.graphql;

import java.util.List;
import java.util.UUID;

import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.SubscriptionExceptionResolver;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;

/// The one place where exceptions become GraphQL errors. What nobody foresaw stays
/// opaque: the caller gets an id, the log the rest.
@Component
class ErrorResolution extends DataFetcherExceptionResolverAdapter implements SubscriptionExceptionResolver {

	private static final Logger log = LoggerFactory.getLogger(ErrorResolution.class);

	@Override
	protected @Nullable GraphQLError resolveToSingleError(Throwable failure, DataFetchingEnvironment environment) {
		return switch (failure) {
			case Refusal refusal -> error(environment, refusal.classification(), String.valueOf(refusal.getMessage()));
			case BindException _ -> error(environment, Classification.BAD_REQUEST, "An argument has the wrong form.");
			default -> error(environment, Classification.INTERNAL_ERROR,
					unforeseen(environment.getExecutionStepInfo().getPath(), failure));
		};
	}

	/// What ends a stream that is under way.
	@Override
	public Mono<List<GraphQLError>> resolveException(Throwable failure) {
		GraphQLError.Builder<?> error = (failure instanceof Refusal refusal)
				? error(refusal.classification(), String.valueOf(refusal.getMessage()))
				: error(Classification.INTERNAL_ERROR, unforeseen("a stream", failure));
		return Mono.just(List.of(error.build()));
	}

	/// @return what the caller is told
	private static String unforeseen(Object where, Throwable failure) {
		String id = UUID.randomUUID().toString();
		log.error("Fault {} in {}", id, where, failure);
		return "Something went wrong on our side. Tell us this number: " + id;
	}

	private static GraphQLError error(DataFetchingEnvironment environment, Classification classification,
			String message) {
		return error(classification, message).location(environment.getField().getSourceLocation())
			.path(environment.getExecutionStepInfo().getPath())
			.build();
	}

	private static GraphQLError.Builder<?> error(Classification classification, String message) {
		return GraphQLError.newError().errorType(classification).message("%s", message);
	}

}
