package se.frirum.following;

import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;

import org.springframework.stereotype.Component;

/// How what an organisation follows is read: by that organisation only.
@Component
class FollowingProjection implements ProjectionTable {

	/// What happened around the act, section or area `$arg.subject`.
	private static final Hop AROUND = Hop
		.along("CALL () {\n" + Surroundings.ofRules("MATCH (_rule:Law|Provision {id: $arg.subject})") + "\nUNION\n"
				+ Surroundings.ofAreas("MATCH (_area:Area {id: $arg.subject})")
				+ "\n}\nWITH DISTINCT _about\nMATCH (it:Event {subject: _about})");

	private final Digest digest;

	FollowingProjection(Digest digest) {
		this.digest = digest;
	}

	/// What happens in the whole country is the log.
	private static Listing around(Asked asked) {
		if ("area:SE".equals(asked.text("subject"))) {
			throw new Refusal.BadRequest("What happens in the whole country stands in 'events'.");
		}
		return new Listing(AROUND, "it.key", true, "");
	}

	@Override
	public void addTo(Projections projections) {
		projections.query()
			.many("follows", "Follow", 20,
					Hop.along("MATCH (it:Follow {owner: $viewer.organisation})").orderBy("it.since, it.id"))
			.many("digestAddresses", "DigestAddress", 2,
					Hop.along("MATCH (it:DigestAddress {owner: $viewer.organisation})").orderBy("it.email"))
			.connection("digest", "Event", 100, this.digest::listing)
			.connection("eventsAround", "Event", 100, FollowingProjection::around);
		projections.payload("FollowPayload", "follow", "Follow");
		projections.type("Follow")
			.visibleIf("this.owner = $viewer.organisation")
			.properties("id", "since", "filter")
			.one("subject", "Node", Hop.along("MATCH (this)-[:OF]->(it)"));
		projections.type("DigestAddress").properties("email", "since");
	}

}
