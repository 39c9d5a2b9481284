package se.frirum.law.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import se.frirum.law.CitationMatch;
import se.frirum.law.LawId;
import se.frirum.law.Target;

/// A section of a made-up act, 2 kap. 7 § of 2099:1, whose text marks its citations:
/// `Trots <2098:5#P3|3 § provlagen> gäller …`.
record CitingText(String text, List<CitationMatch> citations) {

	static final Target SECTION = new Target(new LawId("sfs:2099:1"), "2", "7", null, null, null);

	private static final Pattern MARK = Pattern.compile("<([^|>]+)\\|([^>]+)>");

	static CitingText of(String marked) {
		StringBuilder text = new StringBuilder();
		List<CitationMatch> citations = new ArrayList<>();
		Matcher mark = MARK.matcher(marked);
		while (mark.find()) {
			mark.appendReplacement(text, "");
			int start = text.length();
			text.append(mark.group(2));
			Target target = Target.parse("sfs:" + mark.group(1)).orElseThrow();
			citations.add(new CitationMatch(start, text.length(), target));
		}
		return new CitingText(mark.appendTail(text).toString(), citations);
	}

	Exceptions exceptions() {
		return Exceptions.of(SECTION, this.text, this.citations);
	}

}
