package se.frirum.platform.http;

import java.net.URI;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.frirum.platform.graphql.Classification;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/// Which paths the API has.
@ConditionalOnWebApplication
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

	private static final Logger log = LoggerFactory.getLogger(HttpConfiguration.class);

	/// Stands before Spring's own routes for `/graphql`.
	@Bean
	@Order(-1)
	RouterFunction<ServerResponse> apiRoutes(GraphQlEndpoint graphQl, GraphiQl graphiQl) {
		return RouterFunctions.route()
			.POST("/graphql", graphQl::post)
			.GET("/graphql", HttpConfiguration::wantsPage, HttpConfiguration::toPage)
			.GET("/graphql", graphQl::get)
			.GET("/graphiql", graphiQl::page)
			.GET("/graphiql/operations", graphiQl::examples)
			.onError(Exception.class, HttpConfiguration::unforeseen)
			.build();
	}

	private static ServerResponse toPage(ServerRequest request) {
		return ServerResponse.seeOther(URI.create("/graphiql")).build();
	}

	private static boolean wantsPage(ServerRequest request) {
		return request.param("query").isEmpty() && GraphQlEndpoint.accepted(request).contains(MediaType.TEXT_HTML);
	}

	private static ServerResponse unforeseen(Throwable failure, ServerRequest request) {
		String id = UUID.randomUUID().toString();
		log.error("Fault {} at {}", id, request.path(), failure);
		return new ErrorAnswer(HttpStatus.INTERNAL_SERVER_ERROR, Classification.INTERNAL_ERROR,
				"Something went wrong on our side. Tell us this number: " + id)
			.toResponse();
	}

	/// Holds for each WebSocket from its first byte, where the handler comes too late.
	@Bean
	ServletServerContainerFactoryBean webSockets() {
		ServletServerContainerFactoryBean container = new ServletServerContainerFactoryBean();
		container.setMaxTextMessageBufferSize(GraphQlSocket.LONGEST_MESSAGE);
		return container;
	}

	/// Text is text: a number where a string belongs is refused, not rewritten.
	@Bean
	JsonMapperBuilderCustomizer strictText() {
		return (json) -> json.withCoercionConfig(LogicalType.Textual,
				(text) -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
	}

}
