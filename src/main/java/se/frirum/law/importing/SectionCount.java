package se.frirum.law.importing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import se.frirum.law.statute.Statute;

/// Checks the reading of an act against a simple count that knows nothing of its
/// structure: `N §` after a blank line, once for each chapter and section.
final class SectionCount {

	private static final Pattern SECTION = Pattern.compile("(\\d{1,4})[ \\u00a0]*([a-z]?)[ \\u00a0]*§(?!§)(.*)");

	private static final Pattern CHAPTER = Pattern.compile(
			"(?i)(\\d{1,3})[ \\u00a0]*([a-z]?)[ \\u00a0]*kap\\.(?![ \\u00a0]*\\d+[ \\u00a0]*[a-z]?[ \\u00a0]*§).*");

	/// A difference of so many hundredths asks for a reason.
	private static final int TOLERATED = 1;

	private SectionCount() {
	}

	/// Why the sections that were read are more or fewer than the lines that look like
	/// one; none where they agree.
	static Optional<String> remark(String text, Statute statute) {
		Map<String, String> counted = counted(text);
		Set<String> read = statute.sections()
			.stream()
			.map((section) -> ((section.chapter() != null) ? section.chapter() : "") + "/" + section.number())
			.collect(Collectors.toSet());
		if (Math.abs(read.size() - counted.size()) * 100 <= counted.size() * TOLERATED) {
			return Optional.empty();
		}
		long cited = counted.entrySet()
			.stream()
			.filter((each) -> !read.contains(each.getKey()) && each.getValue().matches("[a-zåäö,\\d].*"))
			.count();
		long elsewhere = counted.keySet().stream().filter((id) -> !read.contains(id)).count() - cited;
		long more = read.stream().filter((id) -> !counted.containsKey(id)).count();
		return Optional.of("""
				%,d sections read where a simple count finds %,d: %,d lines only cite a section, %,d stand in annexes, \
				in what other acts are to say, or under another chapter, and %,d stand where a mark hides the start of \
				their chapter or their number from the simple count.""".formatted(read.size(), counted.size(), cited,
				elsewhere, more));
	}

	private static Map<String, String> counted(String text) {
		Map<String, String> sections = new LinkedHashMap<>();
		String chapter = "";
		boolean blank = true;
		for (String line : (Iterable<String>) text.lines().map(String::strip)::iterator) {
			Matcher section = SECTION.matcher(line);
			Matcher begun = CHAPTER.matcher(line);
			if (blank && section.matches()) {
				sections.putIfAbsent(chapter + "/" + section.group(1) + section.group(2), section.group(3).strip());
			}
			else if (blank && begun.matches()) {
				chapter = begun.group(1) + begun.group(2).toLowerCase(Locale.ROOT);
			}
			blank = line.isEmpty();
		}
		return sections;
	}

}
