package se.frirum.platform.seed;

/// A feature's part of what an empty database starts with. Features load in their order,
/// all in one transaction.
public interface Seed {

	/// Loads the feature's part, within the transaction at hand.
	/// @param samples whether to bring sample cases too, beside reference data
	void load(boolean samples);

}
