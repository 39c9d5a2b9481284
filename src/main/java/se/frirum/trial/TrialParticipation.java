package se.frirum.trial;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.answer.CaseDesk;
import se.frirum.platform.answer.SubjectInput;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.graphql.Unaccepted;
import se.frirum.platform.security.Role;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Service;

/// Municipalities and regions join a trial, are let in or not, and leave. What was once so
/// stays so for its days: an end closes what stood, and what comes after stands beside it.
@Service
class TrialParticipation {

	private static final int LINE = 200;

	private static final int CONDITIONS = 5_000;

	/// The area of a clause is the organisation's own, one around it or one inside it.
	private static final String REACHED = """
			MATCH (organisation:Organisation {id: $organisation})-[:GOVERNS]->(governed:Area)
			RETURN organisation.name AS name, EXISTS { MATCH (governed)-[:IN*0..2]->(:Area)<-[:APPLIES_IN]-(:TrialClause)<-[:HAS_CLAUSE]-(:Trial {id: $trial}) }
				OR EXISTS { MATCH (governed)<-[:IN*1..2]-(:Area)<-[:APPLIES_IN]-(:TrialClause)<-[:HAS_CLAUSE]-(:Trial {id: $trial}) }
				OR NOT EXISTS { MATCH (:Trial {id: $trial})-[:HAS_CLAUSE]->(:TrialClause)-[:APPLIES_IN]->(:Area) } AS reached
			""";

	/// What stands on a day or is to come, or waits for a decision.
	private static final String CURRENT = """
			MATCH (:Organisation {id: $organisation})-[part:TAKES_PART]->(:Trial {id: $trial})
			WHERE (part.status = 'APPLIED' AND part.until IS NULL)
				OR (part.status IN $takingPart AND (part.until IS NULL OR part.until > $day))
			RETURN elementId(part) AS id, part.status AS status, part.from AS from, part.until AS until
			ORDER BY part.status = 'APPLIED', part.from DESC LIMIT 1
			""";

	private static final String ADD = """
			MATCH (organisation:Organisation {id: $organisation})
			MATCH (trial:Trial {id: $trial})
			CREATE (organisation)-[part:TAKES_PART]->(trial)
			SET part = $values
			""";

	private static final String CHANGE = """
			MATCH (:Organisation {id: $organisation})-[part:TAKES_PART]->(:Trial {id: $trial})
			WHERE elementId(part) = $part
			SET part += $values
			""";

	private final Transactions transactions;

	private final TrialDesk desk;

	private final CaseDesk organisations;

	private final Clock clock;

	TrialParticipation(Transactions transactions, TrialDesk desk, CaseDesk organisations, Clock clock) {
		this.transactions = transactions;
		this.desk = desk;
		this.organisations = organisations;
		this.clock = clock;
	}

	/// Applies for an organisation, or gives notice that it takes part; the same again
	/// changes nothing.
	String join(JoinTrialInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			TrialDesk.Held trial = this.desk.hold(input.id()).undecided();
			String organisation = acting(input.organisation(), viewer);
			Problems problems = new Problems();
			String decision = problems.line(input.decision(), false, LINE, "input", "decision");
			switch (input.status()) {
				case APPLIED -> {
				}
				case NOTIFIED -> problems.require(!trial.instrument().isDecided(),
						"Who takes part in this trial is decided: apply, with status APPLIED.", "input", "status");
				case GRANTED, REFUSED,
						REVOKED ->
					problems.add(ProblemCode.INVALID,
							"One applies or gives notice. What is decided is recorded with 'decideParticipation'.",
							"input", "status");
			}
			requireDay(trial, input.from(), "from", problems);
			String name = reached(trial, organisation, problems);
			problems.raise();
			Optional<Row> current = current(trial, organisation, input.from());
			if (current.isPresent()) {
				requireSame(current.get(), input);
				return trial.id();
			}
			Map<String, Object> values = new HashMap<>();
			values.put("status", input.status().name());
			values.put("from", input.from());
			values.put("decision", decision);
			add(trial, organisation, values);
			this.desk.changed(trial,
					(input.status() == ParticipationStatus.APPLIED) ? "TRIAL_APPLIED_FOR" : "TRIAL_JOINED", name,
					viewer);
			return trial.id();
		});
	}

	private static void requireSame(Row current, JoinTrialInput input) {
		if (!current.text("status").equals(input.status().name()) || !input.from().equals(current.dateOrNull("from"))) {
			throw new Unaccepted(ProblemCode.DUPLICATE, "This organisation is in it already: %s from %s."
				.formatted(current.text("status"), current.textOr("from", "its start")), "input", "organisation");
		}
	}

	/// Records what was decided on an organisation's part.
	String decide(DecideParticipationInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			TrialDesk.Held trial = this.desk.hold(input.id()).undecided();
			LocalDate today = LocalDate.now(this.clock);
			Optional<Row> current = current(trial, input.organisation(),
					Objects.requireNonNullElse(input.from(), today));
			LocalDate from = Objects.requireNonNullElse(input.from(),
					current.map((row) -> row.dateOrNull("from"))
						.filter((_) -> input.status() != ParticipationStatus.REVOKED)
						.orElse(today));
			Problems problems = new Problems();
			requireNext(current, input.status());
			Map<String, Object> values = checked(input, from, problems);
			requireDay(trial, from, "from", problems);
			problems.require(input.until() == null || from.isBefore(input.until()),
					"The end comes after the start: the last day can't be before the first.", "input", "until");
			String name = reached(trial, input.organisation(), problems);
			problems.raise();
			if (input.status() == ParticipationStatus.REVOKED) {
				requireBegun(current.orElseThrow(), from, "from", problems);
				problems.raise();
				change(trial, input.organisation(), current.get(), Map.of("until", from));
			}
			if (current.isEmpty() || input.status() == ParticipationStatus.REVOKED) {
				add(trial, input.organisation(), values);
			}
			else {
				change(trial, input.organisation(), current.get(), values);
			}
			this.desk.changed(trial, "TRIAL_PARTICIPATION_" + input.status(), told(name, values.get("reason")), viewer);
			return trial.id();
		});
	}

	/// Whoever is chosen without having applied is granted it at once.
	private static void requireNext(Optional<Row> current, ParticipationStatus status) {
		boolean possible = current.map((row) -> ParticipationStatus.valueOf(row.text("status")).next().contains(status))
			.orElse(status == ParticipationStatus.GRANTED);
		if (!possible) {
			throw new Unaccepted(ProblemCode.ILLEGAL_TRANSITION,
					"The organisation %s; it can't become %s.".formatted(
							current.map((row) -> "is " + row.text("status")).orElse("is not in it then"), status),
					"input", "status");
		}
	}

	private static Map<String, Object> checked(DecideParticipationInput input, LocalDate from, Problems problems) {
		boolean refused = input.status() == ParticipationStatus.REFUSED
				|| input.status() == ParticipationStatus.REVOKED;
		Map<String, Object> values = new HashMap<>();
		values.put("status", input.status().name());
		values.put("from", from);
		values.put("until", input.until());
		values.put("decidedBy", problems.line(input.decidedBy(), true, LINE, "input", "decidedBy"));
		values.put("decision", problems.line(input.decision(), false, LINE, "input", "decision"));
		values.put("conditions", problems.text(input.conditions(), false, CONDITIONS, "input", "conditions"));
		values.put("reason", problems.text(input.reason(), refused, SubjectInput.REASON, "input", "reason"));
		return values;
	}

	/// Ends an organisation's part, or takes its application back.
	String leave(LeaveTrialInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			TrialDesk.Held trial = this.desk.hold(input.id()).undecided();
			String organisation = acting(input.organisation(), viewer);
			Problems problems = new Problems();
			String reason = problems.text(input.reason(), true, SubjectInput.REASON, "input", "reason");
			String name = reached(trial, organisation, problems);
			problems.raise();
			Row current = current(trial, organisation, input.on()).orElseThrow(() -> new Unaccepted(ProblemCode.INVALID,
					"This organisation takes no part then, and has not applied.", "input", "on"));
			requireBegun(current, input.on(), "on", problems);
			problems.raise();
			Map<String, Object> values = new HashMap<>();
			values.put("until", input.on());
			values.put("reason", reason);
			change(trial, organisation, current, values);
			this.desk.changed(trial, "TRIAL_LEFT", told(name, reason), viewer);
			return trial.id();
		});
	}

	/// What stood before stays: a part ends on a day of its own.
	private static void requireBegun(Row current, LocalDate day, String field, Problems problems) {
		LocalDate from = current.dateOrNull("from");
		problems.require(current.text("status").equals("APPLIED") || from == null || !day.isBefore(from),
				"It takes part from %s; that can't end before.".formatted(from), "input", field);
	}

	/// The organisation that somebody acts for; a liaison records for any.
	private String acting(@Nullable String named, Viewer viewer) {
		if (named == null || named.equals(viewer.organisation())) {
			return this.organisations.organisation(viewer);
		}
		if (!viewer.is(Role.LIAISON)) {
			throw new Refusal.NotAllowed("You act for your own organisation only.");
		}
		return named;
	}

	private static void requireDay(TrialDesk.Held trial, LocalDate day, String field, Problems problems) {
		TrialPeriod period = trial.period();
		problems.require(period.mayHold(day),
				"The trial holds from %s through %s; take a day in that time.".formatted(
						Objects.requireNonNullElse(period.from(), "?"),
						Objects.requireNonNullElse(period.lastDay(), "?")),
				"input", field);
	}

	/// The name of an organisation that can take part.
	private String reached(TrialDesk.Held trial, String organisation, Problems problems) {
		List<Row> governed = this.transactions.query(REACHED,
				Map.of("organisation", organisation, "trial", trial.id()));
		if (governed.isEmpty()) {
			problems.add(ProblemCode.INVALID,
					"Only a municipality or a region takes part, one that the register knows.", "input",
					"organisation");
			return "";
		}
		problems.require(governed.stream().anyMatch((row) -> row.is("reached")),
				"The trial does not hold where this organisation is.", "input", "organisation");
		return governed.getFirst().text("name");
	}

	/// Whom it is about, and why.
	private static String told(String name, @Nullable Object reason) {
		return (reason != null) ? name + ": " + reason : name;
	}

	private Optional<Row> current(TrialDesk.Held trial, String organisation, LocalDate day) {
		return this.transactions.query(CURRENT, Map.of("organisation", organisation, "trial", trial.id(), "day", day,
				"takingPart", ParticipationStatus.takingPart()))
			.stream()
			.findFirst();
	}

	private void add(TrialDesk.Held trial, String organisation, Map<String, Object> values) {
		this.transactions.query(ADD, Map.of("organisation", organisation, "trial", trial.id(), "values", values));
	}

	private void change(TrialDesk.Held trial, String organisation, Row current, Map<String, Object> values) {
		this.transactions.query(CHANGE, Map.of("organisation", organisation, "trial", trial.id(), "part",
				current.text("id"), "values", values));
	}

}
