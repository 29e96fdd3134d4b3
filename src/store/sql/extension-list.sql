-- out: unit, task, due, reason
SELECT unit, task, due, reason FROM extension ORDER BY unit, task;
