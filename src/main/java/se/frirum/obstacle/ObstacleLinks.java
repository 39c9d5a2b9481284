package se.frirum.obstacle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import se.frirum.law.Citations;
import se.frirum.law.Resolution;
import se.frirum.law.Resolution.Found;
import se.frirum.law.Resolution.Unresolved;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Problems;

import org.springframework.stereotype.Component;

/// Links an obstacle to the rules that block and to the services it affects.
@Component
class ObstacleLinks {

	static final int MOST = 50;

	private static final int HOW = 2_000;

	private static final String REPORTED_BY = """
			UNWIND $rows AS row
			MATCH (obstacle:Obstacle {id: row.obstacle})
			MATCH (organisation:Organisation {id: row.organisation})
			MERGE (obstacle)-[:REPORTED_BY]->(organisation)
			""";

	private static final String UNBLOCK = """
			UNWIND $obstacles AS id
			MATCH (:Obstacle {id: id})-[blocking:BLOCKED_BY]->()
			DELETE blocking
			""";

	private static final String BLOCK = """
			UNWIND $rows AS row
			MATCH (obstacle:Obstacle {id: row.obstacle})
			MATCH (place:%s {id: row.id})
			CREATE (obstacle)-[:BLOCKED_BY {target: row.target, how: row.how, place: row.place}]->(place)
			""";

	private static final String UNAFFECT = """
			UNWIND $obstacles AS id
			MATCH (:Obstacle {id: id})-[affects:AFFECTS]->()
			DELETE affects
			""";

	private static final String AFFECT = """
			UNWIND $rows AS row
			MATCH (obstacle:Obstacle {id: row.obstacle})
			UNWIND row.services AS code
			MATCH (service:Service {id: 'service:' + code})
			CREATE (obstacle)-[:AFFECTS]->(service)
			""";

	private static final String KNOWN_SERVICES = """
			UNWIND $services AS code
			MATCH (service:Service {id: 'service:' + code})
			RETURN service.code AS code
			""";

	/// Keeps the key by which the most endorsed stand first, `000012|<newest>`. It takes
	/// the lock before it counts, so that of two who count at once the second counts what
	/// the first has left.
	private static final String RANK = """
			UNWIND $obstacles AS id
			MATCH (:Obstacle {id: id})-[:DUPLICATE_OF*0..5]->(obstacle:Obstacle)
			WITH DISTINCT obstacle
			ORDER BY obstacle.id
			SET obstacle.endorsed = obstacle.endorsed
			WITH obstacle
			SET obstacle.endorsed = right('00000' + toString(
				COUNT { MATCH (obstacle)<-[:DUPLICATE_OF*0..5]-(same:Obstacle)<-[:ENDORSES]-(organisation)
					WHERE same = obstacle OR same.audience = 'PUBLIC' RETURN DISTINCT organisation }
				), 6) + '|' + obstacle.newest
			""";

	private final Transactions transactions;

	private final Citations citations;

	ObstacleLinks(Transactions transactions, Citations citations) {
		this.transactions = transactions;
		this.citations = citations;
	}

	/// A rule that blocks, found.
	record Blocking(Found rule, @Nullable String how) {
	}

	/// Finds the rules that were cited.
	List<Blocking> resolve(List<BlockingInput> inputs, Problems problems) {
		if (inputs.size() > MOST) {
			problems.add(ProblemCode.TOO_LARGE,
					"At most %d citations; this has %,d. Report what doesn't belong together as cases of its own."
						.formatted(MOST, inputs.size()),
					"input", "blockedBy");
			return List.of();
		}
		return resolve(inputs, look(inputs), problems);
	}

	/// Looks up what was cited, all of it at once.
	Map<String, Resolution> look(Collection<BlockingInput> inputs) {
		return this.citations.resolveAll(inputs.stream().map(BlockingInput::citation).toList());
	}

	/// Takes the rules that were cited from what was looked up.
	List<Blocking> resolve(List<BlockingInput> inputs, Map<String, Resolution> looked, Problems problems) {
		List<Blocking> blockings = new ArrayList<>();
		Set<String> targets = new LinkedHashSet<>();
		for (int place = 0; place < inputs.size(); place++) {
			BlockingInput input = inputs.get(place);
			String[] path = { "input", "blockedBy", String.valueOf(place), "citation" };
			String how = problems.text(input.how(), false, HOW, "input", "blockedBy", String.valueOf(place), "how");
			switch (Objects.requireNonNull(looked.get(input.citation()))) {
				case Unresolved unresolved -> problems.add(unresolved.code(), unresolved.message(), path);
				case Found found -> {
					problems.require(targets.add(found.target().toString()), "This rule is cited twice. Cite it once.",
							path);
					blockings.add(new Blocking(found, how));
				}
			}
		}
		return blockings;
	}

	/// Checks that services exist.
	List<String> services(List<String> codes, Problems problems) {
		if (codes.size() > MOST) {
			problems.add(ProblemCode.TOO_LARGE, "At most %d services.".formatted(MOST), "input", "services");
			return List.of();
		}
		Set<String> known = new LinkedHashSet<>(this.transactions.lookUp(KNOWN_SERVICES, Map.of("services", codes))
			.stream()
			.map((row) -> row.text("code"))
			.toList());
		for (int place = 0; place < codes.size(); place++) {
			if (!known.contains(codes.get(place))) {
				problems.add(ProblemCode.NOT_FOUND, "There is no service with this code; 'services' lists them.",
						"input", "services", String.valueOf(place));
			}
		}
		return List.copyOf(known);
	}

	/// Says who reported each obstacle.
	void reportedBy(Map<String, String> organisations) {
		this.transactions.query(REPORTED_BY,
				Map.of("rows",
						organisations.entrySet()
							.stream()
							.map((each) -> Map.of("obstacle", each.getKey(), "organisation", each.getValue()))
							.toList()));
	}

	/// Replaces the rules that block each obstacle.
	void block(Map<String, List<Blocking>> blockings) {
		List<Map<String, Object>> sections = new ArrayList<>();
		List<Map<String, Object>> acts = new ArrayList<>();
		blockings.forEach((obstacle, rules) -> {
			for (int place = 0; place < rules.size(); place++) {
				Found rule = rules.get(place).rule();
				((rule.provision() != null) ? sections : acts).add(row(obstacle, rules.get(place), place));
			}
		});
		this.citations.remember(blockings.values()
			.stream()
			.flatMap(List::stream)
			.map(Blocking::rule)
			.filter(Found::stub)
			.map((rule) -> rule.target().law())
			.toList());
		this.transactions.query(UNBLOCK, Map.of("obstacles", List.copyOf(blockings.keySet())));
		this.transactions.query(BLOCK.formatted("Provision"), Map.of("rows", sections));
		this.transactions.query(BLOCK.formatted("Law"), Map.of("rows", acts));
	}

	private static Map<String, Object> row(String obstacle, Blocking blocking, int place) {
		String section = blocking.rule().provision();
		Map<String, Object> row = new HashMap<>();
		row.put("obstacle", obstacle);
		row.put("id", (section != null) ? section : blocking.rule().target().law().value());
		row.put("target", blocking.rule().target().toString());
		row.put("how", blocking.how());
		row.put("place", place);
		return row;
	}

	/// Replaces the services each obstacle affects.
	void affect(Map<String, List<String>> services) {
		this.transactions.query(UNAFFECT, Map.of("obstacles", List.copyOf(services.keySet())));
		this.transactions.query(AFFECT,
				Map.of("rows",
						services.entrySet()
							.stream()
							.map((each) -> Map.of("obstacle", each.getKey(), "services", each.getValue()))
							.toList()));
	}

	/// Keeps obstacles' places among the most endorsed, and those of the cases that they
	/// were merged into.
	void rank(Collection<String> obstacles) {
		this.transactions.query(RANK, Map.of("obstacles", List.copyOf(obstacles)));
	}

	/// What stands there now, as it could have been cited: to be checked again before
	/// submission.
	List<BlockingInput> current(String obstacle) {
		return this.transactions.query("""
				MATCH (:Obstacle {id: $obstacle})-[blocking:BLOCKED_BY]->(place)
				RETURN CASE WHEN blocking.target CONTAINS '#'
					THEN split(place.id, '#')[0] + '#' + split(blocking.target, '#')[1] ELSE place.id END AS id,
					blocking.how AS how
				ORDER BY blocking.place
				""", Map.of("obstacle", obstacle)).stream().map(ObstacleLinks::cited).toList();
	}

	private static BlockingInput cited(Row row) {
		return new BlockingInput(row.text("id"), row.textOrNull("how"));
	}

}
