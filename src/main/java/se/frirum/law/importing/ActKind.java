package se.frirum.law.importing;

import java.util.Set;

import se.frirum.law.LawId;

/// What an act is, by its number and what the register calls it.
final class ActKind {

	/// Successionsordningen, tryckfrihetsförordningen, regeringsformen,
	/// yttrandefrihetsgrundlagen.
	private static final Set<String> CONSTITUTION = Set.of("sfs:1810:0926", "sfs:1810:926", "sfs:1949:105",
			"sfs:1974:152", "sfs:1991:1469");

	private ActKind() {
	}

	/// A value of the schema's `LawKind`.
	static String of(LawId id, String type) {
		if (CONSTITUTION.contains(id.value())) {
			return "CONSTITUTION";
		}
		return switch (type) {
			case "Lag", "Balk", "Grundlag" -> "ACT";
			case "Förordning", "Kungörelse", "Reglemente" -> "ORDINANCE";
			default -> "OTHER";
		};
	}

}
