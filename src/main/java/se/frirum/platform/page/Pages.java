package se.frirum.platform.page;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.graphql.Operations;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.security.Audience;
import se.frirum.platform.security.Viewer;
import se.frirum.platform.security.Viewers;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

import static org.springframework.http.HttpStatus.NOT_FOUND;

/// Reads what a page shows and does what its forms ask for, as whoever is signed in: a page
/// shows nothing that the API would not, and permission is decided there.
@Component
public class Pages {

	private final Operations operations;

	private final Viewers viewers;

	private final Cache<Question, Row> kept = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofMinutes(1))
		.maximumSize(500)
		.build();

	/// A question that all who see the same get the same answer to.
	private record Question(String operation, Map<String, ?> variables, List<Audience> audiences,
			@Nullable String organisation) {
	}

	Pages(Operations operations, Viewers viewers) {
		this.operations = operations;
		this.viewers = viewers;
	}

	/// Reads with a document of `graphql/operations`.
	public Map<String, @Nullable Object> read(String operation, Map<String, ?> variables) {
		return this.operations.run(operation, variables, this.viewers.current());
	}

	/// The same as a row.
	@SuppressWarnings("NullAway") // What a row lacks is null or missing.
	public Row row(String operation, Map<String, ?> variables) {
		return new Row(read(operation, variables));
	}

	/// Counts over all that somebody may see: as they were at most a minute ago.
	public Row counts(String operation, Map<String, ?> variables) {
		Viewer viewer = this.viewers.current();
		return this.kept.get(new Question(operation, Map.copyOf(variables), Audience.of(viewer), viewer.organisation()),
				(_) -> row(operation, variables));
	}

	/// Reads what a page is about, with the rest that the document asks for.
	/// @param root the field that must be there
	/// @throws ResponseStatusException 404 where it is not, or may not be seen
	public Map<String, @Nullable Object> read(String operation, Map<String, ?> variables, String root) {
		Map<String, @Nullable Object> answer = read(operation, variables);
		if (answer.get(root) == null) {
			throw new ResponseStatusException(NOT_FOUND, "There is nothing here, or nothing that you may see.");
		}
		return answer;
	}

	/// The same as a row.
	/// @throws ResponseStatusException 404 where it is not there, or may not be seen
	@SuppressWarnings("NullAway") // What a row lacks is null or missing.
	public Row found(String operation, Map<String, ?> variables, String root) {
		return new Row(read(operation, variables, root));
	}

	/// Whether whoever is signed in acts for an organisation that the register knows.
	public boolean actForSomebody() {
		return row("account", Map.of()).row("account").flatMap((account) -> account.row("organisation")).isPresent();
	}

	/// Runs a mutation of one field, whose argument is `$input`. What the schema itself
	/// refuses, such
	/// as a text that is missing, is a problem like any other.
	public Change change(String operation, Map<String, ?> input) {
		try {
			return changed(read(operation, Map.of("input", input)));
		}
		catch (Refusal.BadRequest refusal) {
			return new Change(null, List.of(Map.of("message", String.valueOf(refusal.getMessage()))));
		}
	}

	/// Runs a mutation of one field, whose argument is `$id`.
	public Change changeById(String operation, String id) {
		return changed(read(operation, Map.of("id", id)));
	}

	@SuppressWarnings("unchecked")
	private static Change changed(Map<String, @Nullable Object> answer) {
		Map<String, @Nullable Object> payload = (Map<String, @Nullable Object>) Objects
			.requireNonNull(answer.values().iterator().next());
		Map<String, Object> subject = payload.values()
			.stream()
			.filter(Map.class::isInstance)
			.map((value) -> (Map<String, Object>) value)
			.findFirst()
			.orElse(null);
		return new Change(subject, (List<Map<String, Object>>) Objects.requireNonNull(payload.get("problems")));
	}

}
