package se.frirum.obstacle;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.graphql.Problems;

/// Whom to ask about a case.
///
/// @param phone as people write it, in digits
record Contact(String name, @Nullable String email, @Nullable String phone) {

	private static final int LINE = 200;

	private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/-]{4,30}");

	/// Checks and tidies what was given.
	/// @return null where nobody is named
	static @Nullable Contact checked(@Nullable ContactInput input, Problems problems) {
		if (input == null) {
			return null;
		}
		String name = problems.line(input.name(), true, LINE, "input", "contact", "name");
		String email = problems.email(input.email(), "input", "contact", "email");
		String phone = (input.phone() != null && !input.phone().isBlank()) ? input.phone().strip() : null;
		problems.require(phone == null || PHONE.matcher(phone).matches(), "Write a phone number in digits.", "input",
				"contact", "phone");
		return new Contact((name != null) ? name : "", email, phone);
	}

}
