package se.frirum.law;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import se.frirum.platform.database.Transactions;

import org.springframework.stereotype.Service;

/// Keeps the key by which the acts that most others cite stand first, `000012|<key>`.
/// Until an act is counted it stands with those that none cites.
@Service
public class CitedActs {

	private static final String RANK = """
			MATCH (law:Law)
			WHERE law.id > ''
			WITH law, right('00000' + toString(
				COUNT { %s RETURN DISTINCT citing }
				), 6) + '|' + law.key AS cited
			WHERE law.cited IS NULL OR law.cited <> cited
			SET law.cited = cited
			RETURN count(law) AS moved
			""".formatted(LawLinks.citing("law", "citing"));

	private final Transactions transactions;

	private final Clock clock;

	CitedActs(Transactions transactions, Clock clock) {
		this.transactions = transactions;
		this.clock = clock;
	}

	/// Counts what holds today, within the transaction at hand, and writes only what
	/// moved.
	/// @return how many acts moved
	public long rank() {
		return this.transactions.query(RANK, Map.of("today", LocalDate.now(this.clock))).getFirst().number("moved");
	}

}
