package se.frirum.trial;

import se.frirum.platform.answer.CaseType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Trials as something that a reviewer can mask. Everybody may read them.
@Configuration(proxyBeanMethods = false)
class TrialCases {

	@Bean
	CaseType trialType() {
		return new CaseType("Trial", (id) -> id.startsWith("trial:"), "purpose", "TRIAL", "trial", true);
	}

}
