package se.frirum.law.importing;

/// How a passage sets a provision of another act aside.
enum DerogationKind {

	/// `ska inte tillämpas`, `gäller inte`.
	DOES_NOT_APPLY,
	/// `utan hinder av`, `trots`.
	NOTWITHSTANDING,
	/// `får avvika från`, `behöver inte tillämpas`.
	MAY_DEVIATE,
	/// `med undantag från`, `med avvikelse från`, `undantas från`.
	EXCEPT

}
