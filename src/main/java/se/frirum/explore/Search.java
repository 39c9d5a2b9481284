package se.frirum.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import se.frirum.law.Citations;
import se.frirum.law.Resolution.Found;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.projection.PageRequest;
import se.frirum.platform.projection.SearchText;
import se.frirum.platform.projection.Searchable;

import org.springframework.stereotype.Service;

/// Finds acts, sections, cases, trials and lessons by their words, and first of all what the text
/// names exactly.
///
/// Scores of different indexes can't be compared: what is named scores 2, everything else
/// as its index says in proportion to the best of its kind, which scores 1. Equals stand
/// by kind and id, so that pages fit together.
@Service
class Search {

	/// How many hits one can page through; the others are only counted.
	private static final int MOST = 1_000;

	/// Beyond this nobody counts.
	private static final int MOST_COUNTED = 10_000;

	/// A section has a wording, often another one, and a heading.
	private static final int HITS_PER_NODE = 3;

	/// What a text can name isn't longer.
	private static final int LONGEST_NAME = 100;

	/// The list that the cursors belong to.
	private static final String LIST = "Query.search ";

	private static final String NAMED = """
			%s
			RETURN %d AS rank, it.id AS id, 2.0 AS score""";

	private static final String ALIKE = """
			%s
			WITH it.id AS _id, max(_score) AS _score
			WITH collect({id: _id, score: _score}) AS _hits, max(_score) AS _best
			UNWIND _hits AS _hit
			RETURN %d AS rank, _hit.id AS id, _hit.score / _best AS score""";

	private static final String RANKED = """
			CALL () {
			%s
			}
			WITH rank, id, max(score) AS score
			RETURN rank, id, score ORDER BY score DESC, rank, id SKIP $from LIMIT $size
			""";

	private static final String COUNTED = """
			CALL () {
			%s
			}
			WITH DISTINCT _id LIMIT %d""";

	/// A hit's node, from its id.
	private static final String HITS = """
			UNWIND $arg.hits AS _hit
			MATCH (_node:Law|Provision|Obstacle|Proposal|Trial|Lesson {id: _hit.id})
			WITH {node: _node, kind: _hit.kind, score: _hit.score, place: _hit.place, words: $arg.words} AS it""";

	private final Transactions transactions;

	private final Citations citations;

	Search(Transactions transactions, Citations citations) {
		this.transactions = transactions;
		this.citations = citations;
	}

	/// What was found, the best first.
	/// @param all everything that can be searched for
	Listing listing(Asked asked, List<Searchable> all) {
		List<Searchable> searched = all.stream()
			.filter((each) -> wanted(asked, each))
			.sorted(Comparator.comparing(Searchable::kind))
			.toList();
		SearchText words = SearchText.of(String.valueOf(asked.text("text")));
		Map<String, @Nullable Object> values = values(asked, words, searched);
		Hop hits = Hop.along(HITS).with("hits", ranked(asked, searched, words, values));
		for (Map.Entry<String, @Nullable Object> value : values.entrySet()) {
			hits = hits.with(value.getKey(), value.getValue());
		}
		return Listing.by("it.place", hits).outOf(Hop.along(counted(searched, words)));
	}

	private static boolean wanted(Asked asked, Searchable searchable) {
		return asked.arguments().get("kinds") == null || asked.<String>list("kinds").contains(searchable.kind());
	}

	private Map<String, @Nullable Object> values(Asked asked, SearchText words, List<Searchable> searched) {
		String text = String.valueOf(asked.text("text")).strip();
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("words", words.words());
		values.put("text", (text.length() <= LONGEST_NAME) ? text : "");
		values.put("law", null);
		values.put("provision", null);
		if (this.citations.find(text) instanceof Found found) {
			values.put("law", (found.provision() == null) ? found.target().law().value() : null);
			values.put("provision", found.provision());
		}
		values.put("queries", words.isEmpty() ? Map.of() : searched.stream()
			.collect(Collectors.toMap(Searchable::kind, (each) -> each.query(words, asked.viewer()))));
		return values;
	}

	private List<Map<String, Object>> ranked(Asked asked, List<Searchable> searched, SearchText words,
			Map<String, @Nullable Object> values) {
		PageRequest page = PageRequest.of(asked, LIST);
		int from = (page.after() != null) ? place(page.after()) + 1 : 0;
		if (searched.isEmpty() || from >= MOST) {
			return List.of();
		}
		List<String> branches = new ArrayList<>();
		for (int rank = 0; rank < searched.size(); rank++) {
			branches.add(NAMED.formatted(searched.get(rank).byName(), rank));
			if (!words.isEmpty()) {
				branches.add(ALIKE.formatted(searched.get(rank).byWords(MOST), rank));
			}
		}
		Map<String, Object> parameters = new HashMap<>(asked.parameters());
		parameters.putAll(Map.of("arg", values, "from", from, "size", Math.min(page.size() + 1, MOST - from)));
		List<Row> rows = this.transactions.lookUp(RANKED.formatted(String.join("\nUNION ALL\n", branches)), parameters);
		return IntStream.range(0, rows.size()).mapToObj((at) -> hit(rows.get(at), from + at, searched)).toList();
	}

	private static int place(String key) {
		if (!key.matches("\\d{4}")) {
			throw new Refusal.BadRequest("The cursor is not one of this list. Use a cursor that the same list gave.");
		}
		return Integer.parseInt(key);
	}

	private static Map<String, Object> hit(Row row, int place, List<Searchable> searched) {
		return Map.of("id", row.text("id"), "kind", searched.get((int) row.number("rank")).kind(), "score",
				row.values().get("score"), "place", "%04d".formatted(place));
	}

	private static String counted(List<Searchable> searched, SearchText words) {
		Function<String, String> id = (found) -> found + "\nRETURN it.id AS _id";
		List<String> branches = new ArrayList<>(searched.stream().map(Searchable::byName).map(id).toList());
		if (!words.isEmpty()) {
			searched.stream().map((each) -> each.byWords(MOST_COUNTED * HITS_PER_NODE)).map(id).forEach(branches::add);
		}
		return branches.isEmpty() ? "UNWIND [] AS _id"
				: COUNTED.formatted(String.join("\nUNION\n", branches), MOST_COUNTED);
	}

}
