package se.frirum.obstacle;

import java.util.List;

import org.jspecify.annotations.Nullable;
import se.frirum.law.Citations;
import se.frirum.law.Target;
import se.frirum.platform.database.Row;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;
import se.frirum.platform.projection.Searchable;
import se.frirum.platform.security.Audience;

import org.springframework.stereotype.Component;

/// How obstacles are read, and what they add to acts, sections, services and
/// municipalities.
@Component
class ObstacleProjection implements ProjectionTable {

	static final String[] TEXT_FIELDS = { "title", "description", "consequence" };

	/// Whoever issues a rule that blocks, with the place of the first that they issue.
	private static final String CONCERNED = """
			MATCH (this)-[_blocking:BLOCKED_BY]->(_place)
			MATCH (_place)<-[:HAS_PROVISION*0..1]-(_law:Law)<-[:RESPONSIBLE_FOR]-(_body:Organisation)
			""";

	private static final String POWERS = """
			MATCH (this)-[:BLOCKED_BY]->(_rule)
			MATCH (_rule)<-[:HAS_PROVISION*0..1]-(_place)<-[_link:EMPOWERS_EXCEPTION]-(_by:Provision)
			WHERE (%s) AND (_link.from IS NULL OR _link.from <= $today) AND (_link.until IS NULL OR $today < _link.until)
			WITH DISTINCT _link, _by
			WITH {key: _by.key + '|' + elementId(_link), holder: _link.holder, form: _link.form,
				target: _link.target, passage: _link.passage, by: _by} AS it"""
		.formatted(Target.REACHES.replace("_target", "_link").replace("this.", "_rule."));

	private final Citations citations;

	private final SimilarObstacles similar;

	ObstacleProjection(Citations citations, SimilarObstacles similar) {
		this.citations = citations;
		this.similar = similar;
	}

	@Override
	public void addTo(Projections projections) {
		projections.query()
			.one("obstacle", "Obstacle", ObstacleProjection::obstacle)
			.connection("obstacles", "Obstacle", 100, (asked) -> ObstacleListing.of(asked, this.citations))
			.found("similarObstacles", "SimilarObstacles", 500, this.similar::hop);
		projections.payload("ObstaclePayload", "obstacle", "Obstacle");
		obstacle(projections);
		similar(projections);
		counts(projections);
	}

	private static void obstacle(Projections projections) {
		projections.type("Obstacle")
			.node("obstacle:")
			.visibleIf(Audience.VISIBLE)
			.searched(Searchable
				.of("OBSTACLE", "MATCH (it:Obstacle {reference: toUpper($arg.text)})", "obstacle_text", TEXT_FIELDS)
				.within(Audience::indexed))
			.properties("id", "reference", "version", "sample", "title", "description", "consequence", "kind",
					"hinders", "yearlyCost", "mandate", "decision", "status", "closure", "reportedAt")
			.one("guidance", "Guidance",
					Hop.along("MATCH (this)-[it:GUIDED_BY]->(:Organisation)")
						.where("this.closure = 'POSSIBLE_TODAY'")
						.orderBy("it.asOf DESC, it.at DESC"))
			.one("responsible", "Organisation", ObstacleCases.leading())
			.many("concerned", "Organisation", 1,
					Hop.along(CONCERNED + "WITH _body AS it, min(_blocking.place) AS _first").orderBy("_first"))
			.many("exceptionPowers", "ExceptionPower", 2, Hop.along(POWERS).orderBy("it.key"))
			.many("caseNumbers", "CaseNumber", 1,
					Hop.along("MATCH (this)-[it:REGISTERED_BY]->(:Organisation)").orderBy("it.registeredOn, it.number"))
			.one("contact", "Contact",
					Hop.along("MATCH (this)-[:CONTACT]->(it:Contact)")
						.where("$viewer.reviews OR this.owner = $viewer.organisation"))
			.value("handler", """
					CASE WHEN $viewer.reviews THEN
						head(COLLECT { MATCH (_account:Account {id: this.handler}) RETURN _account.name }) END""")
			.value("answerDueOn", "CASE WHEN this.waiting IS NOT NULL THEN this.dueOn END")
			.computed("youMay", ObstacleStanding.STORED, (fetched, asked) -> youMay(new Row(fetched), asked))
			.one("reportedBy", "Organisation", Hop.along("MATCH (this)-[:REPORTED_BY]->(it:Organisation)"))
			.many("blockedBy", "Blocking", 3, Hop.along("MATCH (this)-[it:BLOCKED_BY]->()").orderBy("it.place"))
			.many("affects", "Service", 2, Hop.along("MATCH (this)-[:AFFECTS]->(it:Service)").orderBy("it.code"))
			.connection("endorsements", "Endorsement", 5,
					Listing.by("it.key", Hop.along("MATCH (this)<-[it:ENDORSES]-(:Organisation)")))
			.count("endorsementCount", "Organisation", 5,
					Hop.along("MATCH (this)<-[:DUPLICATE_OF*0..5]-(_same:Obstacle)<-[:ENDORSES]-(it:Organisation)")
						.where(Audience.VISIBLE.replace("this", "_same")))
			.one("duplicateOf", "Obstacle", Hop.along("MATCH (this)-[:DUPLICATE_OF]->(it:Obstacle)"))
			.connection("duplicates", "Obstacle", 3,
					Listing.by("it.newest", Hop.along("MATCH (this)<-[:DUPLICATE_OF]-(it:Obstacle)")))
			.connection("history", "Event", 5, EventLog.HISTORY);
		projections.type("Blocking")
			.properties("target", "how")
			.one("law", "Law", Hop.along("""
					WITH endNode(this) AS _place
					MATCH (_place)<-[:HAS_PROVISION*0..1]-(it:Law)"""))
			.one("provision", "Provision", Hop.along("WITH endNode(this) AS it").where("it:Provision"));
		projections.type("CaseNumber")
			.properties("number", "registeredOn")
			.one("organisation", "Organisation", Hop.along("WITH endNode(this) AS it"));
		projections.type("Contact").properties("name", "email", "phone");
		projections.type("Guidance")
			.properties("text", "source", "asOf")
			.one("givenBy", "Organisation", Hop.along("WITH endNode(this) AS it"));
		projections.type("Endorsement")
			.properties("at", "note", "mandate", "decision")
			.one("organisation", "Organisation", Hop.along("WITH startNode(this) AS it"));
	}

	private static List<ObstacleStep> youMay(Row stored, Asked asked) {
		return List.copyOf(ObstacleStanding.of(stored).open(asked.viewer(), stored.is("known"), stored.is("endorsed")));
	}

	private static void similar(Projections projections) {
		projections.type("SimilarObstacles")
			.properties("awaitingReview")
			.many("nodes", "SimilarObstacle", 10, Hop.along("UNWIND this.found AS it WITH it"));
		projections.type("SimilarObstacle")
			.properties("score", "because")
			.one("obstacle", "Obstacle", Hop.along("MATCH (it:Obstacle {id: this.id})"));
	}

	private static void counts(Projections projections) {
		Hop ofSection = Hop.along("MATCH (this)<-[:BLOCKED_BY]-(it:Obstacle)");
		Hop ofAct = Hop.along("MATCH (this)-[:HAS_PROVISION*0..1]->(_place)<-[:BLOCKED_BY]-(it:Obstacle)");
		projections.type("Provision")
			.connection("obstacles", "Obstacle", 5, Listing.by("it.newest", distinct(ofSection)))
			.count("obstacleCount", "Obstacle", 5, ofSection.where(CountedObstacles.OPEN));
		projections.type("Chapter")
			.count("obstacleCount", "Obstacle", 5,
					Hop.along("UNWIND this.sections AS _section MATCH (_section)<-[:BLOCKED_BY]-(it:Obstacle)")
						.where(CountedObstacles.OPEN));
		projections.type("Law")
			.connection("obstacles", "Obstacle", 50, Listing.by("it.newest", distinct(ofAct)))
			.count("obstacleCount", "Obstacle", 50, ofAct.where(CountedObstacles.OPEN));
		projections.type("Service")
			.count("obstacleCount", "Obstacle", 20,
					Hop.along("MATCH (this)<-[:PART_OF*0..8]-(_service:Service)<-[:AFFECTS]-(it:Obstacle)")
						.where(CountedObstacles.OPEN));
		projections.type("Municipality")
			.count("obstacleCount", "Obstacle", 10, Hop
				.along("MATCH (this)<-[:GOVERNS]-(_organisation:Organisation)-[:ENDORSES|REPORTED_BY]-(it:Obstacle)")
				.where(CountedObstacles.OPEN));
	}

	/// An obstacle that two sections of an act block stands once in its list.
	private static Hop distinct(Hop hop) {
		return hop.then("WITH DISTINCT it").where("it.status <> 'DRAFT'");
	}

	private static @Nullable Hop obstacle(Asked asked) {
		Row arguments = new Row(asked.arguments());
		String id = arguments.textOrNull("id");
		String reference = arguments.textOrNull("reference");
		if ((id == null) == (reference == null)) {
			throw new Refusal.BadRequest("Name the obstacle by 'id' or by 'reference', exactly one of the two.");
		}
		return Hop.along((id != null) ? "MATCH (it:Obstacle {id: $arg.id})"
				: "MATCH (it:Obstacle {reference: toUpper(trim($arg.reference))})");
	}

}
