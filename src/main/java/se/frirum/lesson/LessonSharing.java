package se.frirum.lesson;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.answer.AnsweredCase;
import se.frirum.platform.answer.CaseDesk;
import se.frirum.platform.database.Row;
import se.frirum.platform.database.Transactions;
import se.frirum.platform.event.Entry;
import se.frirum.platform.event.EventLog;
import se.frirum.platform.graphql.ProblemCode;
import se.frirum.platform.graphql.Problems;
import se.frirum.platform.graphql.Unaccepted;
import se.frirum.platform.request.Requests;
import se.frirum.platform.security.Audience;
import se.frirum.platform.security.Viewer;

import org.springframework.stereotype.Service;

/// Organisations publish what they learned, what failed as well as what worked, and say
/// which lessons of others they took up, and what came of it.
@Service
class LessonSharing {

	private static final int LINE = 200;

	private static final int TEXT = 10_000;

	private static final int METHOD = 100;

	private static final int MOST_METHODS = 20;

	private static final int MOST_SERVICES = 50;

	private static final String FOUND = """
			RETURN EXISTS { MATCH (:Trial {id: $trial}) } AS trial,
				COLLECT { UNWIND $services AS code MATCH (service:Service {id: 'service:' + code}) RETURN service.code } AS services
			""";

	private static final String LINK = """
			MATCH (lesson:Lesson {id: $lesson})
			MATCH (organisation:Organisation {id: $organisation})
			CREATE (lesson)-[:PUBLISHED_BY]->(organisation)
			WITH lesson
			CALL (lesson) {
				MATCH (trial:Trial {id: $trial})
				CREATE (lesson)-[:LEARNED_FROM]->(trial)
			}
			CALL (lesson) {
				UNWIND $services AS code
				MATCH (service:Service {id: 'service:' + code})
				CREATE (lesson)-[:ABOUT_SERVICE]->(service)
			}
			""";

	/// Writing to the lesson makes the second of two simultaneous adoptions wait here.
	private static final String HOLD = """
			MATCH (lesson:Lesson {id: $lesson})
			SET lesson.newest = lesson.newest
			WITH lesson
			MATCH (lesson)-[:PUBLISHED_BY]->(publisher:Organisation)
			RETURN publisher.id AS publisher,
				head(COLLECT { MATCH (:Organisation {id: $organisation})-[before:ADOPTS]->(lesson)
					RETURN {note: before.note} }) AS before
			""";

	private static final String ADOPT = """
			MATCH (lesson:Lesson {id: $lesson})
			MATCH (organisation:Organisation {id: $organisation})
			MERGE (organisation)-[adoption:ADOPTS]->(lesson)
			ON CREATE SET adoption.at = $at
			SET adoption.note = coalesce($note, adoption.note)
			""";

	private final Transactions transactions;

	private final Lessons lessons;

	private final CaseDesk desk;

	private final Requests requests;

	private final EventLog log;

	LessonSharing(Transactions transactions, Lessons lessons, CaseDesk desk, Requests requests, EventLog log) {
		this.transactions = transactions;
		this.lessons = lessons;
		this.desk = desk;
		this.requests = requests;
		this.log = log;
	}

	/// Publishes a lesson for the caller's organisation.
	/// @return its id; with the same idempotency key always the same
	String publish(PublishLessonInput input, Viewer viewer) {
		String organisation = this.desk.organisation(viewer);
		String id = "lesson:" + UUID.randomUUID();
		return this.transactions
			.write(() -> this.requests.claim("publishLesson", viewer, input.idempotencyKey(), input, id)
				.orElseGet(() -> create(id, input, organisation, viewer)));
	}

	private String create(String id, PublishLessonInput input, String organisation, Viewer viewer) {
		Problems problems = new Problems();
		String title = problems.line(input.title(), true, LINE, "input", "title");
		String context = problems.text(input.context(), true, TEXT, "input", "context");
		String worked = problems.text(input.whatWorked(), false, TEXT, "input", "whatWorked");
		String failed = problems.text(input.whatFailed(), false, TEXT, "input", "whatFailed");
		String conditions = problems.text(input.conditions(), false, TEXT, "input", "conditions");
		problems.require(worked != null || failed != null, "Say what worked, what failed, or both.", "input",
				"whatWorked");
		problems.require(!input.values().isEmpty(), "Name at least one form of value.", "input", "values");
		problems.require(Arrays.asList(Locale.getISOCountries()).contains(input.country()),
				"Write the country with two letters: 'SE'.", "input", "country");
		List<String> methods = methods(input, problems);
		requireFound(input, problems);
		problems.raise();
		OffsetDateTime now = this.desk.now();
		this.lessons.save(new Lesson(id, 1, Audience.PUBLIC.name(), organisation, String.valueOf(title),
				String.valueOf(context), worked, failed, conditions,
				input.values().stream().distinct().sorted().map(Enum::name).toList(), input.novelty().name(),
				input.evidence().name(), methods, input.country(), now, AnsweredCase.sortable(now) + "|" + id));
		Map<String, Object> links = new HashMap<>();
		links.put("lesson", id);
		links.put("organisation", organisation);
		links.put("trial", input.trial());
		links.put("services", input.services());
		this.transactions.query(LINK, links);
		this.log.append("Lesson", Entry.of(id, "LESSON_PUBLISHED", viewer, Audience.PUBLIC, organisation));
		return id;
	}

	private static List<String> methods(PublishLessonInput input, Problems problems) {
		if (input.methods().size() > MOST_METHODS) {
			problems.add(ProblemCode.TOO_LARGE,
					"At most %d methods; this has %,d.".formatted(MOST_METHODS, input.methods().size()), "input",
					"methods");
			return List.of();
		}
		Set<String> methods = new LinkedHashSet<>();
		for (int place = 0; place < input.methods().size(); place++) {
			methods.add(String.valueOf(problems.line(input.methods().get(place), true, METHOD, "input", "methods",
					String.valueOf(place))));
		}
		return List.copyOf(methods);
	}

	private void requireFound(PublishLessonInput input, Problems problems) {
		if (input.services().size() > MOST_SERVICES) {
			problems.add(ProblemCode.TOO_LARGE,
					"At most %d services; this has %,d.".formatted(MOST_SERVICES, input.services().size()), "input",
					"services");
			return;
		}
		Map<String, Object> asked = new HashMap<>();
		asked.put("trial", input.trial());
		asked.put("services", input.services());
		Row found = this.transactions.query(FOUND, asked).getFirst();
		if (input.trial() != null && !found.is("trial")) {
			problems.add(ProblemCode.NOT_FOUND, "There is no such trial.", "input", "trial");
		}
		List<String> missing = new ArrayList<>(input.services());
		missing.removeAll(found.texts("services"));
		for (String code : missing) {
			problems.add(ProblemCode.NOT_FOUND, "There is no service with this code.", "input", "services",
					String.valueOf(input.services().indexOf(code)));
		}
		problems.require(Set.copyOf(input.services()).size() == input.services().size(), "Name each service once.",
				"input", "services");
	}

	/// Notes that the caller's organisation took a lesson up. Again with another note
	/// tells what came of it since; the same again changes nothing.
	String adopt(AdoptLessonInput input, Viewer viewer) {
		String organisation = this.desk.organisation(viewer);
		return this.transactions.write(() -> {
			Problems problems = new Problems();
			String note = problems.text(input.note(), false, TEXT, "input", "note");
			Row lesson = this.transactions.query(HOLD, Map.of("lesson", input.id(), "organisation", organisation))
				.stream()
				.findFirst()
				.orElseThrow(() -> new Unaccepted(ProblemCode.NOT_FOUND, "There is no such lesson.", "input", "id"));
			problems.require(!lesson.text("publisher").equals(organisation),
					"Your organisation published this lesson itself.", "input", "id");
			problems.raise();
			if (isNew(lesson, note)) {
				Map<String, Object> adoption = new HashMap<>();
				adoption.put("lesson", input.id());
				adoption.put("organisation", organisation);
				adoption.put("note", note);
				adoption.put("at", this.desk.now());
				this.transactions.query(ADOPT, adoption);
				this.log.append("Lesson",
						Entry.of(input.id(), "LESSON_ADOPTED", viewer, Audience.PUBLIC, organisation).because(note));
			}
			return input.id();
		});
	}

	private static boolean isNew(Row lesson, @Nullable String note) {
		return lesson.row("before")
			.map((before) -> note != null && !Objects.equals(before.textOrNull("note"), note))
			.orElse(true);
	}

}
