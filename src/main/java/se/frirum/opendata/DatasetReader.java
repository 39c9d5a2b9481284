package se.frirum.opendata;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.graphql.Operations;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

/// Reads a dataset page by page, as the public: all of it, or what changed since a place in
/// the log.
@Component
class DatasetReader {

	private static final int PAGE = 50;

	/// When more has changed than this, the whole file is read faster.
	private static final int MOST_CHANGED = 5_000;

	private final Operations operations;

	DatasetReader(Operations operations) {
		this.operations = operations;
	}

	/// Hands out every row.
	/// @param since a cursor of the log; null: everything
	void read(Dataset dataset, @Nullable String since, Consumer<Row> rows) {
		if (since == null) {
			all(dataset, rows);
		}
		else {
			changed(dataset, since).forEach((id) -> one(dataset, id, rows));
		}
	}

	private void all(Dataset dataset, Consumer<Row> rows) {
		String after = null;
		boolean more = true;
		while (more) {
			Map<String, Object> variables = new HashMap<>(Map.of("first", PAGE));
			if (after != null) {
				variables.put("after", after);
			}
			Row page = run(dataset.operation(), variables).row(dataset.list()).orElseThrow();
			page.rows("nodes").stream().flatMap(dataset::rows).forEach(rows);
			Row info = page.row("pageInfo").orElseThrow();
			more = info.is("hasNextPage");
			after = info.textOrNull("endCursor");
		}
	}

	private void one(Dataset dataset, String id, Consumer<Row> rows) {
		run(dataset.operation(), Map.of("id", id, "one", true)).row("node")
			.stream()
			.flatMap(dataset::rows)
			.forEach(rows);
	}

	/// What entries of the log are about that come after a cursor, each once.
	private Set<String> changed(Dataset dataset, String since) {
		Set<String> changed = new LinkedHashSet<>();
		String after = since;
		boolean more = true;
		while (more) {
			Row page = run("open-data-changes", Map.of("after", after)).row("events").orElseThrow();
			for (Row event : page.rows("nodes")) {
				event.row("about")
					.filter((about) -> dataset.types().contains(about.text("__typename")))
					.ifPresent((about) -> changed.add(about.text("id")));
			}
			if (changed.size() > MOST_CHANGED) {
				throw new ResponseStatusException(BAD_REQUEST,
						"More than %,d have changed since. Take the whole file, without 'since'."
							.formatted(MOST_CHANGED));
			}
			Row info = page.row("pageInfo").orElseThrow();
			more = info.is("hasNextPage");
			after = Objects.requireNonNullElse(info.textOrNull("endCursor"), after);
		}
		return changed;
	}

	private Row run(String operation, Map<String, Object> variables) {
		return PublicData.run(this.operations, operation, variables);
	}

}
