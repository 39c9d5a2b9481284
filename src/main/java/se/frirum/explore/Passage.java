package se.frirum.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.springframework.web.util.HtmlUtils;

/// A part of a passage that a search found.
///
/// @param text as it was written
/// @param marked whether it was searched for
record Passage(String text, boolean marked) {

	private static final Pattern PARTS = Pattern.compile("<mark>(.*?)</mark>|((?:(?!<mark>).)+)", Pattern.DOTALL);

	/// The parts of a highlight: HTML in which everything is escaped but the marks.
	static List<Passage> of(String highlight) {
		List<Passage> parts = new ArrayList<>();
		for (MatchResult part : PARTS.matcher(highlight).results().toList()) {
			boolean marked = part.group(1) != null;
			parts.add(new Passage(HtmlUtils.htmlUnescape(marked ? part.group(1) : part.group(2)), marked));
		}
		return parts;
	}

}
