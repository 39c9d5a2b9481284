// A reason stands beside its entry, so that it can be masked
MATCH (event:Event) WHERE event.key > '' AND event.reason IS NOT NULL
CREATE (event)-[:BECAUSE]->(:Reason {text: event.reason})
REMOVE event.reason;

// What was handed in before counts as received, and waits
MATCH (event:Event) WHERE event.key > '' AND event.type = 'OBSTACLE_SUBMITTED'
SET event.year = event.at.year;
MATCH (obstacle:Obstacle) WHERE obstacle.newest > '' AND obstacle.status IN ['SUBMITTED', 'UNDER_REVIEW']
SET obstacle.waiting = obstacle.newest, obstacle.waitingSince = obstacle.reportedAt,
	obstacle.dueOn = date(obstacle.reportedAt) + duration({days: 30}), obstacle.restedDays = 0;
MATCH (obstacle:Obstacle) WHERE obstacle.newest > '' AND obstacle.waiting IS NULL
SET obstacle.restedDays = 0;
