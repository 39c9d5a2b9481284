package se.frirum.platform.graphql;

import java.util.UUID;

import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;

/// The one place where exceptions become GraphQL errors. What nobody foresaw stays
/// opaque: the caller gets an id, the log the rest.
@Component
class ErrorResolution extends DataFetcherExceptionResolverAdapter {

	private static final Logger log = LoggerFactory.getLogger(ErrorResolution.class);

	@Override
	protected @Nullable GraphQLError resolveToSingleError(Throwable failure, DataFetchingEnvironment environment) {
		return switch (failure) {
			case Refusal refusal -> error(environment, refusal.classification(), String.valueOf(refusal.getMessage()));
			case BindException _ -> error(environment, Classification.BAD_REQUEST, "An argument has the wrong form.");
			default -> unforeseen(environment, failure);
		};
	}

	private static GraphQLError unforeseen(DataFetchingEnvironment environment, Throwable failure) {
		String id = UUID.randomUUID().toString();
		log.error("Fault {} in {}", id, environment.getExecutionStepInfo().getPath(), failure);
		return error(environment, Classification.INTERNAL_ERROR,
				"Something went wrong on our side. Tell us this number: " + id);
	}

	private static GraphQLError error(DataFetchingEnvironment environment, Classification classification,
			String message) {
		return GraphQLError.newError()
			.errorType(classification)
			.message("%s", message)
			.location(environment.getField().getSourceLocation())
			.path(environment.getExecutionStepInfo().getPath())
			.build();
	}

}
