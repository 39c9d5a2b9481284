package se.frirum.platform.page;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/// Which part of a list an address asks for: behind a cursor, or before one.
public final class ListRequest {

	/// How many rows a page of a list has.
	public static final int ROWS = 20;

	private ListRequest() {
	}

	/// The variables that ask for the part: `$first` and `$after`, or `$last` and
	/// `$before`.
	public static Variables of(MultiValueMap<String, String> address) {
		String before = address.getFirst("before");
		return (before != null && !before.isBlank()) ? Variables.none().with("last", ROWS).with("before", before)
				: Variables.none().with("first", ROWS).with("after", address.getFirst("after"));
	}

}
