package se.frirum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import org.junit.jupiter.api.Test;
import se.frirum.Api.Answer;
import se.frirum.Report.Case;

import org.springframework.graphql.execution.GraphQlSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Whoever walks through every query, and one step on from each, finds no trace of what they
/// may not see. The walk follows the schema, so that what is added later is walked too.
@FrirumTest
class NoTraceIT {

	private static final String SECTION = "sfs:2010:800#K3P2";

	/// Of what anything can be, the types of what can be hidden.
	private static final Set<String> HIDDEN = Set.of("Obstacle", "SimplificationProposal", "Event");

	private final Api api;

	private final GraphQLSchema schema;

	/// What stands in texts that not everybody may see, by who may.
	private final Map<String, Secret> secrets = new LinkedHashMap<>();

	private final List<String> ids = new ArrayList<>();

	NoTraceIT(Api api, GraphQlSource source) {
		this.api = api;
		this.schema = source.schema();
	}

	/// A word, and the accounts that may come upon it.
	private record Secret(String word, Set<String> seenBy) {
	}

	private String secret(String where, String... seenBy) {
		String word = RandomWord.startingWith("hemligt");
		this.secrets.put(where, new Secret(word, Set.of(seenBy)));
		return word;
	}

	@Test
	void nobodyFindsWhatTheyMayNotSee() {
		hide();
		Map<String, Integer> found = new HashMap<>();
		int walked = 0;
		for (GraphQLFieldDefinition root : Objects.requireNonNull(this.schema.getQueryType()).getFieldDefinitions()) {
			for (Map<String, String> arguments : arguments(root)) {
				for (String document : documents(root, arguments)) {
					walked++;
					for (String account : List.of("public", "reporter2", "reporter", "analyst")) {
						look(account, document, found);
					}
				}
			}
		}
		assertThat(walked).isGreaterThan(150);
		assertThat(found.keySet()).as("who may see them finds them all")
			.containsAll(this.secrets.entrySet()
				.stream()
				.filter((secret) -> !secret.getValue().seenBy().isEmpty())
				.map(Map.Entry::getKey)
				.toList());
	}

	private void look(String account, String document, Map<String, Integer> found) {
		Answer answer = this.api.as(account).query(document);
		String text = answer.toString();
		this.secrets.forEach((where, secret) -> {
			if (secret.seenBy().contains(account)) {
				if (text.contains(secret.word())) {
					found.merge(where, 1, Integer::sum);
				}
			}
			else {
				assertThat(text).as("%s, seen by %s through %s", where, account, document)
					.doesNotContain(secret.word());
			}
		});
		assertThat(answer.errors()).as(document + text)
			.isSubsetOf("UNAUTHORIZED", "FORBIDDEN", "BAD_REQUEST", "TOO_COSTLY");
	}

	/// Texts of all kinds that not everybody may see, around one act and one section.
	private void hide() {
		Api reporter = this.api.as("reporter");
		Case draft = written(reporter, "draft", "reporter").draft();
		Case submitted = written(reporter, "submitted", "reporter", "analyst").submitted();
		Case published = Report.by(reporter)
			.citing(SECTION)
			.with("contact", Map.of("name", secret("contact", "reporter", "analyst")))
			.takenUp();
		Case draftProposal = Proposing.by(reporter)
			.addressing(published.id())
			.changing(SECTION)
			.with("title", secret("title of a draft proposal", "reporter"))
			.with("rationale", secret("rationale of a draft proposal", "reporter"))
			.draft();
		Case proposal = Proposing.by(reporter)
			.addressing(published.id())
			.changing(SECTION)
			.with("title", secret("title of a proposal", "reporter", "analyst"))
			.with("rationale", secret("rationale of a proposal", "reporter", "analyst"))
			.submitted();
		reporter.run("assess-consequences",
				Map.of("input", Map.of("id", proposal.id(), "expectedVersion", proposal.version(), "problem",
						secret("assessment", "reporter", "analyst"), "zeroOption", "b", "alternatives", "c")));
		this.api.as("analyst")
			.run("give-opinion", Map.of("input", Map.of("id", proposal.id(), "stance", "OPPOSES", "text",
					secret("opinion", "reporter", "analyst"))));
		this.api.as("analyst")
			.run("review-obstacle", Map.of("input", Map.of("id", submitted.id(), "expectedVersion", submitted.version(),
					"decision", "REQUEST_INFORMATION", "reason", secret("reason", "reporter", "analyst"))));
		reporter.run("follow",
				Map.of("input", Map.of("obstacles", Map.of("text", secret("saved filter", "reporter")))));
		reporter.query("mutation ($input: MailDigestInput!) { mailDigest(input: $input) { problems { code } } }",
				Map.of("input", Map.of("email", secret("address", "reporter") + "@example.se")));
		this.ids.addAll(List.of(draft.id(), submitted.id(), published.id(), draftProposal.id(), proposal.id()));
	}

	private Report written(Api reporter, String what, String... seenBy) {
		return Report.by(reporter)
			.with("title", secret("title of a " + what, seenBy))
			.with("description", secret("description of a " + what, seenBy))
			.with("consequence", secret("consequence of a " + what, seenBy))
			.with("contact", Map.of("name", secret("contact of a " + what, seenBy)))
			.with("blockedBy",
					List.of(Map.of("citation", SECTION, "how", secret("how a rule blocks a " + what, seenBy))));
	}

	/// What to ask a root field with, several times where ids or words lead to different
	/// things.
	private List<Map<String, String>> arguments(GraphQLFieldDefinition root) {
		List<String> words = Stream
			.of("title of a draft", "description of a submitted", "title of a proposal", "reason", "contact")
			.map((where) -> Objects.requireNonNull(this.secrets.get(where)).word())
			.toList();
		return switch (root.getName()) {
			case "node", "caseFile" -> each("id", this.ids);
			case "obstacle" -> each("id", this.ids.subList(0, 3));
			case "proposal" -> each("id", this.ids.subList(3, 5));
			case "events" ->
				Stream.concat(each("about", this.ids).stream(), Stream.of(Map.of("first", "100"))).toList();
			case "law" -> List.of(Map.of("designation", quoted("2010:800")));
			case "laws" -> List.of(Map.of("filter", "{text: \"skollagen\"}"));
			case "provision" -> List.of(Map.of("citation", quoted(SECTION)));
			case "resolveCitations" -> List.of(Map.of("text", quoted("3 kap. 2 § skollagen")));
			case "area" -> List.of(Map.of("code", quoted("0581")));
			case "municipalities" -> List.of(Map.of("county", quoted("05")));
			case "organisations" -> List.of(Map.of("kinds", "[MUNICIPALITY]"));
			case "service" -> List.of(Map.of("code", quoted("education")));
			case "obstacles" ->
				Stream
					.concat(words.stream().map((word) -> Map.of("filter", "{text: \"" + word + "\"}")),
							Stream.of(Map.of("filter", "{provision: \"" + SECTION + "\"}")))
					.toList();
			case "similarObstacles" ->
				List.of(Map.of("input", "{citations: [\"" + SECTION + "\"], title: \"hemligt\"}", "first", "50"));
			case "proposals" -> List.of(Map.of("filter", "{law: \"2010:800\"}"));
			case "search" -> each("text", words);
			case "effectiveRules" -> List.of(Map.of("area", quoted("0581"), "on", quoted("2026-01-01")));
			case "eventsAround" -> each("subject", List.of(SECTION, "sfs:2010:800", "area:0581"));
			case "journey" -> List.of(Map.of("code", quoted("home-from-hospital")));
			case "trial" -> List.of(Map.of("reference", quoted("T-SFS-1997:1144")));
			case "lawImport" -> List.of(Map.of("id", quoted("import:0")));
			case "trialConflicts", "feasibility" -> List.of(Map.of("draft", "{clauses: [{citations: [\"" + SECTION
					+ "\"], text: \"a\", areas: [\"SE\"], from: \"2026-01-01\", until: \"2036-01-01\"}]}"));
			case "hotspots" ->
				words.stream().map((word) -> Map.of("by", "PROVISION", "filter", "{text: \"" + word + "\"}")).toList();
			case "impact" -> List.of(Map.of("input", "{citations: [\"" + SECTION + "\"]}"));
			case "suggestTrialScope" -> List.of(Map.of("input", "{areas: [\"0581\"]}"));
			case "trialFeasibility" -> List.of(Map.of("id", quoted("trial:0")));
			case "dependencies" ->
				Stream.concat(this.ids.stream(), Stream.of("organisation:0581", "sfs:2010:800", "service:education"))
					.map((id) -> Map.of("input", "{depth: 3, from: \"" + id + "\"}"))
					.toList();
			case "yearlyAccounts" -> List.of(Map.of("year", "2026"));
			default -> List.of(Map.of());
		};
	}

	private static List<Map<String, String>> each(String argument, List<String> values) {
		return values.stream().map((value) -> Map.of(argument, quoted(value))).toList();
	}

	private static String quoted(String text) {
		return '"' + text + '"';
	}

	/// One document for each thing that a root field's answer leads to, with all its
	/// values and those of what comes next.
	private List<String> documents(GraphQLFieldDefinition root, Map<String, String> arguments) {
		String call = root.getName() + (arguments.isEmpty() ? ""
				: arguments.entrySet()
					.stream()
					.map((each) -> each.getKey() + ": " + each.getValue())
					.collect(Collectors.joining(", ", "(", ")")));
		return selections(type(root), 1).stream().map((selection) -> "{ " + call + " " + selection + " }").toList();
	}

	/// Selections of a type: its values, and with them one field after the other that
	/// leads on.
	private List<String> selections(GraphQLNamedOutputType type, int further) {
		return switch (type) {
			case GraphQLUnionType union -> union.getTypes()
				.stream()
				.flatMap((each) -> selections((GraphQLNamedOutputType) each, further).stream()
					.map((selection) -> "{ ... on " + each.getName() + " " + selection + " }"))
				.toList();
			case GraphQLInterfaceType declared -> this.schema.getImplementations(declared)
				.stream()
				.filter((each) -> HIDDEN.contains(each.getName()))
				.flatMap((each) -> selections(each, further).stream()
					.map((selection) -> "{ ... on " + each.getName() + " " + selection + " }"))
				.toList();
			case GraphQLObjectType object -> ofObject(object, further);
			default -> List.of("");
		};
	}

	private List<String> ofObject(GraphQLObjectType object, int further) {
		if (object.getName().endsWith("Connection")) {
			return selections(type(object.getFieldDefinition("nodes")), further).stream()
				.map((selection) -> "{ totalCount nodes " + selection + " }")
				.toList();
		}
		String values = object.getFieldDefinitions()
			.stream()
			.filter((field) -> isValue(field) && isFree(field))
			.map(GraphQLFieldDefinition::getName)
			.collect(Collectors.joining(" ", "__typename ", " "));
		List<String> selections = new ArrayList<>(List.of("{ " + values + "}"));
		if (further > 0) {
			object.getFieldDefinitions()
				.stream()
				.filter((field) -> !isValue(field) && isFree(field))
				.forEach((field) -> selections(type(field), further - 1)
					.forEach((selection) -> selections.add("{ " + values + field.getName() + " " + selection + " }")));
		}
		return selections;
	}

	private static boolean isValue(GraphQLFieldDefinition field) {
		return GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()));
	}

	/// Whether a field can be asked for without arguments.
	private static boolean isFree(GraphQLFieldDefinition field) {
		return field.getArguments().stream().noneMatch((argument) -> GraphQLTypeUtil.isNonNull(argument.getType()));
	}

	private static GraphQLNamedOutputType type(GraphQLFieldDefinition field) {
		return (GraphQLNamedOutputType) GraphQLTypeUtil.unwrapAll(field.getType());
	}

}
