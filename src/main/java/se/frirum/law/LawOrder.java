package se.frirum.law;

/// How a list of acts is sorted.
enum LawOrder {

	/// By year and number.
	DESIGNATION,
	/// Those that most other acts cite first.
	MOST_CITED

}
