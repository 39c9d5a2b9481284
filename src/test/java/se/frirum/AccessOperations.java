package se.frirum;

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

import org.springframework.data.neo4j.core.Neo4jClient;

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
	record Way(String document, boolean counts) {

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

	private static final String FOUND = " fragment Found on Obstacle { id reference title }";

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
			counted("events.totalCount", "{ events { totalCount } }"),
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
			shown("trial.addresses", "($trial: ID!) { trial(id: $trial) { addresses { ...Found } } }"),
			shown("trials.addresses",
					"($day: Date!) { trials(filter: {on: $day}) { nodes { addresses { ...Found } } } }"),
			shown("effectiveRules.trial.addresses",
					"($area: String!, $day: Date!) { effectiveRules(area: $area, on: $day) { trial { addresses { ...Found } } } }"));

	private final Api api;

	private final Neo4jClient database;

	private final Map<Audience, Case> subjects = new EnumMap<>(Audience.class);

	private final Map<Audience, Case> merged = new EnumMap<>(Audience.class);

	private final Map<Audience, String> trials = new EnumMap<>(Audience.class);

	private String since = "";

	AccessOperations(Api api, Neo4jClient database) {
		this.api = api;
		this.database = database;
	}

	private static Map.Entry<String, Way> shown(String name, String document) {
		return Map.entry(name, new Way("query " + document + FOUND, false));
	}

	private static Map.Entry<String, Way> counted(String name, String document) {
		return Map.entry(name, new Way("query " + document, true));
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
		Case latest = Report.by(reporter()).draft();
		this.since = reporter().query("query ($id: ID!) { events(about: $id) { nodes { cursor } } }", variables(latest))
			.text("events.nodes.0.cursor");
	}

	/// Brings the case of an audience into being.
	void bring(Audience audience) {
		Place place = Objects.requireNonNull(PLACES.get(audience));
		Report report = Report.by(reporter()).citing(place.provision()).affecting(place.service());
		this.subjects.put(audience, handIn(report, audience));
	}

	/// Links each case to what the API can't link it to yet, or not for its audience.
	void link() {
		for (Map.Entry<Audience, Case> subject : this.subjects.entrySet()) {
			Audience audience = subject.getKey();
			String trial = attempt(this.api.as("liaison"), "registerTrial(addresses)",
					Objects.requireNonNull(this.merged.get(audience)))
				.text("registerTrial.trial.id");
			this.trials.put(audience, trial);
			this.database.query("""
					MATCH (trial:Trial {id: $trial}), (merged:Obstacle {id: $merged}), (subject:Obstacle {id: $subject})
					CREATE (trial)-[:ADDRESSES]->(subject), (merged)-[:DUPLICATE_OF]->(subject)""")
				.bindAll(Map.of("trial", trial, "merged", Objects.requireNonNull(this.merged.get(audience)).id(),
						"subject", subject.getValue().id()))
				.run();
		}
	}

	Case subject(Audience audience) {
		return Objects.requireNonNull(this.subjects.get(audience));
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
		variables.putAll(variables(subject(audience)));
		variables.put("merged", Objects.requireNonNull(this.merged.get(audience)).id());
		variables.put("trial", Objects.requireNonNull(this.trials.get(audience)));
		variables.put("event", latestEvent(subject(audience)));
		return caller.query(way.document(), variables);
	}

	private String latestEvent(Case subject) {
		Answer history = reporter().query("query ($id: ID!) { events(about: $id) { nodes { id } } }",
				variables(subject));
		return history.texts("events.nodes", "id").getLast();
	}

	private Map<String, Object> around(Audience audience) {
		Place place = Objects.requireNonNull(PLACES.get(audience));
		return new HashMap<>(Map.of("law", place.law(), "provision", place.provision(), "service", place.service(),
				"area", "0581", "organisation", "organisation:0581", "day", DAY, "since", this.since));
	}

	private static Map<String, Object> variables(Case subject) {
		return Map.of("id", subject.id(), "reference", subject.reference(), "word", subject.word());
	}

	/// A new case with this audience.
	Case caseOf(Audience audience) {
		return (audience == Audience.NONE) ? nowhere() : handIn(Report.by(reporter()), audience);
	}

	private static Case handIn(Report report, Audience audience) {
		return switch (audience) {
			case OWNER -> report.draft();
			case REVIEWERS -> report.submitted();
			case PUBLIC -> report.takenUp();
			case NONE -> throw new IllegalArgumentException("Nobody sees a case that isn't there");
		};
	}

	/// A case that isn't there.
	static Case nowhere() {
		return new Case("obstacle:" + UUID.randomUUID(), "", 1, UUID.randomUUID().toString());
	}

	/// Tries to change a case, or whatever else the operation does.
	Answer attempt(Api caller, String operation, Case subject) {
		return switch (operation) {
			case "viewer" -> caller.query("{ viewer { name roles organisation { name } } }");
			case "lawImport" -> caller.query("{ lawImport(id: \"import:0\") { id state } }");
			case "importLaws" -> caller.query("""
					mutation { importLaws(input: {source: TEXT_FILES, path: "nothing/here"}) {
						lawImport { id } problems { code } } }""");
			case "cancelLawImport" -> caller.query("""
					mutation { cancelLawImport(id: "import:0") { lawImport { id } problems { code } } }""");
			case "reportObstacle" -> Report.by(caller).send();
			case "updateObstacle" -> mutate(caller, operation, "UpdateObstacleInput", "obstacle { id title version }",
					subject, Map.of("title", "Ett annat hinder"));
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
		return reporter().query("query ($id: ID!) { obstacle(id: $id) { version } }", Map.of("id", subject.id()))
			.at("obstacle.version")
			.asInt();
	}

	private Api reporter() {
		return this.api.as("reporter");
	}

}
