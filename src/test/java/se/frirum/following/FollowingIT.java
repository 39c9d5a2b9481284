package se.frirum.following;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.frirum.Api;
import se.frirum.Api.Answer;
import se.frirum.FrirumTest;
import se.frirum.Report;
import se.frirum.Report.Case;
import se.frirum.law.AfterImport;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.event.Entry;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.security.Audience;

import static org.assertj.core.api.Assertions.assertThat;

/// An organisation is told what others do to its own cases and to what it follows, and to
/// nothing else.
@FrirumTest
class FollowingIT {

	private final Api api;

	private final Api haparanda;

	private final EventLog log;

	private final Transactions transactions;

	FollowingIT(Api api, EventLog log, Transactions transactions) {
		this.api = api;
		this.log = log;
		this.transactions = transactions;
		this.haparanda = api.as("reporter2");
	}

	@Test
	void isToldOfItsOwnCasesWithoutFollowingThem() {
		Case own = Report.by(this.haparanda).takenUp();
		assertThat(told(own)).containsExactly("OBSTACLE_TAKEN_UP");
	}

	@Test
	void isNotToldOfOthersByDefault() {
		Case another = Report.by(this.api.as("reporter")).takenUp();
		assertThat(told(another)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "law, 2009:400", "provision, 26 kap. 1 § OSL" })
	void isToldOfCasesOnALawOrASectionThatItFollows(String kind, String followedRule) {
		String followed = followed(Map.of(kind, followedRule));
		Case subject = Report.by(this.api.as("reporter")).citing("26 kap. 1 § OSL").takenUp();
		assertThat(told(subject)).containsExactly("OBSTACLE_TAKEN_UP");
		unfollowed(followed);
		assertThat(told(subject)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "law, 2009:400", "provision, 26 kap. 1 § OSL" })
	void isToldWhenAnImportChangesALawThatItFollowsOrASectionOf(String kind, String followedRule) {
		String followed = followed(Map.of(kind, followedRule));
		List<String> before = told("sfs:2009:400");
		this.transactions.write(() -> {
			this.log.append("Law", Entry.of("sfs:2009:400", "LAW_CHANGED", AfterImport.REGISTER, Audience.PUBLIC, ""));
			return followed;
		});
		assertThat(told("sfs:2009:400")).hasSize(before.size() + 1).containsOnly("LAW_CHANGED");
		String around = "{ eventsAround(subject: \"sfs:2009:400\", first: 1) { nodes { type actor about { id } } } }";
		assertThat(this.api.query(around).texts("eventsAround.nodes", "type")).containsExactly("LAW_CHANGED");
		unfollowed(followed);
		assertThat(told("sfs:2009:400")).isEmpty();
	}

	@Test
	void isToldOfCasesInAnAreaThatItFollows() {
		String followed = followed(Map.of("area", "05"));
		Case subject = Report.by(this.api.as("reporter")).takenUp();
		assertThat(told(subject)).containsExactly("OBSTACLE_TAKEN_UP");
		unfollowed(followed);
	}

	@Test
	void isToldOfACaseThatItFollows() {
		Case subject = Report.by(this.api.as("reporter")).takenUp();
		String followed = followed(Map.of("subject", subject.id()));
		assertThat(told(subject)).containsExactly("OBSTACLE_TAKEN_UP");
		unfollowed(followed);
	}

	@Test
	void isToldOfWhatASavedFilterFinds() {
		Case subject = Report.by(this.api.as("reporter")).takenUp();
		Case other = Report.by(this.api.as("reporter")).takenUp();
		String followed = followed(Map.of("obstacles", Map.of("text", subject.word())));
		assertThat(told(subject)).containsExactly("OBSTACLE_TAKEN_UP");
		assertThat(told(other)).isEmpty();
		unfollowed(followed);
	}

	@Test
	void isNotToldOfWhatItMayNotSee() {
		String followed = followed(Map.of("area", "0581"));
		Case draft = Report.by(this.api.as("reporter")).draft();
		Case submitted = Report.by(this.api.as("reporter")).submitted();
		assertThat(told(draft)).isEmpty();
		assertThat(told(submitted)).isEmpty();
		unfollowed(followed);
	}

	@Test
	void isToldWhenWhatItEndorsedIsMergedAndSplit() {
		Case endorsed = Report.by(this.api.as("reporter")).takenUp();
		Case survivor = Report.by(this.api.as("reporter")).takenUp();
		this.haparanda.run("endorse-obstacle", Map.of("input", Map.of("id", endorsed.id())));
		this.api.as("analyst")
			.run("merge-obstacles",
					Map.of("input", Map.of("duplicate", endorsed.id(), "into", survivor.id(), "reason", "Samma sak.")));
		assertThat(told(endorsed)).containsExactly("OBSTACLE_MERGED");
		this.api.as("analyst")
			.run("split-obstacle",
					Map.of("input", Map.of("id", endorsed.id(), "expectedVersion", endorsed.version() + 1)));
		assertThat(told(endorsed)).containsExactly("OBSTACLE_MERGED", "OBSTACLE_SPLIT");
	}

	@Test
	void isToldOnceAndOnlyWhatIsNew() {
		Case own = Report.by(this.haparanda).citing("26 kap. 1 § OSL").takenUp();
		String followed = followed(Map.of("law", "2009:400"));
		assertThat(told(own)).containsExactly("OBSTACLE_TAKEN_UP");
		String cursor = digest(null).text("digest.pageInfo.endCursor");
		this.api.as("analyst")
			.run("review-obstacle",
					Map.of("input", Map.of("id", own.id(), "expectedVersion", own.version(), "decision", "CONFIRM")));
		assertThat(digest(cursor).texts("digest.nodes", "type")).containsExactly("OBSTACLE_CONFIRMED");
		unfollowed(followed);
	}

	@Test
	void followsTheSameThingOnce() {
		String first = followed(Map.of("law", "2010:900"));
		assertThat(followed(Map.of("law", "2010:900"))).isEqualTo(first);
		assertThat(this.haparanda.query("{ follows { id subject { id } } }").texts("follows", "subject.id"))
			.containsOnlyOnce("sfs:2010:900");
		unfollowed(first);
	}

	@Test
	void seesAndEndsItsOwnFollowsOnly() {
		String followed = followed(Map.of("law", "2010:900"));
		assertThat(this.api.as("reporter").query("{ follows { id } }").texts("follows", "id")).doesNotContain(followed);
		assertThat(unfollow(this.api.as("reporter"), followed).problems("unfollow")).containsExactly("NOT_FOUND");
		unfollowed(followed);
	}

	@Test
	void followsOneThingThatIsThere() {
		assertThat(follow(Map.of()).problems("follow")).containsExactly("INVALID");
		assertThat(follow(Map.of("law", "2010:900", "area", "25")).problems("follow")).containsExactly("INVALID");
		assertThat(follow(Map.of("law", "skollagen")).problems("follow")).containsExactly("INVALID");
		assertThat(follow(Map.of("area", "9999")).problems("follow")).containsExactly("NOT_FOUND");
		assertThat(follow(Map.of("provision", "999 kap. 1 § skollagen")).problems("follow"))
			.containsExactly("NOT_FOUND");
		Case hidden = Report.by(this.api.as("reporter")).submitted();
		assertThat(follow(Map.of("subject", hidden.id())).problems("follow")).containsExactly("NOT_FOUND");
	}

	@Test
	void cannotSaveAFilterThatCannotBeApplied() {
		assertThat(follow(Map.of("obstacles", Map.of("provision", "999 kap. 1 § skollagen"))).problems("follow"))
			.containsExactly("INVALID");
	}

	@Test
	void savesFiveFiltersAndTheSameOnceMore() {
		List<String> saved = IntStream.range(0, 5)
			.mapToObj((number) -> followed(Map.of("obstacles", Map.of("text", "filter" + number))))
			.toList();
		assertThat(follow(Map.of("obstacles", Map.of("text", "filter5"))).problems("follow"))
			.containsExactly("TOO_LARGE");
		assertThat(followed(Map.of("obstacles", Map.of("text", "filter4")))).isEqualTo(saved.getLast());
		saved.forEach(this::unfollowed);
	}

	private Answer follow(Map<String, Object> input) {
		return this.haparanda.run("follow", Map.of("input", input));
	}

	private String followed(Map<String, Object> input) {
		Answer answer = follow(input);
		assertThat(answer.problems("follow")).as(answer.toString()).isEmpty();
		return answer.text("follow.follow.id");
	}

	private static Answer unfollow(Api caller, String id) {
		return caller.query("mutation ($id: ID!) { unfollow(id: $id) { unfollowed problems { code message path } } }",
				Map.of("id", id));
	}

	private void unfollowed(String id) {
		assertThat(unfollow(this.haparanda, id).text("unfollow.unfollowed")).isEqualTo(id);
	}

	private Answer digest(@Nullable String after) {
		String query = """
				query ($after: String) { digest(after: $after, first: 100) {
					nodes { type about { id } } pageInfo { hasNextPage endCursor } } }""";
		Answer page = this.haparanda.query(query, (after != null) ? Map.of("after", after) : Map.of());
		return page.at("digest.pageInfo.hasNextPage").asBoolean() ? digest(page.text("digest.pageInfo.endCursor"))
				: page;
	}

	/// What the digest tells of a case, on its last page.
	private List<String> told(Case subject) {
		return told(subject.id());
	}

	private List<String> told(String subject) {
		return StreamSupport.stream(digest(null).at("digest.nodes").spliterator(), false)
			.filter((event) -> event.at("/about/id").asString("").equals(subject))
			.map((event) -> event.path("type").asString())
			.toList();
	}

}
