package se.frirum.platform.event;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import se.frirum.platform.database.Transactions;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.security.Role;

import org.springframework.stereotype.Component;

/// The log: appended to within the transaction of what happened, never changed or
/// deleted. Its numbers grow without gaps, because the counter stays locked until the
/// transaction ends; so the entry is the last thing that a use case writes. A reason
/// stands beside its entry, so that it can be masked.
@Component
public class EventLog {

	/// The list that the log's cursors belong to.
	static final String LIST = "Query.events ";

	private static final String APPEND = """
			UNWIND $accounts AS account
			MERGE (a:Account {id: account.id})
			SET a.name = account.name, a.roles = account.roles, a.organisation = account.organisation, a.actedAt = $now
			WITH count(*) AS accounts
			MERGE (log:Counter {name: 'events'})
			SET log.value = coalesce(log.value, 0) + size($entries)
			WITH log.value - size($entries) AS before
			UNWIND range(1, size($entries)) AS place
			WITH before + place AS sequence, $entries[place - 1] AS entry
			WITH entry, sequence, right('000000000000' + toString(sequence), 12) AS key
			MATCH (subject:%s {id: entry.about})
			CREATE (event:Event {id: 'event:' + randomUUID(), key: key, sequence: sequence, subject: entry.about})
			SET event += entry.properties
			CREATE (event)-[:ABOUT]->(subject)
			FOREACH (text IN entry.reasons | CREATE (event)-[:BECAUSE]->(:Reason {text: text}))
			""";

	private static final String LATEST = """
			OPTIONAL MATCH (log:Counter {name: 'events'})
			RETURN right('000000000000' + toString(coalesce(log.value, 0)), 12) AS key
			""";

	/// What the log tells about `this`, for the types that show their history.
	public static final Listing HISTORY = Listing.by("it.key", Hop.along("MATCH (it:Event {subject: this.id})"));

	private final Transactions transactions;

	private final LogTail tail;

	private final Clock clock;

	EventLog(Transactions transactions, LogTail tail, Clock clock) {
		this.transactions = transactions;
		this.tail = tail;
		this.clock = clock;
	}

	/// The key of the last entry.
	public String latest() {
		return this.transactions.lookUp(LATEST, Map.of()).getFirst().text("key");
	}

	/// The cursor behind which the log goes on: all before it can be read.
	public String latestCursor() {
		return Listing.cursor(LIST, "%012d".formatted(this.tail.reach()));
	}

	/// Appends entries about nodes of one label, in their order, within the transaction
	/// at hand.
	public void append(String label, Entry... entries) {
		append(label, Arrays.asList(entries));
	}

	/// Appends entries about nodes of one label, in their order, within the transaction
	/// at hand.
	public void append(String label, List<Entry> entries) {
		if (entries.isEmpty()) {
			return;
		}
		OffsetDateTime now = OffsetDateTime.now(this.clock);
		List<Map<String, Object>> rows = entries.stream().map((entry) -> row(entry, now)).toList();
		List<Map<String, Object>> accounts = entries.stream().map(EventLog::account).distinct().toList();
		this.transactions.query(APPEND.formatted(label), Map.of("entries", rows, "accounts", accounts, "now", now));
	}

	/// What acts without a role is no person, or wants to be none here any more.
	private static Map<String, Object> account(Entry entry) {
		Map<String, Object> account = new HashMap<>();
		account.put("id", String.valueOf(entry.actor().account()));
		account.put("name", entry.actor().name());
		account.put("roles", entry.actor().roles().stream().map(Role::name).sorted().toList());
		account.put("organisation", entry.actor().roles().isEmpty() ? null : entry.actor().organisation());
		return account;
	}

	private static Map<String, Object> row(Entry entry, OffsetDateTime now) {
		Map<String, Object> properties = new HashMap<>();
		properties.put("at", (entry.at() != null) ? entry.at() : now);
		properties.put("type", entry.type());
		properties.put("from", entry.from());
		properties.put("to", entry.to());
		properties.put("actor", entry.actor().account());
		properties.put("organisation", entry.actor().organisation());
		properties.put("audience", entry.audience().name());
		properties.put("owner", entry.owner());
		properties.put("onBehalfOf", entry.onBehalfOf());
		Entry.Account account = entry.account();
		if (account != null) {
			properties.put("year", ((entry.at() != null) ? entry.at() : now).getYear());
			properties.put("outcome", account.outcome());
			properties.put("days", account.days());
		}
		return Map.of("about", entry.about(), "properties", properties, "reasons",
				(entry.reason() != null) ? List.of(entry.reason()) : List.of());
	}

}
