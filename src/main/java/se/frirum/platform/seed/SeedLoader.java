package se.frirum.platform.seed;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.frirum.platform.database.DatabaseMigration;
import se.frirum.platform.database.Transactions;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Migrates the database, and loads the seed data once, into an empty one, before the
/// server accepts traffic: whole or not at all.
@Component
class SeedLoader implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(SeedLoader.class);

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	/// Two servers that start on one database at once wait for each other here.
	private static final String CLAIM = """
			MERGE (seeding:Seeding {name: 'seed-data'})
			SET seeding.asked = true
			WITH seeding, seeding.done IS NULL AND NOT EXISTS { MATCH (any:Area|Law|Obstacle|Trial) } AS empty
			SET seeding.done = true
			RETURN empty
			""";

	private final DatabaseMigration migration;

	private final List<Seed> seeds;

	private final Transactions transactions;

	private final String mode;

	/// @param mode `true`, `reference` (all but the samples) or `false`
	SeedLoader(DatabaseMigration migration, List<Seed> seeds, Transactions transactions,
			@Value("${frirum.seed:true}") String mode) {
		this.migration = migration;
		this.seeds = List.copyOf(seeds);
		this.transactions = transactions;
		this.mode = mode;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.migration.apply();
		switch (this.mode) {
			case "true" -> load(true);
			case "reference" -> load(false);
			case "false" -> log.info("No seed data, as asked");
			default -> throw new IllegalArgumentException(
					"frirum.seed must be true, reference or false, not '" + this.mode + "'");
		}
	}

	private void load(boolean samples) {
		long started = System.nanoTime();
		boolean loaded = this.transactions.write(PATIENCE, () -> {
			boolean empty = this.transactions.query(CLAIM, Map.of()).getFirst().is("empty");
			if (empty) {
				this.seeds.forEach((seed) -> seed.load(samples));
			}
			return empty;
		});
		if (loaded) {
			log.info("Loaded the seed data{} in {} ms", samples ? "" : " without samples",
					Duration.ofNanos(System.nanoTime() - started).toMillis());
		}
	}

}
