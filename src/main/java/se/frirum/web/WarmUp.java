package se.frirum.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.frirum.platform.graphql.Operations;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.security.Viewer;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Asks what the main pages ask once a server has started. Planning a big statement takes the
/// database seconds, which the first visitors would wait for otherwise.
@Component
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = "frirum.warm-up", matchIfMissing = true)
class WarmUp {

	private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

	private static final int ROWS = 20;

	private static final String SECTION = "21 kap. 4 § skollagen";

	private static final String NORRBOTTEN = "25";

	private final Operations operations;

	private final Clock clock;

	WarmUp(Operations operations, Clock clock) {
		this.operations = operations;
		this.clock = clock;
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		Thread.ofVirtual().name("warm-up").start(() -> questions().forEach(this::ask));
	}

	private void ask(String operation, Map<String, ?> variables) {
		try {
			this.operations.run(operation, variables, Viewer.PUBLIC);
		}
		catch (Refusal later) {
			log.debug("{} was not planned in time", operation, later);
		}
	}

	private Map<String, Map<String, ?>> questions() {
		String today = LocalDate.now(this.clock).toString();
		Map<String, Map<String, ?>> questions = new LinkedHashMap<>();
		questions.put("start-page", Map.of("on", today));
		questions.put("start-figures", Map.of("today", today));
		questions.put("search-page", Map.of("text", SECTION, "first", ROWS));
		questions.put("search", Map.of("text", SECTION, "first", ROWS));
		questions.put("find-obstacles", Map.of("filter", Map.of(), "first", ROWS));
		questions.put("obstacle-page", Map.of("id", "obstacle:none"));
		questions.put("area-page", Map.of("code", "0581", "on", today, "today", today));
		questions.put("calendar", Map.of("area", "0581", "from", today, "first", 10));
		questions.put("trials-page", Map.of("filter", Map.of(), "first", ROWS));
		questions.put("trial-page", Map.of("id", "trial:none"));
		questions.put("find-rules", Map.of("text", SECTION));
		questions.put("report-draft", Map.of("id", "obstacle:none"));
		questions.put("find-similar-obstacles", Map.of("input", Map.of("title", "fjärrundervisning")));
		questions.put("laws-page", Map.of("filter", Map.of(), "orderBy", "MOST_CITED", "first", ROWS));
		questions.put("law-page", Map.of("designation", "2010:800", "on", today));
		questions.put("provision-page", Map.of("citation", "sfs:2010:800#K21P4", "on", today));
		questions.put("proposals-page", Map.of("filter", Map.of(), "first", ROWS));
		questions.put("proposal-page", Map.of("id", "simplification:none"));
		questions.put("map", Map.of());
		questions.put("dependencies", Map.of("input", Map.of("from", "sfs:2010:800#K21P4", "depth", 1, "limit", 60)));
		questions.put("suggest-trial-scope", Map.of("input", Map.of("areas", List.of(NORRBOTTEN))));
		questions.put("case-file", Map.of("id", "obstacle:none", "proposed", false));
		return questions;
	}

}
