CREATE CONSTRAINT counter_name FOR (n:Counter) REQUIRE n.name IS UNIQUE;
