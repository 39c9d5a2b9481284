package se.frirum.opendata;

import java.util.HashMap;
import java.util.Map;

import se.frirum.platform.database.Row;
import se.frirum.platform.graphql.Operations;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.security.Viewer;

import org.springframework.web.server.ResponseStatusException;

import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

/// What an operation document answers the public.
final class PublicData {

	private PublicData() {
	}

	/// The answer's data, without what is null.
	/// @throws ResponseStatusException where the database takes too long, or is away
	static Row run(Operations operations, String operation, Map<String, ?> variables) {
		Map<String, Object> data = new HashMap<>();
		try {
			operations.run(operation, variables, Viewer.PUBLIC).forEach((name, value) -> {
				if (value != null) {
					data.put(name, value);
				}
			});
		}
		catch (Refusal.TimedOut | Refusal.Unavailable later) {
			throw new ResponseStatusException(SERVICE_UNAVAILABLE,
					"This takes too long just now. Try again in a moment.", later);
		}
		return new Row(data);
	}

	/// What people call a case or a trial: its reference and its title.
	static String called(Row subject) {
		return "%s %s"
			.formatted(subject.textOr("reference", subject.textOr("trialReference", "")), subject.textOr("title", ""))
			.strip();
	}

}
