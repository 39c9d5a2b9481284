package se.frirum.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import se.frirum.law.CitationReader.Passage;
import se.frirum.platform.graphql.Refusal;
import se.frirum.platform.projection.Asked;
import se.frirum.platform.projection.Hop;

import org.springframework.stereotype.Component;

/// Finds the law that somebody's text cites. One statement looks up what its names mean;
/// the acts and sections themselves are read with the answer.
@Component
class CitationsInText {

	private static final int LONGEST = 20_000;

	private final Citations citations;

	CitationsInText(Citations citations) {
		this.citations = citations;
	}

	/// Where the read path takes over: what was found, in the order of the text.
	Hop hop(Asked asked) {
		String text = String.valueOf(asked.text("text"));
		if (text.length() > LONGEST) {
			throw new Refusal.BadRequest(
					"At most %,d characters; this has %,d. Send the text in parts.".formatted(LONGEST, text.length()));
		}
		Passage passage = passage(asked);
		CitationReader reader = new CitationReader(this.citations.namesIn(text));
		List<Map<String, Object>> matches = new ArrayList<>();
		for (CitationMatch match : reader.links(text, passage)) {
			matches.add(row(text, match, matches.size()));
		}
		return Hop.along("UNWIND $arg.matches AS it WITH it").with("matches", matches).orderBy("it.place");
	}

	private static Passage passage(Asked asked) {
		String base = asked.text("baseLaw");
		if (base == null) {
			return Passage.in(null, asked.today());
		}
		Target at = base(base).orElseThrow(() -> new Refusal.BadRequest(
				"'baseLaw' must be the number of an act, '2010:800', or the id of a section, 'sfs:2010:800#K21P4'."));
		return new Passage(at.law(), at.chapter(), at.section(), false, asked.today());
	}

	/// An act's designation or id, or a section's, with or without `sfs:`.
	private static Optional<Target> base(String text) {
		return LawId.parse(text)
			.map(Target::of)
			.or(() -> Target.parse(text))
			.or(() -> Target.parse("sfs:" + text.strip()));
	}

	private static Map<String, Object> row(String text, CitationMatch match, int place) {
		Map<String, Object> row = new HashMap<>();
		row.put("text", text.substring(match.start(), match.end()));
		row.put("start", match.start());
		row.put("end", match.end());
		row.put("target", match.target().toString());
		row.put("law", match.target().law().value());
		row.put("chapter", match.target().chapter());
		row.put("provisions", sections(match.target()));
		row.put("place", place);
		return row;
	}

	/// The ids that a section can have: without its chapter too, where sections run on.
	private static List<String> sections(Target target) {
		@Nullable String chapter = target.chapter();
		List<String> ids = new ArrayList<>();
		target.provisionId().ifPresent(ids::add);
		if (chapter != null) {
			target.inChapter(null).provisionId().ifPresent(ids::add);
		}
		return ids;
	}

}
