package se.frirum.law.importing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import se.frirum.law.LawId;

/// Reads `SFS_2010_800.md`: a heading that may run over several lines, lines like
/// `**Typ:** Lag`, a rule, and the text below `## Författningstext`.
final class TextFileReader implements ActReader {

	private static final Pattern FIELD = Pattern.compile("(?m)^\\*\\*([^*:]{1,80}):\\*\\*(.*)$");

	private static final String TEXT = "## Författningstext";

	/// No act's head is as long.
	private static final int LONGEST_HEAD = 10_000;

	private static final String NO_TEXT = "(ingen text tillgänglig)";

	@Override
	public List<RecordedAct> read(String content) throws UnreadableException {
		String lines = content.replace("\r\n", "\n");
		int start = lines.indexOf(TEXT);
		if (start < 0) {
			throw new UnreadableException("The file has no line '" + TEXT + "': it is cut off, or not an act.");
		}
		String head = lines.substring(0, start);
		Matcher fields = FIELD.matcher(head);
		if (head.length() > LONGEST_HEAD) {
			throw new UnreadableException("The file's head is longer than any act's.");
		}
		String designation = field(head, "SFS-nummer");
		if (!head.startsWith("# ") || designation == null || !fields.find()) {
			throw new UnreadableException("The file has no title and SFS number at its top.");
		}
		LawId id = LawId.parse(designation)
			.orElseThrow(() -> new UnreadableException("'" + designation + "' is not an SFS number."));
		String text = lines.substring(start + TEXT.length()).strip();
		return List.of(new RecordedAct(id, title(head, fields.start()), String.valueOf(field(head, "Typ")),
				field(head, "Myndighet/Departement"), null, day(field(head, "Ikraftträdande")), null,
				text.equals(NO_TEXT) ? null : text, List.of(), Fingerprint.of(lines)));
	}

	private static String title(String head, int end) {
		return head.substring(2, end).strip().replaceAll("\\s+", " ");
	}

	private static @Nullable String field(String head, String name) {
		Matcher field = FIELD.matcher(head);
		while (field.find()) {
			if (field.group(1).equals(name)) {
				String value = field.group(2).strip();
				return value.isEmpty() ? null : value;
			}
		}
		return null;
	}

	/// A day, or null for `okänd`.
	private static @Nullable LocalDate day(@Nullable String text) throws UnreadableException {
		if (text == null || text.equals("okänd")) {
			return null;
		}
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeParseException notADay) {
			throw new UnreadableException("'" + text + "' is not a day of entry into force.");
		}
	}

}
