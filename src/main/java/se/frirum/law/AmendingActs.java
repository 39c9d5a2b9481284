package se.frirum.law;

import java.util.List;
import java.util.Map;

import se.frirum.platform.database.Transactions;

import org.springframework.stereotype.Service;

/// Acts that amend others, as soon as it is known that they do: before an import tells.
@Service
public class AmendingActs {

	private static final String IS_BASE_ACT = """
			MATCH (law:Law {id: $id})
			WHERE law.known
			RETURN law.id AS id
			""";

	private static final String AMEND = """
			UNWIND $laws AS law
			MATCH (base:Law {id: law})
			MERGE (amendment:Amendment {id: $id})
			ON CREATE SET amendment.designation = $designation, amendment.key = $key
			MERGE (amendment)-[:AMENDS]->(base)
			""";

	private final Transactions transactions;

	private final Citations citations;

	AmendingActs(Transactions transactions, Citations citations) {
		this.transactions = transactions;
		this.citations = citations;
	}

	/// Notes that an act was issued that changes others, within the transaction at hand.
	/// @param changed the acts it was to change; none where it stands by itself
	/// @return the act where the rule now stands: the first changed one; the new one
	/// where the register knows it as an act of its own, or nothing was to change
	public LawId enacted(LawId issued, List<LawId> changed) {
		boolean ownAct = !this.transactions.query(IS_BASE_ACT, Map.of("id", issued.value())).isEmpty();
		if (ownAct || changed.isEmpty()) {
			this.citations.remember(issued);
			return issued;
		}
		this.transactions.query(AMEND, Map.of("laws", changed.stream().map(LawId::value).toList(), "id", issued.value(),
				"designation", issued.designation(), "key", issued.key()));
		return changed.getFirst();
	}

}
