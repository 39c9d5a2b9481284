package se.frirum.explore;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import se.frirum.law.CitationText;
import se.frirum.platform.database.Row;

/// What people call a node: a section as it is cited, a case with its reference.
final class NodeLabel {

	/// What it takes to tell, of the node `this.node`.
	static final Map<String, String> NEEDS = Map.of("reference", "this.node.reference", "name", "this.node.name",
			"title", "this.node.title", "designation", "this.node.designation", "chapter",
			"CASE WHEN this.node.id CONTAINS '#K' THEN this.node.chapter END", "section", "this.node.section", "act",
			"""
					head(COLLECT { WITH this.node AS _node MATCH (_node)<-[:HAS_PROVISION]-(_act:Law)
						RETURN _act {.name, .title, .designation} })""");

	private NodeLabel() {
	}

	/// The same, and something more.
	static Map<String, String> with(String name, String expression) {
		Map<String, String> needs = new HashMap<>(NEEDS);
		needs.put(name, expression);
		return Map.copyOf(needs);
	}

	static String of(Row node) {
		return section(node).orElseGet(() -> {
			String reference = node.textOrNull("reference");
			if (reference != null) {
				return reference + " " + node.textOr("title", "");
			}
			return Objects.requireNonNullElseGet(node.textOrNull("name"),
					() -> node.textOr("title", node.textOr("designation", "")));
		});
	}

	/// A section as it is cited; nothing where the node is none.
	static Optional<String> section(Row node) {
		return node.row("act")
			.map((act) -> CitationText.of(node.textOrNull("chapter"), node.text("section"), act.textOrNull("name"),
					act.text("title"), act.text("designation")));
	}

}
