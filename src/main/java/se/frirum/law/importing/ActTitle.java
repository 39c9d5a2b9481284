package se.frirum.law.importing;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An act's title, and what people call the act because of it.
///
/// @param text `Skollag (2010:800)`, `Lag (2016:1145) om offentlig upphandling`
record ActTitle(String text) {

	private static final Pattern TITLE = Pattern.compile("(\\p{Lu}[\\p{L} -]{2,80}?)\\s*\\([^)]+\\)(?:\\s+(.+))?");

	private static final Map<String, String> DEFINITE = Map.of("lag", "en", "balk", "en", "ordning", "en", "kungörelse",
			"n", "instruktion", "en", "reglemente", "t", "stadga", "n", "form", "en");

	/// The name that stands for the act alone: `skollagen`.
	Optional<String> name() {
		Matcher title = TITLE.matcher(this.text.strip());
		return (title.matches() && title.group(2) == null && !title.group(1).matches("Lag|Förordning|Kungörelse"))
				? definite(title.group(1)) : Optional.empty();
	}

	/// What it is called in running text: its name, or `lagen om offentlig upphandling`.
	Optional<String> spoken() {
		Matcher title = TITLE.matcher(this.text.strip());
		if (!title.matches()) {
			return Optional.empty();
		}
		return definite(title.group(1)).map((name) -> (title.group(2) != null) ? name + " " + title.group(2) : name)
			.filter((name) -> !name.matches("lagen|förordningen|kungörelsen"))
			.map((name) -> name.toLowerCase(Locale.ROOT));
	}

	private static Optional<String> definite(String indefinite) {
		String name = indefinite.substring(0, 1).toLowerCase(Locale.ROOT) + indefinite.substring(1);
		return DEFINITE.entrySet()
			.stream()
			.filter((ending) -> name.endsWith(ending.getKey()))
			.map((ending) -> name + ending.getValue())
			.findFirst();
	}

}
