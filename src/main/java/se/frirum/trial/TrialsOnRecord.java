package se.frirum.trial;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import se.frirum.law.AfterImport;
import se.frirum.law.LawId;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.event.Entry;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.security.Audience;
import se.frirum.trial.TrialAct.Derogation;
import se.frirum.trial.TrialAct.Section;

import org.springframework.stereotype.Component;

/// Derives trials from the acts that an import brought. A trial that somebody entered for
/// an act is left alone, and no other is derived from that act; what hasn't changed isn't
/// written.
@Component
class TrialsOnRecord implements AfterImport {

	private static final String ACTS = """
			UNWIND $laws AS id
			MATCH (law:Law {id: id})
			WHERE toLower(law.title) CONTAINS 'försöksverksamhet'
				AND NOT EXISTS { MATCH (law)<-[:ENACTED_AS]-(entered:Trial) WHERE NOT entered.derived }
			RETURN law.id AS id, law.title AS title, law.inForceFrom AS inForceFrom, law.ceasesOn AS ceasesOn,
				law.transitional AS transitional,
				COLLECT { MATCH (law)-[:HAS_PROVISION]->(section:Provision) ORDER BY section.key
					RETURN head(COLLECT { MATCH (section)-[:HAS_WORDING]->(wording:Wording)
						WHERE NOT coalesce(wording.entryUndetermined, false)
						RETURN {text: wording.text, ceasesOn: wording.ceasesOn}
						ORDER BY coalesce(wording.inForceFrom, date('0001-01-01')) DESC LIMIT 1 }) } AS sections,
				COLLECT { MATCH (law)-[:HAS_PROVISION]->(:Provision)-[derogation:DEROGATES_FROM]->(place)
					RETURN DISTINCT {id: place.id, target: derogation.target} AS target
					ORDER BY target.target } AS derogations,
				head(COLLECT { MATCH (law)<-[:ENACTED_AS]-(trial:Trial)-[:HAS_CLAUSE]->(clause:TrialClause)
					RETURN {title: trial.title, instrument: trial.instrument, text: clause.text, from: clause.from,
						until: clause.until,
						areas: COLLECT { MATCH (clause)-[:APPLIES_IN]->(area:Area) RETURN area.code ORDER BY area.code },
						targets: COLLECT { MATCH (clause)-[aside:SETS_ASIDE]->(place)
							RETURN {id: place.id, target: aside.target} ORDER BY aside.target }} }) AS derived
			""";

	private static final String AREAS = """
			MATCH (area:Municipality|County) RETURN area.name AS name, area.code AS code""";

	/// The act is locked first, as where somebody enters a trial.
	private static final String DERIVE = """
			UNWIND $trials AS row
			MATCH (law:Law {id: row.law})
			SET law.key = law.key
			WITH law, row
			WHERE NOT EXISTS { MATCH (law)<-[:ENACTED_AS]-(entered:Trial) WHERE NOT entered.derived }
			MERGE (trial:Trial {id: row.trial})
			SET trial.reference = row.reference, trial.version = coalesce(trial.version, 0) + 1, trial.derived = true,
				trial.title = row.title, trial.instrument = row.instrument, trial.sources = row.sources, trial.key = row.key
			MERGE (trial)-[:ENACTED_AS]->(law)
			MERGE (trial)-[:HAS_CLAUSE]->(clause:TrialClause {id: row.clause})
			SET clause.place = 0, clause.effect = 'SETS_ASIDE', clause.text = row.text, clause.from = row.from,
				clause.until = row.until
			WITH trial, clause, row
			CALL (clause, row) {
				MATCH (clause)-[applies:APPLIES_IN]->(area:Area)
				WHERE NOT area.code IN row.areas
				DELETE applies
			}
			CALL (clause, row) {
				MATCH (clause)-[aside:SETS_ASIDE]->()
				WHERE NOT aside.target IN [target IN row.targets | target.target]
				DELETE aside
			}
			CALL (clause, row) {
				UNWIND row.areas AS code
				MATCH (area:Area {id: 'area:' + code})
				MERGE (clause)-[:APPLIES_IN]->(area)
			}
			CALL (clause, row) {
				UNWIND row.targets AS target
				MATCH (place:Provision|Law {id: target.id})
				MERGE (clause)-[aside:SETS_ASIDE {target: target.target}]->(place)
				SET aside.place = target.place
			}
			RETURN trial.id AS id
			""";

	private final Transactions transactions;

	private final EventLog log;

	TrialsOnRecord(Transactions transactions, EventLog log) {
		this.transactions = transactions;
		this.log = log;
	}

	@Override
	public void imported(Collection<LawId> acts) {
		List<Row> laws = this.transactions.lookUp(ACTS, Map.of("laws", acts.stream().map(LawId::value).toList()))
			.stream()
			.filter((row) -> TrialAct.isTrial(row.text("title")))
			.toList();
		if (laws.isEmpty()) {
			return;
		}
		AreaNames names = areaNames();
		List<Map<String, Object>> changed = laws.stream()
			.map((row) -> changed(row, names))
			.filter(Objects::nonNull)
			.toList();
		if (!changed.isEmpty()) {
			this.transactions.write(() -> derive(changed));
		}
	}

	private int derive(List<Map<String, Object>> trials) {
		List<Entry> entries = this.transactions.query(DERIVE, Map.of("trials", trials))
			.stream()
			.map((row) -> Entry.of(row.text("id"), "TRIAL_READ_OFF_REGISTER", REGISTER, Audience.PUBLIC, ""))
			.toList();
		this.log.append("Trial", entries);
		return entries.size();
	}

	private AreaNames areaNames() {
		return new AreaNames(this.transactions.lookUp(AREAS, Map.of())
			.stream()
			.collect(Collectors.toMap((row) -> row.text("name"), (row) -> row.text("code"))));
	}

	/// What to write for an act; null where the graph has it already.
	private static @Nullable Map<String, Object> changed(Row row, AreaNames names) {
		TrialAct act = act(row);
		TrialOnRecord read = TrialOnRecord.read(act, names);
		boolean known = row.row("derived").map(TrialsOnRecord::derived).filter(read::equals).isPresent();
		return known ? null : values(act.law(), read);
	}

	private static TrialAct act(Row row) {
		LawId law = new LawId(row.text("id"));
		List<Section> sections = row.rows("sections")
			.stream()
			.filter((section) -> section.textOrNull("text") != null)
			.map((section) -> new Section(section.text("text"), section.dateOrNull("ceasesOn")))
			.toList();
		return new TrialAct(law, row.text("title"), row.dateOrNull("inForceFrom"), row.dateOrNull("ceasesOn"),
				row.textOrNull("transitional"), sections, targets(row.rows("derogations")));
	}

	private static TrialOnRecord derived(Row row) {
		return new TrialOnRecord(row.text("title"), TrialInstrument.valueOf(row.text("instrument")), row.text("text"),
				row.texts("areas"), new TrialPeriod(row.dateOrNull("from"), row.dateOrNull("until")),
				targets(row.rows("targets")));
	}

	private static List<Derogation> targets(List<Row> rows) {
		return rows.stream().map((row) -> new Derogation(row.text("id"), row.text("target"))).toList();
	}

	private static Map<String, Object> values(LawId law, TrialOnRecord trial) {
		String source = "SFS " + law.designation();
		String reference = "T-" + source.replace(' ', '-');
		String id = "trial:" + reference;
		Map<String, Object> values = new HashMap<>();
		values.put("law", law.value());
		values.put("trial", id);
		values.put("clause", "clause:" + reference);
		values.put("reference", reference);
		values.put("sources", List.of(source));
		values.put("title", trial.title());
		values.put("instrument", trial.instrument().name());
		values.put("key", Objects.toString(trial.period().from(), "0000") + "|" + id);
		values.put("text", trial.text());
		values.put("from", trial.period().from());
		values.put("until", trial.period().until());
		values.put("areas", trial.areas());
		values.put("targets",
				IntStream.range(0, trial.targets().size())
					.mapToObj((place) -> target(trial.targets().get(place), place))
					.toList());
		return values;
	}

	private static Map<String, Object> target(Derogation derogation, int place) {
		return Map.of("id", derogation.id(), "target", derogation.target(), "place", place);
	}

}
