package se.frirum.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;

import org.jspecify.annotations.Nullable;
import se.frirum.law.Citations;
import se.frirum.law.Resolution;
import se.frirum.law.Resolution.Found;
import se.frirum.law.Resolution.Unresolved;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Problems;

import org.springframework.stereotype.Component;

/// Checks a trial's clauses and writes them to the graph.
@Component
class TrialClauses {

	static final int MOST = 50;

	/// So many citations, and so many areas, of all clauses together.
	private static final int MOST_CITATIONS_OF_ALL = 200;

	private static final int MOST_AREAS_OF_ALL = 2_000;

	private static final int MOST_AREAS = 312;

	private static final int TEXT = 5_000;

	static final String CREATE = """
			UNWIND $clauses AS row
			MATCH (trial:Trial {id: row.trial})
			CREATE (trial)-[:HAS_CLAUSE]->(clause:TrialClause {id: row.id, place: row.place, effect: row.effect,
				text: row.text, from: row.from, until: row.until})
			WITH clause, row
			CALL (clause, row) {
				UNWIND row.targets AS target
				MATCH (provision:Provision {id: target.id})
				CREATE (clause)-[:SETS_ASIDE {target: target.target, place: target.place}]->(provision)
			}
			CALL (clause, row) {
				UNWIND row.targets AS target
				WITH clause, target WHERE NOT EXISTS { MATCH (:Provision {id: target.id}) }
				MATCH (law:Law {id: split(target.id, '#')[0]})
				CREATE (clause)-[:SETS_ASIDE {target: target.target, place: target.place}]->(law)
			}
			CALL (clause, row) {
				UNWIND row.authorisedBy AS id
				MATCH (provision:Provision {id: id})
				CREATE (clause)-[:AUTHORISED_BY]->(provision)
			}
			CALL (clause, row) {
				UNWIND row.areas AS code
				MATCH (area:Area {id: 'area:' + code})
				CREATE (clause)-[:APPLIES_IN]->(area)
			}
			CALL (clause, row) {
				UNWIND row.services AS code
				MATCH (service:Service {id: 'service:' + code})
				CREATE (clause)-[:FOR]->(service)
			}
			""";

	private static final String KNOWN_AREAS = """
			UNWIND $codes AS code MATCH (area:Area {id: 'area:' + code}) RETURN area.code AS code""";

	private static final String KNOWN_SERVICES = """
			UNWIND $codes AS code MATCH (service:Service {id: 'service:' + code}) RETURN service.code AS code""";

	private final Transactions transactions;

	private final Citations citations;

	TrialClauses(Transactions transactions, Citations citations) {
		this.transactions = transactions;
		this.citations = citations;
	}

	/// A clause whose citations, areas and services were found.
	record Clause(TrialClauseInput input, List<Found> targets, List<String> authorisedBy, List<String> areas,
			List<String> services, @Nullable String text) {
	}

	/// Checks all clauses at once.
	/// @param recorded whether they are read off an existing act, which may leave things
	/// out
	List<Clause> check(List<TrialClauseInput> inputs, boolean recorded, Problems problems) {
		problems.require(recorded || !inputs.isEmpty(),
				"A new trial needs a clause: what it sets aside or adds, where, and until when.", "input", "clauses");
		if (inputs.size() > MOST) {
			problems.add(ProblemCode.TOO_LARGE, "At most %d clauses; this has %,d.".formatted(MOST, inputs.size()),
					"input", "clauses");
			return List.of();
		}
		if (!isBounded(inputs, (clause) -> clause.citations().size() + clause.authorisedBy().size(),
				MOST_CITATIONS_OF_ALL, "citations", problems)
				|| !isBounded(inputs, (clause) -> clause.areas().size(), MOST_AREAS_OF_ALL, "areas", problems)) {
			return List.of();
		}
		List<Clause> clauses = new ArrayList<>();
		for (int place = 0; place < inputs.size(); place++) {
			clauses.add(check(inputs.get(place), String.valueOf(place), recorded, problems));
		}
		return clauses;
	}

	private static boolean isBounded(List<TrialClauseInput> clauses, ToIntFunction<TrialClauseInput> count, int most,
			String what, Problems problems) {
		int all = clauses.stream().mapToInt(count).sum();
		if (all > most) {
			problems.add(ProblemCode.TOO_LARGE,
					"At most %,d %s in all clauses together; these have %,d. Write fewer clauses, or cite whole chapters and counties."
						.formatted(most, what, all),
					"input", "clauses");
		}
		return all <= most;
	}

	private Clause check(TrialClauseInput input, String place, boolean recorded, Problems problems) {
		if (!recorded) {
			problems.require(!input.areas().isEmpty(), "A new trial needs an area: say where it holds.", "input",
					"clauses", place, "areas");
			problems.require(input.until() != null, "A new trial needs an end: say until when it holds.", "input",
					"clauses", place, "until");
			problems.require(!input.citations().isEmpty() || input.effect() == ClauseEffect.ADDS,
					"A new trial sets something aside, replaces or adds something: cite what.", "input", "clauses",
					place, "citations");
		}
		problems.require(input.until() == null || input.from().isBefore(input.until()),
				"The end comes after the start: the last day can't be before the first.", "input", "clauses", place,
				"until");
		String text = problems.text(input.text(), true, TEXT, "input", "clauses", place, "text");
		List<Found> targets = cited(input.citations(), input, place, "citations", problems);
		problems.require(
				input.effect() == ClauseEffect.ADDS
						|| targets.stream().noneMatch((rule) -> rule.target().law().isEuropean()),
				"EU law can't be set aside by a Swedish trial. Cite the Swedish rules that carry it out.", "input",
				"clauses", place, "citations");
		List<String> authorisedBy = sections(cited(input.authorisedBy(), input, place, "authorisedBy", problems), place,
				problems);
		return new Clause(input, targets, authorisedBy,
				known(KNOWN_AREAS, input.areas(), MOST_AREAS, "area", place, "areas", problems),
				known(KNOWN_SERVICES, input.services(), MOST, "service", place, "services", problems), text);
	}

	private List<Found> cited(List<String> citations, TrialClauseInput clause, String place, String field,
			Problems problems) {
		if (citations.size() > MOST) {
			problems.add(ProblemCode.TOO_LARGE, "At most %d citations; this has %,d.".formatted(MOST, citations.size()),
					"input", "clauses", place, field);
			return List.of();
		}
		List<Found> found = new ArrayList<>();
		Set<String> targets = new LinkedHashSet<>();
		List<Resolution> resolutions = this.citations.resolveAll(citations, clause.from());
		for (int number = 0; number < citations.size(); number++) {
			String[] path = { "input", "clauses", place, field, String.valueOf(number) };
			switch (resolutions.get(number)) {
				case Found rule -> {
					problems.require(targets.add(rule.target().toString()), "This rule is cited twice. Cite it once.",
							path);
					found.add(rule);
				}
				case Unresolved unresolved -> problems.add(unresolved.code(), unresolved.message(), path);
			}
		}
		return found;
	}

	private static List<String> sections(List<Found> found, String place, Problems problems) {
		List<String> sections = found.stream().map(Found::provision).filter(java.util.Objects::nonNull).toList();
		problems.require(sections.size() == found.size(),
				"An ordinance rests on sections: cite sections of acts whose sections the register holds, not whole acts.",
				"input", "clauses", place, "authorisedBy");
		return sections;
	}

	private List<String> known(String statement, List<String> codes, int most, String kind, String place, String field,
			Problems problems) {
		if (codes.size() > most) {
			problems.add(ProblemCode.TOO_LARGE, "At most %d; this has %,d.".formatted(most, codes.size()), "input",
					"clauses", place, field);
			return List.of();
		}
		Set<String> known = new LinkedHashSet<>(this.transactions.lookUp(statement, Map.of("codes", codes))
			.stream()
			.map((row) -> row.text("code"))
			.toList());
		for (int number = 0; number < codes.size(); number++) {
			if (!known.contains(codes.get(number))) {
				problems.add(ProblemCode.NOT_FOUND, "There is no %s with this code.".formatted(kind), "input",
						"clauses", place, field, String.valueOf(number));
			}
		}
		problems.require(Set.copyOf(codes).size() == codes.size(), "Name each %s once.".formatted(kind), "input",
				"clauses", place, field);
		return List.copyOf(known);
	}

	/// Writes checked clauses, within the transaction at hand.
	void create(String trial, List<Clause> clauses) {
		List<Map<String, Object>> rows = new ArrayList<>();
		for (Clause clause : clauses) {
			clause.targets()
				.stream()
				.filter(Found::stub)
				.forEach((stub) -> this.citations.remember(stub.target().law()));
			rows.add(row(trial, clause, rows.size()));
		}
		this.transactions.query(CREATE, Map.of("clauses", rows));
	}

	static Map<String, Object> row(String trial, Clause clause, int place) {
		Map<String, Object> row = new HashMap<>();
		row.put("trial", trial);
		row.put("id", "clause:" + UUID.randomUUID());
		row.put("place", place);
		row.put("effect", clause.input().effect().name());
		row.put("text", clause.text());
		row.put("from", clause.input().from());
		row.put("until", clause.input().until());
		row.put("targets", targets(clause.targets()));
		row.put("authorisedBy", clause.authorisedBy());
		row.put("areas", clause.areas());
		row.put("services", clause.services());
		return row;
	}

	static List<Map<String, Object>> targets(List<Found> targets) {
		List<Map<String, Object>> rows = new ArrayList<>();
		for (Found found : targets) {
			String section = found.provision();
			rows.add(Map.of("id", (section != null) ? section : found.target().law().value(), "target",
					found.target().toString(), "place", rows.size()));
		}
		return rows;
	}

}
