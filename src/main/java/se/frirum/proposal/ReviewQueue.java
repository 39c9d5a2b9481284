package se.frirum.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import se.frirum.obstacle.ObstacleCases;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.Listing;

/// What waits for an answer: the caller's own first, of those what is overdue, of those
/// what has waited longest.
final class ReviewQueue {

	/// It starts where things wait: each waiting case has a key in an index.
	private static final String WAITING = """
			CALL () {
				MATCH (_subject:Obstacle) WHERE _subject.waiting > ''
				RETURN _subject
				UNION ALL
				MATCH (_subject:Proposal) WHERE _subject.waiting > ''
				RETURN _subject
			}
			WITH _subject, coalesce(_subject.dueOn < $today, false) AS _overdue
			WHERE %s
			WITH _subject, _overdue, %s AS _own
			""".formatted(ObstacleCases.VISIBLE, concerns("$viewer.organisation"));

	private static final String AS_ITEMS = """
			WITH {subject: _subject, waitingSince: _subject.waitingSince, dueOn: _subject.dueOn, overdue: _overdue,
				key: CASE WHEN _own THEN '0' ELSE '1' END + CASE WHEN _overdue THEN '0' ELSE '1' END
					+ _subject.waiting} AS it""";

	private ReviewQueue() {
	}

	/// Whether an organisation answers `_subject`, alone or among others.
	private static String concerns(String organisation) {
		return """
				(EXISTS { MATCH (_subject)-[:FORWARDED_TO]->(:Organisation {id: %1$s}) }
				OR EXISTS { MATCH (_subject)-[:BLOCKED_BY|CHANGES]->(_place)
					MATCH (_place)<-[:HAS_PROVISION*0..1]-(:Law)<-[:RESPONSIBLE_FOR]-(:Organisation {id: %1$s}) })"""
			.formatted(organisation);
	}

	static Listing of(Asked asked) {
		Map<String, Object> filter = asked.object("filter");
		List<String> conditions = new ArrayList<>(List.of("true"));
		if (filter.get("responsible") != null) {
			conditions.add(concerns("$arg.filter.responsible"));
		}
		if (filter.get("overdue") != null) {
			conditions.add("_overdue = $arg.filter.overdue");
		}
		return Listing.by("it.key", Hop.along(WAITING + "WHERE " + String.join(" AND ", conditions) + "\n" + AS_ITEMS));
	}

}
