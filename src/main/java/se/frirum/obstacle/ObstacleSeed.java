package se.frirum.obstacle;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import se.frirum.law.Resolution;
import se.frirum.platform.answer.AnswerTimes;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.event.Entry;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.request.References;
import se.frirum.platform.security.Audience;
import se.frirum.platform.security.Viewer;
import se.frirum.platform.seed.Seed;
import se.frirum.platform.seed.SeedFile;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Loads sample obstacles: as if they had been reported, endorsed and reviewed on their
/// days, and marked as samples wherever they are shown.
@Component
@Order(4)
class ObstacleSeed implements Seed {

	private static final LocalTime OFFICE_HOURS = LocalTime.of(10, 0);

	private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

	private static final String ENDORSE = """
			UNWIND $rows AS row
			MATCH (obstacle:Obstacle {id: row.obstacle})
			MATCH (organisation:Organisation {id: row.organisation})
			CREATE (organisation)-[:ENDORSES {at: row.at, key: toString(row.at) + '|' + organisation.id, note: row.note,
				mandate: row.mandate}]->(obstacle)
			""";

	private static final String GUIDE = """
			UNWIND $rows AS row
			MATCH (obstacle:Obstacle {id: row.obstacle})
			MATCH (organisation:Organisation {id: 'organisation:' + row.givenBy})
			CREATE (obstacle)-[:GUIDED_BY {text: row.text, source: row.source, asOf: row.asOf}]->(organisation)
			""";

	private final Transactions transactions;

	private final Obstacles obstacles;

	private final ObstacleLinks links;

	private final References references;

	private final AnswerTimes times;

	private final EventLog log;

	ObstacleSeed(Transactions transactions, Obstacles obstacles, ObstacleLinks links, References references,
			AnswerTimes times, EventLog log) {
		this.transactions = transactions;
		this.obstacles = obstacles;
		this.links = links;
		this.references = references;
		this.times = times;
		this.log = log;
	}

	@Override
	public void load(boolean samples) {
		if (samples) {
			List<Row> rows = new SeedFile("obstacles/samples.yaml").items()
				.stream()
				.sorted(Comparator.comparing((row) -> row.date("reportedOn")))
				.toList();
			Loaded loaded = new Loaded(
					this.links.look(rows.stream().flatMap((row) -> blockedBy(row).stream()).toList()));
			rows.forEach((row) -> add(row, loaded));
			write(loaded);
		}
	}

	/// What the file says, ready to be written all at once.
	///
	/// @param cited what the citations in it mean
	private record Loaded(Map<String, Resolution> cited, List<Obstacle> obstacles, Map<String, String> reportedBy,
			Map<String, List<ObstacleLinks.Blocking>> blockedBy, Map<String, List<String>> affects,
			List<Map<String, Object>> endorsements, List<Map<String, Object>> guidance, List<Entry> happened) {

		Loaded(Map<String, Resolution> cited) {
			this(cited, new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(),
					new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		}

	}

	private void write(Loaded loaded) {
		this.obstacles.saveAll(loaded.obstacles());
		this.links.reportedBy(loaded.reportedBy());
		this.links.block(loaded.blockedBy());
		this.links.affect(loaded.affects());
		this.transactions.query(ENDORSE, Map.of("rows", loaded.endorsements()));
		this.transactions.query(GUIDE, Map.of("rows", loaded.guidance()));
		this.links.rank(loaded.reportedBy().keySet());
		loaded.happened().sort(Comparator.comparing(Entry::at, Comparator.nullsLast(Comparator.naturalOrder())));
		this.log.append("Obstacle", loaded.happened());
	}

	private void add(Row row, Loaded loaded) {
		OffsetDateTime reported = moment(row.date("reportedOn"));
		Obstacle obstacle = Obstacle.sample(organisation(row.text("reportedBy")), reported);
		Problems problems = new Problems();
		obstacle.describe(content(row).checked(true, problems), reported);
		loaded.blockedBy().put(obstacle.id(), this.links.resolve(blockedBy(row), loaded.cited(), problems));
		loaded.affects().put(obstacle.id(), this.links.services(row.texts("services"), problems));
		problems.raise();
		obstacle.submit(this.references.next("H", reported.getYear()), reported, this.times);
		loaded.happened()
			.add(entry(obstacle, "OBSTACLE_SUBMITTED", obstacle.owner(), reported)
				.moving(ObstacleStatus.DRAFT, obstacle.status())
				.counting(Entry.Account.RECEIVED));
		row.rows("moves").forEach((move) -> loaded.happened().add(move(obstacle, row, move)));
		row.rows("endorsedBy").forEach((endorsement) -> endorse(obstacle, endorsement, loaded));
		row.row("guidance").ifPresent((guidance) -> loaded.guidance().add(of(obstacle, guidance)));
		loaded.obstacles().add(obstacle);
		loaded.reportedBy().put(obstacle.id(), obstacle.owner());
	}

	private static List<BlockingInput> blockedBy(Row row) {
		return row.rows("blockedBy")
			.stream()
			.map((blocking) -> new BlockingInput(blocking.text("citation"), blocking.textOrNull("how")))
			.toList();
	}

	/// A row that knows its obstacle.
	private static Map<String, Object> of(Obstacle obstacle, Row row) {
		Map<String, Object> values = new HashMap<>(row.values());
		values.put("obstacle", obstacle.id());
		return values;
	}

	private Entry move(Obstacle obstacle, Row row, Row move) {
		ObstacleStatus before = obstacle.status();
		ObstacleStatus after = ObstacleStatus.valueOf(move.text("to"));
		OffsetDateTime moment = moment(move.date("on"));
		String closure = row.textOrNull("closure");
		Long days = obstacle.clock().daysUntil(moment);
		obstacle.follow(after,
				(after == ObstacleStatus.CLOSED && closure != null) ? ObstacleClosure.valueOf(closure) : null, moment,
				this.times);
		return entry(obstacle, event(before, after), organisation(move.text("by")), moment).moving(before, after)
			.because(move.textOrNull("reason"))
			.counting(account(after, closure, days));
	}

	/// The first answers that samples got.
	private static Entry.@Nullable Account account(ObstacleStatus after, @Nullable String closure,
			@Nullable Long days) {
		return switch (after) {
			case CONFIRMED, CLOSED -> (days != null)
					? new Entry.Account((after == ObstacleStatus.CLOSED) ? closure : after.name(), days) : null;
			case DRAFT, SUBMITTED, UNDER_REVIEW, NEEDS_INFORMATION, RESOLVED, VERIFIED -> null;
		};
	}

	private static String event(ObstacleStatus before, ObstacleStatus after) {
		return switch (after) {
			case UNDER_REVIEW -> switch (before) {
				case SUBMITTED -> "OBSTACLE_TAKEN_UP";
				case NEEDS_INFORMATION -> "OBSTACLE_INFORMATION_GIVEN";
				default -> "OBSTACLE_REOPENED";
			};
			case NEEDS_INFORMATION -> "OBSTACLE_INFORMATION_REQUESTED";
			case DRAFT, SUBMITTED, CONFIRMED, RESOLVED, VERIFIED, CLOSED -> "OBSTACLE_" + after;
		};
	}

	private static void endorse(Obstacle obstacle, Row row, Loaded loaded) {
		OffsetDateTime at = moment(row.date("on"));
		String organisation = organisation(row.text("organisation"));
		Map<String, Object> endorsement = of(obstacle, row);
		endorsement.put("organisation", organisation);
		endorsement.put("at", at);
		endorsement.putIfAbsent("mandate", Mandate.OBSERVATION.name());
		loaded.endorsements().add(endorsement);
		loaded.happened().add(entry(obstacle, "OBSTACLE_ENDORSED", organisation, at).because(row.textOrNull("note")));
	}

	private static ObstacleContent content(Row row) {
		Long yearlyCost = row.numberOrNull("yearlyCost");
		return new ObstacleContent(row.text("title"), row.text("description"), row.textOrNull("consequence"),
				ObstacleKind.valueOf(row.textOr("kind", ObstacleKind.OTHER.name())),
				row.texts("hinders").stream().map(Hinders::valueOf).toList(),
				(yearlyCost != null) ? Math.toIntExact(yearlyCost) : null,
				Mandate.valueOf(row.textOr("mandate", Mandate.OBSERVATION.name())), row.textOrNull("decision"));
	}

	private static Entry entry(Obstacle obstacle, String type, @Nullable String organisation, OffsetDateTime at) {
		Viewer seed = new Viewer("seed", "Exempel", Set.of(), organisation);
		Audience audience = type.equals("OBSTACLE_SUBMITTED") ? Audience.REVIEWERS : Audience.PUBLIC;
		return Entry.of(obstacle.id(), type, seed, audience, obstacle.owner()).at(at);
	}

	private static String organisation(String id) {
		return "organisation:" + id;
	}

	private static OffsetDateTime moment(LocalDate day) {
		return day.atTime(OFFICE_HOURS).atZone(SWEDEN).toOffsetDateTime();
	}

}
