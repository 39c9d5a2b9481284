package se.frirum.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import se.frirum.obstacle.ObstacleCases;
import se.frirum.platform.answer.CaseDesk;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Service;

/// Proposed trials that were accepted, and so can become trials.
@Service
public class AcceptedTrials {

	private static final String FIND = """
			MATCH (proposal:TrialProposal {id: $id})
			WHERE proposal.status IN $accepted
			RETURN proposal.title AS title, proposal.from AS from, proposal.until AS until,
				proposal.durationMonths AS months,
				COLLECT { MATCH (proposal)-[:ADDRESSES]->(obstacle:Obstacle) RETURN obstacle.id } AS obstacles,
				COLLECT { MATCH (proposal)-[:APPLIES_IN]->(area:Area) RETURN area.code ORDER BY area.code } AS areas,
				COLLECT { MATCH (proposal)-[change:CHANGES]->(place) ORDER BY change.place
					RETURN {target: change.target, id: place.id, change: change.change, wording: change.wording} } AS changes,
				EXISTS { MATCH (proposal)-[:LED_TO]->(:Trial) } AS registered
			""";

	private static final String LED_TO = """
			MATCH (proposal:TrialProposal {id: $id})
			MATCH (trial:Trial {id: $trial})
			CREATE (proposal)-[:LED_TO]->(trial)
			""";

	private final Transactions transactions;

	private final CaseDesk desk;

	AcceptedTrials(Transactions transactions, CaseDesk desk) {
		this.transactions = transactions;
		this.desk = desk;
	}

	/// A proposed trial that was accepted.
	///
	/// @param until the first day on which it no longer holds
	/// @param registered whether a trial stands for it already
	public record Accepted(String title, @Nullable LocalDate from, @Nullable LocalDate until, List<String> obstacles,
			List<String> areas, List<Change> changes, boolean registered) {

		/// The rules that are set aside, as they are cited.
		public List<Change> setAside() {
			return of(ChangeKind.SET_ASIDE, ChangeKind.REPEAL);
		}

		/// The rules in whose place others apply.
		public List<Change> replaced() {
			return of(ChangeKind.AMEND, ChangeKind.CLARIFY);
		}

		/// The rules to which something is added.
		public List<Change> added() {
			return of(ChangeKind.ADD);
		}

		private List<Change> of(ChangeKind... kinds) {
			return this.changes.stream().filter((change) -> List.of(kinds).contains(change.kind())).toList();
		}

	}

	/// A change that was proposed.
	///
	/// @param citation an id, as far down as it was cited
	public record Change(String citation, ChangeKind kind, @Nullable String wording) {

		private static Change of(Row row) {
			String target = row.text("target");
			String citation = target.contains("#") ? row.text("id").split("#")[0] + "#" + target.split("#")[1]
					: row.text("id");
			return new Change(citation, ChangeKind.valueOf(row.text("change")), row.textOrNull("wording"));
		}

	}

	/// Finds an accepted one that the caller may see, and holds it, within the
	/// transaction at hand.
	/// @throws se.frirum.platform.graphql.Unaccepted NOT_FOUND where the caller may not
	/// see it
	public Optional<Accepted> find(String id, Viewer viewer) {
		this.desk.hold(ProposalCases.TYPE, id, viewer, "proposal");
		return this.transactions
			.query(FIND,
					Map.of("id", id, "accepted",
							List.of(ProposalStatus.ACCEPTED.name(), ProposalStatus.IN_PIPELINE.name(),
									ProposalStatus.ENACTED.name())))
			.stream()
			.map((row) -> accepted(row, this.desk.visible(ObstacleCases.TYPE, row.texts("obstacles"), viewer)))
			.findFirst();
	}

	private static Accepted accepted(Row row, List<String> visibleObstacles) {
		LocalDate from = row.dateOrNull("from");
		LocalDate until = row.dateOrNull("until");
		Long months = row.numberOrNull("months");
		return new Accepted(row.text("title"), from,
				(until == null && from != null && months != null) ? from.plusMonths(months) : until, visibleObstacles,
				row.texts("areas"), row.rows("changes").stream().map(Change::of).toList(), row.is("registered"));
	}

	/// Says that a trial came of it, within the transaction at hand.
	public void ledTo(String id, String trial) {
		this.transactions.query(LED_TO, Map.of("id", id, "trial", trial));
	}

}
