package se.frirum.lesson;

import se.frirum.platform.answer.CaseType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Lessons as something that a reviewer can mask.
@Configuration(proxyBeanMethods = false)
class LessonCases {

	@Bean
	CaseType lessonType() {
		return new CaseType("Lesson", (id) -> id.startsWith("lesson:"), "context", "LESSON", "lesson");
	}

}
