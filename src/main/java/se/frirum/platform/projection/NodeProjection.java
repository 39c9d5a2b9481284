package se.frirum.platform.projection;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// `node(id)` and `viewer`. An id tells its type, so that the search starts at an index.
@Component
class NodeProjection implements ProjectionTable {

	@Override
	public void addTo(Projections projections) {
		projections.query()
			.one("node", "Node", (asked) -> node(String.valueOf(asked.text("id")), "id", projections))
			.one("viewer", "Viewer", (asked) -> asked.viewer().signedIn() ? Hop.along("WITH $viewer AS it") : null);
		projections.type("Viewer")
			.properties("name", "roles")
			.one("organisation", "Organisation", Hop.along("MATCH (it:Organisation {id: this.organisation})"));
	}

	/// @param argument which argument holds the id
	static @Nullable Hop node(String id, String argument, Projections projections) {
		return projections.nodeType(id)
			.map((type) -> Hop.along("MATCH (it:" + type + " {id: $arg." + argument + "})").to(type))
			.orElse(null);
	}

}
