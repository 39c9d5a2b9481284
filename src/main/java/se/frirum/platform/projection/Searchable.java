package se.frirum.platform.projection;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.security.Viewer;

/// How nodes of one kind are searched for, by their words or by name. Features say it of
/// their own types, and the search asks them all.
///
/// @param kind what the API calls it
/// @param named Cypher that finds `it` where the text names it: as `$arg.text`, or as
/// what that cites, `$arg.law` and `$arg.provision`
/// @param index the full-text index
/// @param fields those of the index's fields that hold words
/// @param steps Cypher from what the index finds, `_hit`, to `it`
/// @param conditions over `it`, however it was found
/// @param audience what the index's query must hold for somebody
public record Searchable(String kind, String named, String index, List<String> fields, String steps,
		List<String> conditions, @Nullable Function<Viewer, String> audience) {

	public Searchable {
		fields = List.copyOf(fields);
		conditions = List.copyOf(conditions);
	}

	/// Nodes that the index itself holds.
	public static Searchable of(String kind, String named, String index, String... fields) {
		return new Searchable(kind, named, index, List.of(fields), "WITH _hit AS it, _score", List.of(), null);
	}

	/// Nodes that what the index holds leads to.
	public Searchable through(String match) {
		return new Searchable(this.kind, this.named, this.index, this.fields, match, this.conditions, this.audience);
	}

	/// Of those whom the condition lets see `it`.
	Searchable visibleIf(String condition) {
		List<String> all = Stream.concat(this.conditions.stream(), Stream.of(condition)).toList();
		return new Searchable(this.kind, this.named, this.index, this.fields, this.steps, all, this.audience);
	}

	/// Of an index that holds who may see what.
	public Searchable within(Function<Viewer, String> who) {
		return new Searchable(this.kind, this.named, this.index, this.fields, this.steps, this.conditions, who);
	}

	/// The index's query for what holds all words, of that which somebody may see.
	public String query(SearchText words, Viewer viewer) {
		String all = words.allIn(this.fields.toArray(String[]::new));
		return (this.audience != null) ? all + " AND " + this.audience.apply(viewer) : all;
	}

	/// Cypher that finds `it` where the text names it.
	public String byName() {
		return this.named + condition();
	}

	/// Cypher that finds `it`, and how well it fits as `_score`, by the query
	/// `$arg.queries.<kind>`.
	/// @param most how many hits of the index it looks at
	public String byWords(int most) {
		return "CALL db.index.fulltext.queryNodes('%s', $arg.queries.%s, {limit: %d}) YIELD node AS _hit, score AS _score\n"
			.formatted(this.index, this.kind, most) + this.steps + condition();
	}

	private String condition() {
		return this.conditions.isEmpty() ? "" : "\nWHERE (" + String.join(") AND (", this.conditions) + ")";
	}

}
