package se.frirum.law;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;
import se.frirum.platform.projection.Searchable;

import org.springframework.stereotype.Component;

/// How acts and their sections are read.
@Component
class LawProjection implements ProjectionTable {

	/// An act that is only cited shows to those who may see what cites it. What law and
	/// trials cite, and what the register has a name for, everybody may.
	private static final String VISIBLE = """
			coalesce(this.known, false)
				OR EXISTS {
					MATCH (this)<-[:CITES|MEANS|ENACTED_AS|SETS_ASIDE|SUCCEEDED_BY|DEROGATES_FROM|EMPOWERS_EXCEPTION]-(_public) }
				OR EXISTS { MATCH (this)<-[:BLOCKED_BY|CHANGES|LED_TO]-(_case)
					WHERE _case.audience IN $viewer.audiences OR _case.owner = $viewer.organisation }""";

	/// A heading stands above many sections: it says half as much as a text.
	private static final String SECTION_OF_HIT = """
			MATCH (_hit)<-[:HAS_WORDING*0..1]-(it:Provision)
			WITH it, CASE WHEN _hit:Wording THEN _score ELSE 0.5 * _score END AS _score""";

	private static final String CHAPTERS = """
			MATCH (this)-[:HAS_PROVISION]->(_section:Provision)
			WHERE _section.goneOn IS NULL AND _section.chapter IS NOT NULL
			WITH _section ORDER BY _section.key
			WITH _section.chapter AS _chapter, collect(_section) AS _sections
			WITH {key: _sections[0].key, number: _chapter, heading: _sections[0].chapterHeading,
				division: _sections[0].division, sections: _sections} AS it""";

	/// Sections that run on through the chapters are cited without them.
	private static final String CITED_CHAPTER = "CASE WHEN this.id CONTAINS '#K' THEN this.chapter END";

	private final Citations citations;

	private final CitationsInText citationsInText;

	LawProjection(Citations citations, CitationsInText citationsInText) {
		this.citations = citations;
		this.citationsInText = citationsInText;
	}

	@Override
	public void addTo(Projections projections) {
		projections.query()
			.one("law", "Law", LawProjection::law)
			.connection("laws", "Law", 200, LawListing::of)
			.one("provision", "Provision", this::provision)
			.many("resolveCitations", "CitationMatch", 10, this.citationsInText::hop);
		projections.type("Law")
			.node((id) -> id.matches("(sfs|fs|celex):[^#]+"))
			.visibleIf(VISIBLE)
			.searched(Searchable.of("LAW", "MATCH (it:Law {id: $arg.law})", "law_text", LawListing.TEXT_FIELDS))
			.properties("id", "designation", "title", "name", "abbreviation", "kind", "department", "issuedOn",
					"inForceFrom", "ceasesOn", "known", "leftSourceOn", "preamble", "transitional", "annexes", "uri")
			.one("responsible", "Organisation", Hop.along("MATCH (this)<-[:RESPONSIBLE_FOR]-(it:Organisation)"))
			.many("chapters", "Chapter", 10, Hop.along(CHAPTERS).orderBy("it.key"))
			.connection("provisions", "Provision", 100, LawProjection::provisions);
		projections.type("Chapter")
			.value("number", "this.number", (chapter) -> ProvisionNumber.written((String) chapter))
			.properties("heading", "division")
			.value("sectionCount", "size(this.sections)");
		projections.type("Provision")
			.node((id) -> id.matches("(sfs|fs|celex):[^#]+#.+"))
			.searched(Searchable
				.of("PROVISION", "MATCH (it:Provision {id: $arg.provision})", "provision_text", "text", "heading")
				.through(SECTION_OF_HIT))
			.properties("id", "chapterHeading", "division")
			.value("heading", "CASE WHEN this.laterHeadingFrom <= $today THEN this.laterHeading ELSE this.heading END")
			.value("chapter", "this.chapter", (chapter) -> ProvisionNumber.written((String) chapter))
			.value("section", "this.section", (section) -> ProvisionNumber.written((String) section))
			.computed("citation", Map.of("chapter", CITED_CHAPTER, "section", "this.section", "act",
					"head(COLLECT { MATCH (this)<-[:HAS_PROVISION]-(_act:Law) RETURN _act {.name, .title, .designation} })"),
					(fetched, _) -> citation(fetched))
			.one("law", "Law", Hop.along("MATCH (this)<-[:HAS_PROVISION]-(it:Law)"))
			.value("text",
					"""
							head(COLLECT { MATCH (this)-[:HAS_WORDING]->(_wording:Wording)
								WHERE NOT coalesce(_wording.entryUndetermined, false)
									AND (_wording.inForceFrom IS NULL OR _wording.inForceFrom <= coalesce($arg.on, $today))
									AND (_wording.ceasesOn IS NULL OR coalesce($arg.on, $today) < _wording.ceasesOn)
								RETURN _wording.text ORDER BY coalesce(_wording.inForceFrom, date('0001-01-01')) DESC LIMIT 1 })""")
			.many("wordings", "Wording", 2, Hop.along("MATCH (this)-[:HAS_WORDING]->(it:Wording)")
				.orderBy("coalesce(it.entryUndetermined, false), coalesce(it.inForceFrom, date('0001-01-01'))"));
		projections.type("Wording")
			.properties("text", "inForceFrom", "ceasesOn", "amendedBy")
			.value("entryUndetermined", "coalesce(this.entryUndetermined, false)")
			.value("endUndetermined", "coalesce(this.endUndetermined, false)");
		projections.type("CitationMatch")
			.properties("text", "start", "end", "target")
			.one("law", "Law", Hop.along("MATCH (it:Law {id: this.law})"))
			.one("provision", "Provision", Hop.along("UNWIND this.provisions AS _id MATCH (it:Provision {id: _id})")
				.where("it.id = this.provisions[0] OR it.chapter = this.chapter"));
	}

	private static @Nullable Hop law(Asked asked) {
		return LawId.parse(String.valueOf(asked.text("designation")))
			.map((law) -> Hop.along("MATCH (it:Law {id: $arg.law})").with("law", law.value()))
			.orElse(null);
	}

	private @Nullable Hop provision(Asked asked) {
		return this.citations.find(String.valueOf(asked.text("citation")))
			.provisionId()
			.map((id) -> Hop.along("MATCH (it:Provision {id: $arg.provision})").with("provision", id))
			.orElse(null);
	}

	private static Listing provisions(Asked asked) {
		Hop sections = Hop.along("MATCH (this)-[:HAS_PROVISION]->(it:Provision)").where("it.goneOn IS NULL");
		String chapter = asked.text("chapter");
		return Listing.by("it.key", (chapter != null)
				? sections.where("it.chapter = $arg.in").with("in", chapter.replace(" ", "")) : sections);
	}

	@SuppressWarnings("unchecked")
	private static String citation(Map<String, Object> fetched) {
		Map<String, Object> act = (Map<String, Object>) fetched.get("act");
		return CitationText.of((String) fetched.get("chapter"), String.valueOf(fetched.get("section")),
				(act != null) ? (String) act.get("name") : null, (act != null) ? String.valueOf(act.get("title")) : "",
				(act != null) ? String.valueOf(act.get("designation")) : "");
	}

}
