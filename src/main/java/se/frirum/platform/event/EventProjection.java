package se.frirum.platform.event;

import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;
import se.frirum.platform.security.Audience;

import org.springframework.stereotype.Component;

/// How the log is read.
@Component
class EventProjection implements ProjectionTable {

	private final LiveLog live;

	EventProjection(LiveLog live) {
		this.live = live;
	}

	@Override
	public void addTo(Projections projections) {
		projections.query().connection("events", "Event", 100, EventProjection::log);
		projections.subscription().live("eventAdded", "Event", LiveLog.PART, EventProjection::part, this.live);
		projections.type("Event")
			.node("event:")
			.visibleIf(Audience.VISIBLE)
			.properties("id", "at", "type", "from", "to")
			.value("reason", "head(COLLECT { MATCH (this)-[:BECAUSE]->(_reason:Reason) RETURN _reason.text })")
			.value("cursor", "this.key", (key) -> Listing.cursor(EventLog.LIST, String.valueOf(key)))
			.value("actor",
					"""
							coalesce(CASE WHEN $viewer.reviews OR this.organisation = $viewer.organisation
								THEN head(COLLECT { MATCH (_account:Account {id: this.actor}) RETURN _account.name })
								END,
								head(COLLECT { MATCH (_organisation:Organisation {id: this.organisation}) RETURN _organisation.name }),
								'Frirum')""")
			.one("organisation", "Organisation", Hop.along("MATCH (it:Organisation {id: this.organisation})"))
			.one("onBehalfOf", "Organisation", Hop.along("MATCH (it:Organisation {id: this.onBehalfOf})"))
			.one("about", "Node", Hop.along("MATCH (this)-[:ABOUT]->(it)"));
	}

	private static Listing log(Asked asked) {
		Hop events = (asked.text("about") != null) ? Hop.along("MATCH (it:Event {subject: $arg.about})")
				: Hop.along("MATCH (it:Event)");
		return Listing.by("it.key", events);
	}

	/// Walks the numbers also where only one node's entries are wanted: these can be
	/// many,
	/// and a part is short.
	private static Hop part(Asked asked) {
		Hop numbers = Hop.along("MATCH (it:Event) USING INDEX it:Event(key)")
			.where("it.key > $arg.behind AND it.key <= $arg.upTo")
			.orderBy("it.key");
		return (asked.text("about") != null) ? numbers.where("it.subject = $arg.about") : numbers;
	}

}
