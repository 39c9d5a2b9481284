package se.frirum.trial;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import se.frirum.law.Citations;
import se.frirum.law.LawId;
import se.frirum.platform.answer.SubjectInput;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.graphql.Unaccepted;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Service;

/// What happens to a trial as a whole: it is extended, a court leaves it unapplied, and it
/// comes to something.
@Service
class TrialCourse {

	private static final int LINE = 200;

	/// The clauses that ended at the trial's end run on.
	private static final String EXTEND = """
			MATCH (trial:Trial {id: $id})
			SET trial.sources = CASE WHEN $by IN trial.sources THEN trial.sources ELSE trial.sources + $by END
			WITH trial
			MATCH (trial)-[:HAS_CLAUSE]->(clause:TrialClause {until: $end})
			SET clause.until = $until
			""";

	private static final String CUT = """
			MATCH (:Trial {id: $id})-[:HAS_CLAUSE]->(clause:TrialClause)
			WHERE clause.until IS NULL OR clause.until > $on
			SET clause.until = $on
			""";

	private static final String CONCLUDE = """
			MATCH (trial:Trial {id: $id})
			SET trial.outcome = $outcome, trial.outcomeOn = $on, trial.outcomeEvaluation = $evaluation
			""";

	/// Where the successor is itself a trial's act, the trial is what follows.
	private static final String SUCCEED_BY_ACT = """
			MATCH (trial:Trial {id: $id})
			MATCH (law:Law {id: $law})
			OPTIONAL MATCH (law)<-[:ENACTED_AS]-(successor:Trial)
			WITH trial, coalesce(successor, law) AS next
			WHERE next <> trial
			CREATE (trial)-[:SUCCEEDED_BY]->(next)
			RETURN next.id AS id
			""";

	private static final String SUCCEED_BY_TRIAL = """
			MATCH (trial:Trial {id: $id})
			MATCH (next:Trial {reference: $reference})
			WHERE next <> trial
			CREATE (trial)-[:SUCCEEDED_BY]->(next)
			RETURN next.id AS id
			""";

	private static final String RULE = """
			MATCH (trial:Trial {id: $id})
			OPTIONAL MATCH (trial)-[:NOT_APPLIED_IN]->(known:CourtRuling {court: $court, caseNumber: $caseNumber})
			WITH trial, known
			WHERE known IS NULL
			CREATE (trial)-[:NOT_APPLIED_IN]->(ruling:CourtRuling {court: $court, caseNumber: $caseNumber, on: $on})
			RETURN ruling.court AS court
			""";

	private final Transactions transactions;

	private final TrialDesk desk;

	private final Citations citations;

	private final Clock clock;

	TrialCourse(Transactions transactions, TrialDesk desk, Citations citations, Clock clock) {
		this.transactions = transactions;
		this.desk = desk;
		this.citations = citations;
		this.clock = clock;
	}

	/// Moves the trial's end, by a change of its act. What is extended can be extended
	/// again.
	String extend(ExtendTrialInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			TrialDesk.Held trial = this.desk.hold(input.id(), input.expectedVersion()).undecided();
			Problems problems = new Problems();
			String by = problems.line(input.by(), true, LINE, "input", "by");
			LocalDate end = trial.period().until();
			if (end == null) {
				problems.add(ProblemCode.INVALID, "This trial has no end that could be moved.", "input", "until");
			}
			else {
				problems.require(input.until().isAfter(end),
						"The trial holds through %s; the new last day comes after that. What ends before its time has the outcome REPEALED_EARLY."
							.formatted(trial.period().lastDay()),
						"input", "until");
			}
			problems.raise();
			this.transactions.query(EXTEND, Map.of("id", trial.id(), "by", String.valueOf(by), "end",
					Objects.requireNonNull(end), "until", input.until()));
			this.desk.changed(trial, "TRIAL_EXTENDED",
					"%s → %s, %s".formatted(trial.period().lastDay(), input.until().minusDays(1), by), viewer);
			return trial.id();
		});
	}

	/// Records what the trial came to, once.
	String conclude(RecordOutcomeInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			TrialDesk.Held trial = this.desk.hold(input.id(), input.expectedVersion()).undecided();
			Problems problems = new Problems();
			String reason = problems.text(input.reason(), true, SubjectInput.REASON, "input", "reason");
			String evaluation = problems.line(input.evaluation(), false, LINE, "input", "evaluation");
			requireDay(trial.period(), input, problems);
			problems.require(input.successor() == null || input.outcome().hasSuccessor(),
					"Only what becomes permanent, or goes on by another act, has a successor.", "input", "successor");
			problems.require(input.successor() != null || !input.outcome().hasSuccessor(),
					"Name the act or the trial that goes on with it: '2003:1210' or 'T-2026-0003'.", "input",
					"successor");
			problems.raise();
			if (input.successor() != null) {
				succeed(trial, input.successor());
			}
			if (input.outcome().cutsClauses()) {
				this.transactions.query(CUT, Map.of("id", trial.id(), "on", input.on()));
			}
			conclude(trial, input, evaluation);
			this.desk.changed(trial, "TRIAL_OUTCOME_RECORDED", input.outcome() + ": " + reason, viewer);
			return trial.id();
		});
	}

	private void conclude(TrialDesk.Held trial, RecordOutcomeInput input, @Nullable String evaluation) {
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("id", trial.id());
		parameters.put("outcome", input.outcome().name());
		parameters.put("on", input.on());
		parameters.put("evaluation", evaluation);
		this.transactions.query(CONCLUDE, parameters);
	}

	private static void requireDay(TrialPeriod period, RecordOutcomeInput input, Problems problems) {
		LocalDate from = period.from();
		LocalDate until = period.until();
		switch (input.outcome()) {
			case EXPIRED -> problems.require(until != null && !input.on().isBefore(until),
					(until != null) ? "A trial has expired after its last day, %s.".formatted(period.lastDay())
							: "A trial has expired once its end has come.",
					"input", "on");
			case REPEALED_EARLY -> problems.require(
					from != null && input.on().isAfter(from) && (until == null || input.on().isBefore(until)),
					"A trial is repealed early between its start and its end: after %s%s.".formatted(from,
							(until != null) ? ", no later than " + period.lastDay() : ""),
					"input", "on");
			case NEVER_STARTED -> problems.require(from != null && !input.on().isAfter(from),
					"A trial never started if that was settled by %s.".formatted(from), "input", "on");
			case PERMANENT, EXTENDED -> problems.require(from == null || input.on().isAfter(from),
					"What goes on has begun: after %s.".formatted(from), "input", "on");
		}
	}

	private void succeed(TrialDesk.Held trial, String successor) {
		Optional<LawId> law = LawId.parse(successor);
		law.ifPresent(this.citations::remember);
		boolean succeeded = !law
			.map((act) -> this.transactions.query(SUCCEED_BY_ACT, Map.of("id", trial.id(), "law", act.value())))
			.orElseGet(() -> this.transactions.query(SUCCEED_BY_TRIAL,
					Map.of("id", trial.id(), "reference", successor.strip())))
			.isEmpty();
		if (!succeeded) {
			throw new Unaccepted(ProblemCode.NOT_FOUND,
					"There is no other act or trial by this name. Write '2003:1210' or 'T-2026-0003'.", "input",
					"successor");
		}
	}

	/// Notes that a court left the trial's rule unapplied; its state stays. The same
	/// again
	/// changes nothing.
	String rule(CourtRulingInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			TrialDesk.Held trial = this.desk.hold(input.id());
			Problems problems = new Problems();
			String court = problems.line(input.court(), true, LINE, "input", "court");
			String number = problems.line(input.caseNumber(), true, LINE, "input", "caseNumber");
			problems.require(!input.on().isAfter(LocalDate.now(this.clock)), "A court ruled on a day that has come.",
					"input", "on");
			problems.raise();
			boolean isNew = !this.transactions
				.query(RULE, Map.of("id", trial.id(), "court", String.valueOf(court), "caseNumber",
						String.valueOf(number), "on", input.on()))
				.isEmpty();
			if (isNew) {
				this.desk.changed(trial, "TRIAL_NOT_APPLIED", "%s, %s".formatted(court, number), viewer);
			}
			return trial.id();
		});
	}

}
