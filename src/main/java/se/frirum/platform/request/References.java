package se.frirum.platform.request;

import java.util.Map;

import se.frirum.platform.database.Transactions;

import org.springframework.stereotype.Component;

/// Gives out references that people can quote: `H-2026-0017`. They count per year,
/// without gaps among what is kept, because the counter stays locked until the
/// transaction ends.
@Component
public class References {

	private static final String NEXT = """
			MERGE (counter:Counter {name: $series})
			SET counter.value = coalesce(counter.value, 0) + 1
			RETURN counter.value AS number
			""";

	private final Transactions transactions;

	References(Transactions transactions) {
		this.transactions = transactions;
	}

	/// The next reference of a series, within the transaction at hand.
	public String next(String letter, int year) {
		String series = letter + "-" + year;
		long number = this.transactions.query(NEXT, Map.of("series", series)).getFirst().number("number");
		return "%s-%04d".formatted(series, number);
	}

}
