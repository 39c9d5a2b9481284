package se.frirum.explore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import se.frirum.explore.ScopeSearch.Choice;
import se.frirum.explore.ScopeSearch.Step;

import static org.assertj.core.api.Assertions.assertThat;

/// Which few rules lift the most obstacles.
class ScopeSearchTests {

	@Test
	void anObstacleIsLiftedOnceAllThatBlocksItIsSetAside() {
		Map<Set<String>, Integer> obstacles = Map.of(Set.of("a", "b"), 5, Set.of("c"), 3);
		assertThat(new ScopeSearch(obstacles, 1).choose().steps()).containsExactly(new Step("c", 3));
		assertThat(new ScopeSearch(obstacles, 2).choose().steps()).containsExactly(new Step("a", 0), new Step("b", 5));
		assertThat(new ScopeSearch(obstacles, 3).choose().steps()).containsExactly(new Step("c", 3), new Step("a", 0),
				new Step("b", 5));
	}

	@Test
	void nothingIsSetAsideForNothing() {
		assertThat(new ScopeSearch(Map.of(), 5).choose().steps()).isEmpty();
		assertThat(new ScopeSearch(Map.of(Set.of("a"), 1), 5).choose().steps()).containsExactly(new Step("a", 1));
	}

	/// Against every subset.
	@RepeatedTest(200)
	void noOtherChoiceLiftsMoreWhereAllAreLookedAt() {
		long seed = ThreadLocalRandom.current().nextLong();
		Random random = new Random(seed);
		Map<Set<String>, Integer> obstacles = obstacles(random, 8, 10);
		int most = 1 + random.nextInt(4);
		Choice choice = new ScopeSearch(obstacles, most).choose();
		assertThat(choice.exact()).isTrue();
		assertThat(choice.steps()).hasSizeLessThanOrEqualTo(most);
		assertThat(choice.lifted()).as("seed %d: %s, %d", seed, obstacles, most).isEqualTo(naive(obstacles, most));
		assertThat(choice.lifted()).as("seed %d", seed)
			.isEqualTo(lifted(obstacles, Set.copyOf(choice.steps().stream().map(Step::rule).toList())));
	}

	@RepeatedTest(20)
	void aChoiceAmongManyIsMadeStepByStepAndAlwaysTheSame() {
		long seed = ThreadLocalRandom.current().nextLong();
		Random random = new Random(seed);
		Map<Set<String>, Integer> obstacles = obstacles(random, 200, 300);
		Choice choice = new ScopeSearch(obstacles, 5).choose();
		assertThat(choice.exact()).isFalse();
		assertThat(choice.steps()).hasSizeLessThanOrEqualTo(5);
		assertThat(choice.lifted()).as("seed %d", seed)
			.isPositive()
			.isEqualTo(lifted(obstacles, Set.copyOf(choice.steps().stream().map(Step::rule).toList())));
		assertThat(new ScopeSearch(new HashMap<>(obstacles), 5).choose()).as("seed %d", seed).isEqualTo(choice);
	}

	@Test
	void stepByStepItTakesManyRulesAtOnceWhereThatLiftsMost() {
		Map<Set<String>, Integer> obstacles = new HashMap<>();
		IntStream.range(0, 200).forEach((number) -> obstacles.put(Set.of("alone" + number), 1));
		Set<String> together = IntStream.range(0, 12).mapToObj((number) -> "z" + number).collect(Collectors.toSet());
		obstacles.put(together, 100);
		Choice choice = new ScopeSearch(obstacles, 12).choose();
		assertThat(choice.exact()).isFalse();
		assertThat(choice.lifted()).isEqualTo(100);
	}

	private static Map<Set<String>, Integer> obstacles(Random random, int rules, int sets) {
		Map<Set<String>, Integer> obstacles = new HashMap<>();
		for (int number = 0; number < sets; number++) {
			Set<String> blocking = new TreeSet<>();
			for (int count = 1 + random.nextInt(3); count > 0; count--) {
				blocking.add("r" + random.nextInt(rules));
			}
			obstacles.merge(blocking, 1 + random.nextInt(9), Integer::sum);
		}
		return obstacles;
	}

	private static int naive(Map<Set<String>, Integer> obstacles, int most) {
		List<String> rules = obstacles.keySet().stream().flatMap(Set::stream).distinct().toList();
		int best = 0;
		for (int subset = 0; subset < 1 << rules.size(); subset++) {
			if (Integer.bitCount(subset) <= most) {
				Set<String> chosen = new TreeSet<>();
				for (int place = 0; place < rules.size(); place++) {
					if ((subset >> place & 1) == 1) {
						chosen.add(rules.get(place));
					}
				}
				best = Math.max(best, lifted(obstacles, chosen));
			}
		}
		return best;
	}

	private static int lifted(Map<Set<String>, Integer> obstacles, Set<String> chosen) {
		return obstacles.entrySet()
			.stream()
			.filter((each) -> chosen.containsAll(each.getKey()))
			.mapToInt(Map.Entry::getValue)
			.sum();
	}

}
