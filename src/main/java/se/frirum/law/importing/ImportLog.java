package se.frirum.law.importing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import se.frirum.law.importing.SourceReading.Item;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Component;

/// The imports that run and have run, kept in the graph, so that each can be followed
/// from any server and goes on after a restart.
@Component
class ImportLog {

	/// An import whose server has been silent for longer has lost it.
	static final Duration SILENCE = Duration.ofSeconds(15);

	/// More failures than anybody reads.
	private static final int MOST_FAILURES = 1_000;

	private static final String RUNNING = """
			MATCH (import:LawImport {state: 'RUNNING'})
			RETURN import.id AS id, import.source AS source, import.path AS path, import.actor AS actor,
				import.actorName AS actorName, import.seenAt > $silentSince AS alive
			ORDER BY import.startedAt
			""";

	private static final String START = """
			CREATE (import:LawImport {id: $id, state: 'RUNNING', source: $source, path: $path, actor: $actor, actorName: $actorName,
				startedAt: $now, seenAt: $now, acts: 0, actsDone: 0, created: 0, changed: 0, unchanged: 0, ceased: 0})
			""";

	/// Only one server takes an import over. What the run had written until then shows as
	/// unchanged when the source is read again: it is not counted twice.
	private static final String TAKE_OVER = """
			MATCH (import:LawImport {id: $id, state: 'RUNNING'})
			SET import.taken = $token
			WITH import WHERE import.seenAt <= $silentSince
			SET import.seenAt = $now, import.acts = 0, import.actsDone = 0, import.unchanged = 0,
				import.writtenBefore = import.created + import.changed
			RETURN import.id AS id
			""";

	private static final String ADVANCE = """
			MATCH (import:LawImport {id: $id})
			SET import.seenAt = $now, import.acts = CASE WHEN $acts > import.acts THEN $acts ELSE import.acts END,
				import.actsDone = import.actsDone + $done, import.created = import.created + $created,
				import.changed = import.changed + $changed, import.unchanged = import.unchanged + $unchanged,
				import.ceased = import.ceased + $ceased
			RETURN coalesce(import.cancelled, false) AS cancelled
			""";

	private static final String NOTE = """
			MATCH (import:LawImport {id: $id})
			WITH import, COUNT { MATCH (import)-[:%1$s]->() } AS failures
			UNWIND $failures AS failure
			WITH import, failure WHERE failures < $most
			MERGE (import)-[:%1$s]->(:ImportFailure {source: failure.source, designation: failure.designation,
				reason: failure.reason})
			""";

	private static final String END = """
			MATCH (import:LawImport {id: $id, state: 'RUNNING'})
			SET import.state = $state, import.acts = import.actsDone,
				import.unchanged = CASE WHEN import.unchanged > coalesce(import.writtenBefore, 0)
					THEN import.unchanged - coalesce(import.writtenBefore, 0) ELSE 0 END
			""";

	private static final String CANCEL = """
			MATCH (import:LawImport {id: $id, state: 'RUNNING'})
			SET import.cancelled = true
			RETURN import.id AS id
			""";

	private final Transactions transactions;

	private final Clock clock;

	ImportLog(Transactions transactions, Clock clock) {
		this.transactions = transactions;
		this.clock = clock;
	}

	/// An import that has not ended.
	///
	/// @param alive whether a server is at work on it
	/// @param viewer who asked for it
	record Running(String id, LawSource source, Path path, Viewer viewer, boolean alive) {
	}

	/// What a batch did.
	record Advance(int acts, int done, int created, int changed, int unchanged, int ceased) {

		/// A sign of life.
		static final Advance NOTHING = new Advance(0, 0, 0, 0, 0, 0);

	}

	/// How an import ended.
	enum State {

		DONE, CANCELLED, FAILED

	}

	List<Running> running() {
		return this.transactions.lookUp(RUNNING, Map.of("silentSince", now().minus(SILENCE)))
			.stream()
			.map((row) -> new Running(row.text("id"), LawSource.valueOf(row.text("source")), Path.of(row.text("path")),
					new Viewer(row.text("actor"), row.textOrNull("actorName"), Set.of(), null), row.is("alive")))
			.toList();
	}

	String start(LawSource source, Path path, Viewer viewer) {
		String id = "import:" + UUID.randomUUID();
		this.transactions.query(START,
				Map.of("id", id, "source", source.name(), "path", path.toAbsolutePath().normalize().toString(), "actor",
						String.valueOf(viewer.account()), "actorName", String.valueOf(viewer.name()), "now", now()));
		return id;
	}

	/// Takes over an import that its server has lost.
	/// @return false where another server was quicker
	boolean takeOver(String id) {
		return this.transactions.write(() -> !this.transactions.query(TAKE_OVER, Map.of("id", id, "silentSince",
				now().minus(SILENCE), "now", now(), "token", UUID.randomUUID().toString()))
			.isEmpty());
	}

	/// Notes what was done, within the transaction that did it.
	/// @return whether somebody asked to cancel
	boolean advance(String id, Advance advance) {
		Map<String, Object> values = new HashMap<>(
				Map.of("id", id, "now", now(), "acts", advance.acts(), "done", advance.done(), "created",
						advance.created(), "changed", advance.changed(), "unchanged", advance.unchanged()));
		values.put("ceased", advance.ceased());
		return Optional.of(this.transactions.query(ADVANCE, values))
			.filter((rows) -> !rows.isEmpty())
			.map((rows) -> rows.getFirst().is("cancelled"))
			.orElse(true);
	}

	/// Notes how many acts the source no longer brings.
	void left(String id, long acts) {
		this.transactions.query("MATCH (import:LawImport {id: $id}) SET import.left = $acts",
				Map.of("id", id, "acts", acts));
	}

	/// Notes what was not imported.
	void fail(String id, List<Item.Failed> failures) {
		note("FAILED_ON", id, failures);
	}

	/// Notes what was imported and should be looked at.
	void remark(String id, List<Item.Failed> remarks) {
		note("REMARKED_ON", id, remarks);
	}

	private void note(String link, String id, List<Item.Failed> failures) {
		if (!failures.isEmpty()) {
			this.transactions.query(NOTE.formatted(link), Map.of("id", id, "most", MOST_FAILURES, "failures",
					failures.stream().map(ImportLog::row).toList()));
		}
	}

	private static Map<String, Object> row(Item.Failed failure) {
		return Map.of("source", failure.file(), "designation",
				(failure.designation() != null) ? failure.designation() : "", "reason", failure.reason());
	}

	void end(String id, State state) {
		this.transactions.query(END, Map.of("id", id, "state", state.name()));
	}

	/// Asks an import to stop after the batch at hand.
	/// @return false where none runs under this id
	boolean cancel(String id) {
		return !this.transactions.query(CANCEL, Map.of("id", id)).isEmpty();
	}

	/// All that is known about an import, for its report.
	Row report(String id) {
		return this.transactions.lookUp("""
				MATCH (import:LawImport {id: $id})
				RETURN import.state AS state, import.acts AS acts, import.created AS created, import.changed AS changed,
					import.unchanged AS unchanged, import.ceased AS ceased, import.left AS left,
					COLLECT { MATCH (import)-[:FAILED_ON]->(failure) RETURN properties(failure) } AS failures,
					COLLECT { MATCH (import)-[:REMARKED_ON]->(remark) RETURN properties(remark) } AS remarks
				""", Map.of("id", id)).getFirst();
	}

	private OffsetDateTime now() {
		return OffsetDateTime.now(this.clock);
	}

}
