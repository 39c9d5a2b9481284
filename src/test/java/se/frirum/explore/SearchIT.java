package se.frirum.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.frirum.RandomWord;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.Report;
import se.frirum.Report.Case;
import se.frirum.StatementCount;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.projection.Listing;

import static org.assertj.core.api.Assertions.assertThat;

/// What is found by its words and by name, in which order, and by whom. Each test has a
/// word of its own, which stands nowhere else.
@FrirumTest
class SearchIT {

	private static final String ACT = """
			CREATE (law:Law {id: $id, key: $id, cited: $id, designation: $number, title: $title, kind: 'ACT', known: true,
				uri: 'https://example.org', mark: $mark})
			WITH law
			UNWIND $sections AS row
			CREATE (law)-[:HAS_PROVISION]->(section:Provision {id: $id + '#P' + row.number,
				key: $id + '#' + right('000' + toString(row.number), 4), section: toString(row.number), heading: row.heading,
				mark: $mark})
			WITH section, row
			UNWIND row.texts AS text
			CREATE (section)-[:HAS_WORDING]->(:Wording {text: text, mark: $mark})
			""";

	private static final String TRIAL = """
			CREATE (:Trial {id: 'trial:' + $mark, key: $mark, reference: 'T-' + $mark, version: 1, title: $title,
				instrument: 'NOT_STATED', derived: true, sources: [], mark: $mark})
			""";

	private static final String DELETE = """
			MATCH (node:Law|Provision|Wording|Trial) WHERE node.mark = $mark
			DETACH DELETE node
			""";

	private static final String SEARCH = """
			query ($text: String!, $kinds: [SearchKind!], $first: Int, $after: String) {
				search(text: $text, kinds: $kinds, first: $first, after: $after) {
					totalCount pageInfo { hasNextPage endCursor }
					nodes { kind title highlight score node { id __typename } } } }""";

	private final Api api;

	private final Transactions transactions;

	private final StatementCount statements;

	private final String word = RandomWord.startingWith("ord");

	private final String number = ThreadLocalRandom.current().nextInt(2100, 10_000) + ":9997";

	private final String act = "sfs:" + this.number;

	SearchIT(Api api, Transactions transactions, StatementCount statements) {
		this.api = api;
		this.transactions = transactions;
		this.statements = statements;
	}

	@AfterEach
	void takeTheActAway() {
		write(DELETE, Map.of("mark", this.word));
	}

	@Test
	void findsEverythingThatHoldsTheWord() {
		bring("Lag om " + this.word, section(1, "", "Här står " + this.word + "."));
		Case reported = Report.by(this.api.as("reporter")).with("title", this.word).takenUp();
		String trial = trial();
		Answer found = search(this.word);
		assertThat(ids(found)).containsExactlyInAnyOrder(this.act, this.act + "#P1", reported.id(), trial);
		assertThat(found.texts("search.nodes", "kind")).containsExactly("LAW", "OBSTACLE", "PROVISION", "TRIAL");
		assertThat(found.texts("search.nodes", "node.__typename")).containsExactly("Law", "Obstacle", "Provision",
				"Trial");
		assertThat(found.texts("search.nodes", "title")).containsExactly("Lag om " + this.word, this.word,
				"1 § Lag om " + this.word, "Försök med " + this.word);
		assertThat(found.texts("search.nodes", "score")).as("the best of each kind").containsOnly("1.0");
		assertThat(found.at("search.totalCount").asInt()).isEqualTo(4);
	}

	@Test
	void findsOnlyTheKindsThatAreAskedFor() {
		bring("Lag om " + this.word, section(1, "", "Här står " + this.word + "."));
		Map<String, Object> arguments = new HashMap<>(Map.of("text", this.word, "kinds", List.of("PROVISION")));
		assertThat(ids(search(arguments))).containsExactly(this.act + "#P1");
		assertThat(search(arguments).at("search.totalCount").asInt()).isOne();
		arguments.put("kinds", List.of("LAW", "TRIAL"));
		assertThat(ids(search(arguments))).containsExactly(this.act);
		arguments.put("kinds", List.of());
		assertThat(ids(search(arguments))).isEmpty();
		assertThat(search(arguments).at("search.totalCount").asInt()).isZero();
	}

	@Test
	void findsWordsInAnyOfTheirForms() {
		bring("Lag om prov", section(1, "", "Kommunerna och regionen samverkar, " + this.word + "."));
		for (String text : List.of("kommun", "kommuner", "KOMMUNERNAS", "regioner samverka", "kommun och region")) {
			assertThat(ids(search(text + " " + this.word))).as(text).containsExactly(this.act + "#P1");
		}
		assertThat(ids(search("landsting " + this.word))).as("all words must be there").isEmpty();
	}

	@Test
	void findsASectionOnceHoweverManyOfItsWordingsHoldTheWord() {
		bring("Lag om prov", section(1, this.word, "Nu gäller " + this.word, "Sedan gäller " + this.word));
		Answer found = search(this.word);
		assertThat(ids(found)).containsExactly(this.act + "#P1");
		assertThat(found.at("search.totalCount").asInt()).isOne();
	}

	@Test
	void whatASectionSaysWeighsMoreThanTheHeadingAboveIt() {
		bring("Lag om prov", section(1, this.word, "Något annat."), section(2, "", "Här står " + this.word + "."));
		assertThat(ids(search(this.word))).containsExactly(this.act + "#P2", this.act + "#P1");
	}

	@ParameterizedTest
	@CsvSource({ "21:4 SkolL, sfs:2010:800#K21P4", "21 kap. 4 § skollagen, sfs:2010:800#K21P4",
			"sfs:2010:800#K21P4, sfs:2010:800#K21P4", "2010:800, sfs:2010:800", "skollagen, sfs:2010:800",
			"SkolL, sfs:2010:800", "21 kap. 4 § andra stycket skollagen, sfs:2010:800#K21P4",
			"T-SFS-1997:1144, T-SFS-1997:1144" })
	void whatTheTextNamesStandsFirst(String text, String named) {
		Answer found = search(text);
		assertThat(found.at("search.nodes.0.score").asDouble()).isEqualTo(2);
		assertThat(List.of(found.text("search.nodes.0.node.id"), reference(found))).contains(named);
		assertThat(found.texts("search.nodes", "score").subList(1, found.at("search.nodes").size()))
			.allSatisfy((score) -> assertThat(Double.parseDouble(score)).isLessThanOrEqualTo(1));
	}

	@Test
	void aCaseThatTheTextNamesStandsFirst() {
		Case reported = Report.by(this.api.as("reporter")).takenUp();
		Answer found = search(reported.reference().toLowerCase(Locale.ROOT));
		assertThat(found.text("search.nodes.0.node.id")).isEqualTo(reported.id());
		assertThat(found.at("search.nodes.0.score").asDouble()).isEqualTo(2);
	}

	@Test
	void whatIsNamedAndHoldsTheWordsStandsThereOnce() {
		Answer found = search("skollagen");
		assertThat(ids(found)).doesNotHaveDuplicates();
		assertThat(found.at("search.totalCount").asInt()).isEqualTo(whole("skollagen", 100).size());
	}

	@Test
	void aTrialThatNobodyKnowsMuchOfIsFoundByItsNameOnly() {
		write(TRIAL, Map.of("mark", this.word, "title", "Försök med " + this.word));
		assertThat(ids(search(this.word))).isEmpty();
		assertThat(ids(search("T-" + this.word))).containsExactly("trial:" + this.word);
	}

	@Test
	void anActThatIsOnlyCitedInWhatOneMayNotSeeIsNotFound() {
		bring("Lag om " + this.word);
		write("MATCH (law:Law {id: $id}) SET law.known = false", Map.of("id", this.act));
		assertThat(ids(search(this.word))).isEmpty();
		assertThat(ids(search(this.number))).isEmpty();
		assertThat(search(this.word).at("search.totalCount").asInt()).isZero();
	}

	@Test
	void theWordsAreMarkedAndAllElseIsEscaped() {
		bring("Lag om prov", section(1, "", "Den som <b>äger</b> en " + this.word + " & en hund får avstå."));
		assertThat(search(this.word + " hundar").text("search.nodes.0.highlight"))
			.isEqualTo("Den som &lt;b&gt;äger&lt;/b&gt; en <mark>%s</mark> &amp; en <mark>hund</mark> får avstå."
				.formatted(this.word));
	}

	@Test
	void whatIsOnlyNamedHasNoPassageToShow() {
		assertThat(search("sfs:2010:800#K21P4").at("search.nodes.0.highlight").isNull()).isTrue();
	}

	@Test
	void pagesFitTogetherThoughAllHitsAreEqual() {
		bring("Lag om prov",
				IntStream.rangeClosed(1, 40)
					.mapToObj((number) -> section(number, "", "Här står " + this.word + "."))
					.toArray(Map[]::new));
		Case reported = Report.by(this.api.as("reporter")).with("title", this.word).takenUp();
		List<String> all = ids(search(Map.of("text", this.word, "first", 100)));
		assertThat(all).hasSize(41).doesNotHaveDuplicates().contains(reported.id());
		for (int size : List.of(1, 7, 20)) {
			assertThat(whole(this.word, size)).as("pages of " + size).isEqualTo(all);
		}
	}

	@Test
	void onePagesThroughTheFirstThousandAndTheOthersAreCounted() {
		bring("Lag om prov",
				IntStream.rangeClosed(1, 1_010)
					.mapToObj((number) -> section(number, "", "Här står " + this.word + "."))
					.toArray(Map[]::new));
		Answer last = search(Map.of("text", this.word, "after", Listing.cursor("Query.search ", "0989")));
		assertThat(ids(last)).hasSize(10);
		assertThat(last.at("search.pageInfo.hasNextPage").asBoolean()).isFalse();
		assertThat(last.at("search.totalCount").asInt()).isEqualTo(1_010);
		assertThat(ids(search(Map.of("text", this.word, "after", Listing.cursor("Query.search ", "9999"))))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "MTIz", "Query.search " })
	void whatIsNoCursorOfASearchIsRefused(String cursor) {
		for (String forged : List.of(cursor, Listing.cursor("Query.search ", cursor),
				Listing.cursor("Query.laws ", "1"), Listing.cursor("Query.search ", "-001"),
				Listing.cursor("Query.search ", "99999999999"))) {
			Answer answer = this.api.query(SEARCH, Map.of("text", this.word, "after", forged));
			assertThat(answer.errors()).as(forged).containsExactly("BAD_REQUEST");
			assertThat(answer.messages()).singleElement().asString().startsWith("The cursor is not one of this list.");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, 101 })
	void aPageHoldsFromOneToAHundred(int size) {
		assertThat(this.api.query(SEARCH, Map.of("text", this.word, "first", size)).errors())
			.containsExactly("BAD_REQUEST");
	}

	@ParameterizedTest
	@CsvSource({ "public, false", "reporter, true", "reporter2, false", "analyst, true", "admin, true" })
	void aSubmittedCaseIsFoundCountedAndScoredForThoseWhoMaySeeIt(String account, boolean seen) {
		Case published = Report.by(this.api.as("reporter"))
			.with("title", "Ett hinder")
			.with("description", "Regeln om " + this.word + " hindrar " + "mycket annat ".repeat(50))
			.takenUp();
		Case submitted = Report.by(this.api.as("reporter"))
			.with("title", this.word)
			.with("description", this.word + " " + this.word)
			.submitted();
		Case draft = Report.by(this.api.as("reporter2")).with("title", this.word).draft();
		Answer found = this.api.as(account).query(SEARCH, Map.of("text", this.word));
		assertThat(ids(found).contains(published.id())).isTrue();
		assertThat(ids(found).contains(submitted.id())).isEqualTo(seen);
		assertThat(ids(found).contains(draft.id())).isEqualTo(account.equals("reporter2"));
		assertThat(found.at("search.totalCount").asInt()).isEqualTo(ids(found).size());
		if (account.equals("public")) {
			assertThat(found.at("search.nodes.0.score").asDouble()).as("the best that one sees").isOne();
			assertThat(ids(this.api.query(SEARCH, Map.of("text", submitted.reference())))).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "*:*", "*", "?", "och", "~", "\"", "\\", "(", ")", "[* TO *]", "{", "/.*/",
			"+-!^", "&&", "||", "\u0000", "\ud83d\ude80", "§§§", "_", "audience:", "' OR 1=1 //", "$arg", "`" })
	void whatHoldsNoWordsFindsNothing(String text) {
		Answer found = search(text);
		assertThat(ids(found)).isEmpty();
		assertThat(found.at("search.totalCount").asInt()).isZero();
	}

	@Test
	void nothingInATextIsAQueryLanguages() {
		bring("Lag om prov", section(1, "", "Här står " + this.word + " och inget annat."));
		String start = this.word.substring(0, 20);
		for (String text : List.of(start + "*", start + "?", this.word + "x~2", "/" + start + ".*/",
				this.word + " OR finnsinte", this.word + " NOT annat -annat finnsinte", "title:" + this.word,
				"[" + start + " TO z]", this.word + "^1000", this.word + " audience:owner")) {
			assertThat(ids(search(text))).as(text).isEmpty();
		}
		for (String text : List.of("\"" + this.word + "\"", this.word + "*", this.word + "~", "(" + this.word,
				"+" + this.word, this.word + " \\", "<" + this.word + ">")) {
			assertThat(ids(search(text))).as(text).containsExactly(this.act + "#P1");
		}
	}

	@Test
	void aLongTextCostsNothingUnusual() {
		bring("Lag om prov", section(1, "", "Här står " + this.word + "."));
		for (String text : List.of("a".repeat(10_000), "å ".repeat(5_000), "kommun* ".repeat(1_250), "(".repeat(10_000),
				UUID.randomUUID().toString().repeat(278), "NOT ".repeat(2_500), "x".repeat(900_000))) {
			this.statements.reset();
			assertThat(search(text).status()).isEqualTo(200);
			assertThat(this.statements.statements()).hasSizeLessThanOrEqualTo(6);
		}
		assertThat(ids(search(this.word + " ".repeat(10_000) + this.word))).containsExactly(this.act + "#P1");
	}

	private String reference(Answer found) {
		return this.api
			.query("query ($id: ID!) { node(id: $id) { ... on Trial { reference } } }",
					Map.of("id", found.text("search.nodes.0.node.id")))
			.text("node.reference");
	}

	private String trial() {
		return this.api.as("liaison")
			.run("register-trial",
					Map.of("input",
							Map.of("idempotencyKey", this.word, "title", "Försök med " + this.word, "instrument",
									"NAMED_AREA_ACT", "clauses",
									List.of(Map.of("effect", "ADDS", "text", "Annat gäller.", "areas", List.of("0581"),
											"from", "2149-12-01", "until", "2150-12-01")))))
			.text("registerTrial.trial.id");
	}

	@SafeVarargs
	private void bring(String title, Map<String, Object>... sections) {
		write(ACT, Map.of("id", this.act, "number", this.number, "title", title, "mark", this.word, "sections",
				List.of(sections)));
		this.transactions.lookUp("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()", Map.of());
	}

	private static Map<String, Object> section(int number, String heading, String... texts) {
		return Map.of("number", number, "heading", heading, "texts", List.of(texts));
	}

	private void write(String statement, Map<String, Object> parameters) {
		this.transactions.write(() -> this.transactions.query(statement, parameters));
	}

	private Answer search(String text) {
		return search(Map.of("text", text));
	}

	private Answer search(Map<String, ?> arguments) {
		Answer answer = this.api.query(SEARCH, arguments);
		assertThat(answer.errors()).as(answer.toString()).isEmpty();
		return answer;
	}

	private List<String> whole(String text, int size) {
		List<String> found = new ArrayList<>();
		Map<String, Object> arguments = new HashMap<>(Map.of("text", text, "first", size));
		boolean more = true;
		while (more) {
			Answer page = search(arguments);
			found.addAll(ids(page));
			more = page.at("search.pageInfo.hasNextPage").asBoolean();
			arguments.put("after", page.text("search.pageInfo.endCursor"));
		}
		return found;
	}

	private static List<String> ids(Answer found) {
		return found.texts("search.nodes", "node.id");
	}

}
