package se.frirum.following;

import java.util.List;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.graphql.Payload;
import se.frirum.platform.graphql.Problem;
import se.frirum.platform.security.Viewers;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/// The mutations about following.
@Controller
class FollowingApi {

	private final Following following;

	private final Viewers viewers;

	FollowingApi(Following following, Viewers viewers) {
		this.following = following;
		this.viewers = viewers;
	}

	@MutationMapping
	Payload follow(@Argument FollowInput input) {
		return Payload.of(() -> this.following.follow(input, this.viewers.current()));
	}

	@MutationMapping
	UnfollowPayload unfollow(@Argument String id) {
		Payload payload = Payload.of(() -> this.following.unfollow(id, this.viewers.current()));
		return new UnfollowPayload(payload.subjectId(), payload.problems());
	}

	@MutationMapping
	MailDigestPayload mailDigest(@Argument MailDigestInput input) {
		Payload payload = Payload.of(() -> this.following.mail(input, this.viewers.current()));
		return new MailDigestPayload(payload.subjectId(), payload.problems());
	}

	/// What is followed no more.
	record UnfollowPayload(@Nullable String unfollowed, List<Problem> problems) {
	}

	/// Where the digest is sent from now on, or no more.
	record MailDigestPayload(@Nullable String email, List<Problem> problems) {
	}

}
