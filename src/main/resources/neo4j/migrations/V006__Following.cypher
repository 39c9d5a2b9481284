CREATE CONSTRAINT follow_id FOR (n:Follow) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT follow_key FOR (n:Follow) REQUIRE n.key IS UNIQUE;
CREATE INDEX follow_owner FOR (n:Follow) ON (n.owner);
CREATE INDEX follow_account FOR (n:Follow) ON (n.account);
CREATE CONSTRAINT digest_address_key FOR (n:DigestAddress) REQUIRE n.key IS UNIQUE;
CREATE INDEX digest_address_owner FOR (n:DigestAddress) ON (n.owner);
CREATE INDEX digest_address_account FOR (n:DigestAddress) ON (n.account);

// What an account did
CREATE INDEX event_actor FOR (n:Event) ON (n.actor);
