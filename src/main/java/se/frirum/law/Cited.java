package se.frirum.law;

/// A place that a text cites, as the words say it.
///
/// @param start where it begins, counted in UTF-16 units
/// @param end where it has ended
record Cited(int start, int end, CitedAct act, Place place, Extent extent) {

	/// What the words from start to end are.
	enum Extent {

		/// A citation of its own.
		PLACE,
		/// One that reaches to the end of the act's name: `3 § skollagen`.
		THROUGH_ACT,
		/// Not a citation of its own but what several share: the act of `3 och 5 §§
		/// skollagen`, the chapter of `4 kap. 6 och 7 §§`.
		SHARED

	}

}
