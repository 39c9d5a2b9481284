package se.frirum.platform.projection;

import java.util.Map;

/// A page of a list. Spring for GraphQL leaves classes of this name as they are.
final class ProjectedConnection extends Projected {

	ProjectedConnection(Selection selection, Map<String, Object> values) {
		super(selection, values);
	}

}
