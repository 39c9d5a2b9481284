package se.frirum.law;

import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;

import org.springframework.stereotype.Component;

/// How acts and sections are linked by what they say: who cites whom, who sets whom
/// aside, who may grant an exception, and what amended them.
@Component
class LawLinks implements ProjectionTable {

	/// What a wording says holds as long as the wording does.
	private static final String TODAY = """
			(_link.from IS NULL OR _link.from <= $today) AND (_link.until IS NULL OR $today < _link.until)""";

	@Override
	public void addTo(Projections projections) {
		citations(projections);
		derogations(projections);
		powers(projections);
		amendments(projections);
	}

	private static void citations(Projections projections) {
		projections.type("Law")
			.connection("citedBy", "Law", 30,
					Listing.by("it.key", Hop.along(citing("this", "it") + "\nWITH DISTINCT it")));
		projections.type("Provision")
			.connection("cites", "Provision", 3, Listing.by("it.key", today("(this)-[_link:CITES]->(it:Provision)")))
			.connection("citesActs", "Law", 1, Listing.by("it.key", today("(this)-[_link:CITES]->(it:Law)")))
			.connection("citedBy", "Provision", 3, Listing.by("it.key", today("(this)<-[_link:CITES]-(it:Provision)")));
	}

	/// From an act to the others of which a section cites it, or a section of it, today;
	/// each as often as it does. It starts at the act's own sections, however few
	/// citations there are.
	static String citing(String act, String other) {
		return """
				MATCH (%s)-[:HAS_PROVISION*0..1]->(_cited)
				WITH _cited
				MATCH (_cited)<-[_link:CITES]-(_citing:Provision)<-[:HAS_PROVISION]-(%s:Law)
				WHERE %s <> %s AND %s""".formatted(act, other, other, act, TODAY);
	}

	/// The pattern, where its `_link` holds today; each end once.
	private static Hop today(String pattern) {
		return Hop.along("MATCH %s\nWHERE %s\nWITH DISTINCT it".formatted(pattern, TODAY));
	}

	private static void derogations(Projections projections) {
		projections.type("Provision")
			.connection("derogations", "Derogation", 1, Listing.by("it.key", Hop.along(reaching("DEROGATES_FROM") + """
					AND _link.target CONTAINS '#'
					WITH {key: _by.key + '|' + elementId(_link), kind: _link.kind, target: _link.target,
						passage: _link.passage, provision: this, by: _by} AS it""")));
		projections.type("Derogation")
			.properties("kind", "target", "passage")
			.one("provision", "Provision", Hop.along("WITH this.provision AS it"))
			.one("by", "Provision", Hop.along("WITH this.by AS it"));
		projections.type("Law")
			.connection("derogations", "LawDerogation", 5, Listing.by("it.key", Hop.along(inside("DEROGATES_FROM") + """
					WITH {key: _by.key + '|' + elementId(_link), kind: _link.kind, target: _link.target,
						passage: _link.passage, place: _place, by: _by} AS it""")));
		projections.type("LawDerogation")
			.properties("kind", "target", "passage")
			.one("provision", "Provision", Hop.along("WITH this.place AS it").where("it:Provision"))
			.one("by", "Provision", Hop.along("WITH this.by AS it"));
	}

	private static void powers(Projections projections) {
		String power = """
				WITH {key: _by.key + '|' + elementId(_link), holder: _link.holder, form: _link.form,
					target: _link.target, passage: _link.passage, by: _by} AS it""";
		projections.type("Provision")
			.many("exceptionPowers", "ExceptionPower", 1,
					Hop.along(reaching("EMPOWERS_EXCEPTION") + power).orderBy("it.key"));
		projections.type("Law")
			.many("exceptionPowers", "ExceptionPower", 5,
					Hop.along(inside("EMPOWERS_EXCEPTION") + power).orderBy("it.key"));
		projections.type("ExceptionPower")
			.properties("holder", "form", "target", "passage")
			.one("by", "Provision", Hop.along("WITH this.by AS it"));
	}

	/// What is aimed at the section `this`, at its chapter or at its act as a whole. A
	/// derogation from an act as a whole sets some rule in it aside that the words don't
	/// place, so it shows with the act only.
	private static String reaching(String link) {
		return """
				MATCH (this)<-[:HAS_PROVISION*0..1]-(_place)
				WITH _place
				MATCH (_place)<-[_link:%s]-(_by:Provision)
				WHERE (%s) AND %s
				""".formatted(link, Target.REACHES.replace("_target", "_link"), TODAY);
	}

	/// What is aimed at the act `this` or anything in it.
	private static String inside(String link) {
		return """
				MATCH (this)-[:HAS_PROVISION*0..1]->(_place)
				WITH _place
				MATCH (_place)<-[_link:%s]-(_by:Provision)
				WHERE %s
				""".formatted(link, TODAY);
	}

	private static void amendments(Projections projections) {
		projections.type("Law")
			.connection("amendments", "Amendment", 20,
					new Listing(Hop.along("MATCH (this)<-[:AMENDS]-(it:Amendment)"), "it.key", true, ""));
		projections.type("Amendment")
			.properties("designation", "title", "inForceFrom", "note", "preparatoryWorks")
			.many("provisions", "Provision", 5, Hop.along("MATCH (this)-[:AMENDS]->(it:Provision)").orderBy("it.key"));
	}

}
