-- out: unit, revision, task, point, reason
SELECT unit, revision, task, point, reason FROM claim ORDER BY unit, revision, task, point;
