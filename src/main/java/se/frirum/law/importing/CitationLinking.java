package se.frirum.law.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

import org.jspecify.annotations.Nullable;
import se.frirum.law.ActNames;
import se.frirum.law.CitationMatch;
import se.frirum.law.CitationReader;
import se.frirum.law.Citations;
import se.frirum.law.LawId;
import se.frirum.law.LawNames;
import se.frirum.law.Target;
import se.frirum.law.importing.SourceReading.Item;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;

import org.springframework.stereotype.Component;

/// Links sections to what their texts cite, set aside and empower exceptions from. It
/// reads the graph, not the source, so it can stop anywhere: acts without `linked` wait
/// for it.
@Component
class CitationLinking {

	private static final String WAITING = """
			MATCH (law:Law)
			WHERE law.id > '' AND law.linked IS NULL AND law.broughtBy IS NOT NULL
			RETURN law.id AS id
			ORDER BY id
			""";

	private static final String PLACES = """
			MATCH (provision:Provision)
			WHERE provision.id > ''
			RETURN provision.id AS id
			""";

	private static final String ACTS = """
			MATCH (law:Law)
			WHERE law.id > ''
			RETURN law.id AS id, law.runsOn AS runsOn
			""";

	private static final String NAMES = """
			MATCH (name:LawName)-[:MEANS]->(law:Law)
			WHERE name.name > ''
			RETURN name.name AS name, law.id AS law, name.from AS from, name.until AS until
			""";

	private static final String TEXTS = """
			UNWIND $laws AS id
			MATCH (law:Law {id: id})
			RETURN id, COLLECT {
				MATCH (law)-[:HAS_PROVISION]->(provision:Provision)-[:HAS_WORDING]->(wording:Wording)
				WHERE wording.repealed IS NULL AND wording.entryUndetermined IS NULL
				RETURN {id: provision.id, chapter: provision.chapter, section: provision.section, text: wording.text,
					from: wording.inForceFrom, until: wording.ceasesOn, amendedBy: wording.amendedBy} } AS wordings
			""";

	private static final String UNLINK = """
			UNWIND $laws AS id
			MATCH (:Law {id: id})-[:HAS_PROVISION]->(:Provision)-[link:CITES|DEROGATES_FROM|EMPOWERS_EXCEPTION]->()
			DELETE link
			""";

	private static final String LINK = """
			UNWIND $rows AS row
			MATCH (from:Provision {id: row.from})
			UNWIND row.links AS each
			MATCH (to:%2$s {id: each.to})
			CREATE (from)-[link:%1$s]->(to)
			SET link = each.properties
			""";

	private static final String LINKED = """
			UNWIND $laws AS id
			MATCH (law:Law {id: id})
			SET law.linked = true
			""";

	private final Transactions transactions;

	private final Citations citations;

	CitationLinking(Transactions transactions, Citations citations) {
		this.transactions = transactions;
		this.citations = citations;
	}

	/// The acts whose citations are to be read.
	List<String> waiting() {
		return ids(WAITING);
	}

	private List<String> ids(String statement) {
		return this.transactions.lookUp(statement, Map.of()).stream().map((row) -> row.text("id")).toList();
	}

	/// What the register holds by now.
	Register register() {
		List<Row> acts = this.transactions.lookUp(ACTS, Map.of());
		return new Register(Set.copyOf(ids(PLACES)),
				new LinkedHashSet<>(acts.stream().map((act) -> act.text("id")).toList()),
				Set.copyOf(acts.stream().filter((act) -> act.is("runsOn")).map((act) -> act.text("id")).toList()),
				LawNames.of(this.transactions.lookUp(NAMES, Map.of())));
	}

	/// @param provisions the ids of all sections
	/// @param laws the ids of all acts, those only cited among them
	/// @param runningOn the ids of acts whose sections run on through their chapters
	record Register(Set<String> provisions, Set<String> laws, Set<String> runningOn, ActNames names) {
	}

	/// A kind of link between two labels, from sections' ids to their links.
	record Kind(String link, String label) {
	}

	/// What a batch of acts links to.
	///
	/// @param laws the acts
	/// @param stubs acts that are cited and not there
	/// @param failures acts whose citations can't be read
	record Links(List<String> laws, Set<LawId> stubs, Map<Kind, Map<String, List<Map<String, Object>>>> links,
			List<Item.Failed> failures) {

		void add(String link, String from, Register register, Target to, Map<String, Object> properties) {
			String provision = to.provisionId().filter(register.provisions()::contains).orElse(null);
			Map<String, Object> written = new HashMap<>(properties);
			if (provision == null) {
				written.put("section", to.section());
				if (!register.laws().contains(to.law().value())) {
					this.stubs.add(to.law());
				}
			}
			this.links
				.computeIfAbsent(new Kind(link, (provision != null) ? "Provision" : "Law"),
						(_) -> new LinkedHashMap<>())
				.computeIfAbsent(from, (_) -> new ArrayList<>())
				.add(Map.of("to", (provision != null) ? provision : to.law().value(), "properties", written));
		}

	}

	/// Reads what acts cite.
	Links read(List<String> laws, Register register) {
		Links links = new Links(laws, new LinkedHashSet<>(), new LinkedHashMap<>(), new ArrayList<>());
		for (Row law : this.transactions.lookUp(TEXTS, Map.of("laws", laws))) {
			LawId act = new LawId(law.text("id"));
			try {
				read(act, law.rows("wordings"), register, links);
			}
			catch (RuntimeException failure) {
				links.failures()
					.add(new Item.Failed(act.value(), act.designation(),
							"Its citations can't be read: " + failure.getMessage()));
			}
		}
		return links;
	}

	private static void read(LawId act, List<Row> wordings, Register register, Links links) {
		Map<String, Map<Target, Period>> cited = new LinkedHashMap<>();
		for (Row wording : wordings) {
			read(act, wording, register, links,
					cited.computeIfAbsent(wording.text("id"), (_) -> new LinkedHashMap<>()));
		}
		cited.forEach((from, targets) -> targets
			.forEach((to, period) -> links.add("CITES", from, register, to, period.properties(to))));
	}

	private static void read(LawId act, Row wording, Register register, Links links, Map<Target, Period> cited) {
		Target here = Target.parse(wording.text("id")).orElseThrow();
		String text = wording.text("text");
		List<CitationMatch> matches = new CitationReader(register.names()).read(text,
				new CitationReader.Passage(act, wording.textOrNull("chapter"), wording.text("section"),
						register.runningOn().contains(act.value()), time(act, wording.textOrNull("amendedBy"))));
		Period period = new Period(wording.dateOrNull("from"), wording.dateOrNull("until"));
		for (CitationMatch match : matches) {
			Target to = section(match.target(), register);
			if (!to.equals(here) && !(to.law().equals(act) && to.section() == null)) {
				cited.merge(to, period, Period::and);
			}
		}
		exceptions(here, text, matches, register, links, period);
	}

	private static void exceptions(Target here, String text, List<CitationMatch> matches, Register register,
			Links links, Period period) {
		String from = here.provisionId().orElseThrow();
		Exceptions exceptions = Exceptions.of(here, text, matches);
		for (Derogation derogation : exceptions.derogations()) {
			Map<String, Object> properties = period.properties(derogation.target());
			properties.put("kind", derogation.kind().name());
			properties.put("passage", derogation.passage());
			links.add("DEROGATES_FROM", from, register, inChapter(derogation.target(), register), properties);
		}
		for (ExceptionPower power : exceptions.powers()) {
			Map<String, Object> properties = period.properties(power.target());
			properties.put("holder", power.holder().name());
			properties.put("form", power.form().name());
			properties.put("passage", power.passage());
			links.add("EMPOWERS_EXCEPTION", from, register, inChapter(power.target(), register), properties);
		}
	}

	/// The section that holds what is cited.
	private static Target section(Target cited, Register register) {
		Target section = new Target(cited.law(), cited.chapter(), cited.section(), null, null, null);
		return inChapter(section, register);
	}

	/// Sections that run on are cited with their chapter, too; their ids have none.
	private static Target inChapter(Target cited, Register register) {
		return (cited.section() != null && register.runningOn().contains(cited.law().value())) ? cited.inChapter(null)
				: cited;
	}

	/// A name means what it meant when the wording was decided.
	private static LocalDate time(LawId act, @Nullable String amendedBy) {
		String decided = (amendedBy != null) ? amendedBy : act.designation();
		String year = decided.replaceFirst("^N", "").replaceFirst(":.*", "");
		return LocalDate.of(Integer.parseInt(year), 12, 31);
	}

	/// Writes what was read, within the transaction at hand.
	void write(Links links) {
		this.citations.remember(links.stubs());
		this.transactions.query(UNLINK, Map.of("laws", links.laws()));
		links.links()
			.forEach((kind, rows) -> this.transactions.query(LINK.formatted(kind.link(), kind.label()),
					Map.of("rows",
							rows.entrySet()
								.stream()
								.map((row) -> Map.of("from", row.getKey(), "links", row.getValue()))
								.toList())));
		this.transactions.query(LINKED, Map.of("laws", links.laws()));
	}

	/// From a day until a day; null where there is no such day.
	private record Period(@Nullable LocalDate from, @Nullable LocalDate until) {

		/// Both, and what lies between.
		Period and(Period other) {
			return new Period(either(this.from, other.from, (a, b) -> a.isBefore(b) ? a : b),
					either(this.until, other.until, (a, b) -> a.isAfter(b) ? a : b));
		}

		private static @Nullable LocalDate either(@Nullable LocalDate one, @Nullable LocalDate other,
				BinaryOperator<LocalDate> choice) {
			return (one == null || other == null) ? null : choice.apply(one, other);
		}

		Map<String, Object> properties(Target to) {
			Map<String, Object> properties = new HashMap<>();
			properties.put("from", this.from);
			properties.put("until", this.until);
			properties.put("target", to.toString());
			return properties;
		}

	}

}
