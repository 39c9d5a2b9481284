package se.frirum.platform.graphql;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import se.frirum.platform.security.Viewer;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.graphql.ExecutionGraphQlService;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OperationsTests {

	private static final Clock CLOCK = Clock.systemUTC();

	@Test
	void whatGetsNoAnswerInTimeTookTooLong() {
		ExecutionGraphQlService silent = (_) -> Mono.never();
		Operations operations = new Operations(
				new StaticListableBeanFactory(Map.of("silent", silent)).getBeanProvider(ExecutionGraphQlService.class),
				CLOCK);
		RequestContext late = new RequestContext(Viewer.PUBLIC, LocalDate.now(CLOCK), CLOCK, CLOCK.instant());
		assertThatExceptionOfType(Refusal.TimedOut.class)
			.isThrownBy(() -> operations.execute("{ viewer { role } }", Map.of(), late));
	}

}
