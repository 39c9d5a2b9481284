package se.frirum.platform.page;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import se.frirum.platform.http.Edge;
import se.frirum.platform.http.Http;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@Edge
class OperationDocumentsIT {

	@Test
	void anOperationDocumentOpensInABrowserAsText(@LocalServerPort int port) throws Exception {
		Http http = new Http(port);
		HttpResponse<String> document = http.send(http.to("/operations/report-obstacle.graphql"));
		assertThat(document.statusCode()).isEqualTo(200);
		assertThat(document.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
		assertThat(document.body()).contains("mutation ReportObstacle(");
	}

}
