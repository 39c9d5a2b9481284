package se.frirum.platform.projection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.Api;
import se.frirum.Cases;
import se.frirum.FrirumTest;

import static org.assertj.core.api.Assertions.assertThat;

/// A list is the same whichever way it is walked, and stays so while it grows.
@FrirumTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagingIT {

	private static final int CASES = 30;

	private static final String PAGE = """
			query ($filter: ObstacleFilter, $by: ObstacleOrder, $first: Int, $after: String, $last: Int, $before: String) {
			  obstacles(filter: $filter, orderBy: $by, first: $first, after: $after, last: $last, before: $before) {
			    edges { cursor node { id title reportedAt endorsementCount } }
			    nodes { id }
			    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
			    totalCount
			  }
			}""";

	private final Api api;

	private final Cases cases;

	/// In the order of their reports.
	private final List<String> reported = new ArrayList<>();

	/// In the order in which they were taken up, which is the last that happened to them.
	private final List<String> taken = new ArrayList<>();

	private final Map<String, Integer> endorsements = new HashMap<>();

	PagingIT(Api api) {
		this.api = api;
		this.cases = Cases.of(api);
	}

	@BeforeAll
	void thirtyCases() {
		for (int number = 0; number < CASES; number++) {
			this.reported.add(this.cases.submitted("reporter", "Hinder " + number, Map.of()));
		}
		this.taken.addAll(this.reported);
		Collections.shuffle(this.taken, new Random(17));
		this.taken.forEach(this.cases::published);
		endorsed(4, "reporter2");
		endorsed(11, "reporter2", "analyst", "liaison");
		endorsed(19, "analyst");
		endorsed(23, "reporter2", "liaison");
	}

	private void endorsed(int number, String... accounts) {
		this.cases.endorsed(this.reported.get(number), accounts);
		this.endorsements.put(this.reported.get(number), accounts.length);
	}

	private List<String> expected(String order) {
		return switch (order) {
			case "NEWEST" -> this.reported.reversed();
			case "OLDEST" -> this.reported;
			case "RECENTLY_CHANGED" -> this.taken.reversed();
			case "MOST_ENDORSED" -> {
				List<String> sorted = new ArrayList<>(this.reported.reversed());
				sorted.sort((one, other) -> this.endorsements.getOrDefault(other, 0)
						- this.endorsements.getOrDefault(one, 0));
				yield sorted;
			}
			default -> throw new IllegalArgumentException(order);
		};
	}

	private Api.Answer page(String order, Map<String, ?> arguments) {
		Map<String, Object> variables = new HashMap<>(arguments);
		variables.put("by", order);
		variables.putIfAbsent("filter", Map.of("text", this.cases.word()));
		return this.api.query(PAGE, variables);
	}

	private static List<String> ids(Api.Answer page) {
		return page.texts("obstacles.edges", "node.id");
	}

	@ParameterizedTest
	@CsvSource({ "NEWEST, 1", "NEWEST, 7", "NEWEST, 25", "OLDEST, 1", "OLDEST, 7", "OLDEST, 25", "MOST_ENDORSED, 1",
			"MOST_ENDORSED, 7", "MOST_ENDORSED, 25", "RECENTLY_CHANGED, 1", "RECENTLY_CHANGED, 7",
			"RECENTLY_CHANGED, 25" })
	void aListReadsTheSameForwardAndBackward(String order, int size) {
		assertThat(forward(order, size)).containsExactlyElementsOf(expected(order));
		assertThat(backward(order, size)).containsExactlyElementsOf(expected(order));
	}

	private List<String> forward(String order, int size) {
		List<String> found = new ArrayList<>();
		Map<String, Object> arguments = new HashMap<>(Map.of("first", size));
		boolean more = true;
		while (more) {
			Api.Answer page = page(order, arguments);
			found.addAll(ids(page));
			more = page.at("obstacles.pageInfo.hasNextPage").asBoolean();
			assertThat(page.at("obstacles.pageInfo.hasPreviousPage").asBoolean()).isEqualTo(found.size() > size);
			assertThat(more).isEqualTo(found.size() < CASES);
			complete(page, Math.min(size, CASES - (found.size() - 1) / size * size));
			arguments.put("after", page.text("obstacles.pageInfo.endCursor"));
		}
		return found;
	}

	private List<String> backward(String order, int size) {
		List<String> found = new ArrayList<>();
		Map<String, Object> arguments = new HashMap<>(Map.of("last", size));
		boolean more = true;
		while (more) {
			Api.Answer page = page(order, arguments);
			found.addAll(0, ids(page));
			more = page.at("obstacles.pageInfo.hasPreviousPage").asBoolean();
			assertThat(page.at("obstacles.pageInfo.hasNextPage").asBoolean()).isEqualTo(found.size() > size);
			assertThat(more).isEqualTo(found.size() < CASES);
			complete(page, Math.min(size, CASES - (found.size() - 1) / size * size));
			arguments.put("before", page.text("obstacles.pageInfo.startCursor"));
		}
		return found;
	}

	private static void complete(Api.Answer page, int size) {
		assertThat(page.at("obstacles.totalCount").asInt()).isEqualTo(CASES);
		assertThat(ids(page)).hasSize(size);
		assertThat(page.texts("obstacles.nodes", "id")).isEqualTo(ids(page));
		List<String> cursors = page.texts("obstacles.edges", "cursor");
		assertThat(cursors).doesNotHaveDuplicates();
		assertThat(page.text("obstacles.pageInfo.startCursor")).isEqualTo(cursors.getFirst());
		assertThat(page.text("obstacles.pageInfo.endCursor")).isEqualTo(cursors.getLast());
	}

	@Test
	void theWholeRegistryReadsTheSameForwardAndBackward() {
		for (String order : List.of("NEWEST", "OLDEST", "MOST_ENDORSED", "RECENTLY_CHANGED")) {
			List<String> forward = whole(order, "first", "after", "endCursor", "hasNextPage");
			List<String> backward = new ArrayList<>();
			for (String id : whole(order, "last", "before", "startCursor", "hasPreviousPage")) {
				backward.addFirst(id);
			}
			assertThat(forward).as(order)
				.doesNotHaveDuplicates()
				.containsAll(this.reported)
				.containsExactlyElementsOf(backward);
		}
	}

	private List<String> whole(String order, String size, String from, String cursor, String hasMore) {
		List<String> found = new ArrayList<>();
		Map<String, Object> arguments = new HashMap<>(Map.of("filter", Map.of(), size, 19));
		boolean more = true;
		while (more) {
			Api.Answer page = page(order, arguments);
			found.addAll(size.equals("last") ? ids(page).reversed() : ids(page));
			more = page.at("obstacles.pageInfo." + hasMore).asBoolean();
			arguments.put(from, page.text("obstacles.pageInfo." + cursor));
		}
		return found;
	}

	@ParameterizedTest
	@CsvSource({ "laws-page, laws, id, public", "trials-page, trials, id, public",
			"proposals-page, proposals, id, public", "lessons-page, lessons, id, public",
			"review-queue, reviewQueue, subject.id, analyst" })
	void everyListThatGoesOnGoesBackToo(String operation, String list, String id, String account) {
		List<String> forward = new ArrayList<>();
		Map<String, Object> there = new HashMap<>(Map.of("first", 7));
		List<String> backward = new ArrayList<>();
		Map<String, Object> back = new HashMap<>(Map.of("last", 10));
		Api.Answer page;
		do {
			page = this.api.as(account).run(operation, there);
			assertThat(page.errors()).as(page.toString()).isEmpty();
			forward.addAll(page.texts(list + ".nodes", id));
			there.put("after", page.text(list + ".pageInfo.endCursor"));
		}
		while (page.at(list + ".pageInfo.hasNextPage").asBoolean());
		do {
			page = this.api.as(account).run(operation, back);
			assertThat(page.errors()).as(page.toString()).isEmpty();
			backward.addAll(0, page.texts(list + ".nodes", id));
			back.put("before", page.text(list + ".pageInfo.startCursor"));
		}
		while (page.at(list + ".pageInfo.hasPreviousPage").asBoolean());
		assertThat(forward).doesNotHaveDuplicates().containsExactlyElementsOf(backward);
	}

	@Test
	void aPageCanStandBetweenTwoCursors() {
		List<String> order = expected("NEWEST");
		Api.Answer all = page("NEWEST", Map.of("first", CASES));
		List<String> cursors = all.texts("obstacles.edges", "cursor");
		Map<String, Object> between = Map.of("after", cursors.get(3), "before", cursors.get(9));

		Map<String, Object> first = new HashMap<>(between);
		first.put("first", 3);
		assertThat(ids(page("NEWEST", first))).isEqualTo(order.subList(4, 7));
		Map<String, Object> last = new HashMap<>(between);
		last.put("last", 3);
		assertThat(ids(page("NEWEST", last))).isEqualTo(order.subList(6, 9));
	}

	@Test
	void twentyFiveStandOnAPageWhereNothingIsSaid() {
		assertThat(ids(page("NEWEST", Map.of()))).isEqualTo(expected("NEWEST").subList(0, 25));
	}

	@Test
	void anEmptyPageHasNoCursors() {
		Api.Answer page = page("NEWEST", Map.of("filter", Map.of("text", "finnsinte" + this.cases.word())));
		assertThat(ids(page)).isEmpty();
		assertThat(page.at("obstacles.pageInfo").toString()).isEqualToIgnoringWhitespace(
				"{\"hasNextPage\":false,\"hasPreviousPage\":false,\"startCursor\":null,\"endCursor\":null}");
		assertThat(page.at("obstacles.totalCount").asInt()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "NEWEST", "OLDEST", "RECENTLY_CHANGED", "MOST_ENDORSED" })
	void casesThatComeBetweenTwoPagesNeitherHideNorRepeatAny(String order) {
		Cases own = Cases.of(this.api);
		List<String> before = new ArrayList<>();
		for (int number = 0; number < 6; number++) {
			before.add(own.reported("reporter", "Hinder " + number, Map.of()));
		}
		List<String> later = new ArrayList<>();
		List<String> found = new ArrayList<>();
		Map<String, Object> arguments = new HashMap<>(Map.of("first", 2, "filter", Map.of("text", own.word())));
		boolean more = true;
		while (more) {
			Api.Answer page = page(order, arguments);
			found.addAll(ids(page));
			more = page.at("obstacles.pageInfo.hasNextPage").asBoolean();
			arguments.put("after", page.text("obstacles.pageInfo.endCursor"));
			if (later.size() < 3) {
				later.add(own.reported("reporter2", "Hinder som kom till", Map.of()));
			}
		}
		if (order.equals("OLDEST")) {
			before.addAll(later);
			assertThat(found).isEqualTo(before);
		}
		else {
			assertThat(found).isEqualTo(before.reversed());
		}
	}

	@Test
	void sectionsStandInTheOrderOfTheAct() {
		Api.Answer answer = this.api
			.query("""
					{ law(designation: "2010:800") { provisions(chapter: "24", first: 100) { nodes { section } totalCount } } }
					""");
		assertThat(answer.texts("law.provisions.nodes", "section")).containsExactly("1", "2", "3", "3 a", "4", "4 a",
				"5", "5 a", "6", "6 a", "6 b", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18",
				"19", "20", "21", "22", "23", "24", "25", "26");
		assertThat(answer.at("law.provisions.totalCount").asInt()).isEqualTo(31);
	}

	@Test
	void aListInsideAnObjectPagesToo() {
		List<String> citations = new ArrayList<>();
		Map<String, Object> arguments = new HashMap<>();
		boolean more = true;
		while (more) {
			Api.Answer page = this.api.query("""
					query ($after: String) { law(designation: "2010:800") { provisions(first: 100, after: $after) {
					  nodes { citation } pageInfo { hasNextPage endCursor } totalCount } } }""", arguments);
			citations.addAll(page.texts("law.provisions.nodes", "citation"));
			more = page.at("law.provisions.pageInfo.hasNextPage").asBoolean();
			arguments.put("after", page.text("law.provisions.pageInfo.endCursor"));
			assertThat(page.at("law.provisions.totalCount").asInt()).isGreaterThan(700);
		}
		assertThat(citations).doesNotHaveDuplicates()
			.hasSizeGreaterThan(700)
			.containsSubsequence("2 kap. 8 b § skollagen (2010:800)", "2 kap. 9 § skollagen (2010:800)",
					"2 kap. 10 § skollagen (2010:800)", "6 kap. 1 § skollagen (2010:800)",
					"6 a kap. 1 § skollagen (2010:800)", "7 kap. 1 § skollagen (2010:800)",
					"21 kap. 4 § skollagen (2010:800)");
	}

	@ParameterizedTest
	@CsvSource({ "first, 0", "first, 101", "first, -1", "last, 0", "last, 101", "last, -1", "first, 2147483647" })
	void aPageHoldsFromOneToAHundred(String argument, int size) {
		Api.Answer answer = page("NEWEST", Map.of(argument, size));
		assertThat(answer.errors()).containsExactly("BAD_REQUEST");
		assertThat(answer.messages()).containsExactly("'%s' must be from 1 to 100, not %d.".formatted(argument, size));
	}

	@Test
	void aPageIsCountedFromOneEndOnly() {
		Api.Answer answer = page("NEWEST", Map.of("first", 2, "last", 2));
		assertThat(answer.errors()).containsExactly("BAD_REQUEST");
		assertThat(answer.messages()).containsExactly("Ask for 'first' or for 'last', not for both.");
	}

	@Test
	void aCursorIsGoodForItsListAndOrderOnly() {
		String cursor = page("NEWEST", Map.of("first", 1)).text("obstacles.pageInfo.endCursor");
		String ofLaws = this.api.query("{ laws(first: 1) { pageInfo { endCursor } } }").text("laws.pageInfo.endCursor");
		for (Api.Answer answer : List.of(page("OLDEST", Map.of("after", cursor)),
				page("MOST_ENDORSED", Map.of("before", cursor)), page("NEWEST", Map.of("after", ofLaws)))) {
			assertThat(answer.errors()).containsExactly("BAD_REQUEST");
			assertThat(answer.messages()).singleElement().asString().startsWith("The cursor is not one of this list.");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "x", "garbage", "å", "===", "MTIz", "AAAA", "' OR 1=1", "null" })
	void whatIsNoCursorIsRefused(String cursor) {
		for (String argument : List.of("after", "before")) {
			Api.Answer answer = page("NEWEST", Map.of(argument, cursor));
			assertThat(answer.errors()).containsExactly("BAD_REQUEST");
			assertThat(answer.messages()).singleElement().asString().startsWith("The cursor is not one of this list.");
		}
	}

	@Test
	void aCursorOfAnyLengthIsReadOrRefused() {
		assertThat(page("NEWEST", Map.of("after", "A".repeat(100_000))).errors()).containsExactly("BAD_REQUEST");
	}

}
