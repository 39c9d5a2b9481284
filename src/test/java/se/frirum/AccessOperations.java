package se.frirum;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import se.frirum.Api.Answer;
import se.frirum.Report.Case;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import org.springframework.data.neo4j.core.Neo4jClient;

import static org.assertj.core.api.Assertions.assertThat;

/// What [AccessIT] tries: every way to come upon a case, and every way to change one.
final class AccessOperations {

	/// Who may see a case; none where an operation is about no case.
	enum Audience {

		OWNER, REVIEWERS, PUBLIC, NONE

	}

	/// What comes of an operation.
	enum Outcome {

		SEEN, HIDDEN, ALLOWED, REFUSED, NOT_FOUND, UNAUTHORIZED, FORBIDDEN;

		static Outcome of(Answer answer) {
			if (!answer.errors().isEmpty()) {
				return valueOf(answer.errors().getFirst());
			}
			Set<String> codes = Set.copyOf(answer.body().findValuesAsString("code"));
			if (codes.isEmpty()) {
				return ALLOWED;
			}
			return codes.equals(Set.of("NOT_FOUND")) ? NOT_FOUND : REFUSED;
		}

	}

	/// A way to come upon a case.
	///
	/// @param counts whether the answer is a number that grows by the case, rather than
	/// the case
	/// @param proposal whether it leads to a proposal
	/// @param goesOn whether there are more answers, one by one
	record Way(String document, boolean counts, boolean proposal, boolean goesOn) {

		/// The sum of the numbers in an answer.
		static int count(Answer answer) {
			return sum(answer.body().path("data"));
		}

		private static int sum(JsonNode node) {
			int sum = node.isNumber() ? node.asInt() : 0;
			for (JsonNode child : node) {
				sum += sum(child);
			}
			return sum;
		}

	}

	/// Where a case stands that no other test's case stands.
	private record Place(String law, String provision, String service) {
	}

	private static final String DRAFT = """
			{clauses: [{citations: ["2 kap. 3 § kommunallagen"], text: "Paragrafen gäller inte.", areas: ["0581"],
				from: "2031-01-01", until: "2032-01-01"}]}""";

	private static final String FOUND = " fragment Found on Obstacle { id reference title }";

	private static final String FOUND_PROPOSAL = " fragment Found on SimplificationProposal { id reference title }";

	/// A day on which no other test's case is due.
	private static final String DUE = "2148-01-01";

	private static final String DAY = "2150-01-01";

	private static final Map<Audience, Place> PLACES = Map.of( //
			Audience.OWNER, new Place("1982:129", "sfs:1982:129#P2", "transport.winter-maintenance"), //
			Audience.REVIEWERS, new Place("1977:439", "sfs:1977:439#P3", "infrastructure.energy"), //
			Audience.PUBLIC, new Place("1973:1149", "sfs:1973:1149#P5", "planning.mapping"));

	private static final Map<String, Way> READING = Map.ofEntries(
			shown("node", "($id: ID!) { node(id: $id) { id ...Found } }"),
			shown("node(event)", "($event: ID!) { node(id: $event) { ... on Event { about { ...Found } } } }"),
			shown("obstacle(id)", "($id: ID!) { obstacle(id: $id) { ...Found } }"),
			shown("obstacle(reference)", "($reference: String!) { obstacle(reference: $reference) { ...Found } }"),
			shown("obstacle.history",
					"($id: ID!) { obstacle(id: $id) { history { nodes { type about { ...Found } } } } }"),
			shown("obstacle.duplicateOf", "($merged: ID!) { obstacle(id: $merged) { duplicateOf { ...Found } } }"),
			shown("obstacles", "{ obstacles(first: 100) { nodes { ...Found } edges { node { id } } } }"),
			shown("obstacles(text)", listed("String", "text: $word", "word")),
			shown("obstacles(provision)", listed("String", "provision: $provision", "provision")),
			shown("obstacles(law)", listed("String", "law: $law", "law")),
			shown("obstacles(service)", listed("String", "service: $service", "service")),
			shown("obstacles(area)", listed("String", "area: $area", "area")),
			shown("obstacles(organisation)", listed("ID", "organisation: $organisation", "organisation")),
			counted("obstacles.totalCount", "{ obstacles { totalCount } }"),
			counted("obstacles(text).totalCount", "{ obstacles(filter: {text: \"hinder\"}) { totalCount } }"),
			shown("events",
					"($since: String!) { events(after: $since, first: 100) { nodes { type about { ...Found } } } }"),
			shown("events(about)", "($id: ID!) { events(about: $id) { nodes { type about { ...Found } } } }"),
			shown("eventsAround",
					"($provision: ID!) { eventsAround(subject: $provision, first: 100) { nodes { type about { ...Found } } } }"),
			counted("events.totalCount", "{ events { totalCount } }"),
			followed("eventAdded",
					"subscription ($since: String!) { eventAdded(after: $since) { type about { ...Found } } }"),
			shown("similarObstacles(title)", similar("title: $word", "word")),
			shown("similarObstacles(citations)", similar("citations: [$provision]", "provision")),
			shown("similarObstacles(services)", similar("services: [$service]", "service")),
			shown("provision.obstacles",
					"($provision: String!) { provision(citation: $provision) { obstacles { nodes { ...Found } } } }"),
			shown("resolveCitations.provision.obstacles",
					"($provision: String!) { resolveCitations(text: \"första stycket\", baseLaw: $provision) "
							+ "{ provision { obstacles { nodes { ...Found } } } } }"),
			counted("provision.obstacleCount",
					"($provision: String!) { provision(citation: $provision) { obstacleCount } }"),
			shown("law.obstacles", "($law: String!) { law(designation: $law) { obstacles { nodes { ...Found } } } }"),
			counted("law.obstacleCount", "($law: String!) { law(designation: $law) { obstacleCount } }"),
			counted("laws.obstacleCount", "($law: String!) { laws(filter: {text: $law}) { nodes { obstacleCount } } }"),
			counted("service.obstacleCount", "($service: String!) { service(code: $service) { obstacleCount } }"),
			counted("services.obstacleCount", "{ services { obstacleCount } }"),
			counted("area.obstacleCount",
					"($area: String!) { area(code: $area) { ... on Municipality { obstacleCount } } }"),
			counted("municipalities.obstacleCount", "{ municipalities(county: \"05\") { obstacleCount } }"),
			shown("search", searched("text: $word", "word")),
			shown("search(kinds)", searched("text: $word, kinds: [OBSTACLE]", "word")),
			shown("search(reference)", searched("text: $reference", "reference")),
			counted("search.totalCount", "{ search(text: \"hinder\") { totalCount } }"),
			shown("caseFile(id)", "($id: ID!) { caseFile(id: $id) { subject { ...Found } } }"),
			shown("caseFile(reference)",
					"($reference: ID!) { caseFile(id: $reference) { subject { ...Found } log { about { ...Found } } } }"),
			shown("caseFile.log", "($id: ID!) { caseFile(id: $id) { log { about { ...Found } } } }"),
			shown("proposal.addresses", "($addressing: ID!) { proposal(id: $addressing) { addresses { ...Found } } }"),
			shown("proposals.addresses", "{ proposals(first: 100) { nodes { addresses { ...Found } } } }"),
			shown("deadlines", "{ deadlines(from: \"" + DUE + "\") { nodes { text subject { ...Found } } } }"),
			counted("deadlines.totalCount", "{ deadlines { totalCount } }"),
			counted("yearlyAccounts", "($year: Int!) { yearlyAccounts(year: $year) { received } }"),
			counted("obstacles(stages)", "{ obstacles(filter: {stages: [IN_PROPOSAL]}) { totalCount } }"),
			shown("dependencies", """
					($provision: ID!) { dependencies(input: {from: $provision, depth: 1, limit: 1000}) {
						nodes { label node { ...Found } } } }"""), shown("impact", """
					($provision: String!) { impact(input: {citations: [$provision]}) {
						obstaclesLifted(first: 100) { nodes { ...Found } } } }"""),
			counted("impact.totalCount",
					"""
							($provision: String!) { impact(input: {citations: [$provision]}) { obstaclesLifted { totalCount } } }"""),
			counted("hotspots",
					"($service: String!) { hotspots(by: PROVISION, filter: {service: $service}) { obstacles } }"),
			shown("journey",
					"{ journey(code: \"access\") { steps { obstacles(first: 100) { nodes { ...Found } } } } }"),
			counted("journeys", "{ journeys { obstacleCount } }"),
			counted("suggestTrialScope",
					"($service: String!) { suggestTrialScope(input: {services: [$service]}) { obstaclesConsidered } }"),
			proposed("proposal(id)", "($id: ID!) { proposal(id: $id) { ...Found } }"),
			proposed("proposal(reference)", "($reference: String!) { proposal(reference: $reference) { ...Found } }"),
			proposed("node(proposal)", "($id: ID!) { node(id: $id) { id ...Found } }"),
			proposed("obstacle.proposals", "($addressed: ID!) { obstacle(id: $addressed) { proposals { ...Found } } }"),
			proposed("proposals", "{ proposals(first: 100) { nodes { ...Found } } }"),
			proposed("proposals(text)", "($word: String!) { proposals(filter: {text: $word}) { nodes { ...Found } } }"),
			proposed("proposals(law)",
					"($law: String!) { proposals(filter: {law: $law}, first: 100) { nodes { ...Found } } }"),
			proposed("proposals(area)", "{ proposals(filter: {area: \"0581\"}, first: 100) { nodes { ...Found } } }"),
			counted("proposals.totalCount", "{ proposals { totalCount } }"),
			proposed("events(proposal)", "($id: ID!) { events(about: $id) { nodes { type about { ...Found } } } }"),
			proposed("search(proposal)",
					"($word: String!) { search(text: $word) { nodes { title node { ...Found } } } }"),
			proposed("caseFile(proposal)",
					"($id: ID!) { caseFile(id: $id) { subject { ...Found } log { about { ...Found } } } }"),
			proposed("deadlines(proposal)",
					"{ deadlines(from: \"" + DUE + "\") { nodes { text subject { ...Found } } } }"),
			shown("trial.addresses", "($trial: ID!) { trial(id: $trial) { addresses { ...Found } } }"),
			shown("trials.addresses",
					"($day: Date!) { trials(filter: {on: $day}) { nodes { addresses { ...Found } } } }"),
			shown("effectiveRules.trial.addresses",
					"($area: String!, $day: Date!) { effectiveRules(area: $area, on: $day) { trial { addresses { ...Found } } } }"));

	private final Api api;

	private final Neo4jClient database;

	private final Map<Audience, Case> subjects = new EnumMap<>(Audience.class);

	private final Map<Audience, Case> proposals = new EnumMap<>(Audience.class);

	private final Map<Audience, String> addressing = new EnumMap<>(Audience.class);

	private final Map<Audience, Case> merged = new EnumMap<>(Audience.class);

	private final Map<Audience, String> trials = new EnumMap<>(Audience.class);

	private String since = "";

	private String seenByAll = "";

	AccessOperations(Api api, Neo4jClient database) {
		this.api = api;
		this.database = database;
	}

	private static Map.Entry<String, Way> shown(String name, String document) {
		return Map.entry(name, new Way("query " + document + FOUND, false, false, false));
	}

	private static Map.Entry<String, Way> proposed(String name, String document) {
		return Map.entry(name, new Way("query " + document + FOUND_PROPOSAL, false, true, false));
	}

	private static Map.Entry<String, Way> counted(String name, String document) {
		return Map.entry(name, new Way("query " + document, true, false, false));
	}

	private static Map.Entry<String, Way> followed(String name, String document) {
		return Map.entry(name, new Way(document + FOUND, false, false, true));
	}

	private static String listed(String type, String filter, String variable) {
		return "($%s: %s!) { obstacles(filter: {%s}, first: 100) { nodes { ...Found } } }".formatted(variable, type,
				filter);
	}

	private static String similar(String input, String variable) {
		return "($%s: String!) { similarObstacles(input: {%s}, first: 50) { nodes { because obstacle { ...Found } } } }"
			.formatted(variable, input);
	}

	private static String searched(String arguments, String variable) {
		return "($%s: String!) { search(%s) { nodes { title highlight node { ...Found } } } }".formatted(variable,
				arguments);
	}

	static boolean isReading(String operation) {
		return READING.containsKey(operation);
	}

	static Way reading(String operation) {
		return Objects.requireNonNull(READING.get(operation));
	}

	/// Cases that everybody sees, which the ones below are about to be linked to.
	void prepare() {
		for (Audience audience : PLACES.keySet()) {
			this.merged.put(audience, Report.by(reporter()).takenUp());
		}
		this.database
			.query("""
					UNWIND $services AS code
					MATCH (service:Service {id: 'service:' + code})
					MERGE (journey:Journey {code: 'access'})
					SET journey.title = '', journey.description = ''
					CREATE (journey)-[:HAS_PART]->(:JourneyStep {place: 0, title: '', authorities: []})-[:THROUGH]->(service)""")
			.bind(PLACES.values().stream().map(Place::service).toList())
			.to("services")
			.run();
		Case latest = Report.by(reporter()).draft();
		this.since = reporter().query("query ($id: ID!) { events(about: $id) { nodes { cursor } } }", variables(latest))
			.text("events.nodes.0.cursor");
	}

	/// Brings the case of an audience into being.
	void bring(Audience audience) {
		Place place = Objects.requireNonNull(PLACES.get(audience));
		Report report = Report.by(reporter()).citing(place.provision()).affecting(place.service());
		this.subjects.put(audience, handIn(report, audience));
		this.proposals.put(audience,
				propose(Objects.requireNonNull(this.merged.get(audience)), place.provision(), audience));
		due(Objects.requireNonNull(this.subjects.get(audience)));
		due(Objects.requireNonNull(this.proposals.get(audience)));
	}

	private void due(Case subject) {
		this.database.query("""
				MATCH (subject:Obstacle|Proposal {id: $id}) WHERE subject.dueOn IS NOT NULL
				SET subject.dueOn = date($due)""").bindAll(Map.of("id", subject.id(), "due", DUE)).run();
	}

	/// Everything that a stream delivers until it comes to what everybody sees.
	private Answer followed(Api caller, Way way, Map<String, Object> variables) {
		ArrayNode results = JsonMapper.shared().createArrayNode();
		try (Follower follower = caller.follow(way.document(), Map.of("since", variables.get("since")))) {
			for (Answer answer = follower.next(); !answer.toString().contains(this.seenByAll); answer = follower
				.next()) {
				assertThat(answer.errors()).isEmpty();
				results.add(answer.body());
			}
		}
		return new Answer(200, results);
	}

	/// Links each case to what the API can't link it to yet, or not for its audience.
	void link() {
		this.seenByAll = Report.by(reporter()).takenUp().word();
		for (Map.Entry<Audience, Case> subject : this.subjects.entrySet()) {
			Audience audience = subject.getKey();
			String trial = attempt(this.api.as("liaison"), "registerTrial(addresses)",
					Objects.requireNonNull(this.merged.get(audience)))
				.text("registerTrial.trial.id");
			this.trials.put(audience, trial);
			this.addressing.put(audience, propose(Objects.requireNonNull(this.merged.get(audience)),
					"2 kap. 3 § kommunallagen", Audience.PUBLIC)
				.id());
			this.database.query("""
					MATCH (trial:Trial {id: $trial}), (merged:Obstacle {id: $merged}), (subject:Obstacle {id: $subject})
					MATCH (proposal:Proposal {id: $proposal})
					CREATE (trial)-[:ADDRESSES]->(subject), (merged)-[:DUPLICATE_OF]->(subject),
						(proposal)-[:ADDRESSES]->(subject)""")
				.bindAll(Map.of("trial", trial, "merged", Objects.requireNonNull(this.merged.get(audience)).id(),
						"subject", subject.getValue().id(), "proposal",
						Objects.requireNonNull(this.addressing.get(audience))))
				.run();
		}
	}

	Case subject(Way way, Audience audience) {
		return Objects.requireNonNull((way.proposal() ? this.proposals : this.subjects).get(audience));
	}

	/// What each account counts now around the place of an audience's case, by account
	/// and operation.
	Map<String, Answer> countedBy(List<String> accounts, Audience audience) {
		Map<String, Answer> counted = new HashMap<>();
		READING.forEach((operation, way) -> {
			if (way.counts()) {
				accounts.forEach((account) -> counted.put(account + " " + operation,
						this.api.as(account).query(way.document(), around(audience))));
			}
		});
		return counted;
	}

	/// Goes a way to the case of an audience.
	Answer read(Api caller, Way way, Audience audience) {
		Map<String, Object> variables = around(audience);
		Case subject = subject(way, audience);
		variables.putAll(variables(subject));
		variables.put("addressed", Objects.requireNonNull(this.merged.get(audience)).id());
		variables.put("addressing", Objects.requireNonNull(this.addressing.get(audience)));
		variables.put("merged", Objects.requireNonNull(this.merged.get(audience)).id());
		variables.put("trial", Objects.requireNonNull(this.trials.get(audience)));
		variables.put("event", latestEvent(subject));
		return way.goesOn() ? followed(caller, way, variables) : caller.query(way.document(), variables);
	}

	private String latestEvent(Case subject) {
		Answer history = reporter().query("query ($id: ID!) { events(about: $id) { nodes { id } } }",
				variables(subject));
		return history.texts("events.nodes", "id").getLast();
	}

	private Map<String, Object> around(Audience audience) {
		Place place = Objects.requireNonNull(PLACES.get(audience));
		return new HashMap<>(Map.of("law", place.law(), "provision", place.provision(), "service", place.service(),
				"area", "0581", "organisation", "organisation:0581", "day", DAY, "since", this.since, "year",
				LocalDate.now(ZoneId.of("Europe/Stockholm")).getYear()));
	}

	private static Map<String, Object> variables(Case subject) {
		return Map.of("id", subject.id(), "reference", subject.reference(), "word", subject.word());
	}

	/// A new case or proposal with this audience, as the operation needs it.
	Case caseOf(String operation, Audience audience) {
		if (audience == Audience.NONE) {
			return nowhere(operation);
		}
		return isAboutProposals(operation)
				? propose(Report.by(reporter()).takenUp(), "2 kap. 3 § kommunallagen", audience)
				: handIn(Report.by(reporter()), audience);
	}

	private static boolean isAboutProposals(String operation) {
		return Set
			.of("updateProposal", "submitProposal", "requestReconsideration", "assessConsequences",
					"recordLegislativeStep", "giveOpinion", "registerTrial(proposal)")
			.contains(operation) || operation.startsWith("reviewProposal");
	}

	/// A proposal of Norrköping's that addresses a case.
	private Case propose(Case addressed, String citation, Audience audience) {
		Proposing proposing = Proposing.by(reporter()).addressing(addressed.id()).changing(citation);
		return switch (audience) {
			case OWNER -> proposing.draft();
			case REVIEWERS -> proposing.submitted();
			case PUBLIC -> proposing.takenUp();
			case NONE -> throw new IllegalArgumentException("Nobody sees a proposal that isn't there");
		};
	}

	private static Case handIn(Report report, Audience audience) {
		return switch (audience) {
			case OWNER -> report.draft();
			case REVIEWERS -> report.submitted();
			case PUBLIC -> report.takenUp();
			case NONE -> throw new IllegalArgumentException("Nobody sees a case that isn't there");
		};
	}

	/// A case or proposal that isn't there.
	static Case nowhere(String operation) {
		return new Case((isAboutProposals(operation) ? "simplification:" : "obstacle:") + UUID.randomUUID(), "", 1,
				UUID.randomUUID().toString());
	}

	/// Tries to change a case, or whatever else the operation does.
	Answer attempt(Api caller, String operation, Case subject) {
		return switch (operation) {
			case "viewer" -> caller.query("{ viewer { name roles organisation { name } } }");
			case "trialConflicts" -> caller.query("{ trialConflicts(draft: " + DRAFT + ") { nodes { kind } } }");
			case "feasibility" -> caller.query("{ feasibility(draft: " + DRAFT + ") { verdict } }");
			case "trialFeasibility" -> caller.query("{ trialFeasibility(id: \"trial:0\") { verdict } }");
			case "lawImports" -> caller.query("{ lawImports { totalCount } }");
			case "accounts" -> caller.query("{ accounts { totalCount } }");
			case "lawImport" -> caller.query("{ lawImport(id: \"import:0\") { id state } }");
			case "importLaws" -> caller.query("""
					mutation { importLaws(input: {source: TEXT_FILES, path: "nothing/here"}) {
						lawImport { id } problems { code } } }""");
			case "cancelLawImport" -> caller.query("""
					mutation { cancelLawImport(id: "import:0") { lawImport { id } problems { code } } }""");
			case "joinTrial" -> trial(caller, operation, "{id: \"trial:0\", from: \"2026-01-01\"}");
			case "leaveTrial" -> trial(caller, operation, "{id: \"trial:0\", on: \"2026-01-01\", reason: \"a\"}");
			case "decideParticipation" -> trial(caller, operation, """
					{id: "trial:0", organisation: "organisation:0581", status: GRANTED, decidedBy: "a"}""");
			case "extendTrial" ->
				trial(caller, operation, "{id: \"trial:0\", expectedVersion: 1, until: \"2026-01-01\", by: \"a\"}");
			case "recordOutcome" -> trial(caller, operation, """
					{id: "trial:0", expectedVersion: 1, outcome: EXPIRED, on: "2026-01-01", reason: "a"}""");
			case "recordCourtRuling" ->
				trial(caller, operation, "{id: \"trial:0\", court: \"a\", caseNumber: \"1\", on: \"2026-01-01\"}");
			case "evaluationTemplates" -> caller.query("{ evaluationTemplates { design } }");
			case "planEvaluation" -> trial(caller, operation,
					"""
							{id: "trial:0", expectedVersion: 1, question: "a", indicators: [], evaluator: "a", dueOn: "2026-01-01"}""");
			case "recordMeasurement" -> trial(caller, operation, """
					{id: "trial:0", indicator: "a", area: "0581", on: "2026-01-01", value: 1}""");
			case "organisations" -> caller.query("{ organisations(kinds: [MINISTRY]) { name } }");
			case "lessons" -> caller.query("{ lessons { totalCount } }");
			case "publishLesson" -> caller.run("publish-lesson",
					Map.of("input",
							Map.of("idempotencyKey", UUID.randomUUID().toString(), "title", "Lärdom", "context",
									"Ett försök", "whatFailed", "Tiden räckte inte.", "values", List.of("SOCIAL"),
									"novelty", "NEW_TO_ORGANISATION", "evidence", "ANECDOTE")));
			case "adoptLesson" -> caller.run("adopt-lesson", Map.of("input", Map.of("id", "lesson:0")));
			case "recordTrialSupport" -> trial(caller, operation, "{id: \"trial:0\", expectedVersion: 1}");
			case "reportObstacle" -> Report.by(caller).send();
			case "updateObstacle" -> mutate(caller, operation, "UpdateObstacleInput", "obstacle { id title version }",
					subject, Map.of("title", "Ett annat hinder"));
			case "follows" -> caller.query("{ follows { id } }");
			case "digest" -> caller.query("{ digest { totalCount } }");
			case "digestAddresses" -> caller.query("{ digestAddresses { email } }");
			case "reviewQueue" -> caller.query("{ reviewQueue { totalCount } }");
			case "exportPersonalData" -> caller.query("{ exportPersonalData { account } }");
			case "exportPersonalData(another)" ->
				caller.query("{ exportPersonalData(account: \"somebody\") { account } }");
			case "mailDigest" -> caller.query("""
					mutation { mailDigest(input: {email: "a@example.se", on: false}) { email problems { code } } }""");
			case "erasePersonalData" ->
				caller.query("mutation { erasePersonalData(input: {}) { erased problems { code } } }");
			case "erasePersonalData(another)" -> caller.query("""
					mutation { erasePersonalData(input: {account: "somebody"}) { erased problems { code } } }""");
			case "erasePersonalData(decision)" -> caller.query("""
					mutation { erasePersonalData(input: {account: "somebody", decision: "KS 1"}) {
						erased problems { code } } }""");
			case "unfollow" -> caller.query("mutation { unfollow(id: \"follow:0\") { unfollowed problems { code } } }");
			case "meetObstacle" -> caller.run("meet-obstacle", Map.of("input", Map.of("id", subject.id())));
			case "follow" -> caller.run("follow", Map.of("input", Map.of("subject", subject.id())));
			case "withdrawObstacle", "splitObstacle" -> mutate(caller, operation, "SubjectInput",
					"obstacle { id title version }", subject, Map.of("reason", "Därför."));
			case "verifyObstacle" -> mutate(caller, operation, "VerifyObstacleInput", "obstacle { id title version }",
					subject, Map.of("gone", true));
			case "addCaseNumber" -> caller.run("add-case-number",
					Map.of("input", Map.of("id", subject.id(), "number", "KS 1", "registeredOn", "2026-01-01")));
			case "mergeObstacles(duplicate)" -> merge(caller, subject.id(), Report.by(reporter()).takenUp().id());
			case "mergeObstacles(into)" -> merge(caller, Report.by(reporter()).takenUp().id(), subject.id());
			case "redact" -> mutate(caller, "redact", "RedactInput", "subject { id }", subject,
					Map.of("title", "Maskat", "reason", "Personuppgift"));
			case "redact(event)" -> redactEvent(caller, subject);
			case "assignCase" -> mutate(caller, operation, "AssignInput", "subject { id }", subject, Map.of());
			case "proposeSimplification(addresses)" ->
				Proposing.by(caller).addressing(subject.id()).changing("2 kap. 3 § kommunallagen").send();
			case "proposeTrial(addresses)" -> Proposing.by(caller)
				.addressing(subject.id())
				.changing("2 kap. 3 § kommunallagen")
				.asTrial("2149-01-01", "2150-01-01", "0581")
				.send();
			case "updateProposal" -> mutate(caller, operation, "UpdateProposalInput", "proposal { id title version }",
					subject, Map.of("title", "Ett annat förslag"));
			case "submitProposal" ->
				mutate(caller, operation, "SubjectInput", "proposal { id title version }", subject, Map.of());
			case "reviewProposal(TAKE_UP)", "reviewProposal(NOT_PURSUE)", "reviewProposal(DEFER)",
					"reviewProposal(RETURN)", "reviewProposal(WITHDRAW)" ->
				mutate(caller, "reviewProposal", "ReviewProposalInput", "proposal { id title version }", subject,
						Map.of("decision", inBrackets(operation), "reason", "Därför."));
			case "requestReconsideration" -> mutate(caller, operation, "ReconsiderInput",
					"proposal { id title version }", subject, Map.of("grounds", "Nytt läge."));
			case "assessConsequences" -> mutate(caller, operation, "AssessmentInput", "proposal { id title version }",
					subject, Map.of("problem", "a", "zeroOption", "b", "alternatives", "c"));
			case "recordLegislativeStep" -> caller.run("record-legislative-step",
					Map.of("input", Map.of("id", subject.id(), "stage", "REFERRAL", "on", "2026-01-01")));
			case "giveOpinion" ->
				caller.run("give-opinion", Map.of("input", Map.of("id", subject.id(), "stance", "SUPPORTS")));
			case "registerTrial(proposal)" -> caller.run("register-trial",
					Map.of("input", Map.of("idempotencyKey", UUID.randomUUID().toString(), "title", "Försök",
							"instrument", "NOT_STATED", "proposal", subject.id(), "clauses", List.of())));
			case "reviewObstacle(CLOSE)" ->
				mutate(caller, "reviewObstacle", "ReviewObstacleInput", "obstacle { id title version }", subject,
						Map.of("decision", "CLOSE", "closure", "OUT_OF_SCOPE", "reason", "Därför."));
			case "reviewObstacle(REQUEST_INFORMATION)", "reviewObstacle(CONFIRM)", "reviewObstacle(FORWARD)",
					"reviewObstacle(RESOLVE)", "reviewObstacle(REOPEN)" ->
				mutate(caller, "reviewObstacle", "ReviewObstacleInput", "obstacle { id title version }", subject,
						Map.of("decision", inBrackets(operation), "reason", "Därför."));
			case "submitObstacle", "withdrawEndorsement" ->
				mutate(caller, operation, "SubjectInput", "obstacle { id title version }", subject, Map.of());
			case "discardDraft" -> mutate(caller, operation, "SubjectInput", "discarded", subject, Map.of());
			case "endorseObstacle" -> caller.run("endorse-obstacle", Map.of("input", Map.of("id", subject.id())));
			case "reviewObstacle(TAKE_UP)" -> mutate(caller, "reviewObstacle", "ReviewObstacleInput",
					"obstacle { id title version }", subject, Map.of("decision", "TAKE_UP"));
			case "reviewObstacle(PUBLISH)" -> mutate(caller, "reviewObstacle", "ReviewObstacleInput",
					"obstacle { id title version }", subject, Map.of("decision", "PUBLISH"));
			case "registerTrial(addresses)" -> caller.run("register-trial", Map.of("input", trial(subject)));
			default -> throw new IllegalArgumentException("Nobody knows how to try " + operation);
		};
	}

	private static Answer trial(Api caller, String operation, String input) {
		return caller.query("mutation { %s(input: %s) { trial { id } problems { code message path } } }"
			.formatted(operation, input));
	}

	private static String inBrackets(String operation) {
		return operation.substring(operation.indexOf('(') + 1, operation.length() - 1);
	}

	private static Answer merge(Api caller, String duplicate, String into) {
		return caller.run("merge-obstacles",
				Map.of("input", Map.of("duplicate", duplicate, "into", into, "reason", "Samma sak.")));
	}

	/// The reason of what a case was handed in for, whoever may see that.
	private Answer redactEvent(Api caller, Case subject) {
		String event = this.database.query("""
				OPTIONAL MATCH (event:Event {subject: $subject})
				WITH event ORDER BY event.key LIMIT 1
				FOREACH (_ IN CASE WHEN event IS NULL THEN [] ELSE [1] END |
					CREATE (event)-[:BECAUSE]->(:Reason {text: 'Ett skäl'}))
				RETURN coalesce(event.id, 'event:' + randomUUID()) AS id""")
			.bindAll(Map.of("subject", subject.id()))
			.fetchAs(String.class)
			.one()
			.orElseThrow();
		return mutate(caller, "redact", "RedactInput", "subject { id }", new Case(event, "", subject.version(), ""),
				Map.of("reason", "Personuppgift"));
	}

	private static Answer mutate(Api caller, String mutation, String type, String payload, Case subject,
			Map<String, Object> values) {
		Map<String, Object> input = new HashMap<>(subject.subject());
		input.putAll(values);
		return caller.query("mutation ($input: %s!) { %s(input: $input) { %s problems { code message path } } }"
			.formatted(type, mutation, payload), Map.of("input", input));
	}

	private static Map<String, Object> trial(Case subject) {
		return Map.of("idempotencyKey", UUID.randomUUID().toString(), "title", "Försök", "instrument", "NAMED_AREA_ACT",
				"addresses", List.of(subject.id()), "clauses", List.of(Map.of("effect", "ADDS", "text", "Annat gäller.",
						"areas", List.of("0581"), "from", "2149-12-01", "until", "2150-12-01")));
	}

	/// The version of a case, as its reporter reads it.
	int versionOf(Case subject) {
		return reporter()
			.query("query ($id: ID!) { node(id: $id) { ... on Obstacle { version } ... on Proposal { version } } }",
					Map.of("id", subject.id()))
			.at("node.version")
			.asInt();
	}

	private Api reporter() {
		return this.api.as("reporter");
	}

}
