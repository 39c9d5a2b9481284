package se.frirum.proposal;

import java.util.ArrayList;
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
import se.frirum.obstacle.ObstacleCases;
import se.frirum.platform.answer.CaseDesk;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Component;

/// Links a proposal to the obstacles it addresses, the rules it changes, and the areas
/// where a trial is to hold.
@Component
class ProposalLinks {

	private static final int MOST = 50;

	static final int MOST_OBSTACLES = 100;

	private static final int MOST_AREAS = 312;

	private static final int WORDING = 20_000;

	private static final String PROPOSED_BY = """
			MATCH (proposal:Proposal {id: $proposal})
			MATCH (organisation:Organisation {id: $organisation})
			CREATE (proposal)-[:PROPOSED_BY]->(organisation)
			SET proposal:$($label)
			""";

	private static final String ADDRESS = """
			MATCH (proposal:Proposal {id: $proposal})
			OPTIONAL MATCH (proposal)-[before:ADDRESSES]->()
			DELETE before
			WITH DISTINCT proposal
			UNWIND $obstacles AS id
			MATCH (obstacle:Obstacle {id: id})
			CREATE (proposal)-[:ADDRESSES]->(obstacle)
			""";

	private static final String FORGET_CHANGES = """
			MATCH (:Proposal {id: $proposal})-[before:CHANGES]->()
			DELETE before
			""";

	private static final String CHANGE = """
			UNWIND $rows AS row
			MATCH (proposal:Proposal {id: $proposal})
			MATCH (place:%s {id: row.id})
			CREATE (proposal)-[:CHANGES {change: row.change, target: row.target, wording: row.wording,
				place: row.place}]->(place)
			""";

	private static final String HOLD_IN = """
			MATCH (proposal:Proposal {id: $proposal})
			OPTIONAL MATCH (proposal)-[before:APPLIES_IN]->()
			DELETE before
			WITH DISTINCT proposal
			UNWIND $areas AS code
			MATCH (area:Area {id: 'area:' + code})
			CREATE (proposal)-[:APPLIES_IN]->(area)
			""";

	private static final String KNOWN_AREAS = """
			UNWIND $codes AS code
			MATCH (area:Area {id: 'area:' + code})
			RETURN area.code AS code
			""";

	private static final String LINKED = """
			MATCH (proposal:Proposal {id: $proposal})
			RETURN COUNT { (proposal)-[:ADDRESSES]->() } AS obstacles, COUNT { (proposal)-[:CHANGES]->() } AS changes,
				COUNT { (proposal)-[:APPLIES_IN]->() } AS areas
			""";

	private final Transactions transactions;

	private final Citations citations;

	private final CaseDesk desk;

	ProposalLinks(Transactions transactions, Citations citations, CaseDesk desk) {
		this.transactions = transactions;
		this.citations = citations;
		this.desk = desk;
	}

	/// A change of a rule that was found.
	record Change(Found rule, ChangeKind kind, @Nullable String wording) {
	}

	/// Finds the obstacles that are addressed; a draft is nobody's to address yet.
	List<String> obstacles(List<String> ids, Viewer viewer, Problems problems) {
		if (ids.size() > MOST_OBSTACLES) {
			problems.add(ProblemCode.TOO_LARGE, "At most %d obstacles.".formatted(MOST_OBSTACLES), "input",
					"addresses");
			return List.of();
		}
		List<String> visible = this.desk.visible(ObstacleCases.TYPE, ids, viewer);
		List<String> handedIn = this.desk.handedIn(ObstacleCases.TYPE, ids, viewer);
		for (int place = 0; place < ids.size(); place++) {
			if (!visible.contains(ids.get(place))) {
				problems.add(ProblemCode.NOT_FOUND, "There is no such obstacle.", "input", "addresses",
						String.valueOf(place));
			}
			else {
				problems.require(handedIn.contains(ids.get(place)),
						"This is still a draft. Submit it, then propose what to do about it.", "input", "addresses",
						String.valueOf(place));
			}
		}
		return visible;
	}

	/// Finds the rules that are to change.
	List<Change> changes(List<ProposedChangeInput> inputs, Problems problems) {
		if (inputs.size() > MOST) {
			problems.add(ProblemCode.TOO_LARGE, "At most %d changes; this has %,d.".formatted(MOST, inputs.size()),
					"input", "changes");
			return List.of();
		}
		Map<String, Resolution> looked = this.citations
			.resolveAll(inputs.stream().map(ProposedChangeInput::citation).toList());
		List<Change> changes = new ArrayList<>();
		Set<String> seen = new LinkedHashSet<>();
		for (int place = 0; place < inputs.size(); place++) {
			ProposedChangeInput input = inputs.get(place);
			String number = String.valueOf(place);
			String wording = problems.text(input.wording(), false, WORDING, "input", "changes", number, "wording");
			switch (Objects.requireNonNull(looked.get(input.citation()))) {
				case Unresolved unresolved ->
					problems.add(unresolved.code(), unresolved.message(), "input", "changes", number, "citation");
				case Found found -> {
					problems.require(seen.add(found.target() + " " + input.change()),
							"This change stands here twice. Propose it once.", "input", "changes", number, "citation");
					changes.add(new Change(found, input.change(), wording));
				}
			}
		}
		return changes;
	}

	/// Checks that areas exist.
	List<String> areas(List<String> codes, Problems problems) {
		if (codes.size() > MOST_AREAS) {
			problems.add(ProblemCode.TOO_LARGE, "At most %d areas; this has %,d.".formatted(MOST_AREAS, codes.size()),
					"input", "areas");
			return List.of();
		}
		Set<String> known = new LinkedHashSet<>(this.transactions.lookUp(KNOWN_AREAS, Map.of("codes", codes))
			.stream()
			.map((row) -> row.text("code"))
			.toList());
		for (int place = 0; place < codes.size(); place++) {
			if (!known.contains(codes.get(place))) {
				problems.add(ProblemCode.NOT_FOUND, "There is no area with this code.", "input", "areas",
						String.valueOf(place));
			}
		}
		return List.copyOf(known);
	}

	/// Says who made a proposal of which kind.
	void proposedBy(Proposal proposal) {
		this.transactions.query(PROPOSED_BY,
				Map.of("proposal", proposal.id(), "organisation", proposal.owner(), "label", proposal.kind().label()));
	}

	/// Replaces the obstacles it addresses.
	void address(String proposal, List<String> obstacles) {
		this.transactions.query(ADDRESS, Map.of("proposal", proposal, "obstacles", obstacles));
	}

	/// Replaces the rules it changes.
	void change(String proposal, List<Change> changes) {
		this.citations.remember(
				changes.stream().map(Change::rule).filter(Found::stub).map((rule) -> rule.target().law()).toList());
		this.transactions.query(FORGET_CHANGES, Map.of("proposal", proposal));
		List<Map<String, Object>> sections = new ArrayList<>();
		List<Map<String, Object>> acts = new ArrayList<>();
		for (int place = 0; place < changes.size(); place++) {
			Change change = changes.get(place);
			((change.rule().provision() != null) ? sections : acts).add(row(change, place));
		}
		this.transactions.query(CHANGE.formatted("Provision"), Map.of("proposal", proposal, "rows", sections));
		this.transactions.query(CHANGE.formatted("Law"), Map.of("proposal", proposal, "rows", acts));
	}

	private static Map<String, Object> row(Change change, int place) {
		String section = change.rule().provision();
		Map<String, Object> row = new HashMap<>();
		row.put("id", (section != null) ? section : change.rule().target().law().value());
		row.put("target", change.rule().target().toString());
		row.put("change", change.kind().name());
		row.put("wording", change.wording());
		row.put("place", place);
		return row;
	}

	/// Replaces the areas where a trial is to hold.
	void holdIn(String proposal, List<String> areas) {
		this.transactions.query(HOLD_IN, Map.of("proposal", proposal, "areas", areas));
	}

	/// Checks that a proposal about to be submitted has what it needs.
	void requireComplete(Proposal proposal, Problems problems) {
		Row linked = this.transactions.query(LINKED, Map.of("proposal", proposal.id())).getFirst();
		problems.require(linked.number("obstacles") + linked.number("changes") > 0,
				"Say which obstacle this addresses, or which rule is to change.", "input", "addresses");
		if (proposal.kind() == ProposalKind.TRIAL) {
			problems.require(linked.number("changes") > 0, "A trial sets a rule aside, replaces or adds one: cite it.",
					"input", "changes");
			problems.require(linked.number("areas") > 0, "A trial needs an area: say where it is to hold.", "input",
					"areas");
		}
	}

}
