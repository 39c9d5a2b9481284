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
import org.springframework.util.StringUtils;

/// What stands against what a trial's clauses say: another trial sets the same rule aside
/// in the same place at the same time; the rule changes or ceases meanwhile; or a clause
/// leans on a section that another sets aside.
@Component
public class TrialConflicts implements ProjectionTable {

	/// The clauses of the trial `this`, each as `_one`. What has no known start holds
	/// nowhere; what only adds sets nothing aside.
	private static final String OF_TRIAL = """
			MATCH (this)-[:HAS_CLAUSE]->(_own:TrialClause)
			WHERE _own.from IS NOT NULL
			WITH this AS _trial, {clause: _own, place: _own.place, effect: _own.effect, from: _own.from, until: _own.until,
				targets: COLLECT { MATCH (_own)-[_sets:SETS_ASIDE]->(_at) WHERE _own.effect <> 'ADDS'
					RETURN {place: _at, target: _sets.target} },
				rests: COLLECT { MATCH (_own)-[:AUTHORISED_BY]->(_section:Provision) RETURN _section },
				areas: COLLECT { MATCH (_own)-[:APPLIES_IN]->(_where:Area) RETURN _where }} AS _one
			""";

	/// The clause `_given`, as an input tells it.
	private static final String GIVEN = """
			WITH null AS _trial, {clause: null, place: _given.place, effect: _given.effect, from: _given.from, until: _given.until,
				targets: COLLECT { UNWIND _given.targets AS _cited MATCH (_at:Provision|Law {id: _cited.id})
					WHERE _given.effect <> 'ADDS' RETURN {place: _at, target: _cited.target} },
				rests: COLLECT { UNWIND _given.authorisedBy AS _id MATCH (_section:Provision {id: _id}) RETURN _section },
				areas: COLLECT { UNWIND _given.areas AS _code MATCH (_where:Area {id: 'area:' + _code}) RETURN _where }} AS _one
			""";

	/// The clauses of a draft.
	private static final String OF_DRAFT = "UNWIND $arg.clauses AS _given\n" + GIVEN;

	/// What would be set aside, were it.
	private static final String WHAT_IF = """
			WITH {place: 0, effect: 'SETS_ASIDE', from: this.from, until: this.until, targets: this.targets,
				authorisedBy: [], areas: this.areas} AS _given
			""" + GIVEN;

	/// Each clause as `_mine`, beside all of its trial.
	private static final String EACH = """
			WITH _trial, collect(_one) AS _all
			UNWIND _all AS _mine
			""";

	/// The sections that a link to `_act` reaches, whose target is `_reached`.
	private static final String FIRST_SECTION = """
			head(COLLECT { MATCH (_act)-[:HAS_PROVISION]->(_first:Provision)
				WHERE NOT _reached CONTAINS '#' OR _reached = _act.designation + '#K' + _first.chapter
				RETURN _first ORDER BY _first.key LIMIT 1 })""";

	/// A chapter holds its sections, also where these run on and don't name it.
	private static final String MEET = """
			(%s OR (_place:Provision AND _near:Law AND _theirs = _near.designation + '#K' + _place.chapter)
				OR (_near:Provision AND _place:Law AND _ours = _place.designation + '#K' + _near.chapter))"""
		.formatted(Target.meet("_ours", "_theirs"));

	/// Clauses of other trials that set aside what this one does. The narrower of two
	/// targets is what both concern.
	private static final String SAME_PROVISION = """
			UNWIND _mine.targets AS _target
			WITH _trial, _target.target AS _ours, _target.place AS _place
			MATCH (_place)-[:HAS_PROVISION*0..1]-(_near)<-[_sets:SETS_ASIDE]-(_other:TrialClause)<-[:HAS_CLAUSE]-(_another:Trial)
			WITH _trial, _ours, _place, _near, _sets.target AS _theirs, _other, _another
			WHERE (_trial IS NULL OR _another <> _trial) AND _other.effect <> 'ADDS' AND %s
			WITH _other, CASE WHEN _near:Provision THEN _near WHEN _place:Provision THEN _place END AS _section, _near AS _act,
				CASE WHEN _near:Law AND _theirs CONTAINS '#' THEN _theirs ELSE _ours END AS _reached
			RETURN 'SAME_PROVISION' AS _kind, _other, null AS _sibling, coalesce(_section, %s) AS _provision,
				CASE WHEN _section IS NULL THEN _reached END AS _whole"""
		.formatted(MEET, FIRST_SECTION);

	/// Clauses of other trials that rest on a section which this one sets aside.
	private static final String LEANS_ON_MINE = """
			UNWIND _mine.targets AS _target
			WITH _trial, _target, _target.place AS _place
			MATCH (_place)-[:HAS_PROVISION*0..1]->(_provision:Provision)<-[:AUTHORISED_BY]-(_other:TrialClause)
			WHERE NOT EXISTS { MATCH (_trial)-[:HAS_CLAUSE]->(_other) } AND (%s)
			RETURN 'LEANS_ON_THIS' AS _kind, _other, null AS _sibling, _provision, null AS _whole"""
		.formatted(Target.REACHES.replace("this.", "_provision."));

	/// Clauses of other trials that set aside a section on which this one rests.
	private static final String LEANS_ON_OTHER = """
			UNWIND _mine.rests AS _provision
			MATCH (_provision)<-[:HAS_PROVISION*0..1]-(_place)<-[_target:SETS_ASIDE]-(_other:TrialClause)
			WHERE NOT EXISTS { MATCH (_trial)-[:HAS_CLAUSE]->(_other) } AND _other.effect <> 'ADDS' AND (%s)
			RETURN 'LEANS_ON_OTHER' AS _kind, _other, null AS _sibling, _provision, null AS _whole"""
		.formatted(Target.REACHES.replace("this.", "_provision."));

	/// Clauses of the same trial that set aside a section on which this one rests.
	private static final String LEANS_ON_SIBLING = """
			UNWIND _mine.rests AS _provision
			UNWIND [_one IN _all WHERE _one.place <> _mine.place] AS _sibling
			UNWIND _sibling.targets AS _target
			WITH _provision, _sibling, _target, _target.place AS _place
			MATCH (_place)-[:HAS_PROVISION*0..1]->(_provision)
			WHERE %s
			RETURN 'LEANS_ON_SIBLING' AS _kind, _sibling.clause AS _other, _sibling, _provision, null AS _whole"""
		.formatted(Target.REACHES.replace("this.", "_provision."));

	/// Where two clauses meet in the tree of areas, from when until when.
	private static final String MEETING = """
			WITH _mine, _kind, _other, _provision, _whole, coalesce(_sibling, {place: _other.place, from: _other.from,
				until: _other.until, areas: COLLECT { MATCH (_other)-[:APPLIES_IN]->(_area:Area) RETURN _area }}) AS _against
			WHERE _provision IS NOT NULL AND _against.from IS NOT NULL
			CALL (_mine, _against) {
				UNWIND _against.areas AS _area
				MATCH (_area)-[_up:IN*0..2]->(_top:Area)
				WHERE _top IN _mine.areas
				RETURN _area, _up
				UNION
				UNWIND _mine.areas AS _area
				MATCH (_area)-[_up:IN*1..2]->(_top:Area)
				WHERE _top IN _against.areas
				RETURN _area, _up
			}
			WITH _mine, _kind, _other, _against, _provision, _whole, _area,
				reduce(_last = CASE WHEN _mine.from > _against.from THEN _mine.from ELSE _against.from END,
					_step IN _up | CASE WHEN _step.from > _last THEN _step.from ELSE _last END) AS _from,
				reduce(_first = CASE WHEN _mine.until < _against.until THEN _mine.until ELSE coalesce(_against.until, _mine.until) END,
					_step IN _up | CASE WHEN _first IS NULL OR _step.until < _first THEN coalesce(_step.until, _first) ELSE _first END) AS _until
			WHERE _until IS NULL OR _from < _until
			RETURN _kind, _other, _against.place AS _otherPlace, _provision, _whole, null AS _change,
				collect(DISTINCT _area) AS _areas, _from, _until""";

	/// Days within the clause's time on which a section that it sets aside changes,
	/// or from which there is none. A day that the government decides may come from
	/// today on.
	private static final String PROVISION_CHANGES = """
			UNWIND _mine.targets AS _target
			WITH _mine, _target, _target.place AS _place
			MATCH (_place)-[:HAS_PROVISION*0..1]->(_section:Provision)
			WHERE %s
			CALL (_mine, _section) {
				MATCH (_section)-[:HAS_WORDING]->(_wording:Wording)
				WHERE _wording.entryUndetermined IS NULL AND _wording.repealed IS NULL AND _wording.inForceFrom > _mine.from
				RETURN 'WORDING' AS _change, _wording.inForceFrom AS _from
				UNION
				MATCH (_section)-[:HAS_WORDING]->(_wording:Wording)
				WHERE _wording.entryUndetermined
				RETURN 'UNDETERMINED' AS _change, CASE WHEN _mine.from > $today THEN _mine.from ELSE $today END AS _from
				UNION
				MATCH (_section)-[:HAS_WORDING]->(_wording:Wording)
				WHERE _wording.repealed IS NULL AND _wording.ceasesOn IS NOT NULL
				WITH _section, CASE WHEN _wording.ceasesOn > _mine.from THEN _wording.ceasesOn ELSE _mine.from END AS _day
				WHERE NOT EXISTS { MATCH (_section)-[:HAS_WORDING]->(_next:Wording)
					WHERE _next.entryUndetermined IS NULL AND _next.repealed IS NULL
						AND (_next.inForceFrom IS NULL OR _next.inForceFrom <= _day)
						AND (_next.ceasesOn IS NULL OR _next.ceasesOn > _day) }
				RETURN CASE WHEN _day > _mine.from THEN 'CEASES' ELSE 'GONE' END AS _change, _day AS _from
			}
			RETURN _section AS _provision, null AS _whole, _change, _from
			UNION
			UNWIND _mine.targets AS _target
			WITH _mine, _target.target AS _reached, _target.place AS _place
			MATCH (_place)<-[:HAS_PROVISION*0..1]-(_act:Law)
			WHERE _act.ceasesOn IS NOT NULL
			RETURN CASE WHEN _place:Provision THEN _place ELSE %s END AS _provision, null AS _whole,
				CASE WHEN _act.ceasesOn > _mine.from THEN 'ACT_CEASES' ELSE 'ACT_GONE' END AS _change,
				CASE WHEN _act.ceasesOn > _mine.from THEN _act.ceasesOn ELSE _mine.from END AS _from"""
		.formatted(Target.REACHES.replace("this.", "_section."), FIRST_SECTION);

	private static final String CHANGES = """
			CALL (_mine) {
				%s
			}
			WITH _mine, _provision, _whole, _change, _from WHERE _mine.until IS NULL OR _from < _mine.until
			RETURN 'PROVISION_CHANGES' AS _kind, null AS _other, null AS _otherPlace, _provision, _whole, _change,
				_mine.areas AS _areas, _from, _mine.until AS _until""".formatted(PROVISION_CHANGES);

	private static final String WITH_OTHERS = """
			CALL (_trial, _mine, _all) {
				%s
			}
			""" + MEETING;

	private static final String ALL = EACH
			+ """
					CALL (_trial, _mine, _all) {
					%s
					}
					WITH _mine, _kind, _other, _otherPlace, _provision, _whole, _change, _areas, _from, _until
					WHERE _provision IS NOT NULL
					WITH {kind: CASE WHEN _kind STARTS WITH 'LEANS' THEN 'DEPENDS_ON_SET_ASIDE' ELSE _kind END, how: coalesce(_change, _kind),
						clause: _mine.clause, place: _mine.place, other: _other, otherPlace: _otherPlace, provision: _provision,
						whole: _whole, areas: _areas, from: _from, until: _until,
						key: toString(_from) + '|' + _kind + '|' + toString(_mine.place) + '|' + _provision.id + '|'
							+ coalesce(_change, _other.id, toString(_otherPlace)) + '|' + coalesce(toString(_until), '') + '|' + coalesce(_whole, '')} AS it""";

	private static final String SAME_RULE = WITH_OTHERS.formatted(SAME_PROVISION);

	private static final String EVERY_KIND = WITH_OTHERS
		.formatted(String.join("\nUNION\n", SAME_PROVISION, LEANS_ON_MINE, LEANS_ON_OTHER, LEANS_ON_SIBLING))
			+ "\nUNION\n" + CHANGES;

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
							"areas", "[_area IN this.areas | _area.name]", "other", ANOTHER, "otherPlace",
							"this.otherPlace", "provision", CITED, "whole", "this.whole"),
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

	/// The trials that set aside the rules `this.targets`, each with `id` and
	/// `target`, in areas that meet with those of the codes `this.areas`, from the
	/// day `this.from` until `this.until`.
	public static Listing overlapping() {
		return Listing.by("it.key", Hop.along(WHAT_IF + ALL.formatted(SAME_RULE)));
	}

	private static String explanation(Row conflict) {
		String rule = rule(conflict);
		String clause = clause(conflict.number("place"));
		String other = conflict.row("other")
			.map((trial) -> "%s (%s)".formatted(trial.text("reference"), trial.text("title")))
			.orElse("");
		String there = "in %s%s".formatted(places(conflict), time(conflict));
		LocalDate from = conflict.date("from");
		return switch (conflict.text("how")) {
			case "SAME_PROVISION" -> "%s and %s both concern %s %s.".formatted(clause, other, rule, there);
			case "LEANS_ON_THIS" -> "%s rests on %s, which %s sets aside %s.".formatted(other, rule,
					StringUtils.uncapitalize(clause), there);
			case "LEANS_ON_OTHER" -> "%s rests on %s, which %s sets aside %s.".formatted(clause, rule, other, there);
			case "LEANS_ON_SIBLING" -> "%s rests on %s, which %s sets aside %s.".formatted(clause, rule,
					StringUtils.uncapitalize(clause(conflict.number("otherPlace"))), there);
			case "WORDING" -> "%s has a new wording from %s, while %s holds: see that the clause fits it."
				.formatted(rule, from, StringUtils.uncapitalize(clause));
			case "UNDETERMINED" -> "%s changes on a day the government decides; it may come while %s holds."
				.formatted(rule, StringUtils.uncapitalize(clause));
			case "CEASES" -> "%s holds through %s, and %s holds longer: after that there is nothing to set aside."
				.formatted(rule, from.minusDays(1), StringUtils.uncapitalize(clause));
			case "GONE" -> "%s no longer holds when %s begins: there is nothing to set aside.".formatted(rule,
					StringUtils.uncapitalize(clause));
			case "ACT_CEASES" ->
				"The act of %s holds through %s, and %s holds longer: after that there is nothing to set aside."
					.formatted(rule, from.minusDays(1), StringUtils.uncapitalize(clause));
			case "ACT_GONE" -> "The act of %s no longer holds when %s begins: there is nothing to set aside."
				.formatted(rule, StringUtils.uncapitalize(clause));
			default -> throw new IllegalStateException(conflict.text("how"));
		};
	}

	private static String clause(long place) {
		return "Clause %d".formatted(place + 1);
	}

	/// The section, or the chapter or act that is meant as a whole.
	private static String rule(Row conflict) {
		Row section = conflict.row("provision").orElseThrow();
		String cited = CitationText.of(section.textOrNull("chapter"), section.text("section"),
				section.textOrNull("name"), section.text("title"), section.text("designation"));
		String whole = conflict.textOrNull("whole");
		if (whole == null) {
			return cited;
		}
		String act = cited.substring(cited.indexOf(" § ") + 3);
		return whole.contains("#K") ? whole.substring(whole.indexOf("#K") + 2) + " kap. " + act : act;
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
