package se.frirum.platform.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// The page for trying the API, with examples to start from. All of it comes from this
/// server.
@ConditionalOnWebApplication
@Component
class GraphiQl {

	private static final ClassPathResource PAGE = new ClassPathResource("static/graphiql/index.html");

	private static final List<String> EXAMPLES = List.of("report-obstacle", "find-obstacles", "effective-rules",
			"read-provision", "search");

	/// GraphiQL's editor sets styles on its elements, and its fonts stand in its style
	/// sheet.
	private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
			+ "font-src 'self' data:; img-src 'self' data:; frame-ancestors 'none'; object-src 'none'; "
			+ "base-uri 'none'; form-action 'self'";

	/// @param name the file's, without its ending
	/// @param text the document
	/// @param variables values to start from
	record Example(String name, String text, String variables) {

		static Example of(String name) throws IOException {
			return new Example(name, content(name + ".graphql"), content(name + ".json"));
		}

		private static String content(String file) throws IOException {
			return new ClassPathResource("graphql/operations/" + file).getContentAsString(StandardCharsets.UTF_8);
		}

	}

	ServerResponse page(ServerRequest request) {
		return ServerResponse.ok()
			.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
			.contentType(MediaType.TEXT_HTML)
			.body(PAGE);
	}

	ServerResponse examples(ServerRequest request) throws IOException {
		List<Example> examples = new ArrayList<>();
		for (String name : EXAMPLES) {
			examples.add(Example.of(name));
		}
		return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(examples);
	}

}
