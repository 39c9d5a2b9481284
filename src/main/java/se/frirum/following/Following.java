package se.frirum.following;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import se.frirum.law.Citations;
import se.frirum.law.LawId;
import se.frirum.law.Resolution;
import se.frirum.platform.answer.CaseDesk;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.graphql.Operations;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.graphql.Unaccepted;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.security.Viewer;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;

/// An organisation follows an act, a section, an area, a case or a saved filter, and stops.
/// Nobody follows anything by default; what happens to an organisation's own cases is told
/// in any case.
@Service
class Following {

	private static final int MOST = 200;

	/// Each is applied whenever the digest is read.
	private static final int MOST_FILTERS = 5;

	private static final int MOST_ADDRESSES = 20;

	/// Fits into the key of the follow.
	private static final int FILTER_LENGTH = 2_000;

	private static final String FIND = """
			MATCH (it:%s {id: $id})
			RETURN it.id AS id
			""";

	private static final String COUNT = """
			MATCH (follow:Follow {owner: $owner})
			WHERE follow.key <> $key
			RETURN count(follow) AS follows, count(follow.filter) AS filters
			""";

	/// Two who follow at once for an organisation count one after the other.
	private static final String LOCK = """
			MATCH (organisation:Organisation {id: $owner})
			SET organisation.name = organisation.name
			""";

	private static final String FOLLOW = """
			MERGE (follow:Follow {key: $key})
			ON CREATE SET follow.id = $id, follow.owner = $owner, follow.account = $account, follow.since = $now
			WITH follow
			MATCH (followed:%s {id: $target})
			MERGE (follow)-[:OF]->(followed)
			RETURN follow.id AS id
			""";

	private static final String FOLLOW_FILTER = """
			MERGE (follow:Follow {key: $key})
			ON CREATE SET follow.id = $id, follow.owner = $owner, follow.account = $account, follow.since = $now,
				follow.filter = $filter
			RETURN follow.id AS id
			""";

	private static final String UNFOLLOW = """
			MATCH (follow:Follow {id: $id})
			WHERE follow.owner = $owner
			WITH follow, follow.id AS id
			DETACH DELETE follow
			RETURN id
			""";

	private static final String OTHER_ADDRESSES = """
			MATCH (address:DigestAddress {owner: $owner})
			WHERE address.email <> $email
			RETURN count(address) AS addresses
			""";

	private static final String MAIL = """
			MERGE (address:DigestAddress {key: $owner + '|' + $email})
			ON CREATE SET address.owner = $owner, address.email = $email, address.account = $account,
				address.since = $now, address.sentUpTo = $cursor
			RETURN address.email AS email
			""";

	private static final String MAIL_NO_MORE = """
			MATCH (address:DigestAddress {key: $owner + '|' + $email})
			DELETE address
			RETURN $email AS email
			""";

	private static final String CHECK = """
			query Check($filter: ObstacleFilter!) { obstacles(filter: $filter, first: 1) { nodes { id } } }
			""";

	private final Transactions transactions;

	private final CaseDesk desk;

	private final Citations citations;

	private final Operations operations;

	private final JsonMapper json;

	private final EventLog log;

	private final Clock clock;

	Following(Transactions transactions, CaseDesk desk, Citations citations, Operations operations, JsonMapper json,
			EventLog log, Clock clock) {
		this.transactions = transactions;
		this.desk = desk;
		this.citations = citations;
		this.operations = operations;
		this.json = json;
		this.log = log;
		this.clock = clock;
	}

	/// Something that can be followed.
	///
	/// @param label of its node; null for a filter
	private record Target(@Nullable String label, String id) {
	}

	/// Follows something for the caller's organisation; again is the same.
	/// @return the id of the follow
	String follow(FollowInput input, Viewer viewer) {
		String organisation = this.desk.organisation(viewer);
		if (!input.isOne()) {
			throw new Unaccepted(ProblemCode.INVALID,
					"Name one thing to follow: an act, a section, an area, a case, or a filter.", "input");
		}
		Target target = target(input, viewer);
		return this.transactions.write(() -> {
			String key = organisation + "|" + target.id();
			requireRoom(organisation, key, target);
			Map<String, Object> parameters = new HashMap<>();
			parameters.put("key", key);
			parameters.put("id", "follow:" + UUID.randomUUID());
			parameters.put("owner", organisation);
			parameters.put("account", viewer.account());
			parameters.put("now", OffsetDateTime.now(this.clock));
			parameters.put("filter", (target.label() != null) ? null : target.id());
			parameters.put("target", target.id());
			String statement = (target.label() != null) ? FOLLOW.formatted(target.label()) : FOLLOW_FILTER;
			return this.transactions.query(statement, parameters).getFirst().text("id");
		});
	}

	private void requireRoom(String organisation, String key, Target target) {
		this.transactions.query(LOCK, Map.of("owner", organisation));
		Row others = this.transactions.query(COUNT, Map.of("owner", organisation, "key", key)).getFirst();
		if (others.number("follows") >= MOST) {
			throw full("An organisation follows at most %d things.", MOST);
		}
		if (target.label() == null && others.number("filters") >= MOST_FILTERS) {
			throw full("An organisation saves at most %d filters.", MOST_FILTERS);
		}
	}

	private static Unaccepted full(String limit, int most) {
		return new Unaccepted(ProblemCode.TOO_LARGE, limit.formatted(most) + " Remove one first.", "input");
	}

	private Target target(FollowInput input, Viewer viewer) {
		if (input.law() != null) {
			String id = LawId.parse(input.law())
				.map(LawId::value)
				.orElseThrow(() -> new Unaccepted(ProblemCode.INVALID,
						"This is not an act's designation. Write it as '2010:800'.", "input", "law"));
			return found("Law", id, "law");
		}
		if (input.provision() != null) {
			return switch (this.citations.find(input.provision())) {
				case Resolution.Found found when found.provision() != null ->
					new Target("Provision", found.provision());
				case Resolution.Found _ -> throw new Unaccepted(ProblemCode.INVALID,
						"Name a section that the register holds: '21 kap. 4 § skollagen'.", "input", "provision");
				case Resolution.Unresolved unresolved ->
					throw new Unaccepted(unresolved.code(), unresolved.message(), "input", "provision");
			};
		}
		if (input.area() != null) {
			return found("Area", "area:" + input.area(), "area");
		}
		return (input.subject() != null) ? subject(input.subject(), viewer) : filter(input, viewer);
	}

	private Target found(String label, String id, String field) {
		return this.transactions.lookUp(FIND.formatted(label), Map.of("id", id))
			.stream()
			.map((row) -> new Target(label, row.text("id")))
			.findFirst()
			.orElseThrow(() -> new Unaccepted(ProblemCode.NOT_FOUND, "There is nothing by this name.", "input", field));
	}

	private Target subject(String id, Viewer viewer) {
		return this.desk.visibleCase(id, viewer)
			.map((type) -> new Target(type.label(), id))
			.orElseGet(() -> found("Trial", id, "subject"));
	}

	/// A filter that can be applied is kept as it was written.
	private Target filter(FollowInput input, Viewer viewer) {
		String filter = this.json.writeValueAsString(new TreeMap<>(Objects.requireNonNull(input.obstacles())));
		Problems problems = new Problems();
		problems.text(filter, true, FILTER_LENGTH, "input", "obstacles");
		problems.raise();
		try {
			this.operations.execute(CHECK, Map.of("filter", this.json.readValue(filter, Map.class)),
					this.operations.starting(viewer));
		}
		catch (Refusal.BadRequest wrong) {
			throw new Unaccepted(ProblemCode.INVALID, String.valueOf(wrong.getMessage()), "input", "obstacles");
		}
		return new Target(null, filter);
	}

	/// Stops following for the caller's organisation.
	/// @return the id of what was followed
	String unfollow(String id, Viewer viewer) {
		return this.transactions
			.write(() -> this.transactions.query(UNFOLLOW, Map.of("id", id, "owner", this.desk.organisation(viewer))))
			.stream()
			.map((row) -> row.text("id"))
			.findFirst()
			.orElseThrow(() -> new Unaccepted(ProblemCode.NOT_FOUND, "Your organisation follows no such thing.", "id"));
	}

	/// Has the digest of the caller's organisation sent to an address, from now on, or no
	/// more.
	/// @return the address
	String mail(MailDigestInput input, Viewer viewer) {
		String organisation = this.desk.organisation(viewer);
		Problems problems = new Problems();
		String email = problems.email(input.email(), "input", "email");
		problems.require(email != null, "Write an e-mail address: 'name@example.se'.", "input", "email");
		problems.raise();
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("owner", organisation);
		parameters.put("email", email);
		parameters.put("account", viewer.account());
		parameters.put("now", OffsetDateTime.now(this.clock));
		parameters.put("cursor", Listing.cursor(Digest.LIST, this.log.latest()));
		this.transactions.write(() -> {
			this.transactions.query(LOCK, Map.of("owner", organisation));
			if (input.on() && this.transactions.query(OTHER_ADDRESSES, parameters)
				.getFirst()
				.number("addresses") >= MOST_ADDRESSES) {
				throw full("An organisation's digest is sent to at most %d addresses.", MOST_ADDRESSES);
			}
			return this.transactions.query(input.on() ? MAIL : MAIL_NO_MORE, parameters);
		});
		return String.valueOf(email);
	}

}
