package se.frirum.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import se.frirum.trial.ClauseFacts.Authority;
import se.frirum.trial.ClauseFacts.Power;
import se.frirum.trial.ClauseFacts.Rule;

/// Whether a clause can become law, question by question, as far as the register can
/// tell. It points at what to look into; it does not replace the look.
final class FeasibilityReview {

	/// Equal treatment: everybody alike before the law; municipalities treat their
	/// members alike.
	private static final List<String> EQUALITY = List.of("sfs:1974:152#K1P9", "sfs:2017:725#K2P3");

	/// What obliges municipalities needs an act, or an authority given in one.
	private static final List<String> DUTIES = List.of("sfs:1974:152#K8P2", "sfs:1974:152#K8P3");

	/// A constitution is changed by two decisions with an election between.
	private static final String CONSTITUTIONAL_CHANGE = "sfs:1974:152#K8P14";

	private static final Pattern RIGHTS = Pattern.compile(
			"(?iU)\\b(?:har rätt|rätt till|rätten till|enskilda?s?|samtycke|överklaga\\w*|barnets bästa|sekretess\\w*|personuppgift\\w*)");

	private static final Pattern DUTY = Pattern.compile("(?iU)\\b(?:ska|skall|måste|är skyldiga?)\\b");

	/// A body of a municipality or region: not `kommunikation`, `regional`, `nämnda`.
	private static final Pattern MUNICIPAL = Pattern.compile(
			"(?iU)\\b(?:kommun(?!ik)\\w*|region(?:en|er|erna)?s?|landsting\\w*|\\w*nämnd(?:en|er|erna)?s?|\\w*huvudm(?:a|ä)n\\w*)\\b");

	private FeasibilityReview() {
	}

	/// An answer to every question.
	static List<FeasibilityFinding> of(ClauseFacts clause) {
		return Arrays.stream(FeasibilityQuestion.values()).map((question) -> answer(question, clause)).toList();
	}

	private static FeasibilityFinding answer(FeasibilityQuestion question, ClauseFacts clause) {
		Answer answer = switch (question) {
			case RANK -> ofRules(clause, (rule) -> rank(rule, clause),
					"It sets no rule aside; what it adds needs the form that its content needs.");
			case AUTHORITY -> ofRules(clause, (rule) -> authority(rule, clause), "It sets no rule aside.");
			case CONSTITUTION -> ofRules(clause, FeasibilityReview::constitution, "It sets no rule aside.");
			case EU_LAW -> ofRules(clause, FeasibilityReview::european, "It sets no rule aside.");
			case INDIVIDUAL_RIGHTS -> ofRules(clause, FeasibilityReview::rights, rightsAdded(clause));
			case EQUAL_TREATMENT -> equality(clause);
			case MUNICIPAL_DUTIES -> duties(clause);
		};
		return new FeasibilityFinding(clause.place(), question, answer.verdict, answer.explanation,
				answer.because.stream().distinct().toList());
	}

	private record Answer(FeasibilityVerdict verdict, String explanation, List<String> because) {

		static Answer clear(String explanation, Stream<String> because) {
			return new Answer(FeasibilityVerdict.CLEAR, explanation, because.toList());
		}

		static Answer check(String explanation, Stream<String> because) {
			return new Answer(FeasibilityVerdict.CHECK, explanation, because.toList());
		}

		static Answer blocked(String explanation, Stream<String> because) {
			return new Answer(FeasibilityVerdict.BLOCKED, explanation, because.toList());
		}

		static Answer unknown(String explanation, Stream<String> because) {
			return new Answer(FeasibilityVerdict.UNKNOWN, explanation, because.toList());
		}

	}

	/// The weightiest answer of all rules, with what is said of those that weigh as much.
	private static Answer ofRules(ClauseFacts clause, Function<Rule, Answer> question, String ofNone) {
		if (clause.rules().isEmpty()) {
			return Answer.clear(ofNone, Stream.of());
		}
		List<Answer> answers = clause.rules().stream().map(question).toList();
		FeasibilityVerdict verdict = FeasibilityVerdict.weightiest(answers.stream().map(Answer::verdict).toList());
		List<String> explanations = new ArrayList<>();
		List<String> because = new ArrayList<>();
		for (Answer answer : answers) {
			if (answer.verdict == verdict && !explanations.contains(answer.explanation)) {
				explanations.add(answer.explanation);
				because.addAll(answer.because);
			}
		}
		return new Answer(verdict, String.join("\n", explanations), because);
	}

	private static Answer rank(Rule rule, ClauseFacts clause) {
		return switch (Objects.requireNonNullElse(rule.kind(), "")) {
			case "CONSTITUTION" ->
				Answer.blocked("No trial law reaches as high as %s.".formatted(rule.cited()), rule.sections());
			case "EU_ACT" -> Answer.blocked("EU law goes before Swedish law.", rule.sections());
			case "ACT" -> clause.ordinance() ? rankOfOrdinance(rule, clause)
					: Answer.clear("%s stands in an act: an act reaches it, an ordinance only where an act lets it."
						.formatted(rule.cited()), rule.sections());
			case "ORDINANCE" -> Answer.clear(
					"%s stands in an ordinance: the government can set it aside by another.".formatted(rule.cited()),
					rule.sections());
			case "AGENCY_REGULATION" ->
				Answer.clear("%s is an agency's rule: the agency can change it, the government can set it aside."
					.formatted(rule.cited()), rule.sections());
			default -> unloaded(rule);
		};
	}

	private static Answer rankOfOrdinance(Rule rule, ClauseFacts clause) {
		List<Authority> inActs = clause.authorities().stream().filter(Authority::isInAct).toList();
		if (inActs.isEmpty()) {
			return Answer.blocked(
					"%s stands in an act, and an ordinance can set an act aside only where an act lets it. Name the section of an act that does, or make the trial an act."
						.formatted(rule.cited()),
					Stream.concat(rule.sections(), rule.powers().stream().map(Power::section)));
		}
		return reaching(rule, inActs)
			.map((authority) -> Answer.clear(
					"%s stands in an act; the ordinance rests on %s.".formatted(rule.cited(), authority.cited()),
					Stream.concat(rule.sections(), Stream.of(authority.section()))))
			.orElseGet(() -> Answer.check(
					"%s stands in an act; the register does not know that %s lets the government set it aside by ordinance."
						.formatted(rule.cited(), inActs.getFirst().cited()),
					Stream.concat(rule.sections(), inActs.stream().map(Authority::section))));
	}

	/// The first of the authorities that lets the government make exceptions from the
	/// rule by ordinance, as far as the register knows.
	private static Optional<Authority> reaching(Rule rule, List<Authority> authorities) {
		return authorities.stream()
			.filter(Authority::isInAct)
			.filter((authority) -> rule.powers()
				.stream()
				.anyMatch((power) -> power.isForOrdinances() && power.section().equals(authority.section())))
			.findFirst();
	}

	private static Answer authority(Rule rule, ClauseFacts clause) {
		return switch (Objects.requireNonNullElse(rule.kind(), "")) {
			case "CONSTITUTION", "EU_ACT" ->
				Answer.blocked("No authority lets anybody set %s aside.".formatted(rule.cited()), rule.sections());
			case "ACT" -> authorityOverAct(rule, clause);
			case "ORDINANCE", "AGENCY_REGULATION" -> Answer
				.clear("It takes no authority in an act to set %s aside.".formatted(rule.cited()), rule.sections());
			default -> unloaded(rule);
		};
	}

	private static Answer authorityOverAct(Rule rule, ClauseFacts clause) {
		Stream<String> known = rule.powers().stream().map(Power::section);
		if (!clause.authorities().isEmpty()) {
			return reaching(rule, clause.authorities())
				.map((authority) -> Answer
					.clear("%s lets the government make exceptions from %s by ordinance. Read how far it may go."
						.formatted(authority.cited(), rule.cited()), Stream.of(authority.section())))
				.orElseGet(() -> Answer.check(
						"The register does not know that the sections named let the government set %s aside. Read how far they go."
							.formatted(rule.cited()),
						Stream.concat(clause.authorities().stream().map(Authority::section), known)));
		}
		if (!rule.powers().isEmpty()) {
			return Answer.check(
					"Somebody may already make exceptions from %s: read these sections, and name them if the trial is to rest on them. Otherwise it takes an act."
						.formatted(rule.cited()),
					known);
		}
		return Answer.check(
				"The register knows no section that lets anybody make exceptions from %s. Unless there is one, it takes an act."
					.formatted(rule.cited()),
				rule.sections());
	}

	private static Answer unloaded(Rule rule) {
		return Answer.unknown(
				"The register does not hold the act of %s, or not what kind of act it is.".formatted(rule.cited()),
				rule.sections());
	}

	private static Answer constitution(Rule rule) {
		return switch (Objects.requireNonNullElse(rule.kind(), "OTHER")) {
			case "CONSTITUTION" -> Answer.blocked(
					"%s is a constitution's: it is changed by two decisions with an election between, not set aside for a time."
						.formatted(rule.cited()),
					Stream.concat(rule.sections(), Stream.of(CONSTITUTIONAL_CHANGE)));
			case "OTHER" -> unloaded(rule);
			default -> Answer.clear("%s is not a constitution's.".formatted(rule.cited()), rule.sections());
		};
	}

	private static Answer european(Rule rule) {
		if ("EU_ACT".equals(rule.kind())) {
			return Answer.blocked("EU law can't be set aside by Swedish law.", rule.sections());
		}
		if (!rule.european().isEmpty()) {
			return Answer.check(
					"The act of %s speaks of EU law in these sections. Find out whether the rule carries it out: what EU law demands can't be set aside."
						.formatted(rule.cited()),
					rule.european().stream());
		}
		return Answer.unknown(
				"The register links no EU law to the act of %s, which does not mean that there is none: the preparatory works tell."
					.formatted(rule.cited()),
				rule.sections());
	}

	private static Answer rights(Rule rule) {
		String text = rule.text();
		if (text == null) {
			return Answer.unknown("The register holds no text of %s for the first day: read whose rights it protects."
				.formatted(rule.cited()), rule.sections());
		}
		return RIGHTS.matcher(text).find() ? Answer.check(
				"%s speaks of what individuals have a right to, or of what protects them. Say who loses what, and what takes its place."
					.formatted(rule.cited()),
				rule.sections())
				: Answer.clear("The wording of %s names no right of individuals.".formatted(rule.cited()),
						rule.sections());
	}

	private static String rightsAdded(ClauseFacts clause) {
		return RIGHTS.matcher(clause.text()).find()
				? "It sets no rule aside; its own words speak of individuals: see what they are bound to."
				: "It sets no rule aside.";
	}

	private static Answer equality(ClauseFacts clause) {
		return clause.nationwide() ? Answer.clear("It holds in the whole country.", EQUALITY.stream()) : Answer.check(
				"It holds in some areas only. Say why just these, on grounds of fact: people elsewhere live under other rules meanwhile.",
				EQUALITY.stream());
	}

	private static Answer duties(ClauseFacts clause) {
		boolean duty = clause.effect() != ClauseEffect.SETS_ASIDE && DUTY.matcher(clause.text()).find()
				&& MUNICIPAL.matcher(clause.text()).find();
		if (!duty) {
			return Answer.clear("Its words put no duty on municipalities or regions.", DUTIES.stream());
		}
		boolean lacksAct = clause.ordinance() && clause.authorities().stream().noneMatch(Authority::isInAct);
		return lacksAct ? Answer.check(
				"It seems to put a duty on municipalities or regions, and an ordinance can do that only on an authority in an act. If it does, name the section.",
				DUTIES.stream())
				: Answer.check(
						"It seems to put a duty on municipalities or regions. That takes an act, or an authority in one; and say who pays.",
						DUTIES.stream());
	}

}
