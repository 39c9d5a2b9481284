package se.frirum.trial;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import se.frirum.law.CitationText;
import se.frirum.law.Target;
import se.frirum.platform.database.Row;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;
import se.frirum.platform.projection.Listing;
import se.frirum.platform.projection.ProjectionTable;
import se.frirum.platform.projection.Projections;

import org.springframework.stereotype.Component;

/// What stands against what a trial's clauses say: another trial sets the same rule aside
/// in the same place at the same time; the rule changes or ceases meanwhile; or a clause
/// leans on a section that another sets aside.
@Component
public class TrialConflicts implements ProjectionTable {

	/// The clauses of the trial `this`. What has no known start holds nowhere.
	private static final String OF_TRIAL = """
			MATCH (this)-[:HAS_CLAUSE]->(_own:TrialClause)
			WHERE _own.from IS NOT NULL
			WITH this AS _trial, {clause: _own, place: _own.place, effect: _own.effect, from: _own.from, until: _own.until,
				targets: COLLECT { MATCH (_own)-[_sets:SETS_ASIDE]->(_at) RETURN {place: _at, target: _sets.target} },
				rests: COLLECT { MATCH (_own)-[:AUTHORISED_BY]->(_section:Provision) RETURN _section },
				areas: COLLECT { MATCH (_own)-[:APPLIES_IN]->(_where:Area) RETURN _where }} AS _mine
			""";

	/// The clause `_given`, as an input tells it.
	private static final String GIVEN = """
			WITH null AS _trial, {clause: null, place: _given.place, effect: _given.effect, from: _given.from, until: _given.until,
				targets: COLLECT { UNWIND _given.targets AS _cited MATCH (_at:Provision|Law {id: _cited.id})
					RETURN {place: _at, target: _cited.target} },
				rests: COLLECT { UNWIND _given.authorisedBy AS _id MATCH (_section:Provision {id: _id}) RETURN _section },
				areas: COLLECT { UNWIND _given.areas AS _code MATCH (_where:Area {id: 'area:' + _code}) RETURN _where }} AS _mine
			""";

	/// The clauses of a draft.
	private static final String OF_DRAFT = "UNWIND $arg.clauses AS _given\n" + GIVEN;

	/// What would be set aside, were it.
	private static final String WHAT_IF = """
			WITH {place: 0, effect: 'SETS_ASIDE', from: this.from, until: this.until, targets: this.targets,
				authorisedBy: [], areas: this.areas} AS _given
			""" + GIVEN;

	private static final String FIRST_SECTION = """
			head(COLLECT { MATCH (_act)-[:HAS_PROVISION]->(_first:Provision) RETURN _first ORDER BY _first.key LIMIT 1 })""";

	/// Clauses of other trials that set aside what this one does.
	private static final String SAME_PROVISION = """
			UNWIND _mine.targets AS _target
			WITH _trial, _mine, _target, _target.place AS _place
			MATCH (_place)-[:HAS_PROVISION*0..1]-(_near)<-[_sets:SETS_ASIDE]-(_other:TrialClause)<-[:HAS_CLAUSE]-(_another:Trial)
			WHERE (_trial IS NULL OR _another <> _trial) AND %s
			WITH _other, CASE WHEN _near:Provision THEN _near WHEN _place:Provision THEN _place END AS _section, _near AS _act
			RETURN 'SAME_PROVISION' AS _kind, _other, coalesce(_section, %s) AS _provision"""
		.formatted(Target.meet("_target.target", "_sets.target"), FIRST_SECTION);

	/// Clauses that rest on a section which this one sets aside.
	private static final String LEANS_ON_MINE = """
			WITH _mine WHERE _mine.effect <> 'ADDS'
			UNWIND _mine.targets AS _target
			WITH _mine, _target, _target.place AS _place
			MATCH (_place)-[:HAS_PROVISION*0..1]->(_provision:Provision)<-[:AUTHORISED_BY]-(_other:TrialClause)
			WHERE (_mine.clause IS NULL OR _other <> _mine.clause) AND (%s)
			RETURN 'LEANS_ON_THIS' AS _kind, _other, _provision"""
		.formatted(Target.REACHES.replace("this.", "_provision."));

	/// Clauses that set aside a section on which this one rests.
	private static final String LEANS_ON_OTHER = """
			UNWIND _mine.rests AS _provision
			MATCH (_provision)<-[:HAS_PROVISION*0..1]-(_place)<-[_target:SETS_ASIDE]-(_other:TrialClause)
			WHERE (_mine.clause IS NULL OR _other <> _mine.clause) AND _other.effect <> 'ADDS' AND (%s)
			RETURN 'LEANS_ON_OTHER' AS _kind, _other, _provision"""
		.formatted(Target.REACHES.replace("this.", "_provision."));

	/// Where two clauses meet in the tree of areas, from when until when.
	private static final String MEETING = """
			CALL (_mine, _other) {
				MATCH (_other)-[:APPLIES_IN]->(_area:Area)-[_up:IN*0..2]->(_top:Area)
				WHERE _top IN _mine.areas
				RETURN _area, _up
				UNION
				UNWIND _mine.areas AS _area
				MATCH (_area)-[_up:IN*1..2]->(_top:Area)<-[:APPLIES_IN]-(_other)
				RETURN _area, _up
			}
			WITH _mine, _kind, _other, _provision, _area,
				reduce(_last = CASE WHEN _mine.from > _other.from THEN _mine.from ELSE _other.from END,
					_step IN _up | CASE WHEN _step.from > _last THEN _step.from ELSE _last END) AS _from,
				reduce(_first = CASE WHEN _mine.until < _other.until THEN _mine.until ELSE coalesce(_other.until, _mine.until) END,
					_step IN _up | CASE WHEN _first IS NULL OR _step.until < _first THEN coalesce(_step.until, _first) ELSE _first END) AS _until
			WHERE _until IS NULL OR _from < _until
			RETURN _kind, _other, _provision, null AS _change, collect(DISTINCT _area) AS _areas, _from, _until""";

	/// Days within the clause's time on which a section that it sets aside changes.
	private static final String PROVISION_CHANGES = """
			UNWIND _mine.targets AS _target
			WITH _mine, _target.place AS _place
			CALL (_mine, _place) {
				MATCH (_place)-[:HAS_WORDING]->(_wording:Wording)
				WHERE NOT coalesce(_wording.entryUndetermined, false) AND _wording.inForceFrom > _mine.from
				RETURN _place AS _provision, 'WORDING' AS _change, _wording.inForceFrom AS _from
				UNION
				MATCH (_place)-[:HAS_WORDING]->(_wording:Wording)
				WHERE _wording.entryUndetermined
				RETURN _place AS _provision, 'UNDETERMINED' AS _change, _mine.from AS _from
				UNION
				MATCH (_place)-[:HAS_WORDING]->(_wording:Wording)
				WHERE _wording.ceasesOn > _mine.from AND NOT EXISTS { MATCH (_place)-[:HAS_WORDING]->(_next:Wording)
					WHERE _next <> _wording AND NOT coalesce(_next.entryUndetermined, false)
						AND (_next.inForceFrom IS NULL OR _next.inForceFrom <= _wording.ceasesOn)
						AND (_next.ceasesOn IS NULL OR _next.ceasesOn > _wording.ceasesOn) }
				RETURN _place AS _provision, 'CEASES' AS _change, _wording.ceasesOn AS _from
				UNION
				MATCH (_place)<-[:HAS_PROVISION*0..1]-(_act:Law)
				WHERE _act.ceasesOn > _mine.from
				RETURN CASE WHEN _place:Provision THEN _place ELSE %s END AS _provision, 'ACT_CEASES' AS _change,
					_act.ceasesOn AS _from
			}
			WITH _mine, _provision, _change, _from WHERE _mine.until IS NULL OR _from < _mine.until
			RETURN 'PROVISION_CHANGES' AS _kind, null AS _other, _provision, _change, _mine.areas AS _areas, _from,
				_mine.until AS _until""".formatted(FIRST_SECTION);

	private static final String WITH_OTHERS = """
			CALL (_trial, _mine) {
				%s
			}
			WITH _mine, _kind, _other, _provision
			WHERE _provision IS NOT NULL AND _other.from IS NOT NULL
			""" + MEETING;

	private static final String ALL = """
			CALL (_trial, _mine) {
			%s
			}
			WITH _mine, _kind, _other, _provision, _change, _areas, _from, _until
			WHERE _provision IS NOT NULL
			WITH {kind: CASE WHEN _kind STARTS WITH 'LEANS' THEN 'DEPENDS_ON_SET_ASIDE' ELSE _kind END, how: coalesce(_change, _kind),
				clause: _mine.clause, place: _mine.place, other: _other, provision: _provision, areas: _areas, from: _from,
				until: _until, key: toString(_from) + '|' + _kind + '|' + toString(_mine.place) + '|' + _provision.id + '|'
					+ coalesce(_other.id, _change) + '|' + coalesce(toString(_until), '')} AS it""";

	private static final String SAME_RULE = WITH_OTHERS.formatted(SAME_PROVISION);

	private static final String EVERY_KIND = WITH_OTHERS
		.formatted(SAME_PROVISION + "\nUNION\n" + LEANS_ON_MINE + "\nUNION\n" + LEANS_ON_OTHER) + "\nUNION\n"
			+ PROVISION_CHANGES;

	private static final String ANOTHER = """
			head(COLLECT { WITH this.other AS _other MATCH (_other)<-[:HAS_CLAUSE]-(_trial:Trial)
				RETURN {reference: _trial.reference, title: _trial.title} })""";

	private static final String CITED = """
			head(COLLECT { WITH this.provision AS _section MATCH (_section)<-[:HAS_PROVISION]-(_act:Law)
				RETURN {chapter: CASE WHEN _section.id CONTAINS '#K' THEN _section.chapter END, section: _section.section,
					name: _act.name, title: _act.title, designation: _act.designation} })""";

	private final TrialDrafts drafts;

	TrialConflicts(TrialDrafts drafts) {
		this.drafts = drafts;
	}

	@Override
	public void addTo(Projections projections) {
		projections.query().connection("trialConflicts", "TrialConflict", 20, this::asked);
		projections.type("Trial")
			.connection("conflicts", "TrialConflict", 5,
					(_) -> Listing.by("it.key", Hop.along(OF_TRIAL + ALL.formatted(EVERY_KIND))));
		projections.type("TrialConflict")
			.properties("kind", "from", "until")
			.one("provision", "Provision", Hop.along("WITH this.provision AS it"))
			.many("areas", "Area", 2, Hop.along("UNWIND this.areas AS it WITH it").orderBy("it.code"))
			.one("clause", "TrialClause", Hop.along("WITH this.clause AS it").where("it IS NOT NULL"))
			.one("other", "TrialClause", Hop.along("WITH this.other AS it").where("it IS NOT NULL"))
			.computed("explanation",
					Map.of("how", "this.how", "place", "this.place", "from", "this.from", "until", "this.until",
							"areas", "[_area IN this.areas | _area.name]", "other", ANOTHER, "provision", CITED),
					(fetched, _) -> explanation(new Row(fetched)));
	}

	private Listing asked(Asked asked) {
		String trial = asked.text("trial");
		if ((trial == null) == asked.object("draft").isEmpty()) {
			throw new Refusal.BadRequest("Ask about a trial by its id, or about a draft: exactly one of the two.");
		}
		return Listing.by("it.key",
				(trial != null)
						? Hop.along("MATCH (_asked:Trial {id: $arg.trial})\n" + OF_TRIAL.replace("this", "_asked")
								+ ALL.formatted(EVERY_KIND))
						: Hop.along(OF_DRAFT + ALL.formatted(EVERY_KIND))
							.with("clauses", TrialDrafts.rows(this.drafts.clauses(asked))));
	}

	/// The trials that set aside the rules `this.targets`, each with `id` and `target`,
	/// in
	/// areas that meet with those of the codes `this.areas`, from the day `this.from`
	/// until
	/// `this.until`.
	public static Listing overlapping() {
		return Listing.by("it.key", Hop.along(WHAT_IF + ALL.formatted(SAME_RULE)));
	}

	private static String explanation(Row conflict) {
		Row rule = conflict.row("provision").orElseThrow();
		String section = CitationText.of(rule.textOrNull("chapter"), rule.text("section"), rule.textOrNull("name"),
				rule.text("title"), rule.text("designation"));
		String clause = "Clause %d".formatted(conflict.number("place") + 1);
		String other = conflict.row("other")
			.map((trial) -> "%s (%s)".formatted(trial.text("reference"), trial.text("title")))
			.orElse("");
		String time = time(conflict);
		return switch (conflict.text("how")) {
			case "SAME_PROVISION" ->
				"%s and %s both concern %s in %s%s.".formatted(clause, other, section, places(conflict), time);
			case "LEANS_ON_THIS" -> "%s rests on %s, which clause %d sets aside in %s%s.".formatted(other, section,
					conflict.number("place") + 1, places(conflict), time);
			case "LEANS_ON_OTHER" -> "%s rests on %s, which %s sets aside in %s%s.".formatted(clause, section, other,
					places(conflict), time);
			case "WORDING" -> "%s has a new wording from %s, while clause %d holds: see that the clause fits it."
				.formatted(section, conflict.date("from"), conflict.number("place") + 1);
			case "UNDETERMINED" ->
				"%s has a new wording that enters into force on a day the government decides; it may come while clause %d holds."
					.formatted(section, conflict.number("place") + 1);
			case "CEASES" -> "%s ceases on %s, while clause %d holds: from then on there is nothing to set aside."
				.formatted(section, conflict.date("from"), conflict.number("place") + 1);
			case "ACT_CEASES" ->
				"The act of %s ceases on %s, while clause %d holds: from then on there is nothing to set aside."
					.formatted(section, conflict.date("from"), conflict.number("place") + 1);
			default -> throw new IllegalStateException(conflict.text("how"));
		};
	}

	/// As people say it: through the last day.
	private static String time(Row conflict) {
		LocalDate until = conflict.dateOrNull("until");
		return " from " + conflict.date("from") + ((until != null) ? " through " + until.minusDays(1) : "");
	}

	private static String places(Row conflict) {
		List<String> names = conflict.texts("areas").stream().filter(Objects::nonNull).sorted().toList();
		return (names.size() > 5) ? "%d areas".formatted(names.size())
				: names.stream().collect(Collectors.joining(", "));
	}

}
