package se.frirum.platform.security;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.frirum.platform.http.Edge;
import se.frirum.platform.http.Http;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class NobodySignsInIT {

	@Nested
	@Edge
	@TestPropertySource(properties = "server.address=0.0.0.0")
	class WhereOthersReachTheServer {

		@Test
		void nobodySignsIn(@LocalServerPort int port, CapturedOutput output) throws Exception {
			assertNobodySignsIn(port);
			assertThat(output).contains("Nobody can sign in; reading is public")
				.doesNotContain("generated security password");
		}

	}

	@Nested
	@Edge
	@TestPropertySource(properties = "server.forward-headers-strategy=framework")
	class WhereAProxyIsExpected {

		@Test
		void nobodySignsIn(@LocalServerPort int port) throws Exception {
			assertNobodySignsIn(port);
		}

	}

	private static void assertNobodySignsIn(int port) throws Exception {
		Http http = new Http(port);
		assertThat(http.send(http.viewer()).statusCode()).isEqualTo(200);
		assertThat(http.send(http.viewer().header("Authorization", Http.basic("reporter", "frirum"))).statusCode())
			.isEqualTo(401);
		assertThat(http.send(http.viewer().header("Authorization", Http.basic("", ""))).statusCode()).isEqualTo(401);
	}

}
