package se.frirum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import se.frirum.Api.Answer;
import se.frirum.Report.Case;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Random people make random moves with obstacles and proposals of Norrköping's. A plain
/// table says what comes of each; what the API does is the same, and so is what the log
/// tells whoever follows it.
///
/// The seed is printed when something differs; `-Dmoves.seed=…` tries it again.
@FrirumTest
class CaseMovesModelIT {

	private static final int SEQUENCES = 1_000;

	private static final int MOVES = 7;

	private static final int AT_ONCE = 4;

	private static final List<String> ACCOUNTS = List.of("public", "reporter", "reporter2", "analyst", "liaison",
			"admin");

	/// Where it leads back to where the question came from, or stood when it was merged.
	private static final String BACK = "BACK";

	/// A move: who may make it at all, whether only the owner's organisation or only
	/// another one may, and what it makes of which status.
	private static final String OBSTACLE_MOVES = """
			submit              | any     | owner | DRAFT SUBMITTED, NEEDS_INFORMATION BACK
			update              | any     | owner | DRAFT DRAFT, NEEDS_INFORMATION NEEDS_INFORMATION
			discard             | any     | owner | DRAFT GONE
			withdraw            | any     | owner | SUBMITTED CLOSED, UNDER_REVIEW CLOSED, NEEDS_INFORMATION CLOSED, CONFIRMED CLOSED
			verify              | any     | owner | RESOLVED VERIFIED
			remains             | any     | owner | RESOLVED UNDER_REVIEW
			TAKE_UP             | reviews |       | SUBMITTED UNDER_REVIEW
			TAKE_UP unpublished | reviews |       | SUBMITTED UNDER_REVIEW
			REQUEST_INFORMATION | reviews |       | SUBMITTED NEEDS_INFORMATION, UNDER_REVIEW NEEDS_INFORMATION
			CONFIRM             | reviews |       | UNDER_REVIEW CONFIRMED
			FORWARD             | reviews |       | CONFIRMED CONFIRMED
			RESOLVE             | reviews |       | CONFIRMED RESOLVED
			CLOSE               | reviews |       | SUBMITTED CLOSED, UNDER_REVIEW CLOSED, NEEDS_INFORMATION CLOSED, CONFIRMED CLOSED
			REOPEN              | reviews |       | CLOSED UNDER_REVIEW, RESOLVED UNDER_REVIEW
			merge               | reviews |       | SUBMITTED CLOSED, UNDER_REVIEW CLOSED, NEEDS_INFORMATION CLOSED, CONFIRMED CLOSED
			split               | reviews |       | CLOSED BACK
			""";

	private static final String PROPOSAL_MOVES = """
			submit     | proposes | owner | DRAFT SUBMITTED, RETURNED UNDER_REVIEW
			update     | proposes | owner | DRAFT DRAFT, RETURNED RETURNED
			WITHDRAW   | any      | owner | DRAFT WITHDRAWN, SUBMITTED WITHDRAWN, UNDER_REVIEW WITHDRAWN, RETURNED WITHDRAWN
			TAKE_UP    | liaison  | other | SUBMITTED UNDER_REVIEW, DEFERRED UNDER_REVIEW
			RETURN     | liaison  | other | UNDER_REVIEW RETURNED
			ACCEPT     | liaison  | other | UNDER_REVIEW ACCEPTED
			DEFER      | liaison  | other | UNDER_REVIEW DEFERRED
			NOT_PURSUE | liaison  | other | UNDER_REVIEW NOT_PURSUED
			LAPSE      | liaison  | other | IN_PIPELINE LAPSED
			reconsider | proposes | owner | NOT_PURSUED UNDER_REVIEW
			step       | reviews  |       | ACCEPTED IN_PIPELINE, IN_PIPELINE IN_PIPELINE, ENACTED ENACTED
			issue      | reviews  |       | ACCEPTED ENACTED, IN_PIPELINE ENACTED, ENACTED ENACTED
			""";

	private final Api api;

	private final long seed = Long.getLong("moves.seed", new Random().nextLong());

	CaseMovesModelIT(Api api) {
		this.api = api;
	}

	/// A line of a table.
	private record Move(String name, String who, String whose, Map<String, String> leads) {

		static List<Move> of(String table) {
			return table.lines().map((line) -> {
				List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
				Map<String, String> leads = new HashMap<>();
				for (String pair : cells.get(3).split(", ")) {
					leads.put(pair.split(" ")[0], pair.split(" ")[1]);
				}
				return new Move(cells.get(0), cells.get(1), cells.get(2), leads);
			}).toList();
		}

	}

	/// What the table knows of a case.
	private static final class Model {

		private final List<Move> moves;

		private String status = "DRAFT";

		private String audience = "OWNER";

		private int version = 1;

		private String askedFrom = "";

		private String mergedFrom = "";

		private boolean withdrawn;

		private boolean reconsidered;

		Model(List<Move> moves) {
			this.moves = moves;
		}

		/// What comes of a move: `OK`, or why nothing does.
		String expect(Move move, String account, boolean stale) {
			if (account.equals("public")) {
				return "UNAUTHORIZED";
			}
			if (!mayEver(move.who(), account)) {
				return "FORBIDDEN";
			}
			if (!sees(account)) {
				return "NOT_FOUND";
			}
			if (stale && !List.of("merge", "step", "issue").contains(move.name())) {
				return "STALE";
			}
			if (isRepeated(move)) {
				return "OK";
			}
			boolean owner = account.equals("reporter");
			if ((move.whose().equals("owner") && !owner) || (move.whose().equals("other") && owner)) {
				return "INVALID";
			}
			return move.leads().containsKey(this.status) && isPossible(move) ? "OK" : "ILLEGAL_TRANSITION";
		}

		private static boolean mayEver(String who, String account) {
			return switch (who) {
				case "any" -> true;
				case "reviews" -> List.of("analyst", "liaison", "admin").contains(account);
				case "liaison" -> List.of("liaison", "admin").contains(account);
				case "proposes" -> !account.equals("liaison");
				default -> throw new IllegalArgumentException(who);
			};
		}

		private boolean isPossible(Move move) {
			return switch (move.name()) {
				case "REOPEN" -> this.mergedFrom.isEmpty() && !this.withdrawn;
				case "split" -> !this.mergedFrom.isEmpty();
				case "reconsider" -> !this.reconsidered;
				default -> true;
			};
		}

		/// The same merge again is the same.
		boolean isRepeated(Move move) {
			return move.name().equals("merge") && !this.mergedFrom.isEmpty();
		}

		boolean sees(String account) {
			return switch (this.audience) {
				case "OWNER" -> account.equals("reporter");
				case "REVIEWERS" -> !List.of("public", "reporter2").contains(account);
				case "PUBLIC" -> true;
				default -> false;
			};
		}

		void make(Move move) {
			String before = this.status;
			String to = Objects.requireNonNull(move.leads().get(before));
			this.status = !to.equals(BACK) ? to : move.name().equals("split") ? this.mergedFrom : this.askedFrom;
			this.version++;
			switch (move.name()) {
				case "submit" -> this.audience = this.audience.equals("OWNER") ? "REVIEWERS" : this.audience;
				case "TAKE_UP" -> this.audience = "PUBLIC";
				case "REQUEST_INFORMATION" -> this.askedFrom = before;
				case "merge" -> this.mergedFrom = before;
				case "split" -> this.mergedFrom = "";
				case "withdraw" -> this.withdrawn = true;
				case "reconsider" -> this.reconsidered = true;
				case "discard" -> this.audience = "NOBODY";
				default -> {
				}
			}
		}

	}

	@Test
	void randomPeopleMakingRandomMovesFindWhatTheTableSays() throws InterruptedException {
		Case survivor = Report.by(this.api.as("reporter2")).takenUp();
		List<Callable<Void>> sequences = IntStream.range(0, SEQUENCES).mapToObj((number) -> (Callable<Void>) () -> {
			Random random = new Random(this.seed + number);
			if (number % 3 == 0) {
				walk(random, Proposing.by(this.api.as("reporter")).changing("2 kap. 3 § kommunallagen").draft(),
						new Model(Move.of(PROPOSAL_MOVES)), CaseMovesModelIT::proposalMove, number);
			}
			else {
				walk(random, Report.by(this.api.as("reporter")).citing("2 kap. 3 § kommunallagen").draft(),
						new Model(Move.of(OBSTACLE_MOVES)),
						(move, subject) -> obstacleMove(move, subject, survivor.id()), number);
			}
			return null;
		}).toList();
		try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
			for (Future<Void> sequence : threads.invokeAll(sequences)) {
				sequence.get();
			}
		}
		catch (ExecutionException failed) {
			throw (failed.getCause() instanceof AssertionError differing) ? differing
					: new AssertionError("seed " + this.seed, failed.getCause());
		}
	}

	/// How a move is sent.
	@FunctionalInterface
	private interface Sending {

		Map.Entry<String, Map<String, Object>> send(String move, Map<String, Object> subject);

	}

	private void walk(Random random, Case subject, Model model, Sending sending, int number) {
		List<String> way = new ArrayList<>();
		boolean proposal = subject.id().startsWith("simplification:");
		if (proposal) {
			assess(subject, model);
		}
		for (int step = 0; step < MOVES; step++) {
			Move move = likely(random, model);
			String account = likely(random, move);
			boolean stale = random.nextInt(12) == 0;
			Map<String, Object> named = new LinkedHashMap<>();
			named.put("id", subject.id());
			named.put("expectedVersion", stale ? model.version - 1 : model.version);
			String expected = model.expect(move, account, stale);
			way.add(account + " " + move.name() + (stale ? " (stale)" : "") + " -> " + expected);
			Map.Entry<String, Map<String, Object>> request = sending.send(move.name(), named);
			Answer answer = this.api.as(account).query(request.getKey(), Map.of("input", request.getValue()));
			assertThat(outcome(answer)).as("seed %d, sequence %d: %s%n%s", this.seed, number, way, answer)
				.isEqualTo(expected);
			if (expected.equals("OK") && !model.isRepeated(move)) {
				model.make(move);
			}
		}
		for (String account : List.of("public", "reporter", "reporter2", "analyst")) {
			checkReading(account, subject, model, "seed %d, sequence %d: %s".formatted(this.seed, number, way));
		}
	}

	private void assess(Case subject, Model model) {
		Answer assessed = this.api.as("reporter")
			.run("assess-consequences", Map.of("input", Map.of("id", subject.id(), "expectedVersion", model.version,
					"problem", "a", "zeroOption", "b", "alternatives", "c")));
		assertThat(assessed.problems("assessConsequences")).isEmpty();
		model.version++;
	}

	/// Two of three moves are possible ones: others would leave most cases as drafts.
	private static Move likely(Random random, Model model) {
		List<Move> possible = model.moves.stream()
			.filter((move) -> move.leads().containsKey(model.status) && model.isPossible(move))
			.toList();
		List<Move> from = (random.nextInt(3) == 0 || possible.isEmpty()) ? model.moves : possible;
		return from.get(random.nextInt(from.size()));
	}

	private static String likely(Random random, Move move) {
		if (random.nextInt(3) == 0) {
			return ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
		}
		return move.whose().equals("owner") ? "reporter" : "liaison";
	}

	private void checkReading(String account, Case subject, Model model, String way) {
		Answer read = this.api.as(account).query("""
				query ($id: ID!) {
					node(id: $id) { ... on Obstacle { status version } ... on Proposal { proposed: status version } }
					events(about: $id, first: 100) { nodes { from to } } }""", Map.of("id", subject.id()));
		String why = "%s, read by %s: %s".formatted(way, account, read);
		String rebuilt = "";
		for (JsonNode event : read.at("events.nodes")) {
			String to = event.path("to").asString("");
			rebuilt = to.isEmpty() ? rebuilt : to;
		}
		if (model.audience.equals("NOBODY")) {
			assertThat(read.at("node").isNull()).as(why).isTrue();
		}
		else if (model.sees(account)) {
			JsonNode node = read.at("node");
			assertThat(node.path(node.has("status") ? "status" : "proposed").asString()).as(why)
				.isEqualTo(model.status);
			assertThat(node.path("version").asInt()).as(why).isEqualTo(model.version);
			assertThat(rebuilt).as(why).isEqualTo(model.status);
		}
		else {
			assertThat(read.at("node").isNull()).as(why).isTrue();
			assertThat(read.at("events.nodes")).as(why).isEmpty();
		}
	}

	private static String outcome(Answer answer) {
		if (!answer.errors().isEmpty()) {
			return answer.errors().getFirst();
		}
		Set<String> codes = new HashSet<>(answer.body().findValuesAsString("code"));
		return codes.isEmpty() ? "OK" : String.join(", ", codes);
	}

	private static Map.Entry<String, Map<String, Object>> obstacleMove(String move, Map<String, Object> subject,
			String survivor) {
		return switch (move) {
			case "submit" -> of("submitObstacle", "SubjectInput", subject, Map.of());
			case "update" -> of("updateObstacle", "UpdateObstacleInput", subject, Map.of("consequence", "Det dröjer."));
			case "discard" -> of("discardDraft", "SubjectInput", subject, Map.of());
			case "withdraw" -> of("withdrawObstacle", "SubjectInput", subject, Map.of("reason", "Det löste sig."));
			case "verify" -> of("verifyObstacle", "VerifyObstacleInput", subject, Map.of("gone", true));
			case "remains" ->
				of("verifyObstacle", "VerifyObstacleInput", subject, Map.of("gone", false, "note", "Det är kvar."));
			case "split" -> of("splitObstacle", "SubjectInput", subject, Map.of());
			case "merge" -> of("mergeObstacles", "MergeObstaclesInput", Map.of(), Map.of("duplicate",
					Objects.requireNonNull(subject.get("id")), "into", survivor, "reason", "Samma sak."));
			case "TAKE_UP unpublished" ->
				of("reviewObstacle", "ReviewObstacleInput", subject, Map.of("decision", "TAKE_UP", "publish", false));
			case "CLOSE" -> of("reviewObstacle", "ReviewObstacleInput", subject,
					Map.of("decision", "CLOSE", "closure", "OUT_OF_SCOPE", "reason", "Hör inte hit."));
			default ->
				of("reviewObstacle", "ReviewObstacleInput", subject, Map.of("decision", move, "reason", "Därför."));
		};
	}

	private static Map.Entry<String, Map<String, Object>> proposalMove(String move, Map<String, Object> subject) {
		return switch (move) {
			case "submit" -> of("submitProposal", "SubjectInput", subject, Map.of());
			case "update" ->
				of("updateProposal", "UpdateProposalInput", subject, Map.of("rationale", "Ett annat skäl."));
			case "reconsider" ->
				of("requestReconsideration", "ReconsiderInput", subject, Map.of("grounds", "Läget är ett annat."));
			case "step" -> of("recordLegislativeStep", "LegislativeStepInput", Map.of(),
					Map.of("id", Objects.requireNonNull(subject.get("id")), "stage", "REFERRAL", "on", "2026-01-15",
							"document", RandomWord.startingWith("En promemoria ")));
			case "issue" -> of("recordLegislativeStep", "LegislativeStepInput", Map.of(),
					Map.of("id", Objects.requireNonNull(subject.get("id")), "stage", "ISSUED", "on", "2026-02-01",
							"document", RandomWord.startingWith("En handledning ")));
			case "ACCEPT" ->
				of("reviewProposal", "ReviewProposalInput", subject, Map.of("decision", move, "route", "GUIDANCE"));
			default ->
				of("reviewProposal", "ReviewProposalInput", subject, Map.of("decision", move, "reason", "Därför."));
		};
	}

	private static Map.Entry<String, Map<String, Object>> of(String mutation, String type, Map<String, Object> subject,
			Map<String, Object> more) {
		Map<String, Object> input = new LinkedHashMap<>(subject);
		input.putAll(more);
		return Map.entry(
				"mutation ($input: %s!) { %s(input: $input) { problems { code message } } }".formatted(type, mutation),
				input);
	}

}
