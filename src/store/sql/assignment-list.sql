-- out: unit, task, assessor, released
SELECT unit, task, assessor, released FROM assignment ORDER BY unit, task, assessor;
