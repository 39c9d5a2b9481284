// Evaluations by the day on which they are due
CREATE INDEX evaluation_due FOR (n:EvaluationPlan) ON (n.dueOn);
