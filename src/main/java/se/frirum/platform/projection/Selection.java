package se.frirum.platform.projection;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// The fields asked for of one object: for each (type, result key) the place of its value
/// in the composed map, and how to read it. Places are by position, never a client's
/// alias.
final class Selection {

	/// The place that holds the concrete type, where the declared one is an interface or
	/// union.
	static final String TYPE = "_";

	private record Place(String key, Reading reading) {
	}

	private final @Nullable String type;

	private final Map<String, Map<String, Place>> places = new HashMap<>();

	private int next;

	/// @param type the concrete type, null where each object tells its own
	Selection(@Nullable String type) {
		this.type = type;
	}

	/// Gives a place to a field.
	String place(String objectType, String resultKey, Reading reading) {
		return at("f" + this.next++, objectType, resultKey, reading);
	}

	/// Puts a field at a place that is already there.
	String at(String key, String objectType, String resultKey, Reading reading) {
		this.places.computeIfAbsent(objectType, (_) -> new HashMap<>()).put(resultKey, new Place(key, reading));
		return key;
	}

	String typeOf(Map<String, Object> values) {
		return (this.type != null) ? this.type : (String) Objects.requireNonNull(values.get(TYPE));
	}

	@Nullable Object read(Map<String, Object> values, String resultKey) {
		String objectType = typeOf(values);
		Place place = Objects.requireNonNull(this.places.getOrDefault(objectType, Map.of()).get(resultKey),
				() -> objectType + "." + resultKey + " was not selected");
		return place.reading().read(values.get(place.key()));
	}

}
