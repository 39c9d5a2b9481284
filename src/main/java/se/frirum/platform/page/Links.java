package se.frirum.platform.page;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// Where the page of a node is, by the kind that its id begins with.
public final class Links {

	/// The page of a node that an answer holds with its `id`.
	public String to(Map<String, @Nullable Object> node) {
		return to(String.valueOf(node.get("id")));
	}

	/// The page of a node by its id.
	public String to(String id) {
		int colon = id.indexOf(':');
		String rest = id.substring(colon + 1);
		return switch (id.substring(0, Math.max(colon, 0))) {
			case "obstacle" -> path("obstacles", rest);
			case "simplification", "trial-proposal" -> path("proposals", id);
			case "trial" -> path("trials", rest);
			case "lesson" -> path("lessons", rest);
			case "area" -> path("areas", rest);
			case "sfs", "fs", "celex" -> path("laws", rest.split("#", 2));
			default -> exploring(id);
		};
	}

	/// The explorer, starting at a node.
	public String exploring(String id) {
		return "/explore?from=" + encoded(id);
	}

	/// The part of a list before or behind a cursor; the rest of the address stays.
	/// @param to `before` or `after`
	public String page(String path, MultiValueMap<String, String> address, String to, String cursor) {
		return UriComponentsBuilder.fromPath(path)
			.queryParams(encoded(address))
			.replaceQueryParam("before")
			.replaceQueryParam("after")
			.replaceQueryParam("language")
			.queryParam(to, encoded(cursor))
			.build(true)
			.toUriString();
	}

	/// The beginning of a list without one of its filters; the rest of the address stays.
	public String without(String path, MultiValueMap<String, String> address, String filter) {
		return UriComponentsBuilder.fromPath(path)
			.queryParams(encoded(address))
			.replaceQueryParam("before")
			.replaceQueryParam("after")
			.replaceQueryParam("language")
			.replaceQueryParam(filter)
			.build(true)
			.toUriString();
	}

	private static MultiValueMap<String, String> encoded(MultiValueMap<String, String> address) {
		MultiValueMap<String, String> encoded = new LinkedMultiValueMap<>();
		address.forEach((name, values) -> values.forEach((value) -> encoded.add(encoded(name), encoded(value))));
		return encoded;
	}

	/// A page by the parts of its path, which are encoded.
	public String path(String first, String... parts) {
		StringBuilder path = new StringBuilder("/").append(first);
		for (String part : parts) {
			path.append('/').append(encoded(part));
		}
		return path.toString();
	}

	private static String encoded(String part) {
		return UriUtils.encode(part, StandardCharsets.UTF_8);
	}

}
