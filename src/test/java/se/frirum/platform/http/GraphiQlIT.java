package se.frirum.platform.http;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@Edge
class GraphiQlIT {

	private static final Pattern ADDRESS = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

	private Http http;

	@BeforeEach
	void find(@LocalServerPort int port) {
		this.http = new Http(port);
	}

	@Test
	void bringsAllItNeedsItself() throws Exception {
		HttpResponse<String> page = this.http.send(this.http.to("/graphiql"));
		assertThat(page.statusCode()).isEqualTo(200);
		List<String> addresses = ADDRESS.matcher(page.body())
			.results()
			.map((MatchResult found) -> found.group(1))
			.toList();
		assertThat(addresses).hasSizeGreaterThan(5).allMatch((address) -> address.matches("/.*|data:,"));
		for (String address : addresses) {
			if (address.startsWith("/") && !address.equals("/graphql")) {
				assertThat(this.http.send(this.http.to(address)).statusCode()).as(address).isEqualTo(200);
			}
		}
	}

	@Test
	void runsNoScriptButItsOwn() throws Exception {
		HttpResponse<String> page = this.http.send(this.http.to("/graphiql"));
		assertThat(page.headers().allValues("Content-Security-Policy")).singleElement()
			.asString()
			.contains("default-src 'self'", "style-src 'self' 'unsafe-inline'")
			.doesNotContain("script-src", "http");
		assertThat(page.body()).doesNotContainPattern("<script(?![^>]*src=)");
	}

	@Test
	void offersExamples() throws Exception {
		HttpResponse<String> examples = this.http.send(this.http.to("/graphiql/operations"));
		assertThat(examples.statusCode()).isEqualTo(200);
		assertThat(examples.body()).contains("\"name\":\"report-obstacle\"", "\"name\":\"find-obstacles\"",
				"\"name\":\"effective-rules\"", "query EffectiveRules(", "\"variables\":\"{");
	}

}
