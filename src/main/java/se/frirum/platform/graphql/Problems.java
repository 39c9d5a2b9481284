package se.frirum.platform.graphql;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.validator.routines.EmailValidator;
import org.jspecify.annotations.Nullable;

/// What is wrong with an input, all of it at once.
public final class Problems {

	private final List<Problem> found = new ArrayList<>();

	/// Notes a problem.
	public void add(ProblemCode code, String message, String... path) {
		this.found.add(Problem.at(code, message, path));
	}

	/// Notes that a value is wrong unless it holds.
	public void require(boolean holds, String message, String... path) {
		if (!holds) {
			add(ProblemCode.INVALID, message, path);
		}
	}

	/// Checks a text that people write: not blank where needed, within its limit, no
	/// control characters but line breaks and tabs, no personal identity numbers.
	/// @return the text without surrounding space, null where there is none
	public @Nullable String text(@Nullable String value, boolean needed, int limit, String... path) {
		String text = (value != null) ? Normalizer.normalize(value, Normalizer.Form.NFC).strip() : "";
		if (text.isEmpty()) {
			require(!needed, "Write something here.", path);
			return null;
		}
		int length = text.codePointCount(0, text.length());
		require(length <= limit, "At most %,d characters; this has %,d.".formatted(limit, length), path);
		require(text.chars().noneMatch(Problems::isControl),
				"The text holds control characters. Paste it as plain text.", path);
		require(!PersonalIdentityNumber.standsIn(text), PersonalIdentityNumber.HINT, path);
		return text;
	}

	/// The same for a text of one line.
	public @Nullable String line(@Nullable String value, boolean needed, int limit, String... path) {
		String line = text(value, needed, limit, path);
		require(line == null || line.lines().count() == 1, "Write this in one line.", path);
		return line;
	}

	/// Checks an e-mail address.
	/// @return the address without surrounding space, null where there is none
	public @Nullable String email(@Nullable String value, String... path) {
		String email = (value != null) ? value.strip() : "";
		require(email.isEmpty() || EmailValidator.getInstance().isValid(email),
				"Write an e-mail address: 'name@example.se'.", path);
		return email.isEmpty() ? null : email;
	}

	/// Controls of the terminal, those that turn the direction of what follows, and
	/// what is no character at all, which XML can't hold.
	private static boolean isControl(int character) {
		return (Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t')
				|| (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069)
				|| character == 0xFFFE || character == 0xFFFF;
	}

	/// Stops here when anything was found.
	/// @throws Unaccepted with all problems
	public void raise() {
		if (!this.found.isEmpty()) {
			throw new Unaccepted(this.found);
		}
	}

}
