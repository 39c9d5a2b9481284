package se.frirum.trial;

import java.util.Map;

import se.frirum.platform.answer.DeadlineSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The days of trials that must not be missed: their first day, their end and the day
/// before it by which somebody must propose that they go on, an end without an outcome, and
/// what their evaluation asks for.
@Configuration(proxyBeanMethods = false)
class TrialDeadlines {

	private static final String ENDS = ExtensionCalendar.ENDING + """
			 AND _end >= $arg.from AND _end < $arg.until
			WITH _subject, _end AS _on""";

	private static final String STARTING = """
			MATCH (_subject:Trial)-[:HAS_CLAUSE]->(_clause:TrialClause)
			WHERE _subject.key > '' AND _subject.outcome IS NULL AND _clause.from IS NOT NULL
			WITH _subject, min(_clause.from) AS _on, max(coalesce(_clause.until, date('9999-12-31'))) AS _end
			WHERE _on >= $arg.from AND _on < $arg.until""";

	private static final String EVALUATED = """
			MATCH (_plan:EvaluationPlan)
			WHERE _plan.dueOn >= $arg.from AND _plan.dueOn < $arg.until
			MATCH (_subject:Trial)-[:EVALUATED_BY]->(_plan)
			WHERE _subject.outcomeEvaluation IS NULL
			WITH _subject, _plan.dueOn AS _on""";

	private static final String TO_BE_EXTENDED = ExtensionCalendar.ENDING + " AND _end > $today\nWITH _subject, _end, "
			+ ExtensionCalendar.PROPOSED_BY + " AS _on\nWHERE _on >= $arg.from AND _on < $arg.until";

	private static final String EVERYBODY = "_subject IS NOT NULL";

	private static final String IN_AREA = "(%s)".formatted(TrialListing.inArea("_subject", "$arg.area", "$today"));

	/// Whoever issues the trial's own act, or a rule that it sets aside.
	private static final String OF_BODY = """
			(EXISTS { MATCH (_subject)-[:ENACTED_AS]->(:Law)<-[:RESPONSIBLE_FOR]-(:Organisation {id: $arg.responsible}) }
				OR EXISTS { MATCH (_subject)-[:HAS_CLAUSE]->(:TrialClause)-[:SETS_ASIDE]->(_rule)<-[:HAS_PROVISION*0..1]-(_law:Law)
					<-[:RESPONSIBLE_FOR]-(:Organisation {id: $arg.responsible}) })""";

	@Bean
	DeadlineSource trialStarts() {
		return source("TRIAL_STARTS", STARTING);
	}

	@Bean
	DeadlineSource trialEnds() {
		return source("TRIAL_ENDS", ENDS + " WHERE _on > $today");
	}

	@Bean
	DeadlineSource outcomeMissing() {
		return source("OUTCOME_MISSING", ENDS + " WHERE _on <= $today");
	}

	@Bean
	DeadlineSource extensionMustBeProposed(ExtensionCalendar calendar) {
		return source("EXTENSION_MUST_BE_PROPOSED", TO_BE_EXTENDED, calendar.values());
	}

	@Bean
	DeadlineSource evaluationDue() {
		return source("EVALUATION_DUE", EVALUATED);
	}

	/// What has ended can't be planned any more.
	@Bean
	DeadlineSource evaluationPlanMissing() {
		return source("EVALUATION_PLAN_MISSING",
				STARTING + " AND _end > $today AND NOT EXISTS { MATCH (_subject)-[:EVALUATED_BY]->(:EvaluationPlan) }");
	}

	private static DeadlineSource source(String kind, String match) {
		return source(kind, match, Map.of());
	}

	private static DeadlineSource source(String kind, String match, Map<String, Object> values) {
		return new DeadlineSource(kind, "Trial", match, EVERYBODY, IN_AREA, OF_BODY, values);
	}

}
