package se.frirum.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import se.frirum.law.Citations;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.projection.SearchText;
import se.frirum.platform.security.Audience;

/// Which proposals a list holds, the newest first. It starts at the full-text index, at
/// the edges of an act, else along the order's own index.
final class ProposalListing {

	static final String[] TEXT_FIELDS = { "title", "rationale" };

	private static final String OF_ACT = """
			MATCH (:Law {id: $arg.law})-[:HAS_PROVISION*0..1]->(_place)<-[:CHANGES]-(it:Proposal)
			WITH DISTINCT it""";

	private static final String CHANGES_ACT = """
			EXISTS { MATCH (it)-[:CHANGES]->(_place)<-[:HAS_PROVISION*0..1]-(:Law {id: $arg.law}) }""";

	/// A trial names the area or one around it; or an organisation of the area, or of
	/// one inside it, proposes.
	private static final String OF_AREA = """
			EXISTS { MATCH (:Area {id: 'area:' + $arg.filter.area})-[:IN*0..2]->(_around:Area)<-[:APPLIES_IN]-(it) }
			OR EXISTS { MATCH (:Area {id: 'area:' + $arg.filter.area})<-[:IN*0..2]-(_inside:Area)
				<-[:GOVERNS]-(_organisation:Organisation)<-[:PROPOSED_BY]-(it) }""";

	private static final String OF_RESPONSIBLE = """
			EXISTS { MATCH (it)-[:CHANGES]->(_place)
				MATCH (_place)<-[:HAS_PROVISION*0..1]-(:Law)<-[:RESPONSIBLE_FOR]-(:Organisation {id: $arg.filter.responsible}) }""";

	private ProposalListing() {
	}

	static Listing of(Asked asked, Citations citations) {
		Map<String, Object> filter = asked.object("filter");
		SearchText words = SearchText.of(String.valueOf(filter.getOrDefault("text", "")));
		List<String> conditions = new ArrayList<>();
		Hop start;
		if (!words.isEmpty()) {
			start = Hop.along("CALL db.index.fulltext.queryNodes('proposal_text', $arg.query) YIELD node AS it WITH it")
				.with("query", words.allIn(TEXT_FIELDS) + " AND " + Audience.indexed(asked.viewer()));
		}
		else if (filter.get("law") != null) {
			start = Hop.along(OF_ACT);
		}
		else {
			start = Hop.along("MATCH (it:Proposal)");
		}
		if (filter.get("text") != null && words.isEmpty()) {
			conditions.add("false");
		}
		if (filter.get("law") != null && !words.isEmpty()) {
			conditions.add(CHANGES_ACT);
		}
		if (filter.get("statuses") != null) {
			conditions.add("it.status IN $arg.filter.statuses");
		}
		if (filter.get("kind") != null) {
			conditions.add("it.kind = $arg.filter.kind");
		}
		if (filter.get("area") != null) {
			conditions.add(OF_AREA);
		}
		if (filter.get("responsible") != null) {
			conditions.add(OF_RESPONSIBLE);
		}
		for (String condition : conditions) {
			start = start.where(condition);
		}
		String law = (String) filter.get("law");
		return new Listing(start.with("law", (law != null) ? citations.act(law).value() : null), "it.newest", true, "");
	}

}
