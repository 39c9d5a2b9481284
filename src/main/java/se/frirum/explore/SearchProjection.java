package se.frirum.explore;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.projection.Highlight;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;

import org.springframework.stereotype.Component;

/// How what was searched for is read.
@Component
class SearchProjection implements ProjectionTable {

	/// What a passage can be taken from, the longer texts first.
	private static final String TEXTS = """
			[_text IN COLLECT { WITH this.node AS _node MATCH (_node)-[:HAS_WORDING]->(_wording:Wording) RETURN _wording.text }
				+ [this.node.description, this.node.consequence, this.node.rationale, this.node.purpose, this.node.context, this.node.whatWorked,
					this.node.whatFailed, this.node.heading, this.node.title]
				WHERE _text IS NOT NULL]""";

	private final Search search;

	SearchProjection(Search search) {
		this.search = search;
	}

	@Override
	public void addTo(Projections projections) {
		projections.query()
			.connection("search", "Search", "SearchHit", 100,
					(asked) -> this.search.listing(asked, projections.searchables()));
		projections.type("SearchHit")
			.properties("kind", "score")
			.one("node", "Node", Hop.along("WITH this.node AS it"))
			.computed("title", NodeLabel.NEEDS, (fetched, _) -> title(new Row(fetched)))
			.computed("highlight", Map.of("texts", TEXTS, "words", "this.words"),
					(fetched, _) -> highlight(new Row(fetched)));
	}

	/// A section is called as it is cited, everything else by its title.
	private static String title(Row fetched) {
		return NodeLabel.section(fetched).orElseGet(() -> fetched.text("title"));
	}

	private static @Nullable String highlight(Row fetched) {
		return Highlight.of(fetched.texts("texts"), fetched.texts("words")).orElse(null);
	}

}
