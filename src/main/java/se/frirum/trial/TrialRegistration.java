package se.frirum.trial;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import se.frirum.law.Citations;
import se.frirum.law.LawId;
import se.frirum.obstacle.ObstacleCases;
import se.frirum.platform.answer.CaseDesk;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.event.Entry;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.graphql.Unaccepted;
import se.frirum.platform.request.References;
import se.frirum.platform.request.Requests;
import se.frirum.platform.security.Audience;
import se.frirum.platform.security.Viewer;
import se.frirum.proposal.AcceptedTrials;

import org.springframework.stereotype.Service;

/// A liaison registers a trial: a new one, or one recorded from an act that exists.
@Service
class TrialRegistration {

	private static final int TITLE = 200;

	private static final int PURPOSE = 5_000;

	private static final int MOST_OBSTACLES = 100;

	/// Writing to the act makes the second of two simultaneous registrations wait here.
	private static final String TRIAL_OF = """
			MATCH (law:Law {id: $law})
			SET law.key = law.key
			WITH law
			MATCH (law)<-[:ENACTED_AS]-(trial:Trial)
			WHERE NOT coalesce(trial.derived, false)
			RETURN trial.reference AS reference
			""";

	/// What somebody enters goes before what was read off the register.
	private static final String TAKE_REFERENCE = """
			MATCH (:Law {id: $law})<-[:ENACTED_AS]-(read:Trial {derived: true})
			WITH read, read.reference AS reference
			REMOVE read.reference
			RETURN reference
			""";

	/// What was read off the register goes; the log's entries about it tell of what
	/// somebody entered in its place.
	private static final String TAKE_OVER = """
			MATCH (:Law {id: $law})<-[:ENACTED_AS]-(read:Trial {derived: true})
			MATCH (trial:Trial {id: $trial})
			CALL (read, trial) {
				MATCH (entry:Event)-[about:ABOUT]->(read)
				CREATE (entry)-[:ABOUT]->(trial)
				DELETE about
			}
			CALL (read) {
				MATCH (read)-[:HAS_CLAUSE]->(clause:TrialClause)
				DETACH DELETE clause
			}
			DETACH DELETE read
			""";

	private static final String ENACTED_AS = """
			MATCH (trial:Trial {id: $trial})
			MATCH (law:Law {id: $law})
			CREATE (trial)-[:ENACTED_AS]->(law)
			""";

	private static final String ADDRESS = """
			MATCH (trial:Trial {id: $trial})
			UNWIND $obstacles AS id
			MATCH (obstacle:Obstacle {id: id})
			CREATE (trial)-[:ADDRESSES]->(obstacle)
			""";

	private final Transactions transactions;

	private final Trials trials;

	private final TrialClauses clauses;

	private final Citations citations;

	private final Feasibility feasibility;

	private final AcceptedTrials accepted;

	private final CaseDesk desk;

	private final Requests requests;

	private final References references;

	private final EventLog log;

	private final Clock clock;

	TrialRegistration(Transactions transactions, Trials trials, TrialClauses clauses, Citations citations,
			Feasibility feasibility, AcceptedTrials accepted, CaseDesk desk, Requests requests, References references,
			EventLog log, Clock clock) {
		this.transactions = transactions;
		this.trials = trials;
		this.clauses = clauses;
		this.citations = citations;
		this.feasibility = feasibility;
		this.accepted = accepted;
		this.desk = desk;
		this.requests = requests;
		this.references = references;
		this.log = log;
		this.clock = clock;
	}

	/// Registers a trial.
	/// @return its id; with the same idempotency key always the same
	String register(RegisterTrialInput input, Viewer viewer) {
		String id = "trial:" + UUID.randomUUID();
		return this.transactions.write(() -> {
			Optional<String> earlier = this.requests.claim("registerTrial", viewer, input.idempotencyKey(), input, id);
			return earlier.orElseGet(() -> create(id, input, viewer));
		});
	}

	private String create(String id, RegisterTrialInput asked, Viewer viewer) {
		Problems problems = new Problems();
		RegisterTrialInput input = completed(asked, viewer);
		String title = problems.line(input.title(), true, TITLE, "input", "title");
		String purpose = problems.text(input.purpose(), false, PURPOSE, "input", "purpose");
		Optional<LawId> law = law(input.law(), problems);
		List<TrialClauses.Clause> checked = this.clauses.check(input.clauses(), input.law() != null, problems);
		List<String> obstacles = obstacles(input.addresses(), viewer, problems);
		problems.raise();
		if (law.isEmpty()) {
			this.feasibility.require(checked, input.instrument(), problems);
			problems.raise();
		}
		List<String> sources = law.map((act) -> List.of("SFS " + act.designation())).orElse(List.of());
		this.trials.save(new Trial(id, reference(law), 1, String.valueOf(title), purpose, input.instrument(), false,
				sources, null, key(id, input.clauses())));
		law.ifPresent((act) -> enactedAs(id, act));
		this.clauses.create(id, checked);
		this.transactions.query(ADDRESS, Map.of("trial", id, "obstacles", obstacles));
		if (input.proposal() != null) {
			this.accepted.ledTo(input.proposal(), id);
		}
		String owner = (viewer.organisation() != null) ? viewer.organisation() : "";
		this.log.append("Trial", Entry.of(id, "TRIAL_REGISTERED", viewer, Audience.PUBLIC, owner));
		return id;
	}

	/// With what an accepted proposal says in place of what was not given.
	private RegisterTrialInput completed(RegisterTrialInput input, Viewer viewer) {
		if (input.proposal() == null) {
			return input;
		}
		AcceptedTrials.Accepted proposed = this.accepted.find(input.proposal(), viewer)
			.orElseThrow(() -> new Unaccepted(ProblemCode.INVALID,
					"Only a trial that was proposed and accepted is registered from its proposal.", "input",
					"proposal"));
		if (proposed.registered()) {
			throw new Unaccepted(ProblemCode.DUPLICATE, "The trial that was proposed is registered already.", "input",
					"proposal");
		}
		RegisterTrialInput completed = input.completedBy(proposed);
		if (completed.clauses().isEmpty()) {
			throw new Unaccepted(ProblemCode.INVALID,
					"The proposal does not say from when. Give the clauses, with the areas, the first day and the end.",
					"input", "clauses");
		}
		return completed;
	}

	/// The reference by which the trial on record was known, or a new one.
	private String reference(Optional<LawId> law) {
		return law.stream()
			.flatMap((act) -> this.transactions.query(TAKE_REFERENCE, Map.of("law", act.value())).stream())
			.map((derived) -> derived.text("reference"))
			.findFirst()
			.orElseGet(() -> this.references.next("T", LocalDate.now(this.clock).getYear()));
	}

	private Optional<LawId> law(@Nullable String designation, Problems problems) {
		if (designation == null) {
			return Optional.empty();
		}
		Optional<LawId> law = LawId.parse(designation);
		if (law.isEmpty()) {
			problems.add(ProblemCode.INVALID, "This is not an act's designation. Write it as '2016:350'.", "input",
					"law");
			return law;
		}
		this.citations.remember(law.get());
		this.transactions.query(TRIAL_OF, Map.of("law", law.get().value()))
			.stream()
			.map((row) -> row.text("reference"))
			.forEach((reference) -> problems.add(ProblemCode.DUPLICATE,
					"The trial under this act is registered already, as %s.".formatted(reference), "input", "law"));
		return law;
	}

	private void enactedAs(String trial, LawId law) {
		Map<String, Object> link = Map.of("trial", trial, "law", law.value());
		this.transactions.query(ENACTED_AS, link);
		this.transactions.query(TAKE_OVER, link);
	}

	private List<String> obstacles(List<String> ids, Viewer viewer, Problems problems) {
		if (ids.size() > MOST_OBSTACLES) {
			problems.add(ProblemCode.TOO_LARGE, "At most %d obstacles.".formatted(MOST_OBSTACLES), "input",
					"addresses");
			return List.of();
		}
		List<String> visible = this.desk.visible(ObstacleCases.TYPE, ids, viewer);
		List<String> missing = new ArrayList<>(ids);
		missing.removeAll(visible);
		for (String id : missing) {
			problems.add(ProblemCode.NOT_FOUND, "There is no such obstacle.", "input", "addresses",
					String.valueOf(ids.indexOf(id)));
		}
		return visible;
	}

	/// Sorts by the first day of the earliest clause; what has none comes last of all.
	private static String key(String id, List<TrialClauseInput> clauses) {
		String first = clauses.stream()
			.map(TrialClauseInput::from)
			.min(LocalDate::compareTo)
			.map(LocalDate::toString)
			.orElse("0000");
		return first + "|" + id;
	}

}
