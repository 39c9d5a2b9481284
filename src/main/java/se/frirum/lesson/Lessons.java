package se.frirum.lesson;

import org.springframework.data.repository.Repository;

/// The lessons, each with its own properties and nothing of its links.
interface Lessons extends Repository<Lesson, String> {

	Lesson save(Lesson lesson);

}
