package se.frirum.lesson;

import se.frirum.platform.graphql.Payload;
import se.frirum.platform.security.Viewers;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/// The mutations about lessons.
@Controller
class LessonApi {

	private final LessonSharing sharing;

	private final Viewers viewers;

	LessonApi(LessonSharing sharing, Viewers viewers) {
		this.sharing = sharing;
		this.viewers = viewers;
	}

	@MutationMapping
	Payload publishLesson(@Argument PublishLessonInput input) {
		return Payload.of(() -> this.sharing.publish(input, this.viewers.current()));
	}

	@MutationMapping
	Payload adoptLesson(@Argument AdoptLessonInput input) {
		return Payload.of(() -> this.sharing.adopt(input, this.viewers.current()));
	}

}
