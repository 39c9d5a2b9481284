package se.frirum.trial;

import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.answer.CaseDesk;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.event.Entry;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Unaccepted;
import se.frirum.platform.security.Audience;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Component;

/// Hands out the trial that somebody is about to change: locked, entered by somebody, and
/// without an outcome; and tells the log what became of it.
@Component
class TrialDesk {

	/// Writing the version takes the lock before anything is compared.
	private static final String HOLD = """
			MATCH (trial:Trial {id: $id})
			SET trial.version = trial.version
			RETURN trial.version AS version, trial.derived AS derived, trial.outcome AS outcome,
				trial.instrument AS instrument,
				COLLECT { MATCH (trial)-[:HAS_CLAUSE]->(clause:TrialClause)
					RETURN {from: clause.from, until: clause.until} } AS clauses
			""";

	private static final String CHANGED = """
			MATCH (trial:Trial {id: $id})
			SET trial.version = trial.version + 1
			""";

	private final Transactions transactions;

	private final EventLog log;

	TrialDesk(Transactions transactions, EventLog log) {
		this.transactions = transactions;
		this.log = log;
	}

	/// A trial as it stands.
	///
	/// @param period from its earliest clause until its latest
	record Held(String id, long version, TrialInstrument instrument, TrialPeriod period, @Nullable String outcome) {

		/// @throws Unaccepted where its outcome is recorded
		Held undecided() {
			if (this.outcome != null) {
				throw new Unaccepted(ProblemCode.INVALID,
						"This trial's outcome is recorded, as %s: nothing more happens to it.".formatted(this.outcome),
						"input", "id");
			}
			return this;
		}

	}

	/// Locks a trial, within the transaction at hand.
	/// @throws Unaccepted where there is none, or none that somebody entered
	Held hold(String id) {
		Row row = this.transactions.query(HOLD, Map.of("id", id))
			.stream()
			.findFirst()
			.orElseThrow(() -> new Unaccepted(ProblemCode.NOT_FOUND, "There is no such trial.", "input", "id"));
		if (row.is("derived")) {
			throw new Unaccepted(ProblemCode.INVALID,
					"This trial was read off the law register, and nobody answers for it yet. Enter it with 'registerTrial', naming its act, then go on.",
					"input", "id");
		}
		return new Held(id, row.number("version"), TrialInstrument.valueOf(row.text("instrument")),
				TrialPeriod.of(row.rows("clauses")), row.textOrNull("outcome"));
	}

	/// The same, as the caller last read it.
	/// @throws Unaccepted STALE where it changed since
	Held hold(String id, int expectedVersion) {
		Held trial = hold(id);
		CaseDesk.requireVersion(trial.version(), expectedVersion);
		return trial;
	}

	/// Counts a change of a trial that is held, and tells of it.
	void changed(Held trial, String event, @Nullable String reason, Viewer viewer) {
		this.transactions.query(CHANGED, Map.of("id", trial.id()));
		this.log.append("Trial",
				Entry
					.of(trial.id(), event, viewer, Audience.PUBLIC,
							Objects.requireNonNullElse(viewer.organisation(), ""))
					.because(reason));
	}

}
