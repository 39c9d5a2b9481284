package se.frirum.platform.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/// GraphQL over WebSocket (graphql-transport-ws). Whoever opened it is who asks, as long as
/// it lasts; what is asked passes what it would pass over HTTP.
@ConditionalOnWebApplication
@Component
class GraphQlSocket extends GraphQlWebSocketHandler {

	/// In characters. A longer request can be sent over HTTP; the buffer is there for
	/// each
	/// connection.
	static final int LONGEST_MESSAGE = 64 * 1024;

	private static final Logger log = LoggerFactory.getLogger(GraphQlSocket.class);

	private static final Duration UNTIL_INIT = Duration.ofSeconds(10);

	private static final CloseStatus UNREADABLE = new CloseStatus(4400, "Invalid message");

	private final Map<WebSocketSession, Disposable> ends = new ConcurrentHashMap<>();

	private final int most;

	private final Duration longest;

	/// @param most how many are open at once
	/// @param longest when one is closed, so that who comes back shows anew who they are
	GraphQlSocket(WebGraphQlHandler graphQl, JsonMapper json, @Value("${frirum.streams.most:500}") int most,
			@Value("${frirum.streams.longest:1h}") Duration longest) {
		super(graphQl, new JacksonJsonHttpMessageConverter(json), UNTIL_INIT, EventStream.KEEP_ALIVE);
		this.most = most;
		this.longest = longest;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) {
		this.ends.put(session, Schedulers.boundedElastic()
			.schedule(() -> close(session, CloseStatus.GOING_AWAY), this.longest.toMillis(), TimeUnit.MILLISECONDS));
		if (this.ends.size() > this.most) {
			close(session, CloseStatus.SERVICE_OVERLOAD);
		}
		else {
			super.afterConnectionEstablished(session);
		}
	}

	@Override
	protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
		try {
			super.handleTextMessage(session, message);
		}
		catch (RuntimeException unreadable) {
			log.debug("Not a message of the protocol", unreadable);
			close(session, UNREADABLE);
		}
	}

	@Override
	public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
		Disposable end = this.ends.remove(session);
		if (end != null) {
			end.dispose();
		}
		super.afterConnectionClosed(session, status);
	}

	@EventListener(ContextClosedEvent.class)
	void end() {
		this.ends.keySet().forEach((session) -> close(session, CloseStatus.GOING_AWAY));
	}

	private static void close(WebSocketSession session, CloseStatus status) {
		try {
			session.close(status);
		}
		catch (IOException gone) {
			log.debug("Closed already", gone);
		}
	}

}
