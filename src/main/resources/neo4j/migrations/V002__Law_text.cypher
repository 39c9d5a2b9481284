// What identifies a node
CREATE CONSTRAINT amendment_id FOR (n:Amendment) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT law_import_id FOR (n:LawImport) REQUIRE n.id IS UNIQUE;
CREATE INDEX law_import_state FOR (n:LawImport) ON (n.state);

// Acts by how many others cite them
CREATE CONSTRAINT law_cited FOR (n:Law) REQUIRE n.cited IS UNIQUE;

// What sections say. An import writes 100,000 wordings: it doesn't wait for this index, so
// what was just written is found a moment later.
CREATE FULLTEXT INDEX provision_text FOR (n:Wording|Provision) ON EACH [n.text, n.heading]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'swedish', `fulltext.eventually_consistent`: true}};
