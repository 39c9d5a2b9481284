package se.frirum.explore;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How one node leans on another.
enum DependencyKind {

	PART_OF(link("Provision", "(_lower)<-[:HAS_PROVISION]-(_upper:Law)", "Law"),
			link("Service", "(_lower)-[:PART_OF]->(_upper:Service)", "Service"),
			link("Municipality", "(_lower)-[_link:IN]->(_upper:County)", "County"),
			link("County", "(_lower)-[_link:IN]->(_upper:Country)", "Country")),
	CITES(link("Provision", "(_lower)-[_link:CITES]->(_upper:Provision)", "Provision"),
			link("Provision", "(_lower)-[_link:CITES]->(_upper:Law)", "Law")),
	BLOCKED_BY(link("Obstacle", "(_lower)-[_link:BLOCKED_BY]->(_upper:Provision)", "Provision"),
			link("Obstacle", "(_lower)-[_link:BLOCKED_BY]->(_upper:Law)", "Law")),
	AFFECTS(link("Obstacle", "(_lower)-[:AFFECTS]->(_upper:Service)", "Service")),
	ADDRESSES(link("SimplificationProposal", "(_lower)-[:ADDRESSES]->(_upper:Obstacle)", "Obstacle"),
			link("TrialProposal", "(_lower)-[:ADDRESSES]->(_upper:Obstacle)", "Obstacle"),
			link("Trial", "(_lower)-[:ADDRESSES]->(_upper:Obstacle)", "Obstacle")),
	CHANGES(link("SimplificationProposal", "(_lower)-[:CHANGES]->(_upper:Provision)", "Provision"),
			link("SimplificationProposal", "(_lower)-[:CHANGES]->(_upper:Law)", "Law"),
			link("TrialProposal", "(_lower)-[:CHANGES]->(_upper:Provision)", "Provision"),
			link("TrialProposal", "(_lower)-[:CHANGES]->(_upper:Law)", "Law")),
	SETS_ASIDE(link("Trial", "(_lower)-[:HAS_CLAUSE]->(:TrialClause)-[:SETS_ASIDE]->(_upper:Provision)", "Provision"),
			link("Trial", "(_lower)-[:HAS_CLAUSE]->(:TrialClause)-[:SETS_ASIDE]->(_upper:Law)", "Law")),
	APPLIES_IN(
			link("Trial", "(_lower)-[:HAS_CLAUSE]->(:TrialClause)-[:APPLIES_IN]->(_upper:Municipality)",
					"Municipality"),
			link("Trial", "(_lower)-[:HAS_CLAUSE]->(:TrialClause)-[:APPLIES_IN]->(_upper:County)", "County"),
			link("Trial", "(_lower)-[:HAS_CLAUSE]->(:TrialClause)-[:APPLIES_IN]->(_upper:Country)", "Country")),
	TAKES_PART(link("Organisation", "(_lower)-[_link:TAKES_PART]->(_upper:Trial)", "Trial")),
	REPORTED_BY(link("Obstacle", "(_lower)-[:REPORTED_BY]->(_upper:Organisation)", "Organisation")),
	ENDORSES(link("Organisation", "(_lower)-[:ENDORSES]->(_upper:Obstacle)", "Obstacle"));

	private final List<Link> links;

	DependencyKind(Link... links) {
		this.links = List.of(links);
	}

	/// The ways of this kind through the graph, each between two types.
	List<Link> links() {
		return this.links;
	}

	/// Whether some kind leads to or from nodes of a type.
	static boolean links(String type) {
		return types(Arrays.asList(values())).contains(type);
	}

	/// The types that some of the kinds lead to or from.
	static Set<String> types(Collection<DependencyKind> kinds) {
		return kinds.stream()
			.flatMap((kind) -> kind.links.stream())
			.flatMap((link) -> Stream.of(link.lower, link.upper))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/// Whether few of its links leave a node at its lower end: one looks from there
	/// for those among given nodes. An organisation endorses many obstacles, each of
	/// which few endorse.
	boolean fansIn() {
		return this != ENDORSES;
	}

	private static Link link(String lower, String pattern, String upper) {
		return new Link(lower, pattern, upper);
	}

	/// A way from a node of one type, `_lower`, to those of another, `_upper`.
	record Link(String lower, String pattern, String upper) {

		/// Cypher for one step along it, to what the caller may see.
		/// @param out whether it goes from the lower end to the upper
		String step(boolean out, String visible) {
			String there = out ? "_upper" : "_lower";
			return "MATCH %s WHERE (%s)%s".formatted(
					out ? this.pattern : this.pattern.replace("(_lower)", "(_lower:" + this.lower + ")"),
					visible.replace("_there", there), conditions());
		}

		/// What a wording cites holds as long as it does; so does where an area lies,
		/// and who takes part.
		private String conditions() {
			String today = " AND (_link.from IS NULL OR _link.from <= $today) AND (_link.until IS NULL OR $today < _link.until)";
			if (this.pattern.contains("_link:TAKES_PART")) {
				return today + " AND _link.status IN ['NOTIFIED', 'GRANTED']";
			}
			return this.pattern.contains("_link:CITES") || this.pattern.contains("_link:IN") ? today : "";
		}

		/// Tells it from the others of its kind, and one way from the other.
		String name(boolean out) {
			return this.lower + (out ? ">" : "<") + this.upper;
		}

	}

}
