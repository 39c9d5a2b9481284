package se.frirum.platform.projection;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import se.frirum.platform.graphql.Refusal;

/// A place in a list: opaque to clients, good only for the list it came from.
///
/// @param list the list's field and order (`Query.obstacles NEWEST`)
/// @param key the sort key of the item it stands at
record Cursor(String list, String key) {

	private static final int LIMIT = 1_000;

	String encoded() {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((this.list + "\n" + this.key).getBytes(StandardCharsets.UTF_8));
	}

	/// Reads the key of a cursor that must be of a list.
	/// @throws Refusal.BadRequest when it isn't
	static String key(String encoded, String list) {
		String text = decoded(encoded);
		if (!text.startsWith(list + "\n")) {
			throw new Refusal.BadRequest(
					"The cursor is not one of this list. Use a cursor that the same list gave, in the same order.");
		}
		return text.substring(list.length() + 1);
	}

	private static String decoded(String encoded) {
		try {
			return (encoded.length() <= LIMIT)
					? new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8) : "";
		}
		catch (IllegalArgumentException notBase64) {
			return "";
		}
	}

}
