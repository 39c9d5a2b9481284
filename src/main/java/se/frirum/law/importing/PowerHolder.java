package se.frirum.law.importing;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Who may grant an exception.
enum PowerHolder {

	RIKSDAG("riksdagen"),

	GOVERNMENT("regeringen", "Konungen", "Kungl\\. Maj:t"),

	AGENCY("(?:[a-zåäö-]+)?myndighet(?:en|er|erna)?", "länsstyrelse(?:n|rna)", "[a-zåäö]{2,}verket", "trafikverkets",
			"(?!kommun)[a-zåäö]{3,}styrelsen", "styrelsen för", "[a-zåäö]*inspektionen", "[a-zåäö]+ombudsmannen",
			"[a-zåäö]+institutet", "[a-zåäö]+kansliet", "[a-zåäö]+kontoret", "[a-zåäö]+rådet", "[a-zåäö]+delegationen",
			"(?!byggnads|social|miljö|hälsoskydds|kommun|överförmyndar)[a-zåäö]{4,}nämnden",
			"[a-zåäö]+etiska? nämnd(?:en|erna)?", "kammarkollegiet", "försäkringskassan", "försvarsmakten",
			"kriminalvården", "kustbevakningen", "riksbanken", "riksarkivet", "lantmäteriet", "justitiekanslern",
			"riksåklagaren", "säkerhetspolisen", "statistiska centralbyrån", "försvarshögskolan", "bergmästaren",
			"svenska kraftnät", "biblioteket", "statens [a-zåäö]+"),

	MUNICIPALITY("kommun(?:en|er|erna)?", "(?:kommun)?fullmäktige", "kommunstyrelsen",
			"kommunal[a-zåäö]* nämnd(?:en|er)?",
			"(?:byggnads|social|miljö|hälsoskydds|överförmyndar)nämnd(?:en|er|erna)?", "överförmyndaren"),

	REGION("region(?:en|er|erna)", "regionfullmäktige", "landsting(?:et|en)", "landstingsfullmäktige"),

	COURT("[a-zåäö-]*domstol(?:en|ar|arna)", "(?:tings|hov|kammar|förvaltnings|hyres|arrende)?rätten(?! till| att)"),

	/// Anybody else, or nobody whom the law names.
	OTHER("(?!)");

	/// Whom the government names is not the government.
	private static final Pattern NAMED_BY_THE_GOVERNMENT = Phrase
		.pattern("(?:som )?regeringen (?:bestämmer|utser|föreskriver|anger|förordnar)");

	private final Pattern words;

	PowerHolder(String... words) {
		this.words = Pattern.compile("(?<![a-zåäö-])(?:" + String.join("|", words) + ")(?![a-zåäö-])",
				Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

	/// All who are named: `regeringen eller den myndighet som regeringen bestämmer` is
	/// the government and an agency.
	static Set<PowerHolder> namedIn(String words) {
		String subject = NAMED_BY_THE_GOVERNMENT.matcher(words).replaceAll("");
		Set<PowerHolder> named = EnumSet.noneOf(PowerHolder.class);
		for (PowerHolder holder : values()) {
			if (holder.words.matcher(subject).find()) {
				named.add(holder);
			}
		}
		return named.isEmpty() ? EnumSet.of(OTHER) : named;
	}

	/// Whether the words begin with somebody who holds such powers.
	static boolean begins(String words) {
		for (PowerHolder holder : values()) {
			if (holder.words.matcher(words).lookingAt()) {
				return true;
			}
		}
		return false;
	}

}
