package se.frirum.law;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import se.frirum.law.Resolution.Found;
import se.frirum.law.Resolution.Unresolved;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.projection.SearchText;

import org.springframework.stereotype.Service;

/// Finds what people cite: the act by number, or by what its name means today, and in it
/// the section.
@Service
public class Citations {

	private static final String BY_ID = """
			UNWIND $ids AS id
			MATCH (law:Law {id: id})
			RETURN id AS cited, law.id AS id, coalesce(law.name, law.title) AS name, law.ceasesOn AS ceasesOn,
				law.known AS known,
				head(COLLECT {
					MATCH (law)<-[:MEANS]-(before:LawName)
					MATCH (after:LawName {name: before.name})-[:MEANS]->(successor:Law)
					WHERE successor <> law AND after.from <= $today AND (after.until IS NULL OR $today < after.until)
					RETURN successor.designation ORDER BY successor.designation }) AS successor,
				true AS today
			""";

	private static final String BY_NAME = """
			UNWIND $names AS cited
			MATCH (name:LawName {name: cited})-[:MEANS]->(law:Law)
			RETURN cited, law.id AS id, coalesce(law.name, law.title) AS name, law.ceasesOn AS ceasesOn,
				law.known AS known, null AS successor,
				(name.from IS NULL OR name.from <= $today) AND (name.until IS NULL OR $today < name.until) AS today
			ORDER BY id
			""";

	private static final String ALIKE = """
			CALL db.index.fulltext.queryNodes('law_text', $query, {limit: 3}) YIELD node AS law
			RETURN coalesce(law.name + ' (' + law.designation + ')', law.title) AS law
			""";

	private static final String THERE = """
			UNWIND $ids AS id
			MATCH (provision:Provision {id: id})
			OPTIONAL MATCH (provision)-[:HAS_WORDING]->(wording:Wording)
			WITH provision, collect(wording.places) AS wordings
			RETURN provision.id AS id, reduce(all = [], places IN wordings | all + places) AS places
			""";

	private static final String SECTIONS = """
			UNWIND $laws AS law
			MATCH (:Law {id: law})-[:HAS_PROVISION]->(provision:Provision)
			RETURN law, provision.id AS id, provision.chapter AS chapter, provision.section AS section
			ORDER BY law, provision.key
			""";

	private static final String REMEMBER = """
			UNWIND $rows AS row
			MERGE (law:Law {id: row.id})
			ON CREATE SET law.designation = row.designation, law.title = row.designation, law.key = row.key,
				law.uri = row.uri, law.cited = '000000|' + row.key, law.kind = row.kind, law.known = false
			""";

	private static final String NAMES = """
			UNWIND $names AS cited
			MATCH (name:LawName {name: cited})-[:MEANS]->(law:Law)
			RETURN name.name AS name, name.from AS from, name.until AS until, law.id AS law
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
		return looked(List.of(text), LocalDate.now(this.clock), Register::find).getFirst();
	}

	/// The act that a filter names: by its designation, or by what it is called.
	/// @throws Refusal.BadRequest where it names none, or a place in one
	public LawId act(String named) {
		return LawId.parse(named).orElseGet(() -> switch (find(named)) {
			case Found found when found.target().equals(Target.of(found.target().law())) -> found.target().law();
			case Found _ -> throw new Refusal.BadRequest(
					"'%s' is a place in an act. Name the act as a whole: 'skollagen' or '2010:800'."
						.formatted(shortened(named)));
			case Unresolved unresolved -> throw new Refusal.BadRequest(unresolved.message());
		});
	}

	/// Finds what a citation or an id means today, for writing.
	public Resolution resolve(String text) {
		return resolve(text, LocalDate.now(this.clock));
	}

	/// Finds what a citation or an id meant, means or will mean on a day.
	public Resolution resolve(String text, LocalDate day) {
		return resolveAll(List.of(text), day).getFirst();
	}

	/// The same for many at once and today, with as many statements as for one.
	/// @return by the texts
	public Map<String, Resolution> resolveAll(Collection<String> texts) {
		List<String> each = texts.stream().distinct().toList();
		List<Resolution> resolutions = resolveAll(each, LocalDate.now(this.clock));
		return IntStream.range(0, each.size()).boxed().collect(Collectors.toMap(each::get, resolutions::get));
	}

	/// The same for many at once, with as many statements as for one.
	/// @return in their order
	public List<Resolution> resolveAll(List<String> texts, LocalDate day) {
		return looked(texts, day, Register::resolve);
	}

	/// What the names in a text can mean. Each is looked up by all its forms at once.
	public ActNames namesIn(String text) {
		Set<String> forms = new LinkedHashSet<>();
		for (Cited cited : CitationGrammar.read(text)) {
			if (cited.act() instanceof CitedAct.ByName name) {
				name.spellings().forEach((spelling) -> forms.addAll(LawNames.forms(spelling.name())));
			}
		}
		return LawNames.of(forms.isEmpty() ? List.of() : rows(NAMES, Map.of("names", List.copyOf(forms))));
	}

	private List<Resolution> looked(List<String> texts, LocalDate day,
			BiFunction<Register, Citation, Resolution> look) {
		List<Optional<Citation>> citations = texts.stream().map(Citation::parse).toList();
		Register register = new Register(citations.stream().flatMap(Optional::stream).distinct().toList(), day);
		List<Resolution> resolutions = new ArrayList<>();
		for (int place = 0; place < texts.size(); place++) {
			String text = texts.get(place);
			resolutions.add(citations.get(place)
				.map((citation) -> look.apply(register, citation))
				.orElseGet(() -> notACitation(text)));
		}
		return resolutions;
	}

	private static Unresolved notACitation(String text) {
		return invalid("'%s' is not a citation. Write it as '21 kap. 4 § skollagen', '3 § lagen (1998:808)' "
				+ "or the act's number, '2010:800'.", shortened(text));
	}

	/// Makes sure that a cited act is there, if only as a stub that says it isn't loaded.
	public void remember(LawId law) {
		remember(List.of(law));
	}

	/// The same for many at once.
	public void remember(Collection<LawId> laws) {
		this.transactions.query(REMEMBER, Map.of("rows", laws.stream().distinct().map(Citations::stub).toList()));
	}

	private static Map<String, Object> stub(LawId law) {
		return Map.of("id", law.value(), "designation", law.designation(), "key", law.key(), "uri", law.uri(), "kind",
				law.isAgencyRule() ? "AGENCY_REGULATION" : law.isSwedishCode() ? "OTHER" : "EU_ACT");
	}

	/// What the register holds of what is cited: looked up once, for all citations.
	private final class Register {

		private final LocalDate day;

		private final Map<String, List<Act>> acts = new HashMap<>();

		/// The sections that are where the citations say, by id, and where one can point
		/// in them: `S2N1`; nothing where only the structure is known.
		private final Map<String, List<String>> there;

		private final Map<LawId, List<Section>> sections;

		Register(List<Citation> citations, LocalDate day) {
			this.day = day;
			List<String> ids = citations.stream()
				.map(Citation::law)
				.filter(Objects::nonNull)
				.map(LawId::value)
				.toList();
			List<String> names = citations.stream()
				.map(Citation::name)
				.filter(Objects::nonNull)
				.flatMap((name) -> LawNames.forms(name).stream())
				.distinct()
				.toList();
			look(BY_ID, "ids", ids);
			look(BY_NAME, "names", names);
			this.there = there(citations);
			this.sections = sections(citations);
		}

		private void look(String statement, String parameter, List<String> cited) {
			if (!cited.isEmpty()) {
				rows(statement, Map.of(parameter, cited.stream().distinct().toList(), "today", this.day))
					.forEach((row) -> this.acts.computeIfAbsent(row.text("cited"), (_) -> new ArrayList<>())
						.add(Act.of(row)));
			}
		}

		private Map<String, List<String>> there(List<Citation> citations) {
			List<String> ids = citations.stream()
				.flatMap((citation) -> known(citation).map((act) -> citation.in(act.id())))
				.flatMap((target) -> target.provisionId().stream())
				.distinct()
				.toList();
			return ids.isEmpty() ? Map.of() : rows(THERE, Map.of("ids", ids)).stream()
				.collect(Collectors.toMap((row) -> row.text("id"), (row) -> row.texts("places")));
		}

		/// All sections of the acts in which a section is not where its citation says, or
		/// in which a chapter is cited.
		private Map<LawId, List<Section>> sections(List<Citation> citations) {
			List<String> laws = citations.stream()
				.filter((citation) -> citation.section() != null || citation.chapter() != null)
				.flatMap((citation) -> known(citation).filter((act) -> !isThere(citation.in(act.id()))))
				.map((act) -> act.id().value())
				.distinct()
				.toList();
			return laws.isEmpty() ? Map.of()
					: rows(SECTIONS, Map.of("laws", laws)).stream()
						.collect(Collectors.groupingBy((row) -> new LawId(row.text("law")),
								Collectors.mapping(Section::of, Collectors.toList())));
		}

		private Stream<Act> known(Citation citation) {
			return meant(citation).stream().filter(Act::known);
		}

		private boolean isThere(Target target) {
			return target.provisionId().filter(this.there::containsKey).isPresent();
		}

		private List<Act> acts(Citation citation) {
			Collection<String> cited = (citation.law() != null) ? List.of(citation.law().value())
					: LawNames.forms(String.valueOf(citation.name()));
			return cited.stream()
				.flatMap((each) -> this.acts.getOrDefault(each, List.of()).stream())
				.distinct()
				.sorted(Comparator.comparing((act) -> act.id().value()))
				.toList();
		}

		private List<Act> meant(Citation citation) {
			return acts(citation).stream().filter(Act::namedToday).toList();
		}

		/// Refuses what had ceased by the day, and tells what is alike.
		Resolution resolve(Citation citation) {
			List<Act> meant = meant(citation);
			if (meant.isEmpty() && citation.name() != null) {
				return unknown(citation.name(), acts(citation));
			}
			if (meant.size() == 1) {
				Act act = meant.getFirst();
				if (act.ceasesOn() != null && !act.ceasesOn().isAfter(this.day)) {
					return invalid("%s applied through %s.%s", act.cited(), act.ceasesOn().minusDays(1), act.instead());
				}
			}
			return pointed(find(citation));
		}

		/// Refuses a paragraph or an item that no wording of the section has.
		private Resolution pointed(Resolution found) {
			if (!(found instanceof Found(Target target, String provision, boolean _)) || target.isWholeSection()) {
				return found;
			}
			List<String> places = this.there.getOrDefault(provision, List.of());
			return (places.isEmpty() || places.stream().anyMatch(target::isHeldBy)) ? found
					: notFound("%s § has %d paragraphs (stycken), and nothing where '%s' points. Check its numbers.",
							ProvisionNumber.written(target.section()),
							places.stream().filter((place) -> place.matches("S\\d+")).distinct().count(), target);
		}

		/// Takes what had ceased as well.
		Resolution find(Citation citation) {
			List<Act> meant = meant(citation);
			if (meant.size() > 1) {
				return invalid("'%s' can mean %s. Write the act's number too: '(%s)'.", citation.name(),
						meant.stream().map(Act::cited).collect(Collectors.joining(" or ")),
						meant.getFirst().id().designation());
			}
			if (meant.isEmpty()) {
				return (citation.law() != null) ? new Found(citation.in(citation.law()), null, true)
						: notFound("No act is called '%s'. Write its number: 'lagen (2010:800)'.",
								shortened(String.valueOf(citation.name())));
			}
			Act act = meant.getFirst();
			return act.known() ? place(act, citation) : new Found(citation.in(act.id()), null, true);
		}

		private Resolution place(Act act, Citation citation) {
			Target target = citation.in(act.id());
			if (isThere(target)) {
				return new Found(target, target.provisionId().orElseThrow(), false);
			}
			List<Section> all = this.sections.getOrDefault(act.id(), List.of());
			if (citation.section() == null) {
				return wholeOrChapter(act, citation, all);
			}
			List<Section> elsewhere = all.stream()
				.filter((section) -> section.section().equals(citation.section()))
				.toList();
			List<Section> possible = elsewhere.stream()
				.filter((section) -> citation.chapter() == null || citation.chapter().equals(section.chapter()))
				.toList();
			if (all.isEmpty()) {
				return new Found(target, null, false);
			}
			return (possible.size() == 1) ? possible.getFirst().found(target) : notThere(act, citation, all, elsewhere);
		}

		private Resolution wholeOrChapter(Act act, Citation citation, List<Section> all) {
			boolean there = citation.chapter() == null || all.isEmpty()
					|| all.stream().anyMatch((section) -> citation.chapter().equals(section.chapter()));
			return there ? new Found(citation.in(act.id()), null, false) : notThere(act, citation, all, List.of());
		}

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

		static Section of(Row row) {
			return new Section(row.text("id"), row.textOrNull("chapter"), row.text("section"));
		}

		/// Here, though the citation doesn't say so: its id has a chapter, or none, where
		/// sections run on through the chapters.
		Found found(Target cited) {
			String inId = Target.parse(this.id).map(Target::chapter).orElse(null);
			return new Found(cited.inChapter(inId), this.id, false);
		}

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
