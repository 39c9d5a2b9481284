package se.frirum.law.importing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import se.frirum.law.Target;
import se.frirum.law.importing.CitedSentence.Citation;

import static se.frirum.law.importing.CitedSentence.CITED;
import static se.frirum.law.importing.Phrase.pattern;

/// Reads who may already grant an exception from a provision, of the section's own act or
/// another: by regulation or case by case. What the parties of an agreement may settle
/// among themselves is nobody's power, nor is an exception that needs no decision.
final class ExceptionPowerReader {

	private static final String EXCEPTION = "(?<![a-zåäö])(?:undantag|dispens(?:er)?|befrielse|avvikelser?|avsteg"
			+ "|lättnader?|eftergift(?:er)?)(?![a-zåäö])";

	private static final String EXCEPTION_HINTS = "ndantag|ispens|efrielse|vvik|vsteg|ättnad|ftergift";

	private static final String MAY = "(?<![a-zåäö])(?:får|kan|äger|må)(?! inte | ej )(?![a-zåäö])";

	/// On from `får` within the same clause.
	private static final String ON = "(?:(?! inte | får )[^.;{}\\[\\]]|[\\[{]\\d+[\\]}]){0,300}?";

	/// `från kravet på tillstånd enligt 3 §`.
	private static final String FROM = "(?: [^.;•{}\\[\\]]{1,80}?)?(?: •)? från (?:• )?"
			+ "(?:(?:(?!, om |skäl| får | beslut| med stöd av )[^.;:•{}\\[\\]]){0,160}? )?" + CITED;

	private static final String GRANTED = "(?<granted>meddelas|medges|medgivas|beviljas|ges|lämnas|beslutas|föreskrivas"
			+ "|tillåtas)(?![a-zåäö])(?:[^.;•]{0,60}? av (?<by>[^.;]{1,120}))?";

	/// `får meddela föreskrifter om undantag från 3 §`, `får dispens från 3 § ges av
	/// länsstyrelsen`.
	private static final Phrase MAY_GRANT = Phrase.of(EXCEPTION_HINTS, MAY, "(?<how>", ON, EXCEPTION, ")", FROM,
			"(?:[^.;•]{0,150}? ", GRANTED, ")?");

	/// `Dispens från 3 § får ges av länsstyrelsen`.
	private static final Phrase MAY_BE_GRANTED = Phrase.of(EXCEPTION_HINTS,
			"(?<!ansökan om |ansökningar om |ärenden om |frågor om |fråga om |för |av |med )", EXCEPTION, FROM,
			"(?:(?! (?:att|som|då|om) )[^.;•]){0,120}? får(?<how>(?! inte)[^.;•]{0,80}?) ", GRANTED);

	private static final List<Phrase> OTHER_WAYS = List.of(
			// får befria någon från skyldigheten enligt 3 §
			Phrase.of("befria|undanta", MAY, "(?<how>", ON,
					"(?:befria|undanta) [^.;:•{}\\[\\]]{0,120}?)från (?:[a-zåäö ]{0,60}",
					"(?:skyldighet|krav|plikt|förbud|bestämmels|föreskrift)[^.;:•{}\\[\\]]{0,120}? )?", CITED),
			// får föreskriva att 3 § inte ska tillämpas
			Phrase.of("inte ska|inte gäll|inte tillämpas|inte behöver|inte får|icke |ej ", MAY, "(?<how>", ON,
					"(?:föreskriv|besluta|bestäm|förordna|medge)[^.;:•{}\\[\\]]{0,80}?) att ",
					"(?:(?! får )[^.;:•{}\\[\\]]{0,120}? )?", CITED, "(?:(?! om )[^.;:•]){0,80}? (?:inte|ej|icke) ",
					"(?:(?:ska|skall|behöver|får) )?(?:gälla|gäller|tillämpas)"),
			// får meddela föreskrifter som avviker från 3 §
			Phrase.of("som avviker", MAY, "(?<how>", ON, "föreskrifter som avviker) från (?:[^.;:•{}\\[\\]]{0,120}? )?",
					CITED),
			// får meddela föreskrifter om försöksverksamhet i andra ämnen än de som anges
			// i 4 §
			Phrase.of("försöksverksamhet", MAY, "(?<how>", ON, "föreskrifter om (?:en )?försöksverksamhet)", ON,
					" (?:andra|annan|annat) [^.;•{}\\[\\]]{0,60}?än (?:de |den |det |dem )?(?:som )?(?:[a-z]+s )?i ",
					CITED));

	private static final Pattern GRANT = pattern(
			" (?:meddela|föreskriv|besluta|medge|bevilja|ge |ges |lämna|tillåt|förordna|utfärda|bestäm)");

	/// What is granted, decided or charged for is something else about an exception.
	private static final Pattern ABOUT_AN_EXCEPTION = pattern("(?:ansökan|ansökningar|ärende[a-z]*|prövning[a-z]*"
			+ "|avgift[a-z]*|bestämmelserna|villkor|beslut|förutsättning[a-z]*|frågor|handläggning[a-z]*|grund[a-z]*"
			+ "|omfattas) (?:om|av|för|till) (?:[a-zåäö]+ )?", EXCEPTION, "$");

	private static final Pattern WITH_AN_EXCEPTION = pattern(" med ", EXCEPTION, "$");

	private static final Pattern AGREED = pattern("(?:genom|i) (?:[a-zåäö]+ ){0,3}(?:kollektiv)?avtal|parterna");

	/// The subject, where it follows the verb: `får länsstyrelsen medge`.
	private static final Pattern SUBJECT_AFTER = pattern("^(?:,? (?:dock|också|även|således|alltså|vidare|,)(?= ))* ",
			"(?:den |en |vederbörande |dessa )?(?<subject>.*?)(?= (?:meddela|föreskriv|medge|besluta|bevilja|ge |lämna",
			"|tillåt|förordna|utfärda|bestäm|befria|undanta)|$)");

	private static final Pattern ADVERBIAL = Pattern
		.compile("(?s)(?:Om|När|Har|Finns|För|Vid|I|Är|Under|Till|På|Föreligger|Då|Trots|Utöver|Inom)(?![a-zåäö]).*");

	private static final Pattern ALSO_CASE_BY_CASE = pattern(
			"(?s).*\\b(?:eller|samt|och)\\b.*(?:enskil|medge|bevilja|dispens|besluta).*");

	private final Map<Object, ExceptionPower> found = new LinkedHashMap<>();

	private ExceptionPowerReader() {
	}

	private record Key(Target target, PowerHolder holder, PowerForm form) {

	}

	/// Whether it is worth the trouble to look closer.
	static boolean mayFindIn(String text) {
		return MAY_GRANT.mayStandIn(text) || OTHER_WAYS.stream().anyMatch((way) -> way.mayStandIn(text));
	}

	/// Reads the sentences of a section, each power once.
	static List<ExceptionPower> read(List<CitedSentence> sentences) {
		ExceptionPowerReader reader = new ExceptionPowerReader();
		sentences.stream().filter(CitedSentence::cites).forEach(reader::read);
		return new ArrayList<>(reader.found.values());
	}

	private void read(CitedSentence sentence) {
		MAY_GRANT.findIn(sentence, (match) -> readMayGrant(sentence, match));
		MAY_BE_GRANTED.findIn(sentence, (match) -> readMayBeGranted(sentence, match));
		for (Phrase way : OTHER_WAYS) {
			way.findIn(sentence, (match) -> add(sentence, match, subject(sentence, match), match.group("how")));
		}
	}

	private void readMayGrant(CitedSentence sentence, Matcher match) {
		String how = match.group("how");
		Set<PowerHolder> subject = subject(sentence, match);
		if (GRANT.matcher(how).find() || (how.contains(" göra ") && !subject.contains(PowerHolder.OTHER))) {
			add(sentence, match, subject, how);
		}
		else if (match.group("granted") != null) {
			add(sentence, match, agent(match), how + " " + match.group("granted"));
		}
	}

	private void readMayBeGranted(CitedSentence sentence, Matcher match) {
		String before = sentence.signs().substring(Math.max(0, match.start() - 40), match.start());
		add(sentence, match, agent(match), before + match.group("how") + match.group("granted"));
	}

	private void add(CitedSentence sentence, Matcher match, Set<PowerHolder> holders, String how) {
		if (ABOUT_AN_EXCEPTION.matcher(how).find() || AGREED.matcher(how).find()
				|| (WITH_AN_EXCEPTION.matcher(how).find() && !how.contains("föreskrift"))) {
			return;
		}
		for (Citation citation : sentence.cited(match)) {
			for (Target target : citation.targets()) {
				holders.forEach((holder) -> add(target, holder, how, sentence.passage()));
			}
		}
	}

	private void add(Target target, PowerHolder holder, String how, String passage) {
		if (!target.law().isEuropean()) {
			for (PowerForm form : forms(how)) {
				this.found.putIfAbsent(new Key(target, holder, form),
						new ExceptionPower(target, holder, form, passage));
			}
		}
	}

	/// Who grants, in the passive: `av länsstyrelsen`.
	private static Set<PowerHolder> agent(Matcher match) {
		String by = match.group("by");
		return (by != null) ? PowerHolder.namedIn(by) : EnumSet.of(PowerHolder.OTHER);
	}

	/// Swedish puts the subject before the verb, or right after it where the sentence
	/// begins with something else.
	private static Set<PowerHolder> subject(CitedSentence sentence, Matcher match) {
		Matcher after = SUBJECT_AFTER.matcher(match.group("how"));
		if (after.find() && PowerHolder.begins(after.group("subject"))) {
			return PowerHolder.namedIn(after.group("subject"));
		}
		String before = sentence.signs().substring(0, match.start());
		String subject = before.substring(clause(before)).strip();
		return ADVERBIAL.matcher(subject).matches() ? EnumSet.of(PowerHolder.OTHER) : PowerHolder.namedIn(subject);
	}

	private static int clause(String before) {
		return 1 + Math.max(before.lastIndexOf(';'), Math.max(before.lastIndexOf(": "), before.lastIndexOf('•')));
	}

	private static Set<PowerForm> forms(String how) {
		if (!how.contains("öreskr")) {
			return EnumSet.of(PowerForm.INDIVIDUAL_DECISION);
		}
		return ALSO_CASE_BY_CASE.matcher(how).matches() ? EnumSet.allOf(PowerForm.class)
				: EnumSet.of(PowerForm.REGULATION);
	}

}
