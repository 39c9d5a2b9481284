package se.frirum.proposal;

import se.frirum.obstacle.ObstacleCases;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;

import org.springframework.stereotype.Component;

/// What each organisation that answers cases received in a year and what became of it, by
/// the log and over what the caller may see. An answer stays with whoever gave it, or for
/// whom it was given, wherever the case goes later. A case is received by whoever it was
/// forwarded to last, before that by whoever issues the first of the rules.
@Component
class YearlyAccounts implements ProjectionTable {

	private static final String ACCOUNTS = """
			MATCH (_event:Event {year: $arg.year})-[:ABOUT]->(_subject)
			WHERE %s
			WITH _event, _subject, coalesce(
				CASE WHEN _event.days IS NOT NULL THEN coalesce(_event.onBehalfOf, _event.organisation) END,
				head(COLLECT { MATCH (_forward:Event {subject: _event.subject})
					WHERE _forward.type = 'OBSTACLE_FORWARDED' AND _forward.key <= _event.key
					RETURN coalesce(_forward.onBehalfOf, _forward.organisation) ORDER BY _forward.key DESC LIMIT 1 }),
				head(COLLECT { MATCH (_subject)-[_link:BLOCKED_BY|CHANGES]->(_place)
					MATCH (_place)<-[:HAS_PROVISION*0..1]-(:Law)<-[:RESPONSIBLE_FOR]-(_body:Organisation)
					RETURN _body.id ORDER BY _link.place LIMIT 1 })) AS _answering
			WHERE $arg.organisation IS NULL OR _answering = $arg.organisation
			MATCH (_answerer:Organisation {id: _answering})
			WITH _answerer,
				count(DISTINCT CASE WHEN _event.days IS NULL THEN _subject END) AS _received,
				count(_event.days) AS _answered,
				percentileCont(_event.days, 0.5) AS _median,
				collect(_event.outcome) AS _outcomes
			WITH {organisation: _answerer, received: _received, answered: _answered, medianDays: _median,
				outcomes: _outcomes} AS it
			""".formatted(ObstacleCases.VISIBLE);

	@Override
	public void addTo(Projections projections) {
		projections.query()
			.many("yearlyAccounts", "YearlyAccount", 50,
					(asked) -> Hop.along(ACCOUNTS).with("year", year(asked)).orderBy("it.organisation.name"));
		projections.type("YearlyAccount")
			.properties("received", "answered", "medianDays")
			.one("organisation", "Organisation", Hop.along("WITH this.organisation AS it"))
			.many("outcomes", "OutcomeCount", 10, Hop.along("""
					UNWIND this.outcomes AS _outcome
					WITH _outcome, count(*) AS _count
					WITH {outcome: _outcome, count: _count} AS it""").orderBy("it.outcome"));
		projections.type("OutcomeCount").properties("outcome", "count");
	}

	/// The index holds whole numbers as the log writes them.
	private static long year(Asked asked) {
		Integer year = asked.number("year");
		if (year == null || year < 1900 || year > 2199) {
			throw new Refusal.BadRequest("Name a year from 1900 to 2199.");
		}
		return year;
	}

}
