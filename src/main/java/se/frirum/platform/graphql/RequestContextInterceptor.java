package se.frirum.platform.graphql;

import java.time.Clock;

import graphql.GraphQLError;
import graphql.introspection.GoodFaithIntrospection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import se.frirum.platform.security.Viewers;

import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

/// Gives each request its [RequestContext], and each error of the engine's own (syntax,
/// validation) the contract's classification.
@Component
class RequestContextInterceptor implements WebGraphQlInterceptor {

	private final Viewers viewers;

	private final Clock clock;

	RequestContextInterceptor(Viewers viewers, Clock clock) {
		this.viewers = viewers;
		this.clock = clock;
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		RequestContext context = RequestContext.starting(this.viewers.current(), this.clock);
		request.configureExecutionInput(
				(_, builder) -> builder.graphQLContext((values) -> values.of(RequestContext.class, context)).build());
		return chain.next(request).map(RequestContextInterceptor::classified);
	}

	private static WebGraphQlResponse classified(WebGraphQlResponse response) {
		if (response.getExecutionResult().getErrors().stream().allMatch(RequestContextInterceptor::isOurs)) {
			return response;
		}
		return response.transform((builder) -> builder
			.errors(response.getExecutionResult().getErrors().stream().map(RequestContextInterceptor::ours).toList()));
	}

	private static boolean isOurs(GraphQLError error) {
		return error.getErrorType() instanceof Classification;
	}

	private static GraphQLError ours(GraphQLError error) {
		return isOurs(error) ? error : classified(error, error.getErrorType());
	}

	private static GraphQLError classified(GraphQLError error, @Nullable Object type) {
		Classification classification = (type instanceof graphql.ErrorType engine) ? switch (engine) {
			case InvalidSyntax, ValidationError, OperationNotSupported -> Classification.BAD_REQUEST;
			case ExecutionAborted -> Classification.TOO_COSTLY;
			case DataFetchingException, NullValueInNonNullableField -> Classification.INTERNAL_ERROR;
		} : (error instanceof GoodFaithIntrospection.BadFaithIntrospectionError) ? Classification.TOO_COSTLY
				: Classification.INTERNAL_ERROR;
		GraphQLError.Builder<?> builder = GraphQLError.newError();
		builder.errorType(classification).message("%s", error.getMessage()).locations(error.getLocations());
		if (error.getPath() != null) {
			builder.path(error.getPath());
		}
		return builder.build();
	}

}
