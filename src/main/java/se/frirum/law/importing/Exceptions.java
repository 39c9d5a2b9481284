package se.frirum.law.importing;

import java.util.List;

import se.frirum.law.CitationMatch;
import se.frirum.law.Target;

/// What one wording of a section says about exceptions.
///
/// @param derogations where it sets provisions of other acts aside itself
/// @param powers where it lets somebody else grant an exception
record Exceptions(List<Derogation> derogations, List<ExceptionPower> powers) {

	/// Reads them from a section's text.
	/// @param section the section it stands in
	/// @param citations what the text cites, in any order
	static Exceptions of(Target section, String text, List<CitationMatch> citations) {
		boolean derogations = DerogationReader.mayFindIn(text)
				&& citations.stream().anyMatch((citation) -> !citation.target().law().equals(section.law()));
		if (!derogations && !ExceptionPowerReader.mayFindIn(text)) {
			return new Exceptions(List.of(), List.of());
		}
		List<CitedSentence> sentences = CitedText.sentences(section, text, citations);
		return new Exceptions(DerogationReader.read(section.law(), sentences), ExceptionPowerReader.read(sentences));
	}

}
