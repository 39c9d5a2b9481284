package se.frirum.law.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.frirum.law.LawId;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;

import org.springframework.stereotype.Component;

/// Acts as they stand in the graph, and the statements that change them.
@Component
class ActGraph {

	private static final String KNOWN = """
			MATCH (law:Law)
			WHERE law.id > ''
			RETURN law.id AS id, law.fingerprints AS fingerprints
			""";

	private static final String STANDING = """
			UNWIND $laws AS id
			MATCH (law:Law {id: id})
			RETURN id, coalesce(law.broughtBy, []) AS broughtBy, law.amendedUpTo AS amendedUpTo,
				law.department AS department, law.title AS title, law.ceasesOn AS ceasesOn,
				law {.preamble, .transitional, .annexes} AS texts,
				COLLECT { MATCH (law)-[:HAS_PROVISION]->(provision:Provision)
					RETURN provision {.*, wordings: COLLECT {
						MATCH (provision)-[:HAS_WORDING]->(wording:Wording) RETURN properties(wording) ORDER BY wording.id }} }
					AS provisions
			""";

	private static final String WRITE_LAWS = """
			UNWIND $rows AS row
			MERGE (law:Law {id: row.id})
			ON CREATE SET law.cited = '000000|' + row.properties.key
			SET law += row.properties, law.known = true,
				law.issuedOn = coalesce(row.issuedOn, law.issuedOn),
				law.inForceFrom = coalesce(row.inForceFrom, law.inForceFrom),
				law.ceasesOn = coalesce(row.ceasesOn, law.ceasesOn),
				law.broughtBy = CASE WHEN row.source IN coalesce(law.broughtBy, []) THEN law.broughtBy
					ELSE coalesce(law.broughtBy, []) + row.source END,
				law.fingerprints = [each IN coalesce(law.fingerprints, []) WHERE NOT each STARTS WITH row.source]
					+ (row.source + ' ' + row.fingerprint),
				law.leftSourceOn = null
			""";

	private static final String RESPONSIBLE = """
			UNWIND $rows AS row
			MATCH (law:Law {id: row.id})
			MATCH (organisation:Organisation {id: row.responsible})
			OPTIONAL MATCH (law)<-[before:RESPONSIBLE_FOR]-(:Organisation)
			DELETE before
			WITH DISTINCT law, organisation
			CREATE (organisation)-[:RESPONSIBLE_FOR]->(law)
			""";

	private static final String NEW_PROVISIONS = """
			UNWIND $rows AS row
			MATCH (law:Law {id: row.law})
			UNWIND row.provisions AS new
			CREATE (law)-[:HAS_PROVISION]->(provision:Provision)
			SET provision = new.properties
			FOREACH (properties IN new.wordings |
				CREATE (provision)-[:HAS_WORDING]->(wording:Wording) SET wording = properties)
			""";

	private static final String CHANGED_PROVISIONS = """
			UNWIND $rows AS row
			MATCH (provision:Provision {id: row.id})
			SET provision += row.properties
			""";

	private static final String NEW_WORDINGS = """
			UNWIND $rows AS row
			MATCH (provision:Provision {id: row.provision})
			CREATE (provision)-[:HAS_WORDING]->(wording:Wording)
			SET wording = row.properties
			""";

	private static final String CHANGED_WORDINGS = """
			UNWIND $rows AS row
			MATCH (:Provision {id: row.provision})-[:HAS_WORDING]->(wording:Wording {id: row.properties.id})
			SET wording += row.properties
			""";

	private static final String AMENDMENTS = """
			UNWIND $rows AS row
			MATCH (law:Law {id: row.law})
			UNWIND row.amendments AS each
			MERGE (amendment:Amendment {id: each.id})
			SET amendment += each.properties
			MERGE (amendment)-[:AMENDS]->(law)
			""";

	private static final String AMENDED_PROVISIONS = """
			UNWIND $rows AS row
			MATCH (provision:Provision {id: row.provision})
			MATCH (amendment:Amendment {id: row.amendment})
			MERGE (amendment)-[:AMENDS]->(provision)
			""";

	private static final String IMPORTED = """
			MATCH (law:Law)
			WHERE law.id > '' AND law.broughtBy IS NOT NULL
			RETURN law.id AS id
			""";

	private static final String LEFT = """
			MATCH (law:Law)
			WHERE law.id > '' AND $source IN law.broughtBy AND law.leftSourceOn IS NULL AND NOT law.id IN $present
			SET law.leftSourceOn = $day
			RETURN count(law) AS laws
			""";

	private final Transactions transactions;

	ActGraph(Transactions transactions) {
		this.transactions = transactions;
	}

	/// An act as it stands, before a change.
	///
	/// @param broughtBy the sources that have brought it before
	/// @param texts what it says outside of its sections
	/// @param provisions its sections by id
	record Standing(List<String> broughtBy, @Nullable String amendedUpTo, @Nullable String department,
			@Nullable String title, @Nullable LocalDate ceasesOn, Map<String, Object> texts,
			Map<String, StandingProvision> provisions) {

		boolean brought() {
			return !this.broughtBy.isEmpty();
		}

	}

	/// A section as it stands.
	record StandingProvision(Map<String, Object> properties, List<Map<String, Object>> wordings) {
	}

	/// What each act's source said last, by id.
	Map<String, String> fingerprints(LawSource source) {
		String prefix = source + " ";
		Map<String, String> fingerprints = new HashMap<>();
		for (Row law : this.transactions.lookUp(KNOWN, Map.of())) {
			law.texts("fingerprints")
				.stream()
				.filter((each) -> each.startsWith(prefix))
				.forEach((each) -> fingerprints.put(law.text("id"), each.substring(prefix.length())));
		}
		return fingerprints;
	}

	/// How acts stand now, by id; those that are not there are missing.
	Map<String, Standing> standing(Collection<String> laws) {
		return this.transactions.query(STANDING, Map.of("laws", List.copyOf(laws)))
			.stream()
			.collect(Collectors.toMap((row) -> row.text("id"), ActGraph::standing));
	}

	private static Standing standing(Row row) {
		return new Standing(row.texts("broughtBy"), row.textOrNull("amendedUpTo"), row.textOrNull("department"),
				row.textOrNull("title"), row.dateOrNull("ceasesOn"), row.row("texts").orElseThrow().values(),
				row.rows("provisions")
					.stream()
					.collect(Collectors.toMap((provision) -> provision.text("id"), ActGraph::provision)));
	}

	private static StandingProvision provision(Row row) {
		Map<String, Object> properties = new HashMap<>(row.values());
		properties.remove("wordings");
		return new StandingProvision(properties, row.rows("wordings").stream().map(Row::values).toList());
	}

	/// Writes what differs, within the transaction at hand.
	void write(List<ActChange> changes) {
		run(WRITE_LAWS, changes.stream().map(ActChange::law).toList());
		run(RESPONSIBLE, changes.stream().flatMap((change) -> change.responsible().stream()).toList());
		run(NEW_PROVISIONS, rows(changes, "provisions", ActChange::newProvisions));
		run(CHANGED_PROVISIONS, changes.stream().flatMap((change) -> change.changedProvisions().stream()).toList());
		run(NEW_WORDINGS, changes.stream().flatMap((change) -> change.newWordings().stream()).toList());
		run(CHANGED_WORDINGS, changes.stream().flatMap((change) -> change.changedWordings().stream()).toList());
		run(AMENDMENTS, rows(changes, "amendments", ActChange::amendments));
		run(AMENDED_PROVISIONS, changes.stream().flatMap((change) -> change.amendedProvisions().stream()).toList());
	}

	private static List<Map<String, Object>> rows(List<ActChange> changes, String name,
			java.util.function.Function<ActChange, List<Map<String, Object>>> part) {
		List<Map<String, Object>> rows = new ArrayList<>();
		for (ActChange change : changes) {
			if (!part.apply(change).isEmpty()) {
				rows.add(Map.of("law", change.id(), name, part.apply(change)));
			}
		}
		return rows;
	}

	private void run(String statement, List<Map<String, Object>> rows) {
		if (!rows.isEmpty()) {
			this.transactions.query(statement, Map.of("rows", rows));
		}
	}

	/// All acts that some source has brought.
	List<LawId> imported() {
		return this.transactions.lookUp(IMPORTED, Map.of()).stream().map((law) -> new LawId(law.text("id"))).toList();
	}

	/// Notes which acts a complete source has stopped to bring.
	/// @param present the ids of those it brings
	/// @return how many it no longer brings
	long leave(LawSource source, Collection<String> present, LocalDate day) {
		return this.transactions
			.query(LEFT, Map.of("source", source.name(), "present", List.copyOf(present), "day", day))
			.getFirst()
			.number("laws");
	}

}
