package se.frirum.opendata;

import java.util.HashMap;
import java.util.Map;

import se.frirum.platform.database.Row;
import se.frirum.platform.graphql.Operations;
import se.frirum.platform.security.Viewer;

/// What an operation document answers the public.
final class PublicData {

	private PublicData() {
	}

	/// The answer's data, without what is null.
	static Row run(Operations operations, String operation, Map<String, ?> variables) {
		Map<String, Object> data = new HashMap<>();
		operations.run(operation, variables, Viewer.PUBLIC).forEach((name, value) -> {
			if (value != null) {
				data.put(name, value);
			}
		});
		return new Row(data);
	}

	/// What people call a case or a trial: its reference and its title.
	static String called(Row subject) {
		return "%s %s"
			.formatted(subject.textOr("reference", subject.textOr("trialReference", "")), subject.textOr("title", ""))
			.strip();
	}

}
