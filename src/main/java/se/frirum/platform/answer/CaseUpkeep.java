package se.frirum.platform.answer;

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

	private static final String MASKED = "[maskerat]";

	private static final String STANDS = """
			MATCH (subject:%s {id: $id})
			RETURN subject.audience AS audience, subject.owner AS owner
			""";

	private static final String MASK = """
			MATCH (subject:%s {id: $id})
			SET subject += $texts, subject.changed = $now + '|' + subject.id
			""";

	private static final String ASSIGN = """
			MATCH (account:Account {id: $account})
			MATCH (subject:%s {id: $id})
			SET subject.handler = account.id, subject.changed = $now + '|' + subject.id
			RETURN account.id AS id
			""";

	private static final String EVENT = """
			MATCH (event:Event {id: $id})
			RETURN event.subject AS subject, event.audience AS audience, event.owner AS owner
			""";

	/// What an endorser or somebody with an opinion said stands on their link, too.
	private static final String MASK_REASON = """
			MATCH (event:Event {id: $id})-[:BECAUSE]->(reason:Reason)
			OPTIONAL MATCH (event)-[:ABOUT]->()<-[said:ENDORSES|OPINES]-(:Organisation {id: event.organisation})
			WHERE said.note = reason.text
			SET reason.text = $text, said.note = $text
			RETURN event.id AS id
			""";

	private final Transactions transactions;

	private final CaseDesk desk;

	private final EventLog log;

	CaseUpkeep(Transactions transactions, CaseDesk desk, EventLog log) {
		this.transactions = transactions;
		this.desk = desk;
		this.log = log;
	}

	/// Masks the text of a case, or the reason of an entry in the log.
	String redact(RedactInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			Problems problems = new Problems();
			String reason = problems.text(input.reason(), true, SubjectInput.REASON, "input", "reason");
			problems.raise();
			return input.id().startsWith("event:") ? maskReason(input, reason, viewer)
					: maskCase(input, reason, viewer);
		});
	}

	private String maskCase(RedactInput input, @Nullable String reason, Viewer viewer) {
		CaseType type = this.desk.typeOf(input.id()).orElseThrow(CaseUpkeep::notFound);
		this.desk.take(type, input.id(), input.expectedVersion(), viewer);
		Map<String, Object> texts = texts(input, type);
		this.transactions.query(MASK.formatted(type.label()),
				Map.of("id", input.id(), "texts", texts, "now", AnsweredCase.sortable(this.desk.now())));
		append(type, input.id(), type.event() + "_REDACTED", reason, viewer);
		return input.id();
	}

	private static Map<String, Object> texts(RedactInput input, CaseType type) {
		Problems problems = new Problems();
		Map<String, Object> texts = new HashMap<>();
		texts.put("title", problems.line(input.title(), false, TITLE, "input", "title"));
		texts.put(type.text(), problems.text(input.description(), false, TEXT, "input", "description"));
		texts.put("consequence", problems.text(input.consequence(), false, TEXT, "input", "consequence"));
		texts.values().removeIf(Objects::isNull);
		problems.require(!texts.isEmpty(), "Say what stands in place of what is masked.", "input");
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
		if (this.transactions.query(MASK_REASON, Map.of("id", input.id(), "text", (text != null) ? text : MASKED))
			.isEmpty()) {
			throw new Unaccepted(ProblemCode.INVALID, "This entry has no reason that could be masked.", "input", "id");
		}
		append(type, subject, type.event() + "_REASON_REDACTED", reason, viewer);
		return input.id();
	}

	/// Gives a case to an account to work on, after the one that had it left, say.
	String assign(AssignInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			CaseType type = this.desk.typeOf(input.id()).orElseThrow(CaseUpkeep::notFound);
			this.desk.take(type, input.id(), input.expectedVersion(), viewer);
			Problems problems = new Problems();
			String reason = problems.text(input.reason(), false, SubjectInput.REASON, "input", "reason");
			problems.raise();
			String account = Objects.requireNonNull((input.to() != null) ? input.to() : viewer.account());
			if (this.transactions
				.query(ASSIGN.formatted(type.label()),
						Map.of("id", input.id(), "account", account, "now", AnsweredCase.sortable(this.desk.now())))
				.isEmpty()) {
				throw new Unaccepted(ProblemCode.NOT_FOUND,
						"There is no such account; it must have done something here.", "input", "to");
			}
			append(type, input.id(), type.event() + "_ASSIGNED", reason, viewer);
			return input.id();
		});
	}

	private void append(CaseType type, String id, String event, @Nullable String reason, Viewer viewer) {
		Row subject = this.transactions.query(STANDS.formatted(type.label()), Map.of("id", id)).getFirst();
		this.log.append(type.label(),
				Entry.of(id, event, viewer, Audience.valueOf(subject.text("audience")), subject.text("owner"))
					.because(reason));
	}

	private static Unaccepted notFound() {
		return new Unaccepted(ProblemCode.NOT_FOUND, "There is no such case or entry.", "input", "id");
	}

}
