package se.frirum.platform.projection;

import org.jspecify.annotations.Nullable;

/// What a connection pages through, and in which order.
///
/// @param hop what it lists
/// @param key a property or expression over `it`: a text, unique in the list, indexed
/// where the list can be long
/// @param order the order's name; a cursor is only good for the order it was given in
/// @param all what is counted, where that is more than the list shows; it uses the hop's
/// values
public record Listing(Hop hop, String key, boolean descending, String order, @Nullable Hop all) {

	public Listing(Hop hop, String key, boolean descending, String order) {
		this(hop, key, descending, order, null);
	}

	/// A listing in the natural order of its key.
	public static Listing by(String key, Hop hop) {
		return new Listing(hop, key, false, "");
	}

	/// The same from the last to the first.
	public Listing reversed() {
		return new Listing(this.hop, this.key, !this.descending, this.order, this.all);
	}

	/// A place in a list, as its connection gives it to clients.
	public static String cursor(String list, String key) {
		return new Cursor(list, key).encoded();
	}

	/// The same, but of a list that shows its beginning only, and is counted whole.
	public Listing outOf(Hop whole) {
		return new Listing(this.hop, this.key, this.descending, this.order, whole);
	}

	/// The same under an order's name.
	public Listing named(String name) {
		return new Listing(this.hop, this.key, this.descending, name, this.all);
	}

}
