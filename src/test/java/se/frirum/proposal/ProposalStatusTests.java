package se.frirum.proposal;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The lifecycle of a proposal, pair by pair, as the domain tells it.
class ProposalStatusTests {

	/// Written out once more, on purpose: a change of the lifecycle is a change in two
	/// places. SUPERSEDED follows from any but ENACTED, and from itself.
	private static final Map<String, Set<String>> MOVES = Map.ofEntries(
			Map.entry("DRAFT", Set.of("SUBMITTED", "WITHDRAWN", "SUPERSEDED")),
			Map.entry("SUBMITTED", Set.of("UNDER_REVIEW", "WITHDRAWN", "SUPERSEDED")),
			Map.entry("UNDER_REVIEW",
					Set.of("RETURNED", "ACCEPTED", "DEFERRED", "NOT_PURSUED", "WITHDRAWN", "SUPERSEDED")),
			Map.entry("RETURNED", Set.of("UNDER_REVIEW", "WITHDRAWN", "SUPERSEDED")),
			Map.entry("ACCEPTED", Set.of("IN_PIPELINE", "SUPERSEDED")),
			Map.entry("DEFERRED", Set.of("UNDER_REVIEW", "SUPERSEDED")),
			Map.entry("NOT_PURSUED", Set.of("UNDER_REVIEW", "SUPERSEDED")),
			Map.entry("IN_PIPELINE", Set.of("ENACTED", "LAPSED", "SUPERSEDED")), Map.entry("ENACTED", Set.of()),
			Map.entry("LAPSED", Set.of("SUPERSEDED")), Map.entry("WITHDRAWN", Set.of("SUPERSEDED")),
			Map.entry("SUPERSEDED", Set.of()));

	static Stream<Arguments> everyPair() {
		return Arrays.stream(ProposalStatus.values())
			.flatMap((from) -> Arrays.stream(ProposalStatus.values()).map((to) -> Arguments.of(from, to)));
	}

	@ParameterizedTest
	@MethodSource("everyPair")
	void movesOnlyAsTheLifecycleSays(ProposalStatus from, ProposalStatus to) {
		boolean expected = MOVES.getOrDefault(from.name(), Set.of()).contains(to.name());
		assertThat(from.canMoveTo(to)).isEqualTo(expected);
		assertThat(from.next().contains(to)).isEqualTo(expected);
		assertThat(to.previous().contains(from)).isEqualTo(expected);
	}

	@ParameterizedTest
	@EnumSource(names = { "DRAFT", "ENACTED" }, mode = EnumSource.Mode.EXCLUDE)
	void isTakenBackBeforeADecisionOnly(ProposalStatus status) {
		boolean decided = switch (status) {
			case SUBMITTED, UNDER_REVIEW, RETURNED -> false;
			default -> true;
		};
		assertThat(status.canMoveTo(ProposalStatus.WITHDRAWN)).isEqualTo(!decided);
	}

	@Test
	void waitsForAnAnswerWhileTheDeskHasIt() {
		assertThat(ProposalStatus.values()).filteredOn(ProposalStatus::waitsForAnswer)
			.containsExactlyInAnyOrder(ProposalStatus.SUBMITTED, ProposalStatus.UNDER_REVIEW);
	}

	@Test
	void isWrittenAsADraftAndWhenItCameBack() {
		assertThat(ProposalStatus.values()).filteredOn(ProposalStatus::isWritten)
			.containsExactlyInAnyOrder(ProposalStatus.DRAFT, ProposalStatus.RETURNED);
	}

	@Test
	void isOpenFromItsSubmissionUntilItEntersThePipelineOrEnds() {
		assertThat(ProposalStatus.values()).filteredOn(ProposalStatus::isOpen)
			.containsExactlyInAnyOrder(ProposalStatus.SUBMITTED, ProposalStatus.UNDER_REVIEW, ProposalStatus.RETURNED,
					ProposalStatus.ACCEPTED, ProposalStatus.DEFERRED);
	}

	@Test
	void takesStepsOnceItIsAccepted() {
		assertThat(ProposalStatus.values()).filteredOn(ProposalStatus::takesSteps)
			.containsExactlyInAnyOrder(ProposalStatus.ACCEPTED, ProposalStatus.IN_PIPELINE, ProposalStatus.ENACTED);
	}

	@ParameterizedTest
	@EnumSource
	void everyDecisionLeadsWhereTheLifecycleAllowsIt(ProposalDecision decision) {
		assertThat(decision.leadsTo().previous()).isNotEmpty();
	}

}
