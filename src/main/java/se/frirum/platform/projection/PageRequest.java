package se.frirum.platform.projection;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.graphql.Refusal;

/// The part of a list that was asked for.
///
/// @param backward counted from the end, or from before a cursor
/// @param after the key of the item that stands before the part
/// @param before the key of the item that stands behind it
public record PageRequest(int size, boolean backward, @Nullable String after, @Nullable String before) {

	static final int DEFAULT = 25;

	static final int MOST = 100;

	/// @param list the list's field and order (`Query.obstacles NEWEST`)
	/// @throws Refusal.BadRequest when the arguments contradict each other or are out of
	/// range
	public static PageRequest of(Asked asked, String list) {
		Integer first = size(asked, "first");
		Integer last = size(asked, "last");
		if (first != null && last != null) {
			throw new Refusal.BadRequest("Ask for 'first' or for 'last', not for both.");
		}
		String before = asked.text("before");
		boolean backward = last != null || (first == null && before != null);
		Integer size = backward ? last : first;
		return new PageRequest((size != null) ? size : DEFAULT, backward, key(asked.text("after"), list),
				key(before, list));
	}

	private static @Nullable Integer size(Asked asked, String argument) {
		Integer size = asked.number(argument);
		if (size != null && (size < 1 || size > MOST)) {
			throw new Refusal.BadRequest("'%s' must be from 1 to %d, not %d.".formatted(argument, MOST, size));
		}
		return size;
	}

	private static @Nullable String key(@Nullable String cursor, String list) {
		return (cursor != null) ? Cursor.key(cursor, list) : null;
	}

}
