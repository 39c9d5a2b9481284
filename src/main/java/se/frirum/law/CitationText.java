package se.frirum.law;

import org.jspecify.annotations.Nullable;

/// How Swedish lawyers write where a section stands.
public final class CitationText {

	/// `lagen om offentlig upphandling`: the number stands within.
	private static final String SPOKEN = "(?:lagen|förordningen|kungörelsen) .+";

	private CitationText() {
	}

	/// `8 kap. 1 § skollagen (2010:800)`, or `1 § lagen (2024:1231) om …` where the act
	/// has no name.
	public static String of(@Nullable String chapter, String section, @Nullable String name, String title,
			String designation) {
		String place = ((chapter != null) ? ProvisionNumber.written(chapter) + " kap. " : "")
				+ ProvisionNumber.written(section) + " § ";
		return place + ((name != null && !name.matches(SPOKEN)) ? name + " (" + designation + ")" : definite(title));
	}

	/// `Lag (2024:1231) om …` as one writes it in a sentence: `lagen (2024:1231) om …`.
	static String definite(String title) {
		return title.replaceFirst("^Lag(?= \\()", "lagen")
			.replaceFirst("^Förordning(?= \\()", "förordningen")
			.replaceFirst("^Kungörelse(?= \\()", "kungörelsen");
	}

}
