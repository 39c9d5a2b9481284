package se.frirum.obstacle;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.Report;
import se.frirum.Report.Case;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// A municipality reports a rule that stands in its way: cites it, corrects its draft,
/// hands it in.
@FrirumTest
class ObstacleReportingIT {

	private final Api api;

	private final Api reporter;

	private final ObstacleMoves moves;

	ObstacleReportingIT(Api api) {
		this.api = api;
		this.reporter = api.as("reporter");
		this.moves = ObstacleMoves.by(this.reporter);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
			"21 kap. 4 § skollagen                          | 2010:800#K21P4     | 21 kap. 4 § skollagen (2010:800)",
			"21 kap 4 § SkolL                               | 2010:800#K21P4     | 21 kap. 4 § skollagen (2010:800)",
			"21:4 SkolL                                     | 2010:800#K21P4     | 21 kap. 4 § skollagen (2010:800)",
			"21 kap. 4 § skollagen (2010:800)               | 2010:800#K21P4     | 21 kap. 4 § skollagen (2010:800)",
			"21 kap. 3 § andra stycket 1 skollagen          | 2010:800#K21P3S2N1 | 21 kap. 3 § skollagen (2010:800)",
			"sfs:2010:800#K21P4                             | 2010:800#K21P4     | 21 kap. 4 § skollagen (2010:800)",
			"2 kap. 3 § lagen (1998:808) om miljö …         | 1998:808#K2P3      | 2 kap. 3 § miljöbalken (1998:808)",
			"1 kap. 1 § socialtjänstlagen                   | 2025:400#K1P1      | 1 kap. 1 § socialtjänstlagen (2025:400)",
			"skollagen                                      | 2010:800           | ",
			"HSLF-FS 2017:40                                | HSLF-FS 2017:40    | ",
			"32014L0024                                     | 32014L0024         | " })
	void aRuleIsCitedAsPeopleWriteIt(String citation, String target, String provision) {
		Case draft = Report.by(this.reporter).citing(citation).draft();
		Answer read = this.moves.read(draft.id());
		assertThat(read.texts("obstacle.blockedBy", "target")).containsExactly(target);
		if (provision == null) {
			assertThat(read.at("obstacle.blockedBy.0.provision").isNull()).isTrue();
		}
		else {
			assertThat(read.text("obstacle.blockedBy.0.provision.citation")).isEqualTo(provision);
		}
	}

	@Test
	void rulesStandInTheOrderTheyAreCitedWithHowTheyBlock() {
		Case draft = Report.by(this.reporter)
			.with("blockedBy",
					List.of(Map.of("citation", "21:8 SkolL", "how", "Bara genom förordning."),
							Map.of("citation", "HSLF-FS 2017:40"), Map.of("citation", "21:4 SkolL")))
			.draft();
		Answer read = this.moves.read(draft.id());
		assertThat(read.texts("obstacle.blockedBy", "target")).containsExactly("2010:800#K21P8", "HSLF-FS 2017:40",
				"2010:800#K21P4");
		assertThat(read.text("obstacle.blockedBy.0.how")).isEqualTo("Bara genom förordning.");
	}

	@Test
	void anAgencyRuleOrEuActThatNobodyLoadedIsAStub() {
		int number = ThreadLocalRandom.current().nextInt(1_000, 9_999);
		Case draft = Report.by(this.reporter).citing("TESTFS 2031:" + number, "32031L" + number).draft();
		Answer read = this.moves.read(draft.id());
		assertThat(read.at("obstacle.blockedBy"))
			.extracting((rule) -> rule.at("/law/designation").asString(), (rule) -> rule.at("/law/kind").asString(),
					(rule) -> rule.at("/law/known").asBoolean())
			.containsExactly(tuple("TESTFS 2031:" + number, "AGENCY_REGULATION", false),
					tuple("32031L" + number, "EU_ACT", false));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
			"99 kap. 1 § skollagen                           | NOT_FOUND | skollagen (2010:800) has no 99 kap.",
			"21 kap. 99 § skollagen                          | NOT_FOUND | has no 21 kap. 99 §. It has 21 kap. 1 §",
			"4 § skollagen                                   | INVALID   | has a 4 § in several chapters",
			"1 kap. 3 § lagen (1977:439)                     | NOT_FOUND | has no chapters. Write '3 §",
			"3 § enhörningslagen                             | NOT_FOUND | No act is called 'enhörningslagen'.",
			"1 kap. 1 § lagen (2001:453)                     | INVALID   | Write the act that applies: (2025:400).",
			"'  '                                            | INVALID   | is not a citation" })
	void aRuleThatCannotBeMeantIsRefusedWithWhatToWriteInstead(String citation, String code, String message) {
		Answer refused = Report.by(this.reporter).citing("21:4 SkolL", citation).send();
		assertThat(refused.problems("reportObstacle")).containsExactly(code);
		assertThat(refused.text("reportObstacle.problems.0.message")).contains(message);
		assertThat(refused.at("reportObstacle.problems.0.path").values()).extracting((step) -> step.asString())
			.containsExactly("input", "blockedBy", "1", "citation");
		assertThat(refused.at("reportObstacle.obstacle").isNull()).isTrue();
	}

	@Test
	void aRuleIsCitedOnce() {
		Answer refused = Report.by(this.reporter).citing("21 kap. 4 § skollagen", "21:4 SkolL").send();
		assertThat(refused.problems("reportObstacle")).containsExactly("INVALID");
		assertThat(refused.text("reportObstacle.problems.0.message")).contains("cited twice");
	}

	@Test
	void allThatIsWrongIsSaidAtOnce() {
		Answer refused = Report.by(this.reporter)
			.citing("99 kap. 1 § skollagen", "3 § enhörningslagen", "1 kap. 1 § lagen (2001:453)")
			.affecting("education", "enhörningar")
			.with("title", " ")
			.with("description", "å".repeat(20_001))
			.with("consequence", "Ett \u0007 ljud")
			.with("yearlyCost", -1)
			.with("mandate", "BOARD_DECISION")
			.send();
		assertThat(refused.at("reportObstacle.problems").values())
			.extracting((problem) -> problem.path("code").asString(),
					(problem) -> String.join(".",
							problem.path("path").valueStream().map((step) -> step.asString()).toList()))
			.containsExactlyInAnyOrder(tuple("INVALID", "input.title"), tuple("INVALID", "input.description"),
					tuple("INVALID", "input.consequence"), tuple("INVALID", "input.yearlyCost"),
					tuple("INVALID", "input.decision"), tuple("NOT_FOUND", "input.blockedBy.0.citation"),
					tuple("NOT_FOUND", "input.blockedBy.1.citation"), tuple("INVALID", "input.blockedBy.2.citation"),
					tuple("NOT_FOUND", "input.services.1"));
		assertThat(refused.at("reportObstacle.obstacle").isNull()).isTrue();
	}

	@Test
	void textsEndAtTheirLimits() {
		Answer kept = Report.by(this.reporter)
			.with("title", "å".repeat(200))
			.with("description", "😀".repeat(20_000))
			.with("submit", false)
			.send();
		assertThat(kept.problems("reportObstacle")).isEmpty();
		Answer refused = Report.by(this.reporter).with("title", "å".repeat(201)).send();
		assertThat(refused.text("reportObstacle.problems.0.message"))
			.isEqualTo("At most 200 characters; this has 201.");
	}

	@ParameterizedTest
	@ValueSource(ints = { 51, 10_001 })
	void moreCitationsThanBelongTogetherAreTooMany(int number) {
		Answer refused = Report.by(this.reporter)
			.with("blockedBy", Collections.nCopies(number, Map.of("citation", "21:4 SkolL")))
			.send();
		assertThat(refused.problems("reportObstacle")).containsExactly("TOO_LARGE");
		assertThat(refused.text("reportObstacle.problems.0.message"))
			.startsWith("At most 50 citations; this has %,d.".formatted(number));
	}

	@Test
	void aDraftGrowsUntilItIsHandedIn() {
		Case draft = Report.by(this.reporter).with("description", "").with("consequence", "Det tar tid.").draft();
		assertThat(draft.reference()).isEmpty();
		assertThat(this.moves.submit(draft).problems("submitObstacle")).containsExactly("INVALID");
		Answer updated = this.moves.update(draft, Map.of("description", "Så här är det.", "blockedBy",
				List.of(Map.of("citation", "21:4 SkolL")), "services", List.of("education.compulsory")));
		assertThat(updated.problems("updateObstacle")).isEmpty();
		assertThat(updated.text("updateObstacle.obstacle.status")).isEqualTo("DRAFT");
		Answer submitted = this.moves.submit(later(draft, updated.at("updateObstacle.obstacle.version").asInt()));
		assertThat(submitted.problems("submitObstacle")).isEmpty();
		assertThat(submitted.text("submitObstacle.obstacle.reference"))
			.matches("H-" + LocalDate.now(ZoneId.of("Europe/Stockholm")).getYear() + "-\\d{4,}");
		assertThat(submitted.text("submitObstacle.obstacle.status")).isEqualTo("SUBMITTED");
		assertThat(submitted.text("submitObstacle.obstacle.consequence")).isEqualTo("Det tar tid.");
		assertThat(submitted.texts("submitObstacle.obstacle.blockedBy", "target")).containsExactly("2010:800#K21P4");
		assertThat(submitted.texts("submitObstacle.obstacle.affects", "code")).containsExactly("education.compulsory");
		assertThat(this.moves.history(draft).texts("events.nodes", "type")).containsExactly("OBSTACLE_DRAFTED",
				"OBSTACLE_UPDATED", "OBSTACLE_SUBMITTED");
	}

	@Test
	void whatIsLeftOutOfAnUpdateStays() {
		Case draft = Report.by(this.reporter)
			.citing("21:4 SkolL")
			.affecting("education")
			.with("consequence", "Det tar tid.")
			.with("yearlyCost", 400_000)
			.with("kind", "SECRECY")
			.with("hinders", List.of("FINANCING"))
			.with("mandate", "BOARD_DECISION")
			.with("decision", "KS § 123")
			.draft();
		Answer updated = this.moves.update(draft, Map.of("title", "En annan rubrik"));
		Answer read = this.moves.read(draft.id());
		assertThat(read.at("obstacle").toString()).isEqualTo(updated.at("updateObstacle.obstacle").toString());
		assertThat(read.text("obstacle.title")).isEqualTo("En annan rubrik");
		assertThat(read.text("obstacle.consequence")).isEqualTo("Det tar tid.");
		assertThat(read.at("obstacle.yearlyCost").asInt()).isEqualTo(400_000);
		assertThat(read.text("obstacle.kind")).isEqualTo("SECRECY");
		assertThat(read.text("obstacle.hinders.0")).isEqualTo("FINANCING");
		assertThat(read.text("obstacle.decision")).isEqualTo("KS § 123");
		assertThat(read.texts("obstacle.blockedBy", "target")).containsExactly("2010:800#K21P4");
		assertThat(read.texts("obstacle.affects", "code")).containsExactly("education");
	}

	@Test
	void nullTakesAwayWhatMayBeMissing() {
		Case draft = Report.by(this.reporter).with("consequence", "Det tar tid.").with("yearlyCost", 400_000).draft();
		Map<String, Object> nothing = new HashMap<>();
		nothing.put("consequence", null);
		nothing.put("yearlyCost", null);
		Answer updated = this.moves.update(draft, nothing);
		assertThat(updated.problems("updateObstacle")).isEmpty();
		assertThat(updated.at("updateObstacle.obstacle.consequence").isNull()).isTrue();
		assertThat(updated.at("updateObstacle.obstacle.yearlyCost").isNull()).isTrue();
		assertThat(updated.text("updateObstacle.obstacle.description")).isNotEmpty();
	}

	@Test
	void theRulesAndServicesOfAnUpdateReplaceTheOldOnes() {
		Case draft = Report.by(this.reporter).citing("21:4 SkolL", "21:8 SkolL").affecting("education").draft();
		Answer updated = this.moves.update(draft,
				Map.of("blockedBy", List.of(Map.of("citation", "21:8 SkolL")), "services", List.of()));
		assertThat(updated.texts("updateObstacle.obstacle.blockedBy", "target")).containsExactly("2010:800#K21P8");
		assertThat(updated.at("updateObstacle.obstacle.affects").size()).isZero();
	}

	@Test
	void twoParagraphsOfASectionCanBlockACaseThatIsHandedInLater() {
		Case draft = Report.by(this.reporter)
			.citing("21 kap. 3 § första stycket skollagen", "21 kap. 3 § andra stycket skollagen")
			.draft();
		Answer submitted = this.moves.submit(draft);
		assertThat(submitted.problems("submitObstacle")).isEmpty();
		assertThat(submitted.texts("submitObstacle.obstacle.blockedBy", "target")).containsExactly("2010:800#K21P3S1",
				"2010:800#K21P3S2");
	}

	@Test
	void anUpdateThatIsRefusedChangesNothing() {
		Case draft = Report.by(this.reporter).citing("21:4 SkolL").draft();
		Answer refused = this.moves.update(draft,
				Map.of("title", "Ny", "blockedBy", List.of(Map.of("citation", "3 § enhörningslagen"))));
		assertThat(refused.problems("updateObstacle")).containsExactly("NOT_FOUND");
		Answer read = this.moves.read(draft.id());
		assertThat(read.text("obstacle.title")).contains(draft.word());
		assertThat(read.at("obstacle.version").asInt()).isEqualTo(draft.version());
		assertThat(read.texts("obstacle.blockedBy", "target")).containsExactly("2010:800#K21P4");
	}

	@Test
	void aDiscardedDraftIsGoneAndOnlyItsOrganisationKnows() {
		Case draft = Report.by(this.reporter).citing("21:4 SkolL").draft();
		Answer discarded = this.moves.discard(draft, Map.of("reason", "Fel ärende"));
		assertThat(discarded.text("discardDraft.discarded")).isEqualTo(draft.id());
		assertThat(this.moves.read(draft.id()).at("obstacle").isNull()).isTrue();
		assertThat(this.moves.history(draft).texts("events.nodes", "type")).containsExactly("OBSTACLE_DRAFTED",
				"OBSTACLE_DISCARDED");
		for (String account : List.of("public", "reporter2", "analyst", "liaison", "admin")) {
			assertThat(ObstacleMoves.by(this.api.as(account)).history(draft).at("events.totalCount").asInt()).isZero();
		}
		assertThat(this.moves.discard(draft, Map.of()).problems("discardDraft")).containsExactly("NOT_FOUND");
	}

	@Test
	void theReasonForDiscardingIsCheckedLikeAnyText() {
		Case draft = Report.by(this.reporter).draft();
		assertThat(this.moves.discard(draft, Map.of("reason", "Fel\u0007")).problems("discardDraft"))
			.containsExactly("INVALID");
		assertThat(this.moves.discard(draft, Map.of("reason", "x".repeat(20_001))).problems("discardDraft"))
			.containsExactly("INVALID");
	}

	@Test
	void whatWasHandedInIsNoDraftAnyMore() {
		Case submitted = Report.by(this.reporter).submitted();
		assertThat(this.moves.update(submitted, Map.of("title", "Ny")).problems("updateObstacle"))
			.containsExactly("ILLEGAL_TRANSITION");
		assertThat(this.moves.submit(submitted).problems("submitObstacle")).containsExactly("ILLEGAL_TRANSITION");
		assertThat(this.moves.discard(submitted, Map.of()).problems("discardDraft"))
			.containsExactly("ILLEGAL_TRANSITION");
		assertThat(this.moves.read(submitted.id()).at("obstacle.version").asInt()).isEqualTo(submitted.version());
	}

	@Test
	void anotherOrganisationChangesNothing() {
		Case published = Report.by(this.reporter).takenUp();
		Case draft = Report.by(this.reporter).draft();
		ObstacleMoves haparanda = ObstacleMoves.by(this.api.as("reporter2"));
		assertThat(haparanda.update(published, Map.of("title", "Vårt")).problems("updateObstacle"))
			.containsExactly("INVALID");
		assertThat(haparanda.update(draft, Map.of("title", "Vårt")).problems("updateObstacle"))
			.containsExactly("NOT_FOUND");
		assertThat(this.moves.read(published.id()).text("obstacle.title")).contains(published.word());
		assertThat(this.moves.read(draft.id()).text("obstacle.title")).contains(draft.word());
	}

	@Test
	void whoReadAnOlderVersionIsToldSo() {
		Case draft = Report.by(this.reporter).draft();
		this.moves.update(draft, Map.of("title", "Först"));
		Answer stale = this.moves.update(draft, Map.of("title", "Sedan"));
		assertThat(stale.problems("updateObstacle")).containsExactly("STALE");
		assertThat(stale.text("updateObstacle.problems.0.message")).contains("version " + (draft.version() + 1));
		assertThat(this.moves.submit(draft).problems("submitObstacle")).containsExactly("STALE");
		assertThat(this.moves.discard(draft, Map.of()).problems("discardDraft")).containsExactly("STALE");
		assertThat(this.moves.read(draft.id()).text("obstacle.title")).isEqualTo("Först");
	}

	@Test
	void ofTwoSimultaneousUpdatesOneIsStale() {
		for (int round = 0; round < 10; round++) {
			Case draft = Report.by(this.reporter).draft();
			List<Answer> answers = Api.atOnce(List.of(() -> this.moves.update(draft, Map.of("title", "Ett")),
					() -> this.moves.update(draft, Map.of("title", "Två"))));
			assertThat(answers).extracting((answer) -> answer.problems("updateObstacle"))
				.containsExactlyInAnyOrder(List.of(), List.of("STALE"));
			assertThat(this.moves.read(draft.id()).at("obstacle.version").asInt()).isEqualTo(draft.version() + 1);
		}
	}

	@Test
	void referencesCountWithoutGapsWhoeverHandsInAtTheSameTime() {
		List<Callable<Answer>> requests = new ArrayList<>();
		IntStream.range(0, 15).forEach((_) -> requests.add(() -> Report.by(this.reporter).send()));
		IntStream.range(0, 5).forEach((_) -> requests.add(() -> Report.by(this.reporter).citing("1 § nix").send()));
		IntStream.range(0, 5).forEach((_) -> requests.add(() -> Report.by(this.api.as("reporter2")).send()));
		Collections.shuffle(requests);
		List<Integer> numbers = Api.atOnce(requests)
			.stream()
			.filter((answer) -> answer.problems("reportObstacle").isEmpty())
			.map((answer) -> Integer.valueOf(answer.text("reportObstacle.obstacle.reference").substring(7)))
			.sorted()
			.toList();
		assertThat(numbers).hasSize(20)
			.containsExactlyElementsOf(IntStream.range(numbers.getFirst(), numbers.getFirst() + 20).boxed().toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "reporter", "analyst", "liaison" })
	void whoeverWritesADraftFindsItByItsWords(String account) {
		Case draft = Report.by(this.api.as(account)).draft();
		Answer found = this.api.as(account)
			.query("query ($text: String!) { obstacles(filter: {text: $text}) { nodes { id } } }",
					Map.of("text", draft.word()));
		assertThat(found.texts("obstacles.nodes", "id")).containsExactly(draft.id());
	}

	private static Case later(Case subject, int version) {
		return new Case(subject.id(), subject.reference(), version, subject.word());
	}

}
