package se.frirum.trial;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.RandomWord;

import static org.assertj.core.api.Assertions.assertThat;

/// A trial from its first participant to what it came to: which rules apply differently is
/// right for every day before, during and after.
@FrirumTest
class TrialCourseIT {

	private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);

	private static final int DAYS = 30;

	private static final String NORRKOPING = "organisation:0581";

	private static final String HAPARANDA = "organisation:2583";

	private final Api api;

	private final LocalDate today;

	TrialCourseIT(Api api, Clock clock) {
		this.api = api;
		this.today = LocalDate.now(clock);
	}

	@Test
	void holdsForWhoAppliedOnlyOnceItIsGranted() {
		String trial = trial("PERMIT", "0581", "2583");
		done("joinTrial", as("reporter", "join-trial", trial, Map.of("from", "2027-03-01", "decision", "KF § 12")));
		assertThat(holds(trial, "0581", "2027-03-01")).isFalse();
		Answer granted = as("liaison", "decide-participation", trial, Map.of("organisation", NORRKOPING, "status",
				"GRANTED", "decidedBy", "Finansdepartementet", "conditions", "Uppföljning varje år"));
		done("decideParticipation", granted);
		assertThat(granted.text("decideParticipation.trial.participants.0.from")).isEqualTo("2027-03-01");
		assertThat(holds(trial, "0581", "2027-02-28")).isFalse();
		assertThat(holds(trial, "0581", "2027-03-01")).isTrue();
		assertThat(holds(trial, "2583", "2027-03-01")).isFalse();
	}

	@Test
	void holdsForWhoGaveNoticeUntilItLeaves() {
		String trial = trial("CONSENT", "0581");
		done("joinTrial", as("reporter", "join-trial", trial, Map.of("from", "2027-03-01", "status", "NOTIFIED")));
		done("leaveTrial", as("reporter", "leave-trial", trial, Map.of("on", "2028-01-01", "reason", "Målet nått.")));
		assertThat(holds(trial, "0581", "2027-03-01")).isTrue();
		assertThat(holds(trial, "0581", "2027-12-31")).isTrue();
		assertThat(holds(trial, "0581", "2028-01-01")).isFalse();
	}

	@Test
	void joinsAnewAfterItLeft() {
		String trial = trial("CONSENT", "0581");
		done("joinTrial", as("reporter", "join-trial", trial, Map.of("from", "2027-01-01", "status", "NOTIFIED")));
		done("leaveTrial", as("reporter", "leave-trial", trial, Map.of("on", "2027-06-01", "reason", "Paus.")));
		done("joinTrial", as("reporter", "join-trial", trial, Map.of("from", "2028-01-01", "status", "NOTIFIED")));
		assertThat(holds(trial, "0581", "2027-05-31")).isTrue();
		assertThat(holds(trial, "0581", "2027-07-01")).isFalse();
		assertThat(holds(trial, "0581", "2028-01-01")).isTrue();
	}

	@Test
	void keepsItsDaysWhenWhatWasGrantedIsRevoked() {
		String trial = trial("GOVERNMENT_SELECTION", "0581");
		decided(trial, "GRANTED", Map.of("from", "2027-01-01"));
		decided(trial, "REVOKED", Map.of("from", "2028-07-01", "reason", "Villkoren följdes inte."));
		assertThat(holds(trial, "0581", "2027-01-01")).isTrue();
		assertThat(holds(trial, "0581", "2028-06-30")).isTrue();
		assertThat(holds(trial, "0581", "2028-07-01")).isFalse();
		assertThat(read(trial).texts("trial.participants", "status")).containsExactly("GRANTED", "REVOKED");
	}

	@Test
	void refusesForAReason() {
		String trial = trial("PERMIT", "0581");
		done("joinTrial", as("reporter", "join-trial", trial, Map.of("from", "2027-03-01")));
		assertThat(decide(trial, "REFUSED", Map.of()).problems("decideParticipation")).containsExactly("INVALID");
		decided(trial, "REFUSED", Map.of("reason", "Frågan prövas i en annan ordning."));
		assertThat(read(trial).text("trial.participants.0.reason")).isEqualTo("Frågan prövas i en annan ordning.");
		assertThat(holds(trial, "0581", "2027-03-01")).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void decidesOnlyWhatTheTableAllows(ParticipationStatus decision) {
		for (ParticipationStatus before : List.of(ParticipationStatus.APPLIED, ParticipationStatus.NOTIFIED,
				ParticipationStatus.GRANTED)) {
			String trial = trial("CONSENT", "0581");
			if (before == ParticipationStatus.GRANTED) {
				decided(trial, "GRANTED", Map.of("from", "2027-01-01"));
			}
			else {
				done("joinTrial",
						as("reporter", "join-trial", trial, Map.of("from", "2027-01-01", "status", before.name())));
			}
			assertThat(decide(trial, decision.name(), Map.of("from", "2027-01-01", "reason", "Därför."))
				.problems("decideParticipation")).as(before + " " + decision)
				.isEqualTo(before.next().contains(decision) ? List.of() : List.of("ILLEGAL_TRANSITION"));
		}
	}

	/// Whatever is accepted changes the days from its own on, and none before.
	@Test
	void whatWasOnceSoStaysSoForItsDays() {
		long seed = ThreadLocalRandom.current().nextLong();
		Random random = new Random(seed);
		int accepted = 0;
		for (int sequence = 0; sequence < 12; sequence++) {
			String trial = registered("CONSENT", FIRST.toString(), FIRST.plusDays(DAYS).toString(), "0581");
			boolean[] holds = new boolean[DAYS];
			for (int move = 0; move < 8; move++) {
				int day = random.nextInt(DAYS);
				String kind = List.of("NOTIFIED", "APPLIED", "GRANTED", "REVOKED", "LEAVE").get(random.nextInt(5));
				if (isAccepted(trial, kind, FIRST.plusDays(day))) {
					accepted++;
					switch (kind) {
						case "NOTIFIED", "GRANTED" -> Arrays.fill(holds, day, DAYS, true);
						case "REVOKED", "LEAVE" -> Arrays.fill(holds, day, DAYS, false);
						default -> {
						}
					}
				}
				for (int look = 0; look < 4; look++) {
					int at = random.nextInt(DAYS);
					assertThat(holds(trial, "0581", FIRST.plusDays(at).toString()))
						.as("seed %d, sequence %d, after %s on day %d, seen on day %d", seed, sequence, kind, day, at)
						.isEqualTo(holds[at]);
				}
			}
		}
		assertThat(accepted).as("seed %d", seed).isGreaterThan(20);
	}

	private boolean isAccepted(String trial, String kind, LocalDate day) {
		String from = day.toString();
		return switch (kind) {
			case "NOTIFIED", "APPLIED" ->
				as("reporter", "join-trial", trial, Map.of("from", from, "status", kind)).problems("joinTrial")
					.isEmpty();
			case "LEAVE" ->
				as("reporter", "leave-trial", trial, Map.of("on", from, "reason", "Därför.")).problems("leaveTrial")
					.isEmpty();
			default -> decide(trial, kind, Map.of("from", from, "reason", "Därför.")).problems("decideParticipation")
				.isEmpty();
		};
	}

	@Test
	void isJoinedTheSameWayOnce() {
		String trial = trial("PERMIT", "0581");
		done("joinTrial", as("reporter", "join-trial", trial, Map.of("from", "2027-03-01")));
		done("joinTrial", as("reporter", "join-trial", trial, Map.of("from", "2027-03-01")));
		assertThat(read(trial).texts("trial.participants", "status")).containsExactly("APPLIED");
		assertThat(as("reporter", "join-trial", trial, Map.of("from", "2027-04-01")).problems("joinTrial"))
			.containsExactly("DUPLICATE");
	}

	@Test
	void isJoinedOnlyWhereAndWhenItHoldsAndAsItsFormAllows() {
		String trial = trial("PERMIT", "2583");
		assertThat(as("reporter", "join-trial", trial, Map.of("from", "2027-03-01")).problems("joinTrial"))
			.containsExactly("INVALID");
		assertThat(as("reporter2", "join-trial", trial, Map.of("from", "2031-01-01")).problems("joinTrial"))
			.containsExactly("INVALID");
		assertThat(as("reporter2", "join-trial", trial, Map.of("from", "2027-03-01", "status", "NOTIFIED"))
			.problems("joinTrial")).containsExactly("INVALID");
		assertThat(as("analyst", "join-trial", trial, Map.of("from", "2027-03-01")).problems("joinTrial"))
			.containsExactly("INVALID");
		assertThat(read(trial).at("trial.participants")).isEmpty();
	}

	@Test
	void isJoinedForAnotherByALiaisonOnly() {
		String trial = trial("PERMIT", "0581", "2583");
		Map<String, Object> another = Map.of("from", "2027-03-01", "organisation", HAPARANDA);
		assertThat(as("reporter", "join-trial", trial, another).errors().toString()).contains("FORBIDDEN");
		done("joinTrial", as("liaison", "join-trial", trial, another));
	}

	@Test
	void runsOnToItsNewEndAgainAndAgain() {
		String trial = trial("NAMED_AREA_ACT", "0581");
		for (String until : List.of("2032-01-01", "2035-01-01")) {
			assertThat(holds(trial, "0581", until.replace("-01-01", "-06-01"))).isFalse();
			Answer extended = as("liaison", "extend-trial", trial,
					Map.of("expectedVersion", version(trial), "until", until, "by", "SFS 2029:" + until.charAt(3)));
			done("extendTrial", extended);
			assertThat(extended.text("extendTrial.trial.until")).isEqualTo(until);
			assertThat(holds(trial, "0581", LocalDate.parse(until).minusDays(1).toString())).isTrue();
			assertThat(holds(trial, "0581", until)).isFalse();
		}
		assertThat(holds(trial, "0581", "2027-01-01")).isTrue();
		assertThat(read(trial).at("trial.sources").toString()).contains("SFS 2029:2", "SFS 2029:5");
	}

	@Test
	void isNotExtendedBackwardsNorAsItWasReadBefore() {
		String trial = trial("NAMED_AREA_ACT", "0581");
		assertThat(
				as("liaison", "extend-trial", trial, Map.of("expectedVersion", 1, "until", "2030-01-01", "by", "SFS"))
					.problems("extendTrial"))
			.containsExactly("INVALID");
		assertThat(
				as("liaison", "extend-trial", trial, Map.of("expectedVersion", 7, "until", "2031-01-01", "by", "SFS"))
					.problems("extendTrial"))
			.containsExactly("STALE");
	}

	@Test
	void holdsNoLongerOnceItIsRepealedEarly() {
		String trial = trial("NAMED_AREA_ACT", "0581");
		done("recordOutcome", outcome(trial, "REPEALED_EARLY", "2028-01-01", Map.of()));
		assertThat(holds(trial, "0581", "2027-12-31")).isTrue();
		assertThat(holds(trial, "0581", "2028-01-01")).isFalse();
		Answer read = read(trial);
		assertThat(read.text("trial.outcome")).isEqualTo("REPEALED_EARLY");
		assertThat(read.text("trial.until")).isEqualTo("2028-01-01");
	}

	@Test
	void heldNowhereWhereItNeverStarted() {
		String trial = trial("NAMED_AREA_ACT", "0581");
		done("recordOutcome", outcome(trial, "NEVER_STARTED", "2026-11-01", Map.of()));
		for (String day : List.of("2027-01-01", "2028-01-01", "2029-12-31")) {
			assertThat(holds(trial, "0581", day)).isFalse();
		}
		assertThat(read(trial).text("trial.state")).isEqualTo("ENDED");
		assertThat(this.api
			.query("""
					query ($text: String) { trials(filter: {text: $text, state: PLANNED}) { nodes { id } } }""",
					Map.of("text", read(trial).text("trial.title")))
			.texts("trials.nodes", "id")).doesNotContain(trial);
	}

	@ParameterizedTest
	@CsvSource({ "EXPIRED, 2029-12-31", "REPEALED_EARLY, 2027-01-01", "REPEALED_EARLY, 2030-01-01",
			"NEVER_STARTED, 2027-01-02", "PERMANENT, 2026-01-01", "EXTENDED, 2026-01-01" })
	void cameToNothingOnADayThatCannotBe(String outcome, String on) {
		String trial = trial("NAMED_AREA_ACT", "0581");
		Map<String, Object> successor = outcome.startsWith("P") || outcome.startsWith("EXT")
				? Map.of("successor", "2003:1210") : Map.of();
		assertThat(outcome(trial, outcome, on, successor).problems("recordOutcome")).containsExactly("INVALID");
		assertThat(read(trial).at("trial.outcome").isNull()).isTrue();
	}

	@Test
	void becomesPermanentByASuccessorAndNothingMoreHappensToIt() {
		String trial = trial("NAMED_AREA_ACT", "0581");
		assertThat(outcome(trial, "PERMANENT", "2029-01-01", Map.of()).problems("recordOutcome"))
			.containsExactly("INVALID");
		assertThat(
				outcome(trial, "PERMANENT", "2029-01-01", Map.of("successor", "T-1999-0001")).problems("recordOutcome"))
			.containsExactly("NOT_FOUND");
		done("recordOutcome", outcome(trial, "PERMANENT", "2029-01-01",
				Map.of("successor", "2003:1210", "evaluation", "Statskontoret 2028:4")));
		Answer read = read(trial);
		assertThat(read.text("trial.succeededBy.id")).isEqualTo("sfs:2003:1210");
		assertThat(read.text("trial.outcomeEvaluation")).isEqualTo("Statskontoret 2028:4");
		assertThat(outcome(trial, "EXPIRED", "2030-01-01", Map.of()).problems("recordOutcome"))
			.containsExactly("INVALID");
		assertThat(as("reporter", "join-trial", trial, Map.of("from", "2027-03-01")).problems("joinTrial"))
			.containsExactly("INVALID");
	}

	@Test
	void staysInForceWhereACourtLeftItUnapplied() {
		String trial = trial("NAMED_AREA_ACT", "0581");
		Map<String, Object> ruling = Map.of("court", "Kammarrätten i Stockholm", "caseNumber", "1234-25", "on",
				"2026-02-03");
		done("recordCourtRuling", as("liaison", "record-court-ruling", trial, ruling));
		done("recordCourtRuling", as("liaison", "record-court-ruling", trial, ruling));
		assertThat(read(trial).texts("trial.notApplied", "caseNumber")).containsExactly("1234-25");
		assertThat(holds(trial, "0581", "2027-01-01")).isTrue();
		assertThat(as("liaison", "record-court-ruling", trial,
				Map.of("court", "HFD", "caseNumber", "1", "on", this.today.plusDays(1).toString()))
			.problems("recordCourtRuling")).containsExactly("INVALID");
	}

	@Test
	void asksForItsOutcomeOnceItHasEnded() {
		String past = registered("NAMED_AREA_ACT", "2001-01-01", "2003-01-01", "0581");
		String planned = trial("NAMED_AREA_ACT", "0581");
		assertThat(deadlines("2003-01-01")).contains("OUTCOME_MISSING " + past);
		assertThat(deadlines("2030-01-01")).contains("TRIAL_ENDS " + planned);
		assertThat(deadlines("2027-01-01")).contains("TRIAL_STARTS " + planned);
		done("recordOutcome", outcome(past, "EXPIRED", "2003-01-01", Map.of()));
		assertThat(deadlines("2003-01-01")).doesNotContain("OUTCOME_MISSING " + past);
	}

	@Test
	void tellsWhoHelpsItAlongAndWhatPaysForIt() {
		String trial = trial("NAMED_AREA_ACT", "0581");
		Map<String, Object> university = Map.of("name", "Linköpings universitet", "kind", "ACADEMIA", "role",
				"Utvärderar");
		Map<String, Object> fund = Map.of("source", "Social investeringsfond", "form", "SOCIAL_INVESTMENT_FUND",
				"amount", 2_000_000);
		Answer both = support(trial, List.of(university), List.of(fund));
		done("recordTrialSupport", both);
		assertThat(both.at("recordTrialSupport.trial.partners.0.role").asString()).isEqualTo("Utvärderar");
		assertThat(both.at("recordTrialSupport.trial.funding.0.amount").asInt()).isEqualTo(2_000_000);
		Answer fundOnly = support(trial, List.of(), List.of(fund));
		assertThat(fundOnly.at("recordTrialSupport.trial.partners")).isEmpty();
		assertThat(support(trial, List.of(), List.of(Map.of("source", " ", "form", "GRANT", "amount", -1)))
			.problems("recordTrialSupport")).containsExactly("INVALID", "INVALID");
	}

	private Answer support(String trial, List<Map<String, Object>> partners, List<Map<String, Object>> funding) {
		return as("liaison", "record-trial-support", trial,
				Map.of("expectedVersion", version(trial), "partners", partners, "funding", funding));
	}

	private List<String> deadlines(String on) {
		List<String> deadlines = new ArrayList<>();
		this.api
			.query("""
					query ($from: Date, $until: Date) { deadlines(from: $from, until: $until, area: "0581", first: 100) {
						nodes { kind subject { id } } } }""",
					Map.of("from", on, "until", LocalDate.parse(on).plusDays(1).toString()))
			.at("deadlines.nodes")
			.forEach((node) -> deadlines
				.add(node.path("kind").asString() + " " + node.path("subject").path("id").asString()));
		return deadlines;
	}

	private Answer outcome(String trial, String outcome, String on, Map<String, Object> more) {
		Map<String, Object> input = new HashMap<>(more);
		input.putAll(Map.of("outcome", outcome, "on", on, "reason", "Därför.", "expectedVersion", version(trial)));
		return as("liaison", "record-outcome", trial, input);
	}

	private Answer decide(String trial, String status, Map<String, Object> more) {
		Map<String, Object> input = new HashMap<>(more);
		input.putAll(Map.of("organisation", NORRKOPING, "status", status, "decidedBy", "Finansdepartementet"));
		return as("liaison", "decide-participation", trial, input);
	}

	private void decided(String trial, String status, Map<String, Object> more) {
		done("decideParticipation", decide(trial, status, more));
	}

	private Answer as(String account, String operation, String trial, Map<String, Object> more) {
		Map<String, Object> input = new HashMap<>(more);
		input.put("id", trial);
		return this.api.as(account).run(operation, Map.of("input", input));
	}

	private static void done(String mutation, Answer answer) {
		assertThat(answer.problems(mutation)).as(answer.toString()).isEmpty();
	}

	private String trial(String instrument, String... areas) {
		return registered(instrument, "2027-01-01", "2030-01-01", areas);
	}

	private String registered(String instrument, String from, String until, String... areas) {
		Map<String, Object> clause = Map.of("citations", List.of("21 kap. 4 § skollagen"), "text",
				"Fjärrundervisning får användas i alla ämnen.", "areas", List.of(areas), "from", from, "until", until);
		Answer answer = this.api.as("liaison")
			.run("register-trial", Map.of("input", Map.of("idempotencyKey", UUID.randomUUID().toString(), "title",
					RandomWord.startingWith("Försök "), "instrument", instrument, "clauses", List.of(clause))));
		done("registerTrial", answer);
		return answer.text("registerTrial.trial.id");
	}

	private int version(String trial) {
		return read(trial).at("trial.version").asInt();
	}

	private Answer read(String trial) {
		return this.api.query("""
				query ($id: ID!) { trial(id: $id) { title version until state outcome outcomeEvaluation sources
					participants { status from until reason } notApplied { caseNumber } succeededBy { id } } }""",
				Map.of("id", trial));
	}

	private boolean holds(@Nullable String trial, String area, String on) {
		return this.api
			.query("""
					query ($area: String!, $on: Date!) { effectiveRules(area: $area, on: $on) { trial { id } } }""",
					Map.of("area", area, "on", on))
			.texts("effectiveRules", "trial.id")
			.contains(trial);
	}

}
