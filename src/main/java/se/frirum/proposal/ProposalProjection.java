package se.frirum.proposal;

import java.time.Year;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.frirum.law.Citations;
import se.frirum.obstacle.ObstacleCases;
import se.frirum.platform.database.Row;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;
import se.frirum.platform.projection.Searchable;
import se.frirum.platform.projection.TypeProjection;
import se.frirum.platform.security.Audience;

import org.springframework.stereotype.Component;

/// How proposals are read, and what they add to obstacles.
@Component
class ProposalProjection implements ProjectionTable {

	private final Citations citations;

	ProposalProjection(Citations citations) {
		this.citations = citations;
	}

	@Override
	public void addTo(Projections projections) {
		projections.query()
			.one("proposal", "Proposal", ProposalProjection::proposal)
			.connection("proposals", "Proposal", 100, (asked) -> ProposalListing.of(asked, this.citations))
			.connection("reviewQueue", "ReviewItem", 100, ReviewQueue::of);
		projections.payload("ProposalPayload", "proposal", "Proposal");
		common(projections, ProposalKind.SIMPLIFICATION)
			.searched(
					Searchable
						.of("PROPOSAL", "MATCH (it:Proposal {reference: toUpper($arg.text)})", "proposal_text",
								ProposalListing.TEXT_FIELDS)
						.within(Audience::indexed))
			.one("enactedAs", "Law", Hop.along("MATCH (this)-[:LED_TO]->(it:Law)"))
			.properties("enactedBy");
		common(projections, ProposalKind.TRIAL)
			.many("areas", "Area", 3, Hop.along("MATCH (this)-[:APPLIES_IN]->(it:Area)").orderBy("it.code"))
			.properties("from", "until", "durationMonths");
		parts(projections);
		projections.type("ReviewItem")
			.properties("waitingSince", "dueOn", "overdue")
			.one("subject", "ReviewSubject", Hop.along("WITH this.subject AS it"));
		projections.type("Obstacle")
			.many("proposals", "Proposal", 1,
					Hop.along("MATCH (this)<-[:ADDRESSES]-(it:Proposal)").orderBy("it.newest"));
	}

	/// What proposals of both kinds have.
	private static TypeProjection common(Projections projections, ProposalKind kind) {
		return projections.type(kind.label())
			.node(kind.ids())
			.visibleIf(Audience.VISIBLE)
			.properties("id", "reference", "version", "title", "rationale", "status", "route")
			.one("proposedBy", "Organisation", Hop.along("MATCH (this)-[:PROPOSED_BY]->(it:Organisation)"))
			.many("addresses", "Obstacle", 2,
					Hop.along("MATCH (this)-[:ADDRESSES]->(it:Obstacle)").orderBy("it.newest"))
			.many("changes", "ProposedChange", 2, Hop.along("MATCH (this)-[it:CHANGES]->()").orderBy("it.place"))
			.one("responsible", "Organisation", ObstacleCases.leading())
			.value("answerDueOn", "CASE WHEN this.waiting IS NOT NULL THEN this.dueOn END")
			.value("handler", """
					CASE WHEN $viewer.reviews THEN
						head(COLLECT { MATCH (_account:Account {id: this.handler}) RETURN _account.name }) END""")
			.computed("youMay", ProposalStanding.STORED, (fetched, asked) -> youMay(new Row(fetched), asked))
			.one("assessment", "Assessment", Hop.along("MATCH (this)-[:ASSESSED_AS]->(it:Assessment)"))
			.many("steps", "LegislativeStep", 3,
					Hop.along("MATCH (this)-[:HAS_STEP]->(it:LegislativeStep)").orderBy("it.key"))
			.connection("opinions", "Opinion", 5,
					Listing.by("it.key", Hop.along("MATCH (this)<-[it:OPINES]-(:Organisation)")))
			.one("supersededBy", "Proposal", Hop.along("MATCH (this)-[:SUPERSEDED_BY]->(it:Proposal)"))
			.connection("history", "Event", 5, EventLog.HISTORY);
	}

	private static List<ProposalStep> youMay(Row stored, Asked asked) {
		return List.copyOf(ProposalStanding.of(stored).open(asked.viewer(), stored.is("known")));
	}

	private static void parts(Projections projections) {
		projections.type("ProposedChange")
			.properties("change", "wording", "target")
			.one("law", "Law", Hop.along("""
					WITH endNode(this) AS _place
					MATCH (_place)<-[:HAS_PROVISION*0..1]-(it:Law)"""))
			.one("provision", "Provision", Hop.along("WITH endNode(this) AS it").where("it:Provision"));
		projections.type("Assessment")
			.properties("problem", "zeroOption", "alternatives", "costsState", "costsMunicipalities", "costsRegions",
					"effectsIndividuals", "effectsCompanies", "selfGovernment", "euLaw", "financing");
		projections.type("LegislativeStep")
			.properties("stage", "on", "document", "respondBy")
			.computed("remark", Map.of("document", "this.document"),
					(fetched, asked) -> remark(new Row(fetched), asked));
		projections.type("Opinion")
			.properties("stance", "mandate", "decision", "at")
			.value("text", "this.note")
			.one("organisation", "Organisation", Hop.along("WITH startNode(this) AS it"));
	}

	/// What is kept as it was written, though its series is not known.
	private static @Nullable String remark(Row step, Asked asked) {
		String document = step.textOrNull("document");
		boolean known = document == null
				|| DocumentSeries.read(document, Year.from(asked.today()).getValue()).series() != null;
		return known ? null : "This document is of no series that is known here; it is kept as it was written.";
	}

	private static @Nullable Hop proposal(Asked asked) {
		Row arguments = new Row(asked.arguments());
		String id = arguments.textOrNull("id");
		String reference = arguments.textOrNull("reference");
		if ((id == null) == (reference == null)) {
			throw new Refusal.BadRequest("Name the proposal by 'id' or by 'reference', exactly one of the two.");
		}
		return Hop.along((id != null) ? "MATCH (it:Proposal {id: $arg.id})"
				: "MATCH (it:Proposal {reference: toUpper(trim($arg.reference))})");
	}

}
