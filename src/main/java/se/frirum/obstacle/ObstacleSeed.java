package se.frirum.obstacle;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
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

/// Loads sample obstacles: as if they had been reported, endorsed and reviewed on their days, and
/// marked as samples wherever they are shown.
@Component
@Order(4)
class ObstacleSeed implements Seed {

	private static final LocalTime OFFICE_HOURS = LocalTime.of(10, 0);

	private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

	private static final String ENDORSE = """
			MATCH (obstacle:Obstacle {id: $obstacle})
			UNWIND $endorsements AS row
			MATCH (organisation:Organisation {id: row.organisation})
			CREATE (organisation)-[:ENDORSES {at: row.at, key: toString(row.at) + '|' + organisation.id, note: row.note,
				mandate: row.mandate}]->(obstacle)
			""";

	private static final String GUIDE = """
			MATCH (obstacle:Obstacle {id: $obstacle})
			MATCH (organisation:Organisation {id: $givenBy})
			CREATE (obstacle)-[:GUIDED_BY {text: $text, source: $source, asOf: $asOf}]->(organisation)
			""";

	private final Transactions transactions;

	private final Obstacles obstacles;

	private final ObstacleLinks links;

	private final References references;

	private final EventLog log;

	ObstacleSeed(Transactions transactions, Obstacles obstacles, ObstacleLinks links, References references,
			EventLog log) {
		this.transactions = transactions;
		this.obstacles = obstacles;
		this.links = links;
		this.references = references;
		this.log = log;
	}

	@Override
	public void load(boolean samples) {
		if (samples) {
			List<Row> rows = new SeedFile("obstacles/samples.yaml").items();
			List<Entry> happened = new ArrayList<>();
			rows.stream()
				.sorted(Comparator.comparing((row) -> row.date("reportedOn")))
				.forEach((row) -> happened.addAll(load(row)));
			happened.sort(Comparator.comparing(Entry::at, Comparator.nullsLast(Comparator.naturalOrder())));
			this.log.append("Obstacle", happened);
		}
	}

	private List<Entry> load(Row row) {
		List<Entry> happened = new ArrayList<>();
		OffsetDateTime reported = moment(row.date("reportedOn"));
		Obstacle obstacle = Obstacle.sample(organisation(row.text("reportedBy")), reported);
		Problems problems = new Problems();
		obstacle.describe(content(row).checked(true, problems), reported);
		List<ObstacleLinks.Blocking> blockings = this.links.resolve(row.rows("blockedBy")
			.stream()
			.map((blocking) -> new BlockingInput(blocking.text("citation"), blocking.textOrNull("how")))
			.toList(), problems);
		List<String> services = this.links.services(row.texts("services"), problems);
		problems.raise();
		obstacle.submit(this.references.next("H", reported.getYear()), reported);
		happened.add(entry(obstacle, "OBSTACLE_SUBMITTED", obstacle.owner(), reported).moving(ObstacleStatus.DRAFT,
				obstacle.status()));
		for (Row move : row.rows("moves")) {
			happened.add(move(obstacle, row, move));
		}
		this.obstacles.save(obstacle);
		this.links.reportedBy(obstacle.id(), obstacle.owner());
		this.links.block(obstacle.id(), blockings);
		this.links.affect(obstacle.id(), services);
		happened.addAll(endorse(obstacle, row.rows("endorsedBy")));
		row.row("guidance").ifPresent((guidance) -> guide(obstacle, guidance));
		this.links.rank(obstacle.id());
		return happened;
	}

	private static Entry move(Obstacle obstacle, Row row, Row move) {
		ObstacleStatus before = obstacle.status();
		ObstacleStatus after = ObstacleStatus.valueOf(move.text("to"));
		OffsetDateTime moment = moment(move.date("on"));
		String closure = row.textOrNull("closure");
		obstacle.follow(after,
				(after == ObstacleStatus.CLOSED && closure != null) ? ObstacleClosure.valueOf(closure) : null, moment);
		return entry(obstacle, event(before, after), organisation(move.text("by")), moment).moving(before, after)
			.because(move.textOrNull("reason"));
	}

	private static String event(ObstacleStatus before, ObstacleStatus after) {
		return switch (after) {
			case UNDER_REVIEW -> (before == ObstacleStatus.SUBMITTED) ? "OBSTACLE_TAKEN_UP" : "OBSTACLE_REVIEWED_AGAIN";
			case NEEDS_INFORMATION -> "OBSTACLE_INFORMATION_REQUESTED";
			case DRAFT, SUBMITTED, CONFIRMED, RESOLVED, VERIFIED, CLOSED -> "OBSTACLE_" + after;
		};
	}

	private List<Entry> endorse(Obstacle obstacle, List<Row> rows) {
		List<Map<String, Object>> endorsements = new ArrayList<>();
		List<Entry> happened = new ArrayList<>();
		for (Row row : rows) {
			OffsetDateTime at = moment(row.date("on"));
			Map<String, Object> endorsement = new HashMap<>();
			endorsement.put("organisation", organisation(row.text("organisation")));
			endorsement.put("at", at);
			endorsement.put("note", row.textOrNull("note"));
			endorsement.put("mandate", row.textOr("mandate", Mandate.OBSERVATION.name()));
			endorsements.add(endorsement);
			happened.add(entry(obstacle, "OBSTACLE_ENDORSED", organisation(row.text("organisation")), at)
				.because(row.textOrNull("note")));
		}
		this.transactions.query(ENDORSE, Map.of("obstacle", obstacle.id(), "endorsements", endorsements));
		return happened;
	}

	private void guide(Obstacle obstacle, Row guidance) {
		this.transactions.query(GUIDE,
				Map.of("obstacle", obstacle.id(), "givenBy", organisation(guidance.text("givenBy")), "text",
						guidance.text("text"), "source", guidance.textOr("source", ""), "asOf", guidance.date("asOf")));
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
