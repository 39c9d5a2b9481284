package se.frirum.platform.projection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What a connection's statement answered, one item more than asked for, made into the
/// page.
final class Page {

	private Page() {
	}

	@SuppressWarnings("unchecked")
	static Map<String, Object> of(Map<String, Object> answer, PageRequest request, String list) {
		Map<String, Object> page = new HashMap<>(answer);
		List<Map<String, Object>> found = (List<Map<String, Object>>) answer.getOrDefault("items", List.of());
		boolean more = found.size() > request.size();
		List<Map<String, Object>> items = new ArrayList<>(more ? found.subList(0, request.size()) : found);
		if (request.backward()) {
			Collections.reverse(items);
		}
		items.replaceAll((item) -> withCursor(item, list));
		page.put("items", items);
		page.put("pageInfo", info(items, more, request));
		return page;
	}

	private static Map<String, Object> withCursor(Map<String, Object> item, String list) {
		Map<String, Object> copy = new HashMap<>(item);
		copy.computeIfPresent("c", (_, key) -> new Cursor(list, (String) key).encoded());
		return copy;
	}

	private static PageInfo info(List<Map<String, Object>> items, boolean more, PageRequest request) {
		boolean next = request.backward() ? request.before() != null : more;
		boolean previous = request.backward() ? more : request.after() != null;
		return new PageInfo(next, previous, items.isEmpty() ? null : cursor(items.getFirst()),
				items.isEmpty() ? null : cursor(items.getLast()));
	}

	private static @Nullable String cursor(Map<String, Object> item) {
		return (String) item.get("c");
	}

}
