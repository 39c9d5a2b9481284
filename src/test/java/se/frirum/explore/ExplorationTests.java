package se.frirum.explore;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import se.frirum.explore.Exploration.Place;
import se.frirum.explore.Exploration.Step;

import static org.assertj.core.api.Assertions.assertThat;

/// What hangs together, each with the shortest way to it.
class ExplorationTests {

	private final Exploration exploration = new Exploration();

	@Test
	void whatOneBeginsWithHasNoWay() {
		add(nodes("school"));
		assertThat(this.exploration.places())
			.containsExactly(new Place("school", "Provision", "The school", List.of()));
		assertThat(this.exploration.edges()).isZero();
	}

	@Test
	void nothingIsFoundInNothing() {
		assertThat(this.exploration.places()).isEmpty();
		assertThat(this.exploration.holds("school")).isFalse();
		assertThat(this.exploration.truncated()).isFalse();
	}

	@Test
	void aStepIsSaidInItsOwnDirectionWhicheverWayOneGoes() {
		add(nodes("school", "act", "obstacle"), edge("school", "PART_OF", "act"),
				edge("obstacle", "BLOCKED_BY", "school"));
		assertThat(way("act")).containsExactly(new Step("The school", "PART_OF", "The act"));
		assertThat(way("obstacle")).containsExactly(new Step("The obstacle", "BLOCKED_BY", "The school"));
	}

	@Test
	void theNearestComesFirstHoweverTheAnswerOrdersIt() {
		add(nodes("school", "far", "near"), edge("far", "CITES", "near"), edge("near", "CITES", "school"));
		assertThat(this.exploration.places()).extracting(Place::id).containsExactly("school", "near", "far");
	}

	@Test
	void theShortestWayIsToldWhereThereAreSeveral() {
		add(nodes("school", "round", "about", "there"), edge("round", "CITES", "school"),
				edge("about", "CITES", "round"), edge("there", "CITES", "about"), edge("there", "CITES", "school"));
		assertThat(way("there")).containsExactly(new Step("The there", "CITES", "The school"));
		assertThat(way("about")).hasSize(2);
	}

	@Test
	void sectionsThatCiteEachOtherAreNotWalkedInCircles() {
		add(nodes("school", "other"), edge("school", "CITES", "other"), edge("other", "CITES", "school"),
				edge("school", "CITES", "school"));
		assertThat(this.exploration.places()).extracting(Place::id).containsExactly("school", "other");
		assertThat(this.exploration.edges()).isEqualTo(3);
	}

	@Test
	void whatIsOpenedHasItsWayFromTheBeginning() {
		add(nodes("school", "act"), edge("school", "PART_OF", "act"));
		add(nodes("act", "school", "trial"), edge("school", "PART_OF", "act"), edge("trial", "SETS_ASIDE", "act"));
		assertThat(this.exploration.places()).extracting(Place::id).containsExactly("school", "act", "trial");
		assertThat(way("trial")).containsExactly(new Step("The school", "PART_OF", "The act"),
				new Step("The trial", "SETS_ASIDE", "The act"));
	}

	@Test
	void whatTwoAnswersTellIsCountedOnce() {
		add(nodes("school", "act"), edge("school", "PART_OF", "act"));
		add(nodes("act", "school"), edge("school", "PART_OF", "act"), edge("school", "CITES", "act"));
		assertThat(this.exploration.edges()).isEqualTo(2);
		assertThat(this.exploration.places()).hasSize(2);
	}

	@Test
	void anAnswerThatOpensAShortcutShortensTheWay() {
		add(nodes("school", "act", "trial"), edge("school", "PART_OF", "act"), edge("trial", "SETS_ASIDE", "act"));
		add(nodes("trial", "school"), edge("trial", "SETS_ASIDE", "school"));
		assertThat(way("trial")).containsExactly(new Step("The trial", "SETS_ASIDE", "The school"));
	}

	@Test
	void whatHangsTogetherWithNothingElseIsNoPlace() {
		add(nodes("school", "alone"));
		assertThat(this.exploration.holds("alone")).isTrue();
		assertThat(this.exploration.places()).extracting(Place::id).containsExactly("school");
	}

	@Test
	void oneAnswerThatLeftSomethingOutIsEnoughToSaySo() {
		this.exploration.add(answer(true, nodes("school")));
		this.exploration.add(answer(false, nodes("school")));
		assertThat(this.exploration.truncated()).isTrue();
	}

	@SafeVarargs
	private final void add(List<String> nodes, Map<String, Object>... edges) {
		this.exploration.add(answer(false, nodes, edges));
	}

	private List<Step> way(String id) {
		return this.exploration.places()
			.stream()
			.filter((place) -> place.id().equals(id))
			.findFirst()
			.orElseThrow()
			.way();
	}

	private static List<String> nodes(String... ids) {
		return List.of(ids);
	}

	private static Map<String, Object> edge(String from, String kind, String to) {
		return Map.of("from", from, "kind", kind, "to", to);
	}

	@SafeVarargs
	private static Map<String, @Nullable Object> answer(boolean truncated, List<String> nodes,
			Map<String, Object>... edges) {
		return Map.of("dependencies", Map.of("truncated", truncated, "nodes",
				nodes.stream().map(ExplorationTests::node).toList(), "edges", Arrays.asList(edges)));
	}

	private static Map<String, Object> node(String id) {
		return Map.of("label", "The " + id, "node", Map.of("__typename", "Provision", "id", id));
	}

}
