-- in: unit; out: task, reason of the newest returned revision
SELECT task, reason FROM return_reason WHERE unit = ?1 AND revision = (SELECT max (revision) FROM return_reason WHERE unit = ?1) ORDER BY task;
