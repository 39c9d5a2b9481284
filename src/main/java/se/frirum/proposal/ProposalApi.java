package se.frirum.proposal;

import se.frirum.platform.answer.SubjectInput;
import se.frirum.platform.graphql.Payload;
import se.frirum.platform.security.Viewers;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/// The mutations about proposals.
@Controller
class ProposalApi {

	private final ProposalWriting writing;

	private final ProposalReview review;

	private final ConsequenceAssessment assessment;

	private final LegislativePipeline pipeline;

	private final ProposalOpinions opinions;

	private final Viewers viewers;

	ProposalApi(ProposalWriting writing, ProposalReview review, ConsequenceAssessment assessment,
			LegislativePipeline pipeline, ProposalOpinions opinions, Viewers viewers) {
		this.writing = writing;
		this.review = review;
		this.assessment = assessment;
		this.pipeline = pipeline;
		this.opinions = opinions;
		this.viewers = viewers;
	}

	@MutationMapping
	Payload proposeSimplification(@Argument ProposeSimplificationInput input) {
		return Payload.of(() -> this.writing.propose(input, this.viewers.current()));
	}

	@MutationMapping
	Payload proposeTrial(@Argument ProposeTrialInput input) {
		return Payload.of(() -> this.writing.propose(input, this.viewers.current()));
	}

	@MutationMapping
	Payload updateProposal(@Argument UpdateProposalInput input) {
		return Payload.of(() -> this.writing.update(input, this.viewers.current()));
	}

	@MutationMapping
	Payload submitProposal(@Argument SubjectInput input) {
		return Payload.of(() -> this.writing.submit(input, this.viewers.current()));
	}

	@MutationMapping
	Payload reviewProposal(@Argument ReviewProposalInput input) {
		return Payload.of(() -> this.review.review(input, this.viewers.current()));
	}

	@MutationMapping
	Payload requestReconsideration(@Argument ReconsiderInput input) {
		return Payload.of(() -> this.review.reconsider(input, this.viewers.current()));
	}

	@MutationMapping
	Payload assessConsequences(@Argument AssessmentInput input) {
		return Payload.of(() -> this.assessment.assess(input, this.viewers.current()));
	}

	@MutationMapping
	Payload recordLegislativeStep(@Argument LegislativeStepInput input) {
		return Payload.of(() -> this.pipeline.record(input, this.viewers.current()));
	}

	@MutationMapping
	Payload giveOpinion(@Argument GiveOpinionInput input) {
		return Payload.of(() -> this.opinions.give(input, this.viewers.current()));
	}

}
