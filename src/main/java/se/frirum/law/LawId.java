package se.frirum.law;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which act: `sfs:2010:800`, an agency's `fs:HSLF-FS 2017:40`, the EU's
/// `celex:32014L0024`.
///
/// @param value the id as the API knows it
public record LawId(String value) {

	private static final Pattern SFS = Pattern.compile("(?:N?\\d{4}):(?:bih\\. )?\\d{1,4}(?: s\\.\\s?\\d+| \\d+)?");

	private static final Pattern AGENCY = Pattern.compile("([A-ZÅÄÖ]{2,12}(?:-?FS)?)\\s+(\\d{4}:\\d{1,4})");

	private static final Pattern CELEX = Pattern.compile("[0-9]\\d{4}[A-Z]{1,2}\\d{4}");

	private static final int LONGEST = 80;

	/// Reads a designation (`2010:800`, `SFS 2010:800`, `HSLF-FS 2017:40`, `32014L0024`)
	/// or an id.
	public static Optional<LawId> parse(String text) {
		String given = text.strip();
		if (given.length() > LONGEST) {
			return Optional.empty();
		}
		String designation = given.replaceFirst("^(?:(?:sfs|fs|celex):(?=\\S)|SFS\\s+)", "");
		Matcher agency = AGENCY.matcher(designation);
		if (agency.matches()) {
			return Optional.of(new LawId("fs:" + agency.group(1) + " " + agency.group(2)));
		}
		if (CELEX.matcher(designation).matches()) {
			return Optional.of(new LawId("celex:" + designation));
		}
		return SFS.matcher(designation).matches()
				? Optional.of(new LawId("sfs:" + designation.replaceFirst(" s\\.\\s", " s."))) : Optional.empty();
	}

	/// The act as lawyers number it: the id without its kind.
	public String designation() {
		return this.value.substring(this.value.indexOf(':') + 1);
	}

	public boolean isSwedishCode() {
		return this.value.startsWith("sfs:");
	}

	/// Whether an agency issued it.
	public boolean isAgencyRule() {
		return this.value.startsWith("fs:");
	}

	/// Whether it is the EU's.
	public boolean isEuropean() {
		return this.value.startsWith("celex:");
	}

	/// Sorts by year and number: `2010:00800 sfs:2010:800`.
	public String key() {
		Matcher numbers = Pattern.compile("(\\d{4}):(?:bih\\. )?(\\d+)").matcher(this.value);
		return numbers.find() ? "%s:%05d %s".formatted(numbers.group(1), Integer.parseInt(numbers.group(2)), this.value)
				: this.value;
	}

	/// Where the official text is.
	public String uri() {
		String designation = designation().replace(" ", "%20");
		if (isSwedishCode()) {
			return "https://rkrattsbaser.gov.se/sfst?bet=" + designation;
		}
		return isAgencyRule() ? "https://lagrummet.se/sok?q=" + designation
				: "https://eur-lex.europa.eu/legal-content/SV/TXT/?uri=CELEX:" + designation;
	}

	@Override
	public String toString() {
		return this.value;
	}

}
