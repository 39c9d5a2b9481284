package se.frirum.obstacle;

import se.frirum.platform.answer.CaseType;
import se.frirum.platform.answer.DeadlineSource;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.security.Audience;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Obstacles as a kind of case.
@Configuration(proxyBeanMethods = false)
public class ObstacleCases {

	/// The condition under which the caller may see the case `_subject`.
	public static final String VISIBLE = Audience.VISIBLE.replace("this", "_subject");

	/// What obstacles have in common with other cases.
	public static final CaseType TYPE = new CaseType("Obstacle", (id) -> id.startsWith("obstacle:"), "description",
			"OBSTACLE", "obstacle");

	private static final String ANSWERERS = """
			CALL (%1$s) {
				MATCH (%1$s)-[:FORWARDED_TO]->(_body:Organisation)
				RETURN _body, -1 AS _rank
				UNION ALL
				MATCH (%1$s)-[_link:BLOCKED_BY|CHANGES]->(_place)
				MATCH (_place)<-[:HAS_PROVISION*0..1]-(_law:Law)<-[:RESPONSIBLE_FOR]-(_body:Organisation)
				RETURN _body, _link.place AS _rank
			}
			""";

	private static final String OF_AREA = """
			EXISTS { MATCH (:Area {id: 'area:' + $arg.area})<-[:IN*0..2]-(:Area)<-[:GOVERNS]-(_of:Organisation)
				WHERE (_of)<-[:%s]-(_subject) }""";

	/// The condition under which the organisation `$arg.responsible` has to answer a
	/// case: it was forwarded there, or they issue a rule that blocks or is to
	/// change.
	public static final String OF_BODY = """
			(EXISTS { MATCH (_subject)-[:FORWARDED_TO]->(:Organisation {id: $arg.responsible}) }
				OR EXISTS { MATCH (_subject)-[:BLOCKED_BY|CHANGES]->(_rule)<-[:HAS_PROVISION*0..1]-(_law:Law)
					<-[:RESPONSIBLE_FOR]-(:Organisation {id: $arg.responsible}) })""";

	@Bean
	CaseType obstacleType() {
		return TYPE;
	}

	@Bean
	DeadlineSource answersToObstacles() {
		return answerDue("Obstacle", "REPORTED_BY");
	}

	/// Cypher that binds as `_body` whoever answers a case, the lowest `_rank` first: to
	/// whom it was forwarded comes before those who issue a rule that blocks or is to
	/// change.
	private static String answerers(String subject) {
		return ANSWERERS.formatted(subject);
	}

	/// The one who leads among those who answer the case `this`.
	public static Hop leading() {
		return Hop.along(answerers("this") + "WITH _body AS it, min(_rank) AS _first").orderBy("_first");
	}

	/// The days by which cases of a kind are to be answered.
	/// @param writtenBy how a case is linked to the organisation that wrote it
	public static DeadlineSource answerDue(String label, String writtenBy) {
		return new DeadlineSource("ANSWER_DUE", label, """
				MATCH (_subject:%s)
				WHERE _subject.dueOn >= $arg.from AND _subject.dueOn < $arg.until AND _subject.waiting IS NOT NULL
				WITH _subject, _subject.dueOn AS _on""".formatted(label), VISIBLE, ofArea(writtenBy), OF_BODY);
	}

	/// The condition under which a case is of the area `$arg.area`.
	public static String ofArea(String writtenBy) {
		return OF_AREA.formatted(writtenBy);
	}

}
