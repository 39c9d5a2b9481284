package se.frirum.platform.answer;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Unaccepted;
import se.frirum.platform.security.Audience;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Component;

/// Hands out the case that somebody is about to move: locked, seen by the caller, and as
/// the caller last read it.
@Component
public class CaseDesk {

	/// Writing the version takes the lock before it is compared, so that the second of
	/// two simultaneous writers compares with what the first has left.
	private static final String LOCK = """
			MATCH (subject:%1$s {id: $id})
			SET subject.version = subject.version + $step
			RETURN subject.version - $step AS version, %2$s AS audience, %3$s AS owner
			""";

	private static final String KNOWN = "MATCH (organisation:Organisation {id: $id}) RETURN organisation.id AS id";

	private static final String VISIBLE = """
			UNWIND $ids AS id
			MATCH (subject:%s {id: id})
			RETURN subject.id AS id, %s AS audience, %s AS owner
			""";

	private final Transactions transactions;

	private final List<CaseType> types;

	private final Clock clock;

	CaseDesk(Transactions transactions, List<CaseType> types, Clock clock) {
		this.transactions = transactions;
		this.types = List.copyOf(types);
		this.clock = clock;
	}

	public OffsetDateTime now() {
		return OffsetDateTime.now(this.clock);
	}

	/// The kind of case that an id belongs to.
	Optional<CaseType> typeOf(String id) {
		return this.types.stream().filter((type) -> type.ids().test(id)).findFirst();
	}

	/// Locks a case that is about to change, within the transaction at hand.
	/// @throws Unaccepted NOT_FOUND where the caller may not see it, STALE where it
	/// changed since
	public void take(CaseType type, String id, int expectedVersion, Viewer viewer) {
		requireVersion(lock(type, id, 1, viewer, "id"), expectedVersion);
	}

	/// The same, however it stood when it was read.
	/// @param field which field of the input names it
	/// @throws Unaccepted NOT_FOUND where the caller may not see it
	public void take(CaseType type, String id, Viewer viewer, String field) {
		lock(type, id, 1, viewer, field);
	}

	/// Locks a case that is about to lose a link, within the transaction at hand; its
	/// version stays.
	/// @throws Unaccepted NOT_FOUND where the caller may not see it, STALE where it
	/// changed since
	public void hold(CaseType type, String id, int expectedVersion, Viewer viewer) {
		requireVersion(lock(type, id, 0, viewer, "id"), expectedVersion);
	}

	/// Locks a case that is about to get a link, within the transaction at hand; its
	/// version stays.
	/// @param field which field of the input names it
	/// @throws Unaccepted NOT_FOUND where the caller may not see it
	public void hold(CaseType type, String id, Viewer viewer, String field) {
		lock(type, id, 0, viewer, field);
	}

	/// Takes a case's lock, whoever may see it, within the transaction at hand.
	public void lock(CaseType type, String id) {
		this.transactions.query(LOCK.formatted(type.label(), type.audience(), type.owner()),
				Map.of("id", id, "step", 0));
	}

	private Row lock(CaseType type, String id, int step, Viewer viewer, String field) {
		return this.transactions
			.query(LOCK.formatted(type.label(), type.audience(), type.owner()), Map.of("id", id, "step", step))
			.stream()
			.filter((row) -> isVisible(row, viewer))
			.findFirst()
			.orElseThrow(() -> notFound(type, field));
	}

	private static void requireVersion(Row locked, int expectedVersion) {
		requireVersion(locked.number("version"), expectedVersion);
	}

	/// Checks that nobody changed something since it was read.
	/// @throws Unaccepted STALE where somebody did
	public static void requireVersion(long version, int expectedVersion) {
		if (version != expectedVersion) {
			throw new Unaccepted(ProblemCode.STALE,
					"Somebody changed this since you read it: it is at version %d now. Read it again."
						.formatted(version),
					"input", "expectedVersion");
		}
	}

	/// That there is no such case, or none that the caller may see.
	public static Unaccepted notFound(CaseType type, String field) {
		return new Unaccepted(ProblemCode.NOT_FOUND, "There is no such %s.".formatted(type.noun()), "input", field);
	}

	/// Of these cases those that somebody may see and that are no drafts, each once.
	public List<String> handedIn(CaseType type, List<String> ids, Viewer viewer) {
		return seen(type, ids, viewer).filter((row) -> Audience.valueOf(row.text("audience")) != Audience.OWNER)
			.map((row) -> row.text("id"))
			.distinct()
			.toList();
	}

	/// Of these cases those that somebody may see, each once.
	public List<String> visible(CaseType type, List<String> ids, Viewer viewer) {
		return seen(type, ids, viewer).map((row) -> row.text("id")).distinct().toList();
	}

	private Stream<Row> seen(CaseType type, List<String> ids, Viewer viewer) {
		return this.transactions
			.lookUp(VISIBLE.formatted(type.label(), type.audience(), type.owner()), Map.of("ids", ids))
			.stream()
			.filter((row) -> isVisible(row, viewer));
	}

	private static boolean isVisible(Row subject, Viewer viewer) {
		return Audience.valueOf(subject.text("audience")).includes(viewer, subject.text("owner"));
	}

	/// The kind of the case with an id, if there is one that somebody may see.
	public Optional<CaseType> visibleCase(String id, Viewer viewer) {
		return typeOf(id).filter((type) -> !visible(type, List.of(id), viewer).isEmpty());
	}

	/// The organisation that somebody acts for.
	/// @throws Unaccepted where there is none, or the register doesn't know it
	public String organisation(Viewer viewer) {
		@Nullable String organisation = viewer.organisation();
		if (organisation == null || this.transactions.lookUp(KNOWN, Map.of("id", organisation)).isEmpty()) {
			throw new Unaccepted(ProblemCode.INVALID,
					"Your account acts for no organisation that the register knows. Ask whoever runs Frirum to link it to one.");
		}
		return organisation;
	}

}
