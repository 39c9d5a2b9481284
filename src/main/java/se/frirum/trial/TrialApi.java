package se.frirum.trial;

import se.frirum.platform.graphql.Payload;
import se.frirum.platform.security.Viewers;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/// The mutations about trials.
@Controller
class TrialApi {

	private final TrialRegistration registration;

	private final Viewers viewers;

	TrialApi(TrialRegistration registration, Viewers viewers) {
		this.registration = registration;
		this.viewers = viewers;
	}

	@MutationMapping
	Payload registerTrial(@Argument RegisterTrialInput input) {
		return Payload.of(() -> this.registration.register(input, this.viewers.current()));
	}

}
