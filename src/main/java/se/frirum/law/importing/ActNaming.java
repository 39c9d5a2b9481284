package se.frirum.law.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import se.frirum.law.LawNames;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;

import org.springframework.stereotype.Component;

/// Gives imported acts the names that their titles imply, so that citations by name find
/// them.
@Component
class ActNaming {

	/// `lagen om valfrihetssystem` is what people say, `skollagen` is a name.
	private static final Pattern SUBJECT_NEEDED = Pattern.compile("(?:lagen|förordningen|kungörelsen) ");

	private static final String NEW = """
			MATCH (law:Law)
			WHERE law.id > '' AND law.linked IS NULL AND law.broughtBy IS NOT NULL
			RETURN law.id AS id, law.title AS title
			""";

	private static final String NAME = """
			UNWIND $rows AS row
			MATCH (law:Law {id: row.id})
			SET law.name = coalesce(law.name, row.name)
			WITH law, row
			WHERE NOT EXISTS { MATCH (:LawName {name: row.spoken})-[:MEANS]->(law) }
			CREATE (:LawName {name: row.spoken, from: law.inForceFrom, until: law.ceasesOn})-[:MEANS]->(law)
			""";

	private final Transactions transactions;

	ActNaming(Transactions transactions) {
		this.transactions = transactions;
	}

	/// Names the acts whose citations are to be read, within the transaction at hand.
	void name() {
		List<Map<String, Object>> rows = this.transactions.query(NEW, Map.of())
			.stream()
			.flatMap((law) -> row(law).stream())
			.toList();
		this.transactions.query(NAME, Map.of("rows", rows));
	}

	private static Optional<Map<String, Object>> row(Row law) {
		return LawNames.ofTitle(law.text("title")).map((spoken) -> {
			Map<String, Object> row = new HashMap<>();
			row.put("id", law.text("id"));
			row.put("name", SUBJECT_NEEDED.matcher(spoken).lookingAt() ? null : spoken);
			row.put("spoken", spoken);
			return row;
		});
	}

}
