package se.frirum.following;

/// What lies around acts, sections and areas: the cases on them and the trials that touch
/// them, and of a section its act.
final class Surroundings {

	private static final String OF_RULES = """
			%1$s
			MATCH (_rule)<-[:HAS_PROVISION*0..1]-(_law:Law)
			RETURN _law.id AS _about
			UNION
			%1$s
			MATCH (_rule)-[:HAS_PROVISION*0..1]->(_place)<-[:BLOCKED_BY|CHANGES]-(_subject)
			RETURN _subject.id AS _about
			UNION
			%1$s
			MATCH (_rule)-[:HAS_PROVISION*0..1]->(_place)<-[:SETS_ASIDE]-(_clause:TrialClause)<-[:HAS_CLAUSE]-(_subject)
			RETURN _subject.id AS _about""";

	private static final String OF_AREAS = """
			%1$s
			MATCH (_area)<-[:IN*0..2]-(_inside:Area)<-[:GOVERNS]-(_organisation:Organisation)-[:REPORTED_BY|PROPOSED_BY|ENDORSES]-(_subject)
			RETURN _subject.id AS _about
			UNION
			%1$s
			MATCH (_area)-[:IN*0..2]->(_around:Area)<-[:APPLIES_IN]-(_clause:TrialClause)<-[:HAS_CLAUSE]-(_subject)
			RETURN _subject.id AS _about
			UNION
			%1$s
			MATCH (_area)<-[:IN*1..2]-(_inside:Area)<-[:APPLIES_IN]-(_clause:TrialClause)<-[:HAS_CLAUSE]-(_subject)
			RETURN _subject.id AS _about""";

	private Surroundings() {
	}

	/// Cypher that returns the ids of what is on the acts and sections that `match`
	/// binds as `_rule`, as `_about`.
	static String ofRules(String match) {
		return OF_RULES.formatted(match);
	}

	/// The same of the areas that `match` binds as `_area`.
	static String ofAreas(String match) {
		return OF_AREAS.formatted(match);
	}

}
