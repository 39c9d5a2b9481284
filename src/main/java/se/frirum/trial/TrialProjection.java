package se.frirum.trial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import se.frirum.law.Citations;
import se.frirum.law.Target;
import se.frirum.platform.answer.Deadlines;
import se.frirum.platform.database.Row;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;
import se.frirum.platform.projection.Searchable;
import se.frirum.proposal.ProposalStages;

import org.springframework.stereotype.Component;

/// How trials are read, and what they add to acts, sections, municipalities and
/// obstacles.
@Component
class TrialProjection implements ProjectionTable {

	private static final Map<String, String> PERIODS = Map.of("clauses",
			"""
					COLLECT { MATCH (this)-[:HAS_CLAUSE]->(_clause:TrialClause) RETURN {from: _clause.from, until: _clause.until} }""");

	/// Set aside is a section by what targets it, or its act as a whole.
	private static final String SETTING_ASIDE = """
			MATCH (this)<-[:HAS_PROVISION*0..1]-(_place)<-[_target:SETS_ASIDE]-(it:TrialClause)
			WHERE %s
			WITH DISTINCT it""".formatted(Target.REACHES);

	/// What the record of a clause lacks.
	private static final String UNKNOWN = """
			[_part IN [
				CASE WHEN NOT EXISTS { MATCH (this)-[:APPLIES_IN]->(_area:Area) } THEN 'AREA' END,
				CASE WHEN this.from IS NULL THEN 'START' END,
				CASE WHEN this.until IS NULL THEN 'END' END,
				CASE WHEN this.effect <> 'ADDS' AND NOT EXISTS { MATCH (this)-[:SETS_ASIDE]->(_place) } THEN 'TARGET' END
			] WHERE _part IS NOT NULL]""";

	private final Citations citations;

	private final Deadlines deadlines;

	TrialProjection(Citations citations, Deadlines deadlines) {
		this.citations = citations;
		this.deadlines = deadlines;
	}

	@Override
	public void addTo(Projections projections) {
		projections.query()
			.one("trial", "Trial", TrialProjection::trial)
			.connection("trials", "Trial", 20, (asked) -> TrialListing.of(asked, this.citations))
			.many("effectiveRules", "EffectiveRule", 20,
					(asked) -> EffectiveRules.in(String.valueOf(asked.text("area")), day(asked)));
		projections.payload("TrialPayload", "trial", "Trial");
		trial(projections);
		clause(projections);
		elsewhere(projections);
	}

	private void trial(Projections projections) {
		projections.type("Trial")
			.node("trial:")
			.searched(Searchable
				.of("TRIAL", "MATCH (it:Trial {reference: $arg.text})", "trial_text", TrialListing.TEXT_FIELDS)
				.through("WITH _hit AS it, _score WHERE " + TrialListing.KNOWN + " WITH it, _score"))
			.properties("id", "reference", "version", "title", "purpose", "instrument", "derived", "sources", "outcome",
					"outcomeOn", "outcomeEvaluation")
			.one("law", "Law", Hop.along("MATCH (this)-[:ENACTED_AS]->(it:Law)"))
			.one("proposal", "TrialProposal", Hop.along("MATCH (this)<-[:LED_TO]-(it:TrialProposal)"))
			.many("clauses", "TrialClause", 3,
					Hop.along("MATCH (this)-[:HAS_CLAUSE]->(it:TrialClause)").orderBy("it.place"))
			.computed("from", PERIODS, (fetched, _) -> period(fetched).from())
			.computed("until", PERIODS, (fetched, _) -> period(fetched).until())
			.computed("state", PERIODS, (fetched, asked) -> period(fetched).stateOn(day(asked)).name())
			.many("participants", "Participation", 10, TrialProjection::participants)
			.many("addresses", "Obstacle", 3,
					Hop.along("MATCH (this)-[:ADDRESSES]->(it:Obstacle)").orderBy("it.newest"))
			.many("notApplied", "CourtRuling", 1,
					Hop.along("MATCH (this)-[:NOT_APPLIED_IN]->(it:CourtRuling)").orderBy("it.on, it.caseNumber"))
			.one("succeededBy", "Node", Hop.along("MATCH (this)-[:SUCCEEDED_BY]->(it)"))
			.many("deadlines", "Deadline", 3, this.deadlines.ofOne("Trial"))
			.connection("history", "Event", 5, EventLog.HISTORY);
		projections.type("CourtRuling").properties("court", "caseNumber", "on");
		projections.type("Participation")
			.properties("status", "from", "until", "decidedBy", "decision", "conditions", "reason")
			.one("organisation", "Organisation", Hop.along("WITH startNode(this) AS it"));
	}

	private static void clause(Projections projections) {
		projections.type("TrialClause")
			.node("clause:")
			.properties("id", "effect", "text", "from", "until")
			.value("unknown", UNKNOWN)
			.one("trial", "Trial", Hop.along("MATCH (this)<-[:HAS_CLAUSE]-(it:Trial)"))
			.many("targets", "Target", 2, Hop.along("MATCH (this)-[it:SETS_ASIDE]->()").orderBy("it.place"))
			.many("authorisedBy", "Provision", 1,
					Hop.along("MATCH (this)-[:AUTHORISED_BY]->(it:Provision)").orderBy("it.key"))
			.many("services", "Service", 1, Hop.along("MATCH (this)-[:FOR]->(it:Service)").orderBy("it.code"))
			.many("areas", "Area", 3, Hop.along("MATCH (this)-[:APPLIES_IN]->(it:Area)").orderBy("it.code"));
		projections.type("Target")
			.properties("target")
			.one("law", "Law", Hop.along("""
					WITH endNode(this) AS _place
					MATCH (_place)<-[:HAS_PROVISION*0..1]-(it:Law)"""))
			.one("provision", "Provision", Hop.along("WITH endNode(this) AS it").where("it:Provision"));
		projections.type("EffectiveRule")
			.one("trial", "Trial", Hop.along("WITH this.trial AS it"))
			.one("clause", "TrialClause", Hop.along("WITH this.clause AS it"))
			.one("provision", "Provision", Hop.along("WITH endNode(this.target) AS it").where("it:Provision"))
			.one("law", "Law", Hop.along("""
					WITH endNode(this.target) AS _place
					MATCH (_place)<-[:HAS_PROVISION*0..1]-(it:Law)"""));
	}

	private static void elsewhere(Projections projections) {
		projections.type("Law").one("trial", "Trial", Hop.along("MATCH (this)<-[:ENACTED_AS]-(it:Trial)"));
		projections.type("Provision").many("setAsideBy", "TrialClause", 2, TrialProjection::setAsideBy);
		projections.type("Municipality")
			.many("trials", "Trial", 10, (asked) -> EffectiveRules.trialsInMunicipality(day(asked)));
		projections.type("Obstacle")
			.many("trials", "Trial", 1, Hop.along("MATCH (this)<-[:ADDRESSES]-(it:Trial)").orderBy("it.key"))
			.computed("stages", Map.of("trials", """
					COLLECT { MATCH (this)<-[:ADDRESSES]-(_trial:Trial)
						RETURN {clauses: COLLECT { MATCH (_trial)-[:HAS_CLAUSE]->(_clause:TrialClause)
							RETURN {from: _clause.from, until: _clause.until} }} }""", "proposals", """
					COLLECT { MATCH (this)<-[:ADDRESSES]-(_proposal:Proposal) WHERE %s
						RETURN DISTINCT _proposal.status }""".formatted(ProposalStages.VISIBLE)),
					TrialProjection::stages);
		projections.type("TrialProposal").one("trial", "Trial", Hop.along("MATCH (this)-[:LED_TO]->(it:Trial)"));
	}

	private static @Nullable Hop trial(Asked asked) {
		Row arguments = new Row(asked.arguments());
		String id = arguments.textOrNull("id");
		String reference = arguments.textOrNull("reference");
		if ((id == null) == (reference == null)) {
			throw new Refusal.BadRequest("Name the trial by 'id' or by 'reference', exactly one of the two.");
		}
		return Hop.along(
				(id != null) ? "MATCH (it:Trial {id: $arg.id})" : "MATCH (it:Trial {reference: trim($arg.reference)})");
	}

	private static Hop participants(Asked asked) {
		Hop all = Hop.along("MATCH (this)<-[it:TAKES_PART]-(_organisation:Organisation)")
			.orderBy("_organisation.name, it.from");
		return (asked.date("on") != null) ? all.where("""
				it.status IN $arg.takingPart AND (it.from IS NULL OR it.from <= $arg.on)
					AND (it.until IS NULL OR $arg.on < it.until)""")
			.with("takingPart", ParticipationStatus.takingPart()) : all;
	}

	private static Hop setAsideBy(Asked asked) {
		String area = asked.text("area");
		if (area != null) {
			return EffectiveRules.clausesSettingAside(area, day(asked));
		}
		Hop all = Hop.along(SETTING_ASIDE).orderBy("it.from, it.id");
		return (asked.date("on") != null) ? all.where("it.from <= $arg.on AND (it.until IS NULL OR $arg.on < it.until)")
				: all;
	}

	private static List<String> stages(Map<String, Object> fetched, Asked asked) {
		Row facts = new Row(fetched);
		List<String> stages = new ArrayList<>(ProposalStages.of(facts.texts("proposals")));
		if (facts.rows("trials")
			.stream()
			.anyMatch((trial) -> period(trial.values()).stateOn(asked.today()) == TrialState.IN_FORCE)) {
			stages.add("IN_TRIAL");
		}
		return stages;
	}

	private static TrialPeriod period(Map<String, Object> fetched) {
		return TrialPeriod.of(new Row(fetched).rows("clauses"));
	}

	private static LocalDate day(Asked asked) {
		return Objects.requireNonNullElse(asked.date("on"), asked.today());
	}

}
