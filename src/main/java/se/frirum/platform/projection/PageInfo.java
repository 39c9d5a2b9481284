package se.frirum.platform.projection;

import org.jspecify.annotations.Nullable;

/// Where a page stands in its list, as Relay's connections say it.
record PageInfo(boolean hasNextPage, boolean hasPreviousPage, @Nullable String startCursor,
		@Nullable String endCursor) {
}
