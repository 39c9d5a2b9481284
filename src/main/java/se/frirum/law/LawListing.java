package se.frirum.law;

import java.util.Map;

import se.frirum.platform.database.Row;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.projection.SearchText;

/// Which acts a list holds, and in which order.
final class LawListing {

	static final String[] TEXT_FIELDS = { "title", "name", "abbreviation", "designation" };

	private LawListing() {
	}

	static Listing of(Asked asked) {
		String order = asked.text("orderBy");
		Hop laws = narrowed(asked);
		return switch ((order != null) ? LawOrder.valueOf(order) : LawOrder.DESIGNATION) {
			case DESIGNATION -> Listing.by("it.key", laws);
			case MOST_CITED -> new Listing(laws, "it.cited", true, LawOrder.MOST_CITED.name());
		};
	}

	private static Hop narrowed(Asked asked) {
		Map<String, Object> filter = asked.object("filter");
		SearchText text = SearchText.of(new Row(filter).textOr("text", ""));
		Hop laws = text.isEmpty() ? Hop.along("MATCH (it:Law)").where(filter.get("text") == null ? "true" : "false")
				: Hop.along("CALL db.index.fulltext.queryNodes('law_text', $arg.query) YIELD node AS it WITH it")
					.with("query", text.allIn(TEXT_FIELDS));
		if (filter.get("kinds") != null) {
			laws = laws.where("it.kind IN $arg.filter.kinds");
		}
		if (filter.get("department") != null) {
			laws = laws.where("it.department = $arg.filter.department");
		}
		if (filter.get("trialLegislation") != null) {
			laws = laws.where("EXISTS { MATCH (it)<-[:ENACTED_AS]-(:Trial) } = $arg.filter.trialLegislation");
		}
		if (filter.get("inForceOn") != null) {
			laws = laws.where("(it.inForceFrom IS NULL OR it.inForceFrom <= $arg.filter.inForceOn)")
				.where("(it.ceasesOn IS NULL OR $arg.filter.inForceOn < it.ceasesOn)");
		}
		return laws;
	}

}
