package se.frirum.trial;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import se.frirum.law.Target;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;

import org.springframework.stereotype.Component;

/// Looks up what is to be known about a trial's clauses, and answers what can stand in
/// their way.
@Component
class Feasibility implements ProjectionTable {

	private static final int MOST_SECTIONS = 3;

	/// So many acts are searched for what they say of EU law; of more, nothing is known.
	private static final int MOST_ACTS = 20;

	/// How lawyers write a section, a chapter or an act.
	private static final String CITED = """
			CASE WHEN %1$s:Provision AND %1$s.id CONTAINS '#K' THEN %1$s.chapter + ' kap. ' ELSE '' END
				+ CASE WHEN %1$s:Provision THEN %1$s.section + ' § ' ELSE '' END
				+ coalesce(act.name, act.title, act.designation)""";

	/// What is known of the rules, and of who may make exceptions from them, on the
	/// clause's first day.
	private static final String FACTS = """
			UNWIND $clauses AS clause
			WITH clause, coalesce(clause.from, $today) AS day
			RETURN clause.place AS place, clause.effect AS effect, clause.text AS text, clause.areas AS areas,
				COLLECT {
					UNWIND CASE clause.effect WHEN 'ADDS' THEN [] ELSE clause.targets END AS target
					OPTIONAL MATCH (rule:Provision|Law {id: target.id})<-[:HAS_PROVISION*0..1]-(act:Law)
					RETURN {section: CASE WHEN rule:Provision THEN rule.id END, act: act.id,
						kind: CASE WHEN act.known OR act.kind <> 'OTHER' THEN act.kind END,
						cited: coalesce(CASE WHEN rule:Law AND target.target CONTAINS '#K'
							THEN split(target.target, '#K')[1] + ' kap. ' ELSE '' END + %s, target.target),
						text: head(COLLECT { MATCH (rule)-[:HAS_WORDING]->(wording:Wording)
							WHERE wording.repealed IS NULL AND wording.entryUndetermined IS NULL
								AND (wording.inForceFrom IS NULL OR wording.inForceFrom <= day)
								AND (wording.ceasesOn IS NULL OR day < wording.ceasesOn)
							RETURN wording.text }),
						powers: COLLECT { MATCH (rule)<-[:HAS_PROVISION*0..1]-(_place)<-[_target:EMPOWERS_EXCEPTION]-(by:Provision)
							WHERE (%s) AND (_target.from IS NULL OR _target.from <= day)
								AND (_target.until IS NULL OR day < _target.until)
							RETURN DISTINCT {section: by.id, holder: _target.holder, form: _target.form} }}
				} AS rules,
				COLLECT {
					UNWIND clause.authorisedBy AS id
					MATCH (section:Provision {id: id})<-[:HAS_PROVISION]-(act:Law)
					RETURN {section: section.id, kind: act.kind, cited: %s}
				} AS authorities
			"""
		.formatted(CITED.formatted("rule"), Target.REACHES.replace("this.", "rule."), CITED.formatted("section"));

	/// Where acts speak of EU law.
	private static final String EUROPEAN = """
			UNWIND $acts AS id
			MATCH (act:Law {id: id})
			RETURN id, COLLECT { MATCH (act)-[:HAS_PROVISION]->(section:Provision)
				WHERE EXISTS { MATCH (section)-[:CITES]->(cited:Law) WHERE cited.id STARTS WITH 'celex:' }
					OR EXISTS { MATCH (section)-[:HAS_WORDING]->(wording:Wording)
						WHERE any(mark IN ['EU', 'EG', 'EEG', 'Euratom'] WHERE wording.text CONTAINS mark)
							AND wording.text =~ $european }
				RETURN section.id ORDER BY section.key LIMIT $most } AS sections
			""";

	/// `direktiv 2014/24/EU`, `förordning (EU) 2016/679`.
	private static final String CITED_IN_TEXT = "(?s).*(?:\\d/(?:EU|EG|EEG)\\b|\\((?:EU|EG|EEG|Euratom)\\) ?(?:nr )?\\d).*";

	private static final String REGISTERED = """
			MATCH (trial:Trial {id: $id})
			RETURN trial.instrument AS instrument, COLLECT {
				MATCH (trial)-[:HAS_CLAUSE]->(clause:TrialClause)
				RETURN {place: clause.place, effect: clause.effect, text: clause.text, from: clause.from,
					targets: COLLECT { MATCH (clause)-[sets:SETS_ASIDE]->(rule) RETURN {id: rule.id, target: sets.target} },
					authorisedBy: COLLECT { MATCH (clause)-[:AUTHORISED_BY]->(section) RETURN section.id },
					areas: COLLECT { MATCH (clause)-[:APPLIES_IN]->(area) RETURN area.code }}
				ORDER BY clause.place } AS clauses
			""";

	private final Transactions transactions;

	private final TrialDrafts drafts;

	private final Clock clock;

	Feasibility(Transactions transactions, TrialDrafts drafts, Clock clock) {
		this.transactions = transactions;
		this.drafts = drafts;
		this.clock = clock;
	}

	@Override
	public void addTo(Projections projections) {
		projections.query()
			.many("feasibility", "FeasibilityFinding", 20, this::ofDraft)
			.many("trialFeasibility", "FeasibilityFinding", 20, this::ofTrial);
		projections.type("FeasibilityFinding")
			.properties("clause", "question", "verdict", "explanation")
			.many("because", "Provision", 2,
					Hop.along("UNWIND this.because AS _id MATCH (it:Provision {id: _id})").orderBy("it.key"));
	}

	private Hop ofDraft(Asked asked) {
		return hop(findings(TrialDrafts.rows(this.drafts.clauses(asked)), false));
	}

	private Hop ofTrial(Asked asked) {
		return hop(this.transactions.lookUp(REGISTERED, Map.of("id", String.valueOf(asked.text("id"))))
			.stream()
			.flatMap((trial) -> findings(trial.rows("clauses").stream().map(Row::values).toList(),
					TrialInstrument.valueOf(trial.text("instrument")).isOrdinance())
				.stream())
			.toList());
	}

	private static Hop hop(List<FeasibilityFinding> findings) {
		return Hop.along("UNWIND $arg.findings AS it WITH it")
			.with("findings", findings.stream().map(FeasibilityFinding::row).toList())
			.orderBy("it.place");
	}

	/// Refuses what can't become law.
	void require(List<TrialClauses.Clause> clauses, TrialInstrument instrument, Problems problems) {
		for (FeasibilityFinding finding : findings(TrialDrafts.rows(clauses), instrument.isOrdinance())) {
			if (finding.verdict() == FeasibilityVerdict.BLOCKED) {
				problems.add(ProblemCode.INVALID, finding.explanation(), "input", "clauses",
						String.valueOf(finding.clause()));
			}
		}
	}

	private List<FeasibilityFinding> findings(List<Map<String, Object>> clauses, boolean ordinance) {
		List<Row> facts = this.transactions.lookUp(FACTS,
				Map.of("clauses", clauses, "today", LocalDate.now(this.clock)));
		Map<String, List<String>> european = european(facts);
		return facts.stream()
			.map((row) -> ClauseFacts.of(row, ordinance, european))
			.flatMap((clause) -> FeasibilityReview.of(clause).stream())
			.toList();
	}

	/// The sections that speak of EU law, by act. Each act is searched once, however
	/// many of its rules are set aside.
	private Map<String, List<String>> european(List<Row> facts) {
		List<String> acts = facts.stream()
			.flatMap((clause) -> clause.rows("rules").stream())
			.flatMap((rule) -> Stream.ofNullable(rule.textOrNull("act")))
			.distinct()
			.limit(MOST_ACTS)
			.toList();
		return this.transactions
			.lookUp(EUROPEAN, Map.of("acts", acts, "european", CITED_IN_TEXT, "most", MOST_SECTIONS))
			.stream()
			.collect(Collectors.toMap((row) -> row.text("id"), (row) -> row.texts("sections")));
	}

}
