package se.frirum.trial;

import java.time.LocalDate;
import java.util.Map;

import se.frirum.law.Citations;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.projection.SearchText;

/// Which trials a list holds, the latest first. What has no clause with a known area,
/// start and target is left out unless asked for.
final class TrialListing {

	static final String[] TEXT_FIELDS = { "title", "purpose" };

	/// Somebody knows where and when it holds, and what it changes.
	static final String KNOWN = """
			EXISTS { MATCH (it)-[:HAS_CLAUSE]->(_clause:TrialClause)-[:APPLIES_IN]->(_area:Area)
				WHERE _clause.from IS NOT NULL
					AND (_clause.effect = 'ADDS' OR EXISTS { MATCH (_clause)-[:SETS_ASIDE]->(_something) }) }""";

	private static final String DATED = """
			EXISTS { MATCH (it)-[:HAS_CLAUSE]->(_clause:TrialClause) WHERE _clause.from IS NOT NULL }""";

	private static final String STARTED = """
			EXISTS { MATCH (it)-[:HAS_CLAUSE]->(_clause:TrialClause) WHERE _clause.from <= $arg.day }""";

	private static final String UNENDED = """
			EXISTS { MATCH (it)-[:HAS_CLAUSE]->(_clause:TrialClause)
				WHERE _clause.from IS NOT NULL AND (_clause.until IS NULL OR $arg.day < _clause.until) }""";

	private static final String AROUND = """
			MATCH (:Area {id: 'area:' + _code})-[_up:IN*0..2]->(_around:Area)<-[:APPLIES_IN]-(_clause:TrialClause)<-[:HAS_CLAUSE]-(_held)
			WHERE all(_step IN _up WHERE (_step.from IS NULL OR _step.from <= _day) AND (_step.until IS NULL OR _day < _step.until))""";

	private static final String INSIDE = """
			MATCH (:Area {id: 'area:' + _code})<-[_down:IN*1..2]-(_inside:Area)<-[:APPLIES_IN]-(_clause:TrialClause)<-[:HAS_CLAUSE]-(_held)
			WHERE all(_step IN _down WHERE (_step.from IS NULL OR _step.from <= _day) AND (_step.until IS NULL OR _day < _step.until))""";

	private static final String IN_AREA = "EXISTS { %s }\nOR EXISTS { %s }".formatted(AROUND, INSIDE);

	private static final String OF_AREA = """
			CALL () {
				%s
				RETURN _held AS _trial
				UNION
				%s
				RETURN _held AS _trial
			}
			WITH _trial AS it""".formatted(AROUND, INSIDE)
		.replace("_code", "$arg.filter.area")
		.replace("_day", "$arg.day");

	private TrialListing() {
	}

	/// The condition under which a clause of a trial names an area, one around it or
	/// one inside it, as the areas are on a day.
	static String inArea(String trial, String code, String day) {
		return IN_AREA.replace("(_held)", "(" + trial + ")").replace("_code", code).replace("_day", day);
	}

	static Listing of(Asked asked, Citations citations) {
		Map<String, Object> filter = asked.object("filter");
		LocalDate on = (LocalDate) filter.get("on");
		Hop hop = start(filter).with("day", (on != null) ? on : asked.today());
		String state = (String) filter.get("state");
		if (!Boolean.TRUE.equals(filter.get("includeUnknown")) && !TrialState.UNKNOWN.name().equals(state)) {
			hop = hop.where(KNOWN);
		}
		if (state != null) {
			hop = in(TrialState.valueOf(state), hop);
		}
		else if (on != null) {
			hop = in(TrialState.IN_FORCE, hop);
		}
		if (filter.get("area") != null && filter.get("text") != null) {
			hop = hop.where(inArea("it", "$arg.filter.area", "$arg.day"));
		}
		if (filter.get("service") != null) {
			hop = hop
				.where("""
						EXISTS { MATCH (it)-[:HAS_CLAUSE]->(_clause:TrialClause)-[:FOR]->(_for:Service)-[:PART_OF*0..8]->(:Service {id: 'service:' + $arg.filter.service}) }""");
		}
		if (filter.get("law") != null) {
			hop = hop
				.where("""
						EXISTS { MATCH (it)-[:ENACTED_AS]->(:Law {id: $arg.law}) }
						OR EXISTS { MATCH (it)-[:HAS_CLAUSE]->(_clause:TrialClause)-[:SETS_ASIDE]->(_place)<-[:HAS_PROVISION*0..1]-(:Law {id: $arg.law}) }""")
				.with("law", citations.act((String) filter.get("law")).value());
		}
		if (filter.get("outcome") != null) {
			hop = hop.where("it.outcome = $arg.filter.outcome");
		}
		return new Listing(hop, "it.key", true, "");
	}

	private static Hop start(Map<String, Object> filter) {
		String text = (String) filter.get("text");
		if (text == null) {
			return Hop.along((filter.get("area") != null) ? OF_AREA : "MATCH (it:Trial)");
		}
		SearchText words = SearchText.of(text);
		return words.isEmpty() ? Hop.along("MATCH (it:Trial)").where("false")
				: Hop.along("CALL db.index.fulltext.queryNodes('trial_text', $arg.query) YIELD node AS it WITH it")
					.with("query", words.allIn(TEXT_FIELDS));
	}

	private static Hop in(TrialState state, Hop hop) {
		return switch (state) {
			case UNKNOWN -> hop.where("NOT " + DATED);
			case PLANNED -> hop.where(UNENDED).where("NOT " + STARTED);
			case IN_FORCE -> hop.where(STARTED).where(UNENDED);
			case ENDED -> hop.where(DATED).where("NOT " + UNENDED);
		};
	}

}
