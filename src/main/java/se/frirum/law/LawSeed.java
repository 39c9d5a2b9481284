package se.frirum.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.seed.Seed;
import se.frirum.platform.seed.SeedFile;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Loads the law register: acts, what people call them, and their sections by number. An
/// act that only has a name here is a stub.
@Component
@Order(2)
class LawSeed implements Seed {

	private static final String LAWS = """
			UNWIND $rows AS row
			CREATE (law:Law {id: row.id, key: row.key, designation: row.designation, title: row.title, kind: row.kind,
				known: true, uri: row.uri, cited: '000000|' + row.key})
			SET law.name = row.name, law.abbreviation = row.abbreviation, law.department = row.department,
				law.issuedOn = date(row.issuedOn), law.inForceFrom = date(row.inForceFrom), law.ceasesOn = date(row.ceasesOn)
			WITH law, row WHERE row.responsible IS NOT NULL
			MATCH (organisation:Organisation {id: 'organisation:' + row.responsible})
			CREATE (organisation)-[:RESPONSIBLE_FOR]->(law)
			""";

	private static final String PROVISIONS = """
			UNWIND $rows AS row
			MATCH (law:Law {id: row.law})
			UNWIND row.provisions AS provision
			CREATE (law)-[:HAS_PROVISION]->(:Provision {id: provision.id, key: provision.key, chapter: row.chapter,
				section: provision.section})
			""";

	private static final String NAMES = """
			UNWIND $rows AS row
			MATCH (law:Law {id: row.law})
			CREATE (:LawName {name: row.name, from: date(row.from), until: date(row.until)})-[:MEANS]->(law)
			""";

	private final Transactions transactions;

	private final Citations citations;

	LawSeed(Transactions transactions, Citations citations) {
		this.transactions = transactions;
		this.citations = citations;
	}

	@Override
	public void load(boolean samples) {
		List<Map<String, Object>> acts = Stream.of("laws/laws.csv", "laws/trial-laws.csv")
			.flatMap((file) -> acts(file).stream())
			.toList();
		List<Map<String, Object>> names = names();
		load(LAWS, acts);
		load(PROVISIONS, provisions());
		this.citations.remember(names.stream().map((name) -> new LawId(String.valueOf(name.get("law")))).toList());
		load(NAMES, names);
		load(NAMES, namesFromTitles(acts, names));
	}

	private void load(String statement, List<Map<String, Object>> rows) {
		this.transactions.query(statement, Map.of("rows", rows));
	}

	private static List<Map<String, Object>> acts(String file) {
		return new SeedFile(file).rows().stream().map((row) -> {
			LawId law = law(row);
			Map<String, Object> act = new HashMap<>(row.values());
			act.put("id", law.value());
			act.put("key", law.key());
			act.put("uri", law.uri());
			return act;
		}).toList();
	}

	/// A row for each chapter.
	private static List<Map<String, Object>> provisions() {
		return new SeedFile("laws/sections.csv").rows().stream().map(LawSeed::chapter).toList();
	}

	private static Map<String, Object> chapter(Row row) {
		LawId law = law(row);
		String number = row.textOrNull("chapter");
		Map<String, Object> chapter = new HashMap<>();
		chapter.put("law", law.value());
		chapter.put("chapter", number);
		chapter.put("provisions",
				ProvisionNumber.parseAll(row.text("sections"))
					.stream()
					.map((section) -> provision(law, number, section))
					.toList());
		return chapter;
	}

	private static Map<String, Object> provision(LawId law, @Nullable String chapter, ProvisionNumber section) {
		Target target = new Target(law, chapter, section.toString(), null, null, null);
		return Map.of("id", target.provisionId().orElseThrow(), "section", section.toString(), "key",
				provisionKey(law, chapter, section));
	}

	private static String provisionKey(LawId law, @Nullable String chapter, ProvisionNumber section) {
		String inAct = (chapter != null) ? ProvisionNumber.parse(chapter).key() : "";
		return law.value() + "#" + inAct + "." + section.key();
	}

	private static List<Map<String, Object>> names() {
		return new SeedFile("laws/names.csv").rows().stream().map((row) -> {
			Map<String, Object> name = new HashMap<>(row.values());
			name.put("law", law(row).value());
			name.put("name", row.text("name").toLowerCase(Locale.ROOT));
			return name;
		}).toList();
	}

	/// An act is also called by its title, unless the file says what that name means.
	private static List<Map<String, Object>> namesFromTitles(List<Map<String, Object>> acts,
			List<Map<String, Object>> names) {
		Set<Object> taken = names.stream().map((name) -> name.get("name")).collect(Collectors.toSet());
		List<Map<String, Object>> more = new ArrayList<>();
		for (Map<String, Object> act : acts) {
			LawNames.ofTitle(String.valueOf(act.get("title")))
				.filter((name) -> !taken.contains(name))
				.ifPresent((name) -> more.add(name(name, act)));
		}
		return more;
	}

	private static Map<String, Object> name(String name, Map<String, Object> act) {
		Map<String, Object> row = new HashMap<>();
		row.put("name", name);
		row.put("law", act.get("id"));
		row.put("from", act.get("inForceFrom"));
		row.put("until", act.get("ceasesOn"));
		return row;
	}

	private static LawId law(Row row) {
		String designation = row.text("designation");
		return LawId.parse(designation)
			.orElseThrow(() -> new IllegalArgumentException("Not a designation: " + designation));
	}

}
