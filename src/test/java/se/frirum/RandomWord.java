package se.frirum;

import java.util.UUID;
import java.util.stream.Collectors;

/// Words that stand nowhere else. They hold letters only: among a text's digits a personal
/// identity number can come about.
public final class RandomWord {

	private RandomWord() {
	}

	/// A word of its own, with a beginning that tells what it is for.
	public static String startingWith(String beginning) {
		return beginning + UUID.randomUUID()
			.toString()
			.replace("-", "")
			.chars()
			.mapToObj((digit) -> String.valueOf((char) ('a' + Character.digit(digit, 16))))
			.collect(Collectors.joining());
	}

}
