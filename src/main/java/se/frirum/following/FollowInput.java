package se.frirum.following;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// What an organisation wants to follow: exactly one of these.
///
/// @param law an act's designation
/// @param provision a section, as people cite it
/// @param area an area's code
/// @param subject the id of a case, a proposal or a trial
/// @param obstacles a saved filter of obstacles
record FollowInput(@Nullable String law, @Nullable String provision, @Nullable String area, @Nullable String subject,
		@Nullable Map<String, Object> obstacles) {

	boolean isOne() {
		return Stream.of(this.law, this.provision, this.area, this.subject, this.obstacles)
			.filter(Objects::nonNull)
			.count() == 1;
	}

}
