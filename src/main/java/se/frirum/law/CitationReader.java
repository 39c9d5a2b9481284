package se.frirum.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import se.frirum.law.CitedAct.ByName;
import se.frirum.law.CitedAct.ByNumber;
import se.frirum.law.CitedAct.Pointer;
import se.frirum.law.CitedAct.Spelling;

/// Finds what a text cites: reads it by the grammar, knows what names mean, and follows
/// what points at the text's own act or at what was cited before.
///
/// What an unknown act is cited for is no citation: it can be neither found nor taken for
/// a section of the act at hand.
public final class CitationReader {

	private final ActNames names;

	public CitationReader(ActNames names) {
		this.names = names;
	}

	/// Where a text stands, or would stand.
	///
	/// @param act the text's own act, to which `3 §` and `denna lag` belong; null where
	/// there is none
	/// @param chapter the chapter at hand: `13a`
	/// @param section the section at hand, to which `andra stycket` belongs
	/// @param runsOn whether the act's sections run on through its chapters, so that they
	/// are cited without them
	/// @param day on which names have their meaning
	public record Passage(@Nullable LawId act, @Nullable String chapter, @Nullable String section, boolean runsOn,
			LocalDate day) {

		/// In no act, or in an act, nobody knows where.
		public static Passage in(@Nullable LawId act, LocalDate day) {
			return new Passage(act, null, null, false, day);
		}

	}

	/// The places and acts that a text cites, in its order: of a range its ends, and an
	/// act as a whole where no place in it is named.
	public List<CitationMatch> read(String text, Passage passage) {
		return new Reading(passage).matches(text, false);
	}

	/// The same, and apart from them what several have in common: the act of `3 och 5 §§
	/// skollagen`, the chapter of `4 kap. 6 och 7 §§`, and an act that is cited by its
	/// number alone, as `lagen (1982:80)`, beside its section. This is what one would
	/// link when showing the text.
	public List<CitationMatch> links(String text, Passage passage) {
		return new Reading(passage).matches(text, true);
	}

	/// One text as it is read, and what was cited last in it.
	private final class Reading {

		private final Passage passage;

		private @Nullable Target last;

		private @Nullable LawId lastNamed;

		Reading(Passage passage) {
			this.passage = passage;
		}

		List<CitationMatch> matches(String text, boolean shared) {
			List<CitationMatch> matches = new ArrayList<>();
			for (Cited cited : CitationGrammar.read(text)) {
				CitationMatch match = match(cited);
				if (match != null && (shared || cited.extent() != Cited.Extent.SHARED)) {
					matches.add(match);
				}
			}
			return matches;
		}

		private @Nullable CitationMatch match(Cited cited) {
			Span span = new Span(cited.start(), cited.end());
			Target target = switch (cited.act()) {
				case ByNumber number -> {
					span = span.through(cited, number.start(), number.end());
					yield cited.place().in(number.law());
				}
				case ByName name -> {
					Known known = known(name);
					if (known == null) {
						yield null;
					}
					span = span.through(cited, known.spelling().start(), known.spelling().end());
					yield cited.place().in(known.law());
				}
				case Pointer pointer -> pointed(pointer, cited.place());
			};
			if (target == null) {
				return null;
			}
			remember(cited, target);
			return new CitationMatch(span.start(), span.end(), target);
		}

		/// What several share was cited before them, though its name follows them.
		private void remember(Cited cited, Target target) {
			if (cited.extent() != Cited.Extent.SHARED) {
				this.last = target;
				this.lastNamed = (cited.act() instanceof Pointer) ? this.lastNamed : target.law();
			}
		}

		private @Nullable Known known(ByName name) {
			for (Spelling spelling : name.spellings()) {
				Optional<LawId> law = CitationReader.this.names.meaning(spelling.name(), this.passage.day());
				if (law.isPresent()) {
					return new Known(spelling, law.get());
				}
			}
			return null;
		}

		private @Nullable Target pointed(Pointer pointer, Place place) {
			return switch (pointer) {
				case NONE -> (place.chapter() != null) ? inOwnAct(place) : atHand(place);
				case THIS_ACT, THIS_CHAPTER -> atHand(place);
				case SAME_ACT -> sameAct(place);
				case SAME_CHAPTER ->
					(this.last != null) ? place.inChapter(this.last.chapter()).in(this.last.law()) : null;
				case SAME_SECTION -> (this.last != null && this.last.section() != null)
						? place.inSection(this.last.chapter(), this.last.section()).in(this.last.law()) : null;
				case UNKNOWN -> null;
			};
		}

		/// The act named last; where none was, the one cited last.
		private @Nullable Target sameAct(Place place) {
			if (this.lastNamed != null) {
				return place.in(this.lastNamed);
			}
			return (this.last != null) ? place.in(this.last.law()) : null;
		}

		private @Nullable Target inOwnAct(Place place) {
			LawId act = this.passage.act();
			return (act != null) ? (runsOn(place) ? place.inChapter(null) : place).in(act) : null;
		}

		private boolean runsOn(Place place) {
			return this.passage.runsOn() && place.section() != null;
		}

		/// A place whose chapter, or section, is the one the text stands in.
		private @Nullable Target atHand(Place place) {
			if (place.isRelative()) {
				return (this.passage.section() != null)
						? inOwnAct(place.inSection(this.passage.chapter(), this.passage.section())) : inOwnAct(place);
			}
			return inOwnAct((place.chapter() != null) ? place : place.inChapter(this.passage.chapter()));
		}

	}

	private record Known(Spelling spelling, LawId law) {
	}

	private record Span(int start, int end) {

		/// A citation with the name of its act; where there is no place it is the name
		/// alone.
		Span through(Cited cited, int actStart, int actEnd) {
			if (cited.place() == Place.WHOLE) {
				return new Span(actStart, actEnd);
			}
			return (cited.extent() == Cited.Extent.THROUGH_ACT)
					? new Span(Math.min(this.start, actStart), Math.max(this.end, actEnd)) : this;
		}

	}

}
