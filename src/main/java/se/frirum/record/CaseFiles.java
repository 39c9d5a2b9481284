package se.frirum.record;

import se.frirum.obstacle.ObstacleCases;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;

import org.springframework.stereotype.Component;

/// How a whole case is read: what it says, what happened to it, and which documents it
/// names, as far as the caller may see them.
@Component
class CaseFiles implements ProjectionTable {

	private static final String VISIBLE = ObstacleCases.VISIBLE.replace("_subject", "_proposal");

	private final Operator operator;

	CaseFiles(Operator operator) {
		this.operator = operator;
	}

	@Override
	public void addTo(Projections projections) {
		projections.query().found("caseFile", "CaseFile", 200, this::file);
		projections.type("CaseFile")
			.properties("printedOn", "operator", "contact")
			.one("subject", "ReviewSubject", Hop.along("WITH this.subject AS it"))
			.many("merged", "Obstacle", 3, Hop.along("""
					WITH this.subject AS _case
					MATCH (_case)<-[:DUPLICATE_OF*1..5]-(it:Obstacle)""").orderBy("it.newest"))
			.many("log", "Event", 50, Hop.along("""
					WITH this.subject AS _case
					MATCH (_case)<-[:DUPLICATE_OF*0..5]-(_part)
					MATCH (it:Event {subject: _part.id})""").orderBy("it.key"))
			.many("documents", "CaseDocument", 10, Hop.along("""
					WITH this.subject AS _case
					CALL (_case) {
						MATCH (_case)<-[:ADDRESSES*0..1]-(_proposal:Proposal)-[:HAS_STEP]->(_step:LegislativeStep)
						WHERE (%s) AND _step.document IS NOT NULL
						RETURN _step.document AS _reference, _step.on AS _on
						UNION
						MATCH (_case)-[_number:REGISTERED_BY]->(_organisation:Organisation)
						RETURN _organisation.name + ', ' + _number.number AS _reference, _number.registeredOn AS _on
					}
					WITH {reference: _reference, on: _on} AS it""".formatted(VISIBLE)).orderBy("it.on, it.reference"));
		projections.type("CaseDocument").properties("reference", "on");
	}

	private Hop file(Asked asked) {
		return Hop
			.along("""
					CALL () {
						MATCH (_subject:Obstacle {id: $arg.id}) RETURN _subject
						UNION
						MATCH (_subject:Obstacle {reference: toUpper($arg.id)}) RETURN _subject
						UNION
						MATCH (_subject:Proposal {id: $arg.id}) RETURN _subject
						UNION
						MATCH (_subject:Proposal {reference: toUpper($arg.id)}) RETURN _subject
					}
					WITH _subject WHERE %s
					WITH {subject: _subject, printedOn: $today, operator: $arg.operator, contact: $arg.contact} AS it"""
				.formatted(ObstacleCases.VISIBLE))
			.with("operator", this.operator.name())
			.with("contact", this.operator.contact());
	}

}
