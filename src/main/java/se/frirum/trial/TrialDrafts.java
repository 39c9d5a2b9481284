package se.frirum.trial;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import se.frirum.platform.database.Row;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.graphql.Unaccepted;
import se.frirum.platform.projection.Asked;

import org.springframework.stereotype.Component;

/// Trials that nobody registered yet: what would come of their clauses.
@Component
class TrialDrafts {

	private final TrialClauses clauses;

	TrialDrafts(TrialClauses clauses) {
		this.clauses = clauses;
	}

	/// The clauses of the argument `draft`, each with what it cites found.
	/// @throws Refusal.BadRequest where one could not be registered like this
	List<TrialClauses.Clause> clauses(Asked asked) {
		List<TrialClauseInput> inputs = new Row(asked.object("draft")).rows("clauses")
			.stream()
			.map(TrialDrafts::clause)
			.toList();
		Problems problems = new Problems();
		List<TrialClauses.Clause> checked = this.clauses.check(inputs, false, problems);
		try {
			problems.raise();
		}
		catch (Unaccepted unaccepted) {
			throw Refusal.BadRequest.of(unaccepted);
		}
		return checked;
	}

	private static TrialClauseInput clause(Row row) {
		return new TrialClauseInput(ClauseEffect.valueOf(row.text("effect")), row.texts("citations"),
				row.texts("authorisedBy"), row.text("text"), row.texts("services"), row.texts("areas"),
				row.date("from"), row.dateOrNull("until"));
	}

	/// What Cypher needs of them.
	static List<Map<String, Object>> rows(List<TrialClauses.Clause> clauses) {
		return IntStream.range(0, clauses.size())
			.mapToObj((place) -> TrialClauses.row("", clauses.get(place), place))
			.toList();
	}

}
