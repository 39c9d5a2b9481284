package se.frirum.lesson;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;
import se.frirum.platform.projection.SearchText;
import se.frirum.platform.projection.Searchable;

import org.springframework.stereotype.Component;

/// How lessons are read, the latest first.
@Component
class LessonProjection implements ProjectionTable {

	private static final String[] TEXT_FIELDS = { "title", "context", "whatWorked", "whatFailed", "conditions" };

	/// Each condition of the filter, by the name of its field.
	private static final Map<String, String> CONDITIONS = Map.of("value", "$arg.filter.value IN it.values", "novelty",
			"it.novelty = $arg.filter.novelty", "evidence", "it.evidence = $arg.filter.evidence", "method",
			"any(_method IN it.methods WHERE toLower(_method) = toLower(trim($arg.filter.method)))", "country",
			"it.country = toUpper(trim($arg.filter.country))", "failed",
			"$arg.filter.failed = (it.whatFailed IS NOT NULL)", "service",
			"""
					EXISTS { MATCH (it)-[:ABOUT_SERVICE]->(_of:Service)-[:PART_OF*0..8]->(:Service {id: 'service:' + $arg.filter.service}) }
					OR EXISTS { MATCH (it)-[:LEARNED_FROM]->(_trial:Trial)-[:HAS_CLAUSE]->(_clause:TrialClause)-[:FOR]->(_of:Service)
						-[:PART_OF*0..8]->(:Service {id: 'service:' + $arg.filter.service}) }""");

	@Override
	public void addTo(Projections projections) {
		projections.query().connection("lessons", "Lesson", 10, LessonProjection::listing);
		projections.payload("LessonPayload", "lesson", "Lesson");
		projections.type("Lesson")
			.node("lesson:")
			.searched(Searchable.of("LESSON", "MATCH (it:Lesson {id: $arg.text})", "lesson_text", TEXT_FIELDS))
			.properties("id", "version", "title", "context", "whatWorked", "whatFailed", "conditions", "values",
					"novelty", "evidence", "methods", "country", "publishedAt")
			.one("trial", "Trial", Hop.along("MATCH (this)-[:LEARNED_FROM]->(it:Trial)"))
			.many("services", "Service", 2, Hop.along("MATCH (this)-[:ABOUT_SERVICE]->(it:Service)").orderBy("it.code"))
			.one("publishedBy", "Organisation", Hop.along("MATCH (this)-[:PUBLISHED_BY]->(it:Organisation)"))
			.many("adoptedBy", "Organisation", 5,
					Hop.along("MATCH (this)<-[:ADOPTS]-(it:Organisation)").orderBy("it.name"))
			.many("adoptions", "Adoption", 5, Hop.along("MATCH (this)<-[it:ADOPTS]-(:Organisation)").orderBy("it.at"))
			.connection("history", "Event", 3, EventLog.HISTORY);
		projections.type("Adoption")
			.properties("at", "note")
			.one("organisation", "Organisation", Hop.along("WITH startNode(this) AS it"));
		projections.type("Trial")
			.many("lessons", "Lesson", 2, Hop.along("MATCH (this)<-[:LEARNED_FROM]-(it:Lesson)").orderBy("it.newest"));
	}

	private static Listing listing(Asked asked) {
		Map<String, Object> filter = asked.object("filter");
		Hop hop = start((String) filter.get("text"));
		for (Map.Entry<String, String> condition : CONDITIONS.entrySet()) {
			if (filter.get(condition.getKey()) != null) {
				hop = hop.where(condition.getValue());
			}
		}
		return new Listing(hop, "it.newest", true, "");
	}

	private static Hop start(@Nullable String text) {
		Hop all = Hop.along("MATCH (it:Lesson)").where("it.newest > ''");
		if (text == null) {
			return all;
		}
		SearchText words = SearchText.of(text);
		return words.isEmpty() ? all.where("false")
				: Hop.along("CALL db.index.fulltext.queryNodes('lesson_text', $arg.query) YIELD node AS it WITH it")
					.with("query", words.allIn(TEXT_FIELDS));
	}

}
