package se.frirum.obstacle;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;
import se.frirum.platform.page.Pages;
import se.frirum.platform.page.Variables;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// Cases that are like another, for the pages that show it; it is among them itself.
@ConditionalOnWebApplication
@Component
public class AlikeCases {

	private final Pages pages;

	AlikeCases(Pages pages) {
		this.pages = pages;
	}

	/// What a page needs to show those that are like an obstacle which it has read, as
	/// `similarObstacles`.
	public Map<String, @Nullable Object> to(Row obstacle) {
		return this.pages.read("find-similar-obstacles",
				Map.of("input", Variables.none()
					.with("title", obstacle.textOrNull("title"))
					.with("description", obstacle.textOrNull("description"))
					.with("citations", obstacle.rows("blockedBy").stream().map((rule) -> rule.text("target")).toList())
					.with("services", obstacle.rows("affects").stream().map((service) -> service.text("code")).toList())
					.all()));
	}

}
