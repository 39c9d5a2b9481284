package se.frirum.trial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.seed.Seed;
import se.frirum.platform.seed.SeedFile;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Loads real trial laws. What the record lacks stays missing.
@Component
@Order(3)
class TrialSeed implements Seed {

	private static final String ENACTED_AS = """
			UNWIND $rows AS row
			MATCH (trial:Trial {id: row.trial})
			MATCH (law:Law {designation: row.law})
			CREATE (trial)-[:ENACTED_AS]->(law)
			""";

	/// Where the successor is itself a trial's act, the trial is what followed.
	private static final String SUCCEEDED_BY = """
			UNWIND $rows AS row
			MATCH (trial:Trial {id: row.trial})
			MATCH (law:Law {designation: row.succeededBy})
			OPTIONAL MATCH (law)<-[:ENACTED_AS]-(successor:Trial)
			WITH trial, coalesce(successor, law) AS next
			CREATE (trial)-[:SUCCEEDED_BY]->(next)
			""";

	private static final String TAKE_PART = """
			UNWIND $rows AS row
			MATCH (trial:Trial {id: row.trial})
			MATCH (organisation:Organisation {id: 'organisation:' + row.organisation})
			CREATE (organisation)-[:TAKES_PART {status: row.status, from: row.from, until: row.until, decision: row.decision}]->(trial)
			""";

	private final Transactions transactions;

	private final Trials trials;

	TrialSeed(Transactions transactions, Trials trials) {
		this.transactions = transactions;
		this.trials = trials;
	}

	@Override
	public void load(boolean samples) {
		List<Trial> all = new ArrayList<>();
		List<Map<String, Object>> clauses = new ArrayList<>();
		List<Map<String, Object>> participants = new ArrayList<>();
		List<Map<String, Object>> links = new ArrayList<>();
		Set<String> references = new LinkedHashSet<>();
		for (Row row : new SeedFile("trials/trials.yaml").items()) {
			String id = "trial:" + UUID.randomUUID();
			all.add(trial(id, row, references));
			clauses.addAll(clauses(id, row));
			row.rows("participants").forEach((participant) -> participants.add(of(id, participant)));
			links.add(of(id, row));
		}
		this.trials.saveAll(all);
		this.transactions.query(TrialClauses.CREATE, Map.of("clauses", clauses));
		this.transactions.query(TAKE_PART, Map.of("rows", participants));
		this.transactions.query(ENACTED_AS, Map.of("rows", links));
		this.transactions.query(SUCCEEDED_BY, Map.of("rows", links));
	}

	/// A row that knows its trial.
	private static Map<String, Object> of(String trial, Row row) {
		Map<String, Object> values = new HashMap<>(row.values());
		values.put("trial", trial);
		return values;
	}

	private static Trial trial(String id, Row row, Set<String> references) {
		LinkedHashSet<String> sources = new LinkedHashSet<>(row.texts("sources"));
		if (row.textOrNull("evaluation") != null) {
			sources.add(row.text("evaluation"));
		}
		return new Trial(id, reference(row, references), 1, row.text("title"), row.textOrNull("purpose"),
				TrialInstrument.valueOf(row.text("instrument")), false, List.copyOf(sources), row.textOrNull("outcome"),
				first(row) + "|" + id);
	}

	/// `T-SFS-1997:1144`, or what proposed it where no act exists: `T-SOU-2023:94-2`.
	private static String reference(Row row, Set<String> given) {
		String law = row.textOrNull("law");
		String source = (law != null) ? "SFS " + law : row.texts("sources").getFirst();
		String reference = "T-" + source.replace(' ', '-');
		for (int number = 2; !given.add(reference); number++) {
			reference = "T-" + source.replace(' ', '-') + "-" + number;
		}
		return reference;
	}

	private static String first(Row row) {
		return row.rows("clauses")
			.stream()
			.map((clause) -> clause.dateOrNull("from"))
			.filter(Objects::nonNull)
			.min(LocalDate::compareTo)
			.map(LocalDate::toString)
			.orElse("0000");
	}

	private static List<Map<String, Object>> clauses(String id, Row trial) {
		List<Map<String, Object>> clauses = new ArrayList<>();
		for (Row row : trial.rows("clauses")) {
			clauses.add(clause(id, row, clauses.size()));
		}
		return clauses;
	}

	private static Map<String, Object> clause(String trial, Row row, int place) {
		Map<String, Object> clause = of(trial, row);
		clause.put("id", "clause:" + UUID.randomUUID());
		clause.put("place", place);
		List<Map<String, Object>> targets = new ArrayList<>();
		for (String target : row.texts("targets")) {
			targets.add(Map.of("id", section(target), "target", target.substring(target.indexOf(':') + 1), "place",
					targets.size()));
		}
		clause.put("targets", targets);
		clause.put("authorisedBy", row.texts("authorisedBy").stream().map(TrialSeed::section).toList());
		clause.put("areas", row.texts("areas"));
		clause.put("services", row.texts("services"));
		return clause;
	}

	/// The id of the section, or the act, without paragraph and item.
	private static String section(String target) {
		return target.replaceFirst("(?<=#)((?:K\\d+[a-z]?)?P\\d+[a-z]?).*", "$1");
	}

}
