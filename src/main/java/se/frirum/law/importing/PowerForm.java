package se.frirum.law.importing;

/// In which form an exception may be granted.
enum PowerForm {

	/// For all whom it concerns, by `föreskrifter`.
	REGULATION,
	/// Case by case: `i enskilda fall`, `dispens`, `medge undantag`.
	INDIVIDUAL_DECISION

}
