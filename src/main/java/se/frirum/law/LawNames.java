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
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;

/// A dictionary of what acts are called, by dates.
public final class LawNames implements ActNames {

	private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");

	private static final Pattern END_OF_LINE = Pattern
		.compile("\\u00ad|(?<=\\pL{2})-\\s*[\\n\\r]\\s*(?!och |eller |samt )");

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

	@Override
	public Optional<LawId> meaning(String name, LocalDate day) {
		for (String form : forms(name)) {
			List<LawId> laws = this.meanings.getOrDefault(form, List.of())
				.stream()
				.filter((meaning) -> meaning.holdsOn(day))
				.map(Meaning::law)
				.distinct()
				.toList();
			if (!laws.isEmpty()) {
				return (laws.size() == 1) ? Optional.of(laws.getFirst()) : Optional.empty();
			}
		}
		return Optional.empty();
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
