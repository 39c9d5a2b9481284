package se.frirum.trial;

import se.frirum.platform.answer.DeadlineSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The days of trials that must not be missed: their first day, their end, and an end
/// without an outcome.
@Configuration(proxyBeanMethods = false)
class TrialDeadlines {

	/// Trials whose clauses all end. The last end is the trial's.
	private static final String ENDS = """
			MATCH (_subject:Trial)-[:HAS_CLAUSE]->(_clause:TrialClause)
			WHERE _subject.key > '' AND _subject.outcome IS NULL AND _clause.from IS NOT NULL
			WITH _subject, max(_clause.until) AS _on, count(*) = count(_clause.until) AS _ended
			WHERE _ended AND _on >= $arg.from AND _on < $arg.until""";

	private static final String STARTS = """
			MATCH (_subject:Trial)-[:HAS_CLAUSE]->(_clause:TrialClause)
			WHERE _subject.key > '' AND _subject.outcome IS NULL AND _clause.from IS NOT NULL
			WITH _subject, min(_clause.from) AS _on
			WHERE _on >= $arg.from AND _on < $arg.until""";

	private static final String EVERYBODY = "true";

	private static final String IN_AREA = """
			EXISTS { MATCH (:Area {id: 'area:' + $arg.area})-[:IN*0..2]-(:Area)<-[:APPLIES_IN]-(:TrialClause)<-[:HAS_CLAUSE]-(_subject) }""";

	@Bean
	DeadlineSource trialStarts() {
		return new DeadlineSource("TRIAL_STARTS", STARTS, EVERYBODY, IN_AREA);
	}

	@Bean
	DeadlineSource trialEnds() {
		return new DeadlineSource("TRIAL_ENDS", ENDS + " AND _on > $today", EVERYBODY, IN_AREA);
	}

	@Bean
	DeadlineSource outcomeMissing() {
		return new DeadlineSource("OUTCOME_MISSING", ENDS + " AND _on <= $today", EVERYBODY, IN_AREA);
	}

}
