// Whom an obstacle met
CREATE CONSTRAINT encounter_key FOR (n:Encounter) REQUIRE n.key IS UNIQUE;
CREATE INDEX encounter_account FOR (n:Encounter) ON (n.account);
