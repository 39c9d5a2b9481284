package se.frirum.platform.answer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.RandomWord;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.Proposing;
import se.frirum.Report;
import se.frirum.Report.Case;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// What must not be read is masked, wherever it stood; and personal identity numbers are
/// not let in.
@FrirumTest
class RedactionIT {

	/// One of Skatteverket's numbers for tests, which nobody has.
	private static final String IDENTITY_NUMBER = "19900101-2385";

	private static final String REDACT = """
			mutation ($input: RedactInput!) {
				redact(input: $input) {
					subject { id
						... on Obstacle { reference version title description consequence }
						... on SimplificationProposal { reference version title rationale }
						... on Event { type reason } }
					problems { code message path } } }""";

	private static final String WHOLE = """
			query ($id: ID!) {
				node(id: $id) {
					... on Obstacle { title description consequence endorsements { nodes { note } }
						history(first: 100) { nodes { reason } } }
					... on SimplificationProposal { title rationale opinions { nodes { text } }
						history(first: 100) { nodes { reason } } } }
				caseFile(id: $id) {
					subject {
						... on Obstacle { title description consequence endorsements { nodes { note } } }
						... on SimplificationProposal { title rationale opinions { nodes { text } } } }
					log { reason } } }""";

	private final Api api;

	private final LocalDate today;

	RedactionIT(Api api, Clock clock) {
		this.api = api;
		this.today = LocalDate.now(clock);
	}

	@Test
	void aCaseIsMaskedWhereverItWasRead() {
		String secret = secret();
		Case subject = Report.by(this.api.as("reporter"))
			.with("title", "Elev " + secret)
			.with("description", "Hos " + secret + " i Norrköping.")
			.with("consequence", "Att " + secret + " väntar.")
			.takenUp();
		assertThat(found("public", secret)).isTrue();
		Case masked = subject.after(redact("analyst", subject, Map.of("title", "En elev", "description", "[maskerat]",
				"consequence", "[maskerat]", "reason", "Namnet på en elev.")));
		assertThat(masked.version()).isEqualTo(subject.version() + 1);
		for (String account : List.of("public", "reporter", "analyst", "admin")) {
			assertThat(found(account, secret)).as(account).isFalse();
			assertThat(whole(account, subject.id())).as(account).contains("En elev").doesNotContain(secret);
		}
	}

	@Test
	void aPassageIsMaskedWhereverACaseAndItsLogSayIt() {
		String secret = secret();
		Case subject = Report.by(this.api.as("reporter"))
			.with("title", "Elev " + secret)
			.with("blockedBy", List.of(Map.of("citation", "26 kap. 1 § OSL", "how", "Om " + secret + ".")))
			.takenUp();
		this.api.as("reporter2")
			.run("endorse-obstacle", Map.of("input", Map.of("id", subject.id(), "note", "Även " + secret)));
		this.api.as("reporter2")
			.run("add-case-number", Map.of("input",
					Map.of("id", subject.id(), "number", "KS " + secret, "registeredOn", "2026-01-01")));
		Case asked = subject.after(run("analyst", "review-obstacle",
				with(subject, Map.of("decision", "REQUEST_INFORMATION", "reason", "Är det " + secret + "?"))));
		String everything = """
				query ($id: ID!) { obstacle(id: $id) { title blockedBy { how } endorsements { nodes { note } }
					caseNumbers { number } history(first: 100) { nodes { reason } } } }""";
		assertThat(this.api.as("analyst").query(everything, Map.of("id", asked.id())).toString().split(secret))
			.hasSizeGreaterThan(6);
		redact("analyst", asked, Map.of("passage", secret, "reason", "Namnet på en elev."));
		for (String account : List.of("public", "reporter", "analyst", "admin")) {
			assertThat(this.api.as(account).query(everything, Map.of("id", asked.id())).toString()).as(account)
				.contains("Elev [maskerat]")
				.doesNotContain(secret);
			assertThat(found(account, secret)).as(account).isFalse();
		}
	}

	@Test
	void aPassageIsMaskedInAProposalItsAssessmentAndWhatOthersSay() {
		String secret = secret();
		Case proposal = Proposing.by(this.api.as("reporter"))
			.with("rationale", "Som " + secret + " sade.")
			.changing("21 kap. 4 § skollagen")
			.takenUp();
		Case assessed = proposal.after(run("analyst", "assess-consequences",
				with(proposal, Map.of("problem", "Enligt " + secret, "zeroOption", "b", "alternatives", "c"))));
		run("reporter2", "give-opinion",
				Map.of("id", proposal.id(), "stance", "SUPPORTS", "text", "Som " + secret, "decision", "Av " + secret));
		String everything = """
				query ($id: ID!) { proposal(id: $id) { rationale assessment { problem } opinions { nodes { text decision } }
					history(first: 100) { nodes { reason } } } }""";
		assertThat(this.api.query(everything, Map.of("id", proposal.id())).toString().split(secret))
			.hasSizeGreaterThan(4);
		redact("analyst", assessed, Map.of("passage", secret, "reason", "Ett namn."));
		assertThat(this.api.query(everything, Map.of("id", proposal.id())).toString())
			.contains("Enligt [maskerat]", "Av [maskerat]")
			.doesNotContain(secret);
	}

	@Test
	void aPassageIsMaskedInGuidanceAndInTheWordingOfAChange() {
		String secret = secret();
		Case subject = Report.by(this.api.as("reporter")).takenUp();
		Case closed = subject.after(run("analyst", "review-obstacle",
				with(subject, Map.of("decision", "CLOSE", "closure", "POSSIBLE_TODAY", "reason", "Det går i dag.",
						"guidance", Map.of("text", "Gör som " + secret, "source", "Brev från " + secret)))));
		redact("analyst", closed, Map.of("passage", secret, "reason", "Ett namn."));
		assertThat(this.api
			.query("query ($id: ID!) { obstacle(id: $id) { guidance { text source } } }", Map.of("id", subject.id()))
			.toString()).contains("Gör som [maskerat]", "Brev från [maskerat]").doesNotContain(secret);
		Case proposal = Proposing.by(this.api.as("reporter"))
			.with("changes",
					List.of(Map.of("citation", "21 kap. 4 § skollagen", "change", "AMEND", "wording",
							"Inte " + secret + ".")))
			.takenUp();
		redact("analyst", proposal, Map.of("passage", secret, "reason", "Ett namn."));
		assertThat(this.api
			.query("query ($id: ID!) { proposal(id: $id) { changes { wording } } }", Map.of("id", proposal.id()))
			.toString()).contains("Inte [maskerat].").doesNotContain(secret);
	}

	@Test
	void aPassageIsMaskedInATrialItsEvaluationAndItsParticipants() {
		String secret = secret();
		String trial = run("liaison", "register-trial",
				Map.of("idempotencyKey", UUID.randomUUID().toString(), "title", "Försök", "purpose", "Som " + secret,
						"instrument", "PERMIT", "clauses",
						List.of(Map.of("citations", List.of("21 kap. 4 § skollagen"), "text", "Enligt " + secret,
								"areas", List.of("0581"), "from", "2020-01-01", "until", "2050-01-01"))))
			.text("registerTrial.trial.id");
		run("reporter", "join-trial", Map.of("id", trial, "from", "2021-01-01"));
		run("liaison", "decide-participation", Map.of("id", trial, "organisation", "organisation:0581", "status",
				"REFUSED", "decidedBy", "Av " + secret, "reason", "För att " + secret + " sade nej."));
		run("liaison", "plan-evaluation",
				Map.of("id", trial, "expectedVersion", version(trial), "question", "Vad vill " + secret + "?",
						"evaluator", secret, "dueOn", "2049-01-01", "comparisonAreas", List.of("0580"), "indicators",
						List.of(Map.of("name", "Väntetid", "perspective", "EFFECT", "unit", "dagar", "baseline", 30,
								"target", 10))));
		run("liaison", "record-measurement", Map.of("id", trial, "indicator", "Väntetid", "area", "0580", "on",
				this.today.toString(), "value", 20, "note", "Mätt av " + secret));
		run("liaison", "record-trial-support", Map.of("id", trial, "expectedVersion", version(trial), "partners",
				List.of(Map.of("name", secret, "kind", "ACADEMIA"))));
		String everything = """
				query ($id: ID!) { trial(id: $id) { purpose clauses { text } participants { decidedBy reason }
					partners { name kind } evaluation { question evaluator indicators { measurements { note area { code } } } }
					history(first: 100) { nodes { type reason } } } }""";
		assertThat(this.api.query(everything, Map.of("id", trial)).toString().split(secret)).hasSizeGreaterThan(8);
		Answer masked = redact("analyst", trial, version(trial), Map.of("passage", secret, "reason", "Ett namn."));
		assertThat(masked.problems("redact")).isEmpty();
		assertThat(this.api.query(everything, Map.of("id", trial)).toString())
			.contains("För att [maskerat] sade nej.", "TRIAL_REDACTED", "ACADEMIA", "\"0580\"")
			.doesNotContain(secret);
	}

	@Test
	void theReasonOfATrialsEntryIsMaskedWithTheDecisionItCameFromAndNoOther() {
		String secret = secret();
		String trial = run("liaison", "register-trial",
				Map.of("idempotencyKey", UUID.randomUUID().toString(), "title", "Försök", "instrument", "PERMIT",
						"clauses",
						List.of(Map.of("citations", List.of("21 kap. 4 § skollagen"), "text", "Undantag.", "areas",
								List.of("0581", "2583"), "from", "2020-01-01", "until", "2050-01-01"))))
			.text("registerTrial.trial.id");
		for (String account : List.of("reporter", "reporter2")) {
			run(account, "join-trial", Map.of("id", trial, "from", "2021-01-01"));
		}
		for (String organisation : List.of("organisation:0581", "organisation:2583")) {
			run("liaison", "decide-participation", Map.of("id", trial, "organisation", organisation, "status",
					"REFUSED", "decidedBy", "Finansdepartementet", "reason", "För att " + secret + " sade nej."));
		}
		String reasons = """
				query ($id: ID!) { trial(id: $id) { participants { organisation { id } reason } history(first: 100) { nodes { id reason } } } }""";
		Answer before = this.api.query(reasons, Map.of("id", trial));
		String entry = before.at("trial.history.nodes")
			.valueStream()
			.filter((event) -> event.path("reason").asString("").contains(secret))
			.findFirst()
			.orElseThrow()
			.path("id")
			.asString();
		redact("analyst", entry, version(trial), Map.of("reason", "Ett namn."));
		Answer after = this.api.query(reasons, Map.of("id", trial));
		for (JsonNode part : after.at("trial.participants")) {
			boolean masked = part.at("/organisation/id").asString().equals("organisation:0581");
			assertThat(part.path("reason").asString())
				.isEqualTo(masked ? "[maskerat]" : "För att " + secret + " sade nej.");
		}
		assertThat(after.at("trial.history.nodes").toString().split(secret)).as("left in one entry").hasSize(2);
	}

	private int version(String trial) {
		return this.api.query("query ($id: ID!) { trial(id: $id) { version } }", Map.of("id", trial))
			.at("trial.version")
			.asInt();
	}

	@Test
	void whatIsMaskedInOneOfTwoMergedCasesIsMaskedInTheOther() {
		String secret = secret();
		Case duplicate = Report.by(this.api.as("reporter")).takenUp();
		Case into = Report.by(this.api.as("reporter")).takenUp();
		run("analyst", "merge-obstacles",
				Map.of("duplicate", duplicate.id(), "into", into.id(), "reason", "Båda är från " + secret + "."));
		redact("analyst", into, Map.of("passage", secret, "reason", "Ett namn."));
		for (Case each : List.of(duplicate, into)) {
			assertThat(whole("analyst", each.id())).contains("Båda är från [maskerat].").doesNotContain(secret);
		}
	}

	@Test
	void aPassageThatTheCaseDoesNotSayIsNotMasked() {
		Case subject = Report.by(this.api.as("reporter")).takenUp();
		assertThat(
				redact("analyst", subject, Map.of("passage", "Någon annan", "reason", "Ett namn.")).problems("redact"))
			.containsExactly("INVALID");
	}

	@Test
	void aPassageIsNotRepeatedInTheReasonAndNotTooShort() {
		Case subject = Report.by(this.api.as("reporter")).takenUp();
		assertThat(redact("analyst", subject, Map.of("passage", "Anna", "reason", "Om Anna.")).problems("redact"))
			.containsExactly("INVALID");
		assertThat(redact("analyst", subject, Map.of("passage", "x", "reason", "Namn.")).problems("redact"))
			.containsExactly("INVALID");
	}

	@Test
	void onlyWhatIsNamedIsMasked() {
		Case subject = Report.by(this.api.as("reporter")).with("consequence", "Det blir dyrt.").takenUp();
		Answer masked = redact("liaison", subject, Map.of("description", "[maskerat]", "reason", "En elev nämns."));
		assertThat(masked.text("redact.subject.title")).contains(subject.word());
		assertThat(masked.text("redact.subject.description")).isEqualTo("[maskerat]");
		assertThat(masked.text("redact.subject.consequence")).isEqualTo("Det blir dyrt.");
	}

	@Test
	void theLogTellsThatACaseWasMaskedByWhomAndWhy() {
		Case subject = Report.by(this.api.as("reporter")).takenUp();
		redact("analyst", subject, Map.of("description", "[maskerat]", "reason", "En elev nämns."));
		Answer log = log("reporter", subject.id());
		int last = log.at("events.nodes").size() - 1;
		assertThat(log.text("events.nodes." + last + ".type")).isEqualTo("OBSTACLE_REDACTED");
		assertThat(log.text("events.nodes." + last + ".reason")).isEqualTo("En elev nämns.");
		assertThat(log.text("events.nodes." + last + ".organisation.id")).isEqualTo("organisation:skr");
	}

	@Test
	void aProposalIsMaskedToo() {
		String secret = secret();
		Case subject = Proposing.by(this.api.as("reporter"))
			.with("title", "Efter " + secret)
			.with("rationale", "Som " + secret + " visade.")
			.changing("21 kap. 4 § skollagen")
			.takenUp();
		assertThat(found("public", secret)).isTrue();
		Answer masked = redact("liaison", subject,
				Map.of("title", "Efter ett fall", "description", "[maskerat]", "reason", "Ett namn."));
		assertThat(masked.text("redact.subject.rationale")).isEqualTo("[maskerat]");
		assertThat(found("admin", secret)).isFalse();
		assertThat(whole("public", subject.id())).contains("Efter ett fall").doesNotContain(secret);
		assertThat(log("public", subject.id()).texts("events.nodes", "type")).endsWith("PROPOSAL_REDACTED");
	}

	@Test
	void theReasonOfAnEntryIsMaskedAndTheEndorsementItCameWith() {
		String secret = secret();
		Case subject = Report.by(this.api.as("reporter")).takenUp();
		run("reporter2", "endorse-obstacle", Map.of("id", subject.id(), "note", "Som hos " + secret));
		assertThat(whole("public", subject.id())).contains(secret);
		Answer masked = redact("analyst", event(subject, "OBSTACLE_ENDORSED"), subject.version(),
				Map.of("reason", "Ett namn."));
		assertThat(masked.problems("redact")).isEmpty();
		assertThat(masked.text("redact.subject.type")).isEqualTo("OBSTACLE_ENDORSED");
		assertThat(masked.text("redact.subject.reason")).isEqualTo("[maskerat]");
		assertThat(whole("admin", subject.id())).contains("[maskerat]").doesNotContain(secret);
		assertThat(log("public", subject.id()).texts("events.nodes", "type")).endsWith("OBSTACLE_REASON_REDACTED");
	}

	@Test
	void anOpinionIsMaskedWithItsEntry() {
		String secret = secret();
		Case subject = Proposing.by(this.api.as("reporter")).changing("21 kap. 4 § skollagen").takenUp();
		run("reporter2", "give-opinion", Map.of("id", subject.id(), "stance", "SUPPORTS", "text", "Jfr " + secret));
		redact("analyst", event(subject, "PROPOSAL_OPINION_GIVEN"), subject.version(),
				Map.of("description", "Jfr ett fall", "reason", "Ett namn."));
		assertThat(whole("admin", subject.id())).contains("Jfr ett fall").doesNotContain(secret);
	}

	@Test
	void maskingNeedsAReasonSomethingInPlaceAndTheCaseAsItStands() {
		Case subject = Report.by(this.api.as("reporter")).takenUp();
		assertThat(redact("analyst", subject, Map.of("title", "En elev", "reason", " ")).problems("redact"))
			.containsExactly("INVALID");
		assertThat(redact("analyst", subject, Map.of("reason", "Ett namn.")).problems("redact"))
			.containsExactly("INVALID");
		Case earlier = new Case(subject.id(), subject.reference(), subject.version() - 1, subject.word());
		assertThat(redact("analyst", earlier, Map.of("title", "En elev", "reason", "Ett namn.")).problems("redact"))
			.containsExactly("STALE");
		assertThat(
				redact("analyst", event(subject, "OBSTACLE_TAKEN_UP"), subject.version(), Map.of("reason", "Ett namn."))
					.problems("redact"))
			.as("an entry without a reason")
			.containsExactly("INVALID");
		assertThat(redact("analyst", "event:none", 1, Map.of("reason", "Ett namn.")).problems("redact"))
			.containsExactly("NOT_FOUND");
		assertThat(whole("public", subject.id())).contains(subject.word());
	}

	@ParameterizedTest
	@ValueSource(strings = { "19900101-2385", "900101-2385", "199001012385", "9001012385", "900101+2385", "900101–2385",
			"19900101 2385", "900161-2382", "19900161-2382" })
	void aPersonalIdentityNumberIsRefusedHoweverItIsWritten(String number) {
		assertThat(LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(number.replaceAll("\\D", "").replaceFirst("^1990", "90")))
			.isTrue();
		Answer answer = Report.by(this.api.as("reporter")).with("description", "Eleven (" + number + ").").send();
		assertThat(answer.problems("reportObstacle")).containsExactly("INVALID");
		assertThat(answer.text("reportObstacle.problems.0.message"))
			.startsWith("This looks like a personal identity number. Leave it out");
	}

	@ParameterizedTest
	@ValueSource(strings = { "556016-0680", "212000-0142", "16212000-0142", "SFS 2010:800", "förordning (2024:1231)",
			"2016:350", "900101-2386", "19901301-2385", "KS 2026/12345", "011-15 00 00", "1234567890123456" })
	void otherNumbersAreLetIn(String number) {
		Answer answer = Report.by(this.api.as("reporter")).with("description", "Se " + number + ".").send();
		assertThat(answer.problems("reportObstacle")).isEmpty();
	}

	@Test
	void noTextOfAReportTakesAPersonalIdentityNumber() {
		Map<String, Object> texts = reportTexts();
		Report report = Report.by(this.api.as("reporter"));
		texts.forEach(report::with);
		String[] paths = { "title", "description", "consequence", "decision", "contact.name", "blockedBy.0.how" };
		assertThat(refused(report.send())).containsExactlyInAnyOrder(paths);
		Case draft = Report.by(this.api.as("reporter")).draft();
		assertThat(refused(run("reporter", "update-obstacle", with(draft, texts)))).containsExactlyInAnyOrder(paths);
		assertThat(refused(run("reporter", "submit-obstacle", with(draft, Map.of("reason", IDENTITY_NUMBER)))))
			.containsExactly("reason");
		assertThat(refused(this.api.as("reporter")
			.query("mutation ($input: SubjectInput!) { discardDraft(input: $input) { problems { message path } } }",
					Map.of("input", with(draft, Map.of("reason", IDENTITY_NUMBER))))))
			.containsExactly("reason");
	}

	@Test
	void noTextOfAnAnswerToAReportTakesAPersonalIdentityNumber() {
		Case subject = Report.by(this.api.as("reporter")).takenUp();
		assertThat(refused(run("analyst", "review-obstacle",
				with(subject,
						Map.of("decision", "CLOSE", "closure", "POSSIBLE_TODAY", "reason", IDENTITY_NUMBER, "guidance",
								Map.of("text", IDENTITY_NUMBER, "source", IDENTITY_NUMBER))))))
			.containsExactlyInAnyOrder("reason", "guidance.text", "guidance.source");
		assertThat(refused(run("analyst", "merge-obstacles", Map.of("duplicate", subject.id(), "into",
				Report.by(this.api.as("reporter")).takenUp().id(), "reason", IDENTITY_NUMBER))))
			.containsExactly("reason");
		assertThat(refused(run("analyst", "add-case-number",
				Map.of("id", subject.id(), "number", IDENTITY_NUMBER, "registeredOn", this.today.toString()))))
			.containsExactly("number");
		assertThat(
				refused(redact("analyst", subject,
						Map.of("title", IDENTITY_NUMBER, "description", IDENTITY_NUMBER, "consequence", IDENTITY_NUMBER,
								"reason", "Ett nummer."))))
			.containsExactlyInAnyOrder("title", "description", "consequence");
		assertThat(refused(redact("analyst", subject, Map.of("title", "En elev", "reason", IDENTITY_NUMBER))))
			.containsExactly("reason");
		assertThat(refused(this.api.as("analyst")
			.query("mutation ($input: AssignInput!) { assignCase(input: $input) { problems { message path } } }",
					Map.of("input", with(subject, Map.of("reason", IDENTITY_NUMBER))))))
			.containsExactly("reason");
	}

	@Test
	void noTextOfAnEndorsementTakesAPersonalIdentityNumber() {
		Case subject = Report.by(this.api.as("reporter")).takenUp();
		assertThat(refused(run("reporter2", "endorse-obstacle", Map.of("id", subject.id(), "note", IDENTITY_NUMBER,
				"mandate", "BOARD_DECISION", "decision", IDENTITY_NUMBER))))
			.containsExactlyInAnyOrder("note", "decision");
		assertThat(refused(this.api.as("reporter2")
			.query("mutation ($input: SubjectInput!) { withdrawEndorsement(input: $input) { problems { message path } } }",
					Map.of("input", with(subject, Map.of("reason", IDENTITY_NUMBER))))))
			.containsExactly("reason");
		assertThat(refused(run("reporter", "withdraw-obstacle", with(subject, Map.of("reason", IDENTITY_NUMBER)))))
			.containsExactly("reason");
		Case resolved = reviewed(reviewed(subject, "CONFIRM"), "RESOLVE");
		assertThat(refused(
				run("reporter", "verify-obstacle", with(resolved, Map.of("gone", false, "note", IDENTITY_NUMBER)))))
			.containsExactly("note");
	}

	@Test
	void noTextOfAProposalTakesAPersonalIdentityNumber() {
		Map<String, Object> texts = Map.of("title", IDENTITY_NUMBER, "rationale", IDENTITY_NUMBER, "changes",
				List.of(Map.of("citation", "21 kap. 4 § skollagen", "change", "AMEND", "wording", IDENTITY_NUMBER)));
		String[] paths = { "title", "rationale", "changes.0.wording" };
		Proposing proposing = Proposing.by(this.api.as("reporter"));
		texts.forEach(proposing::with);
		assertThat(refused(proposing.send())).containsExactlyInAnyOrder(paths);
		Case draft = Proposing.by(this.api.as("reporter")).changing("21 kap. 4 § skollagen").draft();
		assertThat(refused(run("reporter", "update-proposal", with(draft, texts)))).containsExactlyInAnyOrder(paths);
		assertThat(refused(run("reporter", "submit-proposal", with(draft, Map.of("reason", IDENTITY_NUMBER)))))
			.containsExactly("reason");
		String[] parts = { "problem", "zeroOption", "alternatives", "costsState", "costsMunicipalities", "costsRegions",
				"effectsIndividuals", "effectsCompanies", "selfGovernment", "euLaw", "financing" };
		Map<String, Object> assessment = Arrays.stream(parts)
			.collect(Collectors.toMap((part) -> part, (_) -> IDENTITY_NUMBER));
		assertThat(refused(run("reporter", "assess-consequences", with(draft, assessment))))
			.containsExactlyInAnyOrder(parts);
	}

	@Test
	void noTextOfAnAnswerToAProposalTakesAPersonalIdentityNumber() {
		Case subject = Proposing.by(this.api.as("reporter")).changing("21 kap. 4 § skollagen").takenUp();
		assertThat(
				refused(run("reporter2", "give-opinion",
						Map.of("id", subject.id(), "stance", "OPPOSES", "text", IDENTITY_NUMBER, "mandate",
								"BOARD_DECISION", "decision", IDENTITY_NUMBER))))
			.containsExactlyInAnyOrder("text", "decision");
		Map<String, Object> ending = Map.of("decision", "NOT_PURSUE", "reason", IDENTITY_NUMBER);
		assertThat(refused(run("liaison", "review-proposal", with(subject, ending)))).containsExactly("reason");
		Case ended = subject.after(run("liaison", "review-proposal",
				with(subject, Map.of("decision", "NOT_PURSUE", "reason", "Inte nu."))));
		assertThat(refused(run("reporter", "request-reconsideration", with(ended, Map.of("grounds", IDENTITY_NUMBER)))))
			.containsExactly("grounds");
		Case accepted = Proposing.by(this.api.as("reporter")).changing("21 kap. 4 § skollagen").accepted("ACT");
		assertThat(refused(run("liaison", "record-legislative-step",
				Map.of("id", accepted.id(), "stage", "REFERRAL", "on", "2026-01-01", "document", IDENTITY_NUMBER))))
			.containsExactly("document");
	}

	@Test
	void noTextOfATrialTakesAPersonalIdentityNumber() {
		assertThat(refused(run("liaison", "register-trial",
				Map.of("idempotencyKey", UUID.randomUUID().toString(), "title", IDENTITY_NUMBER, "purpose",
						IDENTITY_NUMBER, "instrument", "NAMED_AREA_ACT", "clauses",
						List.of(Map.of("citations", List.of("21 kap. 4 § skollagen"), "text", IDENTITY_NUMBER, "areas",
								List.of("25"), "from", "2027-01-01", "until", "2030-01-01"))))))
			.containsExactlyInAnyOrder("title", "purpose", "clauses.0.text");
	}

	private static Map<String, Object> reportTexts() {
		return Map.of("title", IDENTITY_NUMBER, "description", IDENTITY_NUMBER, "consequence", IDENTITY_NUMBER,
				"mandate", "BOARD_DECISION", "decision", IDENTITY_NUMBER, "contact", Map.of("name", IDENTITY_NUMBER),
				"blockedBy", List.of(Map.of("citation", "21 kap. 4 § skollagen", "how", IDENTITY_NUMBER)));
	}

	private static String secret() {
		return RandomWord.startingWith("hemlig");
	}

	private Answer redact(String account, Case subject, Map<String, ?> values) {
		return redact(account, subject.id(), subject.version(), values);
	}

	private Answer redact(String account, String id, int version, Map<String, ?> values) {
		Map<String, Object> input = new HashMap<>(values);
		input.put("id", id);
		input.put("expectedVersion", version);
		return this.api.as(account).query(REDACT, Map.of("input", input));
	}

	private Case reviewed(Case subject, String decision) {
		return subject.after(run("analyst", "review-obstacle", with(subject, Map.of("decision", decision))));
	}

	private Answer run(String account, String operation, Map<String, ?> input) {
		return this.api.as(account).run(operation, Map.of("input", input));
	}

	private static Map<String, Object> with(Case subject, Map<String, ?> values) {
		Map<String, Object> input = new HashMap<>(subject.subject());
		input.putAll(values);
		return input;
	}

	/// The fields in which a personal identity number was found, and nothing else.
	private static List<String> refused(Answer answer) {
		assertThat(answer.errors()).as(answer.toString()).isEmpty();
		return StreamSupport.stream(answer.body().path("data").iterator().next().path("problems").spliterator(), false)
			.map((problem) -> {
				assertThat(problem.path("message").asString()).contains("personal identity number");
				return problem.path("path").valueStream().skip(1).map((step) -> step.asString()).toList();
			})
			.map((path) -> String.join(".", path))
			.toList();
	}

	/// Whether a word leads anybody to anything.
	private boolean found(String account, String word) {
		Answer answer = this.api.as(account)
			.query("""
					query ($word: String!) {
						obstacles(filter: {text: $word}) { totalCount }
						proposals(filter: {text: $word}) { totalCount }
						search(text: $word) { totalCount }
						similarObstacles(input: {title: $word, description: $word}) { nodes { score } } }""",
					Map.of("word", word));
		assertThat(answer.errors()).as(answer.toString()).isEmpty();
		return answer.at("obstacles.totalCount").asInt() + answer.at("proposals.totalCount").asInt()
				+ answer.at("search.totalCount").asInt() + answer.at("similarObstacles.nodes").size() > 0;
	}

	/// All that people wrote about a case, as somebody reads it.
	private String whole(String account, String id) {
		Answer answer = this.api.as(account).query(WHOLE, Map.of("id", id));
		assertThat(answer.errors()).as(answer.toString()).isEmpty();
		return answer.body().toString();
	}

	private Answer log(String account, String id) {
		return this.api.as(account)
			.query("query ($id: ID!) { events(about: $id) { nodes { id type reason organisation { id } } } }",
					Map.of("id", id));
	}

	/// The id of the entry of a type.
	private String event(Case subject, String type) {
		return log("analyst", subject.id()).at("events.nodes")
			.valueStream()
			.filter((event) -> event.path("type").asString().equals(type))
			.findFirst()
			.orElseThrow()
			.path("id")
			.asString();
	}

}
