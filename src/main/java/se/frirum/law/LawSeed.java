package se.frirum.law;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.seed.Seed;
import se.frirum.platform.seed.SeedFile;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Loads the law register: acts, what people call them, and their sections by number.
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

	/// `Lag (2016:1145) om offentlig upphandling` is also called lagen om offentlig
	/// upphandling, unless the file says what that name means.
	private static final String NAMES_FROM_TITLES = """
			MATCH (law:Law)
			WHERE law.id > '' AND law.title =~ '(Lag|Förordning) \\([^)]+\\) .+'
			WITH law, CASE WHEN law.title STARTS WITH 'Lag' THEN 'lagen ' ELSE 'förordningen ' END
				+ split(law.title, ') ')[1] AS name
			WHERE NOT EXISTS { MATCH (:LawName {name: toLower(name)}) }
			CREATE (:LawName {name: toLower(name), from: law.inForceFrom, until: law.ceasesOn})-[:MEANS]->(law)
			""";

	private final Transactions transactions;

	LawSeed(Transactions transactions) {
		this.transactions = transactions;
	}

	@Override
	public void load(boolean samples) {
		load(LAWS, acts("laws/laws.csv"));
		load(LAWS, acts("laws/trial-laws.csv"));
		load(PROVISIONS, provisions());
		load(NAMES, names());
		this.transactions.query(NAMES_FROM_TITLES, Map.of());
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

	private static LawId law(Row row) {
		String designation = row.text("designation");
		return LawId.parse(designation)
			.orElseThrow(() -> new IllegalArgumentException("Not a designation: " + designation));
	}

}
