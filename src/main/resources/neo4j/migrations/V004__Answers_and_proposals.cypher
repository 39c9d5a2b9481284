// What waits for an answer, by how long
CREATE CONSTRAINT obstacle_waiting FOR (n:Obstacle) REQUIRE n.waiting IS UNIQUE;

// The log by year, for the yearly accounts
CREATE INDEX event_year FOR (n:Event) ON (n.year);
CREATE INDEX contact_account FOR (n:Contact) ON (n.account);

// Proposals
CREATE CONSTRAINT proposal_id FOR (n:Proposal) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT simplification_id FOR (n:SimplificationProposal) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT trial_proposal_id FOR (n:TrialProposal) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT proposal_reference FOR (n:Proposal) REQUIRE n.reference IS UNIQUE;
CREATE CONSTRAINT proposal_newest FOR (n:Proposal) REQUIRE n.newest IS UNIQUE;
CREATE CONSTRAINT proposal_waiting FOR (n:Proposal) REQUIRE n.waiting IS UNIQUE;
CREATE INDEX proposal_due FOR (n:Proposal) ON (n.dueOn);
CREATE INDEX obstacle_due FOR (n:Obstacle) ON (n.dueOn);
CREATE INDEX step_respond FOR (n:LegislativeStep) ON (n.respondBy);
CREATE FULLTEXT INDEX proposal_text FOR (n:Proposal) ON EACH [n.title, n.rationale, n.audience, n.owner]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'swedish'}};
