// Life-event journeys
CREATE CONSTRAINT journey_code FOR (n:Journey) REQUIRE n.code IS UNIQUE;
