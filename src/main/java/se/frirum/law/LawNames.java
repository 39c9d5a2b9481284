package se.frirum.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;

/// A dictionary of what acts are called, by dates.
public final class LawNames implements ActNames {

	private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");

	private static final Pattern END_OF_LINE = Pattern
		.compile("\\u00ad|(?<=\\pL{2})-\\s*[\\n\\r]\\s*(?!och |eller |samt )");

	/// `Skollag (2010:800)`, `Plan- och bygglag (2010:900)`, `Lag (2008:962) om …`.
	private static final Pattern TITLE = Pattern
		.compile("(?<noun>(?:[\\pL-]*- (?:och|eller) )?[\\pL-]*(?:lag|balk|förordning|kungörelse|ordning|form|stadga))"
				+ " \\([^)]+\\)(?<subject>(?: .+)?)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final Pattern HYPHEN = Pattern.compile("(?<=\\pL)-(?=\\pL)");

	private final Map<String, List<Meaning>> meanings = new HashMap<>();

	private LawNames() {
	}

	private record Meaning(LawId law, @Nullable LocalDate from, @Nullable LocalDate until) {

		boolean holdsOn(LocalDate day) {
			return (this.from == null || !day.isBefore(this.from)) && (this.until == null || day.isBefore(this.until));
		}

	}

	/// From rows of `name`, `law` (its id), `from` and `until`.
	public static LawNames of(List<Row> rows) {
		LawNames names = new LawNames();
		rows.forEach((row) -> names.meanings.computeIfAbsent(row.text("name"), (_) -> new ArrayList<>(1))
			.add(new Meaning(new LawId(row.text("law")), row.dateOrNull("from"), row.dateOrNull("until"))));
		return names;
	}

	/// What an act is called by its title: `skollagen` of `Skollag (2010:800)`, `lagen om
	/// valfrihetssystem` of `Lag (2008:962) om valfrihetssystem`; in lower case.
	public static Optional<String> ofTitle(String title) {
		Matcher named = TITLE.matcher(title.strip());
		if (!named.matches()) {
			return Optional.empty();
		}
		String noun = named.group("noun").toLowerCase(Locale.ROOT);
		boolean bare = noun.equals("lag") || noun.equals("förordning") || noun.equals("kungörelse");
		String subject = named.group("subject").toLowerCase(Locale.ROOT);
		if (bare == subject.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(noun + (noun.endsWith("e") ? "n" : "en") + subject);
	}

	/// The act that a name means on the day; one that only ever had one meaning has it on
	/// any day.
	@Override
	public Optional<LawId> meaning(String name, LocalDate day) {
		List<Meaning> all = forms(name).stream()
			.flatMap((form) -> this.meanings.getOrDefault(form, List.of()).stream())
			.toList();
		List<LawId> then = laws(all.stream().filter((meaning) -> meaning.holdsOn(day)));
		List<LawId> laws = then.isEmpty() ? laws(all.stream()) : then;
		return (laws.size() == 1) ? Optional.of(laws.getFirst()) : Optional.empty();
	}

	private static List<LawId> laws(Stream<Meaning> meanings) {
		return meanings.map(Meaning::law).distinct().toList();
	}

	/// How a name can stand in the dictionary: in lower case, with the full stop of
	/// `m.m.`, without the genitive's ending, and without hyphens at the ends of lines.
	static Set<String> forms(String name) {
		String written = SPACES.matcher(END_OF_LINE.matcher(name).replaceAll(""))
			.replaceAll(" ")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[.\\s]+$", "");
		Set<String> forms = new LinkedHashSet<>();
		forms.add(written);
		forms.add(written + ".");
		if (written.endsWith("s")) {
			forms.add(written.substring(0, written.length() - 1));
		}
		if (written.indexOf('-') > 0) {
			forms.add(HYPHEN.matcher(written).replaceAll(""));
		}
		return forms;
	}

}
