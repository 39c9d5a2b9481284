package se.frirum.law.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.seed.SeedFile;

/// Who issues the rule today, by how the source spells the ministry or agency that an act
/// belongs to: with its unit (`Justitiedepartementet L3`), and often by a name that is
/// long gone. The table of names is `seed-data/laws/departments.csv`, where the dates are
/// years if no more is known. A row with a unit goes before the row of its ministry.
final class Departments {

	private static final Pattern UNIT = Pattern.compile("(?<=departementet) .*");

	private final Map<String, Department> byName;

	Departments(List<Department> departments) {
		this.byName = departments.stream().collect(Collectors.toMap(Department::name, Function.identity()));
	}

	/// A row of the table.
	///
	/// @param organisation id of who took over its rules, without its kind; null where it
	/// is none that issues rules
	record Department(String name, @Nullable String organisation) {

		private static Department of(Row row) {
			return new Department(row.text("name"), row.textOrNull("organisation"));
		}

	}

	/// Reads the table.
	static Departments load() {
		return new Departments(new SeedFile("laws/departments.csv").rows().stream().map(Department::of).toList());
	}

	/// The id, without its kind, of the organisation that issues the rule today:
	/// `justitiedepartementet`.
	/// @return none for a spelling that the table lacks, see [#knows]
	Optional<String> organisation(String spelling) {
		return department(spelling).map(Department::organisation);
	}

	/// Whether the table has the spelling, with or without its unit.
	boolean knows(String spelling) {
		return department(spelling).isPresent();
	}

	private Optional<Department> department(String spelling) {
		String name = spelling.replaceAll("\\s+", " ").strip();
		return Optional.ofNullable(this.byName.get(name))
			.or(() -> Optional.ofNullable(this.byName.get(UNIT.matcher(name).replaceFirst(""))));
	}

}
