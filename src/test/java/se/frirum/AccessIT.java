package se.frirum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.frirum.AccessOperations.Audience;
import se.frirum.AccessOperations.Outcome;
import se.frirum.AccessOperations.Way;
import se.frirum.Api.Answer;

import org.springframework.data.neo4j.core.Neo4jClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/// Who may see and do what: one table, and every cell of it is tried.
///
/// The cases and proposals are Norrköping's, for which `reporter` acts: a draft (OWNER), one that was handed in
/// (REVIEWERS) and one that was taken up and published (PUBLIC). `reporter2` acts for Haparanda,
/// nobody else for either.
///
/// - SEEN: the answer tells of the case. HIDDEN: it holds no trace of it.
/// - ALLOWED: it is done. REFUSED: the caller sees the case, but as it stands this can't be done.
/// - NOT_FOUND: the answer is the same as if there were no such case.
/// - UNAUTHORIZED: sign in first. FORBIDDEN: the role does not include this.
@FrirumTest
class AccessIT {

	private static final String TABLE = """
			            | public       | reporter  | reporter2 | analyst   | liaison   | admin

			node, node(event), obstacle(id), obstacle.history, obstacle.duplicateOf, obstacles, obstacles(text),
			obstacles(provision), obstacles(law), obstacles(service), obstacles(area), obstacles(organisation),
			obstacles.totalCount, obstacles(text).totalCount, events, events(about), events.totalCount,
			trial.addresses, trials.addresses, effectiveRules.trial.addresses, search, search(kinds), search.totalCount,
			caseFile(id), caseFile.log, proposal.addresses, proposals.addresses,
			proposal(id), node(proposal), obstacle.proposals, proposals, proposals(text), proposals(law),
			proposals(area), proposals.totalCount, events(proposal), search(proposal), caseFile(proposal),
			eventAdded, dependencies, eventsAround
			OWNER       | HIDDEN       | SEEN      | HIDDEN    | HIDDEN    | HIDDEN    | HIDDEN
			REVIEWERS   | HIDDEN       | SEEN      | HIDDEN    | SEEN      | SEEN      | SEEN
			PUBLIC      | SEEN         | SEEN      | SEEN      | SEEN      | SEEN      | SEEN

			obstacle(reference), search(reference), caseFile(reference), proposal(reference)
			REVIEWERS   | HIDDEN       | SEEN      | HIDDEN    | SEEN      | SEEN      | SEEN
			PUBLIC      | SEEN         | SEEN      | SEEN      | SEEN      | SEEN      | SEEN

			similarObstacles(title), similarObstacles(citations), similarObstacles(services), provision.obstacles,
			resolveCitations.provision.obstacles,
			provision.obstacleCount, law.obstacles, law.obstacleCount, laws.obstacleCount, service.obstacleCount,
			services.obstacleCount, area.obstacleCount, municipalities.obstacleCount, deadlines, deadlines(proposal),
			deadlines.totalCount, yearlyAccounts, obstacles(stages), impact, impact.totalCount, hotspots,
			suggestTrialScope, journey, journeys
			OWNER       | HIDDEN       | HIDDEN    | HIDDEN    | HIDDEN    | HIDDEN    | HIDDEN
			REVIEWERS   | HIDDEN       | SEEN      | HIDDEN    | SEEN      | SEEN      | SEEN
			PUBLIC      | SEEN         | SEEN      | SEEN      | SEEN      | SEEN      | SEEN

			viewer, organisations, trialConflicts, feasibility, trialFeasibility, evaluationTemplates, lessons
			NONE        | ALLOWED      | ALLOWED   | ALLOWED   | ALLOWED   | ALLOWED   | ALLOWED

			follows, digest, digestAddresses, exportPersonalData, mailDigest, erasePersonalData
			NONE        | UNAUTHORIZED | ALLOWED   | ALLOWED   | ALLOWED   | ALLOWED   | ALLOWED

			exportPersonalData(another), erasePersonalData(another)
			NONE        | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | FORBIDDEN | FORBIDDEN | ALLOWED

			erasePersonalData(decision)
			NONE        | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | FORBIDDEN | FORBIDDEN | ALLOWED

			unfollow
			NONE        | UNAUTHORIZED | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND

			reviewQueue
			NONE        | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | ALLOWED   | ALLOWED   | ALLOWED

			lawImport, lawImports, accounts
			NONE        | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | FORBIDDEN | FORBIDDEN | ALLOWED

			importLaws
			NONE        | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | FORBIDDEN | FORBIDDEN | REFUSED

			cancelLawImport
			NONE        | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | FORBIDDEN | FORBIDDEN | NOT_FOUND

			joinTrial, leaveTrial, recordMeasurement, adoptLesson
			NONE        | UNAUTHORIZED | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND

			decideParticipation, extendTrial, recordOutcome, recordCourtRuling, planEvaluation,
			recordTrialSupport
			NONE        | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND

			reportObstacle, publishLesson
			NONE        | UNAUTHORIZED | ALLOWED   | ALLOWED   | ALLOWED   | ALLOWED   | ALLOWED

			updateObstacle, submitObstacle, discardDraft
			OWNER       | UNAUTHORIZED | ALLOWED   | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND
			REVIEWERS   | UNAUTHORIZED | REFUSED   | NOT_FOUND | REFUSED   | REFUSED   | REFUSED
			PUBLIC      | UNAUTHORIZED | REFUSED   | REFUSED   | REFUSED   | REFUSED   | REFUSED

			endorseObstacle
			OWNER       | UNAUTHORIZED | REFUSED   | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND
			REVIEWERS   | UNAUTHORIZED | REFUSED   | NOT_FOUND | REFUSED   | REFUSED   | REFUSED
			PUBLIC      | UNAUTHORIZED | REFUSED   | ALLOWED   | ALLOWED   | ALLOWED   | ALLOWED

			meetObstacle
			OWNER       | UNAUTHORIZED | REFUSED   | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND
			REVIEWERS   | UNAUTHORIZED | REFUSED   | NOT_FOUND | REFUSED   | REFUSED   | REFUSED
			PUBLIC      | UNAUTHORIZED | ALLOWED   | ALLOWED   | ALLOWED   | ALLOWED   | ALLOWED

			withdrawEndorsement
			OWNER       | UNAUTHORIZED | ALLOWED   | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND
			REVIEWERS   | UNAUTHORIZED | ALLOWED   | NOT_FOUND | ALLOWED   | ALLOWED   | ALLOWED
			PUBLIC      | UNAUTHORIZED | ALLOWED   | ALLOWED   | ALLOWED   | ALLOWED   | ALLOWED

			reviewObstacle(TAKE_UP)
			OWNER       | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND
			REVIEWERS   | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | ALLOWED   | ALLOWED   | ALLOWED
			PUBLIC      | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | REFUSED   | REFUSED   | REFUSED

			reviewObstacle(PUBLISH)
			OWNER       | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND
			REVIEWERS   | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | REFUSED   | REFUSED   | REFUSED
			PUBLIC      | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | REFUSED   | REFUSED   | REFUSED

			reviewObstacle(REQUEST_INFORMATION), reviewObstacle(CLOSE), mergeObstacles(duplicate),
			redact, redact(event), assignCase
			OWNER       | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND
			REVIEWERS   | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | ALLOWED   | ALLOWED   | ALLOWED
			PUBLIC      | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | ALLOWED   | ALLOWED   | ALLOWED

			mergeObstacles(into)
			OWNER       | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND
			REVIEWERS   | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | REFUSED   | REFUSED   | REFUSED
			PUBLIC      | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | ALLOWED   | ALLOWED   | ALLOWED

			reviewObstacle(CONFIRM)
			OWNER       | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND
			REVIEWERS   | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | REFUSED   | REFUSED   | REFUSED
			PUBLIC      | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | ALLOWED   | ALLOWED   | ALLOWED

			reviewObstacle(FORWARD), reviewObstacle(RESOLVE), reviewObstacle(REOPEN), splitObstacle
			OWNER       | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND
			REVIEWERS   | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | REFUSED   | REFUSED   | REFUSED
			PUBLIC      | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | REFUSED   | REFUSED   | REFUSED

			withdrawObstacle
			OWNER       | UNAUTHORIZED | REFUSED   | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND
			REVIEWERS   | UNAUTHORIZED | ALLOWED   | NOT_FOUND | REFUSED   | REFUSED   | REFUSED
			PUBLIC      | UNAUTHORIZED | ALLOWED   | REFUSED   | REFUSED   | REFUSED   | REFUSED

			verifyObstacle
			OWNER       | UNAUTHORIZED | REFUSED   | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND
			REVIEWERS   | UNAUTHORIZED | REFUSED   | NOT_FOUND | REFUSED   | REFUSED   | REFUSED
			PUBLIC      | UNAUTHORIZED | REFUSED   | REFUSED   | REFUSED   | REFUSED   | REFUSED

			addCaseNumber, follow
			OWNER       | UNAUTHORIZED | ALLOWED   | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND
			REVIEWERS   | UNAUTHORIZED | ALLOWED   | NOT_FOUND | ALLOWED   | ALLOWED   | ALLOWED
			PUBLIC      | UNAUTHORIZED | ALLOWED   | ALLOWED   | ALLOWED   | ALLOWED   | ALLOWED

			proposeSimplification(addresses), proposeTrial(addresses)
			OWNER       | UNAUTHORIZED | REFUSED   | NOT_FOUND | NOT_FOUND | FORBIDDEN | NOT_FOUND
			REVIEWERS   | UNAUTHORIZED | ALLOWED   | NOT_FOUND | ALLOWED   | FORBIDDEN | ALLOWED
			PUBLIC      | UNAUTHORIZED | ALLOWED   | ALLOWED   | ALLOWED   | FORBIDDEN | ALLOWED

			updateProposal, submitProposal
			OWNER       | UNAUTHORIZED | ALLOWED   | NOT_FOUND | NOT_FOUND | FORBIDDEN | NOT_FOUND
			REVIEWERS   | UNAUTHORIZED | REFUSED   | NOT_FOUND | REFUSED   | FORBIDDEN | REFUSED
			PUBLIC      | UNAUTHORIZED | REFUSED   | REFUSED   | REFUSED   | FORBIDDEN | REFUSED

			reviewProposal(TAKE_UP)
			OWNER       | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND
			REVIEWERS   | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | FORBIDDEN | ALLOWED   | ALLOWED
			PUBLIC      | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | FORBIDDEN | REFUSED   | REFUSED

			reviewProposal(NOT_PURSUE), reviewProposal(DEFER), reviewProposal(RETURN)
			OWNER       | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND
			REVIEWERS   | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | FORBIDDEN | REFUSED   | REFUSED
			PUBLIC      | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | FORBIDDEN | ALLOWED   | ALLOWED

			reviewProposal(WITHDRAW)
			OWNER       | UNAUTHORIZED | ALLOWED   | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND
			REVIEWERS   | UNAUTHORIZED | ALLOWED   | NOT_FOUND | REFUSED   | REFUSED   | REFUSED
			PUBLIC      | UNAUTHORIZED | ALLOWED   | REFUSED   | REFUSED   | REFUSED   | REFUSED

			requestReconsideration
			OWNER       | UNAUTHORIZED | REFUSED   | NOT_FOUND | NOT_FOUND | FORBIDDEN | NOT_FOUND
			REVIEWERS   | UNAUTHORIZED | REFUSED   | NOT_FOUND | REFUSED   | FORBIDDEN | REFUSED
			PUBLIC      | UNAUTHORIZED | REFUSED   | REFUSED   | REFUSED   | FORBIDDEN | REFUSED

			assessConsequences
			OWNER       | UNAUTHORIZED | ALLOWED   | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND
			REVIEWERS   | UNAUTHORIZED | ALLOWED   | NOT_FOUND | ALLOWED   | ALLOWED   | ALLOWED
			PUBLIC      | UNAUTHORIZED | ALLOWED   | REFUSED   | ALLOWED   | ALLOWED   | ALLOWED

			recordLegislativeStep
			OWNER       | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND | NOT_FOUND
			REVIEWERS   | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | REFUSED   | REFUSED   | REFUSED
			PUBLIC      | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | REFUSED   | REFUSED   | REFUSED

			giveOpinion
			OWNER       | UNAUTHORIZED | REFUSED   | NOT_FOUND | NOT_FOUND | NOT_FOUND | NOT_FOUND
			REVIEWERS   | UNAUTHORIZED | ALLOWED   | NOT_FOUND | ALLOWED   | ALLOWED   | ALLOWED
			PUBLIC      | UNAUTHORIZED | ALLOWED   | ALLOWED   | ALLOWED   | ALLOWED   | ALLOWED

			registerTrial(proposal)
			OWNER       | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND
			REVIEWERS   | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | FORBIDDEN | REFUSED   | REFUSED
			PUBLIC      | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | FORBIDDEN | REFUSED   | REFUSED

			registerTrial(addresses)
			OWNER       | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | FORBIDDEN | NOT_FOUND | NOT_FOUND
			REVIEWERS   | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | FORBIDDEN | ALLOWED   | ALLOWED
			PUBLIC      | UNAUTHORIZED | FORBIDDEN | FORBIDDEN | FORBIDDEN | ALLOWED   | ALLOWED
			""";

	private static final List<String> ACCOUNTS = cells(TABLE.lines().findFirst().orElseThrow());

	private final Api api;

	private final AccessOperations operations;

	AccessIT(Api api, Neo4jClient database) {
		this.api = api;
		this.operations = new AccessOperations(api, database);
	}

	/// One cell of the table.
	private record Cell(String account, String operation, Audience audience, Outcome outcome) {

		@Override
		public String toString() {
			String subject = (this.audience == Audience.NONE) ? "" : " for what " + this.audience + " may see";
			return this.account + ", " + this.operation + subject + ": " + this.outcome;
		}

	}

	@TestFactory
	Stream<DynamicTest> everybodySeesWhatTheTableSays() {
		Map<Audience, Map<String, Answer>> before = new EnumMap<>(Audience.class);
		Map<Audience, Map<String, Answer>> after = new EnumMap<>(Audience.class);
		this.operations.prepare();
		for (Audience audience : List.of(Audience.OWNER, Audience.REVIEWERS, Audience.PUBLIC)) {
			before.put(audience, this.operations.countedBy(ACCOUNTS, audience));
			this.operations.bring(audience);
			after.put(audience, this.operations.countedBy(ACCOUNTS, audience));
		}
		this.operations.link();
		return table().filter((cell) -> AccessOperations.isReading(cell.operation()))
			.map((cell) -> dynamicTest(cell.toString(),
					() -> checkReading(cell, Objects.requireNonNull(before.get(cell.audience())),
							Objects.requireNonNull(after.get(cell.audience())))));
	}

	private void checkReading(Cell cell, Map<String, Answer> before, Map<String, Answer> after) {
		Way way = AccessOperations.reading(cell.operation());
		if (way.counts()) {
			Answer earlier = Objects.requireNonNull(before.get(cell.account() + " " + cell.operation()));
			Answer later = Objects.requireNonNull(after.get(cell.account() + " " + cell.operation()));
			if (cell.outcome() == Outcome.SEEN) {
				assertThat(Way.count(later)).isGreaterThan(Way.count(earlier));
			}
			else {
				assertThat(Way.count(later)).isEqualTo(Way.count(earlier));
			}
			return;
		}
		Report.Case subject = this.operations.subject(way, cell.audience());
		Answer answer = this.operations.read(this.api.as(cell.account()), way, cell.audience());
		assertThat(answer.errors()).isEmpty();
		if (cell.outcome() == Outcome.SEEN) {
			assertThat(answer.toString()).contains(subject.word());
		}
		else {
			assertNoTrace(answer, subject);
		}
	}

	private static void assertNoTrace(Answer answer, Report.Case subject) {
		assertThat(answer.toString()).doesNotContain(subject.word(), subject.id());
		if (!subject.reference().isEmpty()) {
			assertThat(answer.toString()).doesNotContain(subject.reference());
		}
	}

	@TestFactory
	Stream<DynamicTest> everybodyDoesWhatTheTableSays() {
		return table().filter((cell) -> !AccessOperations.isReading(cell.operation()))
			.map((cell) -> dynamicTest(cell.toString(), () -> checkDoing(cell)));
	}

	private void checkDoing(Cell cell) {
		Api caller = this.api.as(cell.account());
		Report.Case subject = this.operations.caseOf(cell.operation(), cell.audience());
		Answer answer = this.operations.attempt(caller, cell.operation(), subject);
		assertThat(Outcome.of(answer)).as(answer.toString()).isEqualTo(cell.outcome());
		switch (cell.outcome()) {
			case NOT_FOUND -> assertThat(answer.toString())
				.isEqualTo(this.operations.attempt(caller, cell.operation(), AccessOperations.nowhere(cell.operation()))
					.toString());
			case UNAUTHORIZED, FORBIDDEN -> assertNoTrace(answer, subject);
			case SEEN, HIDDEN, ALLOWED, REFUSED -> {
			}
		}
		if (cell.outcome() != Outcome.ALLOWED && cell.audience() != Audience.NONE) {
			assertThat(this.operations.versionOf(subject)).as("nothing changed").isEqualTo(subject.version());
		}
	}

	@Test
	void everyOperationStandsInTheTable() {
		Set<String> tried = table().map((cell) -> cell.operation().replaceFirst("[.(].*", ""))
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> offered = new TreeSet<>();
		for (String kind : List.of("queryType", "mutationType", "subscriptionType")) {
			offered.addAll(this.api.query("{ __schema { %s { fields { name } } } }".formatted(kind))
				.texts("__schema." + kind + ".fields", "name"));
		}
		assertThat(tried).isEqualTo(offered);
	}

	private static Stream<Cell> table() {
		List<Cell> table = new ArrayList<>();
		for (String block : TABLE.split("\n\n")) {
			Map<Boolean, List<String>> lines = block.lines()
				.collect(Collectors.partitioningBy((line) -> line.contains("|")));
			List<String> operations = Arrays
				.stream(String.join(" ", Objects.requireNonNull(lines.get(false))).split(","))
				.map(String::strip)
				.filter((operation) -> !operation.isEmpty())
				.toList();
			for (String operation : operations) {
				Objects.requireNonNull(lines.get(true)).forEach((line) -> table.addAll(row(operation, line)));
			}
		}
		return table.stream();
	}

	private static List<Cell> row(String operation, String line) {
		Audience audience = Audience.valueOf(line.substring(0, line.indexOf('|')).strip());
		List<String> outcomes = cells(line);
		assertThat(outcomes).hasSameSizeAs(ACCOUNTS);
		List<Cell> row = new ArrayList<>();
		for (int place = 0; place < outcomes.size(); place++) {
			row.add(new Cell(ACCOUNTS.get(place), operation, audience, Outcome.valueOf(outcomes.get(place))));
		}
		return row;
	}

	private static List<String> cells(String line) {
		return Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList();
	}

}
