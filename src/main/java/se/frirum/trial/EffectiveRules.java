package se.frirum.trial;

import java.time.LocalDate;

import se.frirum.law.Target;
import se.frirum.platform.projection.Hop;

/// Which clauses hold where, on a day.
///
/// A clause holds in a municipality if its areas name it, its county on that day, or the
/// country, on days from its start until its end; with some instruments only while an
/// organisation that governs the municipality or its county takes part. It holds in a
/// county or the country where it holds in all municipalities that lie there on that day.
/// A clause without a known area, start or target holds nowhere.
final class EffectiveRules {

	/// The steps of a path up or down the areas, as they were on the day.
	private static final String STEPS = """
			all(_step IN %s WHERE (_step.from IS NULL OR _step.from <= $arg.day)
				AND (_step.until IS NULL OR $arg.day < _step.until))""";

	/// The municipalities of an area on the day.
	private static final String MUNICIPALITIES_OF_AREA = """
			MATCH (_area:Area {id: 'area:' + $arg.area})
			CALL (_area) {
				MATCH (_area)<-[_down:IN*0..2]-(_inside:Municipality)
				WHERE %s
				RETURN collect(DISTINCT _inside) AS _municipalities
			}
			""".formatted(STEPS.formatted("_down"));

	/// What holds in all of them holds in the first: the search starts there.
	private static final String CLAUSES = """
			WITH _municipalities, head(_municipalities) AS _first
			MATCH (_first)-[_up:IN*0..2]->(_named:Area)<-[:APPLIES_IN]-(_clause:TrialClause)<-[:HAS_CLAUSE]-(_trial:Trial)
			WHERE %s
			WITH DISTINCT _municipalities, _clause, _trial
			WHERE %s
			""";

	private static final String IN_FORCE = """
			_clause.from <= $arg.day AND (_clause.until IS NULL OR $arg.day < _clause.until)
				AND (_clause.effect = 'ADDS' OR EXISTS { MATCH (_clause)-[:SETS_ASIDE]->(_something) })""";

	private static final String EVERYWHERE = """
			all(_each IN _municipalities WHERE
				EXISTS { MATCH (_each)-[_up:IN*0..2]->(_named:Area)<-[:APPLIES_IN]-(_clause) WHERE %s }
				AND (NOT _trial.instrument IN $arg.participation
					OR EXISTS { MATCH (_each)-[_up:IN*0..1]->(_governed:Area)<-[:GOVERNS]-(_organisation:Organisation)-[_part:TAKES_PART]->(_trial)
						WHERE %s AND _part.status IN $arg.takingPart
							AND (_part.from IS NULL OR _part.from <= $arg.day)
							AND (_part.until IS NULL OR $arg.day < _part.until) }))
			"""
		.formatted(STEPS.formatted("_up"), STEPS.formatted("_up"));

	private static final String HOLDING = CLAUSES.formatted(STEPS.formatted("_up") + " AND " + IN_FORCE, EVERYWHERE);

	private static final String ONE_PER_TARGET = """
			OPTIONAL MATCH (_clause)-[_target:SETS_ASIDE]->(_place)
			WITH {trial: _trial, clause: _clause, target: _target} AS it""";

	private EffectiveRules() {
	}

	/// One row per clause and target that holds in all of an area.
	static Hop in(String area, LocalDate day) {
		return on(day, Hop.along(MUNICIPALITIES_OF_AREA + HOLDING + ONE_PER_TARGET)).with("area", area)
			.orderBy("it.trial.key, it.clause.place, it.target.place");
	}

	/// The trials of which a clause holds in the municipality `this`.
	static Hop trialsInMunicipality(LocalDate day) {
		return on(day, Hop.along("WITH [this] AS _municipalities " + HOLDING + "WITH DISTINCT _trial AS it"))
			.orderBy("it.key");
	}

	/// The clauses that set the section `this`, or its act as a whole, aside in all of an
	/// area.
	static Hop clausesSettingAside(String area, LocalDate day) {
		return on(day, Hop.along(MUNICIPALITIES_OF_AREA + HOLDING + """
				WITH _clause AS it""")).with("area", area)
			.where("EXISTS { MATCH (it)-[_target:SETS_ASIDE]->(_place)-[:HAS_PROVISION*0..1]->(this) WHERE %s }"
				.formatted(Target.REACHES))
			.orderBy("it.id");
	}

	private static Hop on(LocalDate day, Hop hop) {
		return hop.with("day", day)
			.with("participation", TrialInstrument.needingParticipation())
			.with("takingPart", ParticipationStatus.takingPart());
	}

}
