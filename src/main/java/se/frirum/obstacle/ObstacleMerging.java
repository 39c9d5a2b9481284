package se.frirum.obstacle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import se.frirum.platform.answer.SubjectInput;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.event.Entry;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.graphql.Unaccepted;
import se.frirum.platform.security.Audience;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Service;

/// Cases that say the same become one. The merged one stays readable, with those who
/// endorsed it, and a split restores what was.
@Service
class ObstacleMerging {

	/// As far down as counts of endorsements look.
	private static final int DEEPEST = 5;

	private static final String MERGED_INTO = """
			MATCH (:Obstacle {id: $id})-[:DUPLICATE_OF]->(into:Obstacle)
			RETURN into.id AS id
			""";

	private static final String DEPTH = """
			MATCH way = (:Obstacle {id: $id})<-[:DUPLICATE_OF*1..6]-(:Obstacle)
			RETURN coalesce(max(length(way)), 0) AS depth
			""";

	private static final String MERGE = """
			MATCH (duplicate:Obstacle {id: $duplicate})
			MATCH (into:Obstacle {id: $into})
			CREATE (duplicate)-[:DUPLICATE_OF]->(into)
			""";

	private static final String SPLIT = """
			MATCH (:Obstacle {id: $id})-[merged:DUPLICATE_OF]->(into:Obstacle)
			DELETE merged
			RETURN into.id AS id
			""";

	private final Transactions transactions;

	private final Obstacles obstacles;

	private final ObstacleDesk desk;

	private final ObstacleLinks links;

	private final EventLog log;

	ObstacleMerging(Transactions transactions, Obstacles obstacles, ObstacleDesk desk, ObstacleLinks links,
			EventLog log) {
		this.transactions = transactions;
		this.obstacles = obstacles;
		this.desk = desk;
		this.links = links;
		this.log = log;
	}

	/// Merges a case into another; again changes nothing.
	/// @return the id of the one that goes on
	String merge(MergeObstaclesInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			Problems problems = new Problems();
			String reason = problems.text(input.reason(), true, SubjectInput.REASON, "input", "reason");
			problems.require(!input.duplicate().equals(input.into()), "A case is not merged into itself.", "input",
					"into");
			problems.raise();
			lockBoth(input, viewer);
			if (mergedInto(input.duplicate()).contains(input.into())) {
				return input.into();
			}
			Obstacle duplicate = this.desk.take(input.duplicate(), viewer, "duplicate");
			Obstacle into = this.desk.hold(input.into(), viewer, "into");
			requireOpen(into);
			requireSeenBy(duplicate.audience(), into);
			requireShallow(duplicate);
			ObstacleStatus before = duplicate.status();
			duplicate.merge(this.desk.now());
			this.obstacles.save(duplicate);
			this.transactions.query(MERGE, Map.of("duplicate", duplicate.id(), "into", into.id()));
			this.links.rank(List.of(into.id()));
			this.log.append("Obstacle",
					entry(duplicate, "OBSTACLE_MERGED", viewer).moving(before, duplicate.status()).because(reason),
					told(into, duplicate, "OBSTACLE_MERGE_RECEIVED", viewer).because(reason));
			return into.id();
		});
	}

	/// Undoes a merge.
	/// @return the id of the case that stands alone again
	String split(SubjectInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			List<String> merged = mergedInto(input.id());
			lock(Stream.concat(Stream.of(input.id()), merged.stream()).sorted().toList());
			Obstacle duplicate = this.desk.take(input.id(), input.expectedVersion(), viewer);
			String reason = input.checkedReason();
			ObstacleStatus before = duplicate.status();
			duplicate.split(this.desk.now());
			this.obstacles.save(duplicate);
			List<Entry> entries = new ArrayList<>();
			entries.add(entry(duplicate, "OBSTACLE_SPLIT", viewer).moving(before, duplicate.status()).because(reason));
			this.transactions.query(SPLIT, Map.of("id", duplicate.id())).forEach((row) -> {
				Obstacle into = this.obstacles.findById(row.text("id")).orElseThrow();
				this.links.rank(List.of(into.id()));
				entries.add(told(into, duplicate, "OBSTACLE_MERGE_UNDONE", viewer).because(reason));
			});
			this.log.append("Obstacle", entries);
			return duplicate.id();
		});
	}

	/// Both in one order, so that two who merge crosswise wait for each other.
	private void lockBoth(MergeObstaclesInput input, Viewer viewer) {
		boolean inOrder = input.duplicate().compareTo(input.into()) < 0;
		if (!inOrder) {
			this.desk.hold(input.into(), viewer, "into");
		}
		this.desk.hold(input.duplicate(), viewer, "duplicate");
	}

	private void lock(List<String> ids) {
		ids.forEach(this.desk::lock);
	}

	private List<String> mergedInto(String id) {
		return this.transactions.query(MERGED_INTO, Map.of("id", id)).stream().map((row) -> row.text("id")).toList();
	}

	private static void requireOpen(Obstacle into) {
		switch (into.status()) {
			case SUBMITTED, UNDER_REVIEW, NEEDS_INFORMATION, CONFIRMED, RESOLVED -> {
			}
			case DRAFT, VERIFIED, CLOSED -> throw new Unaccepted(ProblemCode.INVALID,
					"The case to go on with is %s. Merge into one that is open: if it was merged itself, into the one it became a part of."
						.formatted(into.status()),
					"input", "into");
		}
	}

	private static void requireSeenBy(Audience audience, Obstacle into) {
		if (into.audience().compareTo(audience) < 0) {
			throw new Unaccepted(ProblemCode.INVALID,
					"Others can read the case that would end here, but not the one to go on with. Publish that first.",
					"input", "into");
		}
	}

	private void requireShallow(Obstacle duplicate) {
		long depth = this.transactions.query(DEPTH, Map.of("id", duplicate.id())).getFirst().number("depth");
		if (depth >= DEEPEST) {
			throw new Unaccepted(ProblemCode.TOO_LARGE,
					"Cases are merged into each other at most %d deep. Split the ones below first.".formatted(DEEPEST),
					"input", "duplicate");
		}
	}

	/// What happened to the case that goes on. Whoever may not see the other one learns
	/// nothing of it here.
	private static Entry told(Obstacle into, Obstacle duplicate, String type, Viewer viewer) {
		Audience narrower = (duplicate.audience().compareTo(into.audience()) < 0) ? duplicate.audience()
				: into.audience();
		boolean shared = narrower == Audience.PUBLIC || duplicate.owner().equals(into.owner());
		return entry(into, type, viewer).seenBy(narrower, shared ? into.owner() : "");
	}

	private static Entry entry(Obstacle obstacle, String type, Viewer viewer) {
		return Entry.of(obstacle.id(), type, viewer, obstacle.audience(), obstacle.owner());
	}

}
