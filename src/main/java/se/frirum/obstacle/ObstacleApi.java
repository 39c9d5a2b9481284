package se.frirum.obstacle;

import java.util.List;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.answer.SubjectInput;
import se.frirum.platform.graphql.Payload;
import se.frirum.platform.graphql.Problem;
import se.frirum.platform.security.Viewers;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/// The mutations about obstacles.
@Controller
class ObstacleApi {

	private final ObstacleReporting reporting;

	private final ObstacleEndorsement endorsement;

	private final ObstacleReview review;

	private final ObstacleMerging merging;

	private final ObstacleRecords records;

	private final ObstacleEncounters encounters;

	private final Viewers viewers;

	ObstacleApi(ObstacleReporting reporting, ObstacleEndorsement endorsement, ObstacleReview review,
			ObstacleMerging merging, ObstacleRecords records, ObstacleEncounters encounters, Viewers viewers) {
		this.reporting = reporting;
		this.endorsement = endorsement;
		this.review = review;
		this.merging = merging;
		this.records = records;
		this.encounters = encounters;
		this.viewers = viewers;
	}

	@MutationMapping
	Payload reportObstacle(@Argument ReportObstacleInput input) {
		return Payload.of(() -> this.reporting.report(input, this.viewers.current()));
	}

	@MutationMapping
	Payload updateObstacle(@Argument UpdateObstacleInput input) {
		return Payload.of(() -> this.reporting.update(input, this.viewers.current()));
	}

	@MutationMapping
	Payload submitObstacle(@Argument SubjectInput input) {
		return Payload.of(() -> this.reporting.submit(input, this.viewers.current()));
	}

	@MutationMapping
	DiscardPayload discardDraft(@Argument SubjectInput input) {
		Payload payload = Payload.of(() -> this.reporting.discard(input, this.viewers.current()));
		return new DiscardPayload(payload.subjectId(), payload.problems());
	}

	@MutationMapping
	Payload endorseObstacle(@Argument EndorseObstacleInput input) {
		return Payload.of(() -> this.endorsement.endorse(input, this.viewers.current()));
	}

	@MutationMapping
	Payload withdrawEndorsement(@Argument SubjectInput input) {
		return Payload.of(() -> this.endorsement.withdraw(input, this.viewers.current()));
	}

	@MutationMapping
	Payload reviewObstacle(@Argument ReviewObstacleInput input) {
		return Payload.of(() -> this.review.review(input, this.viewers.current()));
	}

	@MutationMapping
	Payload withdrawObstacle(@Argument SubjectInput input) {
		return Payload.of(() -> this.reporting.withdraw(input, this.viewers.current()));
	}

	@MutationMapping
	Payload verifyObstacle(@Argument VerifyObstacleInput input) {
		return Payload.of(() -> this.reporting.verify(input, this.viewers.current()));
	}

	@MutationMapping
	Payload mergeObstacles(@Argument MergeObstaclesInput input) {
		return Payload.of(() -> this.merging.merge(input, this.viewers.current()));
	}

	@MutationMapping
	Payload splitObstacle(@Argument SubjectInput input) {
		return Payload.of(() -> this.merging.split(input, this.viewers.current()));
	}

	@MutationMapping
	Payload addCaseNumber(@Argument CaseNumberInput input) {
		return Payload.of(() -> this.records.addCaseNumber(input, this.viewers.current()));
	}

	/// A draft that is no more.
	record DiscardPayload(@Nullable String discarded, List<Problem> problems) {
	}

	@MutationMapping
	Payload meetObstacle(@Argument MeetObstacleInput input) {
		return Payload.of(() -> this.encounters.meet(input, this.viewers.current()));
	}

}
