package se.frirum.platform.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import se.frirum.platform.graphql.Classification;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.graphql.MediaTypes;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.support.SerializableGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// GraphQL over HTTP: a POST with JSON, or a GET for queries. What could be executed
/// answers 200, what could not answers 400, in whichever of the two media types was asked
/// for; or as an [EventStream], which subscriptions need.
@ConditionalOnWebApplication
@Component
class GraphQlEndpoint {

	private static final ErrorAnswer NOT_JSON = new ErrorAnswer(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
			Classification.BAD_REQUEST, "Send JSON, with Content-Type: application/json.");

	private static final ErrorAnswer POST_ONLY = new ErrorAnswer(HttpStatus.METHOD_NOT_ALLOWED,
			Classification.BAD_REQUEST, "Only queries can be asked with GET. Send this with POST.");

	private static final ErrorAnswer UNREADABLE = ErrorAnswer.badRequest(
			"The request can't be read. Send {\"query\": \"…\", \"variables\": {…}, \"operationName\": \"…\"}.");

	private static final ErrorAnswer NO_QUERY = ErrorAnswer.badRequest("Put a GraphQL document into \"query\".");

	private static final ErrorAnswer STREAM_ONLY = new ErrorAnswer(HttpStatus.NOT_ACCEPTABLE,
			Classification.BAD_REQUEST, "A subscription goes on answering. Accept text/event-stream for it, "
					+ "or open a WebSocket at /graphql (graphql-transport-ws).");

	private static final TypeReference<@Nullable Map<String, @Nullable Object>> VALUES = new TypeReference<>() {
	};

	private static final List<MediaType> ANSWERED = List.of(MediaTypes.APPLICATION_GRAPHQL_RESPONSE,
			MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM);

	private final WebGraphQlHandler graphQl;

	private final JsonMapper json;

	private final IdGenerator ids = new AlternativeJdkIdGenerator();

	GraphQlEndpoint(WebGraphQlHandler graphQl, JsonMapper json) {
		this.graphQl = graphQl;
		this.json = json;
	}

	ServerResponse post(ServerRequest request) throws IOException {
		if (!isJson(request)) {
			return NOT_JSON.response()
				.header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
				.body(NOT_JSON.body());
		}
		SerializableGraphQlRequest question;
		try {
			question = this.json.readValue(request.servletRequest().getInputStream(), SerializableGraphQlRequest.class);
		}
		catch (JacksonException unreadable) {
			return UNREADABLE.toResponse();
		}
		return (question != null) ? answer(request, question) : UNREADABLE.toResponse();
	}

	ServerResponse get(ServerRequest request) {
		String document = request.param("query").orElse("");
		String operation = request.param("operationName").filter(StringUtils::hasText).orElse(null);
		if (changesSomething(document, operation)) {
			return POST_ONLY.response().allow(HttpMethod.POST).body(POST_ONLY.body());
		}
		SerializableGraphQlRequest question = new SerializableGraphQlRequest();
		question.setQuery(document);
		question.setOperationName(operation);
		try {
			question.setVariables(values(request, "variables"));
		}
		catch (JacksonException unreadable) {
			return UNREADABLE.toResponse();
		}
		return answer(request, question);
	}

	private Map<String, @Nullable Object> values(ServerRequest request, String parameter) {
		String text = request.param(parameter).filter(StringUtils::hasText).orElse("{}");
		Map<String, @Nullable Object> values = this.json.readValue(text, VALUES);
		return (values != null) ? values : Map.of();
	}

	private ServerResponse answer(ServerRequest request, SerializableGraphQlRequest question) {
		if (!StringUtils.hasText(question.getQuery())) {
			return NO_QUERY.toResponse();
		}
		WebGraphQlResponse answer = Objects.requireNonNull(
				this.graphQl
					.handleRequest(new WebGraphQlRequest(request.uri(), request.headers().asHttpHeaders(), null,
							request.remoteAddress().orElse(null), request.attributes(), question,
							this.ids.generateId().toString(), LocaleContextHolder.getLocale()))
					.block());
		if (answer.getExecutionResult().getData() instanceof Publisher<?> results) {
			return accepted(request).stream().anyMatch(MediaType.TEXT_EVENT_STREAM::equalsTypeAndSubtype)
					? EventStream.of(results, this.json) : STREAM_ONLY.toResponse();
		}
		MediaType type = preferredType(request);
		if (type.equals(MediaType.TEXT_EVENT_STREAM)) {
			return EventStream.of(Mono.just(answer.getExecutionResult()), this.json);
		}
		return ServerResponse
			.status(answer.getExecutionResult().isDataPresent() ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
			.headers((headers) -> headers.putAll(answer.getResponseHeaders()))
			.contentType(type)
			.body(answer.toMap());
	}

	private static boolean isJson(ServerRequest request) {
		try {
			return request.headers().contentType().filter(MediaType.APPLICATION_JSON::includes).isPresent();
		}
		catch (InvalidMediaTypeException unreadable) {
			return false;
		}
	}

	/// What doesn't parse changes nothing; the engine says what is wrong with it.
	private static boolean changesSomething(String document, @Nullable String operation) {
		try {
			return Parser.parse(document)
				.getDefinitionsOfType(OperationDefinition.class)
				.stream()
				.filter((definition) -> operation == null || operation.equals(definition.getName()))
				.anyMatch((definition) -> definition.getOperation() != Operation.QUERY);
		}
		catch (InvalidSyntaxException unreadable) {
			return false;
		}
	}

	private static MediaType preferredType(ServerRequest request) {
		return accepted(request).stream()
			.filter((type) -> ANSWERED.stream().anyMatch(type::equalsTypeAndSubtype))
			.findFirst()
			.map(MediaType::removeQualityValue)
			.orElse(MediaType.APPLICATION_JSON);
	}

	/// What the caller accepts, the most specific first; nothing where that can't be
	/// read.
	static List<MediaType> accepted(ServerRequest request) {
		try {
			List<MediaType> accepted = new ArrayList<>(request.headers().accept());
			MimeTypeUtils.sortBySpecificity(accepted);
			return accepted;
		}
		catch (InvalidMediaTypeException | InvalidMimeTypeException unreadable) {
			return List.of();
		}
	}

}
