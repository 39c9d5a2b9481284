package se.frirum.platform.answer;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.event.Entry;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.graphql.Unaccepted;
import se.frirum.platform.security.Audience;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Service;

/// What those who review do with a case of any kind: mask what must not be read, and give
/// it to somebody to work on.
@Service
class CaseUpkeep {

	private static final int TITLE = 200;

	private static final int TEXT = 20_000;

	private static final int SHORTEST_PASSAGE = 3;

	private static final int LONGEST_PASSAGE = 200;

	private static final String MASKED = "[maskerat]";

	private static final String STANDS = """
			MATCH (subject:%s {id: $id})
			RETURN %s AS audience, %s AS owner
			""";

	private static final String MASK = """
			MATCH (subject:%s {id: $id})
			SET subject += $texts, subject.changed = $now + '|' + subject.id
			""";

	/// What links a case to others and says something.
	private static final String SAYINGS = "BLOCKED_BY|GUIDED_BY|CHANGES|REGISTERED_BY|ENDORSES|OPINES|ADOPTS|TAKES_PART";

	/// What leads from a case to its parts: a proposal's assessment; a trial's evaluation
	/// with its indicators and what was measured, who takes part in it and pays for it.
	private static final String PARTS = "ASSESSED_AS|EVALUATED_BY|HAS_INDICATOR|HAS_MEASUREMENT|HAS_PARTNER|HAS_FUNDING|HAS_CLAUSE|NOT_APPLIED_IN";

	/// The texts of a part: neither its codes nor what it is found by.
	private static final String TEXTS = """
			[key IN keys(part) WHERE part[key] IS :: STRING
				AND NOT key IN ['id', 'place', 'kind', 'form', 'effect', 'design', 'perspective']]""";

	/// Whether a case says a passage anywhere that [#MASK_PASSAGE] masks.
	private static final String SAYS = """
			MATCH (subject:%1$s {id: $id})
			RETURN coalesce(any(text IN [subject.title, subject.%2$s, subject.consequence, subject.decision,
					subject.enactedBy, subject.whatWorked, subject.whatFailed, subject.conditions,
					subject.outcomeEvaluation]
				+ coalesce(subject.methods, [])
				+ COLLECT { MATCH (subject)-[said:%3$s]-()
					UNWIND [said.how, said.text, said.source, said.wording, said.number, said.note, said.decision,
						said.decidedBy, said.conditions, said.reason] AS text
					RETURN text }
				+ COLLECT { MATCH (subject)-[:%4$s*1..3]->(part)
					UNWIND %5$s AS key RETURN part[key] }
				+ COLLECT { MATCH (subject)-[:HAS_STEP]->(step:LegislativeStep) RETURN step.document }
				+ COLLECT { MATCH (:Event {subject: subject.id})-[:BECAUSE]->(reason:Reason) RETURN reason.text }
				WHERE text CONTAINS $passage), false) AS says
			""";

	/// A passage, wherever it stands in a case: in its own texts, in what links it to
	/// others, in its parts and its steps, and in the reasons that the log keeps.
	private static final String MASK_PASSAGE = """
			MATCH (subject:%1$s {id: $id})
			SET subject.title = replace(subject.title, $passage, $mask),
				subject.%2$s = replace(subject.%2$s, $passage, $mask),
				subject.consequence = replace(subject.consequence, $passage, $mask),
				subject.decision = replace(subject.decision, $passage, $mask),
				subject.enactedBy = replace(subject.enactedBy, $passage, $mask),
				subject.whatWorked = replace(subject.whatWorked, $passage, $mask),
				subject.whatFailed = replace(subject.whatFailed, $passage, $mask),
				subject.conditions = replace(subject.conditions, $passage, $mask),
				subject.outcomeEvaluation = replace(subject.outcomeEvaluation, $passage, $mask),
				subject.methods = [method IN subject.methods | replace(method, $passage, $mask)]
			WITH subject
			CALL (subject) {
				MATCH (subject)-[said:%3$s]-()
				SET said.how = replace(said.how, $passage, $mask), said.text = replace(said.text, $passage, $mask),
					said.source = replace(said.source, $passage, $mask),
					said.wording = replace(said.wording, $passage, $mask),
					said.number = replace(said.number, $passage, $mask), said.note = replace(said.note, $passage, $mask),
					said.decision = replace(said.decision, $passage, $mask),
					said.decidedBy = replace(said.decidedBy, $passage, $mask),
					said.conditions = replace(said.conditions, $passage, $mask),
					said.reason = replace(said.reason, $passage, $mask)
			}
			CALL (subject) {
				MATCH (subject)-[:%4$s*1..3]->(part)
				UNWIND %5$s AS key
				SET part[key] = replace(part[key], $passage, $mask)
			}
			CALL (subject) {
				MATCH (subject)-[:HAS_STEP]->(step:LegislativeStep)
				SET step.document = replace(step.document, $passage, $mask), step.key = replace(step.key, $passage, $mask)
			}
			CALL (subject) {
				MATCH (:Event {subject: subject.id})-[:BECAUSE]->(reason:Reason)
				SET reason.text = replace(reason.text, $passage, $mask)
			}
			CALL (subject) {
				MATCH (event:Event {subject: subject.id})
				%6$s
				SET reason.text = replace(reason.text, $passage, $mask)
			}
			""";

	/// A merge and a split are told of both cases, one entry after the other, for the
	/// same reason.
	private static final String TWIN = """
			UNWIND [event.sequence - 1, event.sequence + 1] AS sequence
			MATCH (twin:Event {key: right('000000000000' + toString(sequence), 12)})-[:BECAUSE]->(reason:Reason)
			WHERE twin.at = event.at AND [event.type, twin.type] IN [
				['OBSTACLE_MERGED', 'OBSTACLE_MERGE_RECEIVED'], ['OBSTACLE_MERGE_RECEIVED', 'OBSTACLE_MERGED'],
				['OBSTACLE_SPLIT', 'OBSTACLE_MERGE_UNDONE'], ['OBSTACLE_MERGE_UNDONE', 'OBSTACLE_SPLIT']]""";

	private static final String MASK_TWIN = """
			MATCH (event:Event {id: $id})
			%s
			SET reason.text = $text
			""".formatted(TWIN);

	private static final String ASSIGN = """
			MATCH (subject:%s {id: $id})
			WHERE $account = $self OR EXISTS { MATCH (:Account {id: $account}) }
			SET subject.handler = $account, subject.changed = $now + '|' + subject.id
			RETURN subject.handler AS handler
			""";

	private static final String EVENT = """
			MATCH (event:Event {id: $id})
			RETURN event.subject AS subject, event.audience AS audience, event.owner AS owner
			""";

	/// What an endorser, somebody with an opinion or an adopter said stands on their
	/// link, too, and why a trial let somebody in or not.
	private static final String MASK_REASON = """
			MATCH (event:Event {id: $id})-[:BECAUSE]->(reason:Reason)
			OPTIONAL MATCH (event)-[:ABOUT]->()<-[said:ENDORSES|OPINES|ADOPTS]-(:Organisation {id: event.organisation})
			WHERE said.note = reason.text
			OPTIONAL MATCH (event)-[:ABOUT]->()<-[part:TAKES_PART]-(body:Organisation)
			WHERE reason.text = body.name + ': ' + part.reason
			SET reason.text = $text, said.note = $text, part.reason = $text
			RETURN DISTINCT event.id AS id
			""";

	private final Transactions transactions;

	private final CaseDesk desk;

	private final EventLog log;

	CaseUpkeep(Transactions transactions, CaseDesk desk, EventLog log) {
		this.transactions = transactions;
		this.desk = desk;
		this.log = log;
	}

	/// Masks the text of a case, a passage wherever a case says it, or the reason of an
	/// entry in the log.
	String redact(RedactInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			Problems problems = new Problems();
			String reason = problems.text(input.reason(), true, SubjectInput.REASON, "input", "reason");
			String passage = passage(input, reason, problems);
			problems.raise();
			return input.id().startsWith("event:") ? maskReason(input, reason, viewer)
					: maskCase(input, passage, reason, viewer);
		});
	}

	/// It may well be a personal identity number: that is what masking is for.
	private static @Nullable String passage(RedactInput input, @Nullable String reason, Problems problems) {
		if (input.passage() == null) {
			return null;
		}
		String passage = Normalizer.normalize(input.passage(), Normalizer.Form.NFC).strip();
		problems.require(passage.length() >= SHORTEST_PASSAGE && passage.length() <= LONGEST_PASSAGE,
				"A passage has from %d to %d characters.".formatted(SHORTEST_PASSAGE, LONGEST_PASSAGE), "input",
				"passage");
		problems.require(reason == null || !reason.contains(passage), "The reason repeats what is to be masked.",
				"input", "reason");
		problems.require(!input.id().startsWith("event:"),
				"A passage is masked in a whole case, its log included: name the case.", "input", "id");
		return passage;
	}

	private String maskCase(RedactInput input, @Nullable String passage, @Nullable String reason, Viewer viewer) {
		CaseType type = this.desk.typeOf(input.id()).orElseThrow(CaseUpkeep::notFound);
		this.desk.take(type, input.id(), input.expectedVersion(), viewer);
		Map<String, Object> texts = texts(input, type);
		String now = AnsweredCase.sortable(this.desk.now());
		if (passage != null) {
			maskPassage(type, input.id(), passage);
		}
		this.transactions.query(MASK.formatted(type.label()), Map.of("id", input.id(), "texts", texts, "now", now));
		append(type, input.id(), type.event() + "_REDACTED", reason, viewer);
		return input.id();
	}

	private void maskPassage(CaseType type, String id, String passage) {
		Map<String, Object> parameters = Map.of("id", id, "passage", passage, "mask", MASKED);
		if (!this.transactions.query(everywhere(SAYS, type), parameters).getFirst().is("says")) {
			throw new Unaccepted(ProblemCode.INVALID,
					"The case says this nowhere. Copy the passage as it stands there, letter by letter.", "input",
					"passage");
		}
		this.transactions.query(everywhere(MASK_PASSAGE, type), parameters);
	}

	private static String everywhere(String statement, CaseType type) {
		return statement.formatted(type.label(), type.text(), SAYINGS, PARTS, TEXTS, TWIN);
	}

	private static Map<String, Object> texts(RedactInput input, CaseType type) {
		Problems problems = new Problems();
		Map<String, Object> texts = new HashMap<>();
		texts.put("title", problems.line(input.title(), false, TITLE, "input", "title"));
		texts.put(type.text(), problems.text(input.description(), false, TEXT, "input", "description"));
		texts.put("consequence", problems.text(input.consequence(), false, TEXT, "input", "consequence"));
		texts.values().removeIf(Objects::isNull);
		problems.require(!texts.isEmpty() || input.passage() != null, "Say what stands in place of what is masked.",
				"input");
		problems.raise();
		return texts;
	}

	private String maskReason(RedactInput input, @Nullable String reason, Viewer viewer) {
		Row event = this.transactions.query(EVENT, Map.of("id", input.id()))
			.stream()
			.filter((row) -> Audience.valueOf(row.text("audience")).includes(viewer, row.text("owner")))
			.findFirst()
			.orElseThrow(CaseUpkeep::notFound);
		String subject = event.text("subject");
		CaseType type = this.desk.typeOf(subject).orElseThrow(CaseUpkeep::notFound);
		this.desk.take(type, subject, input.expectedVersion(), viewer);
		Problems problems = new Problems();
		String text = problems.text(input.description(), false, TEXT, "input", "description");
		problems.raise();
		Map<String, Object> parameters = Map.of("id", input.id(), "text", (text != null) ? text : MASKED);
		this.transactions.query(MASK_TWIN, parameters);
		if (this.transactions.query(MASK_REASON, parameters).isEmpty()) {
			throw new Unaccepted(ProblemCode.INVALID, "This entry has no reason that could be masked.", "input", "id");
		}
		append(type, subject, type.event() + "_REASON_REDACTED", reason, viewer);
		return input.id();
	}

	/// Gives a case to an account to work on, after the one that had it left, say.
	String assign(AssignInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			CaseType type = this.desk.typeOf(input.id())
				.filter((kind) -> !kind.everybodys())
				.orElseThrow(CaseUpkeep::notFound);
			this.desk.take(type, input.id(), input.expectedVersion(), viewer);
			Problems problems = new Problems();
			String reason = problems.text(input.reason(), false, SubjectInput.REASON, "input", "reason");
			problems.raise();
			String self = Objects.requireNonNull(viewer.account());
			String account = (input.to() != null) ? input.to() : self;
			if (this.transactions.query(ASSIGN.formatted(type.label()), Map.of("id", input.id(), "account", account,
					"self", self, "now", AnsweredCase.sortable(this.desk.now())))
				.isEmpty()) {
				throw new Unaccepted(ProblemCode.NOT_FOUND,
						"There is no such account; it must have done something here.", "input", "to");
			}
			append(type, input.id(), type.event() + "_ASSIGNED", reason, viewer);
			return input.id();
		});
	}

	private void append(CaseType type, String id, String event, @Nullable String reason, Viewer viewer) {
		Row subject = this.transactions
			.query(STANDS.formatted(type.label(), type.audience(), type.owner()), Map.of("id", id))
			.getFirst();
		this.log.append(type.label(),
				Entry.of(id, event, viewer, Audience.valueOf(subject.text("audience")), subject.text("owner"))
					.because(reason));
	}

	private static Unaccepted notFound() {
		return new Unaccepted(ProblemCode.NOT_FOUND, "There is no such case or entry.", "input", "id");
	}

}
