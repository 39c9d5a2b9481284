package se.frirum.platform.security;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class CallerTests {

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "localhost:8080", "LocalHost", "127.0.0.1", "127.0.0.1:80", "[::1]",
			"[::1]:8080" })
	void knowsThisMachine(String host) {
		assertThat(calling(host).local()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "frirum.example", "localhost.example", "localhost:8080.example", "example/localhost",
			"127.0.0.2", "1270001", "127x0x0x1", "::1", "0.0.0.0", "localhost\nexample" })
	void knowsNoOther(String host) {
		assertThat(calling(host).local()).isFalse();
	}

	@Test
	void needsToBeTold() {
		assertThat(Caller.of(new MockHttpServletRequest()).local()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Forwarded", "X-Forwarded-For", "x-forwarded-anything", "X-Real-IP", "Via" })
	void seesThatSomebodyForwarded(String header) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.addHeader("Host", "localhost");
		request.addHeader(header, "");
		assertThat(Caller.of(request).local()).isFalse();
	}

	private static Caller calling(String host) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.addHeader("Host", host);
		return Caller.of(request);
	}

}
