-- out: id, office, person, at, unit, task, item, point, pages, revision, verdict, points, reason
SELECT id, office, person, at, unit, task, item, point, pages, revision, verdict, points, reason FROM opinion ORDER BY id;
