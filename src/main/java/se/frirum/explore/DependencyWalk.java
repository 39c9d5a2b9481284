package se.frirum.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import se.frirum.explore.DependencyKind.Link;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.projection.Projections;

/// One walk through the graph, breadth first from a node: nearest first, a statement for
/// each step, until enough was found.
///
/// From each node it goes on along at most [#MOST] links of a kind and direction, and takes
/// them in turns, so that an act that is cited 500 times does not drown the rest.
final class DependencyWalk {

	private static final int MOST = 50;

	/// From nodes of one type along all links that leave it.
	private static final String FROM_TYPE = """
			UNWIND $from.%1$s AS _id
			MATCH (_here:%1$s {id: _id})
			CALL (_here) {
			%2$s
			}
			RETURN _id AS id, kind, link, out, other""";

	private static final String ALONG = """
			WITH _here AS %s
			%s
			WITH DISTINCT %s AS _there%s LIMIT $most
			RETURN '%s' AS kind, '%s' AS link, %s AS out, _there.id AS other""";

	private final Transactions transactions;

	private final Projections projections;

	private final Map<String, Object> parameters;

	private final Collection<DependencyKind> kinds;

	private final Direction direction;

	private final int limit;

	private final Map<String, Integer> distances = new LinkedHashMap<>();

	private boolean truncated;

	/// @param parameters who asks, and on which day
	/// @param limit how many nodes it finds at most, the first among them
	DependencyWalk(Transactions transactions, Projections projections, Map<String, Object> parameters,
			Collection<DependencyKind> kinds, Direction direction, int limit) {
		this.transactions = transactions;
		this.projections = projections;
		this.parameters = parameters;
		this.kinds = kinds;
		this.direction = direction;
		this.limit = limit;
	}

	/// Goes as many steps from a node.
	void from(String start, int depth) {
		this.distances.put(start, 0);
		Collection<String> frontier = List.of(start);
		for (int distance = 1; distance <= depth && !frontier.isEmpty(); distance++) {
			frontier = step(frontier, distance);
		}
	}

	/// The nodes that were found, with how many steps away they are.
	Map<String, Integer> distances() {
		return this.distances;
	}

	/// Whether there was more to find within the steps.
	boolean truncated() {
		return this.truncated;
	}

	/// An edge between two nodes that were found.
	record Edge(String from, String to, DependencyKind kind) {

		Map<String, Object> row() {
			return Map.of("from", this.from, "to", this.to, "kind", this.kind.name());
		}

	}

	/// The edges of the kinds asked for, among all that was found.
	List<Edge> edges() {
		Set<Edge> edges = new LinkedHashSet<>();
		for (Row row : along(this.distances.keySet(), true)) {
			if (this.distances.containsKey(row.text("other"))) {
				edges.add(row.is("out")
						? new Edge(row.text("id"), row.text("other"), DependencyKind.valueOf(row.text("kind")))
						: new Edge(row.text("other"), row.text("id"), DependencyKind.valueOf(row.text("kind"))));
			}
		}
		return List.copyOf(edges);
	}

	private Set<String> step(Collection<String> frontier, int distance) {
		Map<String, Deque<String>> found = new LinkedHashMap<>();
		Map<String, Integer> links = new HashMap<>();
		int most = most(false);
		for (Row row : along(frontier, false)) {
			String link = row.text("id") + row.text("link");
			if (links.merge(link, 1, Integer::sum) == most) {
				this.truncated = true;
			}
			else if (!this.distances.containsKey(row.text("other"))) {
				found.computeIfAbsent(link, (_) -> new ArrayDeque<>()).add(row.text("other"));
			}
		}
		Set<String> reached = new LinkedHashSet<>();
		while (!found.isEmpty()) {
			for (Deque<String> turn : List.copyOf(found.values())) {
				String next = turn.removeFirst();
				if (!reached.contains(next) && this.distances.size() >= this.limit) {
					this.truncated = true;
					return reached;
				}
				if (reached.add(next)) {
					this.distances.put(next, distance);
				}
			}
			found.values().removeIf(Deque::isEmpty);
		}
		return reached;
	}

	/// One statement for nodes of all types, so that the database plans few.
	/// @param among whether only links among the nodes are wanted: then it looks from the
	/// end of each that has few
	private List<Row> along(Collection<String> nodes, boolean among) {
		Map<String, List<String>> byType = new HashMap<>();
		for (String id : nodes) {
			this.projections.nodeType(id)
				.ifPresent((type) -> byType.computeIfAbsent(type, (_) -> new ArrayList<>()).add(id));
		}
		List<String> branches = new ArrayList<>();
		for (String type : DependencyKind.types(this.kinds)) {
			List<String> steps = steps(type, among);
			if (!steps.isEmpty()) {
				branches.add(FROM_TYPE.formatted(type, String.join("\nUNION ALL\n", steps)));
			}
		}
		if (branches.isEmpty()) {
			return List.of();
		}
		Map<String, Object> all = new HashMap<>(this.parameters);
		all.put("from", byType);
		all.put("most", most(among));
		all.put("shown", List.copyOf(nodes));
		return this.transactions.lookUp(String.join("\nUNION ALL\n", branches), all);
	}

	/// One more than it goes on along, to know of more.
	private int most(boolean among) {
		return among ? this.limit : ((this.distances.size() == 1) ? this.limit : MOST) + 1;
	}

	private List<String> steps(String type, boolean among) {
		List<String> steps = new ArrayList<>();
		for (DependencyKind kind : this.kinds) {
			for (Link link : kind.links()) {
				boolean out = among ? kind.fansIn() : this.direction != Direction.IN;
				boolean in = among ? !kind.fansIn() : this.direction != Direction.OUT;
				if (out && link.lower().equals(type)) {
					steps.add(along(kind, link, true, among));
				}
				if (in && link.upper().equals(type)) {
					steps.add(along(kind, link, false, among));
				}
			}
		}
		return steps;
	}

	private String along(DependencyKind kind, Link link, boolean out, boolean among) {
		String here = out ? "_lower" : "_upper";
		String there = out ? "_upper" : "_lower";
		String pattern = link.step(out, this.projections.visible(out ? link.upper() : link.lower(), "_there"));
		return ALONG.formatted(here, out ? pattern : pattern.replaceFirst("\\(_upper:\\w+\\)", "(_upper)"), there,
				among ? " WHERE _there.id IN $shown WITH _there" : "", kind, kind + link.name(out), out);
	}

	/// All kinds, where none is asked for.
	static List<DependencyKind> kinds(List<String> asked) {
		return asked.isEmpty() ? Arrays.asList(DependencyKind.values())
				: asked.stream().distinct().sorted().map(DependencyKind::valueOf).toList();
	}

}
