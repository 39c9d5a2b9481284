// Lessons
CREATE CONSTRAINT lesson_id FOR (n:Lesson) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT lesson_newest FOR (n:Lesson) REQUIRE n.newest IS UNIQUE;
CREATE FULLTEXT INDEX lesson_text FOR (n:Lesson) ON EACH [n.title, n.context, n.whatWorked, n.whatFailed, n.conditions]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'swedish'}};
