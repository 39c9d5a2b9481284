package se.frirum.law;

import java.util.List;

/// Which act a citation means, as far as the words say.
sealed interface CitedAct {

	/// By its number: `skollagen (2010:800)`.
	///
	/// @param named whether it has a name too, rather than `lagen (2010:800)`
	record ByNumber(LawId law, boolean named, int start, int end) implements CitedAct {
	}

	/// By a name or an abbreviation.
	///
	/// @param spellings what the name can be, the likeliest first; of `lagen om …` nobody
	/// can tell where it ends who doesn't know it
	record ByName(List<Spelling> spellings) implements CitedAct {
	}

	/// What may be a name.
	record Spelling(String name, int start, int end) {
	}

	/// By a word that points at what was cited before, or at the text's own act.
	enum Pointer implements CitedAct {

		/// Nothing is said: the act at hand.
		NONE,
		/// `denna lag`.
		THIS_ACT,
		/// `detta kapitel`.
		THIS_CHAPTER,
		/// `samma lag`, `den lagen`.
		SAME_ACT,
		/// `samma kapitel`.
		SAME_CHAPTER,
		/// `samma paragraf`.
		SAME_SECTION,
		/// `lagen`, `föreskrifterna`: another act, or none, and the words don't say
		/// which.
		UNKNOWN

	}

}
