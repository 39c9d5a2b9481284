package se.frirum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.frirum.Report.Case;
import se.frirum.platform.database.Row;
import se.frirum.platform.graphql.Operations;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.security.Acting;
import se.frirum.platform.security.Role;
import se.frirum.platform.security.Viewer;

import org.springframework.data.neo4j.core.Neo4jClient;

import static org.assertj.core.api.Assertions.assertThat;

/// What `youMay` holds can be done, and what it doesn't hold is refused: for every account
/// and every standing of a case or a proposal.
@FrirumTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class YouMayIT {

	private static final String OWNER = "organisation:0581";

	private static final List<Viewer> PEOPLE = List.of(Viewer.PUBLIC, person("own reporter", OWNER, Role.REPORTER),
			person("own analyst", OWNER, Role.ANALYST), person("own liaison", OWNER, Role.LIAISON),
			person("own onlooker", OWNER), person("reporter", "organisation:2583", Role.REPORTER),
			person("analyst", "organisation:skr", Role.ANALYST),
			person("liaison", "organisation:finansdepartementet", Role.LIAISON),
			person("admin", "organisation:skr", Role.ADMIN), person("onlooker", "organisation:skr"),
			person("reporter for nobody", null, Role.REPORTER), person("liaison for nobody", null, Role.LIAISON),
			person("analyst of an unknown one", "organisation:nowhere", Role.ANALYST));

	private static final String READ = """
			query ($id: ID!) { node(id: $id) { ... on Obstacle { youMay } ... on Proposal { steps: youMay } } }""";

	private static final Pattern MUTATION = Pattern.compile("\\(\\$input: (\\w+!)\\) \\{\\s+(\\w+)\\(");

	private static final String STEPS = "query ($type: String!) { __type(name: $type) { enumValues { name } } }";

	private static final String ACCOUNTS = """
			UNWIND $accounts AS id
			MERGE (account:Account {id: id}) ON CREATE SET account.name = id
			""";

	private static final String PROPERTIES = "MATCH (subject {id: $id}) RETURN properties(subject) AS properties";

	private static final String CREATE = """
			MERGE (subject:Obstacle {id: $id})
			WITH subject
			MATCH (owner:Organisation {id: $owner})
			MERGE (subject)-[:REPORTED_BY]->(owner)
			""";

	private static final String RESET = """
			MATCH (subject:Obstacle|Proposal {id: $id})
			SET subject = $properties
			WITH subject
			CALL (subject) {
				OPTIONAL MATCH (subject)-[link:ENDORSES|DUPLICATE_OF|SUPERSEDED_BY|HAS_STEP|ASSESSED_AS]-()
				DELETE link
			}
			CALL (subject) {
				UNWIND $endorsers AS id
				MATCH (organisation:Organisation {id: id})
				CREATE (organisation)-[:ENDORSES {at: datetime(), key: id, mandate: 'OBSERVATION'}]->(subject)
			}
			CALL (subject) {
				UNWIND CASE WHEN $assessed THEN [1] ELSE [] END AS one
				CREATE (subject)-[:ASSESSED_AS]->(:Assessment {problem: '', zeroOption: '', alternatives: ''})
			}
			""";

	private final Api api;

	private final Operations operations;

	private final Neo4jClient database;

	private Case obstacle;

	private Case proposal;

	private Case other;

	private Case successor;

	private Map<String, Object> reported;

	private Map<String, Object> proposed;

	YouMayIT(Api api, Operations operations, Neo4jClient database) {
		this.api = api;
		this.operations = operations;
		this.database = database;
	}

	private static Viewer person(String name, @Nullable String organisation, Role... roles) {
		return new Viewer("may " + name, name, Set.of(roles), organisation);
	}

	/// How a case or a proposal stands.
	///
	/// @param endorsed whether all organisations but the owner have endorsed it
	/// @param assessed whether its consequences are
	/// @param more what else is recorded with it
	private record Standing(String status, String audience, boolean endorsed, boolean assessed,
			Map<String, Object> more) {

		static Standing of(String status, String audience) {
			return new Standing(status, audience, false, false, Map.of());
		}

		Standing with(String property, Object value) {
			return new Standing(this.status, this.audience, this.endorsed, this.assessed, Map.of(property, value));
		}

		Standing endorsedByAll() {
			return new Standing(this.status, this.audience, true, this.assessed, this.more);
		}

		Standing withConsequences() {
			return new Standing(this.status, this.audience, this.endorsed, true, this.more);
		}

	}

	static Stream<Standing> obstacles() {
		return Stream.of(Standing.of("DRAFT", "OWNER"), Standing.of("SUBMITTED", "REVIEWERS"),
				Standing.of("UNDER_REVIEW", "REVIEWERS"), Standing.of("UNDER_REVIEW", "PUBLIC"),
				Standing.of("UNDER_REVIEW", "PUBLIC").endorsedByAll(),
				Standing.of("NEEDS_INFORMATION", "REVIEWERS").with("askedFrom", "SUBMITTED"),
				Standing.of("NEEDS_INFORMATION", "REVIEWERS").with("askedFrom", "UNDER_REVIEW"),
				Standing.of("CONFIRMED", "PUBLIC"), Standing.of("RESOLVED", "PUBLIC"),
				Standing.of("VERIFIED", "PUBLIC"), Standing.of("VERIFIED", "PUBLIC").endorsedByAll(),
				Standing.of("CLOSED", "PUBLIC").with("closure", "OUT_OF_SCOPE"),
				Standing.of("CLOSED", "REVIEWERS").with("closure", "WITHDRAWN"), new Standing("CLOSED", "PUBLIC", true,
						false, Map.of("closure", "DUPLICATE", "mergedFrom", "CONFIRMED")));
	}

	static Stream<Standing> proposals() {
		return Stream.of(Standing.of("DRAFT", "OWNER"), Standing.of("SUBMITTED", "REVIEWERS"),
				Standing.of("UNDER_REVIEW", "PUBLIC"), Standing.of("UNDER_REVIEW", "PUBLIC").withConsequences(),
				Standing.of("RETURNED", "PUBLIC"), Standing.of("ACCEPTED", "PUBLIC").with("route", "ACT"),
				Standing.of("DEFERRED", "PUBLIC"), Standing.of("NOT_PURSUED", "PUBLIC"),
				Standing.of("NOT_PURSUED", "PUBLIC").with("reconsidered", true),
				Standing.of("IN_PIPELINE", "PUBLIC").with("route", "GUIDANCE"),
				Standing.of("ENACTED", "PUBLIC").with("route", "GUIDANCE"), Standing.of("LAPSED", "PUBLIC"),
				Standing.of("WITHDRAWN", "PUBLIC"), Standing.of("SUPERSEDED", "PUBLIC"));
	}

	@BeforeAll
	void prepare() {
		this.obstacle = Report.by(this.api.as("reporter")).citing("2 kap. 3 § kommunallagen").takenUp();
		this.other = Report.by(this.api.as("reporter2")).takenUp();
		this.proposal = Proposing.by(this.api.as("reporter")).addressing(this.obstacle.id()).takenUp();
		this.successor = Proposing.by(this.api.as("reporter")).addressing(this.obstacle.id()).takenUp();
		this.reported = properties(this.obstacle);
		this.proposed = properties(this.proposal);
		this.database.query(ACCOUNTS)
			.bind(PEOPLE.stream().filter(Viewer::signedIn).map(Viewer::account).toList())
			.to("accounts")
			.run();
	}

	@SuppressWarnings("unchecked")
	private Map<String, Object> properties(Case subject) {
		return (Map<String, Object>) this.database.query(PROPERTIES)
			.bind(subject.id())
			.to("id")
			.fetch()
			.one()
			.orElseThrow()
			.get("properties");
	}

	@ParameterizedTest
	@MethodSource("obstacles")
	void peopleMayDoWithACaseWhatTheyAreTold(Standing standing) {
		check(this.obstacle, standing, this.reported, "ObstacleStep");
	}

	@ParameterizedTest
	@MethodSource("proposals")
	void peopleMayDoWithAProposalWhatTheyAreTold(Standing standing) {
		check(this.proposal, standing, this.proposed, "ProposalStep");
	}

	private void check(Case subject, Standing standing, Map<String, Object> recorded, String type) {
		List<String> steps = this.api.query(STEPS, Map.of("type", type)).texts("__type.enumValues", "name");
		assertThat(steps).isNotEmpty();
		List<String> differing = new ArrayList<>();
		reset(subject, standing, recorded);
		for (Viewer viewer : PEOPLE) {
			List<String> told = told(subject, viewer);
			for (String step : steps) {
				String answer = Acting.as(viewer, () -> attempt(step, subject, type, recorded, viewer));
				boolean done = answer.isEmpty();
				if (done) {
					reset(subject, standing, recorded);
				}
				if (told.contains(step) != (done && !isIdle(step, viewer, standing))) {
					differing.add("%s %s, told %s: %s".formatted(viewer.name(), step, told.contains(step), answer));
				}
			}
		}
		assertThat(differing).isEmpty();
	}

	/// What is accepted, though it changes nothing of note, is not offered.
	private static boolean isIdle(String step, Viewer viewer, Standing standing) {
		boolean endorsed = standing.endorsed() && !OWNER.equals(viewer.organisation());
		return endorsed ? step.equals("ENDORSE") : step.equals("WITHDRAW_ENDORSEMENT");
	}

	private void reset(Case subject, Standing standing, Map<String, Object> recorded) {
		Map<String, Object> properties = new HashMap<>(recorded);
		properties.put("status", standing.status());
		properties.put("audience", standing.audience());
		properties.putAll(standing.more());
		List<String> endorsers = standing.endorsed() ? PEOPLE.stream()
			.map(Viewer::organisation)
			.filter((organisation) -> organisation != null && !organisation.equals(OWNER))
			.map(Objects::requireNonNull)
			.distinct()
			.toList() : List.of();
		if (subject == this.obstacle) {
			this.database.query(CREATE).bindAll(Map.of("id", subject.id(), "owner", OWNER)).run();
		}
		this.database.query(RESET)
			.bindAll(Map.of("id", subject.id(), "properties", properties, "endorsers", endorsers, "assessed",
					standing.assessed()))
			.run();
	}

	private List<String> told(Case subject, Viewer viewer) {
		Row answer = new Row(
				Map.copyOf(this.operations.execute(READ, Map.of("id", subject.id()), this.operations.starting(viewer))
					.entrySet()
					.stream()
					.filter((field) -> field.getValue() != null)
					.collect(HashMap::new, (map, field) -> map.put(field.getKey(), field.getValue()), Map::putAll)));
		return answer.row("node")
			.map((node) -> (node.values().containsKey("youMay")) ? node.texts("youMay") : node.texts("steps"))
			.orElse(List.of());
	}

	/// Tries to do something.
	/// @return why it can't be done; empty where it was
	private String attempt(String step, Case subject, String type, Map<String, Object> recorded, Viewer viewer) {
		Map<String, Object> input = new HashMap<>(
				Map.of("id", subject.id(), "expectedVersion", Objects.requireNonNull(recorded.get("version"))));
		String operation = type.equals("ObstacleStep") ? obstacleStep(step, input) : proposalStep(step, input);
		try {
			Map<String, @Nullable Object> answer = this.operations.execute(brief(operation), Map.of("input", input),
					this.operations.starting(viewer));
			@SuppressWarnings("unchecked")
			Row payload = new Row((Map<String, Object>) Objects.requireNonNull(answer.values().iterator().next()));
			return String.join(" ",
					payload.rows("problems").stream().map((problem) -> problem.text("message")).toList());
		}
		catch (Refusal.NotSignedIn | Refusal.NotAllowed refusal) {
			return refusal.toString();
		}
	}

	/// The operation, asked to tell nothing but what stood in the way.
	private static String brief(String operation) {
		Matcher mutation = MUTATION.matcher(Api.document(operation));
		assertThat(mutation.find()).as(operation).isTrue();
		return "mutation ($input: %s) { %s(input: $input) { problems { message } } }".formatted(mutation.group(1),
				mutation.group(2));
	}

	private String obstacleStep(String step, Map<String, Object> input) {
		return switch (step) {
			case "UPDATE" -> with(input, "update-obstacle", Map.of("consequence", "Det dröjer."));
			case "SUBMIT" -> "submit-obstacle";
			case "DISCARD" -> "discard-draft";
			case "WITHDRAW" -> with(input, "withdraw-obstacle", Map.of("reason", "Det löste sig."));
			case "VERIFY" -> with(input, "verify-obstacle", Map.of("gone", true));
			case "ENDORSE" -> only(input, "endorse-obstacle", Map.of());
			case "WITHDRAW_ENDORSEMENT" -> "withdraw-endorsement";
			case "MEET" -> only(input, "meet-obstacle", Map.of("as", "USER", "often", "ONCE", "ledTo", List.of()));
			case "ADD_CASE_NUMBER" ->
				only(input, "add-case-number", Map.of("number", "KS 2026/1", "registeredOn", "2026-01-15"));
			case "PROPOSE" -> {
				String id = String.valueOf(input.get("id"));
				input.clear();
				yield with(input, "propose-simplification", Map.of("idempotencyKey", UUID.randomUUID().toString(),
						"title", "Ändra", "rationale", "Därför.", "addresses", List.of(id), "changes", List.of()));
			}
			case "CLOSE" -> with(input, "review-obstacle",
					Map.of("decision", step, "closure", "OUT_OF_SCOPE", "reason", "Hör inte hit."));
			case "FORWARD" -> with(input, "review-obstacle",
					Map.of("decision", step, "responsible", "organisation:finansdepartementet"));
			case "TAKE_UP", "PUBLISH", "REQUEST_INFORMATION", "CONFIRM", "RESOLVE", "REOPEN" ->
				with(input, "review-obstacle", Map.of("decision", step, "reason", "Därför."));
			case "MERGE" -> {
				String id = String.valueOf(input.get("id"));
				input.clear();
				yield with(input, "merge-obstacles",
						Map.of("duplicate", id, "into", this.other.id(), "reason", "Samma sak."));
			}
			case "SPLIT" -> "split-obstacle";
			default -> anyStep(step, input);
		};
	}

	private String proposalStep(String step, Map<String, Object> input) {
		return switch (step) {
			case "UPDATE" -> with(input, "update-proposal", Map.of("rationale", "Ett annat skäl."));
			case "SUBMIT" -> "submit-proposal";
			case "RECONSIDER" -> with(input, "request-reconsideration", Map.of("grounds", "Läget är ett annat."));
			case "SUPERSEDE" -> with(input, "review-proposal",
					Map.of("decision", step, "supersededBy", this.successor.id(), "reason", "Därför."));
			case "ACCEPT" -> with(input, "review-proposal", Map.of("decision", step, "route", "ORDINANCE"));
			case "WITHDRAW", "TAKE_UP", "RETURN", "DEFER", "NOT_PURSUE", "LAPSE" ->
				with(input, "review-proposal", Map.of("decision", step, "reason", "Därför."));
			case "ASSESS" -> with(input, "assess-consequences",
					Map.of("problem", "Väntetid.", "zeroOption", "Den växer.", "alternatives", "Inga."));
			case "RECORD_STEP" -> only(input, "record-legislative-step",
					Map.of("stage", "REFERRAL", "on", "2026-01-15", "document", "En promemoria"));
			case "GIVE_OPINION" -> only(input, "give-opinion", Map.of("stance", "SUPPORTS"));
			default -> anyStep(step, input);
		};
	}

	private static String anyStep(String step, Map<String, Object> input) {
		return switch (step) {
			case "FOLLOW" -> {
				String id = String.valueOf(input.get("id"));
				input.clear();
				yield with(input, "follow", Map.of("subject", id));
			}
			case "ASSIGN" -> "assign-case";
			case "MASK" -> with(input, "redact", Map.of("title", "[maskerat]", "reason", "Det är hemligt."));
			default -> throw new IllegalArgumentException(step);
		};
	}

	private static String with(Map<String, Object> input, String operation, Map<String, Object> more) {
		input.putAll(more);
		return operation;
	}

	/// The case is named, and not its version.
	private static String only(Map<String, Object> input, String operation, Map<String, Object> more) {
		input.remove("expectedVersion");
		return with(input, operation, more);
	}

}
