// What identifies a node
CREATE CONSTRAINT area_id FOR (n:Area) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT municipality_id FOR (n:Municipality) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT county_id FOR (n:County) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT country_id FOR (n:Country) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT organisation_id FOR (n:Organisation) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT service_id FOR (n:Service) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT law_id FOR (n:Law) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT provision_id FOR (n:Provision) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT obstacle_id FOR (n:Obstacle) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT obstacle_reference FOR (n:Obstacle) REQUIRE n.reference IS UNIQUE;
CREATE CONSTRAINT trial_id FOR (n:Trial) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT trial_reference FOR (n:Trial) REQUIRE n.reference IS UNIQUE;
CREATE CONSTRAINT clause_id FOR (n:TrialClause) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT event_id FOR (n:Event) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT account_id FOR (n:Account) REQUIRE n.id IS UNIQUE;

// What two writers must not create at once
CREATE CONSTRAINT counter_name FOR (n:Counter) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT request_key FOR (n:Request) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT seeding_name FOR (n:Seeding) REQUIRE n.name IS UNIQUE;

// Keys that lists are sorted and paged by
CREATE CONSTRAINT law_key FOR (n:Law) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT provision_key FOR (n:Provision) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT obstacle_newest FOR (n:Obstacle) REQUIRE n.newest IS UNIQUE;
CREATE CONSTRAINT obstacle_changed FOR (n:Obstacle) REQUIRE n.changed IS UNIQUE;
CREATE CONSTRAINT obstacle_endorsed FOR (n:Obstacle) REQUIRE n.endorsed IS UNIQUE;
CREATE CONSTRAINT trial_key FOR (n:Trial) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT event_key FOR (n:Event) REQUIRE n.key IS UNIQUE;

// What else searches start at
CREATE INDEX service_code FOR (n:Service) ON (n.code);
CREATE INDEX law_name FOR (n:LawName) ON (n.name);
CREATE INDEX event_subject FOR (n:Event) ON (n.subject);
CREATE FULLTEXT INDEX law_text FOR (n:Law) ON EACH [n.title, n.name, n.abbreviation, n.designation]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'swedish'}};
CREATE FULLTEXT INDEX obstacle_text FOR (n:Obstacle) ON EACH [n.title, n.description, n.consequence, n.audience, n.owner]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'swedish'}};
CREATE FULLTEXT INDEX trial_text FOR (n:Trial) ON EACH [n.title, n.purpose]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'swedish'}};
