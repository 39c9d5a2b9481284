package se.frirum.platform.projection;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// How a field's value follows from what was fetched for it and what was asked.
@FunctionalInterface
public interface Computation {

	@Nullable Object from(Map<String, Object> fetched, Asked asked);

}
