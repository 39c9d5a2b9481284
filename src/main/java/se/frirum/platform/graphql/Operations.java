package se.frirum.platform.graphql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

import graphql.ErrorType;
import io.micrometer.context.ContextSnapshotFactory;
import org.jspecify.annotations.Nullable;
import se.frirum.platform.security.Viewer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.ExecutionGraphQlResponse;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.stereotype.Component;

/// Runs operation documents in this process, as somebody: what the API would not show
/// them, nobody else shows either.
@Component
public class Operations {

	/// Takes along who is signed in, since fields are fetched in threads of their own.
	private static final ContextSnapshotFactory SIGNED_IN = ContextSnapshotFactory.builder().build();

	private final ObjectProvider<ExecutionGraphQlService> graphQl;

	private final Clock clock;

	Operations(ObjectProvider<ExecutionGraphQlService> graphQl, Clock clock) {
		this.graphQl = graphQl;
		this.clock = clock;
	}

	/// Runs a document of `graphql/operations`.
	/// @param name the file's, without its ending
	/// @return the answer's data
	public Map<String, @Nullable Object> run(String name, Map<String, ?> variables, Viewer viewer) {
		return run(name, variables, starting(viewer));
	}

	/// The same as part of a request: in the time that it has left.
	public Map<String, @Nullable Object> run(String name, Map<String, ?> variables, RequestContext context) {
		return execute(document(name), variables, context);
	}

	/// The context of a request that starts here.
	public RequestContext starting(Viewer viewer) {
		return RequestContext.starting(viewer, this.clock);
	}

	/// Runs a document as part of a request: in the time that it has left.
	/// @return the answer's data
	/// @throws Refusal where the viewer may not do this, the variables are wrong, or no
	/// answer comes in time
	/// @throws IllegalStateException where the answer has other errors
	public Map<String, @Nullable Object> execute(String document, Map<String, ?> variables, RequestContext context) {
		DefaultExecutionGraphQlRequest request = new DefaultExecutionGraphQlRequest(document, null,
				Map.copyOf(variables), Map.of(), UUID.randomUUID().toString(), Locale.ROOT);
		request.configureExecutionInput(
				(_, builder) -> builder.graphQLContext((values) -> values.of(RequestContext.class, context)).build());
		ExecutionGraphQlResponse answer = Objects.requireNonNull(this.graphQl.getObject()
			.execute(request)
			.timeout(context.timeLeft())
			.onErrorMap(TimeoutException.class, Refusal.TimedOut::new)
			.contextWrite(SIGNED_IN.captureAll()::updateContext)
			.block());
		if (!answer.getErrors().isEmpty()) {
			throw refused(answer.getErrors().getFirst());
		}
		return Objects.requireNonNull(answer.getData());
	}

	private static RuntimeException refused(ResponseError error) {
		IllegalStateException failure = new IllegalStateException("An operation failed: " + error);
		return switch (error.getErrorType()) {
			case Classification.UNAUTHORIZED -> new Refusal.NotSignedIn();
			case Classification.FORBIDDEN -> new Refusal.NotAllowed(String.valueOf(error.getMessage()));
			case Classification.BAD_REQUEST, ErrorType.ValidationError ->
				new Refusal.BadRequest(String.valueOf(error.getMessage()));
			case Classification.TIMEOUT -> new Refusal.TimedOut(failure);
			case Classification.UNAVAILABLE -> new Refusal.Unavailable(failure);
			default -> failure;
		};
	}

	private static String document(String name) {
		try {
			return new ClassPathResource("graphql/operations/" + name + ".graphql")
				.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException missing) {
			throw new UncheckedIOException("There is no operation " + name, missing);
		}
	}

}
