package se.frirum.explore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import se.frirum.law.Target;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;

/// The sections that lean on rules by citing them, or by citing what does, at some time
/// within a period; the nearest first, each by one of the shortest ways.
final class CitingSections {

	static final int MOST = 1_000;

	private static final String START = """
			UNWIND $targets AS _target
			MATCH (_place:Provision|Law {id: _target.id})
			RETURN _place.id AS id
			UNION
			UNWIND $targets AS _target
			MATCH (_place:Law {id: _target.id})-[:HAS_PROVISION]->(_section:Provision)
			WHERE %s
			RETURN _section.id AS id""".formatted(Target.REACHES.replace("this.", "_section."));

	private static final String CITING = """
			UNWIND $cited AS id
			MATCH (cited:Provision|Law {id: id})<-[link:CITES]-(by:Provision)
			WHERE (link.from IS NULL OR $until IS NULL OR link.from < $until)
				AND (link.until IS NULL OR $from < link.until)
			RETURN id, by.id AS by, by.key AS key ORDER BY key, id""";

	private final Transactions transactions;

	private final LocalDate from;

	private final @Nullable LocalDate until;

	/// The way to each: from what would not hold to what it cites itself.
	private final Map<String, List<String>> ways = new HashMap<>();

	private boolean truncated;

	CitingSections(Transactions transactions, LocalDate from, @Nullable LocalDate until) {
		this.transactions = transactions;
		this.from = from;
		this.until = until;
	}

	/// Whether there are more than it found.
	boolean truncated() {
		return this.truncated;
	}

	/// @param targets rules, each with its `id` and `target`
	/// @return sections, each with its `id`, `distance`, the sections `through` which it
	/// leans, and a `key` that sorts by the distance
	List<Map<String, Object>> of(List<Map<String, Object>> targets, int depth) {
		this.transactions.lookUp(START, Map.of("targets", targets))
			.forEach((row) -> this.ways.put(row.text("id"), List.of()));
		List<Map<String, Object>> found = new ArrayList<>();
		Collection<String> cited = List.copyOf(this.ways.keySet());
		for (int distance = 1; distance <= depth && !cited.isEmpty(); distance++) {
			Map<String, Row> next = step(cited, MOST - found.size());
			for (Row row : next.values()) {
				found.add(Map.of("id", row.text("by"), "distance", distance, "through",
						Objects.requireNonNull(this.ways.get(row.text("by"))), "key",
						distance + "|" + row.text("key")));
			}
			cited = List.copyOf(next.keySet());
		}
		return found;
	}

	private Map<String, Row> step(Collection<String> cited, int room) {
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("cited", cited);
		parameters.put("from", this.from);
		parameters.put("until", this.until);
		Map<String, Row> next = new LinkedHashMap<>();
		for (Row row : this.transactions.lookUp(CITING, parameters)) {
			String by = row.text("by");
			if (!this.ways.containsKey(by)) {
				if (next.size() == room) {
					this.truncated = true;
					return next;
				}
				next.put(by, row);
				this.ways.put(by, along(row.text("id")));
			}
		}
		return next;
	}

	/// An act as a whole is no section.
	private List<String> along(String cited) {
		List<String> way = new ArrayList<>(Objects.requireNonNull(this.ways.get(cited)));
		if (cited.contains("#")) {
			way.add(cited);
		}
		return List.copyOf(way);
	}

}
