package se.frirum.platform.answer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/// How many days those who answer have.
///
/// @param first for the first answer to a case, from the day it was handed in
/// @param answer for an answer by whoever issues the rule, from the day a case was
/// forwarded or a proposal handed in
@ConfigurationProperties("frirum.answer-days")
public record AnswerTimes(@DefaultValue("30") int first, @DefaultValue("90") int answer) {

	public AnswerTimes {
		Assert.isTrue(first > 0 && answer > 0, "frirum.answer-days: give one day or more");
	}

}
