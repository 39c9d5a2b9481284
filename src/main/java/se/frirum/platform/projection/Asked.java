package se.frirum.platform.projection;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.graphql.RequestContext;
import se.frirum.platform.security.Audience;
import se.frirum.platform.security.Role;
import se.frirum.platform.security.Viewer;

/// A field as a client asked for it: by whom, on which day, with which arguments.
///
/// @param request which it is part of
/// @param arguments coerced, with the schema's defaults
public record Asked(RequestContext request, Map<String, Object> arguments) {

	/// Who asks.
	public Viewer viewer() {
		return this.request.viewer();
	}

	/// Which day it is in Sweden.
	public LocalDate today() {
		return this.request.today();
	}

	/// What Cypher beside a hop may use: the arguments as `$arg`, who asks as `$viewer`,
	/// the day as `$today`.
	public Map<String, Object> parameters() {
		Map<String, @Nullable Object> caller = new HashMap<>();
		caller.put("audiences", Audience.of(viewer()).stream().map(Audience::name).toList());
		caller.put("name", viewer().name());
		caller.put("roles", viewer().roles().stream().map(Role::name).sorted().toList());
		caller.put("organisation", viewer().organisation());
		caller.put("reviews", viewer().reviews());
		return Map.of("arg", this.arguments, "viewer", caller, "today", today());
	}

	/// A text argument, null where it was left out.
	public @Nullable String text(String name) {
		return (String) this.arguments.get(name);
	}

	/// A number argument, null where it was left out.
	public @Nullable Integer number(String name) {
		return (Integer) this.arguments.get(name);
	}

	/// A day, null where it was left out.
	public @Nullable LocalDate date(String name) {
		return (LocalDate) this.arguments.get(name);
	}

	/// The fields of an input object, none where it was left out.
	@SuppressWarnings("unchecked")
	public Map<String, Object> object(String name) {
		Object value = this.arguments.get(name);
		return (value != null) ? (Map<String, Object>) value : Map.of();
	}

	/// The items of a list, none where it was left out.
	@SuppressWarnings("unchecked")
	public <T> List<T> list(String name) {
		Object value = this.arguments.get(name);
		return (value != null) ? (List<T>) value : List.of();
	}

}
