package se.frirum.trial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.frirum.proposal.AcceptedTrials.Accepted;
import se.frirum.proposal.AcceptedTrials.Change;

/// A trial as a client registers it.
///
/// @param law the designation of the act or ordinance it is recorded from, null for a new
/// trial
/// @param proposal the id of the accepted proposal that it comes of; what is not given is
/// taken from there
/// @param addresses the obstacles it is meant for
record RegisterTrialInput(String idempotencyKey, String title, @Nullable String purpose, TrialInstrument instrument,
		@Nullable String law, @Nullable String proposal, List<String> addresses, List<TrialClauseInput> clauses) {

	/// The same with what was proposed in place of what was not given.
	RegisterTrialInput completedBy(Accepted proposed) {
		return new RegisterTrialInput(this.idempotencyKey, this.title, this.purpose, this.instrument, this.law,
				this.proposal, this.addresses.isEmpty() ? proposed.obstacles() : this.addresses,
				this.clauses.isEmpty() ? proposedClauses(proposed) : this.clauses);
	}

	/// A clause for each thing that a proposal does to rules; none where nobody said from
	/// when.
	private static List<TrialClauseInput> proposedClauses(Accepted proposed) {
		LocalDate from = proposed.from();
		if (from == null) {
			return List.of();
		}
		List<TrialClauseInput> clauses = new ArrayList<>();
		Map.of(ClauseEffect.SETS_ASIDE, proposed.setAside(), ClauseEffect.REPLACES, proposed.replaced(),
				ClauseEffect.ADDS, proposed.added())
			.entrySet()
			.stream()
			.filter((each) -> !each.getValue().isEmpty())
			.sorted(Map.Entry.comparingByKey())
			.forEach((each) -> clauses.add(new TrialClauseInput(each.getKey(),
					each.getValue().stream().map(Change::citation).distinct().toList(), List.of(),
					text(proposed, each.getValue()), List.of(), proposed.areas(), from, proposed.until())));
		return clauses;
	}

	/// The words proposed, or what the proposal is called.
	private static String text(Accepted proposed, List<Change> changes) {
		String wordings = changes.stream()
			.map(Change::wording)
			.filter(Objects::nonNull)
			.collect(Collectors.joining("\n\n"));
		return wordings.isEmpty() ? proposed.title() : wordings;
	}

}
