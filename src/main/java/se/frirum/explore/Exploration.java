package se.frirum.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;

/// A part of the graph, put together from answers, in which every node has its way from the
/// first.
final class Exploration {

	private record Edge(String from, String to, String kind) {

		String other(String end) {
			return end.equals(this.from) ? this.to : this.from;
		}

	}

	/// A step of a way, as it is said: by their names, what leans on what.
	record Step(String from, String kind, String to) {
	}

	/// A node with the shortest way to it.
	record Place(String id, String type, String label, List<Step> way) {
	}

	private final Map<String, Row> nodes = new LinkedHashMap<>();

	private final Set<Edge> edges = new LinkedHashSet<>();

	private boolean truncated;

	/// Adds what an operation answered with its `dependencies`.
	@SuppressWarnings("NullAway") // The document asks for what is never null.
	void add(Map<String, @Nullable Object> answer) {
		Row graph = new Row(answer).row("dependencies").orElseThrow();
		graph.rows("nodes").forEach((node) -> this.nodes.putIfAbsent(inside(node).text("id"), node));
		graph.rows("edges")
			.forEach((edge) -> this.edges.add(new Edge(edge.text("from"), edge.text("to"), edge.text("kind"))));
		this.truncated |= graph.is("truncated");
	}

	/// Whether a node is in it.
	boolean holds(String id) {
		return this.nodes.containsKey(id);
	}

	/// How many edges there are.
	int edges() {
		return this.edges.size();
	}

	/// Whether there is more within these steps than is shown.
	boolean truncated() {
		return this.truncated;
	}

	/// The nodes, nearest first.
	List<Place> places() {
		Map<String, List<Edge>> around = new LinkedHashMap<>();
		this.edges.forEach((edge) -> Stream.of(edge.from, edge.to)
			.forEach((end) -> around.computeIfAbsent(end, (_) -> new ArrayList<>()).add(edge)));
		Map<String, Place> found = new LinkedHashMap<>();
		Queue<String> next = new ArrayDeque<>();
		this.nodes.keySet().stream().limit(1).forEach((first) -> {
			found.put(first, place(first, List.of()));
			next.add(first);
		});
		while (!next.isEmpty()) {
			String here = next.remove();
			List<Step> way = Objects.requireNonNull(found.get(here)).way();
			for (Edge edge : around.getOrDefault(here, List.of())) {
				String there = edge.other(here);
				if (!found.containsKey(there)) {
					found.put(there, place(there, Stream.concat(way.stream(), Stream.of(said(edge))).toList()));
					next.add(there);
				}
			}
		}
		return List.copyOf(found.values());
	}

	private Place place(String id, List<Step> way) {
		return new Place(id, inside(node(id)).text("__typename"), label(id), way);
	}

	private Step said(Edge edge) {
		return new Step(label(edge.from), edge.kind, label(edge.to));
	}

	private String label(String id) {
		return node(id).text("label");
	}

	private Row node(String id) {
		return Objects.requireNonNull(this.nodes.get(id));
	}

	private static Row inside(Row node) {
		return node.row("node").orElseThrow();
	}

}
