package se.frirum.platform.page;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Whatever an id holds, its page is on this server and below the same path.
class LinksTests {

	private final Links links = new Links();

	@ParameterizedTest
	@ValueSource(strings = { "obstacle:1", "//example.org/", "/../admin", "a/b", "a?b=c", "a#b", "a\r\nSet-Cookie: b=c",
			"\\\\example.org", "{id}", "å ö", "%2f", "" })
	void anIdStaysOnePartOfThePath(String id) {
		URI page = URI.create(this.links.path("review", id));
		assertThat(page.getHost()).isNull();
		assertThat(page.getPath()).isEqualTo("/review/" + id);
		assertThat(page.getRawPath().substring("/review/".length())).doesNotContain("/", "\r", "\n");
		assertThat(page.getRawQuery()).isNull();
		assertThat(page.getRawFragment()).isNull();
		assertThat(this.links.to(id)).startsWith("/").doesNotStartWith("//").doesNotContain("\r", "\n");
	}

}
