package se.frirum.law;

/// A word, a number or a mark of a text in which law may be cited.
///
/// @param text as written, without the hyphens that part words at the ends of lines
/// @param start where it begins, counted in UTF-16 units
/// @param end where it has ended
record Token(Kind kind, String text, int start, int end) {

	/// What it can be in a citation.
	enum Kind {

		/// `7`, `7a`; neither years nor what begins with a zero.
		NUMBER,
		/// `a`; also the preposition in `3 § i denna lag`.
		LETTER,
		/// `6.1`, as the EU numbers articles.
		DECIMAL,
		/// `21:4`, chapter and section.
		SHORT,
		/// `2010:800`.
		DESIGNATION,
		/// `1948`.
		YEAR,
		/// `§`, `§§`, `paragrafen`.
		SECTION,
		/// `kap.`.
		CHAPTER,
		/// `stycket`, `st.`.
		PARAGRAPH,
		/// `punkten`, `p.`.
		ITEM,
		/// `meningen`, `men.`.
		SENTENCE,
		/// `mom.`, a part of a section in old acts.
		MOMENT,
		/// `strecksatsen`, `ledet`.
		INDENT,
		/// `första`.
		ORDINAL,
		/// `och`, `eller`.
		AND, COMMA, DASH, OPEN, CLOSE,
		/// `denna`.
		THIS,
		/// `samma`, `nämnda`.
		SAME,
		/// `den`, `det`.
		THAT,
		/// `lagen`, `förordning`.
		ACT,
		/// `skollagens`, `regeringsformen`.
		ACT_NAME,
		/// `offentlighets-`: the name that follows holds the rest.
		STEM,
		/// `SkolL`, `MBL`.
		ABBREVIATION,
		/// `om`, `med`: how a title goes on.
		ABOUT,
		/// `artikel`, `bilaga`: numbered, and no section.
		NUMBERED,
		/// `konventionen`, `föreskrifter`: have sections and paragraphs, and are no act.
		OTHER_RULES,
		/// `kronor`, `procent`: make a number an amount.
		UNIT, WORD, OTHER, END

	}

	boolean is(Kind other) {
		return this.kind == other;
	}

}
