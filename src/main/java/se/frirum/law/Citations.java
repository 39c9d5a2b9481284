package se.frirum.law;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.frirum.law.Resolution.Found;
import se.frirum.law.Resolution.Unresolved;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.projection.SearchText;

import org.springframework.stereotype.Service;

/// Finds what people cite: the act by number, or by what its name means today, and in it
/// the section.
@Service
public class Citations {

	private static final String BY_ID = """
			MATCH (law:Law {id: $id})
			RETURN law.id AS id, coalesce(law.name, law.title) AS name, law.ceasesOn AS ceasesOn, law.known AS known,
				head(COLLECT {
					MATCH (law)<-[:MEANS]-(before:LawName)
					MATCH (after:LawName {name: before.name})-[:MEANS]->(successor:Law)
					WHERE successor <> law AND after.from <= $today AND (after.until IS NULL OR $today < after.until)
					RETURN successor.designation ORDER BY successor.designation }) AS successor,
				true AS today
			""";

	private static final String BY_NAME = """
			MATCH (name:LawName)-[:MEANS]->(law:Law)
			WHERE name.name IN $names
			RETURN DISTINCT law.id AS id, coalesce(law.name, law.title) AS name, law.ceasesOn AS ceasesOn,
				law.known AS known, null AS successor,
				(name.from IS NULL OR name.from <= $today) AND (name.until IS NULL OR $today < name.until) AS today
			ORDER BY id
			""";

	private static final String ALIKE = """
			CALL db.index.fulltext.queryNodes('law_text', $query, {limit: 3}) YIELD node AS law
			RETURN coalesce(law.name + ' (' + law.designation + ')', law.title) AS law
			""";

	private static final String SECTIONS = """
			MATCH (:Law {id: $law})-[:HAS_PROVISION]->(provision:Provision)
			RETURN provision.id AS id, provision.chapter AS chapter, provision.section AS section
			ORDER BY provision.key
			""";

	private final Transactions transactions;

	private final Clock clock;

	Citations(Transactions transactions, Clock clock) {
		this.transactions = transactions;
		this.clock = clock;
	}

	/// Finds what a citation or an id means, for reading: an act that has ceased stays
	/// readable.
	public Resolution find(String text) {
		return Citation.parse(text)
			.map((citation) -> look(citation, LocalDate.now(this.clock)))
			.orElseGet(() -> notACitation(text));
	}

	/// Finds what a citation or an id means today, for writing.
	public Resolution resolve(String text) {
		return resolve(text, LocalDate.now(this.clock));
	}

	/// Finds what a citation or an id meant, means or will mean on a day.
	public Resolution resolve(String text, LocalDate day) {
		return Citation.parse(text).map((citation) -> resolve(citation, day)).orElseGet(() -> notACitation(text));
	}

	private static Unresolved notACitation(String text) {
		return invalid("'%s' is not a citation. Write it as '21 kap. 4 § skollagen', '3 § lagen (1998:808)' "
				+ "or the act's number, '2010:800'.", shortened(text));
	}

	/// Makes sure that a cited act is there, if only as a stub that says it isn't loaded.
	public void remember(LawId law) {
		this.transactions.query("""
				MERGE (law:Law {id: $id})
				ON CREATE SET law.designation = $designation, law.title = $designation, law.key = $key, law.uri = $uri,
					law.cited = '000000|' + $key, law.kind = $kind, law.known = false
				""", Map.of("id", law.value(), "designation", law.designation(), "key", law.key(), "uri", law.uri(),
				"kind", law.isAgencyRule() ? "AGENCY_REGULATION" : law.isSwedishCode() ? "OTHER" : "EU_ACT"));
	}

	/// The same, but refuses what had ceased by that day, and tells what is alike.
	private Resolution resolve(Citation citation, LocalDate day) {
		List<Act> acts = acts(citation, day);
		List<Act> meant = acts.stream().filter(Act::namedToday).toList();
		if (meant.isEmpty() && citation.name() != null) {
			return unknown(citation.name(), acts);
		}
		if (meant.size() == 1) {
			Act act = meant.getFirst();
			if (act.ceasesOn() != null && !act.ceasesOn().isAfter(day)) {
				return invalid("%s ceased to apply on %s.%s", act.cited(), act.ceasesOn(), act.instead());
			}
		}
		return look(citation, meant);
	}

	private Resolution look(Citation citation, LocalDate day) {
		return look(citation, acts(citation, day).stream().filter(Act::namedToday).toList());
	}

	private Resolution look(Citation citation, List<Act> meant) {
		if (meant.size() > 1) {
			return invalid("'%s' can mean %s. Write the act's number too: '(%s)'.", citation.name(),
					meant.stream().map(Act::cited).collect(Collectors.joining(" or ")),
					meant.getFirst().id().designation());
		}
		if (meant.isEmpty()) {
			return (citation.law() != null) ? new Found(citation.in(citation.law()), null, true)
					: notFound("No act is called '%s' today.", shortened(String.valueOf(citation.name())));
		}
		Act act = meant.getFirst();
		return act.known() ? section(act, citation) : new Found(citation.in(act.id()), null, true);
	}

	private List<Act> acts(Citation citation, LocalDate day) {
		return (citation.law() != null) ? byId(citation.law(), day) : byName(String.valueOf(citation.name()), day);
	}

	private Resolution section(Act act, Citation citation) {
		Target target = citation.in(act.id());
		if (citation.section() == null) {
			return wholeOrChapter(act, citation, target);
		}
		Optional<String> exact = target.provisionId().filter(this::exists);
		if (exact.isPresent()) {
			return new Found(target, exact.get(), false);
		}
		List<Section> sections = sections(act.id());
		if (sections.isEmpty()) {
			return new Found(target, null, false);
		}
		List<Section> elsewhere = sections.stream()
			.filter((section) -> section.section().equals(citation.section()))
			.toList();
		if (citation.chapter() == null && elsewhere.size() == 1) {
			Section only = elsewhere.getFirst();
			return new Found(target.inChapter(only.chapter()), only.id(), false);
		}
		return notThere(act, citation, sections, elsewhere);
	}

	private Resolution wholeOrChapter(Act act, Citation citation, Target target) {
		List<Section> sections = (citation.chapter() != null) ? sections(act.id()) : List.of();
		boolean there = sections.isEmpty() || sections.stream()
			.anyMatch((section) -> String.valueOf(citation.chapter()).equals(section.chapter()));
		return there ? new Found(target, null, false) : notThere(act, citation, sections, List.of());
	}

	private static Unresolved notThere(Act act, Citation citation, List<Section> sections, List<Section> elsewhere) {
		if (citation.chapter() == null && !elsewhere.isEmpty()) {
			return invalid("%s has a %s § in several chapters. Write which: '%s'.", act.cited(),
					ProvisionNumber.written(citation.section()), elsewhere.getFirst().written());
		}
		if (citation.chapter() != null && sections.getFirst().chapter() == null) {
			return notFound("%s has no chapters. Write '%s § %s'.", act.cited(),
					(citation.section() != null) ? ProvisionNumber.written(citation.section()) : "1", act.name());
		}
		List<Section> chapter = sections.stream()
			.filter((section) -> citation.chapter() == null || citation.chapter().equals(section.chapter()))
			.toList();
		return chapter.isEmpty() ? notFound("%s has no %s kap.; its last chapter is %s kap.", act.cited(),
				ProvisionNumber.written(citation.chapter()), ProvisionNumber.written(sections.getLast().chapter()))
				: notFound("%s has no %s. It has %s to %s.", act.cited(),
						Section.written(citation.chapter(), citation.section()), chapter.getFirst().written(),
						chapter.getLast().written());
	}

	private Unresolved unknown(String name, List<Act> before) {
		if (!before.isEmpty()) {
			return invalid(
					"'%s' no longer means an act that applies; it meant %s. Write the number of the act you mean.",
					name, before.stream().map(Act::cited).collect(Collectors.joining(", ")));
		}
		List<String> alike = alike(name);
		return notFound("No act is called '%s'.%s Write its number: 'lagen (2010:800)'.", shortened(name),
				alike.isEmpty() ? "" : " Do you mean " + String.join(", ", alike) + "?");
	}

	private List<String> alike(String name) {
		List<String> words = SearchText.of(name).words();
		return words.isEmpty() ? List.of()
				: rows(ALIKE,
						Map.of("query", words.stream().map(Citations::alikeWords).collect(Collectors.joining(" "))))
					.stream()
					.map((row) -> row.text("law"))
					.toList();
	}

	/// The index holds stems: `skolagen` is alike `skollag`, not `skollagen`.
	private static String alikeWords(String word) {
		return word + "~1 " + word.replaceFirst("(?<=...)ens?$", "") + "~1";
	}

	private List<Act> byId(LawId id, LocalDate day) {
		return rows(BY_ID, Map.of("id", id.value(), "today", day)).stream().map(Act::of).toList();
	}

	private List<Act> byName(String name, LocalDate day) {
		return rows(BY_NAME, Map.of("names", forms(name), "today", day)).stream().map(Act::of).toList();
	}

	/// A name as written, with the full stop of `m.m.` and without the genitive's ending.
	private static List<String> forms(String name) {
		String written = name.toLowerCase(Locale.ROOT).replaceAll("[.\\s]+$", "");
		LinkedHashSet<String> forms = new LinkedHashSet<>(List.of(written, written + "."));
		if (written.endsWith("s")) {
			forms.add(written.substring(0, written.length() - 1));
		}
		return new ArrayList<>(forms);
	}

	private boolean exists(String provision) {
		return !rows("MATCH (provision:Provision {id: $id}) RETURN provision.id AS id", Map.of("id", provision))
			.isEmpty();
	}

	private List<Section> sections(LawId law) {
		return rows(SECTIONS, Map.of("law", law.value())).stream()
			.map((row) -> new Section(row.text("id"), row.textOrNull("chapter"), row.text("section")))
			.toList();
	}

	private List<Row> rows(String statement, Map<String, Object> parameters) {
		return this.transactions.lookUp(statement, new HashMap<>(parameters));
	}

	private static Unresolved invalid(String message, @Nullable Object... values) {
		return new Unresolved(ProblemCode.INVALID, message.formatted(values));
	}

	private static Unresolved notFound(String message, @Nullable Object... values) {
		return new Unresolved(ProblemCode.NOT_FOUND, message.formatted(values));
	}

	private static String shortened(String text) {
		String line = text.strip().replaceAll("\\s+", " ");
		return (line.length() <= 80) ? line : line.substring(0, 80) + "…";
	}

	private record Section(String id, @Nullable String chapter, String section) {

		String written() {
			return written(this.chapter, this.section);
		}

		static String written(@Nullable String chapter, @Nullable String section) {
			return ((chapter != null) ? ProvisionNumber.written(chapter) + " kap. " : "")
					+ ProvisionNumber.written(section) + " §";
		}

	}

	private record Act(LawId id, String name, @Nullable LocalDate ceasesOn, boolean known, @Nullable String successor,
			boolean namedToday) {

		static Act of(Row row) {
			return new Act(new LawId(row.text("id")), row.text("name"), row.dateOrNull("ceasesOn"), row.is("known"),
					row.textOrNull("successor"), row.is("today"));
		}

		String cited() {
			return this.name.contains(this.id.designation()) ? this.name
					: this.name + " (" + this.id.designation() + ")";
		}

		String instead() {
			return (this.successor != null) ? " Write the act that applies: (" + this.successor + ")." : "";
		}

	}

}
