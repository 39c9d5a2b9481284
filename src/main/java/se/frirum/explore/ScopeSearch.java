package se.frirum.explore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which few rules, set aside together, lift the most obstacles. An obstacle is lifted once
/// everything that blocks it is set aside.
///
/// Among few combinations it looks at all; among more it takes, again and again, what lifts
/// most for each rule that it adds. Of equals it takes the first by name, so that the same
/// question has the same answer.
final class ScopeSearch {

	/// So many combinations are looked at, one by one.
	private static final long FEW = 50_000;

	private final Map<Set<String>, Integer> obstacles = new LinkedHashMap<>();

	private final List<String> candidates;

	private final int most;

	/// @param obstacles how many obstacles each set of rules blocks
	/// @param most how many rules may be set aside
	ScopeSearch(Map<? extends Collection<String>, Integer> obstacles, int most) {
		this.most = most;
		Map<String, Set<String>> ordered = new TreeMap<>();
		Map<String, Integer> counts = new TreeMap<>();
		obstacles.forEach((rules, count) -> {
			Set<String> all = new TreeSet<>(rules);
			if (!all.isEmpty() && all.size() <= most) {
				ordered.put(all.toString(), all);
				counts.merge(all.toString(), count, Integer::sum);
			}
		});
		ordered.forEach((name, rules) -> this.obstacles.put(rules, counts.getOrDefault(name, 0)));
		this.candidates = List.copyOf(new TreeSet<>(this.obstacles.keySet().stream().flatMap(Set::stream).toList()));
	}

	/// @param rule what is set aside
	/// @param liftsMore how many obstacles that lifts beyond those before it
	record Step(String rule, int liftsMore) {
	}

	/// @param exact whether no other choice lifts more
	record Choice(List<Step> steps, boolean exact) {

		int lifted() {
			return this.steps.stream().mapToInt(Step::liftsMore).sum();
		}

	}

	Choice choose() {
		boolean exact = combinations() <= FEW;
		return new Choice(inOrder(exact ? best() : greedy()), exact);
	}

	private long combinations() {
		long all = 1;
		long ofSize = 1;
		for (int size = 1; size <= Math.min(this.most, this.candidates.size()) && all <= FEW; size++) {
			ofSize = ofSize * (this.candidates.size() - size + 1) / size;
			all += ofSize;
		}
		return all * Math.max(1, this.obstacles.size() / 100);
	}

	private int lifted(Set<String> chosen) {
		return this.obstacles.entrySet()
			.stream()
			.filter((each) -> chosen.containsAll(each.getKey()))
			.mapToInt(Map.Entry::getValue)
			.sum();
	}

	private Set<String> best() {
		Best best = new Best();
		best.look(0, new TreeSet<>());
		return best.chosen;
	}

	/// Of two choices that lift as much, the one with fewer rules.
	private final class Best {

		private Set<String> chosen = Set.of();

		private int lifted;

		void look(int next, Set<String> so) {
			int here = lifted(so);
			if (here > this.lifted || (here == this.lifted && so.size() < this.chosen.size())) {
				this.chosen = new TreeSet<>(so);
				this.lifted = here;
			}
			if (so.size() == ScopeSearch.this.most) {
				return;
			}
			for (int index = next; index < ScopeSearch.this.candidates.size(); index++) {
				String rule = ScopeSearch.this.candidates.get(index);
				so.add(rule);
				look(index + 1, so);
				so.remove(rule);
			}
		}

	}

	private Set<String> greedy() {
		Set<String> chosen = new TreeSet<>();
		for (Set<String> next = next(chosen); !next.isEmpty(); next = next(chosen)) {
			chosen.addAll(next);
		}
		return chosen;
	}

	/// What lifts most for each rule that it adds, of that which there is room for.
	private Set<String> next(Set<String> chosen) {
		Map<Set<String>, Integer> missing = new LinkedHashMap<>();
		this.obstacles.forEach((rules, count) -> {
			Set<String> left = new TreeSet<>(rules);
			left.removeAll(chosen);
			if (!left.isEmpty() && left.size() <= this.most - chosen.size()) {
				missing.merge(left, count, Integer::sum);
			}
		});
		Map<String, List<Map.Entry<Set<String>, Integer>>> byFirst = missing.entrySet()
			.stream()
			.collect(Collectors.groupingBy((each) -> each.getKey().iterator().next()));
		return missing.keySet()
			.stream()
			.max(Comparator.<Set<String>>comparingDouble((left) -> (double) gain(left, byFirst) / left.size())
				.thenComparing(Set::toString, Comparator.reverseOrder()))
			.orElse(Set.of());
	}

	/// How many obstacles these rules lift: of those sets that begin with one of
	/// them, they hold all.
	private static int gain(Set<String> rules, Map<String, List<Map.Entry<Set<String>, Integer>>> byFirst) {
		return rules.stream()
			.flatMap((first) -> byFirst.getOrDefault(first, List.of()).stream())
			.filter((each) -> rules.containsAll(each.getKey()))
			.mapToInt(Map.Entry::getValue)
			.sum();
	}

	/// First what lifts most, then what lifts most beyond that.
	private List<Step> inOrder(Set<String> chosen) {
		List<Step> steps = new ArrayList<>();
		Set<String> before = new TreeSet<>();
		Set<String> left = new TreeSet<>(chosen);
		int lifted = 0;
		while (!left.isEmpty()) {
			String next = left.stream()
				.max(Comparator.comparingInt((String rule) -> lifted(with(before, rule)))
					.thenComparing(Comparator.reverseOrder()))
				.orElseThrow();
			before.add(next);
			left.remove(next);
			int now = lifted(before);
			steps.add(new Step(next, now - lifted));
			lifted = now;
		}
		return steps;
	}

	private static Set<String> with(Set<String> rules, String rule) {
		Set<String> all = new TreeSet<>(rules);
		all.add(rule);
		return all;
	}

}
