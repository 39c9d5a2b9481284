package se.frirum.platform.graphql;

import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/// Personal identity numbers (personnummer) and coordination numbers in what people
/// write: a day of birth, to which coordination numbers add 60, a serial number and a
/// check digit.
final class PersonalIdentityNumber {

	static final String HINT = "This looks like a personal identity number. Leave it out: nobody needs it to understand "
			+ "the case, and others may read this.";

	private static final Pattern ALIKE = Pattern.compile("(?<!\\d)(?:1[89]|20)?(?<year>\\d{2})(?<month>\\d{2})"
			+ "(?<day>\\d{2})[-+\\u2010-\\u2014\\s]?(?<serial>\\d{4})(?!\\d)");

	private static final int COORDINATION = 60;

	private PersonalIdentityNumber() {
	}

	static boolean standsIn(String text) {
		Matcher alike = ALIKE.matcher(text);
		while (alike.find()) {
			if (isDay(alike) && LuhnCheckDigit.LUHN_CHECK_DIGIT
				.isValid(alike.group("year") + alike.group("month") + alike.group("day") + alike.group("serial"))) {
				return true;
			}
		}
		return false;
	}

	/// Of the centuries that two digits leave open, one with a leap day where there is
	/// one.
	private static boolean isDay(Matcher number) {
		int month = Integer.parseInt(number.group("month"));
		int day = Integer.parseInt(number.group("day"));
		return month >= 1 && month <= 12 && YearMonth.of(2000 + Integer.parseInt(number.group("year")), month)
			.isValidDay((day > COORDINATION) ? day - COORDINATION : day);
	}

}
