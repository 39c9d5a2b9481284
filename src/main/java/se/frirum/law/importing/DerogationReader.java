package se.frirum.law.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

import se.frirum.law.LawId;
import se.frirum.law.Target;
import se.frirum.law.importing.CitedSentence.Citation;

import static se.frirum.law.importing.CitedSentence.CITED;

/// Reads where a section sets provisions of other acts aside. What merely says where its
/// own act applies is no derogation, nor is an exception that somebody else may grant.
final class DerogationReader {

	/// What a provision holds: `kravet`, `skyldigheten`, `sekretess`.
	private static final String RULE = "(?:(?:de|den|det|övriga|[a-zåäö]{3,}s) )?(?<!öljande )"
			+ "[a-zåäö]*(?:bestämmelse|föreskrift|regel|regl|krav|förbud|skyldighet|plikt|begränsning|sekretess|villkor|inskränkning|stadgande|rätten|rättighet"
			+ "|tidsfrist)[a-zåäö]*";

	/// Rules that somebody issued under a provision are not that provision.
	private static final String NOT_ISSUED = "(?!(?: [a-zåäö]+){0,2} (?:som|vilka) (?:har |kan |får )?meddela)";

	/// `bestämmelserna om talan i`, `det som sägs i`, `kravet på tillstånd enligt`.
	private static final String OF = "(?:(?:" + RULE + NOT_ISSUED + "(?:(?! får | har )[^.,;:•{}\\[\\]]){0,120}?"
			+ "|(?:det som|vad)(?: (?!att )[^.,;:•{}\\[\\]]{0,80}?)?) (?:i|enligt|av|om) |" + RULE + " )?";

	private static final String NOT = "(?:inte|ej|icke)(?: heller)?";

	private static final String APPLY = "(?:gälla|tillämpas|vara tillämplig[a-z]*|äga tillämpning|ha tillämpning)";

	/// `ska inte tillämpas`, `gäller dock inte`, `är inte tillämpligt`; but not when a
	/// time follows: `inte förrän`.
	private static final String DOES_NOT_APPLY = "(?:(?:ska|skall|får)(?:,? [^.;:•{}\\[\\]]{1,80}?,?)? " + NOT + " "
			+ APPLY + "|(?:gäller|tillämpas|gälla|tillämpas)(?: dock| däremot)? " + NOT + "|är(?: dock)? " + NOT
			+ " tillämplig[a-z]*|äger(?: dock)? " + NOT + " tillämpning|" + NOT + " ska(?:ll)? " + APPLY
			+ ")(?! (?:bara|endast|enbart|förrän|längre))";

	/// Between a subject and its verb there is no other verb.
	private static final String REST = "(?:(?! (?:gäller|tillämpas|ska|skall|får|men|om det|när|kan) )[^.;:•]){0,200}?";

	private static final String CLAUSE = "(?:^|• |; |: |, (?:och|men|varvid) | och |så att "
			+ "|(?:skillnad|undantag|avvikelse|begränsning)[a-z]* att )(?:(?:dock|att|inte heller) )?";

	/// What comes before the verb where the subject comes after it.
	private static final String ADVERBIAL = "(?:^|• |: )(?:för|vid|i|på|om|när|då|under|till|från|mot|av|utöver"
			+ "|beträffande|har|är|vad gäller|inom|mellan|med|därvid|härvid|dessutom|därutöver|avser|sker)"
			+ "(?![a-zåäö])[^.;:•]{0,400}? ";

	private static final String PROVISIONS = "följande (?:bestämmelse|paragraf|föreskrift)[a-z]*";

	private static final String DO_NOT_APPLY = "(?:ska|skall|får)(?: dock)?(?: [^.;:•{}\\[\\]]{0,60}?)? " + NOT
			+ " tillämpa";

	/// `Följande bestämmelser i myndighetsförordningen ska inte tillämpas: • 3 §`.
	private static final Phrase LISTED = Phrase.of("•|öljande bestämmelse", "(?:", PROVISIONS,
			"(?: i (?<act>\\{\\d+\\}))?[^•]{0,160}? ", DOES_NOT_APPLY, "[^•{}\\[\\]]*?|(?:", DOES_NOT_APPLY, "|",
			DO_NOT_APPLY, ") ", PROVISIONS, "(?: i (?<of>\\{\\d+\\}))?[^•{}\\[\\]]{0,80}?|", DO_NOT_APPLY, "|",
			ADVERBIAL, "(?:gäller|tillämpas) ", NOT, ")(?::| ?•|: •) (?:bestämmelse[a-z]* i )?", CITED);

	private static final List<Rule> RULES = List.of(
			new Rule(DerogationKind.DOES_NOT_APPLY, "tillämp|gäll", CLAUSE, OF, CITED, REST, "[ ,]", DOES_NOT_APPLY),
			new Rule(DerogationKind.DOES_NOT_APPLY, "tillämp|gäll", " (?:ska|skall|får|är)(?: dock| däremot)? ", OF,
					CITED, REST, "[ ,]", NOT, " (?:", APPLY, "|tillämplig[a-z]*)", "(?! (?:förrän|längre))"),
			new Rule(DerogationKind.DOES_NOT_APPLY, "tillämpas|gäller", "(?:", ADVERBIAL,
					"|, )(?:gäller|tillämpas)(?: dock| däremot)? ", NOT, " ", OF, CITED),
			new Rule(DerogationKind.DOES_NOT_APPLY, " varken ", "(?:tillämpas|gäller) varken ", OF, CITED),
			new Rule(DerogationKind.DOES_NOT_APPLY, " tillämpa ", DO_NOT_APPLY, " ", OF, CITED),
			new Rule(DerogationKind.NOTWITHSTANDING, "rots |hinder av|oaktat",
					"(?:utan hinder av|trots|oaktat) (?!att )", OF, CITED),
			new Rule(DerogationKind.MAY_DEVIATE, " avvik", "(?:får|kan)(?:(?! (?:inte|ej|föreskrifter om|föreskriva",
					"|medge|besluta|bevilja|ge) )[^.;:•{}]){0,200}? avvik(?:a|as|else|elser)\\b[^.;:•{}\\[\\]]{0,60}? från ",
					OF, CITED),
			new Rule(DerogationKind.MAY_DEVIATE, "behöver", "behöver(?: dock)? (?:inte|ej) (?:tillämpa|följa|iaktta) ",
					OF, CITED),
			new Rule(DerogationKind.MAY_DEVIATE, "behöver", "behöver(?: dock)? ", OF, CITED, REST,
					"[ ,]inte (?:tillämpas|följas|iakttas)"),
			new Rule(DerogationKind.MAY_DEVIATE, "behöver", CLAUSE, OF, CITED, REST,
					" behöver(?: dock)? inte (?:tillämpas|följas|iakttas)"),
			new Rule(DerogationKind.EXCEPT, "med undantag|med avvik",
					"(?:gäller|gälla|tillämpa|följas|enligt bestämmelserna|enligt grunderna)[^.;•]{0,300}?",
					"med (?:undantag|avvikelser?) (?:från|för|av) ", OF, CITED),
			new Rule(DerogationKind.EXCEPT, "ed undantag|ed avvik",
					"(?:(?:^|• )med (?:undantag|avvikelser?) (?:från|för|av)|, med (?:undantag|avvikelser?) från) ", OF,
					CITED),
			new Rule(DerogationKind.EXCEPT, ", med undantag", ", med undantag (?:för|av) ", OF, CITED,
					"[^.;:•]{0,80}?,? (?:gäller|tillämpas|ska|skall) "),
			new Rule(DerogationKind.EXCEPT, "gäller följande", "gäller följande (?:undantag|avvikelser) från ", OF,
					CITED),
			new Rule(DerogationKind.EXCEPT, "undanta", "(?:^|, |• )(?!som|vilk|att)[^.,;:•{}\\[\\]]{1,120}(?<! som)",
					" (?:är|ska|skall)(?: [^.,;:•{}\\[\\]]{0,60})? (?:undantas|undantag(?:en|et|na)) från ",
					"(?:tillämpning(?:en)? av |[a-zåäö]+(?:en|et|erna) (?:i|enligt) )?", CITED));

	private final LawId law;

	private final Map<Object, Derogation> found = new LinkedHashMap<>();

	private DerogationReader(LawId law) {
		this.law = law;
	}

	private record Rule(DerogationKind kind, Phrase phrase) {

		Rule(DerogationKind kind, String hints, String... parts) {
			this(kind, Phrase.of(hints, parts));
		}

	}

	private record Key(DerogationKind kind, Target target) {

	}

	/// Whether it is worth the trouble to look closer.
	static boolean mayFindIn(String text) {
		return RULES.stream().anyMatch((rule) -> rule.phrase().mayStandIn(text));
	}

	/// Reads the sentences of a section, each derogation once.
	/// @param law the act that the section stands in
	static List<Derogation> read(LawId law, List<CitedSentence> sentences) {
		DerogationReader reader = new DerogationReader(law);
		sentences.stream().filter(CitedSentence::citesAnother).forEach(reader::read);
		return new ArrayList<>(reader.found.values());
	}

	private void read(CitedSentence sentence) {
		int before = this.found.size();
		LISTED.findIn(sentence, (listed) -> readListed(sentence, listed));
		if (this.found.size() > before) {
			return;
		}
		for (Rule rule : RULES) {
			rule.phrase().findIn(sentence, (match) -> read(sentence, rule.kind(), match));
		}
	}

	private void read(CitedSentence sentence, DerogationKind kind, Matcher match) {
		List<Citation> cited = sentence.cited(match);
		if (kind == DerogationKind.EXCEPT) {
			readExcepted(sentence, cited, sentence.before(match.start("cited")));
		}
		else {
			cited.forEach((citation) -> add(citation.targets(), kind, sentence));
		}
	}

	/// The items of the list stand in the act that the sentence names before it.
	private void readListed(CitedSentence sentence, Matcher listed) {
		String act = (listed.group("act") != null) ? listed.group("act") : listed.group("of");
		Optional<Citation> named = sentence.signs(act).stream().findFirst();
		for (Citation citation : sentence.cited(listed)) {
			add(meant(citation, named), DerogationKind.DOES_NOT_APPLY, sentence);
		}
	}

	/// What is excepted stands in the act that was spoken of just before.
	private void readExcepted(CitedSentence sentence, List<Citation> cited, Optional<Citation> before) {
		Optional<Citation> act = before.filter((citation) -> !citation.own());
		if (act.isPresent() || !cited.getFirst().own()) {
			cited.forEach((citation) -> add(meant(citation, act), DerogationKind.EXCEPT, sentence));
		}
	}

	private static List<Target> meant(Citation citation, Optional<Citation> act) {
		return (act.isPresent() && citation.bare()) ? citation.in(act.get().targets().getFirst()) : citation.targets();
	}

	private void add(List<Target> targets, DerogationKind kind, CitedSentence sentence) {
		for (Target target : targets) {
			if (!target.law().equals(this.law) && !target.law().isEuropean()) {
				this.found.putIfAbsent(new Key(kind, target), new Derogation(target, kind, sentence.passage()));
			}
		}
	}

}
