package se.frirum.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import se.frirum.platform.database.Transactions;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Service;

/// Who helps a trial along: universities, companies, test beds; and what pays for it.
@Service
class TrialSupport implements ProjectionTable {

	private static final int LINE = 200;

	private static final int MOST = 50;

	private static final String RECORD = """
			MATCH (trial:Trial {id: $id})
			CALL (trial) {
				MATCH (trial)-[:HAS_PARTNER|HAS_FUNDING]->(before)
				DETACH DELETE before
			}
			CALL (trial) {
				UNWIND $partners AS row
				CREATE (trial)-[:HAS_PARTNER]->(partner:TrialPartner)
				SET partner = row
			}
			CALL (trial) {
				UNWIND $funding AS row
				CREATE (trial)-[:HAS_FUNDING]->(funding:TrialFunding)
				SET funding = row
			}
			""";

	private final Transactions transactions;

	private final TrialDesk desk;

	TrialSupport(Transactions transactions, TrialDesk desk) {
		this.transactions = transactions;
		this.desk = desk;
	}

	@Override
	public void addTo(Projections projections) {
		projections.type("Trial")
			.many("partners", "TrialPartner", 3,
					Hop.along("MATCH (this)-[:HAS_PARTNER]->(it:TrialPartner)").orderBy("it.place"))
			.many("funding", "TrialFunding", 3,
					Hop.along("MATCH (this)-[:HAS_FUNDING]->(it:TrialFunding)").orderBy("it.place"));
		projections.type("TrialPartner").properties("name", "kind", "role");
		projections.type("TrialFunding").properties("source", "form", "amount");
	}

	/// Records both, in place of what stood there; the log tells what stands now.
	String record(TrialSupportInput input, Viewer viewer) {
		return this.transactions.write(() -> {
			TrialDesk.Held trial = this.desk.hold(input.id(), input.expectedVersion());
			Problems problems = new Problems();
			requireFew(input.partners().size(), "partners", problems);
			requireFew(input.funding().size(), "funding", problems);
			problems.raise();
			List<Map<String, Object>> partners = partners(input.partners(), problems);
			List<Map<String, Object>> funding = funding(input.funding(), problems);
			problems.raise();
			this.transactions.query(RECORD, Map.of("id", trial.id(), "partners", partners, "funding", funding));
			this.desk
				.changed(trial, "TRIAL_SUPPORT_RECORDED",
						Stream
							.concat(partners.stream().map((row) -> row.get("name")),
									funding.stream()
										.map((row) -> row.get("source") + " " + row.getOrDefault("amount", "")))
							.map((each) -> String.valueOf(each).strip())
							.collect(Collectors.joining(", ")),
						viewer);
			return trial.id();
		});
	}

	private static void requireFew(int count, String field, Problems problems) {
		if (count > MOST) {
			problems.add(ProblemCode.TOO_LARGE, "At most %d; this has %,d.".formatted(MOST, count), "input", field);
		}
	}

	private static List<Map<String, Object>> partners(List<PartnerInput> partners, Problems problems) {
		List<Map<String, Object>> rows = new ArrayList<>();
		for (PartnerInput partner : partners) {
			String place = String.valueOf(rows.size());
			Map<String, Object> row = new HashMap<>();
			row.put("name", problems.line(partner.name(), true, LINE, "input", "partners", place, "name"));
			row.put("role", problems.line(partner.role(), false, LINE, "input", "partners", place, "role"));
			row.put("kind", partner.kind().name());
			row.put("place", rows.size());
			rows.add(row);
		}
		return rows;
	}

	private static List<Map<String, Object>> funding(List<FundingInput> funding, Problems problems) {
		List<Map<String, Object>> rows = new ArrayList<>();
		for (FundingInput each : funding) {
			String place = String.valueOf(rows.size());
			Map<String, Object> row = new HashMap<>();
			row.put("source", problems.line(each.source(), true, LINE, "input", "funding", place, "source"));
			row.put("form", each.form().name());
			row.put("place", rows.size());
			Integer amount = each.amount();
			if (amount != null) {
				problems.require(amount >= 0, "An amount is not less than nothing.", "input", "funding", place,
						"amount");
				row.put("amount", amount);
			}
			rows.add(row);
		}
		return rows;
	}

}
