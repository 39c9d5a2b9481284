package se.frirum.platform.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.database.Row;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What became of a change that a form asked for.
///
/// @param subject what was changed, as it is now; null where problems stood in the way
/// @param problems what stood in the way
public record Change(@Nullable Map<String, Object> subject, List<Map<String, Object>> problems) {

	static final String PROBLEMS = "problems";

	/// Whether it was done.
	public boolean accepted() {
		return this.problems.isEmpty();
	}

	/// What was changed.
	public Row row() {
		return new Row(Objects.requireNonNull(this.subject));
	}

	/// Goes on to a page that tells that it was done, or what is wrong with the form.
	/// @param done the key of what to tell
	public String then(RedirectAttributes flash, String path, String done) {
		if (accepted()) {
			flash.addFlashAttribute("done", done);
		}
		else {
			flash.addFlashAttribute(PROBLEMS, this.problems);
		}
		return "redirect:" + path;
	}

}
