package se.frirum.law.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import se.frirum.law.LawId;
import se.frirum.law.Target;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;

import org.springframework.stereotype.Component;

/// What pointed at a whole act because its sections were not loaded, points at the
/// section once it is.
@Component
class Attachment {

	private static final String LOOSE = """
			MATCH (law:Law)
			WHERE law.id > '' AND law.linked IS NULL AND law.broughtBy IS NOT NULL
			MATCH (law)<-[link:BLOCKED_BY|SETS_ASIDE|CITES|DEROGATES_FROM|EMPOWERS_EXCEPTION]-()
			WHERE link.target CONTAINS '#'
			RETURN DISTINCT law.id AS law, link.target AS target, type(link) AS link
			""";

	private static final String ATTACH = """
			UNWIND $rows AS row
			MATCH (provision:Provision {id: row.provision})
			MATCH (:Law {id: row.law})<-[loose:%1$s {target: row.target}]-(from)
			CREATE (from)-[firm:%1$s]->(provision)
			SET firm = properties(loose)
			DELETE loose
			""";

	private final Transactions transactions;

	Attachment(Transactions transactions) {
		this.transactions = transactions;
	}

	/// Attaches what is loose on the acts whose citations are to be read, within the
	/// transaction at hand.
	void attach() {
		List<Row> loose = this.transactions.query(LOOSE, Map.of());
		for (String link : loose.stream().map((row) -> row.text("link")).distinct().toList()) {
			List<Map<String, Object>> rows = loose.stream()
				.filter((row) -> row.text("link").equals(link))
				.flatMap((row) -> row(row).stream())
				.toList();
			this.transactions.query(ATTACH.formatted(link), Map.of("rows", rows));
		}
	}

	private static Optional<Map<String, Object>> row(Row loose) {
		LawId law = new LawId(loose.text("law"));
		String place = loose.text("target").substring(loose.text("target").indexOf('#'));
		return Target.parse(law.value() + place)
			.flatMap(Target::provisionId)
			.map((provision) -> Map.of("law", law.value(), "target", loose.text("target"), "provision", provision));
	}

}
