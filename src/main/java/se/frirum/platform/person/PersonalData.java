package se.frirum.platform.person;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.event.Entry;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.graphql.Payload;
import se.frirum.platform.graphql.Problem;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;
import se.frirum.platform.security.Audience;
import se.frirum.platform.security.Role;
import se.frirum.platform.security.Viewer;
import se.frirum.platform.security.Viewers;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/// A person sees what is kept about them, and has it erased: at once where it is theirs
/// alone, and in submitted records, which are public, only by a decision.
@Controller
class PersonalData implements ProjectionTable {

	private static final int DECISION = 200;

	private static final String ACCOUNT = """
			MERGE (account:Account {id: $account})
			REMOVE account.name
			""";

	private final List<PersonalDataSource> sources;

	private final Transactions transactions;

	private final EventLog log;

	private final Viewers viewers;

	PersonalData(List<PersonalDataSource> sources, Transactions transactions, EventLog log, Viewers viewers) {
		this.sources = List.copyOf(sources);
		this.transactions = transactions;
		this.log = log;
		this.viewers = viewers;
	}

	/// Whose data was erased.
	record ErasePayload(@Nullable String erased, List<Problem> problems) {
	}

	@Override
	public void addTo(Projections projections) {
		projections.query().one("exportPersonalData", "PersonalData", (asked) -> {
			String account = account(asked.text("account"), asked.viewer());
			return Hop.along("WITH {account: $arg.who} AS it").with("who", account);
		});
		projections.type("PersonalData")
			.properties("account")
			.value("name", "head(COLLECT { MATCH (_account:Account {id: this.account}) RETURN _account.name })")
			.many("records", "PersonalRecord", 20, this::records)
			.connection("events", "Event", 20,
					Listing.by("it.key", Hop.along("MATCH (it:Event {actor: this.account})")));
		projections.type("PersonalRecord")
			.properties("kind", "text")
			.one("about", "Node", Hop.along("WITH this.about AS it").where("it IS NOT NULL"));
	}

	private Hop records(Asked asked) {
		return Hop
			.along(this.sources.stream()
				.map((source) -> source.find().replace("$account", "_who") + "\nRETURN {kind: '" + source.kind()
						+ "', about: _about, text: _text} AS _record")
				.map((find) -> "WITH _who\n" + find)
				.collect(Collectors.joining("\nUNION ALL\n", "WITH this.account AS _who\nCALL {\n", "\n}\n"))
					+ "WITH _record AS it")
			.orderBy("it.kind, it.text");
	}

	/// Erases what is kept about a person; again is the same.
	@MutationMapping
	ErasePayload erasePersonalData(@Argument ErasePersonalDataInput input) {
		Payload payload = Payload.of(() -> erase(input, this.viewers.current()));
		return new ErasePayload(payload.subjectId(), payload.problems());
	}

	private String erase(ErasePersonalDataInput input, Viewer viewer) {
		String account = account(input.account(), viewer);
		if (input.decision() != null && !viewer.is(Role.ADMIN)) {
			throw new Refusal.NotAllowed("Only whoever runs the registry changes submitted records.");
		}
		return this.transactions.write(() -> {
			Problems problems = new Problems();
			String decision = problems.line(input.decision(), false, DECISION, "input", "decision");
			problems.raise();
			Map<String, Object> parameters = Map.of("account", account);
			this.transactions.query(ACCOUNT, parameters);
			statements(decision != null).forEach((erase) -> this.transactions.query(erase, parameters));
			Viewer unnamed = account.equals(viewer.account())
					? new Viewer(account, null, Set.of(), viewer.organisation()) : viewer;
			this.log.append("Account",
					Entry
						.of(account, "PERSONAL_DATA_ERASED", unnamed, Audience.OWNER,
								Objects.requireNonNullElse(viewer.organisation(), ""))
						.because(decision));
			return account;
		});
	}

	private Stream<String> statements(boolean byDecision) {
		return this.sources.stream()
			.flatMap((source) -> Stream.of(source.eraseAtOnce(), byDecision ? source.eraseByDecision() : null))
			.filter(Objects::nonNull);
	}

	/// One's own account, or for whoever runs the registry another one.
	private static String account(@Nullable String named, Viewer viewer) {
		String own = Objects.requireNonNull(viewer.account());
		if (named == null || named.equals(own)) {
			return own;
		}
		if (!viewer.is(Role.ADMIN)) {
			throw new Refusal.NotAllowed("Only whoever runs the registry asks about another account.");
		}
		return named;
	}

}
