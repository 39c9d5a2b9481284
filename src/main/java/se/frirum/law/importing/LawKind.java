package se.frirum.law.importing;

import java.util.Set;
import java.util.regex.Pattern;

import se.frirum.law.LawId;

/// What an act is.
enum LawKind {

	/// One of the fundamental laws. The Riksdag Act (2014:801) is none.
	CONSTITUTION,
	/// Decided by the Riksdag (lag).
	ACT,
	/// Decided by the government (förordning, formerly kungörelse).
	ORDINANCE,
	/// Decided by an agency (föreskrifter).
	AGENCY_REGULATION,
	/// The EU's.
	EU_ACT,
	/// Anything else: announcements, letters, resolutions.
	OTHER;

	/// Successionsordningen, tryckfrihetsförordningen, regeringsformen and
	/// yttrandefrihetsgrundlagen.
	private static final Set<String> FUNDAMENTAL_LAWS = Set.of("1810:0926", "1810:926", "1949:105", "1974:152",
			"1991:1469");

	private static final Pattern BY_AN_AGENCY = Pattern
		.compile("(?i)^(?!Kungl|H\\.M|Regeringens|Riksdagens)[a-zåäö. -]+s "
				+ "(?:föreskrifter|kungörelse|tillkännagivande|cirkulär|allmänna råd)(?![a-zåäö]).*");

	/// @param form as the source says it: `Lag`, `Förordning`, `Kungörelse`, `Övrigt`
	static LawKind of(LawId law, String title, String form) {
		if (law.isEuropean()) {
			return EU_ACT;
		}
		if (FUNDAMENTAL_LAWS.contains(law.designation())) {
			return CONSTITUTION;
		}
		if (law.isAgencyRule() || BY_AN_AGENCY.matcher(title.replaceAll("\\s+", " ")).matches()) {
			return AGENCY_REGULATION;
		}
		return switch (form) {
			case "Lag" -> ACT;
			case "Förordning", "Kungörelse" -> ORDINANCE;
			default -> OTHER;
		};
	}

}
