package se.frirum.platform.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import se.frirum.platform.graphql.Classification;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/// A request refused before GraphQL saw it, told in GraphQL's form.
///
/// @param message what is wrong and what to send instead, for people
record ErrorAnswer(HttpStatus status, Classification classification, String message) {

	static ErrorAnswer badRequest(String message) {
		return new ErrorAnswer(HttpStatus.BAD_REQUEST, Classification.BAD_REQUEST, message);
	}

	Map<String, Object> body() {
		return Map.of("errors", List
			.of(Map.of("message", this.message, "extensions", Map.of("classification", this.classification.name()))));
	}

	ServerResponse.BodyBuilder response() {
		return ServerResponse.status(this.status).contentType(MediaType.APPLICATION_JSON);
	}

	ServerResponse toResponse() {
		return response().body(body());
	}

	void writeTo(HttpServletResponse response) throws IOException {
		response.setStatus(this.status.value());
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setHeader("X-Content-Type-Options", "nosniff");
		JsonMapper.shared().writeValue(response.getOutputStream(), body());
	}

}
