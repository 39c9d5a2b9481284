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

	private final TrialParticipation participation;

	private final TrialCourse course;

	private final TrialEvaluation evaluation;

	private final TrialSupport support;

	private final Viewers viewers;

	TrialApi(TrialRegistration registration, TrialParticipation participation, TrialCourse course,
			TrialEvaluation evaluation, TrialSupport support, Viewers viewers) {
		this.registration = registration;
		this.participation = participation;
		this.course = course;
		this.evaluation = evaluation;
		this.support = support;
		this.viewers = viewers;
	}

	@MutationMapping
	Payload registerTrial(@Argument RegisterTrialInput input) {
		return Payload.of(() -> this.registration.register(input, this.viewers.current()));
	}

	@MutationMapping
	Payload joinTrial(@Argument JoinTrialInput input) {
		return Payload.of(() -> this.participation.join(input, this.viewers.current()));
	}

	@MutationMapping
	Payload decideParticipation(@Argument DecideParticipationInput input) {
		return Payload.of(() -> this.participation.decide(input, this.viewers.current()));
	}

	@MutationMapping
	Payload leaveTrial(@Argument LeaveTrialInput input) {
		return Payload.of(() -> this.participation.leave(input, this.viewers.current()));
	}

	@MutationMapping
	Payload extendTrial(@Argument ExtendTrialInput input) {
		return Payload.of(() -> this.course.extend(input, this.viewers.current()));
	}

	@MutationMapping
	Payload recordOutcome(@Argument RecordOutcomeInput input) {
		return Payload.of(() -> this.course.conclude(input, this.viewers.current()));
	}

	@MutationMapping
	Payload recordCourtRuling(@Argument CourtRulingInput input) {
		return Payload.of(() -> this.course.rule(input, this.viewers.current()));
	}

	@MutationMapping
	Payload planEvaluation(@Argument PlanEvaluationInput input) {
		return Payload.of(() -> this.evaluation.plan(input, this.viewers.current()));
	}

	@MutationMapping
	Payload recordMeasurement(@Argument RecordMeasurementInput input) {
		return Payload.of(() -> this.evaluation.measure(input, this.viewers.current()));
	}

	@MutationMapping
	Payload recordTrialSupport(@Argument TrialSupportInput input) {
		return Payload.of(() -> this.support.record(input, this.viewers.current()));
	}

}
