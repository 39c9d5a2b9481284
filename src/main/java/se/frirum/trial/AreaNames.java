package se.frirum.trial;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The names of municipalities and counties, and how the law writes them: `Emmaboda
/// kommun`, `Göteborgs kommun`, `Kalmar och Gotlands län`, and in a title also `i
/// Stockholm och Skellefteå`.
final class AreaNames {

	private static final String COUNTY = " län";

	private final Map<String, String> municipalities = new TreeMap<>();

	private final Map<String, String> counties = new TreeMap<>();

	private final Pattern inCounties;

	private final Pattern inMunicipalities;

	private final Pattern inPlaces;

	/// @param names the codes of municipalities and counties by their names
	AreaNames(Map<String, String> names) {
		names.forEach((name, code) -> {
			if (name.endsWith(COUNTY)) {
				this.counties.put(name.substring(0, name.length() - COUNTY.length()), code);
			}
			else {
				this.municipalities.put(name, code);
			}
		});
		String county = oneOf(this.counties.keySet());
		String municipality = oneOf(this.municipalities.keySet());
		this.inCounties = Pattern.compile(several(county) + " län(?:s|en|ens)?(?!\\p{L})");
		this.inMunicipalities = Pattern.compile(several(municipality + "s?") + " kommun(?:er|erna)?s?(?!\\p{L})");
		this.inPlaces = Pattern.compile("(?: i | inom )" + several(municipality) + "(?! (?:län|kommun))");
	}

	private static String oneOf(Collection<String> names) {
		return names.stream()
			.sorted(Comparator.comparingInt(String::length).reversed())
			.map(Pattern::quote)
			.collect(Collectors.joining("|", "(?<!\\p{L})(?:", ")"));
	}

	private static String several(String name) {
		return "(?<names>" + name + "(?!\\p{L})(?:(?:,| och| samt) " + name + "(?!\\p{L}))*)";
	}

	/// The codes of the areas that a text names as municipalities and counties.
	List<String> in(String text) {
		LinkedHashSet<String> codes = new LinkedHashSet<>();
		add(codes, this.inCounties.matcher(text), this.counties);
		add(codes, this.inMunicipalities.matcher(text), this.municipalities);
		return codes.stream().sorted().toList();
	}

	/// The codes of the areas that a title names, where a municipality can stand without
	/// the word.
	List<String> inTitle(String title) {
		LinkedHashSet<String> codes = new LinkedHashSet<>(in(title));
		add(codes, this.inPlaces.matcher(title), this.municipalities);
		return codes.stream().sorted().toList();
	}

	private static void add(Collection<String> codes, Matcher named, Map<String, String> codesByName) {
		while (named.find()) {
			for (String name : named.group("names").split(",\\s*|\\s+(?:och|samt)\\s+")) {
				String code = codesByName.getOrDefault(name, codesByName.get(name.replaceFirst("s$", "")));
				if (code != null) {
					codes.add(code);
				}
			}
		}
	}

}
