package se.frirum.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.ArgumentValue;

/// What a client changes of a proposal. What is left out stays; what may be missing is
/// taken away by an explicit null.
record UpdateProposalInput(String id, int expectedVersion, @Nullable String title, @Nullable String rationale,
		@Nullable List<String> addresses, @Nullable List<ProposedChangeInput> changes, @Nullable List<String> areas,
		ArgumentValue<LocalDate> from, ArgumentValue<LocalDate> until, ArgumentValue<Integer> durationMonths) {

	ProposalContent appliedTo(ProposalContent old) {
		return new ProposalContent(Objects.requireNonNullElse(this.title, old.title()),
				Objects.requireNonNullElse(this.rationale, old.rationale()), or(this.from, old.from()),
				or(this.until, old.until()), or(this.durationMonths, old.durationMonths()));
	}

	private static <T> @Nullable T or(ArgumentValue<T> given, @Nullable T old) {
		return given.isOmitted() ? old : given.value();
	}

}
